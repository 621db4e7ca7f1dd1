"""What pages say where a body published little: single slices, no way to complain, no promise at all.

The transcribed bodies of `tests/examples` are such cases.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

from charterkit.data.load import load
from charterkit.rules.check import check
from charterkit.site.context import Site
from charterkit.site.render import Renderer

EXAMPLES = Path(__file__).parent / "examples"
TODAY = date(2025, 11, 21)


@cache
def renderer(name: str) -> Renderer:
    checked = check(load(EXAMPLES / name), TODAY)
    assert checked.publication is not None
    assert checked.standing is not None
    return Renderer(Site(checked.publication, checked.standing, checked.publication.publisher.languages))


def page(name: str, address: str, lang: str) -> str:
    built = renderer(name)
    return built.page(next(one for one in built.directory.pages if one.address == address), lang)


def elements(html: str, tag: str) -> list[str]:
    """The words of every element of a kind, in order."""
    found = re.findall(rf"<{tag}[ >].*?</{tag}>", html, re.DOTALL)
    return [" ".join(re.sub("<[^>]+>", "", one).split()) for one in found]


def test_each_slice_of_a_promise_is_called_by_the_name_of_its_body() -> None:
    address = "charters/client-satisfaction/ask-clients/"
    captions = elements(page("slovenian-administrative-units", address, "sl"), "caption")

    assert captions[:2] == [
        "Povprečna ocena zadovoljstva strank",
        "Povprečna ocena zadovoljstva strank: Upravna enota Gornja Radgona",
    ]
    assert len(captions) == len(set(captions)) == 8


def test_each_slice_on_the_page_of_the_results_is_named_in_its_heading_and_its_table() -> None:
    html = page("slovenian-administrative-units", "results/client-satisfaction/", "en")
    captions = elements(html, "caption")

    assert "Ljutomer Administrative Unit" in elements(html, "h3")
    assert "Client satisfaction every two years: Lendava Administrative Unit" in captions
    assert len(captions) == len(set(captions)) == 8


def test_what_is_told_of_a_period_is_told_of_each_slice() -> None:
    html = page("slovenian-administrative-units", "results/client-satisfaction/", "en")
    told = [heading for heading in elements(html, "h3") if heading.startswith("2012: ")]

    assert len(told) == 6
    assert "2012: Ormož Administrative Unit" in told
    assert "difference (−0.37)" in html
    assert "difference (0.11)" in html


def test_a_figure_that_was_worked_out_is_marked_in_the_table() -> None:
    html = page("slovenian-administrative-units", "results/client-satisfaction/", "en")
    marked = [row for row in elements(html, "tr") if "This figure is an estimate." in row]

    assert len(marked) == 5
    assert all(row.startswith("2012") for row in marked)


def test_the_board_names_the_slices() -> None:
    html = page("slovenian-administrative-units", "results/", "en")

    assert sum("Mean mark for client satisfaction:" in row for row in elements(html, "tr")) == 7


def test_the_record_speaks_of_targets_only_where_there_are_some() -> None:
    record = page("slovenian-administrative-units", "methodology/client-satisfaction/", "en")

    assert "Targets" not in elements(record, "dt")


def test_a_survey_says_that_the_number_of_answers_was_not_published() -> None:
    with_bound = page("bacs-kiskun-2014", "results/attentive/", "hu")
    without = page("krsko", "results/mayor/", "sl")

    assert "Válaszadók száma: &gt;\u00a09200" in with_bound
    assert "nem tették közzé" not in with_bound
    assert "Število oseb, ki so odgovorile, ni objavljeno" in without


def test_notes_alone_are_not_announced_as_reasons() -> None:
    assert "Kaj je še dobro vedeti" in elements(page("krsko", "results/mayor/", "sl"), "h2")


def test_nobody_is_invited_to_complain_where_no_way_is_known() -> None:
    said = "Kaip pateikti skundą, čia nenurodyta."

    for address in ("", "complain/"):
        html = page("kedainiai", address, "lt")
        assert said in html
        assert "Praneškite mums" not in html


def test_a_charter_without_promises_counts_none() -> None:
    for address in ("", "results/"):
        html = page("varena", address, "lt")
        assert "Čia nepaskelbtas nė vienas pažadas." in html
        assert "0 iš 0" not in html
