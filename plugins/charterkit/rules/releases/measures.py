"""The measures of a promise in two releases: which is which, and in which terms their targets can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Final

from charterkit.model.indicator import Direction
from charterkit.periods import YearStart
from charterkit.rules.releases.change import Records
from charterkit.rules.releases.effects import Effect, is_of_the_measure
from charterkit.rules.releases.in_time import Terms
from charterkit.rules.releases.lineage import Descent, Lineages
from charterkit.rules.releases.strictness import Gauge
from charterkit.rules.releases.tree import differences

Part = Mapping[str, Any]

# Figures that are a part of a whole, and figures that count things.
_SHARES: Final = frozenset({"share", "survey_share", "availability"})
_COUNTS: Final = frozenset({"count", "time", "frequency"})
_HUNDRED: Final = Fraction(100)
_NOTHING: Final = Fraction(0)


@dataclass(frozen=True, slots=True)
class MeasurePair:
    """A measure before and after, None where there was or is none. `became` says how its indicator came in the place
    of another one; None where it is the same."""

    name: str
    before: Part | None
    after: Part | None
    became: Effect | None = None


@dataclass(frozen=True, slots=True)
class Rulers:
    """Says in which terms the demands of two releases are compared."""

    before: Records
    after: Records
    year_starts: YearStart
    # Whether a change of the wording of an indicator was declared to change nothing.
    is_clarified: Callable[[str, str], bool]

    def of_measures(self, pair: MeasurePair) -> Terms:
        """The terms of a measure's targets, by its indicators."""
        older, newer = _indicator(pair.before or pair.after), _indicator(pair.after or pair.before)
        old, new = self._gauge(self.before, older), self._gauge(self.after, newer)
        if pair.became is Effect.TURNED_ROUND:
            return _turned(old, new)
        return Terms(old, new, comparable=pair.became is None and self._is_same_measure(f"indicator/{newer}"))

    def of_norms(self, key: str, descent: Descent | None = None) -> Terms:
        """The terms of a standard's norms, which have their units themselves; `descent` where it replaces another."""
        older = descent.older[0] if descent is not None else key
        old, new = self._of_norms(self.before, older), self._of_norms(self.after, key)
        if descent is not None and descent.effect is Effect.TURNED_ROUND:
            return _turned(old, new)
        return Terms(old, new, comparable=descent is None and self._is_same_measure(key))

    def _of_norms(self, records: Records, key: str) -> Gauge:
        lowest = _NOTHING if records.get(key, {}).get("type") in _COUNTS else None
        return Gauge("", None, lowest, None, self.year_starts)

    def _gauge(self, records: Records, indicator: str) -> Gauge:
        found = records.get(f"indicator/{indicator}", {})
        direction = next((one for one in Direction if one.value == found.get("direction")), None)
        lowest, highest = _range(str(found.get("type")), str(found.get("unit")))
        return Gauge(_unit(found), direction, lowest, highest, self.year_starts)

    def _is_same_measure(self, key: str) -> bool:
        before, after = self.before.get(key), self.after.get(key)
        if before is None or after is None:
            return True
        kind = key.partition("/")[0]
        return not any(
            is_of_the_measure(kind, one.path) and not self.is_clarified(key, "/".join(one.path))
            for one in differences(before, after)
        )


def measure_pairs(
    before: Sequence[Part], after: Sequence[Part], found: Lineages
) -> tuple[tuple[MeasurePair, ...], bool]:
    """The measures side by side, and whether those that both have stand in another order."""
    older, newer = _names(before, after), _names(after, before)
    first, second = dict(zip(older, before, strict=True)), dict(zip(newer, after, strict=True))
    origins = {
        name: origin
        for name in newer
        if name not in first and (origin := _origin(second[name], first, second, found))
    }
    pairs = [
        MeasurePair(name, first[origins[name][0]], second[name], origins[name][1])
        if name in origins
        else MeasurePair(name, first.get(name), second[name])
        for name in newer
    ]
    taken = {*newer, *(origin for origin, _ in origins.values())}
    gone = [MeasurePair(name, first[name], None) for name in older if name not in taken]
    common = [name for name in older if name in second]
    return (*pairs, *gone), common != [name for name in newer if name in first]


def _origin(
    measure: Part, first: Mapping[str, Part], second: Mapping[str, Part], found: Lineages
) -> tuple[str, Effect] | None:
    """The name of the measure in whose place one came, and how."""
    origin = found.origin(f"indicator/{_indicator(measure)}")
    if origin is None:
        return None
    older = [
        name
        for name, one in first.items()
        if f"indicator/{_indicator(one)}" == origin.older[0] and name not in second
    ]
    return (older[0], origin.effect) if len(older) == 1 else None


def _names(measures: Sequence[Part], others: Sequence[Part]) -> list[str]:
    """What measures are known by: the indicator, and where it stands in several of them, all that sets them apart."""
    counted = [Counter(_indicator(one) for one in side) for side in (measures, others)]
    often = {name for side in counted for name, times in side.items() if times > 1}
    names = [_full_name(one) if _indicator(one) in often else _indicator(one) for one in measures]
    seen: Counter[str] = Counter()
    for index, name in enumerate(names):
        seen[name] += 1
        names[index] = name if seen[name] == 1 else f"{name}:{seen[name]}"
    return names


def _full_name(measure: Part) -> str:
    only = measure.get("only", {})
    slices = (
        [f"{column}={value}" for column, value in sorted(only.items())] if isinstance(only, Mapping) else []
    )
    parts = [measure.get("indicator"), measure.get("standard"), measure.get("variant"), *slices]
    return ":".join(str(part) for part in parts if part)


def _indicator(measure: Part | None) -> str:
    return str((measure or {}).get("indicator", ""))


def _turned(old: Gauge, new: Gauge) -> Terms:
    """Terms of figures of which one is 100 minus the other: neither passes 0 and 100."""
    old, new = (replace(one, lowest=_NOTHING, highest=_HUNDRED) for one in (old, new))
    return Terms(old, new, turned=True)


def _range(kind: str, unit: str) -> tuple[Fraction | None, Fraction | None]:
    """The ends that no figure passes."""
    if kind in _SHARES and unit == "percent":
        return _NOTHING, _HUNDRED
    return (_NOTHING if kind in _COUNTS else None), None


def _unit(indicator: Part) -> str:
    # A rank is judged in per cent of those that were compared.
    return "percent" if indicator.get("type") == "rank" else str(indicator.get("unit", ""))
