"""Whole pages: every kind, in both languages, safe, linked, marked."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from posixpath import join, normpath

import pytest

from charterkit.data.load import load
from charterkit.exports.downloads import Downloads
from charterkit.model.standard import Reach
from charterkit.rules.check import check
from charterkit.site.builders import BUILDERS
from charterkit.site.context import Settings, Site
from charterkit.site.pages import Kind, Page
from charterkit.site.render import Renderer
from conftest import REPOSITORY
from test_site_safety import Reading
from test_site_sample import publication, site
from test_site_sample_release import released_site


@cache
def built() -> dict[tuple[str, str], str]:
    """Every page of the sample by its address below the site, with its language folder."""
    renderer = Renderer(site())
    return {
        ("" if lang == "lt" else "en/", page.address): renderer.page(page, lang)
        for lang in ("lt", "en")
        for page in (*renderer.directory.pages, *renderer.letters(lang))
    }


# Long lists, which the short sample has not.
LONG = (Kind.BOARD, Kind.LETTER)
OF_RELEASES = {
    Kind.VERSIONS,
    Kind.VERSION,
    Kind.VERSION_CHAPTER,
    Kind.VERSION_CHANGES,
    Kind.CONSULTATION,
}


# What the sample has none of stands in folders of records.
ELSEWHERE = {
    Kind.ASSESSMENT: REPOSITORY,
    Kind.CRITERION: REPOSITORY,
    **dict.fromkeys(
        (Kind.PROGRAMME, Kind.WAVE, Kind.REPLIES, Kind.MEMBER),
        REPOSITORY / "tests/examples/demonstration-ministry",
    ),
}


@cache
def renderer_from(root: Path) -> Renderer:
    """Who renders the records of a folder."""
    checked = check(load(root), date(2025, 11, 21))
    assert checked.publication is not None
    assert checked.standing is not None
    languages = checked.publication.publisher.languages
    return Renderer(Site(checked.publication, checked.standing, languages, Settings()))


def renderer_of(kind: Kind) -> Renderer:
    """Who renders the sample; with releases where a page is about them."""
    if kind in ELSEWHERE:
        return renderer_from(ELSEWHERE[kind])
    return Renderer(released_site() if kind in OF_RELEASES else site())


def page_of(kind: Kind, renderer: Renderer) -> Page:
    """The first page of a kind."""
    return next(page for page in renderer.directory.pages if page.kind is kind)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in LONG])
@pytest.mark.parametrize("lang", ["lt", "en"])
def test_every_kind_of_page_is_a_whole_document_with_one_heading(kind: Kind, lang: str) -> None:
    renderer = renderer_of(kind)
    reading = Reading(renderer.page(page_of(kind, renderer), lang))
    names = [tag for tag, _ in reading.tags]

    assert reading.open == []
    assert names.count("h1") == names.count("main") == 1
    # Drawings in the page have titles of their own.
    assert names[: names.index("body")].count("title") == 1
    assert dict(reading.tags[0][1])["lang"] == lang
    assert len(set(reading.attributes("id"))) == len(reading.attributes("id"))


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in LONG])
def test_headings_never_skip_a_level(kind: Kind) -> None:
    renderer = renderer_of(kind)
    reading = Reading(renderer.page(page_of(kind, renderer), "en"))
    levels = [int(tag[1]) for tag, _ in reading.tags if re.fullmatch("h[1-6]", tag)]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_kind_has_a_builder() -> None:
    assert set(BUILDERS) == set(Kind)


def test_every_link_leads_to_a_page_a_file_or_an_anchor_that_exists() -> None:
    renderer = Renderer(site())
    found = {prefix + address for prefix, address in built()} | {"about/", "en/about/"}
    addresses = Downloads.of(renderer.site.standing, renderer).addresses
    downloads = {prefix + file for file in addresses for prefix in ("", "en/")}
    files = {*renderer.static_assets(), *downloads, "assets/crest.svg"}
    anchors = {
        prefix + address: set(Reading(html).attributes("id")) for (prefix, address), html in built().items()
    }
    for (prefix, address), html in built().items():
        reading = Reading(html)
        for link in [*reading.attributes("href"), *reading.attributes("src"), *reading.attributes("action")]:
            if re.match("(https?|mailto|tel):", link):
                continue
            path, _, anchor = link.partition("#")
            target = normpath(join("/", prefix, address, path)).lstrip("/") if path else prefix + address
            target = target if target in files or not target or not path else f"{target}/"

            assert target in found | files, (address, link)
            assert not anchor or anchor in anchors[target], (address, link)


def test_no_page_has_inline_script_or_style_or_loads_from_elsewhere() -> None:
    for html in built().values():
        reading = Reading(html)

        assert not [attrs for tag, attrs in reading.tags if tag == "style" or "style" in attrs]
        # Data for search engines is no script: a browser never runs it.
        scripts = [attrs for tag, attrs in reading.tags if tag == "script"]
        assert all("src" in attrs or attrs == {"type": "application/ld+json"} for attrs in scripts)
        assert not [name for _, attrs in reading.tags for name in attrs if name.startswith("on")]
        assert not [link for link in reading.attributes("src") if "//" in link]
        assert not [
            attrs
            for tag, attrs in reading.tags
            if tag == "link" and attrs["rel"] == "stylesheet" and "//" in (attrs["href"] or "")
        ]


def test_text_in_another_language_says_so_in_its_attribute_and_to_the_reader() -> None:
    html = built()["en/", "charters/citizens/people/"]

    assert (
        '<span lang="lt" dir="ltr">Jūsų balsas</span> <span class="lang-note">(in Lithuanian)</span>' in html
    )
    assert "Some texts on this page are not yet available in this language: English." in html


def test_page_without_foreign_text_says_nothing_about_languages() -> None:
    assert "lang-note" not in built()["", "charters/citizens/people/"]
    assert "lang-note" not in built()["en/", "charters/citizens/calls/"]


def test_language_switch_leads_to_the_same_page() -> None:
    html = built()["en/", "charters/citizens/letters/"]

    assert '<a href="../../../../charters/citizens/letters/" lang="lt" hreflang="lt">Lietuvių</a>' in html
    assert (
        '<a href="../../../../en/charters/citizens/letters/" lang="en" hreflang="en" aria-current="true">'
        in html
    )


def test_alternates_are_absolute_and_name_a_default() -> None:
    html = built()["en/", "results/"]

    assert '<link rel="canonical" href="https://charter.example.org/base/en/results/">' in html
    assert '<link rel="alternate" hreflang="lt" href="https://charter.example.org/base/results/">' in html
    assert (
        '<link rel="alternate" hreflang="x-default" href="https://charter.example.org/base/results/">' in html
    )


def test_without_an_address_of_the_site_there_are_no_absolute_links() -> None:
    renderer = Renderer(site(settings=Settings()))

    assert 'rel="alternate"' not in renderer.page(page_of(Kind.RESULTS, renderer), "en")
    assert renderer.sitemap() == ""


def test_page_of_a_promise_says_what_is_promised_and_what_came_of_it() -> None:
    html = built()["en/", "charters/citizens/letters/"]

    assert "<blockquote><p>You get our answer within 20 working days.</p></blockquote>" in html
    assert '<p class="number">96.8%</p>' in html
    assert "The target (at least 95%) was met, with 1.8\u00a0percentage points to spare." in html
    assert "Third quarter of 2025: 96.8%, that is 765 of 790." in html
    assert "€30" in html
    assert "You need not ask for it." in html
    assert "Not yet approved and sealed" in html
    assert "https://git.example.org/repo/edit/main/charters/citizens/commitments/letters.yml" in html


def test_a_promise_that_has_ended_says_so_in_the_list_and_is_not_counted() -> None:
    html = built()["en/", "charters/citizens/"]
    entry = html[html.index(">1.9<") :].split("</li>")[0]

    assert "No longer in force from 1 January 2024." in entry
    assert 'class="status' not in entry
    assert f"of {len(publication().commitments) - 1}</small>" in html


def test_a_promise_that_was_replaced_leads_to_its_successor() -> None:
    html = built()["en/", "charters/citizens/post/"]

    assert re.search(r'<dt>Successor</dt><dd><a href="[./]*/en/charters/citizens/letters/">', html)


def test_a_charter_of_which_nothing_can_be_evaluated_has_no_large_naught() -> None:
    sample = publication()
    silent = {id: replace(one, measures=()) for id, one in sample.commitments.items()}
    renderer = Renderer(site(replace(sample, commitments=silent)))
    pages = [renderer.page(page_of(kind, renderer), "en") for kind in (Kind.HOME, Kind.CHARTER, Kind.RESULTS)]

    assert all("No promise could be judged." in html for html in pages)
    assert not any('<p class="number">' in html or "promises are kept" in html for html in pages)


def test_a_standard_says_for_whom_it_holds_only_where_its_record_does() -> None:
    sample = publication()
    pages = []
    for reach in (Reach.SPECIFIC, None):
        standards = {id: replace(one, applies_to=reach) for id, one in sample.standards.items()}
        renderer = Renderer(site(replace(sample, standards=standards)))
        page = next(one for one in renderer.directory.pages if one.address == "standards/requests/")
        pages.append(renderer.page(page, "en"))

    assert ["It holds for every single case" in html for html in pages] == [True, False]


def test_introduction_of_the_home_page_stands_there_sanitised() -> None:
    html = Renderer(site()).home("en", "<p onclick=x()>Welcome.</p>", "en")

    assert "<p>Welcome.</p>" in html
    assert 'class="lang-note"' not in html.partition("</form>")[0]
    assert "Welcome" not in built()["en/", ""]


def test_introduction_in_another_language_is_marked() -> None:
    html = Renderer(site()).home("en", "<p>Sveiki.</p>", "lt")

    assert '<div class="flow" lang="lt" dir="ltr"><p>Sveiki.</p></div>' in html
    assert "(in Lithuanian)" in html


def test_demonstration_and_notice_stand_on_every_page() -> None:
    for (prefix, _), html in built().items():
        assert ("A trial" if prefix else "Bandymas") in html
    assert all("Demonstration." in html for (prefix, _), html in built().items() if prefix)


def test_404_speaks_every_language_and_its_links_hold_anywhere() -> None:
    html = Renderer(site()).not_found()
    reading = Reading(html)
    own = [link for link in reading.attributes("href") if not link.startswith(("http", "#"))]

    assert reading.open == []
    assert 'lang="en" aria-labelledby' in html
    assert all(link.startswith("/base/") for link in own)
    assert 'rel="canonical"' not in html


def test_sitemap_lists_every_page_in_every_language_in_order() -> None:
    xml = Renderer(site()).sitemap()
    urls = re.findall("<loc>(.*?)</loc>", xml)

    assert len(urls) == len(set(urls)) == len(built()) + 2
    assert urls == sorted(urls)
    assert "https://charter.example.org/base/en/about/" in urls
    assert xml.count('hreflang="x-default"') == len(urls)


def test_handwritten_page_in_another_language_is_marked() -> None:
    html = Renderer(site()).handwritten("about/", "en", "About", "<h1>Apie</h1><p>Tekstas</p>", "lt")

    assert '<div class="flow" lang="lt" dir="ltr">' in html
    assert "This page is available in another language only: Lithuanian." in html
    assert Reading(html).open == []


def test_handwritten_page_is_sanitised_and_gets_its_heading() -> None:
    html = Renderer(site()).handwritten(
        "about/", "en", "A & B", "<p onclick=x()>Text</p><script>x()</script>", "en"
    )

    assert "<h1>A &amp; B</h1>" in html
    assert "onclick" not in html
    assert "x()" not in html


def test_offline_site_names_every_file() -> None:
    renderer = Renderer(site(settings=Settings(offline=True)))
    reading = Reading(renderer.page(page_of(Kind.RESULTS, renderer), "en"))
    pages = [
        link
        for link in reading.attributes("href")
        if not link.startswith(("#", "http")) and "assets/" not in link
    ]
    files = [link for link in pages if link.endswith((".csv", ".xlsx", ".json"))]
    pages = [link for link in pages if link not in files]

    assert len(files) == 3
    assert all(link.partition("#")[0].endswith("index.html") for link in pages)


def test_same_records_give_the_same_bytes() -> None:
    one, other = Renderer(site()), Renderer(site())

    assert [one.page(page, "en") for page in one.directory.pages] == [
        other.page(page, "en") for page in other.directory.pages
    ]


def test_static_files_are_the_style_the_search_and_the_check_in_each_language() -> None:
    files = Renderer(site()).static_assets()

    assert sorted(files) == [
        "assets/charter.css",
        "assets/check.js",
        "assets/search.js",
        "assets/verify.en.js",
        "assets/verify.lt.js",
    ]
    assert b"--accent: #1d5c4d" in files["assets/charter.css"]
