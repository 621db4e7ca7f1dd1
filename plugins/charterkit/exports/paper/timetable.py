"""Timetables for walls: all stops of a service on wheels on one sheet, and a sheet for each of its stops."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charterkit.exports.paper.frame import Heading, Press, paper
from charterkit.exports.paper.poster import FORMATS, Code, code
from charterkit.exports.paper.typeset import Paper
from charterkit.model.procedure import Procedure, Timetable
from charterkit.site.context import Context
from charterkit.site.pieces import Piece
from charterkit.site.printed import Sort
from charterkit.site.services.timetable import DayOff, StopPart, TimetablePart, timetable_part


@dataclass(frozen=True, slots=True)
class TimetableOnPaper:
    """When a service on wheels comes where, and the way to its page.

    `rare` are the stops at which it does not stop every week of the year: only there the next visits say more than the
    day of the week, on a sheet that hangs for months.
    """

    timetable: TimetablePart
    rare: tuple[str, ...]
    code: Code | None


@dataclass(frozen=True, slots=True)
class StopOnPaper:
    """One stop: when it is served, the days on which that is otherwise, and the way to the page of them all."""

    stop: StopPart
    as_of: str
    note: Piece
    off: tuple[DayOff, ...]
    code: Code | None


def timetables(press: Press, context: Context) -> Iterator[Paper]:
    """The timetable of every procedure that has one and that is in force, in every format."""
    for procedure in context.publication.procedures.values():
        shown = _shown(context, procedure) if procedure.ended is None else None
        if shown is not None:
            title, kind = context.say("When we come"), context.reader.bare(procedure.title)
            heading = Heading(title, title, Sort.TIMETABLE, _address(procedure), kind)
            for format in FORMATS:
                parts = {"format": format, "shown": shown}
                yield paper(press, context, f"timetable-{procedure.id}-{format}", "timetable", heading, parts)
            yield from _stops(press, context, procedure, shown)


def _stops(press: Press, context: Context, procedure: Procedure, shown: TimetableOnPaper) -> Iterator[Paper]:
    """A sheet for every stop, to be read by whoever stands before it."""
    for stop in (stop for route in shown.timetable.routes for stop in route.stops):
        off = tuple(one for one in shown.timetable.days_off if not one.stops or stop.place in one.stops)
        sheet = StopOnPaper(stop, shown.timetable.as_of, shown.timetable.note, off, shown.code)
        place = next(one.place for one in _timetable(procedure).stops if f"stop-{one.id}" == stop.id)
        kind = context.reader.bare(procedure.title)
        heading = Heading(
            context.reader.bare(place), stop.place, Sort.STOP, _address(procedure), kind, record=stop.id
        )
        name = f"timetable-{procedure.id}-{stop.id}-a4"
        yield paper(press, context, name, "stop", heading, {"sheet": sheet})


def _timetable(procedure: Procedure) -> Timetable:
    assert procedure.timetable is not None
    return procedure.timetable


def _shown(context: Context, procedure: Procedure) -> TimetableOnPaper | None:
    part, timetable = timetable_part(context, procedure), procedure.timetable
    if part is None or timetable is None:
        return None
    rare = tuple(f"stop-{one.id}" for one in timetable.stops if one.every > 1 or one.season)
    leads = context.say("Add the visits to my calendar")
    return TimetableOnPaper(part, rare, code(context, _address(procedure), leads))


def _address(procedure: Procedure) -> str:
    return f"procedures/{procedure.id}/"
