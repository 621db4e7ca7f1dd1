"""Figures, targets and lengths of time in a reader's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from charterkit.model.common import Duration, MonthDay
from charterkit.model.indicator import Indicator, IndicatorType, Part
from charterkit.model.methodology import Methodology
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
from charterkit.model.result import Count, Quantity
from charterkit.model.service import TimeTaken
from charterkit.numbers import (
    NO_BREAK_SPACE,
    Number,
    bounded,
    format_number,
    is_currency_code,
    on_its_side,
    plural_category,
    rounded,
)
from charterkit.periods import Period, YearStart, parse_period
from charterkit.rules.demands import deadline
from charterkit.site.pieces import Reader
from charterkit.strings import mark
from charterkit.units import COUNTED

_LIMITS: Final[Mapping[Operator, str]] = {
    Operator.AT_LEAST: mark("at least {amount}"),
    Operator.MORE_THAN: mark("more than {amount}"),
    Operator.AT_MOST: mark("at most {amount}"),
    Operator.LESS_THAN: mark("less than {amount}"),
    Operator.EQUALS: mark("exactly {amount}"),
}
_PER: Final[Mapping[str, str]] = {
    "day": mark("{demand} every day"),
    "week": mark("{demand} every week"),
    "month": mark("{demand} every month"),
    "quarter": mark("{demand} every quarter"),
    "year": mark("{demand} every year"),
}
_DIGITS: Final = re.compile(r"\d(?:[\d.,–\u00a0\u202f]*\d)?")
_AFTER_DIGIT: Final = re.compile(r"(?<=\d) ")
# Enough to show that one case in a thousand million was missed.
_MOST_DECIMALS: Final = 9
_SMALL_UNITS: Final = frozenset("%‰ \u00a0")


@dataclass(frozen=True, slots=True)
class BigNumber:
    """The one number of a page: the figure, set large, and the words of its unit before and after it."""

    figure: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """What a figure is counted in and with how many decimals it is shown (None: as many as it was written with)."""

    id: str
    decimals: int | None = None
    yes_no: bool = False


def unit_of(indicator: Indicator) -> Unit:
    """The unit of an indicator's figures."""
    if indicator.type is IndicatorType.RANK:
        return Unit("count", 0)
    return Unit(indicator.unit, indicator.decimals, indicator.type is IndicatorType.YES_NO)


