"""Printed times held against each other, without turning them into anything that was not printed.

Sixty minutes are an hour, seven calendar days a week, twelve months a year. Beyond that nothing is converted: nobody
knows how many hours a day at a counter has, or whether “days” are working days. Where the answer depends on that, the
reading that favours the body counts, so that nobody is accused of what cannot be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final, TypeAlias

from charterkit.model.common import Duration
from charterkit.model.service import TimeTaken

Totals: TypeAlias = Mapping[str, tuple[Decimal, Decimal]]
"""The shortest and the longest time in each measure: minutes, days, working days, calendar days, months."""

_MEASURES: Final[Mapping[str, tuple[str, int]]] = {
    "minutes": ("minutes", 1),
    "hours": ("minutes", 60),
    "days": ("days", 1),
    "working_days": ("working_days", 1),
    "calendar_days": ("calendar_days", 1),
    "weeks": ("calendar_days", 7),
    "months": ("months", 1),
    "years": ("months", 12),
}
_LARGEST_FIRST: Final = tuple(_MEASURES)[::-1]
_NONE: Final = Decimal(0)
_MINUTES_OF_A_DAY: Final = Decimal(24 * 60)
_SHORTEST_MONTH, _LONGEST_MONTH = 28, 31


def totals(takes: Iterable[TimeTaken]) -> Totals:
    """What times add up to, measure by measure."""
    found: dict[str, tuple[Decimal, Decimal]] = {}
    for one in takes:
        measure, times = _MEASURES[one.unit]
        low, high = found.get(measure, (_NONE, _NONE))
        longest = one.value if one.up_to is None else one.up_to
        found[measure] = (low + one.value * times, high + longest * times)
    return found


def differs(stated: Iterable[TimeTaken], parts: Iterable[TimeTaken]) -> bool:
    """Whether a printed total is certainly not what its parts add up to.

    Both must name the same measures: “3 days” beside steps of 2 days and 20 minutes may be rounded, and is let pass. A
    range is held against the shortest and the longest time; a single figure only has to lie between them, for steps of
    50 to 65 minutes can take an hour.
    """
    told, added = totals(stated), totals(parts)
    return told.keys() == added.keys() and any(
        not _fits(one, added[measure]) for measure, one in told.items()
    )


def _fits(told: tuple[Decimal, Decimal], added: tuple[Decimal, Decimal]) -> bool:
    low, high = told
    return added[0] <= low <= added[1] if low == high else told == added


def surpassed(stated: Iterable[TimeTaken], parts: Iterable[TimeTaken]) -> bool:
    """Whether parts that are not all there already take longer than a printed total, whatever the others take.

    They do where they take no less in any measure that the total names, and more in one of them. What they take besides
    is left aside: nobody knows how many hours a day has.
    """
    told, added = totals(stated), totals(parts)
    pairs = [(high, added.get(measure, (_NONE, _NONE))[0]) for measure, (_, high) in told.items()]
    return all(least >= high for high, least in pairs) and any(least > high for high, least in pairs)


def exceeds(takes: Iterable[TimeTaken], most: Duration) -> bool:
    """Whether a printed time is certainly longer than the longest that is allowed, whatever its days mean.

    Days of which the kind is not said count as calendar days where working days are allowed: twelve days in a row hold
    eight working days, four may hold only two. Hours beside days count by a clock that never stops, so 3 working days
    and 4 hours are more than 3 working days, and 10 hours are not more than one. Days are never held against hours.
    """
    spent = {measure: longest for measure, (_, longest) in totals(takes).items()}
    measure, times = _MEASURES[most.unit]
    limit = most.value * times
    if measure == "minutes":
        return spent.get("minutes", _NONE) > limit
    if measure == "months":
        return _months_exceed(spent, limit)
    return _fewest(spent, measure) > limit


def _months_exceed(spent: Mapping[str, Decimal], limit: Decimal) -> bool:
    whole = spent.get("months", _NONE)
    if whole > limit or (whole == limit and len(spent) > 1):
        return True
    return _fewest(spent, "calendar_days") > limit * _LONGEST_MONTH


def _fewest(spent: Mapping[str, Decimal], measure: str) -> Decimal:
    """The fewest days of a kind that a time can mean."""
    in_a_row = spent.get("calendar_days", _NONE) + spent.get("months", _NONE) * _SHORTEST_MONTH
    unsaid = spent.get("days", _NONE)
    rest = spent.get("working_days", _NONE) + spent.get("minutes", _NONE) / _MINUTES_OF_A_DAY
    if measure == "working_days":
        return rest + _working_days(in_a_row + unsaid)
    return rest + unsaid + (_working_days(in_a_row) if measure == "days" else in_a_row)


def _working_days(days: Decimal) -> Decimal:
    """The fewest working days among so many days in a row, in weeks of five."""
    weeks, more = divmod(days, 7)
    return weeks * 5 + max(_NONE, more - 2)


def written(takes: Iterable[TimeTaken], like: Iterable[TimeTaken] = ()) -> str:
    """A time in the words of the files, added up by units: `3 working_days + 9 minutes`.

    Minutes become hours where the time that it is to be compared with (`like`) has hours.
    """
    by_unit: dict[str, tuple[Decimal, Decimal]] = {}
    for one in takes:
        low, high = by_unit.get(one.unit, (_NONE, _NONE))
        by_unit[one.unit] = (low + one.value, high + (one.value if one.up_to is None else one.up_to))
    low, high = by_unit.get("minutes", (_NONE, _NONE))
    if low == high >= 60 and any(one.unit == "hours" for one in like):
        hours, minutes = divmod(low, 60)
        shortest, longest = by_unit.get("hours", (_NONE, _NONE))
        by_unit |= {"hours": (shortest + hours, longest + hours), "minutes": (minutes, minutes)}
    parts = ((unit, *by_unit[unit]) for unit in _LARGEST_FIRST if unit in by_unit)
    return " + ".join(f"{_range(low, high)} {unit}" for unit, low, high in parts if high)


def _range(low: Decimal, high: Decimal) -> str:
    return f"{_plain(low)}–{_plain(high)}" if low != high else _plain(low)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
