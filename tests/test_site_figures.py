"""Figures, targets and sentences in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from charterkit.model.common import Duration, MonthDay
from charterkit.model.requirement import (
    Answer,
    AtOnce,
    BetterThan,
    ByDay,
    InWords,
    Limit,
    Operator,
    Requirement,
    Span,
    Target,
)
from charterkit.model.result import Quantity
from charterkit.model.service import TimeTaken
from charterkit.numbers import Bound
from charterkit.periods import CALENDAR_YEAR, parse_period
from charterkit.rules.status import PromiseStatus, Status
from charterkit.site.pieces import reader
from charterkit.site.results.figures import BigNumber, Figures, Unit, own_units
from charterkit.site.results.telling import tell
from charterkit.site.results.verdicts import LOOKS, PROMISE_LOOKS
from charterkit.text import Text
from test_site_sample import TODAY, publication, site

ENGLISH = Figures(
    reader("en", ("lt", "en")), own_units(publication().methodology, "en", ("lt",)), CALENDAR_YEAR, TODAY
)
PERCENT = Unit("percent", 1)


@pytest.mark.parametrize(
    ("quantity", "unit", "expected"),
    [
        (Quantity(Fraction(412 * 100, 431)), PERCENT, "95.6%"),
        (Quantity(Fraction(30), Bound.BELOW, "<30"), Unit("working_days"), "<\u00a030\u00a0working days"),
        (Quantity(Fraction(date(2025, 2, 21).toordinal())), Unit("date"), "21\u00a0February 2025"),
        (Quantity(Fraction(1)), Unit("count", yes_no=True), "yes"),
        (Quantity(Fraction(35, 2)), Unit("degrees", 1), "17.5\u00a0degrees"),
        (Quantity(Fraction(1)), Unit("degrees", 0), "1\u00a0degree"),
    ],
)
def test_figure_in_words(quantity: Quantity, unit: Unit, expected: str) -> None:
    assert ENGLISH.figure(quantity, unit) == expected


def test_rounding_never_makes_a_missed_target_look_met() -> None:
    target = Target(date(2024, 1, 1), Limit(Operator.AT_LEAST, Decimal(95)))

    assert ENGLISH.figure(Quantity(Fraction(94996, 1000)), PERCENT, target) == "94.996%"
    assert ENGLISH.figure(Quantity(Fraction(95)), PERCENT, target) == "95.0%"


@pytest.mark.parametrize(
    ("requirement", "expected"),
    [
        (Limit(Operator.AT_LEAST, Decimal(95)), "at least 95%"),
        (Limit(Operator.MORE_THAN, Decimal(95)), "more than 95%"),
        (Limit(Operator.AT_MOST, Decimal("2.5")), "at most 2.5%"),
        (Limit(Operator.LESS_THAN, Decimal(3)), "less than 3%"),
        (Limit(Operator.EQUALS, Decimal(100)), "exactly 100%"),
        (Span(Decimal(18), Decimal(20)), "between 18 and 20%"),
        (Answer(True), "yes"),
        (BetterThan(), "better than in the period before"),
        (BetterThan("2019-Q3"), "better than in this period: third quarter of 2019"),
        (ByDay(MonthDay(3, 1)), "by 1 March every year"),
        (AtOnce(), "at once"),
        (InWords(Text.of({"lt": "Kuo daugiau"})), "Kuo daugiau"),
    ],
)
def test_demand_in_words(requirement: Requirement, expected: str) -> None:
    assert ENGLISH.demand(requirement, Unit("percent")) == expected


@pytest.mark.parametrize(
    ("lang", "low", "high", "unit", "expected"),
    [
        ("en", "10", "20", "EUR", "€10–20"),
        ("lt", "10", "20", "EUR", "10–20 €"),
        ("bg", "10", "20", "EUR", "10–20 €"),
        ("hu", "10", "20", "EUR", "10–20 EUR"),
        ("lt", "2.5", "10", "EUR", "2,50–10,00 €"),
        ("sl", "1000", "12000", "EUR", "1000–12.000 €"),
        ("en", "12.5", "", "EUR", "€12.50"),
        ("en", "75", "", "PHP", "₱75"),
        ("lt", "5", "10", "minutes", "5–10 minučių"),
        ("lt", "1", "21", "working_days", "1–21 darbo diena"),
        ("sl", "2", "3", "days", "2–3 dnevi"),
        ("en", "1", "1.5", "hours", "1.0–1.5 hours"),
    ],
)
def test_a_range_names_its_unit_once(lang: str, low: str, high: str, unit: str, expected: str) -> None:
    figures = Figures(reader(lang, (lang,)), {}, CALENDAR_YEAR, TODAY)
    found = figures.span(Decimal(low), Decimal(high) if high else None, Unit(unit))

    assert found.replace("\u00a0", " ") == expected


def test_a_range_is_taken_apart_around_its_numbers() -> None:
    assert ENGLISH.big_span(Decimal(5), Decimal(10), Unit("minutes")) == BigNumber(
        "5–10", "", "\u00a0minutes"
    )
    assert ENGLISH.big_span(Decimal("1200.50"), None, Unit("EUR")) == BigNumber("1,200.50", "€", "")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "3 days, 2 hours and 9 minutes"),
        ("lt", "3 dienos, 2 valandos ir 9 minutės"),
        ("sl", "3 dnevi, 2 uri in 9 minut"),
        ("bg", "3 дни, 2 часа и 9 минути"),
        ("hu", "3 nap, 2 óra és 9 perc"),
    ],
)
def test_times_that_add_up_are_told_as_one(lang: str, expected: str) -> None:
    figures = Figures(reader(lang, (lang,)), {}, CALENDAR_YEAR, TODAY)
    parts = [TimeTaken(Decimal(n), unit) for n, unit in ((3, "days"), (2, "hours"), (9, "minutes"))]

    assert figures.takes(parts).replace("\u00a0", " ") == expected


def test_yearly_day_of_a_period_has_its_year() -> None:
    period = parse_period("2024", CALENDAR_YEAR)

    assert ENGLISH.demand(ByDay(MonthDay(3, 1)), Unit("date"), period=period) == "by 1\u00a0March 2024"


def test_demand_says_how_often() -> None:
    assert (
        ENGLISH.demand(Limit(Operator.AT_LEAST, Decimal(1)), Unit("times"), "week")
        == "at least 1\u00a0time every week"
    )


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (MonthDay(11, 21), date(2025, 11, 21)),
        (MonthDay(11, 20), date(2026, 11, 20)),
        (MonthDay(2, 29), date(2026, 2, 28)),
    ],
)
def test_next_day_is_the_first_one_from_today_on(day: MonthDay, expected: date) -> None:
    assert ENGLISH.next_day(day) == expected


def test_duration_keeps_its_unit() -> None:
    assert ENGLISH.duration(Duration(Decimal(20), "working_days")) == "20\u00a0working days"


@pytest.mark.parametrize(
    ("quantity", "unit", "expected"),
    [
        (Quantity(Fraction(6)), Unit("working_days", 1), BigNumber("6", "", "\u00a0working days")),
        (Quantity(Fraction(96)), PERCENT, BigNumber("96.0%")),
        (Quantity(Fraction(1)), Unit("count", yes_no=True), BigNumber("yes")),
        (Quantity(Fraction(date(2025, 2, 21).toordinal())), Unit("date"), BigNumber("21 February 2025")),
    ],
)
def test_big_number_is_taken_apart_from_its_words(
    quantity: Quantity, unit: Unit, expected: BigNumber
) -> None:
    assert ENGLISH.big(quantity, unit) == expected


def test_every_status_has_words() -> None:
    assert set(LOOKS) == set(Status)
    assert set(PROMISE_LOOKS) == set(PromiseStatus)


def test_every_outcome_of_the_sample_is_told_in_whole_sentences() -> None:
    standing = site().standing
    for promise in standing.promises.values():
        for measure in promise.measures:
            for outcome in measure.outcomes:
                told = tell(ENGLISH, outcome, measure.outcomes, measure.indicator)

                assert told
                assert all(sentence.endswith(".") and "{" not in sentence for sentence in told)
                assert "  " not in " ".join(told)


def test_overdue_result_names_the_day_on_which_it_was_due() -> None:
    measure = site().standing.promises["citizens/calls"].measures[0]

    assert measure.current is not None
    assert tell(ENGLISH, measure.current, measure.outcomes, measure.indicator) == (
        "September 2025: the figure should have been published by 30 October 2025. "
        "It has been overdue since 31 October 2025.",
    )


def test_whole_units_have_no_decimals_but_shares_keep_theirs() -> None:
    assert ENGLISH.figure(Quantity(Fraction(1)), Unit("working_days", 1)) == "1\u00a0working day"
    assert ENGLISH.figure(Quantity(Fraction(0)), Unit("hours", 1)) == "0\u00a0hours"
    assert ENGLISH.figure(Quantity(Fraction(18)), Unit("degrees", 1)) == "18\u00a0degrees"
    assert ENGLISH.figure(Quantity(Fraction(96)), PERCENT) == "96.0%"


def test_nearly_all_is_not_all_and_hardly_any_is_not_none() -> None:
    assert ENGLISH.figure(Quantity(Fraction(9997, 100)), PERCENT) == "99.97%"
    assert ENGLISH.figure(Quantity(Fraction(4, 100)), PERCENT) == "0.04%"


def test_a_wait_is_never_rounded_to_at_once() -> None:
    target = Target(date(2024, 1, 1), AtOnce())

    assert ENGLISH.figure(Quantity(Fraction(3, 100)), Unit("hours", 1), target) == "0.03\u00a0hours"
