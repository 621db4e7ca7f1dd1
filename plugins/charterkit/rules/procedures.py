"""Whether the timetable of a procedure can be meant as it stands: days, hours, exceptions."""

from __future__ import annotations

from collections.abc import Iterator

from charterkit.model.calendar import Weekday
from charterkit.model.procedure import Procedure, Stop, Timetable
from charterkit.model.publication import Publication
from charterkit.problems import Problem, Spot, problem
from charterkit.rules.hours import clock_time


def procedures(publication: Publication) -> Iterator[Problem]:
    """Everything in valid timetables that cannot be meant."""
    for procedure in publication.procedures.values():
        yield from _approval(procedure)
        if procedure.timetable is not None:
            yield from _timetable(Spot(procedure.file, ("timetable",)), procedure.timetable)


def _approval(procedure: Procedure) -> Iterator[Problem]:
    approval = procedure.approval
    if approval is not None and approval.in_force is not None and approval.in_force < approval.day:
        spot = Spot(procedure.file, ("approval", "in_force"))
        yield problem(
            "until-before-from", spot, field=spot.field_name, found=approval.in_force, since=approval.day
        )


def _timetable(spot: Spot, timetable: Timetable) -> Iterator[Problem]:
    for index, stop in enumerate(timetable.stops):
        yield from _stop(spot.at("stops", index), stop)
    for index, one in enumerate(timetable.exceptions):
        here = spot.at("exceptions", index, "until")
        if one.until is not None and one.until < one.since:
            yield problem("until-before-from", here, field=here.field_name, found=one.until, since=one.since)


def _stop(spot: Spot, stop: Stop) -> Iterator[Problem]:
    if Weekday.of(stop.starts) is not stop.day:
        here = spot.at("starts")
        yield problem(
            "stop-first-day",
            here,
            field=here.field_name,
            found=stop.starts,
            day=Weekday.of(stop.starts).value,
            wanted=stop.day.value,
        )
    if clock_time(stop.leaves) <= clock_time(stop.arrives):
        here = spot.at("leaves")
        yield problem(
            "stop-leaves-first", here, field=here.field_name, found=stop.leaves, arrives=stop.arrives
        )
