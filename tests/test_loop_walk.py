"""The built site in every language: from every missed promise to its action, its owner and the figure, and back.

What is walked here is HTML; of the records only the missed promises and the ids of what belongs to them are asked.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

from charterkit.data.load import load
from charterkit.rules.check import check
from charterkit.rules.quality.plan import Plan, plan
from charterkit.rules.standing import Standing
from charterkit.rules.status import PromiseStatus, Status
from conftest import REPOSITORY

LANGUAGES = {"lt": "", "en": "en/", "sl": "sl/", "bg": "bg/", "hu": "hu/"}
TODAY = date(2025, 11, 21)
MISSED = (PromiseStatus.NOT_MET, PromiseStatus.PARTLY_MET)


@cache
def now() -> Standing:
    found = check(load(REPOSITORY), TODAY).standing
    assert found is not None
    return found


@cache
def actions() -> Plan:
    return plan(now())


def missed() -> list[str]:
    """The promises that are missed on the day of the site."""
    return [id for id, one in now().promises.items() if one.status in MISSED]


@cache
def leads_to(page: Path) -> frozenset[Path]:
    """The pages to which the main part of a page leads."""
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    found = (urlsplit(str(one["href"])) for one in soup.select("main a[href]"))
    folders = (page.parent / one.path for one in found if not one.scheme and one.path)
    return frozenset((path / "index.html").resolve() for path in folders)


def test_there_are_promises_of_both_charters_that_are_missed() -> None:
    assert len(missed()) >= 8
    assert {id.partition("/")[0] for id in missed()} == {"citizens", "library"}


@pytest.mark.parametrize("promise", missed())
def test_something_is_done_about_every_missed_promise(promise: str) -> None:
    found = actions().of_promise.get(promise, ())

    assert found
    assert any(one.moves for one in found)
    # The figure that must move is one by which the promise is missed.
    wanting = {
        one.measure.indicator
        for one in now().promises[promise].measures
        if one.current is not None and one.current.status in (Status.NOT_MET, Status.NEAR)
    }
    assert wanting & {move.indicator.id for one in found for move in one.moves}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("promise", missed())
def test_two_clicks_lead_to_action_owner_and_figure_and_back(site: Path, promise: str, lang: str) -> None:
    def page(address: str) -> Path:
        return (site / LANGUAGES[lang] / address / "index.html").resolve()

    here = page(f"charters/{promise}")
    for one in actions().of_promise[promise]:
        action, owner = page(f"quality/actions/{one.action.id}"), page(f"bodies/{one.action.owner.body}")
        figures = [page(f"results/{move.indicator.id}") for move in one.moves]

        assert action in leads_to(here)
        assert {here, owner, *figures} <= leads_to(action)
        # Back again: from the owner and from the figure to the action, and from there to the promise.
        assert all(action in leads_to(figure) for figure in figures)
        assert action in leads_to(owner)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("promise", missed())
def test_the_page_says_who_does_it_and_by_when(site: Path, promise: str, lang: str) -> None:
    html = (site / LANGUAGES[lang] / "charters" / promise / "index.html").read_text(encoding="utf-8")
    section = BeautifulSoup(html, "html.parser").select_one('section[aria-labelledby="actions"]')

    assert section is not None
    for one in actions().of_promise[promise]:
        body = now().publication.bodies[one.action.owner.body]
        assert one.action.title.get(lang) in section.get_text()
        assert body.name.get(lang) in section.get_text() or body.short_name.get(lang) in section.get_text()
