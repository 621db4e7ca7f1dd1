"""The product's voice in one language: sentences, plurals, dates, periods, amounts and names of languages.

A message is a whole English sentence with named placeholders (`{days}`). Its translations stand in
`locale/<lang>/LC_MESSAGES/charterkit.po`, which is read as it is: nothing has to be compiled. English needs
no catalogue, and a sentence without a translation is said in English.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Final

from charterkit.filling import fill
from charterkit.filling import placeholders as placeholders
from charterkit.marks import mark as mark
from charterkit.marks import mark_count as mark_count
from charterkit.marks import mark_in_context as mark_in_context
from charterkit.numbers import Number, format_number, format_unit, rounded
from charterkit.period_words import PARTS, SHORT_PARTS
from charterkit.periods import Length, Period
from charterkit.text import numbers_held
from charterkit.units import AFTER_DECIMALS, COUNTED

# Babel's readers are imported where they are used: a command that needs no catalogue and no date is quicker.
if TYPE_CHECKING:
    from babel import Locale

SOURCE_LANGUAGE: Final = "en"
_CATALOGUES: Final = files("charterkit") / "locale"
# CLDR leaves out the "m." and "d." that Lithuanian offices write in every date in full.
_LITHUANIAN: Final = {"M": ("y 'm'. MMMM d 'd'. – ", "MMMM d 'd'."), "d": ("y 'm'. MMMM d–", "d 'd'.")}


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """One language's voice. `lang` is the language it really speaks, for the `lang` attribute of a page."""

    lang: str
    _catalogue: NullTranslations = field(repr=False)

    def say(self, message: str, /, **named: object) -> str:
        """The sentence in this language, its placeholders filled with the values as they are.

        A value is never read as a pattern: braces and percent signs in it stay. `{{` and `}}` in the message
        are braces. A placeholder without a value is a mistake of the caller: KeyError.
        """
        return fill(numbers_held(self._catalogue.gettext(message)), named)

    def count(self, one: str, many: str, n: int | Decimal, /, **named: object) -> str:
        """The sentence in the form that goes with `n`; `{n}` is the number in this language's writing."""
        form = self._form(one, many, _whole_shown(n, None))
        return fill(form, {"n": format_number(n, self.lang), **named})

    def forms(self, one: str, many: str) -> tuple[tuple[str, str], ...]:
        """The sentence in each plural form that a whole number can have here, by CLDR's name; `{n}` stays."""
        rule = _locale(self.lang).plural_form
        first = {str(rule(n)): n for n in range(200, -1, -1)}
        return tuple((form, self.count(one, many, n, n="{n}")) for form, n in sorted(first.items()))

    def in_context(self, context: str, message: str, /, **named: object) -> str:
        """Like `say`, for words that differ by context ("open" as a status and as an office is)."""
        return fill(numbers_held(self._catalogue.pgettext(context, message)), named)

    def day(self, day: date) -> str:
        """A date in full: "21 November 2025"."""
        return _date(day, "long", self.lang)

    def short_day(self, day: date) -> str:
        """A date for a table: "21 Nov 2025"."""
        return _date(day, "medium", self.lang)

    def days(self, first: date, last: date) -> str:
        """Days from one to another, in full: "24–26 December 2025"; of one day its date."""
        apart = {"y": first.year != last.year, "M": first.month != last.month, "d": first != last}
        forms = next((_interval(part, self.lang) for part, differs in apart.items() if differs), ("long",))
        return "".join(_date(day, form, self.lang) for day, form in zip((first, last), forms, strict=False))

    def weekday(self, number: int) -> str:
        """The name of a day of the week as it stands alone; 0 is Monday."""
        return _date(date(2024, 1, 1 + number), "cccc", self.lang)

    def weekday_day(self, day: date) -> str:
        """A date in full with its weekday: "Friday, 21 November 2025"; no line ends after the number of the day."""
        return re.sub(r"(?<=\d) (?=\w)", "\u00a0", _date(day, "full", self.lang))

    def time(self, moment: time) -> str:
        """A time of day: "16:40", "8:00". No language of ours writes a naught before the hour in a sentence."""
        from babel.dates import format_time

        short = format_time(moment, "short", locale=_locale(self.lang)).replace("\u202f", "\u00a0")
        return re.sub(r"^0(?=\d)", "", short)

    def month_day(self, month: int, day: int) -> str:
        """A day of every year: "1 March"."""
        # A leap year, so that every day exists.
        return _date(date(2000, month, day), "MMMMd", self.lang)

    def period(self, period: Period) -> str:
        """The full name of a period: "third quarter of 2025", "financial year 2018/19"."""
        year, part = _year_and_part(period)
        if "/" in part:
            return self._span(period, mark_in_context("period", "{first} to {last}"), self.day)
        match period.length:
            case Length.DAY:
                return self.day(period.start)
            case Length.WEEK:
                return self.say("week {week} of {year}", week=_number(part), year=year)
            case Length.MONTH:
                return _date(period.start, "yMMMM", self.lang)
            case Length.QUARTER | Length.HALF_YEAR:
                return self.say(PARTS[period.length, period.is_fiscal][_number(part) - 1], year=year)
            case _ if period.is_fiscal:
                return self.say("financial year {year}", year=year)
            case _:
                return self.in_context("period", "{year}", year=year)

    def short_period(self, period: Period) -> str:
        """The name of a period for tables and axes: "Q3 2025", "2018/19"."""
        year, part = _year_and_part(period)
        if "/" in part:
            return self._span(period, mark_in_context("period", "{first} – {last}"), self.short_day)
        match period.length:
            case Length.DAY:
                return self.short_day(period.start)
            case Length.WEEK:
                return self.say("W{week} {year}", week=_number(part), year=year)
            case Length.MONTH:
                return _date(period.start, "yMMM", self.lang)
            case Length.QUARTER | Length.HALF_YEAR:
                return self.say(SHORT_PARTS[period.length][_number(part) - 1], year=year)
            case _:
                return year

    def amount(self, value: Number, unit: str, decimals: int | None = None) -> str:
        """A number with its unit ("95 %", "20 working days"); an unknown unit follows as it is written."""
        number = format_number(value, self.lang, decimals)
        if unit not in COUNTED:
            known = format_unit(value, unit, self.lang, decimals)
            return known or (number if unit in ("count", "score") else f"{number}\u00a0{unit}")
        form = self._form(*COUNTED[unit], _whole_shown(value, decimals))
        return fill(form, {"n": number})

    def listing(self, items: Sequence[str]) -> str:
        """The items as one enumeration: "a, b and c"."""
        from babel.lists import format_list

        return format_list(list(items), locale=_locale(self.lang))

    def choice(self, items: Sequence[str]) -> str:
        """The items as alternatives: "a, b or c"."""
        from babel.lists import format_list

        return format_list(list(items), style="or", locale=_locale(self.lang))

    def language_name(self, code: str) -> str:
        """What this language calls another ("Lithuanian"); the code itself where it is not known."""
        locale = _known_locale(code)
        return (locale and locale.get_display_name(_locale(self.lang))) or code

    def country_name(self, code: str) -> str:
        """What this language calls a country; the code itself where it is not known."""
        return str(_locale(self.lang).territories.get(code, code))

    def _form(self, one: str, many: str, whole: int | None) -> str:
        """The plural form for a whole number, or (None) for a number that is shown with decimals."""
        if whole is not None:
            return self._catalogue.ngettext(one, many, abs(whole))
        own = self._catalogue.pgettext(AFTER_DECIMALS, many)
        # Catalogues count whole numbers only. After decimals Baltic and Slavic languages use the genitive
        # singular, which for most nouns looks like the form for two.
        return own if own != many else self._catalogue.ngettext(one, many, 2)

    def _span(self, period: Period, days: str, write: Callable[[date], str]) -> str:
        first, last = period.start, period.end
        if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
            return self.in_context("period", days, first=write(first), last=write(last))
        if first.year == last.year:
            return self.in_context("period", "{year}", year=first.year)
        return self.in_context("years", "{first}–{last}", first=first.year, last=last.year)


