"""From the standing of an indicator to the lines of its table: every published figure, and nothing that is withheld."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from charterkit.exports.exact import exact_decimal
from charterkit.exports.figures_model import (
    FigureLine,
    FigureTable,
    PromiseVerdict,
    PublishedRange,
    PublishedValue,
    Replaced,
    TargetTold,
    Words,
)
from charterkit.model.indicator import Indicator, IndicatorType, Part
from charterkit.model.requirement import Answer, BetterThan, ByDay, InWords, Limit, Requirement, Span, Target
from charterkit.model.result import Quantity, Row, State
from charterkit.numbers import plural_category, rounded
from charterkit.periods import Period
from charterkit.richtext.signs import writable
from charterkit.rules.demands import deadline
from charterkit.rules.standing import IndicatorStanding, MeasureStanding
from charterkit.rules.status import Status
from charterkit.rules.timeline import Outcome, Slice
from charterkit.rules.uncertainty import interval_of
from charterkit.site.results.figures import Figures, target_unit, unit_of
from charterkit.site.results.surveys import range_unit
from charterkit.site.results.verdicts import LOOKS, MISSED
from charterkit.strings import mark, mark_in_context
from charterkit.text import Text
from charterkit.units import COUNTED

Days = tuple[date, date]

FINAL: Final = "final"
_STATES: Final[Mapping[str, str]] = {
    FINAL: mark_in_context("figure", "Final"),
    State.PROVISIONAL: mark_in_context("figure", "Provisional"),
    State.ESTIMATED: mark_in_context("figure", "Estimate"),
    State.PROJECTED: mark_in_context("figure", "Forecast"),
}
_UNITS: Final[Mapping[str, str]] = {
    "count": mark("number"),
    "date": mark("date"),
    "score": mark("score"),
}
# What a part of a longer period says of itself; the verdict stands beside the whole.
_OF_PARTS: Final = frozenset(
    {Status.OVERDUE, Status.NO_DATA, Status.NO_CASES, Status.NOT_APPLICABLE, Status.SUPPRESSED}
)
# The number behind which every language of ours names a unit as a dictionary does, in the plural.
_SOME: Final = 3


@dataclass(frozen=True, slots=True)
class TableMaker:
    """Writes tables of figures for one reader; `bodies` are the names of the bodies by their ids."""

    figures: Figures
    bodies: Mapping[str, str]

    def table(self, standing: IndicatorStanding) -> FigureTable:
        """All published figures of an indicator."""
        one = standing.indicator
        return FigureTable(
            one,
            title=self._bare(one.title),
            definition=self._plain(one.definition),
            numerator=self._part(one.numerator),
            denominator=self._part(one.denominator),
            limitations=self._plain(one.limitations),
            unit=self._unit(one),
            splits={split.id: self._bare(split.title) for split in one.disaggregations},
            names={
                (split.id, value): self._bare(name)
                for split in one.disaggregations
                for value, name in split.names
            },
            body=self.bodies.get(one.owner.body, one.owner.body),
            role=self._bare(one.owner.role),
            breaks=tuple((broken.since, self._plain(broken.reason)) for broken in one.breaks),
            lines=tuple(self._lines(standing)),
        )

    def _lines(self, standing: IndicatorStanding) -> Iterator[FigureLine]:
        for part in slices(standing):
            measures = [
                (one, {_days(outcome): outcome for outcome in one.outcomes})
                for one in standing.measures
                if one.measure.only == part
            ]
            for days, outcome in published(standing, part).items():
                judged = [(one, by_days[days]) for one, by_days in measures if days in by_days]
                yield self._line(standing.indicator, part, outcome, judged)

    def _line(
        self,
        indicator: Indicator,
        part: Slice,
        outcome: Outcome,
        judged: list[tuple[MeasureStanding, Outcome]],
    ) -> FigureLine:
        # Whatever else the row holds could give away what must not be shown.
        row = None if is_withheld(outcome) else outcome.row
        missed = [one.verdict.target for _, one in judged if one.status in MISSED]
        state = _state(outcome)
        return FigureLine(
            outcome.period,
            self.figures.reader.words.period(outcome.period),
            part,
            value=published_value(self.figures, row.figure, indicator, missed)
            if row and row.figure
            else None,
            numerator=row.numerator if row else None,
            denominator=row.denominator if row else None,
            n=row.n if row else None,
            range=published_range(row, indicator) if row else None,
            state=state,
            state_word=self._state_word(state),
            published=outcome.row.released if outcome.row else None,
            replaced=tuple(_replaced(self.figures, one, indicator) for one in outcome.vintages[:-1])
            if row
            else (),
            break_on=outcome.break_before.since if outcome.break_before else None,
            verdicts=tuple(self._verdict(measure, one) for measure, one in judged),
            words=self._words(outcome.row, stated=row.reported if row else ""),
        )

    def _state_word(self, state: str) -> str:
        words = self.figures.reader.words
        if state in _STATES:
            return words.in_context("figure", _STATES[state])
        return words.say(LOOKS[Status(state)].word)

    def _verdict(self, measure: MeasureStanding, outcome: Outcome) -> PromiseVerdict:
        speaks = outcome.judged or outcome.status in _OF_PARTS
        target = outcome.verdict.target if outcome.judged else None
        return PromiseVerdict(
            measure.commitment.full_id,
            self._bare(measure.commitment.title),
            self._target(target, measure.indicator, outcome.period) if target else None,
            outcome.status.value if speaks else "",
            self.figures.reader.words.say(LOOKS[outcome.status].word) if speaks else "",
        )

    def _target(self, target: Target, indicator: Indicator, period: Period) -> TargetTold:
        words = self.figures.target(target, target_unit(indicator), period)
        form, limit, upper = _numbers(target.requirement, indicator, period)
        return TargetTold(words, form, limit, upper)

    def _words(self, row: Row | None, stated: str) -> Words:
        if row is None:
            return Words()
        return Words(
            reason=self._plain(row.reason),
            cause=self._plain(row.cause),
            action=self._plain(row.action),
            action_by=row.action_by,
            note=self._plain(row.note),
            source=writable(row.source),
            stated=writable(stated),
        )

    def _unit(self, indicator: Indicator) -> str:
        """The name of a unit without a number before it."""
        unit, words = unit_of(indicator), self.figures.reader.words
        if indicator.type is IndicatorType.RANK:
            return words.say("place")
        if unit.yes_no:
            return words.say("yes or no")
        if unit.id == "percent":
            return "%"
        if unit.id in _UNITS:
            return words.say(_UNITS[unit.id])
        own = self.figures.units.get(unit.id, {})
        if own:
            form = own.get(plural_category(_SOME, self.figures.reader.lang), own.get("other", unit.id))
            return writable(form.replace("{n}", "")).strip()
        if unit.id in COUNTED:
            return words.count(*COUNTED[unit.id], _SOME).replace(str(_SOME), "").strip()
        return writable(unit.id)

    def _part(self, part: Part | None) -> str:
        return self._plain(part.definition) if part else ""

    def _bare(self, text: Text) -> str:
        return writable(self.figures.reader.bare(text))

    def _plain(self, text: Text) -> str:
        return self.figures.reader.plain(text) if text else ""


def slices(standing: IndicatorStanding) -> tuple[Slice, ...]:
    """The whole, then every part of which there is a row or a measure."""
    measured = (one.measure.only for one in standing.measures)
    return tuple(sorted({(), *standing.parts, *measured}))


def published(standing: IndicatorStanding, part: Slice) -> Mapping[Days, Outcome]:
    """What was published of a part, oldest first, and what should have been where somebody waits for it.

    Periods that only a measure knows (a year that is the sum of its quarters) are among them.
    """
    own = standing.outcomes if not part else standing.parts.get(part, ())
    measures = [one for one in standing.measures if one.measure.only == part]
    awaited = bool(measures) or (not part and not standing.measures and not standing.parts)
    found = {_days(one): one for measure in measures for one in measure.outcomes}
    found |= {_days(one): one for one in own if awaited or one.row is not None}
    return dict(sorted(found.items(), key=lambda pair: pair[1].period))


def is_withheld(outcome: Outcome) -> bool:
    """Whether the figure must not be shown, nor anything from which it could be worked out."""
    by_word = outcome.row is not None and outcome.row.state is State.SUPPRESSED
    return by_word or outcome.status is Status.SUPPRESSED


def published_value(
    figures: Figures, quantity: Quantity, indicator: Indicator, missed: Iterable[Target | None] = ()
) -> PublishedValue:
    """A figure as it leaves the house; it never rounds to the target that it misses."""
    unit = unit_of(indicator)
    if unit.yes_no:
        return PublishedValue(bool(quantity.value))
    if unit.id == "date":
        return PublishedValue(date.fromordinal(int(quantity.value)))
    decimals = max(figures.decimals(quantity, unit, target) for target in (None, *missed))
    exact = exact_decimal(quantity.value)
    if exact is not None:
        return PublishedValue(exact, quantity.bound, decimals=decimals)
    return PublishedValue(
        rounded(quantity.value, decimals), quantity.bound, str(quantity.value), decimals=decimals
    )


def published_range(row: Row, indicator: Indicator) -> PublishedRange | None:
    """The range in which the true figure lies where a sample was asked, as its page says it; else None."""
    interval, decimals = interval_of(row, indicator), range_unit(row, indicator).decimals or 0
    if interval is None:
        return None
    return PublishedRange(rounded(interval.low, decimals), rounded(interval.high, decimals))


def _replaced(figures: Figures, row: Row, indicator: Indicator) -> Replaced:
    shown = row.figure is not None and row.state is not State.SUPPRESSED
    return Replaced(
        published_value(figures, row.figure, indicator) if shown and row.figure else None,
        row.released,
    )


def _state(outcome: Outcome) -> str:
    """`final` or the row's own word where there is a figure, else why there is none."""
    if is_withheld(outcome):
        return Status.SUPPRESSED
    if outcome.figure is None:
        return outcome.status.value
    return outcome.row.state.value or FINAL if outcome.row else FINAL


def _days(outcome: Outcome) -> Days:
    """The days of a period: `2019` and `2019-01-01/2019-12-31` are the same."""
    return outcome.period.start, outcome.period.end


def _numbers(
    requirement: Requirement, indicator: Indicator, period: Period
) -> tuple[str, Decimal | date | bool | None, Decimal | None]:
    """The key of a requirement in a record, and its numbers."""
    match requirement:
        case Limit(operator, value) if target_unit(indicator).id == "date":
            return operator.value, date.fromordinal(int(value)), None
        case Limit(operator, value):
            return operator.value, value, None
        case Span(low, high):
            return "between", low, high
        case Answer(yes):
            return "equals", yes, None
        case ByDay():
            return "by", deadline(requirement, period), None
        case InWords():
            return "words", None, None
        case BetterThan():
            return "better_than", None, None
        case _:
            return "at_once", None, None
