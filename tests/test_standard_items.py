"""The items of standard blocks: the survey says what they are about, and the built site leads both ways."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from charterkit.data.load import load
from charterkit.data.survey_blocks import standard_block, with_standard_items
from charterkit.model.publication import Publication
from charterkit.model.survey import About, Block, StandardBlock, Survey
from conftest import REPOSITORY
from surveying import survey as small

LANGUAGES = {"lt": "", "en": "en/", "sl": "sl/", "bg": "bg/", "hu": "hu/"}


@cache
def records() -> Publication:
    found = load(REPOSITORY).publication
    assert found is not None
    return found


def asked() -> list[tuple[str, str]]:
    """Every promise with the group of the newest survey that was asked about it."""
    survey = records().surveys["service-2025"]
    found = (
        (promise, group.id)
        for group in survey.groups
        for _, item in survey.asked(group)
        for promise in item.commitments
    )
    return list(dict.fromkeys(found))


def test_a_standard_item_is_about_what_the_survey_says() -> None:
    about = (About("speed", ("citizens/answer-letters",), ("in-time",)), About("speed", ("citizens/other",)))
    (block,) = with_standard_items(
        _of(Block("service", standard=StandardBlock.SERVICE_ELEMENTS, about=about))
    ).blocks
    items = {one.id: one for one in block.items}

    assert items["speed"].commitments == ("citizens/answer-letters", "citizens/other")
    assert items["speed"].indicators == ("in-time",)
    assert not any(one.commitments for id, one in items.items() if id != "speed")
    # The block that comes with the program is the same for everybody.
    assert not any(one.commitments for one in standard_block(StandardBlock.SERVICE_ELEMENTS).items)


def _of(block: Block) -> Survey:
    return replace(small(), blocks=(block,))


def test_the_demonstration_asks_about_promises_in_standard_blocks() -> None:
    survey = records().surveys["service-2025"]
    standard = {
        item.id for block in survey.blocks if block.standard for item in standard_block(block.standard).items
    }
    told = {item.id for _, item in survey.items() if item.commitments}

    assert len(told & standard) >= 5


@cache
def leads_to(page: Path) -> frozenset[Path]:
    links = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").select("main a[href]")
    hrefs = (str(one["href"]).partition("#")[0] for one in links)
    return frozenset(
        (page.parent / one / "index.html").resolve() for one in hrefs if one and "://" not in one
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("promise", "group"), asked())
def test_a_promise_and_what_people_said_of_it_lead_to_each_other(
    site: Path, promise: str, group: str, lang: str
) -> None:
    here = (site / LANGUAGES[lang] / "charters" / promise / "index.html").resolve()
    there = (site / LANGUAGES[lang] / "quality/surveys/service-2025" / group / "index.html").resolve()
    questions = there.parent.parent / "questionnaire/index.html"

    assert there in leads_to(here)
    assert here in leads_to(there)
    assert here in leads_to(questions)


def test_a_promise_shows_the_newest_figure_with_its_range(site: Path) -> None:
    html = (site / "en/charters/citizens/explain-once/index.html").read_text(encoding="utf-8")
    section = BeautifulSoup(html, "html.parser").select_one('section[aria-labelledby="said"]')
    assert section is not None
    text = " ".join(section.get_text(" ").split())

    assert "Survey of clients and staff 2025" in text
    assert "2023" not in text
    assert "on a scale from 1 to 5; expected: " in text
    assert " said yes. 428 answers." in text
