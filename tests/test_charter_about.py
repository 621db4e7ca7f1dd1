"""What else there is to tell of a charter, on a page of its own: only where there is something to tell."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from charterkit.model.charter import Charter
from charterkit.site.context import Settings
from charterkit.site.render import Renderer
from charterkit.text import Text
from test_site_sample import publication, site
from test_site_sample_release import released_site

ABOUT = "charters/citizens/about/"
EMPTY = {
    "covers": (),
    "principles": (),
    "legal_force": Text.of({}),
    "legal_basis": (),
    "sources": (),
    "reports": None,
    "review": None,
}


def rendered(**changes: object) -> Renderer:
    """The sample with a charter of which some things are told and others not."""
    records = publication()
    charter: Charter = replace(records.charters["citizens"], **changes)  # type: ignore[arg-type]
    return Renderer(site(replace(records, charters={**records.charters, "citizens": charter})))


def page(renderer: Renderer, address: str) -> BeautifulSoup:
    """A page of the site in English."""
    found = next(one for one in renderer.directory.pages if one.address == address)
    return BeautifulSoup(renderer.page(found, "en"), "html.parser")


def headings(found: BeautifulSoup) -> list[str]:
    """The ids of the sections of a page."""
    return [str(one["id"]) for one in found.select("main h2")]


def test_the_page_tells_what_the_charter_rests_on_and_the_charter_leads_to_it() -> None:
    renderer = rendered()
    about, charter = page(renderer, ABOUT), page(renderer, "charters/citizens/")

    assert {"covers", "principles", "law"} <= set(headings(about))
    assert not {"covers", "principles", "law", "follow-up", "sources"} & set(headings(charter))
    assert [a.get_text() for a in charter.select('#approved + .flow a[href$="/about/"]')] == [
        "More about this charter"
    ]
    assert about.select_one(".trail li:last-child a").get_text() == "Citizens’ charter"  # type: ignore[union-attr]


def test_a_charter_of_which_nothing_else_is_told_has_no_such_page() -> None:
    renderer = rendered(**EMPTY)

    assert not [one for one in renderer.directory.pages if one.address == ABOUT]
    assert page(renderer, "charters/citizens/").select('a[href$="citizens/about/"]') == []


@pytest.mark.parametrize("told", [name for name in EMPTY if name not in ("reports", "review")])
def test_one_thing_to_tell_is_enough(told: str) -> None:
    charter = publication().charters["citizens"]
    kept = getattr(charter, told) or charter.legal_basis
    about = page(rendered(**{**EMPTY, told: kept}), ABOUT)

    assert len(headings(about)) == 1


def test_its_approved_words_can_be_checked_here() -> None:
    about = page(Renderer(released_site()), ABOUT)
    places = [
        str(one["data-seal"]).partition("#")[2].partition("/")[0] for one in about.select("[data-seal]")
    ]

    assert about.select_one("#verify[data-check][data-content][data-digest]") is not None
    assert set(places) <= {"principles", "legal_force"}


def test_without_approved_words_there_is_nothing_to_check() -> None:
    assert page(rendered(), ABOUT).select_one("#verify") is None


@pytest.mark.parametrize(("address", "found"), [("https://town.example.org/", True), ("", False)])
def test_badges_have_a_page_where_the_address_of_the_site_is_known(address: str, found: bool) -> None:
    renderer = Renderer(site(settings=Settings(address)))
    links = page(renderer, "charters/citizens/").select('a[href$="/badges/"]')

    assert ("charters/citizens/badges/" in {one.address for one in renderer.directory.pages}) is found
    assert len(links) == int(found)
