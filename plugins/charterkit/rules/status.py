"""The status of a measure in a period, and of a commitment on a date: every combination has one answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from charterkit.model.indicator import Indicator
from charterkit.model.requirement import Target
from charterkit.model.result import UNSETTLED, WITHOUT_FIGURE, State
from charterkit.periods import Frequency, Period
from charterkit.rules.demands import Says


class Status(StrEnum):
    """What the result of a period means against the target in force at its end."""

    MET = "met"
    NEAR = "near"
    NOT_MET = "not_met"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    OPEN = "open"
    OVERDUE = "overdue"
    NO_DATA = "no_data"
    NO_CASES = "no_cases"
    NO_TARGET = "no_target"
    NOT_APPLICABLE = "not_applicable"
    SUPPRESSED = "suppressed"


EVALUATED = frozenset({Status.MET, Status.NEAR, Status.NOT_MET})


class PromiseStatus(StrEnum):
    """Whether a commitment is kept, over all its measures."""

    MET = "met"
    PARTLY_MET = "partly_met"
    NOT_MET = "not_met"
    NOT_EVALUATED = "not_evaluated"
    NOT_MEASURED = "not_measured"


class Moment(StrEnum):
    """Where a period stands in time, seen from today."""

    RUNNING = "running"
    NOT_YET_DUE = "not_yet_due"
    PAST_DUE = "past_due"
    NO_DUE_DATE = "no_due_date"


class Why(StrEnum):
    """The line of the table that gave the status."""

    NOT_APPLICABLE = "not_applicable"
    ENDED = "ended"
    SUPPRESSED = "suppressed"
    NO_CASES = "no_cases"
    MISSING = "missing"
    RUNNING = "running"
    NOT_YET_DUE = "not_yet_due"
    PAST_DUE = "past_due"
    NO_DUE_DATE = "no_due_date"
    BOUND = "bound"
    NO_TARGET = "no_target"
    CONTEXT = "context"
    IN_WORDS = "in_words"
    NOTHING_TO_COMPARE = "nothing_to_compare"
    HOLDS_SO_FAR = "holds_so_far"
    NEAR_SO_FAR = "near_so_far"
    MISSES_SO_FAR = "misses_so_far"
    STILL_COUNTING = "still_counting"
    HOLDS = "holds"
    NEAR = "near"
    MISSES = "misses"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with its reason and the target that gave it."""

    status: Status
    why: Why
    target: Target | None = None
    target_changed: bool = False


@dataclass(frozen=True, slots=True)
class Situation:
    """All that a status depends on."""

    state: State = State.NOTHING
    says: Says = Says.NOTHING
    moment: Moment = Moment.PAST_DUE
    shorter: bool = False
    accumulates: bool = False
    no_base: bool = False


# A row's own word settles the matter, whatever the figure, the target or the time.
_BY_STATE = {
    State.NOT_APPLICABLE: (Status.NOT_APPLICABLE, Why.NOT_APPLICABLE),
    State.ENDED: (Status.NOT_APPLICABLE, Why.ENDED),
    State.SUPPRESSED: (Status.SUPPRESSED, Why.SUPPRESSED),
    State.NO_CASES: (Status.NO_CASES, Why.NO_CASES),
    State.MISSING: (Status.NO_DATA, Why.MISSING),
}
_WITHOUT_FIGURE = {
    Moment.RUNNING: (Status.OPEN, Why.RUNNING),
    Moment.NOT_YET_DUE: (Status.OPEN, Why.NOT_YET_DUE),
    Moment.PAST_DUE: (Status.OVERDUE, Why.PAST_DUE),
    Moment.NO_DUE_DATE: (Status.NO_DATA, Why.NO_DUE_DATE),
}
_SO_FAR = {
    Says.HOLDS: (Status.ON_TRACK, Why.HOLDS_SO_FAR),
    Says.NEAR: (Status.AT_RISK, Why.NEAR_SO_FAR),
    Says.MISSES: (Status.OFF_TRACK, Why.MISSES_SO_FAR),
}
_FINAL = {
    Says.HOLDS: (Status.MET, Why.HOLDS),
    Says.NEAR: (Status.NEAR, Why.NEAR),
    Says.MISSES: (Status.NOT_MET, Why.MISSES),
}


def decide(situation: Situation) -> tuple[Status, Why] | None:
    """The status of a measure in a period: the first line of the table that fits.

    None where the row contradicts itself (a figure beside a word that says there is none): it is refused.
    """
    state = _word(situation)
    if state in WITHOUT_FIGURE:
        return _BY_STATE[state] if situation.says is Says.NOTHING else None
    if situation.says is Says.NOTHING:
        return _WITHOUT_FIGURE[situation.moment]
    if situation.says is Says.UNDECIDED:
        return _undecided(situation.moment)
    if situation.says is Says.UNJUDGED:
        return Status.NO_TARGET, Why.NO_TARGET
    return _judged(situation)


def _word(situation: Situation) -> State:
    """What the row says in place of a figure; 0 of 0 says `no_cases` where no earlier line fits."""
    earlier = situation.state in (State.NOT_APPLICABLE, State.ENDED, State.SUPPRESSED)
    return State.NO_CASES if situation.no_base and not earlier else situation.state


def _undecided(moment: Moment) -> tuple[Status, Why]:
    """A bound such as `<30` was published, so nothing is overdue; but it is no figure either."""
    return (Status.OPEN, Why.RUNNING) if moment is Moment.RUNNING else (Status.NO_DATA, Why.BOUND)


def _judged(situation: Situation) -> tuple[Status, Why]:
    settled = situation.moment is not Moment.RUNNING and not situation.shorter
    if settled and situation.state not in UNSETTLED:
        return _FINAL[situation.says]
    if situation.says is Says.MISSES and situation.accumulates:
        return Status.OPEN, Why.STILL_COUNTING
    return _SO_FAR[situation.says]


def due_date(period: Period, indicator: Indicator) -> date | None:
    """The last day on which the figure of a period is in time; None where it is never overdue."""
    if indicator.due_days is None or indicator.frequency is Frequency.IRREGULAR:
        return None
    try:
        return period.end + timedelta(days=indicator.due_days)
    except OverflowError:  # beyond the last day of the calendar nothing is ever due
        return None


def moment(period: Period, due: date | None, today: date) -> Moment:
    """Where a period stands in time."""
    if today <= period.end:
        return Moment.RUNNING
    if due is None:
        return Moment.NO_DUE_DATE
    return Moment.NOT_YET_DUE if today <= due else Moment.PAST_DUE


def roll_up(measured: bool, statuses: Iterable[Status]) -> PromiseStatus:
    """The status of a commitment from those of its measures, each in its latest period that is over and due.

    `measured` is false where it has no measure at all.
    """
    if not measured:
        return PromiseStatus.NOT_MEASURED
    found = list(statuses)
    evaluated = [status for status in found if status in EVALUATED]
    kept = evaluated.count(Status.MET)
    if not evaluated:
        return PromiseStatus.NOT_EVALUATED
    if kept == 0:
        return PromiseStatus.NOT_MET
    if kept < len(evaluated):
        return PromiseStatus.PARTLY_MET
    gaps = {Status.OVERDUE, Status.NO_DATA}.intersection(found)
    return PromiseStatus.NOT_EVALUATED if gaps else PromiseStatus.MET
