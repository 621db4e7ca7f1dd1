"""The product's voice: sentences, plurals, dates, periods, amounts and names of languages."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charterkit.numbers import plural_category
from charterkit.periods import YearStart, parse_period
from charterkit.strings import (
    interface_languages,
    mark,
    mark_count,
    mark_in_context,
    negotiate,
    own_name,
    placeholders,
    text_direction,
    words,
)

NBSP = "\u00a0"
POINTS = {
    "en": {"one": "point", "other": "points"},
    "lt": {"one": "balas", "few": "balai", "other": "balų"},
    "sl": {"one": "točka", "two": "točki", "few": "točke", "other": "točk"},
    "bg": {"one": "точка", "other": "точки"},
    "hu": {"one": "pont", "other": "pont"},
}


def test_english_and_four_catalogues_are_shipped() -> None:
    assert interface_languages() == ("en", "bg", "hu", "lt", "sl")


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [
        ("lt", "lt"),
        ("LT", "lt"),
        ("lt-LT", "lt"),
        ("sl_SI", "sl"),
        ("en-GB", "en"),
        ("pt-BR", "en"),
        ("zz", "en"),
        ("", "en"),
        ("../../etc", "en"),
    ],
)
def test_an_unknown_language_falls_back_to_the_nearest_known(asked: str, spoken: str) -> None:
    assert words(asked).lang == spoken


def test_a_voice_is_made_once() -> None:
    assert words("lt-LT") is words("lt")


def test_a_sentence_is_said_in_the_language_with_its_values() -> None:
    assert words("hu").say("third quarter of {year}", year=2025) == "2025. III. negyedév"


def test_a_sentence_without_a_translation_is_said_in_english() -> None:
    assert words("lt").say("Nobody has ever said {this}.", this="that") == "Nobody has ever said that."


@pytest.mark.parametrize("value", ["{year}", "{0}", "{", "}}", "{{x}}", "100 %", "%(a)s", r"\1", "<b>&amp;"])
@pytest.mark.parametrize("lang", ["en", "lt"])
def test_signs_in_a_value_stay_as_they_are(value: str, lang: str) -> None:
    said = words(lang).say("third quarter of {year}", year=value)

    assert said == {"en": f"third quarter of {value}", "lt": f"{value} m. III ketvirtis"}[lang]
    assert words(lang).count("{n} point", "{n} points", 2, n=value).startswith(value)
    assert words(lang).in_context("no such context", "{word}!", word=value) == f"{value}!"


@given(st.text(), st.text())
def test_values_of_any_kind_are_inserted_once(one: str, other: str) -> None:
    assert words("en").say("<{one}|{other}>", one=one, other=other) == f"<{one}|{other}>"


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("{{x}}", "{x}"),
        ("{year.__class__}", "{year.__class__}"),
        ("{year[0]}", "{year[0]}"),
        ("{year!r:>9}", "{year!r:>9}"),
        ("{}", "{}"),
        ("write {value: 20, unit: hours}", "write {value: 20, unit: hours}"),
        ("95 % of {year}", "95 % of 2025"),
    ],
)
def test_only_plain_names_are_placeholders(message: str, said: str) -> None:
    assert words("en").say(message, year="2025") == said


def test_a_placeholder_without_a_value_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        words("en").say("third quarter of {year}")


def test_placeholders_may_be_called_like_parameters() -> None:
    said = words("en").say("{self} {message} {context}", self=1, message=2, context=3)

    assert said == "1 2 3"


def test_placeholders_of_a_sentence_are_known_by_name() -> None:
    assert placeholders("{first} to {last}, {{not}} {NOT} {first}") == {"first", "last"}


@pytest.mark.parametrize("lang", POINTS)
def test_plural_forms_are_those_of_cldr(lang: str) -> None:
    voice = words(lang)

    for n in range(201):
        expected = f"{n} {POINTS[lang][plural_category(n, lang)]}"
        assert voice.count("{n} point", "{n} points", n) == expected


def test_the_number_in_a_sentence_is_written_as_the_language_does() -> None:
    assert words("lt").count("{n} point", "{n} points", 12345) == f"12{NBSP}345 balai"
    assert words("lt").count("{n} point", "{n} points", 1, n="vienas") == "vienas balas"
    assert words("lt").count("{n} point", "{n} points", -21) == "\u221221 balas"


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("en", "1.5 points"), ("lt", "1,5 balo"), ("sl", "1,5 točke"), ("bg", "1,5 точки"), ("hu", "1,5 pont")],
)
def test_a_number_with_decimals_has_its_own_form(lang: str, expected: str) -> None:
    assert words(lang).count("{n} point", "{n} points", Decimal("1.5")) == expected


def test_decimals_without_a_form_of_their_own_take_that_of_two() -> None:
    assert words("en").count("{n} case", "{n} cases", Decimal("1.0")) == "1.0 cases"
    assert words("en").count("{n} case", "{n} cases", Decimal("1")) == "1 case"


def test_words_differ_by_context() -> None:
    assert words("lt").in_context("period", "{year}", year=2019) == "2019 m."
    assert words("lt").in_context("another", "{year}", year=2019) == "2019"


def test_marks_give_back_what_they_mark() -> None:
    assert mark("a") == "a"
    assert mark_count("one", "many") == ("one", "many")
    assert mark_in_context("status", "open") == "open"


@pytest.mark.parametrize(
    ("lang", "long", "short"),
    [
        ("en", "21 November 2025", "21 Nov 2025"),
        ("lt", "2025 m. lapkričio 21 d.", "2025-11-21"),
        ("sl", "21. november 2025", "21. nov. 2025"),
        ("bg", f"21 ноември 2025{NBSP}г.", f"21.11.2025{NBSP}г."),
        ("hu", "2025. november 21.", "2025. nov. 21."),
    ],
)
def test_dates_are_written_as_in_each_country(lang: str, long: str, short: str) -> None:
    day = date(2025, 11, 21)

    assert words(lang).day(day) == long
    assert words(lang).short_day(day) == short


@pytest.mark.parametrize(
    ("lang", "full", "weekday", "afternoon"),
    [
        ("en", f"Friday, 21{NBSP}November 2025", "Friday", "16:40"),
        ("lt", f"2025{NBSP}m. lapkričio 21{NBSP}d., penktadienis", "penktadienis", "16:40"),
        ("sl", "petek, 21. november 2025", "petek", "16:40"),
        ("bg", f"петък, 21{NBSP}ноември 2025{NBSP}г.", "петък", "16:40"),
        ("hu", "2025. november 21., péntek", "péntek", "16:40"),
    ],
)
def test_days_of_the_week_and_times_are_written_as_in_each_country(
    lang: str, full: str, weekday: str, afternoon: str
) -> None:
    assert words(lang).weekday_day(date(2025, 11, 21)) == full
    assert words(lang).weekday(4) == weekday
    assert words(lang).time(time(16, 40)) == afternoon


@pytest.mark.parametrize(
    ("lang", "same_month", "same_year", "two_years"),
    [
        ("en", "24–26 December 2025", "24 November – 2 December 2025", "24 December 2025 – 2 January 2026"),
        (
            "lt",
            "2025 m. gruodžio 24–26 d.",
            "2025 m. lapkričio 24 d. – gruodžio 2 d.",
            "2025 m. gruodžio 24 d. – 2026 m. sausio 2 d.",
        ),
        ("sl", "24.–26. december 2025", "24. november–2. december 2025", "24. december 2025–2. januar 2026"),
        (
            "bg",
            f"24–26 декември 2025{NBSP}г.",
            f"24 ноември – 2 декември 2025{NBSP}г.",
            f"24 декември 2025{NBSP}г. – 2 януари 2026{NBSP}г.",
        ),
        (
            "hu",
            "2025. december 24–26.",
            "2025. november 24. – december 2.",
            "2025. december 24. – 2026. január 2.",
        ),
    ],
)
def test_what_two_days_have_in_common_is_said_once(
    lang: str, same_month: str, same_year: str, two_years: str
) -> None:
    days = words(lang).days

    assert days(date(2025, 12, 24), date(2025, 12, 26)) == same_month
    assert days(date(2025, 11, 24), date(2025, 12, 2)) == same_year
    assert days(date(2025, 12, 24), date(2026, 1, 2)) == two_years
    assert days(date(2025, 12, 24), date(2025, 12, 24)) == words(lang).day(date(2025, 12, 24))


def test_countries_are_named_in_the_readers_language() -> None:
    assert words("hu").country_name("LT") == "Litvánia"
    assert words("hu").country_name("QQ") == "QQ"


PERIODS = [
    ("en", "2025", "2025", "2025"),
    ("en", "2025-H1", "first half of 2025", "H1 2025"),
    ("en", "2025-Q3", "third quarter of 2025", "Q3 2025"),
    ("en", "2019-M07", "July 2019", "Jul 2019"),
    ("en", "2019-W01", "week 1 of 2019", "W1 2019"),
    ("en", "2019-07-15", "15 July 2019", "15 Jul 2019"),
    ("en", "FY2018/19", "financial year 2018/19", "2018/19"),
    ("en", "FY2018/19-Q1", "first quarter of financial year 2018/19", "Q1 2018/19"),
    ("en", "FY2018/19-H2", "second half of financial year 2018/19", "H2 2018/19"),
    ("en", "2017-04-01/2017-12-31", "1 April 2017 to 31 December 2017", "1 Apr 2017 – 31 Dec 2017"),
    ("en", "2018-04-01/2019-03-31", "1 April 2018 to 31 March 2019", "1 Apr 2018 – 31 Mar 2019"),
    ("en", "2019-01-01/2020-12-31", "2019–2020", "2019–2020"),
    ("en", "2019-01-01/2019-12-31", "2019", "2019"),
    ("lt", "2025", "2025 m.", "2025"),
    ("lt", "2025-H1", "2025 m. I pusmetis", "2025 m. I pusm."),
    ("lt", "2025-Q3", "2025 m. III ketvirtis", "2025 m. III ketv."),
    ("lt", "2019-07", "2019 m. liepa", "2019-07"),
    ("lt", "2019-W31", "2019 m. 31-oji savaitė", "2019 m. 31 sav."),
    ("lt", "FY2018/19", "2018/19 finansiniai metai", "2018/19"),
    ("lt", "2019-01-01/2020-12-31", "2019–2020 m.", "2019–2020 m."),
    ("sl", "2025", "leto 2025", "2025"),
    ("sl", "2025-Q3", "tretje četrtletje 2025", "3. četrtl. 2025"),
    ("sl", "2019-07", "julij 2019", "jul. 2019"),
    ("sl", "FY2018/19-Q1", "prvo četrtletje proračunskega leta 2018/19", "1. četrtl. 2018/19"),
    ("sl", "2017-04-01/2017-12-31", "1. april 2017–31. december 2017", "1. apr. 2017–31. dec. 2017"),
    ("bg", "2025", f"2025{NBSP}г.", "2025"),
    ("bg", "2025-Q3", f"трето тримесечие на 2025{NBSP}г.", f"III трим. 2025{NBSP}г."),
    ("bg", "2019-07", f"юли 2019{NBSP}г.", f"07.2019{NBSP}г."),
    ("hu", "2025", "2025. év", "2025"),
    ("hu", "2025-Q3", "2025. III. negyedév", "2025. III. n.év"),
    ("hu", "2019-W31", "2019. év 31. hete", "2019. 31. hét"),
    ("hu", "FY2018/19", "2018/19. költségvetési év", "2018/19"),
]


@pytest.mark.parametrize(("lang", "label", "long", "short"), PERIODS)
def test_periods_have_a_full_and_a_short_name(lang: str, label: str, long: str, short: str) -> None:
    period = parse_period(label, YearStart(4, 1))

    assert period is not None
    assert words(lang).period(period) == long
    # In a table a short name may be held together by spaces that do not break.
    assert words(lang).short_period(period).replace("\u00a0", " ") == short.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("lang", "value", "unit", "expected"),
    [
        ("en", 1, "working_days", "1 working day"),
        ("en", 20, "working_days", "20 working days"),
        ("lt", 20, "working_days", "20 darbo dienų"),
        ("lt", 21, "calendar_days", "21 kalendorinė diena"),
        ("lt", Decimal("2.5"), "working_days", "2,5 darbo dienos"),
        ("lt", Decimal("2.5"), "times", "2,5 karto"),
        ("sl", 2, "working_days", "2 delovna dneva"),
        ("sl", 102, "working_days", "102 delovna dneva"),
        ("sl", 4, "calendar_days", "4 koledarski dnevi"),
        ("sl", Decimal("2.5"), "working_days", "2,5 delovnega dne"),
        ("bg", 1, "times", "1 път"),
        ("bg", 7, "working_days", "7 работни дни"),
        ("hu", 8, "working_days", "8 munkanap"),
        ("lt", Decimal("94.5"), "percent", f"94,5{NBSP}%"),
        ("en", 12345, "count", "12,345"),
        ("lt", Decimal("4.20"), "score", "4,20"),
        ("en", 3, "loaves", f"3{NBSP}loaves"),
    ],
)
def test_amounts_carry_their_unit(lang: str, value: Decimal | int, unit: str, expected: str) -> None:
    assert words(lang).amount(value, unit) == expected


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (Fraction(3, 2), 0, "2 balai"),
        (Decimal("0.6"), 0, "1 balas"),
        (Fraction(21), None, "21 balas"),
        (Fraction(7, 2), None, "3,5 balo"),
        (Decimal("1"), 1, "1,0 balo"),
        (Decimal("2E+1"), None, "20 balų"),
    ],
)
def test_the_plural_follows_the_number_that_is_shown(
    value: Decimal | Fraction, decimals: int | None, expected: str
) -> None:
    assert words("lt").amount(value, "points", decimals) == expected


@pytest.mark.parametrize(
    ("lang", "items", "expected"),
    [
        ("en", [], ""),
        ("en", ["a"], "a"),
        ("lt", ["a", "b"], "a ir b"),
        ("en", ["a", "b", "c"], "a, b and c"),
        ("hu", ["a", "b", "c"], "a, b és c"),
        ("en", ["{0}", "{1}", "{x}"], "{0}, {1} and {x}"),
    ],
)
def test_items_are_listed_in_one_enumeration(lang: str, items: list[str], expected: str) -> None:
    assert words(lang).listing(items) == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "a, b or c"),
        ("lt", "a, b ar c"),
        ("sl", "a, b ali c"),
        ("bg", "a, b или c"),
        ("hu", "a, b vagy c"),
    ],
)
def test_alternatives_are_listed_in_one_enumeration(lang: str, expected: str) -> None:
    assert words(lang).choice(["a", "b", "c"]) == expected
    assert words(lang).choice(["a"]) == "a"


@pytest.mark.parametrize(
    ("lang", "first", "last"),
    [
        ("en", "Monday", "Sunday"),
        ("lt", "pirmadienis", "sekmadienis"),
        ("sl", "ponedeljek", "nedelja"),
        ("bg", "понеделник", "неделя"),
        ("hu", "hétfő", "vasárnap"),
    ],
)
def test_days_of_the_week_begin_on_monday(lang: str, first: str, last: str) -> None:
    assert (words(lang).weekday(0), words(lang).weekday(6)) == (first, last)


@pytest.mark.parametrize(
    ("lang", "code", "name"),
    [
        ("en", "lt", "Lithuanian"),
        ("lt", "en", "anglų"),
        ("sl", "hu", "madžarščina"),
        ("en", "sr-Latn", "Serbian (Latin)"),
        ("en", "nosuch", "nosuch"),
        ("en", "", ""),
    ],
)
def test_languages_are_named_in_the_readers_language(lang: str, code: str, name: str) -> None:
    assert words(lang).language_name(code) == name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en", "English"),
        ("lt", "Lietuvių"),
        ("sl", "Slovenščina"),
        ("bg", "Български"),
        ("hu", "Magyar"),
        ("sr-Latn", "Srpski (latinica)"),
        ("xx-nope", "Xx-nope"),
        ("", ""),
    ],
)
def test_a_language_calls_itself_by_its_own_name(code: str, name: str) -> None:
    assert own_name(code) == name


@pytest.mark.parametrize(("code", "direction"), [("lt", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("x", "ltr")])
def test_text_runs_from_the_right_in_some_languages(code: str, direction: str) -> None:
    assert text_direction(code) == direction


@pytest.mark.parametrize(
    ("requested", "environment", "expected"),
    [
        (None, {}, "en"),
        (None, {"LANG": "lt_LT.UTF-8"}, "lt"),
        (None, {"LANG": "lt_LT.UTF-8", "LC_MESSAGES": "sl_SI"}, "sl"),
        (None, {"LANG": "lt_LT.UTF-8", "LC_MESSAGES": "sl_SI", "LC_ALL": "bg_BG@cyrillic"}, "bg"),
        (None, {"LANG": "lt_LT.UTF-8", "LC_ALL": ""}, "lt"),
        (None, {"LANG": "lt_LT.UTF-8", "LC_ALL": "C"}, "en"),
        (None, {"LANG": "C.UTF-8"}, "en"),
        (None, {"LANG": "POSIX"}, "en"),
        (None, {"LANG": ""}, "en"),
        ("hu", {"LANG": "lt_LT.UTF-8"}, "hu"),
        ("", {"LANG": "lt_LT.UTF-8"}, "lt"),
        ("pt-BR", {"LANG": "lt_LT.UTF-8"}, "en"),
    ],
)
def test_a_command_speaks_the_language_asked_for_then_that_of_the_system(
    requested: str | None, environment: dict[str, str], expected: str
) -> None:
    assert negotiate(requested, environment) == expected


@pytest.mark.parametrize(
    ("lang", "early", "late"),
    [(lang, "8:00", "16:40") for lang in ("en", "lt", "sl", "bg", "hu")],
)
def test_a_time_of_day_is_written_without_a_naught_before_it(lang: str, early: str, late: str) -> None:
    assert words(lang).time(time(8, 0)) == early
    assert words(lang).time(time(16, 40)) == late
    assert words(lang).time(time(0, 30)) == "0:30"


@pytest.mark.parametrize(
    ("message", "value", "said"),
    [
        ("Until {day}.", "2025 m. gruodžio 1 d.", "Until 2025 m. gruodžio 1 d."),
        ("Until {day}. More.", "1 Dec.", "Until 1 Dec. More."),
        ("Until {day}.", "1 December", "Until 1 December."),
        ("Until {day}, at last", "1 d.", "Until 1 d., at last"),
        ("It says {day}…", "so.", "It says so.…"),
    ],
)
def test_a_value_with_a_full_stop_of_its_own_ends_the_sentence(message: str, value: str, said: str) -> None:
    assert words("en").say(message, day=value) == said
