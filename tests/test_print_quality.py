"""The papers of the quality systems: each holds all that its pages show, and is PDF/UA-1 in every language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from charterkit.exports.paper.documents import Order, papers
from charterkit.exports.paper.frame import Press
from charterkit.exports.paper.typeset import Paper, pdf
from conftest import REPOSITORY
from test_print import TODAY, ministry_press, needs_poppler, press_of, words_of

LANGS = ("lt", "en", "sl", "bg", "hu")
# So much may a paper weigh, in bytes: people load it on the way.
MOST = 400_000


@pytest.fixture(scope="module")
def press() -> Press:
    """The demonstration municipality, with an improvement plan, a strategy and two surveys."""
    return press_of(REPOSITORY)


@pytest.fixture(scope="module")
def ministry() -> Press:
    """The demonstration ministry, which leads a programme of sixty bodies."""
    return ministry_press()


def only(press: Press, kind: str, lang: str = "en") -> Paper:
    """The first paper of a kind, which is that of the newest record."""
    return next(papers(press, lang, (kind,), Order()))


def strings(value: Any) -> Iterator[str]:
    """Every text in the data of a paper."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


def said(value: Any) -> str:
    """All texts of a part of a paper, as one."""
    return " ".join(strings(value))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", ["actions", "strategy", "surveys", "programmes"])
def test_each_is_tagged_and_light_in_every_language(
    press: Press, ministry: Press, kind: str, lang: str
) -> None:
    made = pdf(only(ministry if kind == "programmes" else press, kind, lang), TODAY)

    for mark in (b"/StructTreeRoot", f"({lang}".encode(), b"<pdfuaid:part>1</pdfuaid:part>"):
        assert mark in made, mark
    assert len(made) < MOST


def test_the_plan_holds_every_action_once_and_the_overdue_ones_first(press: Press) -> None:
    data = only(press, "actions").data
    plan = press.directory.plan

    assert [said(one["title"]) for one in data["actions"]] == [
        one.action.title["en"] for one in plan.actions.values()
    ]
    listed = [said(line["title"]["text"]) for group in data["plan"]["groups"] for line in group["lines"]]
    assert sorted(listed) == sorted(one.action.title["en"] for one in plan.actions.values())
    assert data["plan"]["groups"][0]["id"] == "late"
    assert len(data["plan"]["groups"][0]["lines"]) == len(plan.overdue)


def test_an_action_says_who_when_why_what_must_move_and_whether_it_did(press: Press) -> None:
    data = only(press, "actions").data
    window = next(one for one in data["actions"] if said(one["title"]) == "A fourth window in autumn")

    assert window["when"] == "Done on 28 November 2024, in time."
    assert said(window["owner"]).startswith("Responsible Administration of Giriai District Municipality")
    assert "Impact 4 × ease 3 = 12: Do next" in said(window["facts"])
    assert [one["sort"] for one in window["causes"]] == [
        "Survey", "Missed promise", "Missed promise", "Complaints",
    ]  # fmt: skip
    [move] = window["moves"]
    assert (move["before"], move["now"]) == ("22\N{NO-BREAK SPACE}minutes", "18\N{NO-BREAK SPACE}minutes")
    assert "It helped, but not enough" in said(move["badge"])
    # How priorities come about is told once, at the end.
    assert not re.search(r"#order", json.dumps(data))
    assert data["plan"]["rule"].startswith("The product goes from 1 to 25.")


@needs_poppler
def test_the_plan_on_paper_says_what_its_pages_say(press: Press) -> None:
    words = words_of(pdf(only(press, "actions"), TODAY))

    for one in press.directory.plan.actions.values():
        assert " ".join(one.action.text["en"].split()) in words, one.action.id
    assert "9 of 18 actions are done. 2 actions are overdue." in words


