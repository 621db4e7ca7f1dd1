"""What a reader meets: few clicks to a promise, the same order of questions on all pages of a kind, light pages."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from datetime import date
from functools import cache
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from pathlib import Path

import pytest

from charterkit.model.service import LifeEvent
from charterkit.rules.news import news
from charterkit.rules.standing import standing
from charterkit.site.pages import Kind
from charterkit.site.render import Renderer
from test_site_render import page_of
from test_site_sample import publication
from test_site_sample import site as sample

# 700 bytes are what a good host says before each file (exports/hosting.py). A later view is the page with what is not
# there from the page before it: no page has the style and the crest for itself alone.
MOST_CLICKS, HEADERS, MOST_BYTES = 3, 700, 9_300
FIRST_BYTES, FIRST_REQUESTS, LATER_BYTES = 30_000, 6, 10_000
KEPT = frozenset({".css", ".svg"})
# The four questions of a page, by the ids of the headings that answer them: is it kept, what can I do, who answers.
QUESTIONS = {
    "charters/*/*/": ("kept", "fail", "answers", "decision"),
    "results/*/": ("latest", "answers", "all", "measured"),
    "services/*/": ("short", "time", "cost", "answers"),
    "charters/*/": ("now", "approved", "rights", "complain"),
}


def main_of(html: str) -> str:
    """What stands between masthead and foot."""
    return html.split("<main", 1)[1].split("</main>", 1)[0]


def links(file: Path) -> set[Path]:
    """The pages to which the content of a page leads, without its masthead and foot."""
    found = re.findall(r'<a (?:class="[^"]*" )?href="([^"#:]+)', main_of(file.read_text(encoding="utf-8")))
    targets = ((file.parent / link).resolve() for link in found)
    return {one / "index.html" if one.is_dir() else one for one in targets}


@cache
def weight(file: Path) -> int:
    """The bytes of a file as it is sent, without what a host says before it."""
    return len(gzip.compress(file.read_bytes(), 6, mtime=0))


def sent(files: set[Path]) -> int:
    """The bytes of files as they are sent, with what a host says before each."""
    return sum(weight(one) + HEADERS for one in files)


def fetched(site: Path, file: Path) -> set[Path]:
    """The files that a browser fetches with a page; 404.html is shown anywhere, so it names them from the root."""
    tags = re.findall(
        r'<(?:img|script|link rel="(?:icon|stylesheet)")[^>]*>', file.read_text(encoding="utf-8")
    )
    named = (re.search(r' (?:src|href)="([^"]+)"', tag) for tag in tags)
    return {
        (site / one[1][1:] if one[1].startswith("/") else file.parent / one[1]).resolve()
        for one in named
        if one
    }


def clicks(home: Path) -> dict[Path, int]:
    """How many clicks each page is away from home."""
    away, ahead = {home: 0}, [home]
    for file in ahead:
        for link in links(file) - away.keys() if file.suffix == ".html" else ():
            away[link] = away[file] + 1
            ahead.append(link)
    return away


def pages_like(site: Path, pattern: str) -> list[Path]:
    """The pages of records at addresses of this form; those about a charter and about results stand beside them."""
    beside = {"about", "badges", "periods", "versions", "consultation"}
    return sorted(one for one in site.glob(f"{pattern}index.html") if one.parent.name not in beside)


@pytest.mark.parametrize("lang", ["", "en/", "sl/", "bg/", "hu/"])
def test_every_promise_and_its_figures_are_three_clicks_from_home(site: Path, lang: str) -> None:
    away = clicks((site / lang / "index.html").resolve())
    promises, results = pages_like(site, f"{lang}charters/*/*/"), pages_like(site, f"{lang}results/*/")

    assert len(promises) == 28
    assert len(results) == 30
    assert {file: away.get(file.resolve()) for file in (*promises, *results)} == {
        file: away[file.resolve()] for file in (*promises, *results) if away[file.resolve()] <= MOST_CLICKS
    }


def test_every_promise_of_a_real_body_is_three_clicks_from_home(hong_kong_site: Path) -> None:
    away = clicks((hong_kong_site / "index.html").resolve())
    found = [*pages_like(hong_kong_site, "charters/*/*/"), *pages_like(hong_kong_site, "results/*/")]

    assert len(found) == 13
    assert max(away[file.resolve()] for file in found) <= MOST_CLICKS


def test_the_first_page_answers_five_questions_in_their_order(site: Path) -> None:
    main = main_of((site / "en/index.html").read_text(encoding="utf-8"))

    assert re.findall(r'<h2 id="([^"]+)"', main) == ["need", "what", "now", "changed", "complain"]


@pytest.mark.parametrize("pattern", QUESTIONS)
def test_pages_of_a_kind_answer_the_same_questions_in_the_same_order(site: Path, pattern: str) -> None:
    order: dict[str, set[str]] = {}
    for file in pages_like(site, pattern):
        found = re.findall(r'<h2[^>]* id="([^"]+)"', main_of(file.read_text(encoding="utf-8")))
        asked = [id for id in QUESTIONS[pattern] if id in found]
        assert [id for id in found if id in QUESTIONS[pattern]] == asked, file
        for before, after in pairwise(found):
            order.setdefault(after, set()).add(before)

    assert len(order) > 2
    tuple(TopologicalSorter(order).static_order())


def test_the_order_of_questions_can_be_wrong() -> None:
    with pytest.raises(CycleError):
        tuple(TopologicalSorter({"kept": {"fail"}, "fail": {"kept"}}).static_order())


@pytest.mark.parametrize("name", ["site", "hong_kong_site"])
def test_every_first_and_every_later_view_is_light(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    heavy = {}
    for file in site.rglob("*.html"):
        size, shared = weight(file), fetched(site, file)
        first = size + sent(shared) + HEADERS
        later = size + sent({one for one in shared if one.suffix not in KEPT}) + HEADERS
        if later > LATER_BYTES or first > FIRST_BYTES or len(shared) >= FIRST_REQUESTS:
            heavy[file.relative_to(site).as_posix()] = later, first, len(shared) + 1

    assert heavy == {}


def test_a_page_says_what_a_browser_fetches_with_it(site: Path) -> None:
    found = {one.relative_to(site.resolve()).as_posix() for one in fetched(site, site / "en/find/index.html")}

    assert found == {"assets/charter.css", "assets/crest.svg", "assets/search.js"}


def test_a_script_of_a_page_is_part_of_its_later_view(site: Path) -> None:
    found = {
        one.name for one in fetched(site, site / "charters/citizens/index.html") if one.suffix not in KEPT
    }

    assert found == {"check.js"}
    # What the click loads is more than that, and nobody who does not click gets it.
    assert weight(site / "assets/check.js") < weight(site / "assets/verify.lt.js") / 4


def test_headings_never_skip_a_level(site: Path) -> None:
    skipped = {}
    for file in site.glob("en/**/*.html"):
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", file.read_text(encoding="utf-8"))]
        if levels[0] != 1 or any(after > before + 1 for before, after in pairwise(levels)):
            skipped[file.relative_to(site).as_posix()] = levels

    assert skipped == {}


def test_what_changed_is_told_from_the_dates_of_the_records() -> None:
    renderer = Renderer(sample(publication()))
    told = main_of(renderer.page(page_of(Kind.CHANGES, renderer), "en"))
    entry = r'<span class="entry-key">([^<]+)</span><p class="soft">([^<]+)</p>.*?</h3><p>([^<]*?) *<'
    found = re.findall(entry, told)

    assert found[:2] == [
        (
            "1 Nov 2025",
            "Service not offered",
            "This service is not offered from 1 November 2025 to 1 December 2025.",
        ),
        ("20 Oct 2025", "New figure", "Third quarter of 2025: 96.8%"),
    ]
    # As it was published, not as it was corrected a month later.
    assert ("20 Apr 2024", "New figure", "First quarter of 2024: 80.0%") in found
    assert found[-4:-3] == [
        (
            "20 May 2024",
            "Figure replaced: First quarter of 2024",
            "Corrected on 20 May 2024: 80.0% (80 of 100) before the correction, 85.0% (85 of 100) after it.",
        )
    ]
    assert found[-2:] == [
        ("1 Jan 2024", "Ended", "No longer in force from 1 January 2024."),
        ("1 Jan 2024", "New targets", "New targets hold for 5 promises."),
    ]


def test_nothing_of_tomorrow_is_news() -> None:
    days = [one.day for one in news(standing(publication(), date(2024, 4, 20)))]

    assert max(days) == date(2024, 4, 20)
    assert days == sorted(days, reverse=True)


def test_services_are_found_by_situation_and_by_channel() -> None:
    records = publication()
    birth = replace(records.services["birth"], life_events=(LifeEvent.BIRTH, LifeEvent.PAPERS))
    renderer = Renderer(sample(replace(records, services={**records.services, "birth": birth})))
    found = {page.address: page for page in renderer.directory.pages if page.kind is Kind.WAY}

    assert list(found)[:5] == [
        "ways/birth/",
        "ways/papers/",
        "ways/contact/",
        "ways/registry/",
        "ways/online/",
    ]
    assert re.findall(
        r'href="[^"]*(services/[a-z]+/)"', main_of(renderer.page(found["ways/birth/"], "en"))
    ) == ["services/birth/"]
    assert "<h1>Vaiko gimimas</h1>" in renderer.page(found["ways/birth/"], "lt")


def test_many_services_of_a_way_stand_under_their_bodies() -> None:
    records = publication()
    birth = replace(records.services["birth"], life_events=(LifeEvent.BIRTH,))
    many = {f"birth-{n}": replace(birth, id=f"birth-{n}") for n in range(200)}
    renderer = Renderer(sample(replace(records, services=many, commitments={})))
    page = renderer.page(page_of(Kind.WAY, renderer), "en")

    assert page.count("services/birth-") == 200
    assert "<summary>" in main_of(page)
    assert len(gzip.compress(page.encode(), 9, mtime=0)) < MOST_BYTES
