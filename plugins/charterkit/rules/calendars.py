"""Whether calendars can be counted by: known holidays, each day once, hours and cut-offs that fit each other."""

from __future__ import annotations

from collections.abc import Iterator

from charterkit import freedays
from charterkit.model.calendar import Calendar
from charterkit.model.publication import Publication
from charterkit.model.standard import Clock
from charterkit.problems import Problem, Spot, problem
from charterkit.rules.hours import clock_time
from charterkit.text import nearest


def calendars(publication: Publication) -> Iterator[Problem]:
    """Everything in calendars, and in the clocks that count by them, that cannot be meant."""
    for calendar in publication.calendars.values():
        yield from _calendar(calendar)
    for file, clock in _clocks(publication):
        known = publication.calendars.get(clock.calendar)
        if known is not None:
            yield from _cut_off(Spot(file, ("clock", "cut_off")), clock.cut_off, known)


def _clocks(publication: Publication) -> Iterator[tuple[str, Clock]]:
    yield from ((one.file, one.clock) for one in publication.standards.values() if one.clock)
    yield from ((one.file, one.clock) for one in publication.services.values() if one.clock)


def _calendar(calendar: Calendar) -> Iterator[Problem]:
    spot = Spot(calendar.file)
    if calendar.country:
        yield from _country(spot, calendar)
    elif calendar.region:
        yield problem("field-missing", spot, found="country", example="country: ES")
    yield from _twice(spot, "days", "date", [one.date.isoformat() for one in calendar.days])
    every_year = [f"{one.day.month:02}-{one.day.day:02}" for one in calendar.every_year]
    yield from _twice(spot, "every_year", "day", every_year)
    yield from _cut_off(spot.at("cut_off"), calendar.cut_off, calendar)


def _country(spot: Spot, calendar: Calendar) -> Iterator[Problem]:
    country, region = calendar.country, calendar.region
    if country not in freedays.countries():
        here = spot.at("country")
        yield problem("calendar-country", here, field=here.field_name, found=country)
    elif region and region not in freedays.regions(country):
        here, known = spot.at("region"), freedays.regions(country)
        yield problem(
            "calendar-region", here, field=here.field_name, found=region, country=country,
            allowed=", ".join(known) or "–", nearest=nearest(region, known) or "",
        )  # fmt: skip


def _twice(spot: Spot, name: str, key: str, days: list[str]) -> Iterator[Problem]:
    for index, day in enumerate(days):
        if day in days[:index]:
            yield problem("day-twice", spot.at(name, index, key), field=name, found=day)


def _cut_off(spot: Spot, written: str, calendar: Calendar) -> Iterator[Problem]:
    """A cut-off at a time at which the office is never open: most likely a slip of the pen."""
    spans = [(clock_time(one.opens), clock_time(one.closes)) for one in calendar.hours]
    if not written or not spans:
        return
    latest = clock_time(written)
    if not any(opens <= latest <= closes for opens, closes in spans):
        yield problem(
            "cut-off-outside-hours", spot, field=spot.field_name, found=written, calendar=calendar.id
        )
