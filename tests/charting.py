"""Charts of small series for tests, and the charts of whole sites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from charterkit.data.load import load
from charterkit.model.commitment import Measure
from charterkit.model.indicator import Indicator
from charterkit.model.requirement import Target
from charterkit.rules.standing import standing
from charterkit.rules.timeline import Outcome, Timeline
from charterkit.site.charts.chart import ChartPart, chart, verdicts
from charterkit.site.charts.parts import PartsChart, parts_chart
from charterkit.site.context import Context, Site
from charterkit.site.render import Renderer, environment
from factory import CALENDAR_YEAR, INDICATOR, at_least, day, publication, read_results

TODAY = "2025-11-21"
REPOSITORY = Path(__file__).resolve().parents[1]
BODIES = (REPOSITORY, *sorted((REPOSITORY / "tests" / "examples").iterdir()))


def context(indicator: Indicator = INDICATOR) -> Context:
    """The surroundings of a page, in English, of a publication that holds only this indicator."""
    records = publication((), (indicator,))
    return Renderer(Site(records, standing(records, day(TODAY)), ("en",))).context("en", 2)


def outcomes_of(
    figures: str, indicator: Indicator = INDICATOR, targets: Sequence[Target] = (at_least("90"),)
) -> tuple[Outcome, ...]:
    """The outcomes of a results file."""
    found, problems = read_results(figures, indicator)
    assert not problems, problems
    measure = Measure(indicator.id, tuple(targets))
    return Timeline(indicator, found, measure, CALENDAR_YEAR, day(TODAY)).outcomes()


def chart_of(
    figures: str, indicator: Indicator = INDICATOR, targets: Sequence[Target] = (at_least("90"),)
) -> ChartPart | None:
    """The chart of a results file."""
    return chart(
        context(indicator), "chart-1", indicator, outcomes_of(figures, indicator, targets), "figures-1"
    )


def html_of(part: ChartPart) -> str:
    """A chart as it stands in a page."""
    return str(environment().get_template("parts/chart.html.j2").module.figure(lambda text: text, part))  # type: ignore[attr-defined]


def panels_of(part: PartsChart) -> str:
    """The parts of a figure as they stand in a page."""
    return str(environment().get_template("parts/chart.html.j2").module.panels(part))  # type: ignore[attr-defined]


def all_charts(root: Path) -> Iterator[tuple[str, str]]:
    """The name and the HTML of every chart of a site, in its first and its last language."""
    records = load(root).publication
    assert records is not None
    stands = standing(records, day(TODAY))
    for lang in {records.publisher.languages[0], records.publisher.languages[-1]}:
        where = Renderer(Site(records, stands, (lang,))).context(lang, 2)
        for id, one in stands.indicators.items():
            series = [measure.outcomes for measure in one.measures] or [one.outcomes]
            for outcomes in series:
                whole = chart(where, "chart-1", one.indicator, outcomes, "figures-1")
                row = verdicts(where, "verdicts-1", one.indicator, outcomes, 12)
                yield from ((f"{lang} {id}", html_of(part)) for part in (whole, row) if part is not None)
            parts = parts_chart(where, one)
            if parts is not None:
                yield f"{lang} {id} parts", panels_of(parts)


def quarters(*values: object, first: int = 2024) -> str:
    """A results file with a value for each quarter; None leaves the quarter out."""
    rows = [
        f"{first + number // 4}-Q{number % 4 + 1},{value}\n"
        for number, value in enumerate(values)
        if value is not None
    ]
    return "period,value\n" + "".join(rows)


def plain(**changes: object) -> Indicator:
    """A share without counts, changed as the test needs it."""
    return replace(INDICATOR, **changes)  # type: ignore[arg-type]
