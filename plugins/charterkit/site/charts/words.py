"""What a chart says: its name, what it shows, and how its lines and shapes are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from charterkit.model.indicator import Indicator, IndicatorType
from charterkit.model.requirement import ByDay, InWords
from charterkit.model.result import Quantity
from charterkit.numbers import Bound
from charterkit.periods import parse_period
from charterkit.site.charts.data import Data, Point, is_bound
from charterkit.site.charts.kinds import Kind
from charterkit.site.charts.scale import Scale
from charterkit.site.context import Context
from charterkit.site.results.figures import Unit, target_unit, unit_of
from charterkit.site.results.verdicts import LOOKS
from charterkit.strings import mark

_SHOWN_AS: Final = {
    Kind.LINE: mark("A line chart. Periods: {first} – {last}."),
    Kind.COLUMNS: mark("A column chart. Periods: {first} – {last}."),
    Kind.BARS: mark("A bar chart. Periods: {first} – {last}."),
    Kind.STRIP: mark("A row of verdicts. Periods: {first} – {last}."),
}


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the key: what it looks like (blank for a mere remark) and what it means."""

    look: str
    text: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Writes the words of the charts of one indicator."""

    context: Context
    indicator: Indicator

    @property
    def unit(self) -> Unit:
        """The unit of the figures."""
        return unit_of(self.indicator)

    def name(self, one: Point) -> str:
        """The name of a period."""
        return self.context.reader.words.short_period(one.period)

    def figure(self, one: Point) -> str:
        """The figure of a point, or the word of its status where it has none."""
        if one.value is None:
            return self.status(one)
        decimals = self.unit.decimals
        quantity = Quantity(one.value, one.bound, decimals=one.decimals if decimals is None else decimals)
        return self.context.figures.figure(quantity, self.unit, one.target)

    def status(self, one: Point) -> str:
        """The word of a status."""
        return self.context.say(LOOKS[one.status].word)

    def tip(self, one: Point) -> str:
        """What a point says when somebody points at it."""
        return self.context.say("{period}: {figure}", period=self.name(one), figure=self.figure(one))

    def status_tip(self, one: Point) -> str:
        """What a shape says when somebody points at it."""
        return self.context.say("{period}: {figure}", period=self.name(one), figure=self.status(one))

    def ticks(self, scale: Scale) -> tuple[str, ...]:
        """The numbers of a scale with their units."""
        return tuple(self.amount(tick, _decimals(scale)) for tick in scale.ticks)

    def bare_ticks(self, scale: Scale) -> tuple[str, ...]:
        """The numbers of a scale, the topmost with its unit."""
        bare = [self.context.figures.amount(tick, Unit("count", _decimals(scale))) for tick in scale.ticks]
        top = 0 if scale.inverted else -1
        bare[top] = self.amount(scale.ticks[top], _decimals(scale))
        return tuple(bare)

    def amount(self, value: Fraction, decimals: int | None = None) -> str:
        """An amount in the unit of the figures."""
        return self.context.figures.amount(value, Unit(self.unit.id, decimals))

    def demand(self, data: Data) -> str:
        """What the newest target demands; blank where there is none, or none that a line could show."""
        target = data.points[-1].target
        if target is None or isinstance(target.requirement, InWords | ByDay):
            return ""
        return self.context.figures.target(target, target_unit(self.indicator), data.points[-1].period)

    def target(self, data: Data) -> str:
        """The newest target in words; blank where there is none."""
        demand = self.demand(data)
        return self.context.say("Target: {target}", target=demand) if demand else ""

    def title(self) -> str:
        """The name of a chart."""
        return self.context.say("Chart: {title}", title=self.context.reader.bare(self.indicator.title))

    def description(self, kind: Kind, data: Data) -> str:
        """What kind of chart it is, of which time, and what the newest target is."""
        words = self.context.reader.words
        first, last = (words.period(data.points[at].period) for at in (0, -1))
        shown = self.context.say(_SHOWN_AS[kind], first=first, last=last)
        target = self.target(data)
        return f"{shown} {target}." if target else shown

    def caption(self, data: Data) -> str:
        """The range of the figures in a sentence; blank where nothing is compared, or rounding hides the difference."""
        exact = [one for one in data.shown if one.bound is Bound.EXACT]
        if len(exact) < 2 or self.unit.yes_no or self.unit.id == "date":
            return ""
        low, high = min(exact, key=_value), max(exact, key=_value)
        if low.value == high.value:
            return self.context.say("All figures are the same: {figure}.", figure=self.figure(low))
        if self.figure(low) == self.figure(high):
            return ""
        return self.context.say(
            "Lowest: {low} ({low_period}). Highest: {high} ({high_period}).",
            low=self.figure(low),
            low_period=self.name(low),
            high=self.figure(high),
            high_period=self.name(high),
        )

    def baseline(self) -> tuple[Fraction, str] | None:
        """Where things stood before, and the words for it."""
        one = self.indicator.baseline
        if one is None:
            return None
        words = self.context.reader.words
        period = parse_period(one.period, self.context.publication.publisher.year_starts)
        text = self.context.say(
            "Before the promise ({period}): {amount}",
            period=words.short_period(period) if period else one.period,
            amount=self.context.figures.amount(one.value, Unit(self.unit.id)),
        )
        return Fraction(one.value), text

    def keys(self, kind: Kind, data: Data, scale: Scale | None, with_target: bool) -> Iterator[Key]:
        """How the chart is read: only what occurs in it."""
        say, shown = self.context.say, data.shown
        if with_target and (target := self._target_key(data)):
            drawn = any(one.wanted.low is not None or one.wanted.high is not None for one in data.points)
            look = "target-bar" if kind is Kind.BARS else "target"
            yield Key(look if drawn else "", target)
        if kind is not Kind.STRIP and any(
            one.near.low is not None or one.near.high is not None for one in data.points
        ):
            yield Key("near", say("Nearly met; it does not count as kept."))
        if kind is not Kind.STRIP:
            yield from self._figure_keys(kind, shown)
        if kind in (Kind.LINE, Kind.COLUMNS) and any(one.broken for one in data.points[1:]):
            yield Key("break", say("From here on the figures cannot be compared with earlier ones."))
        yield from self._remarks(kind, data, scale)

    def _target_key(self, data: Data) -> str:
        changes = {one.target.requirement for one in data.points if one.target is not None}
        if len(changes) > 1:
            demand = self.demand(data)
            return (
                self.context.say("The target of each period. The newest one: {target}.", target=demand)
                if demand
                else self.context.say("The target of each period.")
            )
        return self.target(data)

    def _figure_keys(self, kind: Kind, shown: tuple[Point, ...]) -> Iterator[Key]:
        say = self.context.say
        if any(one.unsettled for one in shown):
            look = "open" if kind is Kind.LINE else "open-bar"
            yield Key(look, say("This figure is not final yet."))
        if any(map(is_bound, shown)):
            yield Key("arrow", say("The exact figure lies somewhere beyond the tip."))
        if any(one.interval is not None for one in shown):
            yield Key("whisker", say("The true value very probably lies within this line."))
        baseline = self.baseline() if kind in (Kind.LINE, Kind.COLUMNS) else None
        if baseline is not None:
            yield Key("baseline", baseline[1])

    def _remarks(self, kind: Kind, data: Data, scale: Scale | None) -> Iterator[Key]:
        say = self.context.say
        if self.indicator.type is IndicatorType.RANK:
            yield Key("", say("First place is at the top."))
        elif kind is Kind.LINE and scale is not None and scale.low > 0:
            yield Key("", say("The scale does not begin at zero."))
        if data.waiting is not None:
            period = self.context.reader.words.period(data.waiting)
            yield Key("", say("First period without a figure: {period}", period=period))
        if data.others:
            yield Key("", say("Figures of longer or shorter periods stand in the table only."))


def _value(one: Point) -> Fraction:
    return one.value or Fraction(0)


def _decimals(scale: Scale) -> int:
    """As many as the steps of a scale need."""
    step, decimals = scale.ticks[1] - scale.ticks[0], 0
    while step * 10**decimals % 1:
        decimals += 1
    return decimals
