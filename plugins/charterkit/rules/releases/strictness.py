"""Which of two demands asks more: computed from operator and direction, never guessed.

A demand is the set of figures that it accepts. It asks more where its set lies inside the other one, and less where
the other one lies inside it; in every other case the two cannot be compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from charterkit.model.common import MonthDay
from charterkit.model.indicator import Direction
from charterkit.model.requirement import (
    Answer,
    AtOnce,
    BetterThan,
    ByDay,
    Extension,
    InWords,
    Limit,
    Norm,
    Operator,
    Requirement,
    Span,
    Target,
)
from charterkit.periods import CALENDAR_YEAR, YearStart
from charterkit.rules.releases.effects import Effect, together

Demand = Target | Norm
# An end of a set of figures: how far in it lies, and whether the end itself is left out.
End = tuple[Fraction, bool]

_TIMES: Final = frozenset(
    {"minutes", "hours", "days", "working_days", "calendar_days", "weeks", "months", "years"}
)
_REACHING: Final = frozenset({Operator.AT_LEAST, Operator.MORE_THAN})
_KEEPING: Final = frozenset({Operator.AT_MOST, Operator.LESS_THAN})
# How long these are, from short to long.
_PER: Final[Mapping[str, int]] = {"day": 0, "week": 1, "month": 2, "quarter": 3, "year": 4}


@dataclass(frozen=True, slots=True)
class Gauge:
    """What figures are held against a demand: their unit, which way is better (None: not known, as for a norm), and
    the ends that no figure passes."""

    unit: str = ""
    direction: Direction | None = None
    lowest: Fraction | None = None
    highest: Fraction | None = None
    year_starts: YearStart = CALENDAR_YEAR


@dataclass(frozen=True, slots=True)
class Accepted:
    """The figures that a demand accepts, from one end to the other; None is no end. `unit` is what they count."""

    low: End | None
    high: End | None
    unit: str


def asks(
    before: Demand | None, after: Demand | None, old: Gauge, new: Gauge, turned: bool = False
) -> Effect | None:
    """What becomes of a demand; None where it asks the same, `changed` where nobody can say whether it asks more.

    `turned`: the old figures are 100 minus the new ones.
    """
    if before is None or after is None:
        return _begun_or_ended(before, after, old, new)
    if _is_without_number(before.requirement) or _is_without_number(after.requirement):
        return Effect.CHANGED if before.requirement != after.requirement else _beside(before, after)
    one, other = accepted(before, old), accepted(after, new)
    if one is None or other is None or not _is_comparable(one, other, old, new, turned):
        return Effect.CHANGED
    found = with_per(inside(mirrored(one) if turned else one, other), before, after)
    return together([found, of_extension(before, after)]) or _beside(before, after)


def _begun_or_ended(before: Demand | None, after: Demand | None, old: Gauge, new: Gauge) -> Effect | None:
    """A demand where there was none asks more; one in words alone is new, for nobody can say how much it asks."""
    there = after if after is not None else before
    if there is None:
        return None
    effect = Effect.TIGHTENED if accepted(there, new if after is not None else old) else Effect.NEW
    return effect if after is not None else effect.turned_back


def _is_without_number(requirement: Requirement) -> bool:
    """Whether a demand has no number of its own: "most" may become "nearly all", and no rule knows what that asks."""
    return isinstance(requirement, (InWords, BetterThan))


def _beside(before: Demand, after: Demand) -> Effect | None:
    """What else differs in two demands that ask the same: the aim, the span in which a demand in words is meant."""
    if isinstance(before, Target) and isinstance(after, Target) and before.aim != after.aim:
        return Effect.CHANGED
    return Effect.CHANGED if before.per != after.per else None


def accepted(demand: Demand, gauge: Gauge) -> Accepted | None:
    """The figures that a demand accepts; None where no rule says which these are."""
    unit = demand.unit if isinstance(demand, Norm) else gauge.unit
    ends = _ends(demand.requirement, gauge)
    if ends is None or not _fits(demand.requirement, gauge.direction):
        return None
    low, high = ends
    lowest = (gauge.lowest, False) if gauge.lowest is not None else None
    highest = (gauge.highest, False) if gauge.highest is not None else None
    unit = "" if isinstance(demand.requirement, AtOnce) else unit
    return Accepted(low or lowest, high or highest, unit)


def _ends(requirement: Requirement, gauge: Gauge) -> tuple[End | None, End | None] | None:
    match requirement:
        case Limit(operator, value):
            end = (Fraction(value), operator in (Operator.MORE_THAN, Operator.LESS_THAN))
            return (end if operator not in _KEEPING else None, end if operator not in _REACHING else None)
        case Span(low, high):
            return (Fraction(low), False), (Fraction(high), False)
        case Answer(yes):
            return (Fraction(yes), False), (Fraction(yes), False)
        case AtOnce():
            return None, (Fraction(0), False)
        case ByDay(day):
            return None, (Fraction(_day_of_year(day, gauge.year_starts)), False)
        case _:
            return None


def _fits(requirement: Requirement, direction: Direction | None) -> bool:
    """Whether the operator goes the way that is better; one that goes against it says nothing that can be compared."""
    if direction is Direction.NONE:
        return False
    if not isinstance(requirement, Limit):
        return True
    wrong = {Direction.HIGHER: _KEEPING, Direction.LOWER: _REACHING}
    return direction is None or requirement.operator not in wrong.get(direction, frozenset())


def _day_of_year(day: MonthDay, year_starts: YearStart) -> int:
    """A number that is larger the later the day is in the body's year."""
    return ((day.month - year_starts.month) * 31 + day.day - year_starts.day) % (12 * 31)


