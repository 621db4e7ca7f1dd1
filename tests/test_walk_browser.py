"""A citizen's way through the site in a real browser: by keyboard alone, without scripts, on a narrow screen, on paper.

Skipped where the machine has no Chromium.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browsing import CHROMIUM, NO_CHROMIUM, chromium, served
from charterkit.site.alphabet import letter_of

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=NO_CHROMIUM)

LANGUAGES = ("", "en/", "sl/", "bg/", "hu/")
PROMISE = "charters/citizens/answer-letters/"
# What is focused: what a screen reader calls it, and whether one sees where one is.
FOCUSED = """() => { const one = document.activeElement, look = getComputedStyle(one);
    const place = one.getBoundingClientRect();
    if (one === document.body) return null;
    const named = one.getAttribute('aria-labelledby'), label = one.labels && one.labels[0];
    const name = named ? document.getElementById(named).innerText : label ? label.innerText
        : one.getAttribute('aria-label') || one.innerText;
    const inside = place.top >= -1 && place.bottom <= innerHeight + 1 || place.height > innerHeight;
    const seen = look.outlineStyle !== 'none' && inside;
    return [name.trim(), seen, [...document.querySelectorAll('*')].indexOf(one)]; }"""
# The numbers behind the ways that stand on a line of their own.
ORPHANS = """[...document.querySelectorAll('.ways > span')].filter(one => one.querySelector('.soft') &&
    one.querySelector('.soft').getBoundingClientRect().left - one.getBoundingClientRect().left < 2)
    .map(one => one.innerText)"""


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as opened:
        yield opened


def _walk(page: Any) -> list[Any]:
    """Every stop of the Tab key, until it leaves the page."""
    stops: list[Any] = []
    while len(stops) < 250:
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError(f"no way out: {stops[-3:]}")


@pytest.mark.parametrize("width", [1280, 320])
def test_the_keyboard_goes_through_a_page_in_order_and_out_again(
    width: int, browser: Any, address: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    for one in ("hu/", f"bg/{PROMISE}", "sl/complain/"):
        page.goto(address + one)
        stops = _walk(page)
        order = [at for _, _, at in stops]

        assert len(stops) > 10
        assert order == sorted(order)
        assert [stop for stop in stops if not stop[0] or not stop[1]] == []
    page.close()


def test_menu_search_and_results_need_no_mouse(browser: Any, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 900})
    page.goto(f"{address}en/{PROMISE}")
    page.locator("header .menu summary").focus()
    page.keyboard.press("Enter")
    for _ in range(6):
        page.keyboard.press("Tab")
    page.keyboard.type("pothole")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.locator("#results a").first.wait_for()
    page.locator("#q").focus()
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert (
        "othole" in page.locator("h1").inner_text() + page.locator("main .promise-title").all_inner_texts()[0]
    )
    page.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_citizen_gets_everywhere_without_scripts(lang: str, browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page, other = context.new_page(), "sl" if lang == "hu/" else "hu"
    page.goto(address + lang + PROMISE)
    letter = letter_of(page.locator("h1").inner_text(), lang.rstrip("/") or "lt").slug
    page.goto(address + lang)
    with page.expect_navigation():
        page.press("main input[type=search]", "Enter")
    said, letters = page.locator("noscript p").is_visible(), page.locator(".letters a").count()
    with page.expect_navigation():
        page.locator(f'.letters a[href$="find/{letter}/"]').first.click()
    with page.expect_navigation():
        page.locator(f'main a[href$="{PROMISE}"]').first.click()
    kept = page.locator("main .verdict").first.inner_text()
    page.locator("header .languages summary").click()
    with page.expect_navigation():
        page.locator(f"header a[hreflang={other}]").click()
    switched = page.url
    page.locator("header .menu summary").click()
    with page.expect_navigation():
        page.locator('header a[href$="complain/"]').click()
    last = page.url
    context.close()

    assert said
    assert letters > 10
    assert kept.strip()
    assert switched == f"{address}{other}/{PROMISE}"
    assert last == f"{address}{other}/complain/"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_number_stands_alone_and_folded_rows_are_named(lang: str, browser: Any, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 900})
    page.goto(address + lang)
    alone, ways = page.evaluate(ORPHANS), page.locator(".ways > span").count()
    page.goto(f"{address}{lang}{PROMISE}")
    named = page.locator(".target .narrow").first
    folded = named.is_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    wide = named.is_visible()
    page.close()

    assert ways > 20
    assert alone == []
    assert (folded, wide) == (True, False)