def test_a_plan_longer_than_a_page_is_one_list_on_paper(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("charterkit.site.quality.pages.ROWS", 4)
    monkeypatch.setattr("charterkit.site.views.actions.ROWS", 4)
    plan = only(press_of(REPOSITORY), "actions").data["plan"]

    ids = [group["id"] for group in plan["groups"]]
    assert len(set(ids)) == len(ids)
    assert sum(len(group["lines"]) for group in plan["groups"]) == len(press.directory.plan.actions)
    assert plan["parts"] == []


def test_the_strategy_follows_each_goal_to_its_measuring(press: Press) -> None:
    view = only(press, "strategy").data["view"]
    strategy = press.site.publication.strategy
    assert strategy is not None

    assert [said(one["title"]) for one in view["goals"]] == [one.title["en"] for one in strategy.goals]
    for goal in view["goals"]:
        assert goal["causes"], goal["id"]
        assert goal["moves"] or goal["survey"], goal["id"]
    assert view["told"] == "Everything is done and measured again: 1 of 4 goals."


def test_a_survey_holds_what_every_group_said(press: Press) -> None:
    data = only(press, "surveys").data
    survey = next(iter(press.site.publication.surveys.values()))

    assert [said(one["view"]["title"]) for one in data["groups"]] == [
        one.title["en"] for one in survey.groups
    ]
    clients = data["groups"][0]["view"]
    assert clients["answered"] == "431 of 900 people asked answered (47.9%)."
    speed = clients["rows"][0]
    assert said(speed["title"]) == "Speed"
    assert (speed["expectation"]["figure"], speed["experience"]["figure"], speed["gap"]) == (
        "4.66",
        "3.65",
        "+1.01",
    )
    assert said(speed["actions"]).startswith("A visit at a booked time")
    assert [said(one["title"]) for one in clients["tables"]] == [
        "Whether the matter was settled", "How you reached us", "Would people recommend us",
    ]  # fmt: skip
    assert (
        clients["changed"] == "Higher than before: 5. The difference may be chance: 25. It cannot be said: 2."
    )
    assert len(data["groups"][0]["charts"]) == 1
    asked = [said(item["title"]) for block in data["questions"]["blocks"] for item in block["items"]]
    assert asked == [item.title["en"] for block in survey.blocks for item in block.items]
    assert data["method"]["rules"]


def test_what_a_survey_hides_is_not_on_paper_either(municipality: Path) -> None:
    file = municipality / "charters/quality/surveys/service-2025.csv"
    text = file.read_text(encoding="utf-8")
    for answer in ("yes,303", "no,125"):
        assert f"clients,settled,experience,{answer},,,,,\n" in text
        name = answer.partition(",")[0]
        text = text.replace(f"experience,{answer},,,,,\n", f"experience,{name},,,,,,suppressed\n")
    file.write_text(text, encoding="utf-8")

    group = only(press_of(municipality), "surveys").data["groups"][0]["view"]

    table = next(one for one in group["tables"] if one["id"] == "settled-experience")
    assert [(row["share"]["figure"], row["share"]["range"], row["count"]) for row in table["rows"]] == [
        ("not shown", "", "–"),
        ("not shown", "", "–"),
    ]
    assert group["hidden_note"]
    assert not {"303", "125"} & set(said(group).split())


def test_a_programme_holds_every_body_with_every_deliverable(ministry: Press) -> None:
    data = only(ministry, "programmes").data
    progress = next(iter(ministry.site.standing.programmes.values()))

    assert [len(wave["rows"]) for wave in data["waves"]] == [
        len(progress.of_wave(one.id)) for one in progress.programme.waves
    ]
    for wave in data["waves"]:
        assert all(len(row["cells"]) == len(wave["heads"]) for row in wave["rows"])
    names = [said(row["body"]["text"]) for row in data["replies"]["rows"]]
    assert len(set(names)) == len(names) == len(progress.members) == 60
    late = sum(len(one.late) for one in progress.behind)
    assert len(data["view"]["behind"]) == late == 7
    assert data["view"]["invitation"]["options"]


def test_a_list_of_those_behind_is_whole_on_paper(ministry: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("charterkit.site.views.programme._BEHIND", 2)
    monkeypatch.setattr("charterkit.site.quality.programme_pages.REPLY_ROWS", 25)
    monkeypatch.setattr("charterkit.site.views.replies.REPLY_ROWS", 25)
    data = only(ministry_press(), "programmes").data

    assert len(data["view"]["behind"]) == 7
    assert data["view"]["more_behind"] == ""
    assert len(data["replies"]["rows"]) == 60


@needs_poppler
def test_no_answer_stays_no_answer_on_paper(ministry: Press) -> None:
    words = words_of(pdf(only(ministry, "programmes"), TODAY))

    assert "48 of the 60 bodies that were invited take part." in words
    assert "4 have not answered: that is not a no." in words