def target_unit(indicator: Indicator) -> Unit:
    """The unit of an indicator's targets: a rank is judged in per cent of those compared."""
    if indicator.type is IndicatorType.RANK:
        return Unit("percent")
    return Unit(indicator.unit, None, indicator.type is IndicatorType.YES_NO)


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """Writes figures for one reader. `units` are the plural forms of the body's own units in that language."""

    reader: Reader
    units: Mapping[str, Mapping[str, str]]
    year_starts: YearStart
    today: date

    def amount(self, value: Number, unit: Unit) -> str:
        """A number with its unit; a date or an answer where that is what the number stands for."""
        return unbroken(_amount(self, value, unit))

    def figure(self, quantity: Quantity, unit: Unit, against: Target | None = None) -> str:
        """A figure; it gets more decimals where rounding would make it look like the target that it misses."""
        return bounded(self.amount(*self._shown(quantity, unit, against)), quantity.bound)

    def count(self, count: Count, part: Part | None = None) -> str:
        """A count as the language writes it, behind the sign of its bound; with its unit where it counts no cases."""
        return bounded(
            self.amount(count.value, Unit(part.unit if part and part.unit else "count")), count.bound
        )

    def shown(self, quantity: Quantity, unit: Unit, against: Target | None = None) -> Fraction:
        """The number that `figure` shows: what is added or subtracted on a page must come out for its reader."""
        value, shown = self._shown(quantity, unit, against)
        return Fraction(value if shown.decimals is None else rounded(value, shown.decimals))

    def decimals(self, quantity: Quantity, unit: Unit, against: Target | None = None) -> int:
        """With how many decimals `figure` shows it."""
        return self._shown(quantity, unit, against)[1].decimals or 0

    def big(self, quantity: Quantity, unit: Unit, against: Target | None = None) -> BigNumber:
        """A figure taken apart, so that its number can be set large and the words of its unit small."""
        value, shown = self._shown(quantity, unit, against)
        text = bounded(self.amount(value, shown), quantity.bound)
        if shown.yes_no or shown.id == "date":
            # Set large, a day is wider than a telephone: it may break anywhere between its words.
            return BigNumber(bounded(_amount(self, value, shown), quantity.bound))
        number = bounded(format_number(value, self.reader.words.lang, shown.decimals), quantity.bound)
        before, found, after = text.partition(number)
        if not found or _SMALL_UNITS.issuperset(before + after):
            return BigNumber(text)
        return BigNumber(found, before, after)

    def target(self, target: Target, unit: Unit, period: Period | None = None) -> str:
        """What a target demands ("at least 95 %"), of a certain period where one is given."""
        return self.demand(target.requirement, unit, target.per, period)

    def demand(
        self, requirement: Requirement, unit: Unit, per: str = "", period: Period | None = None
    ) -> str:
        """What is demanded, in words that can stand after "the target is"."""
        said = self._requirement(requirement, unit, period)
        return self.reader.words.say(_PER[per], demand=said) if per else said

    def duration(self, duration: Duration) -> str:
        """A length of time as promised: "20 working days"."""
        return self.amount(duration.value, Unit(duration.unit))

    def span(self, low: Decimal, high: Decimal | None, unit: Unit) -> str:
        """An amount, or all from one to another with the unit once: "10–20 EUR"."""
        if high is None:
            return self.amount(low, unit)
        decimals = max(len(f"{value:f}".partition(".")[2]) for value in (low, high))
        # Money has its small coins on both sides of the dash, or on none.
        shown = Unit(unit.id, max(decimals, 2) if decimals and is_currency_code(unit.id) else decimals)
        from_number, to_number = (
            format_number(value, self.reader.words.lang, shown.decimals) for value in (low, high)
        )
        return self.amount(high, shown).replace(to_number, f"{from_number}–{to_number}", 1)

    def big_span(self, low: Decimal, high: Decimal | None, unit: Unit) -> BigNumber:
        """The same taken apart, so that its numbers can be set large and the words of its unit small."""
        text = self.span(low, high, unit)
        found = _DIGITS.search(text)
        return BigNumber(found[0], text[: found.start()], text[found.end() :]) if found else BigNumber(text)

    def takes(self, takes: Iterable[TimeTaken]) -> str:
        """How long something takes: "3 days and 5–10 minutes"."""
        return self.reader.words.listing([self.span(one.value, one.up_to, Unit(one.unit)) for one in takes])

    def next_day(self, day: MonthDay) -> date:
        """The day of the year, next time from today on."""
        for year in (self.today.year, self.today.year + 1):
            found = _day_of(year, day)
            if found >= self.today:
                return found
        return self.today

    def _shown(self, quantity: Quantity, unit: Unit, against: Target | None) -> tuple[Number, Unit]:
        """The value and the decimals with which it is shown."""
        if unit.yes_no or unit.id == "date":
            return quantity.value, unit
        decimals = quantity.decimals if unit.decimals is None else unit.decimals
        # Less exact than its target, a figure would seem to miss it by more or less than it does.
        decimals = max(decimals, *(len(f"{limit:f}".partition(".")[2]) for limit in _ends(against)), 0)
        # "1.0 working days" is neither one day nor several.
        if quantity.value.denominator == 1 and (unit.id in COUNTED or unit.id in self.units):
            decimals = 0
        # Nearly all is not all, and hardly any is not none.
        whole = (Decimal(0), Decimal(100)) if unit.id == "percent" else ()
        for limit in (*whole, *_ends(against)):
            while decimals < _MOST_DECIMALS and not on_its_side(quantity.value, decimals, limit):
                decimals += 1
        return quantity.value, Unit(unit.id, decimals)

    def _requirement(self, requirement: Requirement, unit: Unit, period: Period | None) -> str:
        say = self.reader.words.say
        match requirement:
            case Limit(operator, value):
                return say(_LIMITS[operator], amount=self.amount(value, unit))
            case Span(low, high):
                high_text = self.amount(high, unit)
                return say("between {low} and {high}", low=self._bare(low), high=high_text)
            case Answer(yes):
                return say("yes") if yes else say("no")
            case BetterThan(period=named):
                return self._better_than(named)
            case ByDay(day):
                return self._by_day(requirement, day, period)
            case AtOnce():
                return say("at once")
            case InWords(text):
                return self.reader.plain(text)

    def _bare(self, value: Decimal) -> str:
        return format_number(value, self.reader.words.lang)

    def _better_than(self, named: str) -> str:
        words = self.reader.words
        period = parse_period(named, self.year_starts) if named else None
        if period is None:
            return words.say("better than in the period before")
        return words.say("better than in this period: {period}", period=words.period(period))

    def _by_day(self, demand: ByDay, day: MonthDay, period: Period | None) -> str:
        words = self.reader.words
        if period is None:
            return words.say("by {day} every year", day=words.month_day(day.month, day.day))
        return words.say("by {day}", day=unbroken(words.day(deadline(demand, period))))


def unbroken(text: str) -> str:
    """The text so that no line ends between a number and what is counted, or between a day and its month."""
    return _AFTER_DIGIT.sub(NO_BREAK_SPACE, text)


def own_units(
    methodology: Methodology | None, lang: str, order: tuple[str, ...]
) -> Mapping[str, Mapping[str, str]]:
    """The plural forms of the body's own units in a language, or in the next one that has them."""
    units = {}
    for unit in methodology.units if methodology else ():
        by_lang = dict(unit.forms)
        forms = next((by_lang[code] for code in (lang, *order) if code in by_lang), ())
        units[unit.id] = dict(forms)
    return units


@lru_cache(maxsize=16384)
def _amount(figures: Figures, value: Number, unit: Unit) -> str:
    words = figures.reader.words
    if unit.yes_no:
        return words.say("yes") if value else words.say("no")
    if unit.id == "date":
        return words.day(date.fromordinal(int(value)))
    forms = figures.units.get(unit.id)
    if not forms:
        return words.amount(value, unit.id, unit.decimals)
    form = forms.get(plural_category(value, figures.reader.lang, unit.decimals), forms.get("other", "{n}"))
    return form.replace("{n}", format_number(value, words.lang, unit.decimals))


def _ends(target: Target | None) -> tuple[Decimal, ...]:
    match target.requirement if target else None:
        case Limit(_, value):
            return (value,)
        case Span(low, high):
            return (low, high)
        case AtOnce():
            return (Decimal(0),)
        case _:
            return ()


def _day_of(year: int, day: MonthDay) -> date:
    # The last day of February, where a 29th was asked for and the year has none.
    first = date(year, day.month, 1)
    wanted = first + timedelta(days=day.day - 1)
    return wanted if wanted.month == day.month else wanted.replace(day=1) - timedelta(days=1)


def share_of(part: int, whole: int) -> Fraction | None:
    """The share in per cent; None of nothing."""
    return Fraction(part * 100, whole) if whole else None
