"""What the last figures would have meant under new targets: a question that every council asks before it votes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from charterkit.data.build import build
from charterkit.model.commitment import Measure
from charterkit.model.indicator import Indicator
from charterkit.model.publication import Publication
from charterkit.model.requirement import BetterThan, Target
from charterkit.model.result import UNSETTLED, Quantity, Row, Series
from charterkit.periods import Period
from charterkit.rules.demands import Says, in_force, says
from charterkit.rules.releases.change import Change
from charterkit.rules.releases.effects import Effect
from charterkit.rules.timeline import Outcome, Timeline

_CLEAR = frozenset({Says.HOLDS, Says.NEAR, Says.MISSES})
_COMPARABLE = frozenset({Effect.TIGHTENED, Effect.LOOSENED})


@dataclass(frozen=True, slots=True)
class Retrospect:
    """The figure of a period that is over, what it says about the target that governed it, and what it would say
    about a new one.

    `figure` is that of the new measure: where a measure was turned round, 100 minus the one that was reported.
    """

    period: Period
    figure: Quantity
    old: Target
    new: Target
    under_old: Says
    under_new: Says
    turned: bool = False

    @property
    def tells(self) -> bool:
        """Whether both answers are known."""
        return {self.under_old, self.under_new} <= _CLEAR


def retrospect(
    outcomes: Sequence[Outcome],
    indicator: Indicator,
    before: Sequence[Target],
    after: Sequence[Target],
    since: date,
    turned_into: Indicator | None = None,
) -> Retrospect | None:
    """The last judged period that ended before the day `since`, under both targets; None where nothing can be said.

    `before` and `after` are the targets of the two releases, `outcomes` those of the measure, oldest first. Of the
    new targets the one counts that holds on the day `since`. `turned_into` is the indicator whose figures are 100
    minus those of this one.
    """
    found = next((one for one in reversed(outcomes) if _is_settled(one) and one.period.end < since), None)
    if found is None or found.row is None or found.figure is None:
        return None
    old, new = in_force(before, found.period.end), _from_then_on(after, since)
    if old is None or new is None or any(isinstance(one.requirement, BetterThan) for one in (old, new)):
        return None
    if _is_counted_otherwise(turned_into or indicator, found.period.end, max(since, new.since)):
        return None
    row = _mirrored(found.row) if turned_into is not None else found.row
    told = Retrospect(
        found.period,
        row.figure or found.figure,
        old,
        new,
        says(found.row, old, indicator, None),
        says(row, new, turned_into or indicator, None),
        turned_into is not None,
    )
    return told if told.tells else None


def of_change(change: Change, publication: Publication, today: date, since: date) -> Retrospect | None:
    """What the last figures of a measure say about its new targets; None where the two cannot be compared.

    The figures are those of `publication` as they are known on `today`.
    """
    before, after = change.measured
    if not before or not after or not any(one.effect in _COMPARABLE for one in change.stretches):
        return None
    older, newer = build(Measure, before), build(Measure, after)
    indicator, other = (publication.indicators.get(one.indicator) for one in (older, newer))
    if indicator is None or other is None:
        return None
    series = publication.series.get(indicator.id, Series(indicator.id))
    seen = Timeline(indicator, series, older, publication.publisher.year_starts, today)
    turned = other if other is not indicator else None
    return retrospect(seen.outcomes(), indicator, older.targets, newer.targets, since, turned)


def _is_counted_otherwise(indicator: Indicator, last: date, since: date) -> bool:
    """Whether figures are counted in another way, or no longer comparable, by the day on which a target begins."""
    turns = [one.since for one in indicator.method_versions] + [one.since for one in indicator.breaks]
    return any(last < turn <= since for turn in turns)


def _from_then_on(targets: Sequence[Target], since: date) -> Target | None:
    """The target that holds on a day, else the first one after it."""
    later = sorted((one for one in targets if one.since > since), key=lambda one: one.since)
    return in_force(targets, since) or next(iter(later), None)


def _is_settled(outcome: Outcome) -> bool:
    """Whether a period has a figure that will not change any more."""
    row = outcome.row
    return outcome.judged and outcome.figure is not None and row is not None and row.state not in UNSETTLED


def _mirrored(row: Row) -> Row:
    if row.figure is None:
        return row
    return replace(
        row, figure=replace(row.figure, value=100 - row.figure.value), numerator=None, denominator=None
    )
