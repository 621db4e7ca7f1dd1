"""Places where people are served: where they are, when they are open, how one gets in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from charterkit.model.calendar import Opening, Weekday
from charterkit.model.publisher import ServicePlace, SpecialHours
from charterkit.rules.hours import clock_time
from charterkit.site.context import Context, Fact, Link
from charterkit.site.pieces import Piece
from charterkit.site.records import contact_facts
from charterkit.site.services.hours import hour_span, weekdays
from charterkit.text import beginning


@dataclass(frozen=True, slots=True)
class Hours:
    """From when to when, as one reads it on a door, and what else to know about it."""

    text: str
    note: Piece | str = ""


@dataclass(frozen=True, slots=True)
class HourRow:
    """Days with the same hours."""

    days: str
    hours: tuple[Hours, ...]


@dataclass(frozen=True, slots=True)
class PlacePart:
    """A place: its contacts, its hours in a week, the other hours of days to come; `id` is its anchor."""

    id: str
    title: Piece
    facts: tuple[Fact, ...]
    week: tuple[HourRow, ...]
    special: tuple[HourRow, ...]


def place_part(context: Context, place: ServicePlace) -> PlacePart:
    """A place, with special hours only where they are not over on the day of the site."""
    return PlacePart(
        f"place-{place.id}",
        context.line(place.title),
        _facts(context, place),
        tuple(_week(context, place.hours)),
        tuple(_special(context, one) for one in _ahead(context, place.special)),
    )


def _facts(context: Context, place: ServicePlace) -> tuple[Fact, ...]:
    facts = []
    if place.address:
        facts.append(Fact(context.say("Address"), (Link(context.line(place.address)),)))
    if place.accessibility:
        facts.append(Fact(context.say("Accessibility"), (Link(context.line(place.accessibility)),)))
    return (*facts, *contact_facts(context, place.contact))


def _week(context: Context, openings: tuple[Opening, ...]) -> Iterator[HourRow]:
    """The seven days in order, those with the same hours side by side in one row; none where nothing is known."""
    if not openings:
        return
    by_day = ((day, _of_day(day, openings)) for day in Weekday)
    for own, days in groupby(by_day, key=lambda pair: pair[1]):
        names = weekdays(context, (day for day, _ in days))
        yield HourRow(beginning(names), _hours(context, own))


def _of_day(day: Weekday, openings: Iterable[Opening]) -> tuple[Opening, ...]:
    # The days are left out, so that equal hours that stand in two entries are seen to be equal.
    own = (Opening((), one.opens, one.closes, one.note) for one in openings if day in one.days)
    return tuple(sorted(own, key=lambda one: clock_time(one.opens)))


def _hours(context: Context, openings: tuple[Opening, ...]) -> tuple[Hours, ...]:
    if not openings:
        return (Hours(context.say("Closed")),)
    return tuple(Hours(hour_span(context, one.opens, one.closes), context.line(one.note)) for one in openings)


def _ahead(context: Context, special: Iterable[SpecialHours]) -> list[SpecialHours]:
    ahead = [one for one in special if (one.until or one.since) >= context.standing.today]
    return sorted(ahead, key=lambda one: one.since)


def _special(context: Context, one: SpecialHours) -> HourRow:
    days = context.reader.words.days(one.since, one.until or one.since)
    is_open = bool(one.opens and one.closes)
    text = hour_span(context, one.opens, one.closes) if is_open else context.say("Closed")
    return HourRow(days, (Hours(text, context.line(one.title)),))
