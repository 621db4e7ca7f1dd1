"""The search in a real browser: what it finds, how it is used, what it loads.

Skipped where the machine has no Chromium.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from searching import LANGUAGES, addresses, improving, misses, queries
from test_browser import CHROMIUM, _visit, address, browser

__all__ = ["address", "browser"]
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
# Of the sixty questions about promises and services, and of these with the twelve about improving.
ENOUGH, ENOUGH_OF_ALL = 54, 65


@pytest.fixture
def english(browser: Any, address: str) -> Iterator[Any]:
    context, page, _ = _visit(browser, f"{address}en/find/")
    yield page
    context.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nine_of_ten_questions_find_a_right_page_among_the_first_three(
    lang: str, browser: Any, address: str
) -> None:
    root = address if lang == LANGUAGES[0] else f"{address}{lang}/"
    context, page, visit = _visit(browser, f"{root}find/")
    wrong, others = misses(page, queries(lang), root), misses(page, improving(lang), root)

    assert len(wrong) <= 60 - ENOUGH, "\n".join(wrong)
    assert len(wrong + others) <= 72 - ENOUGH_OF_ALL, "\n".join(wrong + others)
    assert visit.said == []
    context.close()


def test_nothing_is_loaded_before_the_first_question(browser: Any, address: str) -> None:
    context, page, visit = _visit(browser, f"{address}en/find/")
    page.locator("#q").focus()
    page.keyboard.press("Tab")
    before = list(visit.requests)
    addresses(page, "library", f"{address}en/")
    later = [url for url in visit.requests[len(before) :] if "/find/" in url]

    assert not any("/find/" in url for url in before[1:])
    assert {re.sub(r"\d+\.js\?\w+$", "", url.removeprefix(f"{address}en/find/")) for url in later} == {
        "index.js",
        "words/",
        "pages/",
    }
    context.close()


def test_an_address_with_a_question_is_answered_and_the_words_are_marked(browser: Any, address: str) -> None:
    context, page, _ = _visit(browser, f"{address}sl/find/?q=knjiznico")

    assert re.fullmatch(r"Najden\w+ (je|sta|so) \d+ stran(i)?\.", page.locator("#found").inner_text())
    assert any("njižnic" in mark for mark in page.locator("#results mark").all_inner_texts())
    assert not page.locator("#whole").is_visible()
    context.close()


def test_whoever_comes_back_finds_the_question_and_its_answers(browser: Any, address: str) -> None:
    context, page, _ = _visit(browser, f"{address}en/find/")
    # A browser may keep the page as it was; here it has to be made anew.
    page.evaluate("addEventListener('unload', () => {})")
    page.locator("#q").focus()
    page.keyboard.type("library & card")
    page.locator("#results a").first.click()
    page.wait_for_url(lambda url: "find" not in url)
    page.go_back()
    page.wait_for_selector("#results a")

    assert page.url == f"{address}en/find/?q=library%20%26%20card"
    assert page.locator("#q").input_value() == "library & card"
    context.close()


def test_where_nothing_is_found_the_list_from_a_to_z_stays(english: Any) -> None:
    addresses(english, "xyzqw", "")

    assert english.locator("#found").inner_text().startswith("Nothing was found for “xyzqw”.")
    assert english.locator("#whole").is_visible()
    assert not english.locator("#results").is_visible()


def test_what_a_reader_writes_stays_text(english: Any) -> None:
    addresses(english, "<img src=x onerror=alert(1)> $& library", "")
    assert english.locator("#results img, #found img").count() == 0
    addresses(english, "<b>xyzqw</b> $&", "")

    assert "“<b>xyzqw</b> $&”" in english.locator("#found").inner_text()


def test_the_keyboard_leads_into_the_list_and_back(english: Any) -> None:
    english.locator("#q").focus()
    english.keyboard.type("library")
    english.wait_for_selector("#results a")
    here = "document.activeElement.closest('#results') ? document.activeElement.textContent : document.activeElement.id"
    titles = english.locator("#results a").all_text_contents()
    seen = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowDown", "Escape"):
        english.keyboard.press(key)
        seen.append(english.evaluate(here))
    english.keyboard.press("Escape")

    assert seen == [titles[0], titles[1], titles[0], "q", titles[0], "q"]
    assert english.locator("#q").input_value() == ""
    assert english.locator("#whole").is_visible()


def test_more_pages_are_shown_when_asked_for(english: Any) -> None:
    first = addresses(english, "giriai", "")
    english.locator("#more button").click()
    english.locator("#results > li").nth(10).wait_for()

    assert len(first) == 10
    assert (
        english.evaluate("[...document.querySelectorAll('#results a')].indexOf(document.activeElement)") == 10
    )


def test_where_the_index_is_missing_the_reader_is_told(browser: Any, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/find/index.js*", lambda route: route.abort())
    page.goto(f"{address}en/find/")
    addresses(page, "library", "")

    assert page.locator("#found").inner_text().startswith("The search does not work")
    assert page.locator("#whole").is_visible()
    context.close()


def test_without_scripts_the_list_is_whole(browser: Any, address: str) -> None:
    context, page, _ = _visit(browser, f"{address}en/find/?q=library", java_script_enabled=False)

    assert not page.locator("#hint").is_visible()
    page.get_by_role("link", name="P", exact=True).click()
    assert page.get_by_role("link", name="Pothole repairs").is_visible()
    context.close()


def test_the_search_works_from_a_folder_on_disk(browser: Any, site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site.as_uri()}/hu/find/index.html")

    assert addresses(page, "könyvtárakban", f"{site.as_uri()}/hu/")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_what_was_found_has_no_barrier_that_a_tool_can_find(
    width: int, scheme: str, browser: Any, address: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    size = {"width": width, "height": 900}
    context, page, _ = _visit(
        browser, f"{address}en/find/?q=library", viewport=size, color_scheme=scheme, bypass_csp=True
    )
    page.wait_for_selector("#results a")
    found = [f"{one['id']}: {one['help']}" for one in Axe().run(page).response["violations"]]

    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
