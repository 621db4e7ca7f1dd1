"""Figures that were replaced are told step by step: what stood there, what stands there now, and since when.

The first figures are real: Los Angeles published 61 as its estimate for 2019-20 of the condition of its pavement and
later 62, and about 300,000 trips by shared bicycle that became 296,318 (its budget documents of 2021 and 2022).
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from charterkit.model.indicator import IndicatorType
from charterkit.model.publisher import Publisher
from charterkit.model.result import State
from charterkit.site.render import Renderer
from factory import read_results
from test_site_sample import publication, site
from test_site_services import rendered


def told(rows: str, unit: str = "count", decimals: int = 0, lang: str = "en") -> list[str]:
    """What the page of an indicator says of its replaced figures."""
    records = publication()
    kind = IndicatorType.SHARE if unit == "percent" else IndicatorType.COUNT
    indicator = replace(records.indicators["alone"], type=kind, unit=unit, decimals=decimals)
    publisher: Publisher = records.publisher
    series, problems = read_results(
        rows, indicator, publisher, "period,released,reason\n2024,,Typing error\n"
    )
    assert not problems
    records = replace(
        records,
        indicators={**records.indicators, "alone": indicator},
        series={**records.series, "alone": series},
    )
    html = rendered(Renderer(site(records)), "results/alone/", lang)
    found = re.search(r'aria-labelledby="revised">.*?</section>', html, re.DOTALL)
    return re.findall(r"<p>(.*?)</p>", found[0]) if found else []


def rows(*lines: str) -> str:
    """A results file with two vintages or more."""
    return "\n".join(("period,value,state,released,revises", *lines, ""))


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (State.ESTIMATED, "Final figure published on 1 April 2025: 62. Estimate before: 61."),
        (State.PROVISIONAL, "Final figure published on 1 April 2025: 62. Provisional figure before: 61."),
        (State.PROJECTED, "Final figure published on 1 April 2025: 62. Forecast before: 61."),
        (State.NOTHING, "Corrected on 1 April 2025: 61 before the correction, 62 after it."),
    ],
)
def test_what_replaced_a_figure_depends_on_how_settled_it_was(state: State, sentence: str) -> None:
    file = rows(f"2024,61,{state},2024-04-01,", "2024,62,,2025-04-01,2024-04-01")

    assert told(file)[0] == sentence


def test_an_estimate_that_became_the_actual_figure_keeps_both() -> None:
    file = rows("2024,300000,estimated,2024-04-01,", "2024,296318,,2025-04-01,2024-04-01")

    assert told(file)[0] == "Final figure published on 1 April 2025: 296,318. Estimate before: 300,000."


def test_every_step_is_told_in_its_order() -> None:
    file = rows(
        "2024,,missing,2024-02-01,",
        "2024,60,estimated,2024-04-01,2024-02-01",
        "2024,61,provisional,2024-06-01,2024-04-01",
        "2024,62,,2025-04-01,2024-06-01",
    )

    assert told(file)[:3] == [
        "Added on 1 April 2024: 60. Before that there was no figure.",
        "Updated on 1 June 2024: 60 before, 61 since then. The figure is not final yet.",
        "Final figure published on 1 April 2025: 62. Provisional figure before: 61.",
    ]


def test_figures_that_look_alike_after_rounding_differ_in_their_counts() -> None:
    file = (
        "period,numerator,denominator,released,revises\n"
        "2024,735,770,2024-04-01,\n2024,736,770,2025-04-01,2024-04-01\n"
    )

    assert told(file, "percent") == [
        "Corrected on 1 April 2025: 95% (735 of 770) before the correction, 96% (736 of 770) after it.",
        "Typing error",
    ]


def test_the_figure_of_a_period_that_is_hidden_now_is_not_told_from_an_earlier_vintage() -> None:
    file = rows("2024,61,,2024-04-01,", "2024,,suppressed,2025-04-01,2024-04-01")

    assert told(file) == []