def _is_comparable(one: Accepted, other: Accepted, old: Gauge, new: Gauge, turned: bool) -> bool:
    if turned:
        return one.unit == other.unit == "percent"
    return is_of_one_unit(one, other) and old.direction == new.direction


def is_of_one_unit(one: Accepted, other: Accepted) -> bool:
    """Whether the figures of both count the same; "at once" is no time in any unit of time."""
    if one.unit == other.unit:
        return True
    return "" in (one.unit, other.unit) and {one.unit, other.unit} - {""} <= _TIMES


def mirrored(one: Accepted) -> Accepted:
    """100 minus every figure."""
    low, high = ((100 - end[0], end[1]) if end is not None else None for end in (one.high, one.low))
    return Accepted(low, high, one.unit)


def inside(before: Accepted, after: Accepted) -> Effect | None:
    """Whether one set of figures lies inside the other; None where they are the same."""
    ends = [_further_in(before.low, after.low, 1), _further_in(before.high, after.high, -1)]
    if min(ends) < 0 < max(ends):
        return Effect.CHANGED
    step = sum(ends)
    return (Effect.TIGHTENED if step > 0 else Effect.LOOSENED) if step else None


def _further_in(before: End | None, after: End | None, sign: int) -> int:
    """1 where an end lies further in than it did, -1 where it lies further out, else 0."""
    if before is None or after is None:
        return (after is not None) - (before is not None)
    one, other = ((sign * value, strict) for value, strict in (before, after))
    return (other > one) - (other < one)


def with_per(found: Effect | None, before: Demand, after: Demand) -> Effect | None:
    """With the time in which a number is meant: once a week asks more than once a month, and so does twice a week."""
    if before.per == after.per:
        return found
    one, other = before.requirement, after.requirement
    if not (isinstance(one, Limit) and isinstance(other, Limit) and {before.per, after.per} <= set(_PER)):
        return Effect.CHANGED
    shorter = _PER[after.per] < _PER[before.per]
    for way, asks_more in ((_REACHING, shorter), (_KEEPING, not shorter)):
        if {one.operator, other.operator} <= way:
            return together([found, Effect.TIGHTENED if asks_more else Effect.LOOSENED])
    return Effect.CHANGED


def of_extension(before: Demand, after: Demand) -> Effect | None:
    """A longer time that the body may take asks less of it; one in other cases cannot be compared."""
    if not isinstance(before, Norm) or not isinstance(after, Norm) or before.extension == after.extension:
        return None
    one, other = (_longer(norm.extension) for norm in (before, after))
    if one == other:
        return Effect.CHANGED
    return Effect.LOOSENED if other > one else Effect.TIGHTENED


def _longer(extension: Extension | None) -> Fraction:
    return Fraction(extension.at_most) if extension is not None else Fraction(0)
