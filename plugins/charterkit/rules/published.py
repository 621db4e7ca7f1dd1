"""Which figures were published, and when: the newest first, each once, as a feed of news tells them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from charterkit.model.indicator import Indicator
from charterkit.model.result import Row
from charterkit.rules.standing import IndicatorStanding, Standing
from charterkit.rules.timeline import Outcome


@dataclass(frozen=True, slots=True)
class Published:
    """A figure that was published on a day.

    `outcomes` are all those of the same series, `judged` says whether they hold the verdict for a promise. Where the
    figure took the place of another one, `before` is the row that stood there.
    """

    indicator: Indicator
    outcome: Outcome
    outcomes: tuple[Outcome, ...]
    row: Row
    day: date
    judged: bool
    before: Row | None


def published(standing: Standing) -> tuple[Published, ...]:
    """Every figure whose day of publication is known and not after the day of the standing, the newest first.

    Without such a day nobody can say when it became known, so it is no news. Of one day the order of the indicators
    counts, then the later period.
    """
    found = [one for indicator in standing.indicators.values() for one in _of(indicator, standing.today)]
    return tuple(sorted(found, key=lambda one: one.day, reverse=True))


def _of(standing: IndicatorStanding, today: date) -> Iterator[Published]:
    for outcomes, judged in _series(standing):
        for outcome in reversed(outcomes):
            row = outcome.row
            # A sum of other rows has no day of its own.
            if row is None or not outcome.vintages or row.figure is None or row.released is None:
                continue
            if row.released <= today:
                before = outcome.vintages[-2] if len(outcome.vintages) > 1 else None
                yield Published(
                    standing.indicator, outcome, outcomes, row, row.released, judged, _with_figure(before)
                )


def _with_figure(row: Row | None) -> Row | None:
    return row if row is not None and row.figure is not None else None


def _series(standing: IndicatorStanding) -> Iterator[tuple[tuple[Outcome, ...], bool]]:
    """The whole, and the slices that a promise is about; with the verdict where exactly one promise rests on them."""
    slices = dict.fromkeys(
        (*(((),) if standing.outcomes else ()), *(one.measure.only for one in standing.measures))
    )
    for slice in slices:
        measures = [one for one in standing.measures if one.measure.only == slice]
        if len(measures) == 1 and not standing.is_context:
            yield measures[0].outcomes, True
        elif not slice:
            yield standing.outcomes, False
        else:
            yield standing.parts.get(slice, ()), False
