"""How a year went: what came of every promise in the periods that ended in it, as far as that is known on the day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from charterkit.periods import Length, Period, containing
from charterkit.rules.standing import Counts, MeasureStanding, PromiseStanding, Standing, counted
from charterkit.rules.status import EVALUATED, PromiseStatus, Status, roll_up
from charterkit.rules.timeline import Outcome

# A share of fewer promises than this would say more about chance than about the body: one promise of four is 25 %.
SMALLEST_BASE: Final = 5

# Why a promise could not be evaluated, what the body could have avoided first.
_REASONS: Final = (
    Status.OVERDUE,
    Status.NO_DATA,
    Status.SUPPRESSED,
    Status.NO_TARGET,
    Status.ON_TRACK,
    Status.AT_RISK,
    Status.OFF_TRACK,
    Status.NO_CASES,
    Status.NOT_APPLICABLE,
)

Result = tuple[MeasureStanding, Outcome]


@dataclass(frozen=True, slots=True)
class YearPromise:
    """A promise in a year: `results` holds of each measure the last period of the year that is over and due.

    `late` are all figures of the year that are overdue, `waiting` says whether others are not due yet, and `expected`
    whether the year has any period in which it is judged.
    """

    standing: PromiseStanding
    status: PromiseStatus
    results: tuple[Result, ...]
    late: tuple[Result, ...]
    waiting: bool
    expected: bool


@dataclass(frozen=True, slots=True)
class YearStanding:
    """All promises in a year of the publisher; one that had ended before it began is not among them.

    `waiting` is how many of them have figures of the year that are not due yet.
    """

    year: Period
    is_running: bool
    promises: tuple[YearPromise, ...]
    counts: Counts
    waiting: int

    @property
    def charters(self) -> tuple[str, ...]:
        """The charters that have promises in the year."""
        return tuple(dict.fromkeys(one.standing.commitment.charter for one in self.promises))

    @property
    def unexpected(self) -> int:
        """How many promises are measured, but in no period that ended in this year."""
        return sum(not one.expected and bool(one.standing.measures) for one in self.promises)

    @property
    def reasons(self) -> Mapping[Status, int]:
        """Why promises could not be evaluated, and how many for each reason."""
        silent = (one for one in self.promises if one.status is PromiseStatus.NOT_EVALUATED)
        return counted_reasons([outcome.status for _, outcome in one.results] for one in silent)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two years over the promises that could be evaluated in both; `alone` could be in only one of them."""

    both: int
    kept: int
    kept_before: int
    alone: int


def years(standing: Standing) -> tuple[Period, ...]:
    """The publisher's years for which there is something to tell, oldest first.

    From the first one in which a promise could be evaluated on (where none ever could, from the first figure on): each
    that has a figure, or should have one.
    """
    found: dict[Period, set[Status]] = {}
    of_day: dict[date, Period | None] = {}
    for outcome in _settled(standing):
        end = outcome.period.end
        if end not in of_day:
            of_day[end] = containing(end, Length.YEAR, standing.publication.publisher.year_starts)
        if (year := of_day[end]) is not None and (outcome.figure or outcome.status is Status.OVERDUE):
            found.setdefault(year, set()).add(outcome.status)
    told = [year for year, statuses in found.items() if statuses != {Status.OVERDUE}]
    first = min((year for year in told if found[year] & EVALUATED), default=min(told, default=None))
    return tuple(sorted(year for year in found if first is not None and year >= first))


def year_standing(standing: Standing, year: Period) -> YearStanding:
    """How every promise stood in a year of the publisher, with the same verdicts as everywhere else."""
    promises = tuple(
        _promise(one, standing, year)
        for one in standing.promises.values()
        if one.commitment.ended is None or one.commitment.ended.since > year.start
    )
    counts = counted(one.status for one in promises)
    waiting = sum(one.waiting for one in promises)
    return YearStanding(year, standing.today <= year.end, promises, counts, waiting)


def comparison(this: YearStanding, before: YearStanding) -> Comparison:
    """How a year compares with another: a promise counts only where it could be evaluated in both."""
    now, then = (_evaluated(one) for one in (this, before))
    both = now.keys() & then.keys()
    kept, kept_before = (sum(one[id] is PromiseStatus.MET for id in both) for one in (now, then))
    return Comparison(len(both), kept, kept_before, len(now.keys() ^ then.keys()))


def reasons_today(standing: Standing, promises: Iterable[PromiseStanding]) -> Mapping[Status, int]:
    """Why promises cannot be evaluated on the day, and how many for each reason."""
    silent = (
        one
        for one in promises
        if one.status is PromiseStatus.NOT_EVALUATED and not one.has_ended(standing.today)
    )
    return counted_reasons(
        [one.current.status for one in promise.measures if one.current] for promise in silent
    )


def counted_reasons(statuses: Iterable[list[Status]]) -> Mapping[Status, int]:
    """How many promises have which reason; one without any period that is due is `open`."""
    found = Counter(next((one for one in _REASONS if one in own), Status.OPEN) for own in statuses)
    return {status: found[status] for status in Status if found[status]}


def _promise(promise: PromiseStanding, standing: Standing, year: Period) -> YearPromise:
    results: list[Result] = []
    late: list[Result] = []
    waiting = expected = False
    for measure in promise.measures:
        own = [one for one in _of(promise, measure) if year.contains(one.period.end)]
        due = [one for one in own if _is_due(one, standing)]
        results += [(measure, one) for one in due[-1:]]
        late += [(measure, one) for one in due if one.status is Status.OVERDUE]
        waiting, expected = waiting or len(due) < len(own), expected or bool(own)
    status = roll_up(expected, (outcome.status for _, outcome in results))
    return YearPromise(promise, status, tuple(results), tuple(late), waiting, expected)


def _of(promise: PromiseStanding, measure: MeasureStanding) -> list[Outcome]:
    """The outcomes by which a promise is judged while it holds."""
    ended = promise.commitment.ended
    return [one for one in measure.outcomes if one.judged and (ended is None or one.period.end < ended.since)]


def _settled(standing: Standing) -> Iterable[Outcome]:
    return (
        outcome
        for promise in standing.promises.values()
        for measure in promise.measures
        for outcome in _of(promise, measure)
        if _is_due(outcome, standing)
    )


def _is_due(outcome: Outcome, standing: Standing) -> bool:
    """Whether the period is over and its figure due: what today's verdict asks, too."""
    today = standing.today
    return outcome.period.end < today and (outcome.due is None or outcome.due < today)


def _evaluated(year: YearStanding) -> dict[str, PromiseStatus]:
    states = (PromiseStatus.MET, PromiseStatus.PARTLY_MET, PromiseStatus.NOT_MET)
    return {one.standing.commitment.full_id: one.status for one in year.promises if one.status in states}
