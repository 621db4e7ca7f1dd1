"""No page has a barrier that a tool can find: every kind of page, language, width and colour scheme.

Skipped where the machine has no Chromium; `make test` installs it where it can.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browsing import CHROMIUM, NO_CHROMIUM, barriers, barriers_of_looks, chromium, one_of_each_kind, served

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=NO_CHROMIUM)

KINDS = one_of_each_kind()
LANGUAGES = ("", "en/", "sl/", "bg/", "hu/")
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
WIDTHS = (1280, 320)


@pytest.fixture(scope="module")
def shown(site: Path) -> Iterator[Any]:
    """A function that opens a page of the demonstration in one and the same tab."""
    with served(site) as address, chromium() as browser:
        # axe itself is a script that the policy of the host forbids.
        tab = browser.new_context(bypass_csp=True).new_page()

        def open(path: str) -> Any:
            tab.goto(address + path, wait_until="load")
            return tab

        yield open


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_has_a_barrier_in_any_language(kind: str, shown: Any) -> None:
    found = {}
    for lang in LANGUAGES if kind != "404.html" else ("",):
        page = shown(lang + kind)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found[lang, width] = [SIDEWAYS] if page.evaluate(SIDEWAYS) else []
            # Languages differ in their words alone; on a telephone more is hidden than on a desk.
            if width == 320 or not lang:
                found[lang, width] += barriers(page)

    assert {at: said for at, said in found.items() if said} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_can_be_told_from_its_ground_and_every_link_hit(kind: str, shown: Any) -> None:
    page, found = shown(kind), {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found[width, scheme] = barriers_of_looks(page)
    page.emulate_media(color_scheme="light")

    assert {at: said for at, said in found.items() if said} == {}


def test_what_looks_at_looks_finds_a_pale_text(shown: Any) -> None:
    page = shown("")
    page.evaluate("document.querySelector('main p').style.color = '#ccc'")

    assert [rule for rule, _ in barriers_of_looks(page)] == ["color-contrast"]


def test_what_looks_for_barriers_finds_one(shown: Any) -> None:
    page = shown("")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"x\">')")

    assert [rule for rule, _ in barriers(page)] == ["image-alt"]
