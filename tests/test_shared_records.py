"""A standard that two charters have approved in other words: its page and the charters say so, and link to both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from bs4 import BeautifulSoup

from charterkit.data.content import digest
from charterkit.model.release import ActKind, Release
from charterkit.rules.releases.sealing import content_file
from charterkit.rules.releases.states import dated
from charterkit.rules.standing import standing
from charterkit.site.context import Site
from charterkit.site.render import Renderer
from test_site_sample import TODAY
from test_site_sample_release import act, as_is, contents, released_site


def other() -> Release:
    """The same standard as a younger charter has approved it."""
    own = contents(as_is, "90", "Atsakysime.")
    records = {
        "charter/library": {**own["charter/citizens"], "id": "library"},
        "standard/requests": {**own["standard/requests"], "statement": {"lt": "Naujesnis žodis."}},
        "indicator/in-time": own["indicator/in-time"],
    }
    raw = content_file("library", "2024", "", ("lt",), records)
    day = date(2024, 3, 1)
    one = act(ActKind.APPROVAL, digest(raw), day, as_is, in_force=day)
    return Release("library", "2024", digest(raw), records, ("lt",), acts=(one,), files={"content.json": raw})


@cache
def renderer() -> Renderer:
    site = released_site()
    publication = site.publication
    charter = replace(publication.charters["citizens"], id="library")
    records = replace(
        publication,
        charters={**publication.charters, "library": charter},
        releases={**publication.releases, "library": (other(),)},
    )
    return Renderer(Site(records, standing(records, TODAY), site.languages, site.settings, site.working))


def links(address: str) -> list[str]:
    made = renderer()
    html = made.page(next(page for page in made.directory.pages if page.address == address), "en")
    found = BeautifulSoup(html, "html.parser").select("main a[href*='versions/']")
    return [str(one["href"]) for one in found if "#" in str(one["href"])]


def test_the_standard_leads_to_the_words_of_the_charter_that_approved_others() -> None:
    assert [one.state for one in dated((other(),), TODAY)] == ["in_force"]
    assert links("standards/requests/") == [
        "../../../en/charters/citizens/versions/2022/standards/#standard-requests"
    ]


def test_a_charter_leads_to_its_own_words_of_what_is_shown_otherwise() -> None:
    assert links("charters/citizens/") == [
        "../../../en/charters/citizens/versions/2022/standards/#standard-requests"
    ]
    assert links("charters/library/") == []


def test_the_page_of_an_indicator_names_the_version_by_which_it_was_judged() -> None:
    made = renderer()
    html = made.page(next(page for page in made.directory.pages if page.address == "results/in-time/"), "en")

    assert "Version 2022" in BeautifulSoup(html, "html.parser").get_text().replace("\u00a0", " ")
