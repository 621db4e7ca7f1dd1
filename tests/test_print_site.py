"""The PDFs beside the pages of a site: each stands where a page says so, and is what the page says it is."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from charterkit.data.load import Loader
from charterkit.engine import drive
from charterkit.engine.edition import Edition, Place, Printing
from charterkit.exports.paper.beside import Printed
from charterkit.exports.paper.documents import KINDS, Order, papers
from charterkit.rules.check import check
from charterkit.site.context import Settings
from charterkit.site.printed import Print, Sort
from charterkit.site.render import Renderer
from charterkit.text import Text
from conftest import REPOSITORY
from test_print import TODAY, ministry_press, press_of
from test_site_whole import faults

_LINK = re.compile(r'<a href="([^"]+\.pdf)" type="application/pdf">(.*?)</a>')


def prints(*found: Print) -> dict[str, tuple[Print, ...]]:
    """The same PDFs in each language of the demonstration."""
    return dict.fromkeys(("lt", "en"), found)


def page(found: dict[str, tuple[Print, ...]], address: str, lang: str = "en") -> str:
    """A page of the demonstration, with PDFs that need not be there."""
    site = press_of(REPOSITORY).site
    renderer = Renderer(replace(site, settings=Settings(prints=found)))
    return renderer.page(next(one for one in renderer.directory.pages if one.address == address), lang)


def links(html: str) -> list[tuple[str, str]]:
    """The PDFs that a page leads to: where, and in which words."""
    return [(href, re.sub(r"<[^>]+>", "", words)) for href, words in _LINK.findall(html)]


CHARTER = Print("charters/library/", "charter-library", Sort.CHARTER, "Library charter", 83_053)


def test_a_page_leads_to_its_pdf_and_says_what_comes() -> None:
    assert links(page(prints(CHARTER), "charters/library/")) == [
        (
            "../../../en/charters/library/charter-library.pdf",
            "The whole charter to print (PDF, English, 83 kB)",
        )
    ]
    assert links(page(prints(CHARTER), "charters/citizens/")) == []
    assert "application/pdf" not in page({}, "charters/library/")


@pytest.mark.parametrize(
    ("size", "lang", "told"),
    [
        (1, "en", "1 kB"),
        (999_499, "en", "999 kB"),
        (1_128_480, "en", "1.1 MB"),
        (1_128_480, "lt", "1,1 MB"),
        (83_500, "en", "84 kB"),
    ],
)
def test_a_size_is_told_as_people_read_it(size: int, lang: str, told: str) -> None:
    [(_, words)] = links(page(prints(replace(CHARTER, size=size)), "charters/library/", lang))

    assert words.endswith(f", {told})")


def test_a_service_leads_to_the_posters_of_its_places() -> None:
    site = press_of(REPOSITORY).site
    service = site.publication.services["birth-registration"]
    assert "town-hall" in service.places
    hall = Print(
        "bodies/administration/", "poster-town-hall-a4", Sort.POSTER, "Town hall", 1, "town-hall", "a4"
    )
    other = replace(hall, name="poster-x-a4", record="x", title="Elsewhere")

    found = links(page(prints(hall, other), "services/birth-registration/"))

    assert [words for _, words in found] == ["Poster, A4 (PDF, English, 1 kB)"]


def test_a_title_in_another_language_says_so_in_the_link() -> None:
    site = press_of(REPOSITORY).site
    title = Renderer(site).context("en", 2).line(Text.of({"lt": "Bendri <pažadai>"}))
    group = Print("charters/library/", "group-library-x", Sort.GROUP, title, 1)

    html = page(prints(group), "charters/library/")

    assert 'lang="lt"' in html.split('type="application/pdf">')[1].split("</a>")[0]
    assert "Bendri &lt;pažadai&gt;" in html


@pytest.fixture(scope="module")
def printed_town(new_town: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the new town with its PDFs, as its own settings ask for them."""
    root = shutil.copytree(new_town, tmp_path_factory.mktemp("printed") / "town")
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("{today: 2025-11-21}", "{today: 2025-11-21, pdf: true}"), encoding="utf-8"
    )
    built = drive.build(settings, loader=Loader(root.resolve()))
    assert built.published, built.said
    return built.folder


def test_every_pdf_of_a_site_is_led_to_and_is_as_large_as_it_is_said_to_be(printed_town: Path) -> None:
    led: dict[Path, str] = {}
    for html in printed_town.rglob("*.html"):
        for href, words in links(html.read_text(encoding="utf-8")):
            led[(html.parent / href).resolve()] = words

    files = {file.resolve() for file in printed_town.rglob("*.pdf")}
    assert files
    assert set(led) == files
    for file, words in led.items():
        assert file.read_bytes().startswith(b"%PDF-")
        assert f"{round(file.stat().st_size / 1000)} kB)" in words, words
        assert ("magyar" if "hu" in file.relative_to(printed_town.resolve()).parts else "lietuvių") in words
    assert list(faults(printed_town)) == []


def test_without_being_asked_for_there_is_no_pdf_and_no_link(town_site: Path) -> None:
    assert not list(town_site.rglob("*.pdf"))
    assert not any(
        "application/pdf" in file.read_text(encoding="utf-8") for file in town_site.rglob("*.html")
    )


def test_every_sort_of_paper_has_a_page_that_leads_to_it() -> None:
    sorts: set[Sort] = set()
    for press in (press_of(REPOSITORY), ministry_press()):
        lang = press.site.languages[0]
        found = [paper.printed(1000) for kind in KINDS for paper in papers(press, lang, (kind,), Order())]
        assert len({one.address for one in found}) == len(found)
        shown = Renderer(replace(press.site, settings=Settings(prints={lang: tuple(found)})))
        led = {
            href
            for one in shown.directory.pages
            if one.address in {each.page for each in found}
            for href, _ in links(shown.page(one, lang))
        }
        assert {href.replace("../", "") for href in led} == {one.address for one in found}
        sorts |= {one.sort for one in found}
    assert sorts == set(Sort)


def test_what_cannot_be_printed_publishes_nothing_and_is_named(town: Path) -> None:
    charter = next((town / "charters").glob("*/charter.yml"))
    text = charter.read_text(encoding="utf-8")
    charter.write_text(re.sub(r"(title:\n\s+lt: )(.*)", r"\1漢 žodis", text, count=1), encoding="utf-8")

    built = drive.build(town / "mkdocs.yml", loader=Loader(town.resolve()), pdf=True)

    assert not built.published
    assert any("漢" in said and "pdf_fonts" in said for said in built.said), built.said
    assert not (town / "site").exists()


def test_records_that_cannot_be_shown_have_no_pdfs(tmp_path: Path) -> None:
    loaded = Loader(tmp_path).load()
    edition = Edition(check(loaded, TODAY), Place())

    assert edition.print_beside(Printing(tmp_path)) == Printed()
