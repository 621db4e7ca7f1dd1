"""Posters: what people may expect at a desk, when it is open, how to complain, and the way to all the rest."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import segno

from charterkit.exports.paper.frame import Heading, Press, demonstration, paper, permanent
from charterkit.exports.paper.typeset import Paper
from charterkit.model.charter import Charter
from charterkit.model.publisher import ServicePlace
from charterkit.rules.standing import PromiseStanding
from charterkit.site.context import Context, Fact
from charterkit.site.pieces import Piece
from charterkit.site.printed import Sort
from charterkit.site.records import brief_complaint_facts, brief_contacts
from charterkit.site.services.places import HourRow, place_part

# Sheets on a wall, and a leaflet in large print; the template knows their measures.
FORMATS: Final = ("a4", "a3", "large")
# As many promises as a poster names at most; the template takes as many of them as can be read from two metres.
_PROMISES: Final = 6


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a poster hangs: a place, or a body that has none."""

    id: str
    body: str
    place: ServicePlace | None = None


@dataclass(frozen=True, slots=True)
class ShortPromise:
    """A promise as a poster shows it."""

    number: str
    promise: Piece


@dataclass(frozen=True, slots=True)
class Code:
    """A whole address in letters, and the same as a QR code (SVG); `alt` says to whoever cannot see it what it is."""

    address: str
    svg: str
    alt: str
    leads: str


@dataclass(frozen=True, slots=True)
class Side:
    """A poster in one language."""

    lang: str
    title: Piece
    body: Piece
    expect: str
    promises: tuple[ShortPromise, ...]
    hours_title: str
    hours: tuple[HourRow, ...]
    special: tuple[HourRow, ...]
    complain_title: str
    complain: tuple[Fact, ...]
    code: Code | None
    demonstration: str
    notice: Piece
    as_of: str


def desks(context: Context) -> Iterator[Desk]:
    """Every place where people are served; where none is known, every body that has promises."""
    places = context.publication.publisher.places
    for place in places:
        yield Desk(place.id, place.body, place)
    for id, record in context.directory.body_records.items():
        if not places and record.own:
            yield Desk(id, id)


def poster(press: Press, contexts: tuple[Context, ...], desk: Desk, format: str) -> Paper | None:
    """The poster of a desk in one language or in two; None where there is no promise to put on it."""
    sides = tuple(_side(context, desk) for context in contexts)
    if not all(side.promises for side in sides):
        return None
    first = contexts[0]
    title = _title(first, desk)
    also = "".join(f"-{context.reader.lang}" for context in contexts) if len(contexts) > 1 else ""
    parts = {"format": format, "sides": sides}
    heading = Heading(title, sides[0].title, Sort.POSTER, f"bodies/{desk.body}/", record=desk.id)
    return paper(press, first, f"poster-{desk.id}-{format}{also}", "poster", heading, parts)


def _title(context: Context, desk: Desk) -> str:
    body = context.directory.bodies.get(desk.body)
    named = desk.place.title if desk.place else body.name if body else None
    return context.reader.bare(named) if named else desk.id


def _side(context: Context, desk: Desk) -> Side:
    body = context.directory.bodies.get(desk.body)
    part = place_part(context, desk.place) if desk.place else None
    name = context.line(body.name) if body else Piece()
    found = expected(context, desk)
    return Side(
        lang=context.reader.words.lang,
        title=part.title if part else name,
        body=name if part else context.line(context.publication.publisher.name),
        expect=context.say("What you may expect here"),
        promises=tuple(
            ShortPromise(one.commitment.number, context.line(one.commitment.promise)) for one in found
        ),
        hours_title=context.say("Opening hours"),
        hours=part.week if part else (),
        special=part.special if part else (),
        complain_title=context.say("How to complain"),
        complain=_complain(context, desk, found),
        code=code(context, f"bodies/{desk.body}/", context.say("All our promises and results")),
        demonstration=demonstration(context),
        notice=context.line(context.publication.publisher.notice),
        as_of=context.say("As of {day}", day=context.reader.words.day(context.standing.today)),
    )


def expected(context: Context, desk: Desk) -> tuple[PromiseStanding, ...]:
    """The promises that matter most at a desk, most important first.

    First those for services that are offered there, then the others of its body (of the body that it is part of, where
    it has none); among them first those that are measured; then by their numbers. One that has ended is not among them.
    """
    here = {
        one.id for one in context.publication.services.values() if desk.place and desk.place.id in one.places
    }
    today = context.standing.today
    own = (one for one in _of_body(context, desk.body) if not one.has_ended(today))
    ranked = sorted(own, key=lambda one: (here.isdisjoint(one.commitment.services), not one.measures))
    return tuple(ranked[:_PROMISES])


def _of_body(context: Context, id: str) -> tuple[PromiseStanding, ...]:
    seen: set[str] = set()
    while id in context.directory.body_records and id not in seen:
        record = context.directory.body_records[id]
        if record.own or record.adopted:
            return (*record.own, *record.adopted)
        seen.add(id)
        id = record.body.part_of
    return ()


def _complain(context: Context, desk: Desk, promises: tuple[PromiseStanding, ...]) -> tuple[Fact, ...]:
    charters: Mapping[str, Charter] = context.publication.charters
    told = (charters[one.commitment.charter].complaints for one in promises)
    complaints = next((one for one in told if one is not None), None)
    if complaints is not None:
        return brief_complaint_facts(context, complaints)
    body = context.directory.bodies.get(desk.body)
    contacts = brief_contacts(body.contact) if body else ()
    return (Fact(context.say("Where to complain"), contacts),) if contacts else ()


def code(context: Context, address: str, leads: str) -> Code | None:
    """The way to a page of the site for a telephone; None while nobody knows where the site stands."""
    whole = permanent(context, address)
    if not whole:
        return None
    alt = context.say("QR code that leads to {address}", address=whole)
    return Code(whole, _qr(whole), alt, leads)


def _qr(address: str) -> str:
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", xmldecl=False, nl=False, border=4)
    return drawn.getvalue().decode()
