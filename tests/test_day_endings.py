"""Days inside a sentence, in the languages that give them another ending there."""

from __future__ import annotations

from datetime import date

import pytest

from charterkit.day_endings import day_before_name, day_inside, span_inside
from charterkit.strings import words

DAY = date(2026, 3, 9)


@pytest.mark.parametrize(
    ("lang", "inside"),
    [("sl", "9. marca 2026"), ("hu", "2026. március 9."), ("en", "9 March 2026"), ("bg", "9 март 2026 г.")],
)
def test_behind_a_preposition_slovenian_bends_the_month(lang: str, inside: str) -> None:
    assert day_inside(words(lang), DAY).replace("\u00a0", " ") == inside


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (DAY, "2026. március 9-i"),
        (date(2026, 1, 1), "2026. január 1-jei"),
        (date(2026, 5, 31), "2026. május 31-i"),
    ],
)
def test_a_hungarian_day_that_names_an_act_ends_like_an_adjective(day: date, name: str) -> None:
    assert day_before_name(words("hu"), day) == name


def test_elsewhere_a_day_names_an_act_as_it_stands_in_a_sentence() -> None:
    assert day_before_name(words("sl"), DAY) == day_inside(words("sl"), DAY)
    assert day_before_name(words("en"), DAY) == "9 March 2026"


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (date(2026, 3, 12), "od 9. do 12. marca 2026"),
        (date(2026, 4, 1), "od 9. marca do 1. aprila 2026"),
        (date(2027, 3, 9), "od 9. marca 2026 do 9. marca 2027"),
        (DAY, "9. marec 2026"),
    ],
)
def test_a_slovenian_span_says_a_month_and_a_year_once(last: date, said: str) -> None:
    assert span_inside(words("sl"), DAY, last).replace("\u00a0", " ") == said


def test_elsewhere_a_span_is_that_of_every_page() -> None:
    assert span_inside(words("hu"), DAY, date(2026, 4, 1)) == words("hu").days(DAY, date(2026, 4, 1))
