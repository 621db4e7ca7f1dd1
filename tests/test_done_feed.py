"""The feed of what was done: in every language, the newest first, in the words of the page, and linked from it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from charterkit.data.load import load
from charterkit.exports.downloads import Downloads
from charterkit.model.action import ActionState
from charterkit.model.publication import Publication
from charterkit.rules.standing import standing
from charterkit.site.addresses import DONE_FEED
from charterkit.site.context import Settings, Site
from charterkit.site.render import Renderer
from conftest import REPOSITORY

ATOM = "{http://www.w3.org/2005/Atom}"
TODAY = date(2025, 11, 21)
LANGUAGES = {"lt": "", "en": "en/", "sl": "sl/", "bg": "bg/", "hu": "hu/"}


@pytest.fixture(scope="module")
def records() -> Publication:
    found = load(REPOSITORY).publication
    assert found is not None
    return found


def renderer(records: Publication, site_url: str = "https://example.org/") -> Renderer:
    return Renderer(Site(records, standing(records, TODAY), tuple(LANGUAGES), Settings(site_url=site_url)))


def feed(made: Renderer, lang: str) -> ElementTree.Element:
    raw = Downloads.of(made.site.standing, made).make(DONE_FEED, lang)
    return ElementTree.fromstring(raw)


def entries(root: ElementTree.Element) -> list[dict[str, str]]:
    return [
        {child.tag.removeprefix(ATOM): child.text or child.get("href") or "" for child in one}
        for one in root.iter(f"{ATOM}entry")
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_finished_action_is_told_the_newest_first(records: Publication, lang: str) -> None:
    found = entries(feed(renderer(records), lang))
    done = [one for one in records.actions.values() if one.state is ActionState.DONE]

    assert len(found) == len(done) >= 5
    assert {one["title"] for one in found} == {" ".join(str(one.title.get(lang)).split()) for one in done}
    days = [one["updated"] for one in found]
    assert days == sorted(days, reverse=True)
    assert len({one["id"] for one in found}) == len(found)
    assert all(
        one["link"].startswith(f"https://example.org/{LANGUAGES[lang]}quality/actions/") for one in found
    )


def test_an_entry_says_what_people_said_what_was_done_and_whether_it_helped(records: Publication) -> None:
    newest = entries(feed(renderer(records), "en"))[0]

    assert newest["title"] == "A text message about the book"
    assert newest["updated"].startswith("2025-07-14T00:00:00")
    assert newest["content"] == (
        "You said: The e-mails about books get lost among others. We did: We send text messages. In summer the system "
        "broke down, so for now the result became worse. Reserved books announced in time: It became worse."
    )


def test_an_action_that_is_not_done_is_no_news(records: Publication) -> None:
    actions = {
        id: replace(one, state=ActionState.UNDER_WAY, done=None) for id, one in records.actions.items()
    }
    made = renderer(replace(records, actions=actions))

    assert DONE_FEED not in Downloads.of(made.site.standing, made).addresses
    assert "done.xml" not in page(made, "quality/said-and-did/") + page(made, "quality/actions/")


def test_without_the_address_of_the_site_there_is_no_feed(records: Publication) -> None:
    made = renderer(records, "")

    assert DONE_FEED not in Downloads.of(made.site.standing, made).addresses
    assert "done.xml" not in page(made, "quality/said-and-did/")


def page(made: Renderer, address: str, lang: str = "en") -> str:
    return made.page(next(one for one in made.directory.pages if one.address == address), lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pages_about_improving_lead_to_it(records: Publication, lang: str) -> None:
    made = renderer(records)
    for address, visible in (("quality/said-and-did/", 1), ("quality/actions/", 1), ("quality/", 0)):
        found = re.findall(r'<(link|a)\b[^>]*href="[^"]*done\.xml"', page(made, address, lang))
        assert sorted(found) == ["a"] * visible + ["link"], address


def test_it_stands_in_the_built_site_in_every_language(site: Path) -> None:
    for prefix in LANGUAGES.values():
        root = ElementTree.fromstring((site / prefix / DONE_FEED).read_bytes())
        assert root.findtext(f"{ATOM}subtitle")
        assert entries(root)
