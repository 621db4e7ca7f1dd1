"""Sentences that hold a figure against an earlier one, and the difference of two figures in words.

A difference is that of the two numbers as they are shown, so that nobody who subtracts them gets another one.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from charterkit.model.indicator import Indicator, IndicatorType
from charterkit.model.requirement import Target
from charterkit.model.result import Quantity
from charterkit.numbers import rounded
from charterkit.rules.demands import compared
from charterkit.rules.telling import Change, Comparable, Earlier, Facts, Revision
from charterkit.rules.timeline import Outcome
from charterkit.site.results.figures import Figures, Unit, target_unit, unbroken, unit_of
from charterkit.site.results.verdicts import MISSED
from charterkit.strings import mark, mark_in_context

_MOST_DECIMALS: Final = 12
# A place in a ranking is better when it is smaller, and an answer is neither: they are only named.
_ONLY_NAMED: Final = frozenset({IndicatorType.RANK, IndicatorType.YES_NO})

# Two days differ by days; "1 time less" is no English, "1 less" is.
_DIFFERENCES: Final = {"date": "days", "times": "count"}

# "1.5 percentage points"; `Words.count` looks for it.
mark_in_context("after decimals", "{n} percentage points")

_A_YEAR_EARLIER: Final[Mapping[Change, str]] = {
    Change.UP: mark("A year earlier it was {figure}, which is {amount} less."),
    Change.DOWN: mark("A year earlier it was {figure}, which is {amount} more."),
}
_DAY_A_YEAR_EARLIER: Final[Mapping[Change, str]] = {
    Change.UP: mark("A year earlier it was done on {figure}, which is {amount} earlier in the year."),
    Change.DOWN: mark("A year earlier it was done on {figure}, which is {amount} later in the year."),
}
_THE_PERIOD_BEFORE: Final[Mapping[Change, str]] = {
    Change.UP: mark("In the period before ({period}) it was {figure}, which is {amount} less."),
    Change.DOWN: mark("In the period before ({period}) it was {figure}, which is {amount} more."),
}
# By whether they are about the year before: that both are the same, nearly the same, that one is just named.
_SAME: Final = {
    True: mark("A year earlier it was the same."),
    False: mark("In the period before ({period}) it was the same."),
}
_NEARLY: Final = {
    True: mark("A year earlier it was almost the same."),
    False: mark("In the period before ({period}) it was almost the same."),
}
_NAMED: Final = {
    True: mark("A year earlier: {figure}."),
    False: mark("In the period before ({period}): {figure}."),
}


def comparison_sentences(
    figures: Figures, outcome: Outcome, facts: Facts, indicator: Indicator
) -> tuple[str, ...]:
    """How the figure stands to that of a year earlier, or that it is the first one."""
    say, found = figures.reader.words.say, facts.earlier
    if facts.first:
        return (say("This is the first figure, so there is no earlier one to compare it with."),)
    if found is None:
        return ()
    if found.outcome.figure is None:
        return (say("There is no figure from a year earlier to compare it with."),)
    sentences = [_against(figures, outcome, found, found.outcome.figure, indicator)]
    day = figures.reader.words.day(found.since) if found.since else ""
    if found.comparable is Comparable.BROKEN:
        sentences.append(
            say("The two cannot be compared: since {day} the figures have been made differently.", day=day)
        )
    elif found.comparable is Comparable.OTHER_METHOD:
        sentences.append(say("Compare the two with care: the method changed on {day}.", day=day))
    if not found.settled:
        sentences.append(say("The earlier figure is not final."))
    return tuple(sentences)


def revision_sentence(figures: Figures, outcome: Outcome, revision: Revision, indicator: Indicator) -> str:
    """What figure stood here before; blank where the page would show the same number twice."""
    say = figures.reader.words.say
    before = figures.figure(revision.before, _in_a_sentence(revision.before, indicator))
    now = outcome.figure
    if now is None or before == figures.figure(now, _in_a_sentence(now, indicator)):
        return ""
    if revision.since is None:
        return say("This figure has been revised (before: {figure}).", figure=before)
    day = figures.reader.words.day(revision.since)
    return say("This figure was revised on {day} (before: {figure}).", day=day, figure=before)


def figure_text(
    figures: Figures, outcome: Outcome, indicator: Indicator, against: Target | None = None
) -> str:
    """The figure of an outcome, with as many decimals as tell it from the target; a rank among how many."""
    row, figure = outcome.row, outcome.figure
    if figure is None:
        return ""
    text = figures.figure(figure, _in_a_sentence(figure, indicator), against)
    if indicator.type is not IndicatorType.RANK:
        return text
    if row is None or row.denominator is None:
        return figures.reader.words.say("place {place}", place=text)
    whole = figures.count(row.denominator)
    return figures.reader.words.say("place {place} of {whole}", place=text, whole=whole)


def gap(figures: Figures, outcome: Outcome, end: Fraction, indicator: Indicator) -> str:
    """How far the figure, as it is shown, lies from the end of a target; blank where that shows nothing."""
    if outcome.row is None or outcome.figure is None:
        return ""
    if indicator.type is IndicatorType.RANK:
        share = share_of_ranking(outcome, indicator)
        shown = figures.shown(share, Unit("percent", 1), outcome.verdict.target) if share else end
    else:
        shown = figures.shown(outcome.figure, unit_of(indicator), outcome.verdict.target)
    return difference(figures, shown - end, target_unit(indicator))


def share_of_ranking(outcome: Outcome, indicator: Indicator) -> Quantity | None:
    """A rank as the share of those compared that are not behind it, which is what its target is about."""
    value = compared(outcome.row, indicator) if outcome.row is not None else None
    return Quantity(value, decimals=1) if value is not None else None


def difference(figures: Figures, amount: Fraction, unit: Unit) -> str:
    """A difference without its sign: percentage points between two per cents, days between two dates."""
    if amount == 0:
        return ""
    number = _written(abs(amount))
    if unit.id == "percent":
        count = figures.reader.words.count
        return unbroken(count("{n} percentage point", "{n} percentage points", number))
    return figures.amount(number, Unit(_DIFFERENCES.get(unit.id, unit.id)))


def _in_a_sentence(figure: Quantity, indicator: Indicator) -> Unit:
    """The unit without decimals that say nothing: they line up in a table, but "94.0%" is harder to read."""
    unit = unit_of(indicator)
    whole = figure.value.denominator == 1 and not unit.yes_no
    return Unit(unit.id, 0) if whole else unit


def missed_target(outcome: Outcome) -> Target | None:
    """The target from which a figure that misses it must be told apart; as in the tables of results."""
    return outcome.verdict.target if outcome.status in MISSED else None


def _against(
    figures: Figures, outcome: Outcome, found: Earlier, before: Quantity, indicator: Indicator
) -> str:
    say = figures.reader.words.say
    then = figure_text(figures, found.outcome, indicator, missed_target(found.outcome))
    named = {"figure": then, "period": figures.reader.words.period(found.outcome.period)}
    if found.change is None or outcome.figure is None:
        return say(_NAMED[found.a_year], **named)
    if found.change is Change.NONE:
        return say(_SAME[found.a_year], **named)
    if indicator.type in _ONLY_NAMED:
        return say(_NAMED[found.a_year], **named)
    amount = difference(figures, _moved(figures, outcome, found, before, indicator), unit_of(indicator))
    if not amount:
        return say(_NEARLY[found.a_year], **named)
    tables = _A_YEAR_EARLIER if found.a_year else _THE_PERIOD_BEFORE
    if indicator.unit == "date" and found.a_year:
        tables = _DAY_A_YEAR_EARLIER
    return say(tables[found.change], amount=amount, **named)


def _moved(
    figures: Figures, outcome: Outcome, found: Earlier, before: Quantity, indicator: Indicator
) -> Fraction:
    """The difference of the two numbers as they are shown; of two days that of their places in the year."""
    unit = unit_of(indicator)
    if unit.id == "date" or outcome.figure is None:
        return found.by
    now = figures.shown(outcome.figure, unit, outcome.verdict.target)
    return now - figures.shown(before, unit, missed_target(found.outcome))


def _written(amount: Fraction) -> Decimal:
    """The amount with the decimals that it needs and no more."""
    places = range(_MOST_DECIMALS)
    needed = next((n for n in places if (amount * 10**n).denominator == 1), _MOST_DECIMALS)
    return rounded(amount, needed)
