"""No page has a barrier that a tool can find: every kind of page, language, width and colour scheme.

Skipped where the machine has no Chromium; `make test` installs it where it can.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browsing import (
    CHROMIUM,
    NO_CHROMIUM,
    at_each_width,
    barriers,
    barriers_of_looks,
    looks_at_each_width,
    one_of_each_kind,
    one_tab,
    sideways,
)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=NO_CHROMIUM)

KINDS = one_of_each_kind()
LANGUAGES = ("", "en/", "sl/", "bg/", "hu/")
# What a page is for whoever looks at it: every element with its place and colours, and what the parser made of it.
SEEN = """() => [location.pathname, document.title, document.compatMode, document.characterSet,
    document.styleSheets.length, [...document.querySelectorAll('*')].map(one => {
        const place = one.getBoundingClientRect(), look = getComputedStyle(one);
        return [one.outerHTML.length, place.x, place.y, place.width, place.height,
            look.color, look.backgroundColor, look.font, look.display].join();
    })]"""
PALE_IN_THE_DARK = "@media (prefers-color-scheme: dark) { main p { color: #333 !important } }"


@pytest.fixture(scope="module")
def shown(browser: Any, site: Path) -> Iterator[Any]:
    """A function that shows a page of the demonstration in one and the same tab."""
    with one_tab(browser, site) as show:
        yield show


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_has_a_barrier_in_any_language(kind: str, shown: Any) -> None:
    found = {}
    for lang in LANGUAGES if kind != "404.html" else ("",):
        page = shown(lang + kind)
        for width in at_each_width(page):
            found[lang, width] = sideways(page)
            # Languages differ in their words alone; on a telephone more is hidden than on a desk.
            if width == 320 or not lang:
                found[lang, width] += barriers(page)

    assert {at: said for at, said in found.items() if said} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_can_be_told_from_its_ground_and_every_link_hit(kind: str, shown: Any) -> None:
    found = looks_at_each_width(shown(kind))

    assert {at: said for at, said in found.items() if said} == {}


def _seen(page: Any) -> dict[tuple[int, str], Any]:
    """A page as it is seen at each width and in each colour scheme."""
    seen = {}
    for width in at_each_width(page):
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme)
            seen[width, scheme] = page.evaluate(SEEN)
    return seen


@pytest.mark.parametrize("path", ["bg/results/years/2025/", "404.html"])
def test_a_page_after_another_in_a_tab_is_as_if_it_were_opened(path: str, shown: Any) -> None:
    shown("charters/").evaluate("window.stays = true")
    page = shown(path)
    after = _seen(page)
    assert page.evaluate("window.stays")
    page.reload(wait_until="load")

    assert _seen(page) == after
    assert {(seen[0], len(seen[-1]) > 60) for seen in after.values()} == {(f"/{path}", True)}


def test_a_page_with_a_script_gets_a_window_of_its_own(shown: Any) -> None:
    shown("charters/").evaluate("window.stays = true")
    page = shown("sl/find/")

    assert not page.evaluate("window.stays")
    assert page.url.endswith("/sl/find/")
    assert page.locator("#hint").is_visible()


def test_what_looks_at_looks_finds_a_pale_text(shown: Any) -> None:
    page = shown("")
    page.evaluate("document.querySelector('main p').style.color = '#ccc'")

    assert [rule for rule, _ in barriers_of_looks(page)] == ["color-contrast"]


def test_what_is_pale_in_one_colour_scheme_is_found_there(shown: Any) -> None:
    page = shown("complain/")
    page.add_style_tag(content=PALE_IN_THE_DARK)
    found = {at: [rule for rule, _ in said] for at, said in looks_at_each_width(page).items()}

    assert found == {
        (width, scheme): ["color-contrast"] * (scheme == "dark")
        for width in (1280, 320)
        for scheme in ("light", "dark")
    }


def test_what_looks_for_barriers_finds_one(shown: Any) -> None:
    page = shown("")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"x\">')")

    assert [rule for rule, _ in barriers(page)] == ["image-alt"]


def test_a_page_that_is_too_wide_for_a_telephone_is_found_there(shown: Any) -> None:
    page = shown("")
    page.evaluate("document.querySelector('main h1').style.minWidth = '500px'")

    assert {width for width in at_each_width(page) if sideways(page)} == {320}


def test_what_was_broken_on_a_page_is_gone_with_it(shown: Any) -> None:
    shown("").add_style_tag(content="main * { color: #ccc !important; min-width: 500px !important }")
    page = shown("charters/")

    assert [sideways(page) + barriers(page) + barriers_of_looks(page) for _ in at_each_width(page)] == [
        [],
        [],
    ]
