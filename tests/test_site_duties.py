"""What the pages say is due is what `charter due` says: of every body, every indicator, in every language."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from charterkit.exports.downloads import Downloads
from charterkit.model.indicator import Owner
from charterkit.rules.due import Duty, DutyState, duties, next_duty
from charterkit.rules.standing import standing
from charterkit.site.context import Site
from charterkit.site.pieces import reader
from charterkit.site.render import Renderer
from charterkit.site.results.duty_words import DutyWords
from conftest import REPOSITORY
from factory import day
from test_site_sample import publication, site
from test_site_services import rendered
from test_status_pages import ROOTS, seen

LANGUAGES = ("lt", "en", "sl", "bg", "hu")
# The page of a body names so many; its calendar file has the others.
FEW = 12


@cache
def renderer(root: Path = REPOSITORY, today: str = "") -> Renderer:
    """The pages of a body, on the day of its site or on another one."""
    now = seen(root)
    if today:
        now = standing(now.publication, day(today))
    return Renderer(Site(now.publication, now, now.publication.publisher.languages))


def section(address: str, id: str, lang: str, made: Renderer) -> Tag | None:
    """A section of a page; None where the page has none of that name."""
    page = next(page for page in made.directory.pages if page.address == address)
    heading = BeautifulSoup(made.page(page, lang), "html.parser").find(id=id)
    return heading.find_parent("section") if isinstance(heading, Tag) else None


def entries(found: Tag | None) -> list[list[str]]:
    """The lines of each entry of a list."""
    items = found.find_all("li", class_="entry") if found is not None else []
    return [[part.get_text() for part in item.find_all(["h3", "p"])] for item in items]


def said(duty: Duty, lang: str) -> list[str]:
    """What the command says about a figure."""
    publication = seen(REPOSITORY).publication
    words = DutyWords(reader(lang, publication.publisher.reading_order), publication)
    return [words.name(duty), words.period(duty), words.when(duty)]


def own(body: str) -> list[Duty]:
    return [one for one in duties(seen(REPOSITORY)) if one.body == body]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_of_a_body_lists_what_the_command_lists(lang: str) -> None:
    for body in seen(REPOSITORY).publication.bodies:
        found = section(f"bodies/{body}/", "due", lang, renderer())

        assert entries(found) == [said(one, lang) for one in own(body)[:FEW]], body


def test_the_page_of_a_body_leads_to_its_calendar_and_says_how_many_more_there_are() -> None:
    found = section("bodies/administration/", "due", "en", renderer())

    assert found is not None
    assert "And 6 more figures." in found.get_text()
    assert len(own("administration")) == FEW + 6
    assert [link["href"] for link in found.find_all("a")][-1].endswith("en/bodies/administration/due.ics")
    assert "bodies/administration/due.ics" in Downloads.of(seen(REPOSITORY)).addresses


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_board_of_results_names_every_overdue_figure_with_its_day(lang: str) -> None:
    late = [one for one in duties(seen(REPOSITORY)) if one.state is DutyState.OVERDUE]
    found = entries(section("results/", "late", lang, renderer()))

    assert [lines[:3] for lines in found] == [said(one, lang) for one in late]


def test_the_page_of_an_indicator_says_since_when_and_what_comes_next() -> None:
    found = section("results/permits-in-time/", "answers", "en", renderer())

    assert found is not None
    assert [part.get_text() for part in found.find_all("p")][:2] == [
        "First half of 2025: overdue since 15 August 2025. The figure should have been published by 14 August 2025. "
        "Responsible: Administration of Giriai District Municipality.",
        "Next figure: second half of 2025, due by 14 February 2026.",
    ]


def test_a_figure_that_may_still_change_is_not_the_next_one() -> None:
    found = section("results/call-waiting/", "answers", "en", renderer())

    assert found is not None
    assert "Next final figure: October 2025, due by 30 November 2025." in found.get_text()


def test_very_many_overdue_periods_are_counted() -> None:
    found = section("results/hall-temperature/", "answers", "en", renderer(REPOSITORY, "2026-05-01"))

    assert found is not None
    # November to March are overdue; three are named.
    assert len(found.find_all("p", class_="late")) == 4
    assert "And 2 more figures." in found.get_text()


@pytest.mark.parametrize("root", ROOTS, ids=lambda root: root.name)
def test_no_body_page_promises_what_no_record_asks_for(root: Path) -> None:
    made, owed = renderer(root), duties(seen(root))
    lang = seen(root).publication.publisher.root_language
    for body in seen(root).publication.bodies:
        shown = section(f"bodies/{body}/", "due", lang, made)

        assert (shown is not None) == any(one.body == body for one in owed), body
    for id in seen(root).publication.indicators:
        found = section(f"results/{id}/", "answers", lang, made)
        assert found is not None
        coming = next_duty(id, owed)
        plain = [one for one in found.find_all("p") if not one.has_attr("class") and one.find("a") is None]
        assert len(plain) == (coming is not None), id


def test_the_page_of_an_indicator_whose_owner_does_not_exist_is_shown_all_the_same() -> None:
    records = publication()
    nobody = replace(records.indicators["alone"], owner=Owner("nosuch"))
    changed = replace(records, indicators={**records.indicators, "alone": nobody})

    assert "nosuch" in rendered(Renderer(site(changed)), "results/alone/")
