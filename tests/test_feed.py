"""The feed of the results: what is news, in which words, since when, and in the form that RFC 4287 wants."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from charterkit.data.load import load
from charterkit.exports.downloads import Downloads
from charterkit.exports.feed import MOST_ENTRIES, feed
from charterkit.model.publication import Publication
from charterkit.model.result import State
from charterkit.rules.published import published
from charterkit.rules.standing import standing
from charterkit.site.addresses import FEED
from charterkit.site.context import Settings
from charterkit.site.render import Renderer
from charterkit.text import Text
from test_site_sample import TODAY, publication, site

HOME = "https://girios.example.org/"
ATOM = "{http://www.w3.org/2005/Atom}"
GRAMMAR = Path("/work/shared/shapes/atom-rfc4287.rnc")


def renderer(records: Publication | None = None, site_url: str | None = HOME) -> Renderer:
    return Renderer(site(records, Settings(site_url=site_url)))


@cache
def sample(lang: str = "en") -> ElementTree.Element:
    return read(renderer(), lang)


def read(made: Renderer, lang: str = "en") -> ElementTree.Element:
    return ElementTree.fromstring(feed(made.context(lang, 1)))


def entries(root: ElementTree.Element) -> list[dict[str, str]]:
    return [
        {child.tag.removeprefix(ATOM): child.text or child.get("href") or "" for child in one}
        for one in root.iter(f"{ATOM}entry")
    ]


def test_only_figures_with_a_day_of_publication_are_news_the_newest_first() -> None:
    of_letters = [one for one in entries(sample()) if "/in-time/" in one["id"]]

    assert [(one["title"], one["updated"]) for one in of_letters] == [
        ("Answered in time – Third quarter of 2025", "2025-10-20T00:00:00+03:00"),
        ("Answered in time – First quarter of 2025", "2025-04-20T00:00:00+03:00"),
        ("Answered in time – Second quarter of 2024", "2024-07-20T00:00:00+03:00"),
        ("Answered in time – First quarter of 2024 (figure replaced)", "2024-05-20T00:00:00+03:00"),
    ]


def test_an_entry_says_what_the_page_says_and_leads_there() -> None:
    newest = entries(sample())[0]

    assert newest["content"].startswith("Third quarter of 2025: 96.8")
    assert newest["link"] == f"{HOME}en/results/in-time/"
    assert newest["id"] == f"{HOME}en/results/in-time/#2025-Q3,2025-10-20"


def test_a_correction_is_an_entry_of_its_own_and_says_what_stood_there_before() -> None:
    corrected = next(one for one in entries(sample()) if "replaced" in one["title"])

    assert corrected["content"].replace("\xa0", " ") == (
        "Corrected on 20 May 2024: 80.0% (80 of 100) before the correction, 85.0% (85 of 100) after it. "
        "A mistake"
    )
    assert len({one["id"] for one in entries(sample())}) == len(entries(sample()))


def test_the_feed_says_whose_it_is_and_where_it_stands() -> None:
    root = sample("lt")

    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "lt"
    assert root.findtext(f"{ATOM}id") == f"{HOME}results/feed.xml"
    assert root.findtext(f"{ATOM}updated") == entries(root)[0]["updated"]
    assert {one.get("rel"): one.get("href") for one in root.findall(f"{ATOM}link")} == {
        "self": f"{HOME}results/feed.xml",
        "alternate": f"{HOME}results/",
    }


def test_neither_a_withheld_figure_nor_one_of_tomorrow_is_news() -> None:
    records = publication()
    rows = records.series["in-time"].rows
    hidden = tuple(
        replace(row, state=State.SUPPRESSED) if row.period.label == "2025-Q1" else row for row in rows
    )
    ahead = tuple(
        replace(row, released=date(2025, 11, 22)) if row.period.label == "2025-Q3" else row for row in hidden
    )
    series = {**records.series, "in-time": replace(records.series["in-time"], rows=ahead)}
    found = published(standing(replace(records, series=series), TODAY))

    assert [one.row.period.label for one in found if one.indicator.id == "in-time"] == ["2024-Q2", "2024-Q1"]


def test_without_an_address_or_a_day_of_publication_there_is_no_feed() -> None:
    records = publication()
    undated = {
        id: replace(one, rows=tuple(replace(row, released=None) for row in one.rows))
        for id, one in records.series.items()
    }
    for made in (renderer(site_url=None), renderer(replace(records, series=undated))):
        assert FEED not in Downloads.of(made.site.standing, made).addresses
        assert "feed.xml" not in made.page(made.directory.pages[0], "en")


def test_no_text_becomes_markup_of_the_feed() -> None:
    records, evil = publication(), "</content><script>x</script> ]]> \x00 &amp; \ud800"
    indicators = {id: replace(one, title=Text.of({"en": evil})) for id, one in records.indicators.items()}
    root = read(renderer(replace(records, indicators=indicators)))

    assert {one.tag.removeprefix(ATOM) for one in root.iter()} == {
        *("feed", "id", "title", "updated", "link", "author", "name", "rights", "entry", "content"),
    } | ({"subtitle"} if root.find(f"{ATOM}subtitle") is not None else set())
    assert entries(root)[0]["title"].startswith("</content><script>")


def test_the_feed_of_the_demonstration_is_short_and_linked(site: Path) -> None:
    root = ElementTree.fromstring((site / "bg/results/feed.xml").read_bytes())
    page = (site / "bg/results/index.html").read_text(encoding="utf-8")

    assert len(entries(root)) == MOST_ENTRIES
    assert root.findtext(f"{ATOM}subtitle") == "Институцията и данните ѝ са измислени."
    assert page.count("bg/results/feed.xml") == 2
    days = [one["updated"] for one in entries(root)]
    assert days == sorted(days, reverse=True)
    assert days[0] <= "2025-11-21"


def test_real_bodies_that_tell_no_day_of_publication_have_no_feed() -> None:
    examples = Path(__file__).parent / "examples"
    for name, has_news in (
        ("hong-kong-immigration", False),
        ("las-pinas", False),
        ("slovenian-administrative-units", True),
    ):
        records = load(examples / name).publication
        assert records is not None
        assert bool(published(standing(records, TODAY))) is has_news, name


@pytest.mark.skipif(not GRAMMAR.is_file(), reason="the grammar of Atom is not on this machine")
@pytest.mark.parametrize("element", ["feed", "entry"])
def test_every_element_stands_as_often_as_the_grammar_allows(element: str, site: Path) -> None:
    """The grammar says after each name how often it may stand: once, `?`, `*`; what it does not name may not."""
    rules = re.search(
        rf"element atom:{element} \{{ atomCommonAttributes,\s*\((.*?)\)", GRAMMAR.read_text(), re.S
    )
    assert rules is not None
    allowed = dict(re.findall(r"atom([A-Z]\w*)([?*]?)", rules[1]))
    assert allowed["Id"] == allowed["Updated"] == ""
    root = ElementTree.fromstring((site / "results/feed.xml").read_bytes())

    for one in [root] if element == "feed" else root.findall(f"{ATOM}entry"):
        found = Counter(child.tag.removeprefix(ATOM).title() for child in one)
        found.pop("Entry", None)
        assert set(found) <= set(allowed)
        assert all(found[name] == 1 for name, often in allowed.items() if not often)
        assert all(found[name] <= 1 for name, often in allowed.items() if often == "?")
