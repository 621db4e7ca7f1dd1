"""Figures: comparing them exactly, and writing them as each language does. Formats come from CLDR through Babel."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Final, TypeAlias

from babel import Locale, UnknownLocaleError
from babel.numbers import NumberPattern, get_currency_precision, get_currency_symbol, is_currency

Number: TypeAlias = Decimal | Fraction | int


class Bound(StrEnum):
    """What a printed figure says about the true one: that it is this, less, more, or near it."""

    EXACT = "exact"
    BELOW = "below"
    ABOVE = "above"
    ABOUT = "about"

    @property
    def sign(self) -> str:
        """The sign that stands before the figure: nothing, `<`, `>` or `~`."""
        return _SIGNS[self]


NO_BREAK_SPACE: Final = "\u00a0"

_SIGNS: Final[Mapping[Bound, str]] = {Bound.EXACT: "", Bound.BELOW: "<", Bound.ABOVE: ">", Bound.ABOUT: "~"}

# CLDR's minimumGroupingDigits, which Babel leaves out: 1234 in one piece, 12 345 in two.
_FOUR_DIGITS_TOGETHER: Final = re.compile(r"(bg|et|hu|it|lv|pl|sl)(_.*)?|es(_ES)?|pt_PT")
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_DURATIONS: Final = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})


def exact_ratio(numerator: Number, denominator: Number, times: Number = 100) -> Fraction:
    """How many there are per `times`, unrounded. The denominator is not 0: none of none is no number."""
    return Fraction(numerator) * Fraction(times) / Fraction(denominator)


def rounded(value: Number, decimals: int) -> Decimal:
    """The value with so many decimals; a half is rounded away from zero. For showing, never for comparing."""
    return Decimal(_digits(value, decimals))


def on_its_side(value: Number, decimals: int, limit: Number) -> bool:
    """Whether the rounded value lies below, on or above the limit, just as the value itself does."""
    numerator, denominator = value.as_integer_ratio()
    over, under = limit.as_integer_ratio()
    shown = _scaled(numerator, denominator, decimals) * under - over * 10**decimals
    exact = numerator * under - over * denominator
    return (shown > 0, shown < 0) == (exact > 0, exact < 0)


def agrees(value: Decimal, exact: Fraction) -> bool:
    """Whether the value is the exact one, rounded to as many decimals as the value was written with.

    A half may have been rounded away from zero or to the even neighbour: both are taught and both are used.
    """
    steps: int = 10 ** _decimals_of(value)
    written, unrounded = Fraction(value) * steps, exact * steps
    distance = 2 * abs(written - unrounded)
    return distance < 1 or (distance == 1 and (abs(written) > abs(unrounded) or written % 2 == 0))


def format_number(value: Number, lang: str, decimals: int | None = None) -> str:
    """The number as the language writes it.

    Without `decimals` it has as many as it was written with; a fraction, which never was, has those it needs,
    up to two. An unknown language is written as English.
    """
    return _dressed(_digits(value, decimals), _locale(lang).decimal_formats[None], lang)


def format_percent(points: Number, lang: str, decimals: int | None = None) -> str:
    """A number of per cent as the language writes it: 95 is `95 %`, `95%` or `%95`."""
    return _dressed(_digits(points, decimals), _locale(lang).percent_formats[None], lang)


def bounded(text: str, bound: Bound) -> str:
    """A formatted figure, with or without a unit, behind the sign of its bound: `< 30 days`."""
    return f"{bound.sign}{NO_BREAK_SPACE}{text}" if bound.sign else text


def format_unit(value: Number, unit: str, lang: str, decimals: int | None = None) -> str | None:
    """The value with its unit: per cent, a length of time, or money (a code of ISO 4217).

    None for any other unit: its words are not in CLDR.
    """
    if unit == "percent":
        return format_percent(value, lang, decimals)
    if unit in _DURATIONS:
        pattern = _unit_pattern(unit, plural_category(value, lang, decimals), lang)
        return pattern.replace("{0}", format_number(value, lang, decimals))
    if is_currency_code(unit):
        return _format_money(value, unit, lang, decimals)
    return None


def is_currency_code(unit: str) -> bool:
    """Whether the unit is money: a currency code of ISO 4217."""
    return _CURRENCY.fullmatch(unit) is not None and is_currency(unit)


def plural_category(value: Number, lang: str, decimals: int | None = None) -> str:
    """The CLDR plural (`zero`, `one`, `two`, `few`, `many`, `other`) of the value as it is shown.

    Shown decimals count: English has `one` day but 1.0 days, which are `other`.
    """
    return _locale(lang).plural_form(Decimal(_digits(value, decimals)))


@lru_cache(maxsize=256)
def _locale(lang: str) -> Locale:
    for name in (lang.replace("-", "_"), re.split("[-_]", lang)[0]):
        with suppress(ValueError, UnknownLocaleError):
            return Locale.parse(name)
    return Locale("en")


@lru_cache(maxsize=256)
def _symbols(lang: str) -> Mapping[str, str]:
    return dict(_locale(lang).number_symbols["latn"])


@lru_cache(maxsize=256)
def _keeps_four_digits_together(lang: str) -> bool:
    return _FOUR_DIGITS_TOGETHER.fullmatch(str(_locale(lang))) is not None


def _decimals_of(value: Number) -> int:
    """How many decimals it was written with; for a fraction as many as it needs, up to two."""
    if isinstance(value, Decimal):
        return max(0, -int(value.as_tuple().exponent))
    return next((decimals for decimals in (0, 1) if value * 10**decimals % 1 == 0), 2)


def _digits(value: Number, decimals: int | None) -> str:
    """The value in ASCII, rounded by integers alone: a decimal context would cut long ones."""
    places = _decimals_of(value) if decimals is None else decimals
    scaled = _scaled(*value.as_integer_ratio(), places)
    digits = str(abs(scaled)).zfill(places + 1)
    cut = len(digits) - places
    sign = "-" if scaled < 0 else ""
    return f"{sign}{digits[:cut]}.{digits[cut:]}" if places else sign + digits


def _scaled(numerator: int, denominator: int, places: int) -> int:
    """The value in units of its last decimal; a half is rounded away from zero."""
    power: int = 10**places
    scaled, rest = divmod(abs(numerator) * power, denominator)
    scaled += 2 * rest >= denominator
    return -scaled if numerator < 0 else scaled


def _dressed(digits: str, pattern: NumberPattern, lang: str) -> str:
    """The digits inside a CLDR pattern, with the language's separators and signs."""
    symbols = _symbols(lang)
    whole, point, fraction = digits.removeprefix("-").partition(".")
    if len(whole) > pattern.grouping[0] + _keeps_four_digits_together(lang):
        whole = symbols["group"].join(_groups(whole, *pattern.grouping))
    side = int(digits.startswith("-"))
    before, after = (
        affix.replace("-", symbols["minusSign"]).replace("%", symbols["percentSign"])
        for affix in (pattern.prefix[side], pattern.suffix[side])
    )
    return f"{before}{whole}{symbols['decimal'] if point else ''}{fraction}{after}"


