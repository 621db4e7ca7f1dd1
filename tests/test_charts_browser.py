"""Charts in a real browser: no words meet, none is cut off, on a telephone and on a desk.

Skipped where the machine has no Chromium; `make test` installs it where it can.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from browsing import CHROMIUM, NO_CHROMIUM, at_each_width
from charterkit.data.load import load
from charterkit.rules.standing import standing
from charterkit.site.context import Settings, Site
from charterkit.site.pages import Kind
from charterkit.site.render import Renderer
from charting import BODIES, TODAY
from factory import day

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=NO_CHROMIUM)

# Chromium counts the rim of 2 pixels in the colour of the paper around words as part of them; two rims may touch.
MEETINGS = """rim => [...document.querySelectorAll('figure.chart')].flatMap(figure => {
    const room = figure.getBoundingClientRect(), found = [];
    // What a chart has no room for is cut away whole; what is shown is cut nowhere, not even beyond its edges.
    const away = one => one.matches('figure') ? false
        : parseFloat(getComputedStyle(one).clipPath.slice('inset('.length)) > 999 || away(one.parentElement);
    const words = [...figure.querySelectorAll('.chart-drawing text')].filter(one => !away(one))
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
LETTERS = "size => { document.documentElement.style.fontSize = size }"
# Not every body has a chart with words.
SIZES_OF_WORDS = """[...new Set([...document.querySelectorAll('.chart-drawing text')]
    .map(one => Math.round(parseFloat(getComputedStyle(one).fontSize))))]"""
TOO_WIDE = "the page is too wide"
SECTION = re.compile(r'<section class="section.*?</section>', re.DOTALL)
SHELL = re.compile(r".*?<main[^>]*>", re.DOTALL)
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@lru_cache(maxsize=1)
def _renderer(root: Path) -> Renderer:
    """What shows a body's records; read once for all its languages."""
    records = load(root).publication
    assert records is not None
    languages = records.publisher.languages
    return Renderer(Site(records, standing(records, day(TODAY)), languages, Settings(offline=True)))


def _sheet(root: Path, lang: str, folder: Path) -> Path:
    """One page with all sections of a body's pages that hold a chart, in one of its languages: loaded only once."""
    renderer = _renderer(root)
    for address, content in renderer.static_assets().items():
        _written(folder / address, content)
    pages = [
        renderer.page(page, lang)
        for page in renderer.directory.pages
        if page.kind in (Kind.RESULT, Kind.COMMITMENT)
    ]
    charts = "".join(section for html in pages for section in SECTION.findall(html) if "<figure" in section)
    sheet = folder / ("" if lang == renderer.site.languages[0] else lang) / "results/index.html"
    results = next(page for page in renderer.directory.pages if page.kind is Kind.RESULTS)
    shell = SHELL.match(renderer.page(results, lang))
    assert shell is not None
    _written(sheet, f"{shell[0]}{charts}</main></body></html>".encode())
    return sheet


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
    root: Path, lang: str, tab: Any, tmp_path: Path
) -> None:
    wrong, large = {}, {}
    tab.goto(_sheet(root, lang, tmp_path).as_uri(), wait_until="load")
    for width in at_each_width(tab):
        wrong[width] = tab.evaluate(MEETINGS, 2) + ([TOO_WIDE] if tab.evaluate(SIDEWAYS) else [])
    # A reader whose letters are twice as large; a J reaches a pixel further beyond its beginning then.
    tab.evaluate(LETTERS, "225%")
    for width in at_each_width(tab):
        large[width] = tab.evaluate(MEETINGS, 4), tab.evaluate(SIZES_OF_WORDS)

    assert wrong == {1280: [], 320: []}
    assert large[1280] in (([], [30]), ([], []))
    # On a telephone words have the size at which none meets another.
    assert large[320][0] == []
    assert all(11 < size < 17 for size in large[320][1])


def test_words_that_meet_or_are_cut_off_would_be_noticed(tab: Any, tmp_path: Path) -> None:
    tab.goto(
        _sheet(BODIES[-1], _renderer(BODIES[-1]).site.languages[0], tmp_path).as_uri(), wait_until="load"
    )
    tab.add_style_tag(content=".chart-drawing text { font-size: 60px !important }")
    for _ in at_each_width(tab):
        wrong = tab.evaluate(MEETINGS, 2)

        assert any("meets" in one for one in wrong)
        assert any("is cut off" in one for one in wrong)


def test_the_sheet_holds_every_chart_of_the_demonstration(tmp_path: Path) -> None:
    html = _sheet(BODIES[0], "lt", tmp_path).read_text(encoding="utf-8")

    # A chart for nearly every indicator, and a row of verdicts for nearly every promise.
    assert html.count('class="chart"') > 40
