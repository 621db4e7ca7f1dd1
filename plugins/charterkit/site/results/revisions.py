"""Figures that were replaced: what stood there, what stands there now, since when, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from charterkit.model.indicator import Indicator
from charterkit.model.result import UNSETTLED, Row, State
from charterkit.rules.status import Status
from charterkit.rules.timeline import Outcome
from charterkit.site.context import Context
from charterkit.site.pieces import Piece
from charterkit.site.results.figures import unit_of
from charterkit.site.results.slices import slice_name
from charterkit.strings import mark
from charterkit.text import beginning

_SETTLED: Final[Mapping[State, str]] = {
    State.PROVISIONAL: mark("Final figure published on {day}: {after}. Provisional figure before: {before}."),
    State.ESTIMATED: mark("Final figure published on {day}: {after}. Estimate before: {before}."),
    State.PROJECTED: mark("Final figure published on {day}: {after}. Forecast before: {before}."),
}
_CORRECTED: Final = mark("Corrected on {day}: {before} before the correction, {after} after it.")
_UPDATED: Final = mark("Updated on {day}: {before} before, {after} since then. The figure is not final yet.")
_ADDED: Final = mark("Added on {day}: {after}. Before that there was no figure.")
_WITHDRAWN: Final = mark("Withdrawn on {day}. The figure before was {before}.")


@dataclass(frozen=True, slots=True)
class Revision:
    """What was replaced of one period and part, step by step, and why."""

    period: str
    part: Piece
    steps: tuple[str, ...]
    reason: Piece


def revisions(context: Context, outcomes: Iterable[Outcome], indicator: Indicator) -> tuple[Revision, ...]:
    """The revisions of these outcomes, in their order; none of a figure that must not be known."""
    revised = (one for one in outcomes if len(one.vintages) > 1 and one.status is not Status.SUPPRESSED)
    return tuple(_revision(context, one, indicator) for one in revised)


def _revision(context: Context, outcome: Outcome, indicator: Indicator) -> Revision:
    row = outcome.row
    steps = (replacement(context, older, newer, indicator) for older, newer in pairwise(outcome.vintages))
    return Revision(
        beginning(context.reader.words.period(outcome.period)),
        slice_name(context, row.slice, indicator) if row else Piece(),
        tuple(step for step in steps if step),
        context.block(row.reason) if row else Piece(),
    )


def replacement(context: Context, older: Row, newer: Row, indicator: Indicator) -> str:
    """One replacement in a sentence; blank where neither row has a figure."""
    if older.figure is None and newer.figure is None:
        return ""
    day = context.reader.words.day(newer.released) if newer.released else "–"
    before, after = _figure(context, older, indicator), _figure(context, newer, indicator)
    return context.say(_sentence(older, newer), day=day, before=before, after=after)


def _sentence(older: Row, newer: Row) -> str:
    if older.figure is None:
        return _ADDED
    if newer.figure is None:
        return _WITHDRAWN
    if newer.state in UNSETTLED:
        return _UPDATED
    return _SETTLED.get(older.state, _CORRECTED)


def _figure(context: Context, row: Row, indicator: Indicator) -> str:
    """The figure with its counts: two that look alike after rounding differ in what was counted."""
    if row.figure is None:
        return ""
    figure = context.figures.figure(row.figure, unit_of(indicator))
    if row.numerator is None or row.denominator is None:
        return figure
    part = context.figures.count(row.numerator, indicator.numerator)
    whole = context.figures.count(row.denominator, indicator.denominator)
    return context.say("{figure} ({part} of {whole})", figure=figure, part=part, whole=whole)