def words(lang: str) -> Words:
    """The voice of a language, or of the nearest one shipped: `pt` for `pt-BR`, at last English."""
    return _words(_nearest_shipped(lang))


@cache
def interface_languages() -> tuple[str, ...]:
    """The languages the product itself speaks: English, then the catalogues in alphabetical order."""
    return (SOURCE_LANGUAGE, *sorted(entry.name for entry in _CATALOGUES.iterdir() if entry.is_dir()))


def negotiate(requested: str | None, environment: Mapping[str, str]) -> str:
    """The shipped language for a command: the one requested, else the environment's, else English."""
    settings = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    wanted = next((setting for setting in (requested, *settings) if setting), SOURCE_LANGUAGE)
    return _nearest_shipped(re.split(r"[.@]", wanted)[0])


def own_name(code: str) -> str:
    """What a language calls itself, as a menu writes it ("Lietuvių"); the code where it is not known."""
    locale = _known_locale(code)
    name = (locale and locale.get_display_name(locale)) or code
    return name[:1].upper() + name[1:]


def text_direction(code: str) -> str:
    """`rtl` or `ltr`, as HTML's `dir` wants it."""
    locale = _known_locale(code)
    return locale.text_direction if locale else "ltr"


def _whole_shown(value: Number, decimals: int | None) -> int | None:
    """The whole number a reader sees, or None if decimals are shown."""
    if decimals is None:
        decimals = f"{value:f}".count(".") if isinstance(value, Decimal) else value.denominator - 1
    return None if decimals else int(rounded(value, 0))


