"""The list from A to Z: whole where it is short, else cut by letters into light pages at addresses that stay."""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from charterkit.model.commitment import Commitment
from charterkit.site.alphabet import letter_of, letters_of
from charterkit.site.context import Site
from charterkit.site.pages import Kind
from charterkit.site.render import Renderer
from charterkit.site.search.entries import entries
from charterkit.site.search.letters import LetterPage
from charterkit.text import Text
from searching import LANGUAGES
from test_reading import MOST_BYTES, main_of
from test_site_boards import demonstration
from test_site_render import page_of
from test_site_sample import site as sample

_WORD = re.compile(r"\w+")


@pytest.mark.parametrize(
    ("title", "lang", "slug", "name"),
    [
        ("„Šviestuvai“", "lt", "s", "S, Š"),
        ("Yla", "lt", "y", "Y"),
        ("Đakovo", "sl", "d", "D, Đ"),
        ("Cukor", "hu", "c", "C, Cs"),
        ("Csomag", "hu", "c", "C, Cs"),
        ("Őszi szünet", "hu", "o", "O, Ó, Ö, Ő"),
        ("Ъгъл", "bg", "yer", "Ъ"),
        ("Административни", "bg", "a", "А"),
        ("Щит", "bg", "sht", "Щ"),
        ("Élan", "en", "e", "E"),
        ("2 roads", "en", "0-9", "0–9"),
        ("Ясли", "en", "other", ""),
        ("Wi-Fi", "bg", "other", ""),
        ("護照", "zh-Hant", "other", ""),
        ("…", "en", "other", ""),
        ("Čekis", "lt-LT", "c", "C, Č"),
    ],
)
def test_a_title_stands_under_its_first_letter(title: str, lang: str, slug: str, name: str) -> None:
    letter = letter_of(title, lang)

    assert (letter.slug, letter.name) == (slug, name)
    assert letter in letters_of(lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_letter_of_an_alphabet_has_an_address_of_its_own_in_latin(lang: str) -> None:
    slugs = [letter.slug for letter in letters_of(lang)]

    assert len(set(slugs)) == len(slugs)
    assert all(re.fullmatch("[a-z]+|0-9", slug) for slug in slugs)
    # The files of the search's index stand beside them.
    assert not {"words", "pages"} & set(slugs)


@cache
def long(promises: int, lang: str = "bg") -> Renderer:
    """A site of so many promises with titles and texts drawn from the demonstration's words."""
    draw = random.Random(5)
    records = demonstration().site.publication
    own = [text.read(lang).words for one in records.commitments.values() for text in (one.title, one.promise)]
    known = sorted({word for text in own for word in _WORD.findall(text)})

    def some(number: int) -> Text:
        return Text.of({lang: " ".join(draw.choices(known, k=number))})

    sample = next(iter(records.commitments.values()))
    many = (
        replace(sample, id=f"promise-{number}", title=some(4), promise=some(30)) for number in range(promises)
    )
    return _with(many, lang)


def _with(promises: Iterable[Commitment], lang: str) -> Renderer:
    made = demonstration().site
    records = replace(made.publication, commitments={one.full_id: one for one in promises})
    return Renderer(Site(records, made.standing, (lang,)))


def _letters(renderer: Renderer, lang: str) -> list[LetterPage]:
    found = renderer.letters(lang)
    assert all(isinstance(one, LetterPage) for one in found)
    return list(found)  # type: ignore[arg-type]


def test_a_short_list_is_one_page() -> None:
    renderer = Renderer(sample())

    assert renderer.letters("en") == ()
    assert 'id="entries"' in renderer.page(page_of(Kind.FIND, renderer), "en")


def test_every_entry_stands_on_one_page_of_a_long_list_and_every_page_is_light() -> None:
    renderer = long(1200)
    pages = _letters(renderer, "bg")
    listed = [entry.address for page in pages for entry in page.entries]
    sizes = {page.address: len(gzip.compress(renderer.page(page, "bg").encode(), 9)) for page in pages[::7]}

    assert len(listed) == len(set(listed))
    assert set(listed) == {one.address for one in entries(renderer.context("bg", 1))}
    assert len(sizes) > 5
    assert max(sizes.values()) < MOST_BYTES, sizes


def test_the_search_leads_to_every_page_of_a_long_list_and_is_light() -> None:
    renderer = long(1200)
    html = renderer.page(page_of(Kind.FIND, renderer), "bg")
    found = list(dict.fromkeys(re.findall(r'href="\.\./(find/[^"]+)"', main_of(html))))

    assert found == [page.address for page in _letters(renderer, "bg")]
    assert max(page.part for page in _letters(renderer, "bg")) > 1
    assert len(gzip.compress(html.encode(), 9)) < MOST_BYTES


def test_new_records_take_no_page_away() -> None:
    few = {page.address for page in long(300).letters("bg")}
    many = {page.address for page in long(600).letters("bg")}

    assert few < many


def test_a_page_leads_to_the_other_letters_and_parts_and_says_where_the_reader_is() -> None:
    renderer = long(1200)
    second = next(page for page in _letters(renderer, "bg") if page.part == 2)
    html = main_of(renderer.page(second, "bg"))
    current = re.findall(r'href="([^"]+)" aria-current="(true|page)"', html)

    assert current == [
        (f"../../../find/{second.key}/", "true"),
        (f"../../../{second.address}", "page"),
    ]
    assert html.count("<h1>") == 1
    assert len(re.findall("<h2", html)) == len(second.entries)


def test_another_language_has_other_letters_so_the_way_there_leads_to_its_list(site: Path) -> None:
    html = (site / "sl/find/s/index.html").read_text(encoding="utf-8")
    languages = re.findall(r'<li><a href="([^"]+)" lang="(\w\w)"', html)

    assert {lang: href for href, lang in languages} == {
        "lt": "../../../find/",
        "en": "../../../en/find/",
        "sl": "../../../sl/find/s/",
        "bg": "../../../bg/find/",
        "hu": "../../../hu/find/",
    }
    assert 'hreflang="en" href="http' not in html


def test_search_engines_are_told_of_letters_only_in_the_language_that_has_them() -> None:
    made = demonstration().site
    settings = replace(made.settings, site_url="https://example.org/")
    renderer = Renderer(replace(made, languages=("en", "bg"), settings=settings))
    listed = re.findall(
        r"<url><loc>https://example.org/((?:bg/)?find/[^<]*)</loc>(.*?)</url>", renderer.sitemap()
    )
    others = {address: alternates.count("<xhtml:link") for address, alternates in listed}

    assert others["find/"] == others["bg/find/"] == 3
    assert others["find/c/"] == others["bg/find/ts/"] == 0
    assert "find/ts/" not in others
