"""What becomes of targets and norms, in whole sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from charterkit.model.requirement import InWords, Limit, Norm, Operator, Requirement, Span, Target
from charterkit.rules.releases.effects import Effect
from charterkit.rules.releases.hindrance import all_hindrances
from charterkit.rules.releases.in_time import Stretch
from charterkit.rules.releases.strictness import Demand
from charterkit.site.releases.change_sentences import (
    AIM,
    DURING,
    NEW_DEMAND,
    NO_AIM,
    NO_DEMAND,
    NO_OLD_DEMAND,
    NO_OLD_TARGET,
    NO_TARGET,
    OLD_DEMAND,
    SINCE,
    STAYS,
    STRICTER,
    TURNED,
    WHY,
    Tenses,
)
from charterkit.site.results.figures import Figures, Unit

# What 100 minus a figure must be, where the figure must be at least something, and so on.
_MIRRORED: Final[Mapping[Operator, Operator]] = {
    Operator.AT_LEAST: Operator.AT_MOST,
    Operator.AT_MOST: Operator.AT_LEAST,
    Operator.MORE_THAN: Operator.LESS_THAN,
    Operator.LESS_THAN: Operator.MORE_THAN,
    Operator.EQUALS: Operator.EQUALS,
}


@dataclass(frozen=True, slots=True, eq=False)
class DemandWords:
    """Tells stretches of time for one reader. `old` and `new` are the units of the figures before and after.

    `open` is the first day of a text of which nobody knows yet from when it will hold; None of any other. `past`: the
    change is one of days gone by.
    """

    figures: Figures
    old: Unit
    new: Unit
    open: date | None = None
    past: bool = False

    def stretches(self, found: Sequence[Stretch]) -> Iterator[str]:
        """What is demanded before and after, stretch by stretch, where that is not the same."""
        for one in found:
            if one.effect is not None:
                yield from self._stretch(one)

    def verdict(self, kind: str, effect: Effect, found: Sequence[Stretch] = ()) -> str:
        """Whether more or less is promised; blank where the sentences before say it."""
        say = self.figures.reader.words.say
        if effect is Effect.CHANGED and _is_all_in_words(found):
            return say("The demand is in words, so it cannot be calculated whether it asks more or less.")
        if effect is Effect.CHANGED:
            return " ".join(say(WHY[why]) for why in all_hindrances((one.effect, one.why) for one in found))
        told = STRICTER.get((kind, effect))
        return self._say(told) if told else ""

    def _say(self, tenses: Tenses, /, **named: object) -> str:
        return self.figures.reader.words.say(tenses[self.past], **named)

    def turned(self, found: Sequence[Stretch]) -> Iterator[str]:
        """That a measure was turned round, and what the old demand is when put the new way."""
        say = self.figures.reader.words.say
        yield self._say(TURNED)
        before = next((one.before for one in found if one.before is not None), None)
        other = mirrored(before.requirement) if before is not None else None
        if other is not None and before is not None:
            target = self.figures.demand(other, self._unit(before, self.new), before.per)
            yield say("Put the new way, the old demand is: {target}.", target=target)

    def demand(self, demand: Demand, unit: Unit) -> str:
        """What is demanded, with the longer time that is allowed in special cases."""
        own = self._unit(demand, unit)
        said = self.figures.demand(demand.requirement, own, demand.per)
        if not isinstance(demand, Norm) or demand.extension is None:
            return said
        longer = self.figures.amount(demand.extension.at_most, own)
        return self.figures.reader.words.say(
            "{demand} (may be extended by at most {time})", demand=said, time=longer
        )

    def _stretch(self, one: Stretch) -> Iterator[str]:
        say, is_target = self.figures.reader.words.say, isinstance(one.before or one.after, Target)
        until = one.before if one.before is not None else one.last
        before = self.demand(until, self.old) if until is not None else ""
        after = self.demand(one.after, self.new) if one.after is not None else ""
        if before and before == after:
            yield from self._beside(one)
            return
        if before:
            yield (
                say("Old target: {target}.", target=before)
                if is_target
                else self._say(OLD_DEMAND, demand=before)
            )
        elif one.effect in (Effect.TIGHTENED, Effect.LOOSENED):
            yield self._say(NO_OLD_TARGET if is_target else NO_OLD_DEMAND)
        if after:
            yield (
                say("New target: {target}.", target=after)
                if is_target
                else self._say(NEW_DEMAND, demand=after)
            )
        else:
            yield self._say(NO_TARGET if is_target else NO_DEMAND)
        yield self._days(one)

    def _beside(self, one: Stretch) -> Iterator[str]:
        """What changes beside a demand that stays as it is."""
        after = one.after
        if isinstance(after, Target) and isinstance(one.before, Target) and after.aim != one.before.aim:
            if after.aim is None:
                yield self._say(NO_AIM)
            else:
                aim = self.figures.amount(after.aim, self.new)
                yield self._say(AIM, aim=aim)
        else:
            yield self._say(STAYS, demand=self.demand(after, self.new)) if after else ""
        yield self._days(one)

    def _days(self, one: Stretch) -> str:
        words, today = self.figures.reader.words, self.figures.today
        if one.since == self.open:
            return words.say("This holds until {day}.", day=words.day(one.until)) if one.until else ""
        if one.until is None:
            began = self.past and one.since <= today
            return words.say(SINCE[began], day=words.day(one.since))
        return words.say(DURING[self.past and one.until < today], days=words.days(one.since, one.until))

    @staticmethod
    def _unit(demand: Demand, unit: Unit) -> Unit:
        return Unit(demand.unit or "count") if isinstance(demand, Norm) else unit


def mirrored(requirement: Requirement) -> Requirement | None:
    """The same demand on 100 minus the figure; None where it makes no sense."""
    match requirement:
        case Limit(operator, value):
            return Limit(_MIRRORED[operator], 100 - value)
        case Span(low, high):
            return Span(100 - high, 100 - low)
        case _:
            return None


def unit_in(indicator: Mapping[str, Any]) -> Unit:
    """The unit of the targets of a sealed indicator."""
    if indicator.get("type") == "rank":
        return Unit("percent")
    return Unit(str(indicator.get("unit", "")) or "count", None, indicator.get("type") == "yes_no")


def figure_unit(indicator: Mapping[str, Any]) -> Unit:
    """The unit of the figures of a sealed indicator: of a rank it is a place."""
    return Unit("count", 0) if indicator.get("type") == "rank" else unit_in(indicator)


def _is_all_in_words(found: Sequence[Stretch]) -> bool:
    """Whether everything that changes is demanded in words, before and after."""
    sides = [side for one in found if one.effect is not None for side in (one.before, one.after)]
    return bool(sides) and all(side is not None and isinstance(side.requirement, InWords) for side in sides)
