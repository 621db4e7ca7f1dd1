"""The pages of a programme in a real browser: no barrier in any language, at any width, in any colours.

Skipped where the machine has no Chromium; `make test` installs it where it can.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browsing import CHROMIUM, NO_CHROMIUM, at_each_width, barriers, looks_at_each_width, one_tab, sideways

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=NO_CHROMIUM)

HOME = "quality/programmes/better-together/"
PAGES = ("", "first/", "replies/", "bodies/region-gornja-meglica/")
LANGUAGES = ("", "en/", "lt/", "bg/", "hu/")
# A word that a column cuts in two: a head of a table that is taller than its words would be on their own lines.
BROKEN = """[...document.querySelectorAll('main thead th')].filter(head => {
    const range = document.createRange(), walk = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) for (const word of walk.currentNode.data.matchAll(/[^\\s-]+/g)) {
        range.setStart(walk.currentNode, word.index);
        range.setEnd(walk.currentNode, word.index + word[0].length);
        if (range.getClientRects().length > 1) return true;
    }
}).map(head => head.textContent.trim())"""


@pytest.fixture(scope="module")
def shown(browser: Any, ministry_site: Path) -> Iterator[Any]:
    """A function that shows a page of the ministry in one and the same tab."""
    with one_tab(browser, ministry_site) as show:
        yield show


@pytest.mark.parametrize("page", PAGES)
def test_no_page_of_a_programme_has_a_barrier(page: str, shown: Any) -> None:
    found = {}
    for lang in LANGUAGES:
        tab = shown(lang + HOME + page)
        for width in at_each_width(tab):
            found[lang, width] = sideways(tab)
            found[lang, width] += barriers(tab) if width == 320 or not lang else tab.evaluate(BROKEN)

    assert {at: said for at, said in found.items() if said} == {}


@pytest.mark.parametrize("page", PAGES)
def test_every_text_of_a_programme_can_be_told_from_its_ground(page: str, shown: Any) -> None:
    found = looks_at_each_width(shown(HOME + page))

    assert {at: said for at, said in found.items() if said} == {}
