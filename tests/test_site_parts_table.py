"""The figures of the parts in a table: beside each other where they are few, below each other where they are many."""

from __future__ import annotations

from dataclasses import replace

from bs4 import BeautifulSoup

from charterkit.model.commitment import Measure
from charterkit.model.indicator import Disaggregation
from charterkit.model.publication import Publication
from charterkit.site.render import Renderer
from charterkit.text import Text
from factory import read_results
from test_site_sample import publication, site
from test_site_services import rendered

TOWNS = ("oak", "elm", "ash", "yew", "fir", "box")


def by_town(towns: int, rows: str) -> Publication:
    """The sample with an indicator that is split by so many towns; only the first has a name of its own."""
    records = publication()
    split = Disaggregation("town", TOWNS[:towns], names=(("oak", Text.of({"en": "Oak Village"})),))
    indicator = replace(records.indicators["alone"], unit="count", decimals=0, disaggregations=(split,))
    series, problems = read_results(f"period,town,value,state\n{rows}", indicator, records.publisher)
    assert not problems, problems
    return replace(
        records,
        indicators={**records.indicators, "alone": indicator},
        series={**records.series, "alone": series},
    )


def table(records: Publication) -> tuple[list[list[str]], str]:
    """The table's lines as words, and what stands below it; nothing where there is none."""
    page = BeautifulSoup(rendered(Renderer(site(records)), "results/alone/"), "html.parser")
    found = page.select_one("table.parts-table")
    if found is None:
        return [], ""
    lines = [
        [" ".join(cell.get_text(" ").split()) for cell in row.select("th, td")] for row in found.select("tr")
    ]
    below = found.find_parent("section")
    assert below is not None
    return lines, " ".join(one.get_text() for one in below.select(".scroller ~ p"))


def test_few_parts_stand_beside_each_other_and_the_newest_period_first() -> None:
    lines, below = table(by_town(2, "2023,oak,9,\n2023,elm,8,\n2024,oak,7,\n2024,elm,,missing\n"))

    assert lines == [["Period", "elm", "Oak Village"], ["2024", "No data", "7"], ["2023", "8", "9"]]
    assert below == ""


def test_a_hidden_figure_is_told_to_be_hidden_and_why() -> None:
    lines, below = table(by_town(2, "2024,oak,,suppressed\n2024,elm,,suppressed\n"))

    assert lines[1] == ["2024", "Not shown", "Not shown"]
    assert below.startswith("The figure is withheld")


def test_many_parts_stand_below_each_other_with_their_newest_periods() -> None:
    rows = "".join(f"{year},{town},{year - 2000},\n" for year in range(2019, 2025) for town in TOWNS)
    lines, below = table(by_town(6, rows))

    assert lines[0] == ["Part", "2024", "2023", "2022", "2021"]
    assert lines[1] == ["ash", "24", "23", "22", "21"]
    assert len(lines) == 1 + len(TOWNS)
    assert below == "The files to take along have the earlier periods too."


def test_there_is_no_table_where_every_part_has_one_for_its_promise() -> None:
    records = by_town(2, "2024,oak,7,\n2024,elm,8,\n")
    calls = records.commitments["citizens/calls"]
    measures = tuple(Measure("alone", only=(("town", town),)) for town in TOWNS[:2])
    promised = {**records.commitments, calls.full_id: replace(calls, measures=measures)}

    assert table(replace(records, commitments=promised)) == ([], "")
    assert table(records)[0]
