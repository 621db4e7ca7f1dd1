"""The search in a real browser: what it finds, how it is used, what it loads.

Skipped where the machine has no Chromium.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browsing import CHROMIUM, NO_CHROMIUM, Watched, all_barriers, at_each_width, one_tab, sideways
from searching import ANSWERED, LANGUAGES, addresses, improving, misses, queries

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=NO_CHROMIUM)
# Of the sixty questions about promises and services, and of these with the twelve about improving.
ENOUGH, ENOUGH_OF_ALL = 54, 65


@pytest.fixture(scope="module")
def watched(browser: Any) -> Watched:
    """A tab that tells what happens in it."""
    return Watched(browser.new_context())


@pytest.fixture
def english(tab: Any, address: str) -> Any:
    """The search page in English."""
    tab.goto(f"{address}en/find/")
    return tab


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nine_of_ten_questions_find_a_right_page_among_the_first_three(
    lang: str, watched: Watched, address: str
) -> None:
    root = address if lang == LANGUAGES[0] else f"{address}{lang}/"
    page, visit = watched.page, watched.open(f"{root}find/")
    wrong, others = misses(page, queries(lang), root), misses(page, improving(lang), root)

    assert len(wrong) <= 60 - ENOUGH, "\n".join(wrong)
    assert len(wrong + others) <= 72 - ENOUGH_OF_ALL, "\n".join(wrong + others)
    assert visit.said == []


def test_nothing_is_loaded_before_the_first_question(watched: Watched, address: str) -> None:
    page, visit = watched.page, watched.open(f"{address}en/find/")
    watched.settle()
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


def test_an_address_with_a_question_is_answered_and_the_words_are_marked(tab: Any, address: str) -> None:
    tab.goto(f"{address}sl/find/?q=knjiznico")
    tab.wait_for_selector(ANSWERED)

    assert re.fullmatch(r"Najden\w+ (je|sta|so) \d+ stran(i)?\.", tab.locator("#found").inner_text())
    assert any("njižnic" in mark for mark in tab.locator("#results mark").all_inner_texts())
    assert not tab.locator("#whole").is_visible()


def test_whoever_comes_back_finds_the_question_and_its_answers(english: Any, address: str) -> None:
    page = english
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


def test_where_the_index_is_missing_the_reader_is_told(english: Any) -> None:
    english.route("**/find/index.js*", lambda route: route.abort())
    addresses(english, "library", "")
    english.unroute_all()

    assert english.locator("#found").inner_text().startswith("The search does not work")
    assert english.locator("#whole").is_visible()


def test_without_scripts_the_list_is_whole(browser: Any, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}en/find/?q=library")

    assert not page.locator("#hint").is_visible()
    page.get_by_role("link", name="P", exact=True).click()
    assert page.get_by_role("link", name="Pothole repairs").is_visible()
    page.close()


def test_the_search_works_from_a_folder_on_disk(tab: Any, site: Path) -> None:
    tab.goto(f"{site.as_uri()}/hu/find/index.html")

    assert addresses(tab, "könyvtárakban", f"{site.as_uri()}/hu/")


@pytest.fixture(scope="module")
def shown(browser: Any, site: Path) -> Iterator[Any]:
    """A function that shows a page of the demonstration in one and the same tab."""
    with one_tab(browser, site) as show:
        yield show


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_was_found_has_no_barrier_that_a_tool_can_find(scheme: str, shown: Any) -> None:
    page = shown("en/find/?q=library")
    page.wait_for_selector(ANSWERED)
    page.emulate_media(color_scheme=scheme)

    assert {width: all_barriers(page) + sideways(page) for width in at_each_width(page)} == {
        1280: [],
        320: [],
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_barrier_in_what_was_found_would_be_noticed(scheme: str, shown: Any) -> None:
    page = shown("en/find/?q=library")
    page.wait_for_selector(ANSWERED)
    page.emulate_media(color_scheme=scheme)
    page.add_style_tag(content="#results mark { color: #777; background: #888; font-size: 300% }")
    page.evaluate("document.querySelector('#results a').textContent = ''")
    found = {width: {rule for rule, _ in all_barriers(page)} for width in at_each_width(page)}

    assert found == {width: {"color-contrast", "empty-heading", "link-name"} for width in (1280, 320)}
