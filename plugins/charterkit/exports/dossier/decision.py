"""The draft decision: the country's usual skeleton, with gaps where only the sitting knows what belongs there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from charterkit.exports.dossier.acts import date_and_number
from charterkit.exports.dossier.draft import Draft
from charterkit.exports.dossier.gaps import gap, gapped
from charterkit.exports.dossier.legal import (
    LEFT_DATELINES,
    Part,
    second_signatory,
    signatory,
    skeleton,
    worded,
)
from charterkit.exports.dossier.points import points
from charterkit.exports.dossier.tree import Block, Paragraph, Style, para, plain, strong
from charterkit.strings import mark
from charterkit.text import inside


def decision(draft: Draft) -> tuple[Block, ...]:
    """The draft, part by part in the order of the country."""
    above = (
        para(draft.voice.in_context("a decision", "Draft").upper(), Style.DRAFT),
        *_for_the_drafter(draft),
    )
    parts = skeleton(draft.sitting.country)
    return (*above, *(block for part in parts for block in _PARTS[part](draft)))


def _for_the_drafter(draft: Draft) -> Iterator[Block]:
    """What helps to fill in the draft stands above it: inside, it would be voted on."""
    laws = draft.voice.sealed.charter.legal_basis
    if laws:
        named = "; ".join(draft.voice.bare(one.title) for one in laws)
        note = draft.voice.say(
            "For the drafter: the legal basis named in the charter is: {laws}. Delete this note.", laws=named
        )
        yield para(note, Style.NOTE)


def _body(draft: Draft) -> Iterator[Block]:
    yield Paragraph(draft.body(), Style.CENTRED)


def _form(draft: Draft) -> Iterator[Block]:
    yield Paragraph(strong(draft.form.upper()), Style.CENTRED)


def _numbered(draft: Draft) -> Iterator[Block]:
    """What a decision is called where its number and its day are a part of the name."""
    in_context = draft.voice.in_context
    gaps = {
        "number": in_context("to fill in", "number of the act"),
        "year": in_context("to fill in", "year"),
        "date": in_context("to fill in", "month and day"),
    }
    runs = gapped(draft.voice, mark("{form} No {number}/{year} ({date})"), gaps, form=inside(draft.form))
    yield Paragraph(runs, Style.CENTRED)


def _minutes(draft: Draft) -> Iterator[Block]:
    """At which sitting it was adopted; nobody sits where one person decides."""
    if draft.is_together:
        in_context = draft.voice.in_context
        gaps = {
            "date": in_context("to fill in", "day, month, year"),
            "number": in_context("to fill in", "number of the minutes"),
        }
        yield Paragraph(
            draft.sentence(mark("Adopted at the meeting of {date}, minutes No {number}"), **gaps),
            Style.CENTRED,
        )


def _meeting(draft: Draft) -> Iterator[Block]:
    yield from _minutes(draft) if draft.is_together else _dateline(draft)


def _moved(draft: Draft) -> Iterator[Block]:
    """Who proposed the resolution and who seconded it; nobody does where one person decides."""
    if draft.is_together:
        who = draft.voice.in_context("to fill in", "member of the council")
        runs = draft.sentence(
            mark("Proposed by {proposer}, seconded by {seconder}."), proposer=who, seconder=who
        )
        yield Paragraph(runs)


def _responsible(draft: Draft) -> Iterator[Block]:
    """Who carries it out, until when."""
    in_context = draft.voice.in_context
    who, day = in_context("to fill in", "who carries it out"), in_context("to fill in", "day, month, year")
    yield Paragraph(draft.sentence(mark("Responsible: {who}"), who=who))
    yield Paragraph(draft.sentence(mark("To be done by: {day}"), day=day))


def _subject(draft: Draft) -> Iterator[Block]:
    yield Paragraph(strong(draft.subject()), Style.CENTRED)


def _dateline(draft: Draft) -> Iterator[Block]:
    place = draft.voice.in_context("to fill in", "place of signing")
    gaps = date_and_number(draft.voice)
    if draft.sitting.country in LEFT_DATELINES:
        yield Paragraph(draft.sentence(mark("Number: {number}"), number=gaps["number"]))
        yield Paragraph(draft.sentence(mark("{place}, {date}"), place=place, date=gaps["date"]))
        return
    yield Paragraph(draft.sentence(mark("{date} No {number}"), **gaps), Style.CENTRED)
    yield Paragraph(gap(place), Style.CENTRED)


def _recital(draft: Draft) -> Iterator[Block]:
    gaps = {"law": draft.voice.in_context("to fill in", "law, article, paragraph")}
    is_above = draft.sitting.country == "SI"
    if not draft.is_together:
        alone = mark("Under {law} I issue this") if is_above else mark("Acting under {law}:")
        yield Paragraph(draft.sentence(alone, **gaps))
        return
    message = worded(draft.sitting.country, mark("{body}, acting under {law}, decides:"))
    if is_above:
        message = mark("Under {law}, {body} adopted at its sitting number {sitting}, on {date}, this")
        gaps["sitting"] = draft.voice.in_context("to fill in", "number of the sitting")
        gaps["date"] = draft.voice.in_context("to fill in", "day, month, year")
    body = draft.sitting.bodies.get(draft.approver)
    known = {"body": draft.voice.bare(body.name)} if body else {}
    unknown = {} if body else {"body": draft.unknown_body}
    yield Paragraph(gapped(draft.voice, message, {**gaps, **unknown}, **known))


def _appeal(draft: Draft) -> Iterator[Block]:
    in_context = draft.voice.in_context
    gaps = {
        "court": in_context("to fill in", "court or commission"),
        "time": in_context("to fill in", "time limit"),
        "law": in_context("to fill in", "law"),
    }
    if draft.is_together:
        message = mark("This decision may be appealed to {court} within {time} under {law}.")
    else:
        message = mark("This order may be appealed to {court} within {time} under {law}.")
    yield Paragraph(draft.sentence(message, **gaps))


def _signature(draft: Draft) -> Iterator[Block]:
    words = draft.voice.context.reader.words
    country = draft.sitting.country
    yield _signed(draft, signatory(words, draft.approver, country))
    second = second_signatory(words, draft.approver, country)
    if second:
        yield _signed(draft, second)


def _signed(draft: Draft, role: str) -> Paragraph:
    """Who signs by office, a place for the signature, and one for the name."""
    in_context = draft.voice.in_context
    places = (in_context("to fill in", "signature"), in_context("to fill in", "full name"))
    signature, name = (gap(one) for one in places)
    return Paragraph((*plain(role), *signature, *plain("   "), *name), Style.SIGNATURE)


_PARTS: Final[Mapping[Part, Callable[[Draft], Iterator[Block]]]] = {
    Part.BODY: _body,
    Part.FORM: _form,
    Part.NUMBERED: _numbered,
    Part.MINUTES: _minutes,
    Part.MEETING: _meeting,
    Part.MOVED: _moved,
    Part.RESPONSIBLE: _responsible,
    Part.SUBJECT: _subject,
    Part.DATELINE: _dateline,
    Part.RECITAL: _recital,
    Part.POINTS: points,
    Part.APPEAL: _appeal,
    Part.SIGNATURE: _signature,
}
