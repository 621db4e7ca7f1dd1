"""The built site in a real browser: accessible, light, quiet, and the same without scripts.

Skipped where the machine has no Chromium; `make test` installs it where it can.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browsing import CHROMIUM, NO_CHROMIUM, Visit, Watched, at_each_width, one_of_each_kind, one_tab, sideways
from conftest import build, copy_site
from searching import ANSWERED

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=NO_CHROMIUM)

KINDS = one_of_each_kind()
MOST_REQUESTS, MOST_BYTES = 5, 30_000
# Half a second of nothing, six times at once.
TABS = 6


@pytest.fixture(scope="module")
def visits(browser: Any, address: str) -> dict[str, Visit]:
    """The first visit to each kind of page; some tabs wait side by side until nothing more happens in them."""
    context, found = browser.new_context(), {}
    tabs = [Watched(context) for _ in range(TABS)]
    for number, kind in enumerate(KINDS):
        tab = tabs[number % TABS]
        if number >= TABS:
            tab.settle()
        found[kind] = tab.open(address + kind)
    for tab in tabs:
        tab.settle()
    for visit in found.values():
        visit.said += [f"a cookie of some page: {one['name']}" for one in context.cookies()]
    context.close()
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_view_is_light_and_quiet(kind: str, visits: dict[str, Visit], address: str) -> None:
    visit = visits[kind]

    assert visit.said == []
    assert 1 < len(visit.requests) <= MOST_REQUESTS, visit.requests
    assert 3_000 < visit.bytes < MOST_BYTES
    assert all(url.startswith(address) for url in visit.requests)


def test_a_visit_tells_what_a_page_fetches_later_says_and_keeps(browser: Any, address: str) -> None:
    context = browser.new_context()
    tab = Watched(context)
    first = tab.open(address)
    tab.settle()
    again = tab.open(address)
    tab.settle()
    fetched, weight = len(again.requests), again.bytes
    tab.page.evaluate("fetch('/404.html').then(() => { document.cookie = 'a=b'; console.log('kept') })")
    tab.page.wait_for_function("document.cookie")

    assert (len(first.requests), first.bytes) == (fetched, weight)
    assert again.requests[fetched:] == [f"{address}404.html"]
    assert again.said == ["kept"]
    assert [one["name"] for one in context.cookies()] == ["a"]
    context.close()


def test_everything_can_be_read_without_scripts(browser: Any, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}en/results/letters-answered-in-time/")

    assert page.locator("main table.figures").is_visible()
    assert page.locator("header a[hreflang=lt]").count() == 1
    page.close()


def test_the_search_form_finds_words_without_their_diacritics(tab: Any, address: str) -> None:
    tab.goto(f"{address}sl/find/?q=knjiznica")
    tab.wait_for_selector(ANSWERED, state="attached")

    visible = [one for one in tab.locator("main li").all() if one.is_visible()]
    assert any("njižnic" in one.inner_text() for one in visible)
    assert len(visible) < tab.locator("main li").count()


def test_the_language_switch_keeps_the_page(tab: Any, address: str) -> None:
    tab.goto(f"{address}charters/citizens/answer-letters/")
    with tab.expect_navigation():
        tab.locator("header a[hreflang=hu]").evaluate("link => link.click()")

    assert tab.url == f"{address}hu/charters/citizens/answer-letters/"


# Tables with long periods, days as results, and targets and verdicts of several words.
FULL_TABLES = (
    "charters/citizens/cultural-events/",
    "charters/citizens/messages-from-parents/",
    "charters/citizens/waste-collection/",
    "charters/citizens/answer-letters/",
    "results/",
    "results/permits-in-time/",
    "results/missed-collections/",
    "results/stops-kept/",
    "results/regional-meal-share/",
    "results/budget-published/",
    "standards/counter-wait/",
)
CUT_OFF = """[...document.querySelectorAll('.scroller')]
    .filter(one => one.scrollWidth > one.clientWidth).map(one => one.innerText.slice(0, 60))"""


@pytest.fixture(scope="module")
def shown(browser: Any, site: Path) -> Iterator[Any]:
    """A function that shows a page of the demonstration in one and the same tab."""
    with one_tab(browser, site) as show:
        yield show


@pytest.mark.parametrize("lang", ["", "en/", "sl/", "bg/", "hu/"])
def test_no_table_of_results_is_cut_off(lang: str, shown: Any) -> None:
    cut = {}
    for one in FULL_TABLES:
        page = shown(lang + one)
        for width in at_each_width(page):
            cut[one, width] = page.evaluate(CUT_OFF) + sideways(page)

    assert {at: found for at, found in cut.items() if found} == {}


def test_a_table_that_is_cut_off_is_found(shown: Any) -> None:
    page = shown(FULL_TABLES[0])
    page.add_style_tag(content=".scroller table { min-width: 500px }")

    assert {width for width in at_each_width(page) if page.evaluate(CUT_OFF)} == {320}


def _sheets(page: Any, url: str) -> int:
    """How many sheets of A4 a page takes, as a browser prints it."""
    page.goto(url)
    printed = page.pdf(format="A4", print_background=True)
    return len(re.findall(rb"/Type\s*/Page\b", printed))


# The languages with the longest words, and the years with the most to tell: what fits there fits everywhere.
@pytest.mark.parametrize("lang", ["", "bg/", "hu/"])
@pytest.mark.parametrize("year", ["2024", "2025"])
def test_a_year_of_the_demonstration_prints_on_one_sheet(
    year: str, lang: str, tab: Any, address: str
) -> None:
    assert _sheets(tab, f"{address}{lang}results/years/{year}/") == 1


@pytest.mark.parametrize(
    ("example", "years"),
    [("winchester", ["fy2014-15"]), ("santa-coloma-de-gramenet", ["2017", "2018", "2019"])],
)
def test_a_year_of_a_real_body_prints_on_one_sheet(
    example: str, years: list[str], tab: Any, tmp_path: Path
) -> None:
    root = copy_site(Path(__file__).parent / "examples" / example, tmp_path / example)
    site = build(root, offline=True).folder
    sheets = {
        folder.name: _sheets(tab, (folder / "index.html").as_uri())
        for folder in sorted((site / "results/years").iterdir())
    }

    assert sheets == dict.fromkeys(years, 1)


def test_another_page_of_the_demonstration_takes_more_than_one_sheet(tab: Any, address: str) -> None:
    assert _sheets(tab, f"{address}en/results/") > 1