def _groups(whole: str, last: int, others: int) -> list[str]:
    """The digits in groups: the last has `last` of them, those before it `others` (two in India)."""
    groups = [whole[-last:]]
    for end in range(len(whole) - last, 0, -others):
        groups.append(whole[max(0, end - others) : end])
    return groups[::-1]


@lru_cache(maxsize=1024)
def _unit_pattern(unit: str, category: str, lang: str) -> str:
    # Babel offers the pattern only through `format_unit`, which would round and group the number its own way.
    patterns = _locale(lang)._data["unit_patterns"][f"duration-{unit.removesuffix('s')}"]
    words = patterns.get("long") or patterns["short"]
    return str(words.get(category) or words["other"])


def _format_money(value: Number, code: str, lang: str, decimals: int | None) -> str:
    """Money with its symbol; without `decimals`, whole amounts stay whole and others get the currency's."""
    if decimals is None and (written := _decimals_of(value)):
        decimals = max(written, get_currency_precision(code))
    text = _dressed(_digits(value, decimals), _locale(lang).currency_formats["standard"], lang)
    symbol = get_currency_symbol(code, _locale(lang))
    if symbol[-1].isalpha():  # CLDR's currencySpacing, which Babel leaves out
        text = re.sub("¤(?=[0-9])", f"¤{NO_BREAK_SPACE}", text)
    return text.replace("¤", symbol)
