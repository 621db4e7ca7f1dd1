"""Tables of results: their order, what a part of a longer period says, and what figures were counted from."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from charterkit.model.publication import Publication
from charterkit.model.result import Count, Series
from charterkit.periods import Frequency
from charterkit.site.render import Renderer
from test_site_sample import publication, row, site
from test_site_services import rendered, section


def by_year() -> Publication:
    """The sample, with its promise on letters judged by the year."""
    records = publication()
    letters = records.commitments["citizens/letters"]
    measures = tuple(replace(one, judged=Frequency.YEARLY) for one in letters.measures)
    return replace(
        records, commitments={**records.commitments, letters.full_id: replace(letters, measures=measures)}
    )


def of_letters(html: str) -> list[str]:
    """The lines of the first table of a page, as bare words."""
    found = re.search(r"<tbody>.*?</tbody>", html, re.DOTALL)
    assert found
    lines = (re.sub(r"<[^>]+>", " ", line) for line in re.findall("<tr>.*?</tr>", found[0], re.DOTALL))
    return [re.sub(r"\s+", " ", line).strip() for line in lines]


def test_a_year_stands_before_its_quarters_which_say_that_they_are_parts_of_it() -> None:
    lines = of_letters(rendered(Renderer(site(by_year())), "charters/citizens/letters/"))

    assert [" ".join(line.split()[:2]) for line in lines[:6]] == [
        "2025 96.5%", "Q4 2025", "Q3 2025", "Q2 2025", "Q1 2025", "2024 –",
    ]  # fmt: skip
    assert lines[2] == "Q3 2025 96.8% Target: – part of 2025"
    assert lines[3] == "Q2 2025 – Target: – No cases"
    assert not any("track" in line for line in lines if line.startswith("Q"))


def test_all_figures_are_in_the_same_order_and_say_the_same() -> None:
    lines = of_letters(rendered(Renderer(site(by_year())), "results/in-time/"))

    assert [line.split()[0] for line in lines[:5]] == ["2025", "Q4", "Q3", "Q2", "Q1"]
    assert "765 of 790 Target: – part of 2025" in lines[2]


def test_a_quarter_that_is_judged_itself_keeps_its_target_and_verdict() -> None:
    lines = of_letters(rendered(Renderer(site(publication())), "charters/citizens/letters/"))

    assert "Q3 2025 96.8% Target: at least 95% Met" in lines


def test_a_number_of_cases_without_a_part_of_them_is_shown() -> None:
    records = publication()
    alone = replace(row("2024", "82"), denominator=Count(Decimal(345)))
    html = rendered(
        Renderer(site(replace(records, series={**records.series, "alone": Series("alone", (alone,))}))),
        "results/alone/",
    )

    assert "of 345" in of_letters(html)[0]


def test_notes_alone_are_not_announced_as_reasons() -> None:
    html = rendered(Renderer(site(publication())), "results/in-time/")

    assert "Posts were empty." in section(html, "why")
    assert "Good news." not in section(html, "why")
    assert "Good news." in section(html, "notes")


def test_a_promise_that_has_ended_says_so_on_the_board_and_shows_no_verdict() -> None:
    html = rendered(Renderer(site(publication())), "results/")
    line = re.search(r'<tr><th scope="row">1\.9 .*?</tr>', html, re.DOTALL)

    assert line
    assert "No longer in force from 1 January 2024." in line[0]
    assert "status" not in line[0]


def test_what_is_behind_a_promise_is_not_called_a_condition() -> None:
    html = rendered(Renderer(site(publication())), "charters/citizens/letters/")

    assert "Not to the anonymous." in section(html, "limits")
    assert "Tikimės 98." not in section(html, "limits")
    assert "Tikimės 98." in section(html, "more")


def test_the_home_page_tells_of_a_group_its_text_and_how_many_promises_it_has() -> None:
    what = section(rendered(Renderer(site(publication())), ""), "what")

    assert "For all. 4 promises" in what
    assert "Others 3 promises" in what
