"""Who judges by a figure: nobody, one promise, or several that look at the very same one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from charterkit.rules.standing import IndicatorStanding, MeasureStanding, PromiseStanding
from charterkit.site.context import Context
from charterkit.site.parts import Entry, promise_entry, promise_of_charter
from charterkit.site.pieces import Piece
from charterkit.site.results.figures import BigNumber, unit_of
from charterkit.site.results.slices import slice_name
from charterkit.site.results.telling import told_figure, told_verdict
from charterkit.site.results.told import outcome_details

# From so many promises on a page says how many rest on the figure.
_SEVERAL: Final = 2


@dataclass(frozen=True, slots=True)
class SharedFigure:
    """A figure by which several promises are judged: it is told once, the verdicts stand below it.

    `part` is blank where it is that of the whole.
    """

    part: Piece
    number: BigNumber
    details: str
    verdicts: tuple[Entry, ...]


def context_note(context: Context, standing: IndicatorStanding) -> str:
    """That nobody judges an indicator, and why; blank where somebody does."""
    if not standing.is_context:
        return ""
    if standing.measures:
        return context.say(
            "This figure helps to explain the others. Neither more nor less of it is better, so it "
            "is not judged."
        )
    return context.say(
        "This figure helps to explain the others. No promise depends on it, so it is not judged."
    )


def resting_sentence(context: Context, standing: IndicatorStanding) -> str:
    """How many promises rest on an indicator; blank where it is one or none. What has ended rests on nothing."""
    promises = context.standing.promises
    ids = {measure.commitment.full_id for measure in standing.measures}
    number = sum(not promises[id].has_ended(context.standing.today) for id in ids)
    if number < _SEVERAL:
        return ""
    return context.reader.words.count(
        "{n} promise rests on this figure.", "{n} promises rest on this figure.", number
    )


def shared_figure(context: Context, standing: IndicatorStanding) -> SharedFigure | None:
    """The one figure that decides on several promises; None where they look at different periods or parts."""
    latest = [one.current for one in standing.measures]
    first = latest[0] if len(latest) >= _SEVERAL else None
    if first is None or first.figure is None:
        return None
    parts = {one.measure.only for one in standing.measures}
    same = all(one and (one.period, one.figure) == (first.period, first.figure) for one in latest)
    # Two bodies may have the same figure by chance: it is still not one figure.
    if not same or len(parts) > 1:
        return None
    opening = " ".join(told_figure(context.figures, first, standing.indicator))
    details = outcome_details(context, first, standing.indicator)
    number = context.figures.big(first.figure, unit_of(standing.indicator))
    mixed = len({one.commitment.charter for one in standing.measures}) > 1
    entry = promise_of_charter if mixed else promise_entry
    verdicts = tuple(_verdict(context, one, entry) for one in standing.measures)
    (only,) = parts
    part = slice_name(context, only, standing.indicator)
    return SharedFigure(part, number, f"{opening} {' · '.join(details)}".strip(), verdicts)


def _verdict(
    context: Context, measure: MeasureStanding, entry: Callable[[Context, PromiseStanding], Entry]
) -> Entry:
    outcome = measure.current
    assert outcome is not None
    told = entry(context, context.standing.promises[measure.commitment.full_id])
    return replace(
        told,
        text=told_verdict(context.figures, outcome, measure.indicator),
        badge=context.badges.results[outcome.status],
    )
