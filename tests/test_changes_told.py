"""Pages about changes tell what a citizen needs: why, before and after, and nothing twice."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from charterkit.model.charter import Reports
from charterkit.model.common import MonthDay
from charterkit.numbers import NO_BREAK_SPACE
from charterkit.rules.releases.changes import changes
from charterkit.rules.releases.effects import Effect
from charterkit.rules.releases.hindrance import Hindrance
from charterkit.rules.releases.lines_diff import line_diff, only_changed
from charterkit.rules.releases.noise import needed
from charterkit.site.releases.change_sentences import WHY
from charterkit.site.releases.field_names import done_name, effect_name
from charterkit.site.releases.report_times import report_times
from charterkit.site.releases.tally import renumbered
from charterkit.strings import words
from factory import day
from test_change_words import LANGUAGES, only, teller, told
from test_changes import SHARE, SINCE, Content, Records, promise, standard, target, titled

ENTRY = {"from": "2022-01-01", "change": {"en": "E-mails are counted too."}}


def said(sentences: tuple[str, ...]) -> str:
    return " ".join(sentences).replace(NO_BREAK_SPACE, " ")


def logged(*entries: Content, least: str) -> Records:
    return {**promise(target(at_least=least)), "indicator/share": {**SHARE, "method_versions": list(entries)}}


def test_an_entry_in_the_log_says_how_it_is_counted_and_leaves_targets_comparable() -> None:
    promised, indicator = told(logged(least="90"), logged(ENTRY, least="95"))

    assert promised.change.effect is Effect.TIGHTENED
    assert indicator.change.effect is Effect.METHOD_CHANGED
    assert indicator.effects == ("Counted differently",)
    counted = "How it is counted changes on 1 January 2022: E-mails are counted too."
    assert said(indicator.sentences) == counted
    # Whoever reads that the promise is stricter reads at once that it is counted in another way, too.
    assert promised.sentences[-2:] == ("The promise becomes stricter.", promised.sentences[-1])
    assert said(promised.sentences[-1:]) == counted


def test_another_definition_still_measures_something_else() -> None:
    after = logged(ENTRY, least="95")
    after["indicator/share"]["definition"] = {"en": "Answered twice."}

    promised, *_ = told(logged(least="90"), after)
    assert promised.change.effect is Effect.CHANGED
    assert "before and after, different things are measured" in said(promised.sentences)


HINDERED: list[tuple[Content, Content, Hindrance]] = [
    ({"at_most": "20", "unit": "days"}, {"words": {"en": "Soon."}}, Hindrance.WORDS),
    ({"at_most": "20", "unit": "days"}, {"at_most": "15", "unit": "working_days"}, Hindrance.UNIT),
    ({"at_least": "20", "unit": "days"}, {"at_most": "25", "unit": "days"}, Hindrance.BOTH_WAYS),
    ({"at_least": "3", "per": "month"}, {"at_least": "1", "per": "week"}, Hindrance.PER),
    (
        {"at_most": "20", "unit": "days"},
        {"at_most": "15", "unit": "days", "extension": {"at_most": "10"}},
        Hindrance.LONGER,
    ),
    (
        {"at_most": "15", "unit": "days", "extension": {"at_most": "10"}},
        {"at_most": "20", "unit": "days"},
        Hindrance.SHORTER,
    ),
]


@pytest.mark.parametrize(("before", "after", "why"), HINDERED)
def test_what_cannot_be_compared_says_why(before: Content, after: Content, why: Hindrance) -> None:
    found = only(standard(target(**before)), standard(target(**after)))

    assert found.change.effect is Effect.CHANGED
    assert found.change.stretches[0].why is why
    assert found.sentences[-1] == WHY[why]


def test_stricter_now_and_less_strict_later_is_said() -> None:
    before = promise(target(at_least="90"))
    after = promise(target(at_least="95"), target("2024-01-01", at_least="85"))

    assert only(before, after).sentences[-1] == "It is stricter on some days and less strict on others."


def test_only_another_aim_is_not_called_incomparable() -> None:
    found = only(promise(target(at_least="90", aim="95")), promise(target(at_least="90", aim="98")))

    assert "cannot be" not in said(found.sentences)


@pytest.mark.parametrize(
    ("older", "newer", "effect"),
    [("20", "15", "tightened"), ("15", "20", "loosened"), ("20", "20", "tightened")],
)
def test_what_ended_the_day_before_is_held_against_what_takes_its_place(
    older: str, newer: str, effect: str
) -> None:
    """As the norm of waiting at the counter in the demonstration: 20 minutes until the end of 2021, 15 from then on."""
    ended = target(at_most=older, unit="minutes", until="2021-12-31")
    found = only(standard(ended), standard(ended, target("2022-01-01", at_most=newer, unit="minutes")))

    assert found.change.effect.value == effect
    if older != newer:
        assert f"Demanded until now: at most {older} minutes." in found.sentences
        assert f"Demanded from now on: at most {newer} minutes." in found.sentences


def test_where_nothing_was_demanded_that_is_said() -> None:
    found = only(
        standard(target("2024-01-01", at_most="20", unit="days")),
        standard(target(at_most="20", unit="days")),
    )

    assert found.sentences[0] == "Until now nothing was demanded."


def test_what_ended_has_no_new_place_and_a_new_number_alone_is_one_line() -> None:
    ended: dict[str, Any] = {"ended": {"from": "2022-01-01", "reason": {"en": "Over."}}}
    before = {**titled("a", "1", group="x"), **titled("b", "2"), **titled("c", "3")}
    after = {
        **titled("a", "9", group="y", **ended),
        **titled("b", "1"),
        **titled("c", "2", promise={"en": "New."}),
    }

    found = needed(changes(before, after, SINCE), after)
    assert [(one.subject.rpartition("/")[2], one.field) for one in found.told] == [
        ("c", "number"),
        ("c", "promise"),
        ("a", "ended"),
    ]
    assert renumbered(found.renumbered, teller(before, after)) == (
        "Only the number changes: 1 b (old number: 2)."
    )


def test_changes_stand_by_kind_and_a_procedure_is_no_promise() -> None:
    before: Records = {}
    after: Records = {
        "procedure/shop": {"id": "shop", "number": "1", "title": {"en": "Shop"}},
        "standard/x": {"id": "x"},
        **titled("a", "1.6", standards=["x"]),
        **titled("b", "1.10"),
        "indicator/i": {"id": "i"},
    }

    found = [one.subject for one in changes(before, after, SINCE)]
    assert found == [
        "commitment/citizens/a",
        "commitment/citizens/b",
        "standard/x",
        "indicator/i",
        "procedure/shop",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_long_ago_is_told_in_the_past(lang: str) -> None:
    before, after = promise(target(at_least="90")), promise(target(at_least="95"))
    now = teller(before, after, lang)
    then = replace(now, past=True, figures=replace(now.figures, today=day("2025-11-30")))
    change = changes(before, after, SINCE)[0]

    told_now, told_then = now.told(change).sentences, then.told(change).sentences
    assert told_now[:2] == told_then[:2]
    assert told_now[-2] != told_then[-2]
    assert told_now[-1] != told_then[-1]
    if lang == "en":
        assert said(told_then[-2:]) == "This came into force on 1 January 2022. The promise became stricter."


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_history_says_what_was_done(lang: str) -> None:
    done = [done_name(effect, words(lang)) for effect in Effect]

    assert len(set(done)) == len(done)
    if lang == "en":
        assert done_name(Effect.REWORDED, words(lang)) == "Was reworded"
        assert not set(done) & {effect_name(one, words(lang)) for one in Effect} - {"Dropped"}


OLD = "## Waiting\n\nYou wait **15** minutes.\n\n## Papers\n\n1. One.\n2. Two of these.\n\nMore.\n\nMost."
NEW = "## Waiting\n\nYou wait **10** minutes.\n\n## Papers\n\n1. One.\n2. Two of them.\n\nMore.\n\nMost."


def procedure(prose: str, **texts: str) -> Records:
    return {"procedure/shop": {"id": "shop", "title": {"lt": "T"}, "prose": {"lt": prose, **texts}}}


def test_long_texts_are_compared_as_they_are_read() -> None:
    found = only_changed(line_diff(OLD, NEW))

    assert [(one.line.kind.value, one.line.mark, "".join(run.text for run in one.runs)) for one in found] == [
        ("heading", "", "Waiting"),
        ("paragraph", "", "You wait 1510 minutes."),
        ("paragraph", "", ""),
        ("heading", "", "Papers"),
        ("item", "2.", "Two of thesethem."),
    ]


def test_in_plain_text_what_went_and_what_came_are_told_apart() -> None:
    found = only(procedure(OLD), procedure(NEW)).wordings[0]

    assert list(found.marked()) == [
        "Waiting",
        "You wait [− 15 −] [+ 10 +] minutes.",
        "…",
        "Papers",
        "2. Two of [− these −] [+ them +].",
    ]
    assert [one.tag for one in found.blocks()] == ["h", "p", "gap", "h", "ol"]


def test_a_text_without_a_translation_says_that_it_is_only_there_in_its_language() -> None:
    assert only(procedure(OLD), procedure(NEW)).wordings[0].note == ("This part is there only in Lithuanian.")
    before, after = procedure(OLD), procedure(NEW)
    translated = teller(procedure(OLD, en="Old."), procedure(NEW, en="New."))
    found = translated.told(changes(before, after, SINCE)[0]).wordings
    assert [(one.lang, one.note) for one in found] == [("en", "")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_how_often_is_reported_stands_there_once(lang: str) -> None:
    yearly = report_times(words(lang), Reports({}, "year", MonthDay(3, 31)))  # type: ignore[arg-type]
    often = report_times(words(lang), Reports({}, "year"))  # type: ignore[arg-type]

    assert yearly.casefold().count(often.casefold()) <= 1
    assert "31" in yearly
