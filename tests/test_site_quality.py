"""The pages on improvement: from a missed promise to its action and back, long plans in parts, and the files."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from charterkit.data.load import load
from charterkit.exports.actions_files import action_files
from charterkit.rules.check import Checked, check
from charterkit.rules.quality.plan import plan
from charterkit.rules.standing import standing
from charterkit.site.context import Settings, Site
from charterkit.site.quality.pages import ROWS
from charterkit.site.render import Renderer

TODAY = date(2025, 11, 21)
LANGUAGES = ("lt", "en", "sl", "bg", "hu")


@cache
def checked() -> Checked:
    return check(load(Path(__file__).resolve().parents[1]), TODAY)


@cache
def demonstration() -> Renderer:
    found = checked()
    assert found.publication is not None
    assert found.standing is not None
    return Renderer(
        Site(found.publication, found.standing, LANGUAGES, Settings(site_url="https://example.org/"))
    )


def page(address: str, lang: str = "en", renderer: Renderer | None = None) -> str:
    shown = renderer or demonstration()
    found = next(one for one in shown.directory.pages if one.address == address)
    return unescape(shown.page(found, lang)).replace("\u00a0", " ")


def links(html: str) -> set[str]:
    """The addresses below the language to which the main part of a page leads."""
    main = html.split("<main", 1)[1].split("</main>")[0]
    return {re.sub(r"^(\.\./)+(en/)?", "", href) for href in re.findall(r'href="([^"#]+)', main)}


def caused() -> list[tuple[str, str]]:
    publication = load(Path(__file__).resolve().parents[1]).publication
    assert publication is not None
    actions = publication.actions.values()
    found = ((one.id, cause.commitment) for one in actions for cause in one.because if cause.commitment)
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(("action", "promise"), caused())
def test_from_a_missed_promise_to_its_action_its_owner_and_its_figure_and_back(
    action: str, promise: str
) -> None:
    there, here = f"quality/actions/{action}/", f"charters/{promise}/"
    record = checked().publication.actions[action]  # type: ignore[union-attr]

    assert there in links(page(here))
    found = links(page(there))
    assert {
        here,
        f"bodies/{record.owner.body}/",
        *(f"results/{one.indicator}/" for one in record.moves),
    } <= found
    assert all(there in links(page(f"results/{one.indicator}/")) for one in record.moves)


def test_the_words_about_a_missed_period_lead_to_the_action_that_followed() -> None:
    html = page("results/counter-wait/").split('<h2 id="why">')[1]

    october = html.split("October 2024")[1].split("<h3>")[0]
    assert "From December we open a fourth window." in october
    assert "quality/actions/fourth-window/" in october


@pytest.mark.parametrize("address", ["", "results/"])
def test_the_hub_is_reached_from_home_and_from_the_results(address: str) -> None:
    assert "quality/" in links(page(address))
    assert {"quality/actions/", "quality/said-and-did/", "quality/strategy/"} <= links(page("quality/"))


def test_a_publication_without_a_plan_says_nothing_of_it() -> None:
    found = checked()
    assert found.publication is not None
    bare = replace(
        found.publication, actions={}, strategy=None, surveys={}, answers={}, assessments={},
        programmes={}, registers={},
    )  # fmt: skip
    shown = Renderer(Site(bare, standing(bare, TODAY), LANGUAGES))

    assert not [one for one in shown.directory.pages if one.address.startswith("quality/")]
    assert "quality/" not in links(page("", renderer=shown)) | links(page("results/", renderer=shown))


def test_an_action_says_before_wanted_and_now_with_the_verdict() -> None:
    html = page("quality/actions/spring-contractor/")

    assert re.findall(r'<dd class="number">([^<]*)', html)[:3] == [
        "8.5 working days",
        "at most 7 working days",
        "8 working days",
    ]
    assert "It helped, but not enough" in html
    assert "Done on 10 March 2025; it had to be done by 1 March 2025." in html
    assert "Impact 4 × ease 2 = 8: Do next" in html


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("waste-opinions", "It had to be done by 1 September 2025."),
        ("book-a-time", "It had to start on 3 November 2025, and has to be done by 31 March 2026."),
        ("neighbour-carers", "It is not being done."),
        ("listening-course", "It cannot be told"),
        ("spring-help", "It cannot be compared"),
        ("text-messages", "It became worse"),
        ("own-papers", "It helped"),
    ],
)
def test_what_an_action_says_of_itself(action: str, words: str) -> None:
    assert words in page(f"quality/actions/{action}/")


def test_overdue_actions_stand_first_in_the_plan() -> None:
    html = page("quality/actions/")

    assert html.index("quality/actions/waste-opinions/") < html.index('<h2 id="done">')
    assert re.findall(r'<h2 id="([a-z-]+)"', html)[:7] == [
        "sum",
        "helped",
        "matrix",
        "late",
        "under-way",
        "done",
        "dropped",
    ]


def test_a_long_plan_is_split_and_no_action_is_lost() -> None:
    found = checked()
    assert found.publication is not None
    one = found.publication.actions["fourth-window"]
    many = {f"action-{n}": replace(one, id=f"action-{n}") for n in range(2 * ROWS + 5)}
    large = replace(found.publication, actions=many, strategy=None)
    shown = Renderer(Site(large, standing(large, TODAY), LANGUAGES))

    parts = [
        page(address, renderer=shown)
        for address in ("quality/actions/", "quality/actions/2/", "quality/actions/3/")
    ]
    listed = [set(re.findall(r"actions/(action-\d+)/", html)) for html in parts]
    assert [len(some) for some in listed] == [ROWS, ROWS, 5]
    assert set.union(*listed) == set(many)
    assert "quality/said-and-did/3/" in {one.address for one in shown.directory.pages}


def test_the_strategy_says_which_loops_are_closed_and_what_is_missing() -> None:
    html = page("quality/strategy/")

    streets = html.split('<h2 id="goal-streets">')[1].split("</section>")[0]
    answers = html.split('<h2 id="goal-answers-in-time">')[1].split("</section>")[0]
    assert "Everything is done and measured again: 1 of 4 goals." in html
    assert "Done and measured again" in streets
    assert "Next:" not in streets
    assert "Next: the gap has to be measured again." in answers


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_files_hold_every_action_and_every_figure(lang: str) -> None:
    now = checked().standing
    assert now is not None
    made = {one.address.rpartition(".")[2]: one.make(lang) for one in action_files(now)}
    rows = list(
        csv.reader(io.StringIO(made["csv"].decode("utf-8-sig")), delimiter="," if lang == "en" else ";")
    )
    whole = json.loads(made["json"])

    figures = sum(max(1, len(one.moves)) for one in plan(now).actions.values())
    assert len(rows) == figures + 1
    assert all(len(row) == len(rows[0]) for row in rows)
    assert [one["id"] for one in whole["actions"]] == list(plan(now).actions)
    assert made["xlsx"].startswith(b"PK")
    verdicts = {
        (one["id"], move["indicator"]): move["verdict"] for one in whole["actions"] for move in one["moves"]
    }
    assert verdicts["spare-lorry", "missed-collections"] == "enough"


def test_the_same_plan_gives_the_same_bytes() -> None:
    now = checked().standing
    assert now is not None

    once, again = ([one.make("lt") for one in action_files(now)] for _ in range(2))

    assert once == again
