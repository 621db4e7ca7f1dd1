"""The figures of all parts of an indicator in one table: the same numbers as the small charts, and all their periods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from charterkit.periods import Period
from charterkit.rules.standing import IndicatorStanding
from charterkit.rules.status import Status
from charterkit.rules.timeline import Outcome, Slice
from charterkit.site.context import Context
from charterkit.site.pieces import Piece
from charterkit.site.results.figures import unit_of
from charterkit.site.results.slices import slice_name
from charterkit.site.results.verdicts import LOOKS

# So many parts stand legibly beside each other; more stand below each other, with their newest periods.
_BESIDE: Final = 5
_NEWEST: Final = 4


@dataclass(frozen=True, slots=True)
class PartsRow:
    """A period with the figure of each part, or a part with those of its newest periods."""

    name: Piece | str
    cells: tuple[Piece | str, ...]


@dataclass(frozen=True, slots=True)
class PartsTable:
    """The table: what stands in the corner, the heads of its columns, its rows, and what it does not show and why."""

    corner: str
    heads: tuple[Piece | str, ...]
    rows: tuple[PartsRow, ...]
    notes: tuple[str, ...]


def parts_table(context: Context, standing: IndicatorStanding) -> PartsTable | None:
    """The figures of all parts; None where there are none, or where each has a table of its own for its promise."""
    measured = {one.measure.only for one in standing.measures}
    if not set(standing.parts) - measured:
        return None
    found = {part: {one.period: one for one in outcomes} for part, outcomes in standing.parts.items()}
    periods = sorted({period for outcomes in found.values() for period in outcomes}, reverse=True)
    periods = [one for one in periods if any(_speaks(outcomes.get(one)) for outcomes in found.values())]
    lay = _beside if len(found) <= _BESIDE else _below
    return lay(context, standing, found, periods)


def _beside(
    context: Context,
    standing: IndicatorStanding,
    found: Mapping[Slice, Mapping[Period, Outcome]],
    periods: list[Period],
) -> PartsTable:
    words = context.reader.words
    rows = tuple(
        PartsRow(
            words.short_period(period),
            tuple(_cell(context, standing, outcomes.get(period)) for outcomes in found.values()),
        )
        for period in periods
    )
    heads = tuple(slice_name(context, part, standing.indicator) for part in found)
    return PartsTable(context.say("Period"), heads, rows, _hidden(context, found))


def _below(
    context: Context,
    standing: IndicatorStanding,
    found: Mapping[Slice, Mapping[Period, Outcome]],
    periods: list[Period],
) -> PartsTable:
    words, newest = context.reader.words, periods[:_NEWEST]
    rows = tuple(
        PartsRow(
            slice_name(context, part, standing.indicator),
            tuple(_cell(context, standing, outcomes.get(period)) for period in newest),
        )
        for part, outcomes in found.items()
    )
    notes = _hidden(context, found)
    if len(periods) > _NEWEST:
        notes = (context.say("The files to take along have the earlier periods too."), *notes)
    heads = tuple(words.short_period(period) for period in newest)
    return PartsTable(context.say("Part"), heads, rows, notes)


def _hidden(context: Context, found: Mapping[Slice, Mapping[Period, Outcome]]) -> tuple[str, ...]:
    """Why figures are not shown, where there are such; never which of them for which reason."""
    statuses = {one.status for outcomes in found.values() for one in outcomes.values()}
    return (context.say(LOOKS[Status.SUPPRESSED].meaning),) if Status.SUPPRESSED in statuses else ()


def _speaks(outcome: Outcome | None) -> bool:
    return outcome is not None and (outcome.figure is not None or outcome.row is not None)


def _cell(context: Context, standing: IndicatorStanding, outcome: Outcome | None) -> Piece | str:
    """The figure, or the word that stands in its place."""
    if outcome is None:
        return "–"
    if outcome.figure is None:
        return context.badges.results[outcome.status]
    return context.figures.figure(outcome.figure, unit_of(standing.indicator))
