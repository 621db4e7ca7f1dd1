"""A citizen's way through the site in a real browser: by keyboard alone, without scripts, on a narrow screen, on paper.

Skipped where the machine has no Chromium.
"""

from __future__ import annotations

from typing import Any

import pytest

from browsing import CHROMIUM, NO_CHROMIUM
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
def plain(browser: Any) -> Any:
    """A tab on a telephone in which no script runs."""
    return browser.new_page(java_script_enabled=False, viewport={"width": 320, "height": 800})


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
def test_the_keyboard_goes_through_a_page_in_order_and_out_again(width: int, tab: Any, address: str) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.emulate_media(reduced_motion="reduce")
    for one in ("hu/", f"bg/{PROMISE}", "sl/complain/"):
        tab.goto(address + one)
        stops = _walk(tab)
        order = [at for _, _, at in stops]

        assert len(stops) > 10
        assert order == sorted(order)
        assert [stop for stop in stops if not stop[0] or not stop[1]] == []


def test_menu_search_and_results_need_no_mouse(tab: Any, address: str) -> None:
    tab.set_viewport_size({"width": 320, "height": 900})
    tab.goto(f"{address}en/{PROMISE}")
    tab.locator("header .menu summary").focus()
    tab.keyboard.press("Enter")
    for _ in range(6):
        tab.keyboard.press("Tab")
    tab.keyboard.type("pothole")
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    tab.locator("#results a").first.wait_for()
    tab.locator("#q").focus()
    tab.keyboard.press("ArrowDown")
    with tab.expect_navigation():
        tab.keyboard.press("Enter")

    assert (
        "othole" in tab.locator("h1").inner_text() + tab.locator("main .promise-title").all_inner_texts()[0]
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_citizen_gets_everywhere_without_scripts(lang: str, plain: Any, address: str) -> None:
    page, other = plain, "sl" if lang == "hu/" else "hu"
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

    assert said
    assert letters > 10
    assert kept.strip()
    assert switched == f"{address}{other}/{PROMISE}"
    assert last == f"{address}{other}/complain/"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_number_stands_alone_and_folded_rows_are_named(lang: str, tab: Any, address: str) -> None:
    tab.set_viewport_size({"width": 320, "height": 900})
    tab.goto(address + lang)
    alone, ways = tab.evaluate(ORPHANS), tab.locator(".ways > span").count()
    tab.goto(f"{address}{lang}{PROMISE}")
    named = tab.locator(".target .narrow").first
    folded = named.is_visible()
    tab.set_viewport_size({"width": 1280, "height": 900})
    wide = named.is_visible()

    assert ways > 20
    assert alone == []
    assert (folded, wide) == (True, False)
