"""The built site in a real browser: accessible, light, quiet, and the same without scripts.

Skipped where the machine has no Chromium; `make test` installs it where it can.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from browsing import CHROMIUM, NO_CHROMIUM, chromium, one_of_each_kind, served
from conftest import build, copy_site

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=NO_CHROMIUM)

KINDS = one_of_each_kind()
MOST_REQUESTS, MOST_BYTES = 5, 30_000


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as opened:
        yield opened


@dataclass
class Visit:
    """What happened while a page was loaded."""

    requests: list[str] = field(default_factory=list)
    bytes: int = 0
    said: list[str] = field(default_factory=list)


def _visit(browser: Any, url: str, **options: Any) -> tuple[Any, Any, Visit]:
    context = browser.new_context(**options)
    page, visit = context.new_page(), Visit()
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("requestfinished", lambda request: _weigh(visit, request))
    page.on("console", lambda message: visit.said.append(message.text))
    page.on("pageerror", lambda error: visit.said.append(str(error)))
    page.goto(url, wait_until="networkidle")
    return context, page, visit


def _weigh(visit: Visit, request: Any) -> None:
    sizes = request.sizes()
    visit.bytes += sizes["responseBodySize"] + sizes["responseHeadersSize"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_view_is_light_and_quiet(kind: str, browser: Any, address: str) -> None:
    context, _, visit = _visit(browser, address + kind)

    assert visit.said == []
    assert len(visit.requests) <= MOST_REQUESTS, visit.requests
    assert visit.bytes < MOST_BYTES
    assert all(url.startswith(address) for url in visit.requests)
    assert context.cookies() == []
    context.close()


def test_everything_can_be_read_without_scripts(browser: Any, address: str) -> None:
    context, page, _ = _visit(
        browser, f"{address}en/results/letters-answered-in-time/", java_script_enabled=False
    )

    assert page.locator("main table.figures").is_visible()
    assert page.locator("header a[hreflang=lt]").count() == 1
    context.close()


def test_the_search_form_finds_words_without_their_diacritics(browser: Any, address: str) -> None:
    context, page, _ = _visit(browser, f"{address}sl/find/?q=knjiznica")

    visible = [one for one in page.locator("main li").all() if one.is_visible()]
    assert any("njižnic" in one.inner_text() for one in visible)
    assert len(visible) < page.locator("main li").count()
    context.close()


def test_the_language_switch_keeps_the_page(browser: Any, address: str) -> None:
    context, page, _ = _visit(browser, f"{address}charters/citizens/answer-letters/")
    with page.expect_navigation():
        page.locator("header a[hreflang=hu]").evaluate("link => link.click()")

    assert page.url == f"{address}hu/charters/citizens/answer-letters/"
    context.close()


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

SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['the page'] : []"


@pytest.mark.parametrize("lang", ["", "en/", "sl/", "bg/", "hu/"])
def test_no_table_of_results_is_cut_off(lang: str, browser: Any, address: str) -> None:
    context, page, _ = _visit(browser, address)
    cut = {}
    for one in FULL_TABLES:
        page.goto(f"{address}{lang}{one}", wait_until="load")
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            cut[one, width] = page.evaluate(CUT_OFF) + page.evaluate(SIDEWAYS)
    context.close()

    assert {at: found for at, found in cut.items() if found} == {}


def _sheets(browser: Any, url: str) -> int:
    """How many sheets of A4 a page takes, as a browser prints it."""
    page = browser.new_page()
    page.goto(url)
    printed = page.pdf(format="A4", print_background=True)
    page.close()
    return len(re.findall(rb"/Type\s*/Page\b", printed))


# The languages with the longest words, and the years with the most to tell: what fits there fits everywhere.
@pytest.mark.parametrize("lang", ["", "bg/", "hu/"])
@pytest.mark.parametrize("year", ["2024", "2025"])
def test_a_year_of_the_demonstration_prints_on_one_sheet(
    year: str, lang: str, browser: Any, address: str
) -> None:
    assert _sheets(browser, f"{address}{lang}results/years/{year}/") == 1


@pytest.mark.parametrize(
    ("example", "years"),
    [("winchester", ["fy2014-15"]), ("santa-coloma-de-gramenet", ["2017", "2018", "2019"])],
)
def test_a_year_of_a_real_body_prints_on_one_sheet(
    example: str, years: list[str], browser: Any, tmp_path: Path
) -> None:
    root = copy_site(Path(__file__).parent / "examples" / example, tmp_path / example)
    site = build(root, offline=True).folder
    sheets = {
        folder.name: _sheets(browser, (folder / "index.html").as_uri())
        for folder in sorted((site / "results/years").iterdir())
    }

    assert sheets == dict.fromkeys(years, 1)


def test_another_page_of_the_demonstration_takes_more_than_one_sheet(browser: Any, address: str) -> None:
    assert _sheets(browser, f"{address}en/results/") > 1
