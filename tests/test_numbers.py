"""Figures: what a cell says, exact comparisons, and the way each language writes a number."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charterkit.numbers import (
    Bound,
    Number,
    agrees,
    bounded,
    exact_ratio,
    format_number,
    format_percent,
    format_unit,
    plural_category,
    rounded,
)
from charterkit.typed import MOST_DIGITS, Fault, FaultKind, Figure, read_figure

LANGUAGES = ["en", "lt", "sl", "bg", "hu"]
properties = settings(deadline=None, database=None, derandomize=True)
decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3)


def plain(text: str | None) -> str:
    """The text with `_` for a no-break space, so that a reader of this file sees it."""
    assert text is not None
    return text.replace("\u00a0", "_")


@pytest.mark.parametrize(
    ("cell", "value", "bound"),
    [
        ("95", "95", Bound.EXACT),
        ("94.50", "94.50", Bound.EXACT),
        ("0", "0", Bound.EXACT),
        ("-3.5", "-3.5", Bound.EXACT),
        ("007", "7", Bound.EXACT),
        ("1.000", "1.000", Bound.EXACT),
        ("<30", "30", Bound.BELOW),
        ("< 30", "30", Bound.BELOW),
        (">9200", "9200", Bound.ABOVE),
        ("~7000", "7000", Bound.ABOUT),
        (">-1.5", "-1.5", Bound.ABOVE),
        ("9" * MOST_DIGITS, "9" * MOST_DIGITS, Bound.EXACT),
        ("0." + "3" * (MOST_DIGITS - 1), "0." + "3" * (MOST_DIGITS - 1), Bound.EXACT),
    ],
)
def test_a_figure_is_read_exactly_and_kept_as_printed(cell: str, value: str, bound: Bound) -> None:
    found = read_figure(f" {cell}\t")

    assert found == Figure(Decimal(value), bound, cell)
    assert isinstance(found, Figure)
    assert str(found.value) == value


@pytest.mark.parametrize("cell", ["", " ", "\t", "\u00a0"])
def test_a_blank_cell_says_nothing(cell: str) -> None:
    assert read_figure(cell) is None


@pytest.mark.parametrize(
    ("cell", "kind", "readings"),
    [
        ("94,5", FaultKind.DECIMAL_COMMA, ("94.5",)),
        ("-0,25", FaultKind.DECIMAL_COMMA, ("-0.25",)),
        ("0,500", FaultKind.DECIMAL_COMMA, ("0.500",)),
        ("<94,5", FaultKind.DECIMAL_COMMA, ("<94.5",)),
        ("1234,567", FaultKind.DECIMAL_COMMA, ("1234.567",)),
        ("1,000", FaultKind.THOUSANDS, ("1000", "1")),
        ("12,500", FaultKind.THOUSANDS, ("12500", "12.5")),
        ("-1,234", FaultKind.THOUSANDS, ("-1234", "-1.234")),
        ("1,234,567", FaultKind.THOUSANDS, ("1234567",)),
        ("1,234.5", FaultKind.THOUSANDS, ("1234.5",)),
        ("1.234,5", FaultKind.THOUSANDS, ("1234.5",)),
        ("1.234.567", FaultKind.THOUSANDS, ("1234567",)),
        ("1 000", FaultKind.THOUSANDS, ("1000",)),
        ("1\u00a0000", FaultKind.THOUSANDS, ("1000",)),
        ("1\u202f000\u202f000", FaultKind.THOUSANDS, ("1000000",)),
        ("1\u2009234,5", FaultKind.THOUSANDS, ("1234.5",)),
        ("1'000", FaultKind.THOUSANDS, ("1000",)),
        ("1’000.25", FaultKind.THOUSANDS, ("1000.25",)),
        ("> 9 200", FaultKind.THOUSANDS, ("> 9200",)),
        ("95%", FaultKind.PERCENT, ("95",)),
        ("94.5 %", FaultKind.PERCENT, ("94.5",)),
        ("94,5\u00a0%", FaultKind.PERCENT, ("94.5",)),
        ("1,000%", FaultKind.PERCENT, ("1000", "1")),
        ("<5%", FaultKind.PERCENT, ("<5",)),
        ("%95", FaultKind.PERCENT, ("95",)),
        ("nil", FaultKind.NIL, ("0",)),
        ("Nil", FaultKind.NIL, ("0",)),
        ("n/a", FaultKind.NOT_APPLICABLE, ()),
        ("N/A", FaultKind.NOT_APPLICABLE, ()),
        ("n.a.", FaultKind.NOT_APPLICABLE, ()),
        ("NA", FaultKind.NOT_APPLICABLE, ()),
        ("-", FaultKind.DASH, ()),
        ("–", FaultKind.DASH, ()),
        ("—", FaultKind.DASH, ()),
        ("--", FaultKind.DASH, ()),
        ("+5", FaultKind.NOT_A_NUMBER, ("5",)),
        ("−5", FaultKind.NOT_A_NUMBER, ("-5",)),
    ],
)
def test_a_number_typed_in_another_way_is_a_fault_that_says_how_it_may_be_meant(
    cell: str, kind: FaultKind, readings: tuple[str, ...]
) -> None:
    assert read_figure(f" {cell} ") == Fault(kind, cell, readings)


@pytest.mark.parametrize(
    "cell",
    [
        "abc",
        "abc%",
        "%",
        "about 30",
        "1e3",
        "1E-3",
        "inf",
        "Infinity",
        "nan",
        "NaN",
        "1_000",
        "0x1f",
        "٣",
        "９５",
        "½",
        "1/2",
        "5.",
        ".5",
        "1..5",
        "1,5,3",
        "1 00",
        "0 500",
        "1.23.456",
        "1 234.567.890",
        "12 days",
        "€30",
        "=1+1",
        "@x",
        "+x",
        "-x",
        "<",
        "<=30",
        "<<30",
        "<abc",
        "#DIV/0!",
        "10/12",
        "9" * (MOST_DIGITS + 1),
        "1," + "000," * 10 + "000",
        "9" * MOST_DIGITS + "%1",
        "\ufeff5",
        "5\n6",
    ],
)
def test_anything_else_is_not_a_number_and_has_no_reading(cell: str) -> None:
    assert read_figure(cell) == Fault(FaultKind.NOT_A_NUMBER, cell)


@properties
@given(st.text(alphabet="0123456789.,<>~+-−–% '’/naNAil\u00a0\u202f", max_size=20) | st.text(max_size=40))
def test_reading_never_raises_and_every_reading_is_a_figure(cell: str) -> None:
    found = read_figure(cell)

    assert (found is None) == (not cell.strip())
    if isinstance(found, Fault):
        assert all(isinstance(read_figure(reading), Figure) for reading in found.readings)


@properties
@given(decimals, st.sampled_from(Bound))
def test_a_decimal_is_read_back_as_it_was_written(value: Decimal, bound: Bound) -> None:
    printed = f"{bound.sign}{value:f}"

    assert read_figure(printed) == Figure(value, bound, printed)


def test_a_share_is_never_rounded() -> None:
    assert exact_ratio(412, 431) == Fraction(41200, 431)
    assert exact_ratio(51811, 51813) < 100
    assert exact_ratio(Decimal("1.5"), 3) == 50
    assert exact_ratio(17, 1023, times=1000) == Fraction(17000, 1023)
    with pytest.raises(ZeroDivisionError):
        exact_ratio(0, 0)


@pytest.mark.parametrize(
    ("value", "numerator", "denominator", "expected"),
    [
        ("95.6", 412, 431, True),
        ("95.59", 412, 431, True),
        ("96", 412, 431, True),
        ("95.5", 412, 431, False),
        ("95.600", 412, 431, False),
        ("100", 51811, 51813, True),
        ("100.0", 51811, 51813, True),
        ("100.00", 51811, 51813, True),
        ("100.000", 51811, 51813, False),
        ("12", 1, 8, True),
        ("13", 1, 8, True),
        ("12.5", 1, 8, True),
        ("12.50", 1, 8, True),
        ("38", 3, 8, True),
        ("37", 3, 8, False),
        ("0", 0, 7, True),
        ("-13", -1, 8, True),
        ("-12", -1, 8, True),
        ("-37", -3, 8, False),
    ],
)
def test_a_value_agrees_with_the_counts_as_it_was_rounded(
    value: str, numerator: int, denominator: int, expected: bool
) -> None:
    assert agrees(Decimal(value), exact_ratio(numerator, denominator)) is expected


@properties
@given(decimals, st.integers(0, 2))
def test_a_value_agrees_with_both_ways_of_rounding(value: Decimal, places: int) -> None:
    step = Decimal(1).scaleb(-places)
    ways = {value.quantize(step, ROUND_HALF_UP), value.quantize(step, ROUND_HALF_EVEN)}

    assert all(agrees(way, Fraction(value)) for way in ways)
    assert not any(agrees(way + step, Fraction(value)) and way + step not in ways for way in ways)
    assert rounded(value, places) == value.quantize(step, ROUND_HALF_UP)


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (Fraction(41200, 431), 1, "95.6"),
        (Fraction(1, 8), 2, "0.13"),
        (Fraction(-1, 8), 2, "-0.13"),
        (Fraction(-1, 1000), 2, "0.00"),
        (Decimal("2.50"), 0, "3"),
        (7, 2, "7.00"),
        (Decimal("9" * 40), 1, "9" * 40 + ".0"),
    ],
)
def test_rounding_for_show_keeps_its_decimals(
    value: Fraction | Decimal | int, places: int, expected: str
) -> None:
    assert str(rounded(value, places)) == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", ["-1,234.5", "12,345.50", "1,234,567", "999"]),
        ("lt", ["−1_234,5", "12_345,50", "1_234_567", "999"]),
        ("sl", ["−1234,5", "12.345,50", "1.234.567", "999"]),
        ("bg", ["-1234,5", "12_345,50", "1_234_567", "999"]),
        ("hu", ["-1234,5", "12_345,50", "1_234_567", "999"]),
        ("hu-HU", ["-1234,5", "12_345,50", "1_234_567", "999"]),
        ("de", ["-1.234,5", "12.345,50", "1.234.567", "999"]),
        ("es", ["-1234,5", "12.345,50", "1.234.567", "999"]),
        ("es-MX", ["-1,234.5", "12,345.50", "1,234,567", "999"]),
        ("pt-PT", ["-1234,5", "12_345,50", "1_234_567", "999"]),
        ("pt", ["-1.234,5", "12.345,50", "1.234.567", "999"]),
        ("hi", ["-1,234.5", "12,345.50", "12,34,567", "999"]),
    ],
)
def test_numbers_stand_as_the_language_writes_them(lang: str, expected: list[str]) -> None:
    numbers: list[Number] = [Decimal("-1234.5"), Decimal("12345.50"), 1234567, Decimal(999)]

    assert [plain(format_number(number, lang)) for number in numbers] == expected


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (Decimal("95.00"), None, "95,00"),
        (Decimal("95.00"), 1, "95,0"),
        (Decimal("94.96"), 0, "95"),
        (Decimal("-0.04"), 1, "0,0"),
        (Decimal("-0"), None, "0"),
        (Decimal("1E+3"), None, "1_000"),
        (Fraction(1, 3), None, "0,33"),
        (Fraction(1, 2), None, "0,5"),
        (Fraction(4, 2), None, "2"),
        (Fraction(2, 3), 0, "1"),
        (Decimal("0.0000001"), None, "0,0000001"),
        (10**33, 1, "1" + "_000" * 11 + ",0"),
    ],
)
def test_a_number_has_the_decimals_asked_for_or_those_it_was_written_with(
    value: Decimal | Fraction | int, places: int | None, expected: str
) -> None:
    assert plain(format_number(value, "lt", places)) == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "-95.5%"),
        ("lt", "−95,5_%"),
        ("sl", "−95,5_%"),
        ("bg", "-95,5%"),
        ("hu", "-95,5%"),
        ("tr", "-%95,5"),
        ("eu", "−%_95,5"),
    ],
)
def test_per_cent_has_the_sign_and_space_of_the_language(lang: str, expected: str) -> None:
    assert plain(format_percent(Decimal("-95.5"), lang)) == expected


def test_a_bound_keeps_its_sign_with_and_without_a_unit() -> None:
    about = Figure(Decimal("7000"), Bound.ABOUT, "~7000")

    assert plain(bounded(format_number(about.value, "lt"), about.bound)) == "~_7_000"
    assert plain(bounded(format_percent(30, "lt"), Bound.BELOW)) == "<_30_%"


@pytest.mark.parametrize(
    ("lang", "unit", "expected"),
    [
        ("en", "hours", ["1 hour", "2 hours", "5 hours", "1.5 hours"]),
        ("lt", "hours", ["1 valanda", "2 valandos", "5 valandos", "1,5 valandos"]),
        ("sl", "hours", ["1 ura", "2 uri", "5 ur", "1,5 ure"]),
        ("bg", "hours", ["1 час", "2 часа", "5 часа", "1,5 часа"]),
        ("hu", "hours", ["1 óra", "2 óra", "5 óra", "1,5 óra"]),
        ("en", "days", ["1 day", "2 days", "5 days", "1.5 days"]),
        ("lt", "days", ["1 diena", "2 dienos", "5 dienos", "1,5 dienos"]),
        ("sl", "days", ["1 dan", "2 dneva", "5 dni", "1,5 dni"]),
        ("bg", "weeks", ["1 седмица", "2 седмици", "5 седмици", "1,5 седмици"]),
        ("lt", "months", ["1 mėnuo", "2 mėnesiai", "5 mėnesiai", "1,5 mėnesio"]),
        ("sl", "years", ["1 leto", "2 leti", "5 let", "1,5 let"]),
        ("hu", "minutes", ["1 perc", "2 perc", "5 perc", "1,5 perc"]),
    ],
)
def test_lengths_of_time_have_the_plural_of_the_language(lang: str, unit: str, expected: list[str]) -> None:
    values: list[Number] = [1, 2, Decimal(5), Decimal("1.5")]

    assert [format_unit(value, unit, lang) for value in values] == expected


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("unit", ["minutes", "hours", "days", "weeks", "months", "years"])
def test_every_length_of_time_has_words_in_every_language(lang: str, unit: str) -> None:
    text = format_unit(1234, unit, lang)

    assert text is not None
    assert text.startswith(format_number(1234, lang))
    assert text.removeprefix(format_number(1234, lang)).strip().isalpha()
    assert lang == "en" or text != format_unit(1234, unit, "en")


def test_a_language_without_long_words_gets_the_short_ones() -> None:
    assert format_unit(3, "hours", "hnj") == "3 h"


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", ["€30", "-€1,234.50", "HUF_12,345", "CA$0.05"]),
        ("lt", ["30_€", "−1_234,50_€", "12_345_HUF", "0,05_CAD"]),
        ("sl", ["30_€", "−1234,50_€", "12.345_HUF", "0,05_CAD"]),
        ("bg", ["30_€", "-1234,50_€", "12_345_HUF", "0,05_CAD"]),
        ("hu", ["30_EUR", "-1234,50_EUR", "12_345_Ft", "0,05_CAD"]),
    ],
)
def test_money_has_the_symbol_of_the_language_and_cents_only_where_there_are_some(
    lang: str, expected: list[str]
) -> None:
    amounts: list[tuple[Number, str]] = [
        (30, "EUR"),
        (Decimal("-1234.5"), "EUR"),
        (Decimal(12345), "HUF"),
        (Decimal("0.05"), "CAD"),
    ]

    assert [plain(format_unit(amount, code, lang)) for amount, code in amounts] == expected


def test_money_has_the_decimals_asked_for() -> None:
    assert format_unit(30, "EUR", "en", 2) == "€30.00"
    assert format_unit(Decimal("0.005"), "EUR", "en") == "€0.005"


@pytest.mark.parametrize(
    "unit", ["working_days", "calendar_days", "points", "times", "count", "score", "eur", "QQQ", ""]
)
def test_a_unit_that_cldr_does_not_know_has_no_words_here(unit: str) -> None:
    assert format_unit(2, unit, "en") is None


def test_per_cent_is_a_unit() -> None:
    assert format_unit(Decimal("95"), "percent", "sl", 1) == format_percent(Decimal("95"), "sl", 1)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", ["other", "one", "other", "other", "other", "other", "other", "other"]),
        ("lt", ["other", "one", "few", "few", "other", "one", "many", "one"]),
        ("sl", ["other", "one", "two", "few", "other", "other", "few", "few"]),
        ("bg", ["other", "one", "other", "other", "other", "other", "other", "one"]),
        ("hu", ["other", "one", "other", "other", "other", "other", "other", "one"]),
    ],
)
def test_the_plural_of_a_number_counts_the_decimals_that_are_shown(lang: str, expected: list[str]) -> None:
    values: list[Number] = [0, 1, 2, 3, 11, 21, Decimal("1.5"), Decimal("1.0")]

    assert [plural_category(value, lang) for value in values] == expected


def test_the_plural_is_that_of_the_rounded_number() -> None:
    assert plural_category(Decimal("1.04"), "en", 0) == "one"
    assert plural_category(Fraction(5, 3), "sl", 0) == "two"
    assert format_unit(Decimal("1.04"), "days", "en", 0) == "1 day"


@pytest.mark.parametrize("lang", ["xx", "", "en_", "../en", "zz-ZZ", "x" * 300, "\ud800", "ęž"])
def test_an_unknown_language_is_written_as_english(lang: str) -> None:
    assert format_number(Decimal("-1234.5"), lang) == "-1,234.5"
    assert format_unit(2, "days", lang) == "2 days"


@properties
@given(decimals, st.text(max_size=8) | st.sampled_from(LANGUAGES), st.none() | st.integers(0, 6))
def test_formatting_never_raises_and_keeps_every_digit(value: Decimal, lang: str, places: int | None) -> None:
    digits = [sign for sign in format_number(value, lang, places) if sign in "0123456789"]

    assert "".join(digits) == str(abs(rounded(value, 3 if places is None else places))).replace(".", "")
    assert format_percent(value, lang, places)
    assert format_unit(value, "days", lang, places)
    assert format_unit(value, "EUR", lang, places)
