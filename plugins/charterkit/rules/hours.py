"""Hours of a day as records write them: read, and held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import time

from charterkit.model.calendar import Opening
from charterkit.model.publication import Publication
from charterkit.model.publisher import SpecialHours
from charterkit.problems import Problem, Spot, problem


def clock_time(written: str) -> time:
    """The time of day in `8:00` or `16:40`."""
    hours, minutes = written.split(":")
    return time(int(hours), int(minutes))


def hour_problems(publication: Publication) -> Iterator[Problem]:
    """Hours of places and calendars at which nobody could come."""
    for index, place in enumerate(publication.publisher.places):
        spot = Spot("charters/publisher.yml", ("places", index))
        yield from _openings(spot.at("hours"), place.hours)
        for number, one in enumerate(place.special):
            yield from _special(spot.at("special", number), one)
    for calendar in publication.calendars.values():
        yield from _openings(Spot(calendar.file, ("hours",)), calendar.hours)


def _openings(spot: Spot, hours: Sequence[Opening]) -> Iterator[Problem]:
    for index, one in enumerate(hours):
        yield from _order(spot.at(index), one.opens, one.closes)


def _special(spot: Spot, one: SpecialHours) -> Iterator[Problem]:
    if bool(one.opens) != bool(one.closes):
        yield problem("hours-half", spot.at("opens" if one.opens else "closes"), field=spot.field_name)
    elif one.opens:
        yield from _order(spot, one.opens, one.closes)
    if one.until is not None and one.until < one.since:
        here = spot.at("until")
        yield problem("until-before-from", here, field=here.field_name, found=one.until, since=one.since)


def _order(spot: Spot, opens: str, closes: str) -> Iterator[Problem]:
    if clock_time(closes) <= clock_time(opens):
        yield problem("hours-order", spot.at("closes"), field=spot.field_name, opens=opens, closes=closes)
