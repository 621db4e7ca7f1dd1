"""What a walk through the site found: each class of find once, on the pages of the demonstration or of the sample."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from browsing import one_of_each_kind
from charterkit.model.common import Area, Ended
from charterkit.rules.offered import by_area
from charterkit.site.render import Renderer
from charterkit.site.results.surveys import SAMPLES
from charterkit.site.search.entries import texts_of
from charterkit.strings import words
from charterkit.text import NO_TEXT
from test_site_sample import TODAY
from test_site_sample import publication as sample_publication
from test_site_sample import site as sample_site

LANGUAGES = ("", "en/", "sl/", "bg/", "hu/")
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


def page(site: Path, address: str) -> str:
    """A page of a built site."""
    return (site / address / "index.html").read_text(encoding="utf-8")


def heading(html: str) -> str:
    """The heading of a page."""
    return re.findall(r"<h1[^>]*>(.*?)</h1>", html)[0]


# Language of parts


class _Parts(HTMLParser):
    """The texts of a page, each with the language that it is said to be in."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = [("", "")]
        self.texts: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        lang = told.get("lang") or self.open[-1][1]
        self.texts += [(lang, told[name] or "") for name in ("alt", "title", "aria-label") if name in told]
        if tag not in VOID:
            self.open.append((tag, lang))

    def handle_endtag(self, tag: str) -> None:
        while len(self.open) > 1 and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open[-1][0] not in ("style", "script", "pre", "code"):
            self.texts.append((self.open[-1][1], data))


def mistaken(html: str) -> list[tuple[str, str]]:
    """Texts in another script than the language that they are said to be in; a name or two in Latin letters may be."""
    parts = _Parts()
    parts.feed(html)
    return [
        (lang, " ".join(text.split())[:80])
        for lang, text in parts.texts
        if (lang == "bg" and len(re.findall(r"\b[a-zà-ž]{3,}\b", re.sub(r"\S*[.@]\S+", "", text))) > 2)
        or (lang != "bg" and re.search("[а-яА-Я]", text))
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_part_says_its_language(lang: str, site: Path) -> None:
    kinds = [one for one in one_of_each_kind() if one != "404.html"]
    wrong = {one: found for one in kinds if (found := mistaken(page(site, lang + one)))}

    assert wrong == {}


def test_a_part_without_its_language_would_be_noticed(site: Path) -> None:
    holidays = page(site, "bg/calendars/lt")

    assert mistaken(holidays) == []
    assert mistaken(holidays.replace(' lang="lt"', "")) != []
    assert mistaken((site / "404.html").read_text(encoding="utf-8")) == []


# Words


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("address", ["ways/phone", "ways/birth", "ways/roads", "results/fields/timeliness"])
def test_a_name_with_a_capital_begins_the_title(address: str, lang: str, site: Path) -> None:
    html = page(site, lang + address)

    assert html.split("<title>")[1].startswith(f"{heading(html)}: ")


def test_a_heading_and_a_button_have_words_of_their_own() -> None:
    said = {lang: (words(lang).say("Search"), words(lang).say("Find")) for lang in ("en", "lt", "sl", "bg")}

    assert [lang for lang, (title, button) in said.items() if title == button] == []


@pytest.mark.parametrize("lang", ["en", "lt", "sl", "bg", "hu"])
def test_an_unknown_sample_is_not_called_like_an_unknown_promise(lang: str) -> None:
    assert words(lang).say("Not known") not in map(words(lang).say, SAMPLES.values())


def test_the_page_that_does_not_exist_asks_for_services_too(site: Path) -> None:
    html = (site / "404.html").read_text(encoding="utf-8")

    assert words("lt").say("Find a service, a promise or a result") in html


# From A to Z


# Pictures and paper


def test_the_shapes_of_a_chart_are_not_read_out(site: Path) -> None:
    drawings = re.findall(
        r'<svg class="chart-drawing".*?</svg></div>', page(site, "en/results/stops-kept"), re.DOTALL
    )
    named = [one for one in drawings if 'role="img"' in one]

    assert named
    assert all(re.search(r'</desc>\s*<g aria-hidden="true">', one) for one in named)


def test_an_address_that_is_its_own_words_is_marked_for_paper(site: Path) -> None:
    html = page(site, "en/complain")

    assert 'href="https://www.example.org/giriai/skundai" class="as-written">https://www.example.org/' in html
    assert 'href="https://www.lagk.lt/">' in html


@pytest.mark.parametrize("address", ["charters/citizens/answer-letters", "results/letters-answered-in-time"])
def test_a_folded_row_names_its_target(address: str, site: Path) -> None:
    html = page(site, "en/" + address)
    rows = re.findall(r'<td class="num target[^"]*">(.*?)</td>', html)

    assert rows
    assert all(one.startswith('<span class="narrow">Target: </span>') for one in rows)


# Areas of life


def _renderer(**changes: object) -> Renderer:
    return Renderer(sample_site(replace(sample_publication(), **changes)))  # type: ignore[arg-type]


def _way(renderer: Renderer, area: str) -> str:
    found = next(one for one in renderer.directory.pages if one.address == f"ways/{area}/")
    return renderer.page(found, "en")


def test_an_area_has_what_is_offered_and_promised_in_it() -> None:
    html = _way(_renderer(), "registry").split("<main")[1]

    assert re.findall(r"<h2[^>]*>(.*?)</h2>", html) == ["1 service", "1 promise"]
    assert re.findall(r'<h3[^>]*><a href="[^"]*?((?:services|charters)/[^"]*)"', html) == [
        "services/birth/",
        "charters/citizens/letters/",
    ]
    assert 'class="status' in html


def test_an_area_of_promises_alone_needs_no_services() -> None:
    renderer = _renderer(services={})
    html = _way(renderer, "contact")

    assert "<title>Letters, calls and the counter: services and promises" in html
    assert "Other ways to our services" not in html
    assert "ways/contact/" in renderer.page(renderer.directory.pages[0], "en")


def test_what_has_ended_or_is_for_own_units_is_in_no_area() -> None:
    records = sample_publication()
    letters = records.commitments["citizens/letters"]
    over = replace(letters, ended=Ended(TODAY, NO_TEXT))

    assert by_area([letters])[Area.CONTACT] == (letters,)
    assert by_area([over]) == {}


# Texts that are not translated yet


def test_what_is_not_translated_says_in_which_language_it_is() -> None:
    records = sample_publication()
    known = sample_site(records)
    renderer = Renderer(replace(known, languages=("lt", "en", "hu")))
    groups = (records.charters, records.commitments, records.standards, records.indicators, records.services)
    texts = {text for group in groups for one in group.values() for text in texts_of(one)}
    authored = {" ".join(text["lt"].split()) for text in texts if "lt" in text and "hu" not in text}
    wrong = {}
    for one in renderer.directory.pages:
        parts = _Parts()
        parts.feed(renderer.page(one, "hu").partition("<main")[2])
        found = [
            said
            for lang, text in parts.texts
            if lang != "lt" and (said := " ".join(text.split())) and _is_told(said, authored)
        ]
        if found:
            wrong[one.address] = found

    assert len(authored) > 100
    assert wrong == {}


def _is_told(said: str, authored: set[str]) -> bool:
    """Whether words hold an authored text; a picture (a chart, a badge) has a name in one language, so that may."""
    of_picture = said.startswith(("Diagram: ", "Girių savivaldybė: "))
    return said in authored or (not of_picture and any(len(one) > 12 and one in said for one in authored))
