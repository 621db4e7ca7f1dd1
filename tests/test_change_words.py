"""Changes are told in whole sentences, in every language, whatever changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charterkit.numbers import NO_BREAK_SPACE
from charterkit.rules.releases.changes import changes
from charterkit.rules.releases.effects import Effect
from charterkit.site.pieces import reader
from charterkit.site.releases.change_words import ChangeWords, Told
from charterkit.site.releases.field_names import EFFECTS, effect_name, field_name
from charterkit.site.results.figures import Figures
from charterkit.strings import words
from factory import PUBLISHER, day
from test_changes import RELEASES, Records, heirs, promise, standard, target, titled
from test_real_changes import hulu_selangor

LANGUAGES = ("en", "lt", "sl", "bg", "hu")
SINCE = day("2022-01-01")
properties = settings(deadline=None, database=None, derandomize=True, max_examples=60)


def teller(before: Mapping[str, Any], after: Mapping[str, Any], lang: str = "en") -> ChangeWords:
    figures = Figures(reader(lang, ("en",)), {}, PUBLISHER.year_starts, SINCE)
    return ChangeWords(figures, before, after)


def told(before: Records, after: Records, lang: str = "en") -> tuple[Told, ...]:
    teller_of = teller(before, after, lang)
    return tuple(teller_of.told(one) for one in changes(before, after, SINCE))


def only(before: Records, after: Records) -> Told:
    """The one change, with plain spaces in its sentences."""
    found = told(before, after)
    assert len(found) == 1, [(one.change.subject, one.change.field) for one in found]
    sentences = tuple(one.replace(NO_BREAK_SPACE, " ") for one in found[0].sentences)
    return replace(found[0], sentences=sentences)


def test_a_target_that_rises() -> None:
    found = only(
        promise(target(at_least="90")), promise(target(at_least="90"), target("2022-01-01", at_least="95"))
    )

    assert (found.place, found.effects) == ("How it is measured", ("Stricter",))
    assert found.sentences == (
        "Old target: at least 90%.",
        "New target: at least 95%.",
        "This holds from 1 January 2022.",
        "The promise becomes stricter.",
    )


def test_a_target_for_a_time() -> None:
    before = promise(target(at_least="90"), target("2024-01-01", at_least="95"))
    after = promise(target(at_least="92"), target("2024-01-01", at_least="95"))

    assert "This holds on these days: 1 January 2022–31 December 2023." in [
        re.sub(r"\s*–\s*", "–", one) for one in only(before, after).sentences
    ]


def test_a_norm_with_a_longer_time_in_special_cases() -> None:
    before = standard(target(at_most="20", unit="working_days"))
    after = standard(target(at_most="20", unit="working_days", extension={"at_most": "10"}))

    assert only(before, after).sentences == (
        "Demanded until now: at most 20 working days.",
        "Demanded from now on: at most 20 working days (may be extended by at most 10 working days).",
        "This holds from 1 January 2022.",
        "The standard becomes less strict.",
    )


def test_a_special_case_is_named() -> None:
    def urgent(days: str) -> Records:
        norms = [target(at_most=days, unit="days")]
        return standard(variants=[{"id": "urgent", "when": {"en": "Urgent letters"}, "norms": norms}])

    found = only(urgent("5"), urgent("3"))
    assert (found.place, str(found.detail["en"])) == ("Special cases", "Urgent letters")
    assert "The standard becomes stricter." in found.sentences


def test_a_measure_that_is_turned_round_says_the_old_demand_in_the_new_way() -> None:
    up = {"id": "up", "type": "share", "unit": "percent", "direction": "higher", "title": {"en": "Up"}}
    down = {**up, "id": "down", "direction": "lower", "title": {"en": "Down"}, **heirs("turned_round", "up")}
    before = {**promise(target(at_least="90"), indicator="up"), "indicator/up": up}
    after = {**promise(target(at_most="5"), indicator="down"), "indicator/down": down}

    own, indicator = told(before, after)
    assert own.effects == ("Measure turned round", "Stricter")
    assert own.sentences == (
        "Old target: at least 90%.",
        "New target: at most 5%.",
        "This holds from 1 January 2022.",
        "The measure is turned round: the new figure is 100 minus the old one.",
        "Put the new way, the old demand is: at most 10%.",
        "The promise becomes stricter.",
    )
    assert indicator.sentences[0] == "It takes the place of: Up."


def test_numbers_that_cannot_be_compared_are_not_called_stricter() -> None:
    found = only(
        standard(target(at_most="20", unit="days")), standard(target(at_most="15", unit="working_days"))
    )

    assert found.effects == ("Changed",)
    assert found.sentences[-1] == (
        "Whether more or less is promised cannot be said: before and after, it is counted in different units."
    )


def test_what_is_written_otherwise_demands_the_same() -> None:
    before = promise(target(at_least="90", until="2021-12-31"), target("2022-01-01", at_least="95"))
    after = promise(target(at_least="90"), target("2022-01-01", at_least="95"))

    assert only(before, after).sentences == ("The same is demanded as before.",)


def test_only_the_aim_changes() -> None:
    found = only(promise(target(at_least="90", aim="95")), promise(target(at_least="90", aim="98")))

    assert found.sentences[0] == "The target stays. New aim: 98%."


def test_split_merged_and_dropped() -> None:
    old = titled("waste", "4")
    new = {
        **titled("glass", "4.1", **heirs("split", "waste")),
        **titled("paper", "4.2", **heirs("split", "waste")),
    }

    assert only(old, new).sentences == ("It is split. Its parts: 4.1 glass; 4.2 paper.",)
    assert only(new, old).sentences == ("These were merged into it: 4.1 glass; 4.2 paper.",)
    assert only(old, {}).sentences == ("This promise is dropped.",)
    ended = {"ended": {"from": "2022-01-01", "reason": {"en": "Taken over by the state."}}}
    assert only(old, titled("waste", "4", **ended)).sentences == (
        "No longer in force from 1 January 2022.",
        "Reason: Taken over by the state.",
    )


def test_a_standard_says_once_which_promises_rest_on_it() -> None:
    before = {**standard(target(at_most="20", unit="days")), **titled("a", "2.3", standards=["requests"])}
    after = {**standard(target(at_most="16", unit="days")), **titled("a", "2.3", standards=["requests"])}

    assert only(before, after).concerns == "It concerns these promises: 2.3 a."


def test_another_place_another_unit_and_another_day() -> None:
    moved = only(titled("a", "2.3"), titled("a", "2.4"))
    assert (moved.place, moved.sentences) == ("Number", ("Until now: 2.3.", "From now on: 2.4."))

    before, after = ({"indicator/x": {"unit": unit}} for unit in ("working_days", "hours"))
    assert only(before, after).sentences == (
        "The unit changes, so figures from before and after cannot be compared.",
        "Until now: working days.",
        "From now on: hours.",
    )
    before, after = ({"indicator/x": {"starts": since}} for since in ("2022-01-01", "2023-01-01"))
    assert only(before, after).sentences[-1] == "From now on: 1 January 2023."
    before, after = ({"indicator/x": {"direction": way}} for way in ("higher", "lower"))
    assert only(before, after).sentences == ("Until now: More is better.", "From now on: Less is better.")


def test_of_a_list_only_what_came_and_went_is_named() -> None:
    names = {f"body/{id}": {"id": id, "name": {"en": id.title()}} for id in ("town", "school", "library")}
    before = {**titled("a", "1", bodies=["town", "school"]), **names}
    after = {**titled("a", "1", bodies=["town", "library"]), **names}

    assert only(before, after).sentences == ("New: Library.", "Dropped: School.")


def test_a_new_wording_stands_there_word_by_word() -> None:
    found = only(
        titled("a", "1", promise={"en": "Within 20 days."}),
        titled("a", "1", promise={"en": "Within 16 days."}),
    )

    # That it was reworded says its heading.
    assert (found.effects, found.sentences) == (("Reworded",), ())
    assert not found.concerns
    assert [(one.fate.value, one.text) for one in found.wordings[0].runs] == [
        ("kept", "Within "), ("out", "20"), ("in", "16"), ("kept", " days."),
    ]  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_real_changes_are_told_in_every_language(lang: str) -> None:
    for older, newer, since in ((2017, 2019, "2019-03-01"), (2019, 2020, "2020-04-01")):
        before, after = hulu_selangor(older), hulu_selangor(newer)
        names = teller(before, after, lang)
        for change in changes(before, after, day(since)):
            found = names.told(change)
            assert found.sentences or found.wordings, (change.subject, change.field)
            assert all(one[0].isupper() and one == one.strip() for one in found.sentences), found.sentences
            assert not any("{" in one for one in (*found.sentences, *found.effects, found.place))


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_every_effect_has_a_word_of_its_own_in_every_language(lang: str) -> None:
    own = [effect_name(effect, words(lang)) for effect in Effect]

    assert set(EFFECTS) == set(Effect)
    assert len(set(own)) == len(own)
    assert not set(own) & {effect_name(effect, words("en")) for effect in Effect}


def test_a_field_without_a_name_is_called_as_in_the_record() -> None:
    assert field_name("denominator/excludes", words("en")) == "Not included below the line"
    assert field_name("something/else", words("en")) == "something/else"


@properties
@given(RELEASES, RELEASES, st.sampled_from(LANGUAGES))
def test_whatever_changed_there_is_something_to_say(before: Records, after: Records, lang: str) -> None:
    for one in told(before, after, lang):
        assert one.sentences or any(wording.is_changed for wording in one.wordings)
        assert one.effects
