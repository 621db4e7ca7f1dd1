"""How a figure was worked out: the formula of an indicator with the numbers of a period put in.

What is shown comes from outcomes alone, where figures that must not be shown are already left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from charterkit.model.indicator import SUMMED, Indicator, IndicatorType
from charterkit.model.result import Row
from charterkit.numbers import format_number
from charterkit.rules.standing import IndicatorStanding, MeasureStanding
from charterkit.rules.timeline import Outcome, Slice
from charterkit.site.context import Context
from charterkit.site.pieces import Piece
from charterkit.site.results.formula import Formula, figure_text, from_counts, from_parts, rounding
from charterkit.site.results.slices import slice_name
from charterkit.site.results.told import basis
from charterkit.site.results.verdicts import state_sentences
from charterkit.strings import mark


@dataclass(frozen=True, slots=True)
class Working:
    """How one figure came about: of which period and part, by which formula, and what else to know."""

    period: str
    part: Piece
    figure: str
    formula: Formula | None
    notes: tuple[str, ...]


_UNCOUNTED: Final = mark(
    "The body published this figure without the counts behind it, so it cannot be worked out again here."
)
_ROUGH: Final = mark("The counts behind this figure are not exact, so it cannot be worked out again here.")
_CASES: Final = mark(
    "The figure is made from single cases or answers, which are not published. So it cannot be worked out again here."
)
# Why nothing can be worked out, by the kind of figure; all other kinds are made from counts.
_REASONS: Final[Mapping[IndicatorType, str]] = {
    IndicatorType.MEAN: _CASES,
    IndicatorType.MEDIAN: _CASES,
    IndicatorType.PERCENTILE: _CASES,
    IndicatorType.SURVEY_MEAN: _CASES,
    IndicatorType.INDEX: mark(
        "The figure is put together from several others by the method described here; they are not part of this record."
    ),
    IndicatorType.COUNT: mark("The figure is a count. Nothing is worked out."),
    IndicatorType.NPS: mark(
        "The figure is the share of people who would recommend the service, less the share of "
        "those who would not. Neither share is published, so it cannot be worked out again here."
    ),
    IndicatorType.YES_NO: mark("The figure is an answer, yes or no. Nothing is worked out."),
}


def workings(context: Context, standing: IndicatorStanding) -> tuple[Working, ...]:
    """How the latest figure was worked out, and that of the latest longer period that is judged by a sum."""
    indicator = standing.indicator
    newest = _newest(standing)
    found = [_single(context, indicator, newest[0], newest[1])] if newest else []
    for measure in standing.measures:
        total = _total_outcome(measure)
        if total is not None:
            found.append(total_working(context, indicator, measure.measure.only, *total))
            break
    return tuple(found)


def _newest(standing: IndicatorStanding) -> tuple[Slice, Outcome] | None:
    """The latest outcome with a figure: of the whole, or of a part where the whole has none."""
    whole = [one for one in standing.outcomes if one.figure is not None]
    if whole:
        return (), whole[-1]
    parts = [
        (part, one) for part, outcomes in standing.parts.items() for one in outcomes if one.figure is not None
    ]
    return max(parts, key=lambda pair: pair[1].period.end, default=None)


def _single(context: Context, indicator: Indicator, part: Slice, outcome: Outcome) -> Working:
    """The working of a figure that stands in a row of its own."""
    row = outcome.row
    formula = from_counts(context, indicator, outcome) if row is not None else None
    notes = rounding(context, formula, indicator) if formula else (_reason(context, indicator, row),)
    known = _basis(context, indicator, row) if row is not None else ()
    return _working(context, indicator, part, outcome, formula, (*notes, *known))


def _working(
    context: Context,
    indicator: Indicator,
    part: Slice,
    outcome: Outcome,
    formula: Formula | None,
    notes: tuple[str, ...],
) -> Working:
    period, figure = context.reader.words.period(outcome.period), figure_text(context, indicator, outcome)
    unsettled = state_sentences(outcome.row, context.reader.words) if outcome.row else ()
    return Working(period, slice_name(context, part, indicator), figure, formula, (*notes, *unsettled))


def _reason(context: Context, indicator: Indicator, row: Row | None) -> str:
    """Why a figure cannot be worked out again."""
    if indicator.unit == "date":
        return context.say("The figure is a day. Nothing is worked out.")
    counted = row is not None and row.numerator is not None and row.denominator is not None
    return context.say(_REASONS.get(indicator.type, _ROUGH if counted else _UNCOUNTED))


def _basis(context: Context, indicator: Indicator, row: Row) -> tuple[str, ...]:
    """How many people or cases a figure rests on, and how far these lie apart, as far as it was published."""
    known = basis(context.figures, row, indicator)
    if row.sd is not None:
        spread = format_number(row.sd, context.reader.words.lang)
        known.append(context.say("Standard deviation: {number}", number=spread))
    return tuple(known)


def _total_outcome(standing: MeasureStanding) -> tuple[Outcome, tuple[Outcome, ...]] | None:
    """The latest longer period whose figure is the sum of its parts, and these; None where there is none."""
    if standing.measure.judged is None or standing.indicator.type not in SUMMED:
        return None
    for outcome in reversed(standing.outcomes):
        if outcome.judged and outcome.figure is not None and outcome.row is not None and not outcome.row.line:
            covered = (one for one in standing.outcomes if not one.judged and one.figure is not None)
            return outcome, tuple(one for one in covered if outcome.period.covers(one.period))
    return None


def total_working(
    context: Context, indicator: Indicator, part: Slice, total: Outcome, parts: tuple[Outcome, ...]
) -> Working:
    """The working of a longer period, which is judged by the sum of the counts of its parts."""
    formula = from_parts(context, indicator, total, parts)
    said = rounding(context, formula, indicator) if formula else (context.say(_ROUGH),)
    added = context.say("The counts of the shorter periods are added; their percentages are never averaged.")
    if indicator.type is IndicatorType.COUNT:
        added = context.say("The counts of the shorter periods are added.")
    return _working(context, indicator, part, total, formula, (added, *said))
