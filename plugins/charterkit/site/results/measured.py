"""What the page of a promise says about each of its measures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from charterkit.model.requirement import Target
from charterkit.rules.standing import MeasureStanding
from charterkit.site.charts.chart import ChartPart, verdicts
from charterkit.site.context import Context, Fact, Link
from charterkit.site.parts import ResultTable, result_table
from charterkit.site.pieces import Piece
from charterkit.site.records import in_own_words
from charterkit.site.releases.demand_places import demand_place
from charterkit.site.results.figures import Unit, target_unit
from charterkit.site.results.slices import measure_name
from charterkit.site.results.told import OutcomePart, outcome_part

# As many results as a page of a promise shows; the page of the indicator has all.
_LATEST: Final = 8
# Of so many periods it shows the verdicts: what a telephone holds in a row.
_PERIODS: Final = 12


@dataclass(frozen=True, slots=True)
class MeasurePart:
    """How one measure of the promise stands: the result that is due, its history as shapes and as a table, and where there is more."""

    title: Piece
    current: OutcomePart | None
    waiting: str
    verdicts: ChartPart | None
    table: ResultTable | None
    targets: tuple[Fact, ...]
    result: Link
    record: Link
    definition: Piece


def measure_part(context: Context, standing: MeasureStanding, seal: str = "") -> MeasurePart:
    """A measure as the page of its promise shows it; `seal` is the key of the promise in the release in force."""
    indicator = standing.indicator
    latest = standing.current
    current = outcome_part(context, latest, standing.outcomes, indicator) if latest else None
    table_id = f"results-{standing.index + 1}"
    return MeasurePart(
        title=measure_name(context, standing),
        current=current,
        waiting=context.say("No period is over and due yet, so there is no result to show."),
        verdicts=verdicts(context, f"verdicts-{standing.index + 1}", indicator, standing.outcomes, _PERIODS),
        table=result_table(context, table_id, standing, _LATEST) if standing.outcomes else None,
        targets=_targets(context, standing, seal),
        result=Link(context.say("All results and figures"), context.links.to(f"results/{indicator.id}/")),
        record=Link(
            context.say("Definition, formula and sources"), context.links.to(f"methodology/{indicator.id}/")
        ),
        definition=context.block(indicator.definition),
    )


def _targets(context: Context, standing: MeasureStanding, seal: str) -> tuple[Fact, ...]:
    unit, words = target_unit(standing.indicator), context.reader.words
    return tuple(
        Fact(
            context.say("From {day}", day=words.day(target.since)),
            (
                Link(demanded(context, target, unit), "", demand_place(target.requirement, here)),
                *_aim(context, target.aim, unit),
            ),
        )
        for place, target in enumerate(standing.measure.targets)
        for here in (f"{seal}#measures/{standing.index}/targets/{place}" if seal else "",)
    )


def demanded(context: Context, target: Target, unit: Unit) -> Piece | str:
    """What a target demands; the body's own words say in what language they are."""
    return in_own_words(context, target.requirement) or context.figures.target(target, unit)


def _aim(context: Context, aim: Decimal | None, unit: Unit) -> tuple[Link, ...]:
    if aim is None:
        return ()
    return (Link(context.say("We aim for {amount}.", amount=context.figures.amount(aim, unit))),)
