"""Pages as people set their browsers: wide letter spacing, forced colours, large type, less motion, the keyboard.

One page of each kind, each in one language; skipped where the machine has no Chromium.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from browsing import CHROMIUM, NO_CHROMIUM

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=NO_CHROMIUM)

# Each kind of page once, the languages in turn.
PAGES = (
    "",
    "sl/charters/",
    "bg/charters/citizens/",
    "hu/charters/citizens/home-care/",
    "services/",
    "sl/services/social-benefit/",
    "bg/ways/",
    "hu/ways/in-person/",
    "standards/",
    "sl/standards/counter-wait/",
    "bg/procedures/mobile-library/",
    "hu/calendars/lt/",
    "results/",
    "sl/results/letters-answered-in-time/",
    "bg/results/bodies/library/",
    "hu/results/periods/",
    "results/years/2025/",
    "sl/methodology/",
    "bg/methodology/letters-answered-in-time/",
    "hu/bodies/",
    "bodies/library/",
    "sl/changes/",
    "bg/find/",
    "hu/complain/",
    "accessibility/",
    "sl/privacy/",
    "bg/contact/",
    "bg/charters/citizens/versions/",
    "hu/charters/citizens/versions/2025/changes/",
    "bg/quality/actions/",
    "hu/quality/actions/book-a-time/",
    "hu/quality/strategy/",
    "bg/quality/surveys/service-2025/clients/",
    "sl/quality/surveys/service-2025/questionnaire/",
    "bg/quality/assessments/caf-2025/1/",
)
# What WCAG 2.2 wants to be bearable (1.4.12): by people who need their letters apart.
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
# What is cut off or sticks out of the window; what may scroll sideways may be wide.
LOST = """[...document.querySelectorAll('main *, header *, footer *')].filter(one => {
    if (one.closest('.unseen, svg, .scroller, thead')) return false;
    if (!one.checkVisibility({contentVisibilityAuto: true})) return false;
    const place = one.getBoundingClientRect(), look = getComputedStyle(one);
    const cut = look.overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 2;
    return place.width > 0 && (cut || place.right > innerWidth + 1);
}).map(one => one.outerHTML.slice(0, 90))"""
# Every shape of a status, and whether it can be told from the ground that it stands on.
UNSEEN = """[...document.querySelectorAll('.mark, .chart-mark')].filter(one => {
    const ground = getComputedStyle(document.body).backgroundColor;
    return one.checkVisibility() && getComputedStyle(one).color === ground;
}).length"""
FOCUSED = """() => { const one = document.activeElement, look = getComputedStyle(one);
    return [one.tagName, look.outlineStyle, parseFloat(look.outlineWidth), one.checkVisibility()]; }"""


def opened(page: Any, site: Path, address: str) -> Any:
    """The page, from its file: its style sheet is one of the files beside it."""
    page.goto((site / address / "index.html").as_uri(), wait_until="load")
    return page


def test_nothing_is_lost_when_letters_stand_apart(site: Path, tab: Any) -> None:
    tab.set_viewport_size({"width": 320, "height": 900})
    lost = {}
    for address in PAGES:
        opened(tab, site, address).add_style_tag(content=SPACED)
        tab.locator(".fold > summary").last.evaluate("one => one.click()")
        lost[address] = tab.evaluate(LOST)

    assert {address: found for address, found in lost.items() if found} == {}


def test_nothing_is_lost_with_type_of_twice_the_size(site: Path, tab: Any) -> None:
    tab.set_viewport_size({"width": 640, "height": 900})
    lost = {}
    for address in PAGES:
        opened(tab, site, address).add_style_tag(content="html { font-size: 225% !important }")
        lost[address] = tab.evaluate(LOST)

    assert {address: found for address, found in lost.items() if found} == {}


def test_what_is_lost_would_be_noticed(site: Path, tab: Any) -> None:
    page = opened(tab, site, "en/complain/")
    page.add_style_tag(content="main h1 { overflow: hidden; white-space: nowrap; max-width: 3em }")

    assert [one[:3] for one in page.evaluate(LOST)] == ["<h1"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_states_keep_their_shapes_in_forced_colours(scheme: str, site: Path, tab: Any) -> None:
    tab.emulate_media(forced_colors="active", color_scheme=scheme)
    marks = {}
    for address in (
        "",
        "results/",
        "sl/results/letters-answered-in-time/",
        "hu/charters/citizens/home-care/",
    ):
        opened(tab, site, address)
        marks[address] = (tab.locator(".mark:visible").count() > 3, tab.evaluate(UNSEEN))
    button = tab.locator("main .button").first.evaluate("one => getComputedStyle(one).borderTopWidth")

    assert set(marks.values()) == {(True, 0)}
    assert button == "2px"


def test_the_keyboard_begins_at_the_skip_link_and_its_place_is_always_seen(site: Path, tab: Any) -> None:
    page = opened(tab, site, "en/")
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    seen = [page.evaluate(FOCUSED)]
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUSED))

    assert first == "#main"
    assert [one for one in seen if one[0] != "BODY" and (one[1] == "none" or one[2] < 3 or not one[3])] == []


def test_nothing_moves_for_readers_who_ask_for_less_motion(site: Path, tab: Any) -> None:
    moving = []
    for motion in ("reduce", "no-preference"):
        tab.emulate_media(reduced_motion=motion)
        page = opened(tab, site, "en/charters/citizens/")
        moving.append(page.evaluate("getComputedStyle(document.documentElement).scrollBehavior"))
        assert page.evaluate("document.getAnimations().length") == 0

    assert moving == ["auto", "smooth"]


@pytest.mark.parametrize("lang", ["", "en/", "sl/", "bg/", "hu/"])
def test_a_page_has_each_landmark_once_and_says_its_language(lang: str, site: Path) -> None:
    html = (site / lang / "charters/citizens/answer-letters/index.html").read_text(encoding="utf-8")

    assert [len(re.findall(f"<{tag}[ >]", html)) for tag in ("header", "main", "footer")] == [1, 1, 1]
    assert f'<html lang="{lang.strip("/") or "lt"}"' in html
    assert html.count('lang="hu" hreflang="hu"') == 1
    assert html.index('class="skip') < html.index("<header") < html.index("<main") < html.index("<footer")
