"""What changed by a day: figures that were published or replaced, targets that began to hold, what has ended.

Everything is read from dates in the records; what has no date is no news.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from charterkit.model.commitment import Commitment
from charterkit.model.requirement import Target
from charterkit.model.result import Row
from charterkit.model.service import Service, Suspension
from charterkit.rules.releases.public import Versions
from charterkit.rules.releases.states import Dated
from charterkit.rules.standing import IndicatorStanding, MeasureStanding, Standing, has_ended
from charterkit.rules.status import Status
from charterkit.rules.timeline import Outcome


@dataclass(frozen=True, slots=True)
class FigurePublished:
    """The first figure of a period; of several that came on one day, that of the latest period.

    `row` is the line as it was published then. `judged` is the figure as the one promise that rests on it sees it; None
    where none or several do, and where the figure was replaced since.
    """

    standing: IndicatorStanding
    outcome: Outcome
    row: Row
    judged: Outcome | None


@dataclass(frozen=True, slots=True)
class FigureReplaced:
    """A figure that took the place of another one of the same period."""

    standing: IndicatorStanding
    outcome: Outcome
    older: Row
    newer: Row


@dataclass(frozen=True, slots=True)
class TargetsSet:
    """Targets of one charter that began to hold on the same day."""

    charter: str
    targets: tuple[tuple[MeasureStanding, Target], ...]


@dataclass(frozen=True, slots=True)
class PromiseEnded:
    """A promise that holds no longer."""

    commitment: Commitment


@dataclass(frozen=True, slots=True)
class ServicePaused:
    """A service that is not offered for a while."""

    service: Service
    suspension: Suspension


@dataclass(frozen=True, slots=True)
class VersionApproved:
    """A release of which the last act that it needed was done."""

    release: Dated


@dataclass(frozen=True, slots=True)
class VersionInForce:
    """A release that began to hold."""

    release: Dated


Event = (
    FigurePublished
    | FigureReplaced
    | TargetsSet
    | PromiseEnded
    | ServicePaused
    | VersionApproved
    | VersionInForce
)


@dataclass(frozen=True, slots=True)
class News:
    """Something that changed on a day; `order` ranks it among others of the same day."""

    day: date
    order: tuple[int, str] = field(compare=False)
    event: Event


def news(standing: Standing) -> tuple[News, ...]:
    """All that changed up to the day of the site, the newest first."""
    found = (one for one in _all(standing) if one.day <= standing.today)
    return tuple(sorted(found, key=lambda one: (-one.day.toordinal(), one.order)))


def release_of(one: News) -> Dated | None:
    """The release that a piece of news is about; None of all other news."""
    match one.event:
        case VersionApproved(release) | VersionInForce(release):
            return release
    return None


def _all(standing: Standing) -> Iterator[News]:
    for indicator in standing.indicators.values():
        yield from _published(indicator)
        yield from _replaced(indicator)
    yield from _targets(standing)
    for promise in standing.promises.values():
        ended = promise.commitment.ended
        if ended is not None:
            yield News(ended.since, (2, promise.commitment.full_id), PromiseEnded(promise.commitment))
    for service in standing.publication.services.values():
        if service.suspended is not None:
            paused = ServicePaused(service, service.suspended)
            yield News(service.suspended.since, (4, service.id), paused)
    yield from _versions(standing)


def _versions(standing: Standing) -> Iterator[News]:
    """Each release on the day on which it was approved, and again on the day from which it holds."""
    versions = Versions(standing.publication.releases, standing.today)
    for charter in versions.charters:
        for one in versions.texts(charter):
            name = f"{charter}/{one.release.version}"
            if one.approved is not None and (one.since_in or one.approved != one.since):
                yield News(one.approved, (-1, name), VersionApproved(one))
            # Of a version that has held since some day of a year, no day was the one on which it was news.
            if one.since is not None and one.since_in is None:
                yield News(one.since, (-1, name), VersionInForce(one))


def _published(standing: IndicatorStanding) -> Iterator[News]:
    """One piece of news for a day, however many figures of the indicator came then."""
    days: dict[date, tuple[Outcome, Row]] = {}
    for outcome in _shown(standing):
        first = next((row for row in outcome.vintages if row.figure is not None), None)
        if first is None or first.released is None:
            continue
        told = days.get(first.released)
        if told is None or outcome.period.end > told[0].period.end:
            days[first.released] = outcome, first
    for day, (outcome, row) in days.items():
        judged = _judged(standing, outcome) if row == outcome.row else None
        yield News(day, (0, standing.indicator.id), FigurePublished(standing, outcome, row, judged))


def _replaced(standing: IndicatorStanding) -> Iterator[News]:
    for outcome in _shown(standing):
        for older, newer in pairwise(outcome.vintages):
            if newer.released is not None and older.figure is not None:
                event = FigureReplaced(standing, outcome, older, newer)
                yield News(newer.released, (1, standing.indicator.id), event)


def _shown(standing: IndicatorStanding) -> Iterator[Outcome]:
    """The outcomes of the whole, or of its parts where only these have figures; what must not be known is no news."""
    alone = not any(outcome.vintages for outcome in standing.outcomes)
    for outcomes in standing.parts.values() if alone else (standing.outcomes,):
        yield from (one for one in outcomes if one.status is not Status.SUPPRESSED)


def _judged(standing: IndicatorStanding, outcome: Outcome) -> Outcome | None:
    slice = outcome.row.slice if outcome.row is not None else ()
    found = [
        one
        for measure in standing.measures
        if measure.measure.only == slice
        for one in measure.outcomes
        if one.period == outcome.period and one.judged
    ]
    return found[0] if len(found) == 1 else None


def _targets(standing: Standing) -> Iterator[News]:
    days: dict[tuple[date, str], list[tuple[MeasureStanding, Target]]] = {}
    for promise in standing.promises.values():
        if promise.has_ended(standing.today):
            continue
        for measure in promise.measures:
            if has_ended(measure.indicator, standing.today):
                continue
            for target in measure.measure.targets:
                days.setdefault((target.since, promise.commitment.charter), []).append((measure, target))
    for (day, charter), targets in days.items():
        yield News(day, (3, charter), TargetsSet(charter, tuple(targets)))
