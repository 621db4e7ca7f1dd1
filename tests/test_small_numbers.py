"""Small numbers of persons: refused in the file, and never on a page whatever the file says."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from shutil import copytree

import pytest

from charterkit.data.load import load
from charterkit.model.commitment import Measure
from charterkit.model.indicator import Confidentiality, Indicator, IndicatorType
from charterkit.model.result import Quantity, Series, State
from charterkit.periods import CALENDAR_YEAR
from charterkit.rules.guard import guarded
from charterkit.rules.timeline import Timeline
from charterkit.site.render import Renderer
from charterkit.text import Text
from disclosure_tables import Table, records
from factory import INDICATOR, WORDS, at_least, counted, day, read_results, said
from test_site_sample import site
from test_site_services import rendered

BASE = Path(__file__).parent / "bad" / "_base"
PERSONS = replace(INDICATOR, confidentiality=Confidentiality(persons=True, k=5))


def refused(header: str, cells: str, indicator: Indicator = PERSONS) -> list[str]:
    """The ids of what is wrong in a file of one line."""
    _, problems = read_results(f"period,{header}\n2024-Q1,{cells}\n", indicator)
    return [one.id for one in problems]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("96,100", ["persons-too-few-left"]),
        ("99,100", ["persons-too-few-left"]),
        ("95,100", []),
        ("100,100", []),
        ("4,100", ["persons-too-few"]),
        ("0,100", []),
    ],
)
def test_those_whom_the_numerator_leaves_over_are_a_count_too(cells: str, expected: list[str]) -> None:
    assert refused("numerator,denominator", cells) == expected


def test_of_a_ratio_nobody_is_left_over() -> None:
    ratio = replace(PERSONS, type=IndicatorType.RATIO)

    assert refused("numerator,denominator", "98,100", ratio) == []


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("98.0,100", ["persons-too-few-left"]),
        ("2.0,100", ["persons-too-few"]),
        ("90.0,100", []),
        # Rounded to whole per cents, 99 of 1000 may be 985 to 995 persons.
        ("99,1000", []),
        ("100.0,100", []),
    ],
)
def test_a_printed_share_of_a_published_number_tells_how_many(cells: str, expected: list[str]) -> None:
    assert refused("value,denominator", cells) == expected


@pytest.mark.parametrize("column", ["value", "numerator", "denominator", "n", "sd", "reported"])
def test_beside_suppressed_nothing_may_stand_that_tells_of_the_figure(column: str) -> None:
    assert "figure-beside-state" in refused(f"{column},state", "50,suppressed")


@pytest.mark.parametrize("row", [counted("3", "90"), counted("88", "90"), said(State.SUPPRESSED)])
def test_of_a_hidden_row_only_its_reason_and_its_note_are_left(row: object) -> None:
    told = replace(
        row, n=None, sd=Decimal(1), reported="97 %", complaints=2, action_by=day("2025-01-01"),
        cause=WORDS, action=WORDS, reason=WORDS, note=WORDS,
    )  # type: ignore[type-var]  # fmt: skip
    shown = guarded(told, PERSONS)

    assert shown.state is State.SUPPRESSED
    assert (shown.figure, shown.numerator, shown.denominator, shown.n, shown.sd) == (None,) * 5
    assert (shown.reported, shown.complaints, shown.action_by) == ("", None, None)
    assert not shown.cause
    assert not shown.action
    assert (shown.reason, shown.note) == (WORDS, WORDS)


def test_what_is_hidden_now_is_not_shown_as_what_it_was_before() -> None:
    older = replace(counted("50", "90"), released=day("2024-04-20"), line=2)
    newer = replace(said(State.SUPPRESSED), released=day("2024-05-20"), line=3)
    series = Series("letters", (older, newer))
    measure = Measure("letters", (at_least("50"),))
    first = Timeline(PERSONS, series, measure, CALENDAR_YEAR, day("2024-08-01")).outcomes()[0]

    assert first.status.value == "suppressed"
    assert [one.figure for one in first.vintages] == [None, None]


def test_a_sum_is_hidden_where_a_part_of_it_is() -> None:
    row = replace(counted("88", "90"), figure=Quantity(Fraction(97)))

    assert guarded(row, INDICATOR) is row
    assert guarded(row, PERSONS).figure is None


def test_a_value_is_called_by_its_name_else_as_the_file_calls_it() -> None:
    places = [("2024-Q1", (value,)) for value in ("", "a_1", "a_2")]
    table = Table((("a_1", "a_2"),), tuple(places), {places[1]: (9,), places[2]: (8,)})
    found = records(table)
    (split,) = found.indicators["split"].disaggregations
    named = replace(split, names=(("a_1", Text.of({"en": "First-comers"})),))
    indicators = {**found.indicators, "split": replace(found.indicators["split"], disaggregations=(named,))}
    html = rendered(Renderer(site(replace(found, indicators=indicators))), "results/split/")

    assert "First-comers" in html
    assert "a_1" not in html
    assert "a_2" in html


@pytest.mark.parametrize(
    ("own", "of_all", "refused"),
    [
        ("", "k: 10", True),
        ("", "k: 5", False),
        ("", "", False),
        ("  k: 5\n", "k: 10", False),
        ("  k: 10\n", "k: 5", True),
    ],
)
def test_the_smallest_count_is_the_indicators_own_or_that_of_the_methodology(
    tmp_path: Path, own: str, of_all: str, refused: bool
) -> None:
    """Seven persons: of ten at least they may not be told, of five at least they may."""
    copytree(BASE, tmp_path / "town")
    record = tmp_path / "town/standards/indicators/letters-answered-in-time.yml"
    record.write_text(record.read_text("utf-8") + f"confidentiality:\n  persons: true\n{own}", "utf-8")
    method = tmp_path / "town/standards/methodology.yml"
    method.write_text(method.read_text("utf-8").replace("k: 5\n", f"{of_all}\n"), "utf-8")
    results = tmp_path / "town/charters/results/letters-answered-in-time.csv"
    results.write_text(results.read_text("utf-8").replace("95.6,412,431", "28.0,7,25"), "utf-8")
    loaded = load(tmp_path / "town")
    assert loaded.publication is not None
    indicator = loaded.publication.indicators["letters-answered-in-time"]
    row = loaded.publication.series["letters-answered-in-time"].rows[0]

    assert ("persons-too-few" in {one.id for one in loaded.problems}) is refused
    assert (guarded(row, indicator).state is State.SUPPRESSED) is refused
