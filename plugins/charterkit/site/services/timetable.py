"""When a service on wheels comes where: its stops by route, each with its next visits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from charterkit.model.calendar import Weekday
from charterkit.model.procedure import Procedure, Route, Stop, Timetable, TimetableException
from charterkit.rules.visits import planned
from charterkit.site.addresses import stop_file
from charterkit.site.context import Context
from charterkit.site.pieces import Piece
from charterkit.site.services.hours import hour_span

# As many next visits as fit on a slip of paper at the fridge.
_NEXT: Final = 3
# Days off that lie further ahead are of no use yet.
_AHEAD: Final = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class StopPart:
    """One stop: where, when as a rule, when next, and the file for one's own calendar."""

    id: str
    place: Piece
    at: Piece
    when: str
    season: str
    next: tuple[str, ...]
    accessibility: Piece
    file: str


@dataclass(frozen=True, slots=True)
class RoutePart:
    """The stops of a route; without a title where the timetable has no routes."""

    title: Piece
    vehicle: Piece
    stops: tuple[StopPart, ...]


@dataclass(frozen=True, slots=True)
class DayOff:
    """Days on which it is otherwise, and why."""

    days: str
    stops: tuple[Piece, ...]
    reason: Piece
    instead: str


@dataclass(frozen=True, slots=True)
class TimetablePart:
    """The whole timetable as of a day."""

    as_of: str
    note: Piece
    routes: tuple[RoutePart, ...]
    days_off: tuple[DayOff, ...]


def timetable_part(context: Context, procedure: Procedure) -> TimetablePart | None:
    """The timetable of a procedure; None where it has none."""
    timetable = procedure.timetable
    if timetable is None:
        return None
    today = context.standing.today
    return TimetablePart(
        context.say("Next visits as of {day}", day=context.reader.words.day(today)),
        context.block(timetable.note),
        tuple(_routes(context, procedure, timetable)),
        tuple(_day_off(context, timetable, one) for one in _coming(timetable, today)),
    )


def _routes(context: Context, procedure: Procedure, timetable: Timetable) -> Iterator[RoutePart]:
    for route in (*timetable.routes, None):
        stops = [stop for stop in timetable.stops if stop.route == (route.id if route else "")]
        if stops:
            parts = tuple(_stop(context, procedure, timetable, stop) for stop in stops)
            yield RoutePart(*_named(context, route), parts)


def _named(context: Context, route: Route | None) -> tuple[Piece, Piece]:
    return (context.line(route.title), context.line(route.vehicle)) if route else (Piece(), Piece())


def _stop(context: Context, procedure: Procedure, timetable: Timetable, stop: Stop) -> StopPart:
    found = planned(context.publication, timetable, stop, context.standing.today)[:_NEXT]
    return StopPart(
        id=f"stop-{stop.id}",
        place=context.line(stop.place),
        at=context.line(stop.at),
        when=_when(context, stop),
        season=_season(context, stop),
        next=tuple(context.reader.words.short_day(one.day) for one in found),
        accessibility=context.line(stop.accessibility),
        file=context.links.file(stop_file(procedure.id, stop.id)),
    )


def _when(context: Context, stop: Stop) -> str:
    words = context.reader.words
    day = words.weekday(tuple(Weekday).index(stop.day))
    hours = hour_span(context, stop.arrives, stop.leaves)
    if stop.every == 1:
        return words.say("{day}, {hours}, every week", day=day, hours=hours)
    return words.count(
        "{day}, {hours}, every {n} week",
        "{day}, {hours}, every {n} weeks",
        stop.every,
        day=day,
        hours=hours,
    )


def _season(context: Context, stop: Stop) -> str:
    if stop.season is None:
        return ""
    day, season = context.reader.words.month_day, stop.season
    first = day(season.since.month, season.since.day)
    last = day(season.until.month, season.until.day)
    return context.say("In the season: {first} – {last}", first=first, last=last)


def _coming(timetable: Timetable, today: date) -> list[TimetableException]:
    """The exceptions that are not over and not far away, by their first day."""
    near = (
        one
        for one in timetable.exceptions
        if today <= (one.until or one.since) and one.since <= today + _AHEAD
    )
    return sorted(near, key=lambda one: one.since)


def _day_off(context: Context, timetable: Timetable, one: TimetableException) -> DayOff:
    words, say = context.reader.words, context.say
    days = words.days(one.since, one.until or one.since)
    places = {stop.id: context.line(stop.place) for stop in timetable.stops}
    instead = say("We come on this day instead: {day}", day=words.day(one.instead)) if one.instead else ""
    stops = tuple(places[id] for id in one.stops if id in places)
    return DayOff(days, stops, context.line(one.reason), instead)
