"""The formula of a figure with the numbers of its period put in: exact, and only where they give that figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from charterkit.model.indicator import Indicator, IndicatorType
from charterkit.model.requirement import Target
from charterkit.model.result import Count, Row
from charterkit.numbers import Bound, exact_ratio, format_number
from charterkit.rules.timeline import Outcome
from charterkit.site import signs
from charterkit.site.context import Context
from charterkit.site.results.figures import target_unit, unit_of
from charterkit.site.results.verdicts import MISSED

# So many digits more than are shown say that a figure was rounded, and how.
_MORE_DIGITS: Final = 2
# A drawn sum of so many signs still fits the screen of a telephone.
_WIDEST: Final = 24
_ELLIPSIS: Final = "…"
_PERCENT: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Formula:
    """A calculation with its numbers: the sum above the line, the sum below it (blank: none), what it is times.

    Of a long sum `top` and `bottom` hold the total, or nothing where the total is the figure itself.
    `exact` is the outcome before rounding, cut off with “…” where it goes on; blank where it is `shown` as it is.
    """

    top: tuple[str, ...]
    bottom: tuple[str, ...]
    times: str
    factor: str
    exact: str
    shown: str
    line: str
    """The same in one line of text."""


def figure_text(context: Context, indicator: Indicator, outcome: Outcome) -> str:
    """The figure of an outcome as all pages show it; blank where there is none."""
    if outcome.figure is None:
        return ""
    return context.figures.figure(outcome.figure, unit_of(indicator), _missed(outcome))


def from_counts(context: Context, indicator: Indicator, outcome: Outcome) -> Formula | None:
    """The formula of a figure that its own two counts give; None where they do not give it."""
    row = outcome.row
    if row is None or row.denominator is None or row.denominator.value == 0:
        return None
    if indicator.type is IndicatorType.RANK:
        return _place(context, indicator, row, row.denominator)
    if row.numerator is None:
        return None
    return _quotient(context, indicator, outcome, (row.numerator,), (row.denominator,))


def _place(context: Context, indicator: Indicator, row: Row, compared: Count) -> Formula | None:
    """A place in a ranking as a share of those compared: what is held against the target."""
    figure = row.figure
    if figure is None or not figure.bound is compared.bound is Bound.EXACT:
        return None
    exact = exact_ratio(figure.value, compared.value)
    numbers = (_number(context, figure.value),), (_number(context, compared.value),)
    shown = context.figures.amount(exact, replace(target_unit(indicator), decimals=1))
    return _fraction(context, numbers, _PERCENT, (exact, 1), shown)


def _quotient(
    context: Context, indicator: Indicator, outcome: Outcome, tops: Sequence[Count], bottoms: Sequence[Count]
) -> Formula | None:
    """The formula of a share or a rate over the sums of its counts; None where they do not give the figure."""
    figure = outcome.figure
    if figure is None or any(one.bound is not Bound.EXACT for one in (*tops, *bottoms)):
        return None
    top, bottom = (sum((one.value for one in part), Decimal(0)) for part in (tops, bottoms))
    if exact_ratio(top, bottom, indicator.factor) != figure.value:
        return None
    numbers = _counts(context, tops), _counts(context, bottoms)
    decimals = context.figures.decimals(figure, unit_of(indicator), _missed(outcome))
    shown = figure_text(context, indicator, outcome)
    formula = _fraction(context, numbers, indicator.factor, (figure.value, decimals), shown)
    drawn_top = _drawn(numbers[0], (_number(context, top),))
    return replace(formula, top=drawn_top, bottom=_drawn(numbers[1], (_number(context, bottom),)))


def from_parts(
    context: Context, indicator: Indicator, total: Outcome, parts: tuple[Outcome, ...]
) -> Formula | None:
    """The formula of a longer period from the counts of its parts; None where they do not give its figure."""
    rows = [one.row for one in parts if one.row is not None]
    if indicator.type is not IndicatorType.COUNT:
        tops = [row.numerator for row in rows if row.numerator is not None]
        bottoms = [row.denominator for row in rows if row.denominator is not None]
        return _quotient(context, indicator, total, tops, bottoms)
    figures = [row.figure for row in rows if row.figure is not None]
    exact = all(figure.bound is Bound.EXACT for figure in figures)
    value = sum((figure.value for figure in figures), Fraction(0))
    if not exact or total.figure is None or value != total.figure.value:
        return None
    numbers = tuple(_number(context, figure.value) for figure in figures)
    shown = figure_text(context, indicator, total)
    return Formula(_drawn(numbers, ()), (), "", "", "", shown, f"{_added(numbers)} = {shown}")


def _fraction(
    context: Context,
    numbers: tuple[tuple[str, ...], tuple[str, ...]],
    factor: Decimal,
    value: tuple[Fraction, int],
    shown: str,
) -> Formula:
    """A quotient times a factor; `value` is the exact outcome and with how many decimals it is `shown`."""
    top, bottom = numbers
    times, divided = signs.times(context.reader.words), signs.divided(context.reader.words)
    multiplied = _number(context, factor) if factor != 1 else ""
    line = f"{_grouped(top)} {divided} {_grouped(bottom)}"
    line += f" {times} {multiplied}" if multiplied else ""
    exact = _unrounded(context, *value)
    line += f" = {exact} ≈ {shown}" if exact else f" = {shown}"
    return Formula(top, bottom, times, multiplied, exact, shown, line)


def _drawn(numbers: tuple[str, ...], total: tuple[str, ...]) -> tuple[str, ...]:
    """The numbers as they are drawn: their total in their place where their sum is wider than a telephone."""
    return numbers if len(_added(numbers)) <= _WIDEST else total


def _added(numbers: tuple[str, ...]) -> str:
    return " + ".join(numbers)


def _grouped(numbers: tuple[str, ...]) -> str:
    return f"({_added(numbers)})" if len(numbers) > 1 else _added(numbers)


def _unrounded(context: Context, value: Fraction, decimals: int) -> str:
    """The value cut off behind the decimals that are shown, never rounded; blank where nothing was rounded."""
    most = decimals + _MORE_DIGITS
    places = next((one for one in range(most + 1) if value * 10**one % 1 == 0), None)
    if places is not None and places <= decimals:
        return ""
    if places is not None:
        return format_number(value, context.reader.words.lang, places)
    cut_off = Fraction(int(value * 10**most), 10**most)
    return format_number(cut_off, context.reader.words.lang, most) + _ELLIPSIS


def rounding(context: Context, formula: Formula, indicator: Indicator) -> tuple[str, ...]:
    """What became of the exact outcome; nothing where it is shown as it is."""
    notes = []
    if formula.exact:
        notes.append(
            context.say("Only what is shown is rounded. The exact figure is compared with the target.")
        )
    if indicator.type is IndicatorType.RANK:
        notes.append(context.say("A place in a ranking is judged as a share of all that were compared."))
    return tuple(notes)


def _missed(outcome: Outcome) -> Target | None:
    return outcome.verdict.target if outcome.status in MISSED else None


def _counts(context: Context, counts: Iterable[Count]) -> tuple[str, ...]:
    return tuple(_number(context, one.value) for one in counts)


def _number(context: Context, value: Decimal | Fraction) -> str:
    return format_number(value, context.reader.words.lang)