def _year_and_part(period: Period) -> tuple[str, str]:
    """The year as people write it ("2019", "2018/19") and the rest of the label ("Q3", "W31", days)."""
    year, _, part = period.label.removeprefix("FY").partition("-")
    return year, part


def _number(part: str) -> int:
    return int(part[1:])


@lru_cache(maxsize=4096)
def _date(day: date, form: str, lang: str) -> str:
    """The day in one of CLDR's lengths ("long") or by one of its skeletons ("yMMMM", the month alone)."""
    from babel.dates import format_date

    pattern = str(_locale(lang).datetime_skeletons.get(form, form))
    # The narrow spaces of CLDR are missing from many fonts.
    return format_date(day, pattern, locale=_locale(lang)).replace("\u202f", "\u00a0").replace("\u2009", " ")


def _interval(part: str, lang: str) -> tuple[str, ...]:
    """The forms of the first and the last day whose years (`y`), months (`M`) or days (`d`) differ."""
    if lang == "lt":
        return _LITHUANIAN.get(part, ("y 'm'. MMMM d 'd'. – ", "long"))
    known = _locale(lang).interval_formats
    # Where CLDR has only short months between two days, whole ones take their place, as in single days. Some of its
    # releases part the days of one month ("24 – 26"); numbers stand close in every house style.
    forms = (re.sub("M{3,}", "MMMM", form) for form in (known.get("yMMMMd") or known["yMMMd"])[part])
    return tuple(re.sub(r"\s–\s", "–", form) if part == "d" else form for form in forms)


def _nearest_shipped(lang: str) -> str:
    shipped = {name.lower(): name for name in interface_languages()}
    code = lang.replace("_", "-").lower()
    while code and code not in shipped:
        code = code.rpartition("-")[0]
    return shipped.get(code, SOURCE_LANGUAGE)


@cache
def _words(lang: str) -> Words:
    if lang == SOURCE_LANGUAGE:
        return Words(lang, NullTranslations())
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    source = _CATALOGUES / lang / "LC_MESSAGES" / "charterkit.po"
    write_mo(compiled, read_po(BytesIO(source.read_bytes()), locale=lang))
    compiled.seek(0)
    return Words(lang, GNUTranslations(compiled))


@cache
def _locale(lang: str) -> Locale:
    """CLDR's data of a shipped language; English is written as in Britain (day, month, year)."""
    from babel import Locale

    british = Locale("en", "GB")
    return british if lang == SOURCE_LANGUAGE else _known_locale(lang) or british


@lru_cache(maxsize=256)
def _known_locale(code: str) -> Locale | None:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code, sep="-")
    except (ValueError, UnknownLocaleError):
        return None
