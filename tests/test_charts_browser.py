"""Charts in a real browser: no words meet, none is cut off, on a telephone and on a desk.

Skipped where the machine has no Chromium; `make test` installs it where it can.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from charterkit.data.load import load
from charterkit.rules.standing import standing
from charterkit.site.context import Settings, Site
from charterkit.site.pages import Kind
from charterkit.site.render import Renderer
from charting import BODIES, TODAY
from factory import day

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"
)

# Chromium counts the rim of 2 pixels in the colour of the paper around words as part of them; two rims may touch.
MEETINGS = """rim => [...document.querySelectorAll('figure.chart')].flatMap(figure => {
    const room = figure.getBoundingClientRect(), found = [];
    const words = [...figure.querySelectorAll('.chart-drawing text')].filter(one => one.getClientRects().length)
        .map(one => [one.textContent, one.getBoundingClientRect()]);
    words.forEach(([text, box], number) => {
        if (box.left + rim < room.left || box.right - rim > room.right || box.top + rim < room.top)
            found.push(`${text} is cut off`);
        for (const [other, its] of words.slice(number + 1))
            if (box.left < its.right && its.left < box.right && box.top < its.bottom && its.top < box.bottom)
                found.push(`${text} meets ${other}`);
    });
    return found;
})"""
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--no-first-run"]
        )
        yield opened
        opened.close()


def _pages(root: Path, lang: str, folder: Path) -> list[Path]:
    """The pages of a body with charts, in one of its languages, as files."""
    records = load(root).publication
    assert records is not None
    languages = records.publisher.languages
    renderer = Renderer(Site(records, standing(records, day(TODAY)), languages, Settings(offline=True)))
    for address, content in renderer.static_assets().items():
        _written(folder / address, content)
    prefix = "" if lang == languages[0] else f"{lang}/"
    found = []
    for page in renderer.directory.pages:
        html = renderer.page(page, lang) if page.kind in (Kind.RESULT, Kind.COMMITMENT) else ""
        if 'class="chart"' in html:
            found.append(folder / prefix / page.address / "index.html")
            _written(found[-1], html.encode())
    return found


def _written(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _bodies_and_languages() -> Iterator[Any]:
    for root in BODIES:
        records = load(root).publication
        assert records is not None
        for lang in records.publisher.languages:
            yield pytest.param(root, lang, id=f"{root.name}-{lang}")


@pytest.mark.parametrize(("root", "lang"), list(_bodies_and_languages()))
def test_no_words_of_a_chart_meet_and_none_is_cut_off(
    root: Path, lang: str, browser: Any, tmp_path: Path
) -> None:
    context = browser.new_context()
    shown, wrong = context.new_page(), {}
    for page in _pages(root, lang, tmp_path):
        shown.goto(page.as_uri(), wait_until="load")
        for width in (1280, 320):
            shown.set_viewport_size({"width": width, "height": 900})
            found = shown.evaluate(MEETINGS, 2) + (
                ["the page is too wide"] if shown.evaluate(SIDEWAYS) else []
            )
            if found:
                wrong[f"{page.relative_to(tmp_path)} at {width}"] = found
    context.close()

    assert wrong == {}
