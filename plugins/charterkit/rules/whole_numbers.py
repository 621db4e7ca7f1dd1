"""Whole numbers that fulfil sums: their ends are drawn closer, then ranges are halved until a solution is found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

# So much is tried for each group of cells: a few dozen nodes are usual, and no build may hang on a table.
_STEPS = 2000
_NODES = 600
# How far above the least value an amount without any upper bound is tried: a second value is all that is sought.
_REACH = 64

Ends = tuple[int, int | None]
"""The least and the largest value of a whole number; the largest may be open."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A relation in whole numbers, between the unknown ones alone."""

    terms: tuple[tuple[int, int], ...]
    low: int | None
    high: int | None


def _narrow(ends: list[Ends], one: Sum) -> set[int] | None:
    """Draw the ends of each number of a sum as close as the others allow: those that moved; None if one has no room."""
    lows, highs = _Total(), _Total()
    spans = [_product(ends[index], factor) for index, factor in one.terms]
    for low, high in spans:
        lows.add(low)
        highs.add(high)
    moved = set()
    for (index, factor), (low, high) in zip(one.terms, spans, strict=True):
        found = _closer(ends[index], factor, _room(one, lows.without(low), highs.without(high)))
        if found is None:
            return None
        if found != ends[index]:
            ends[index] = found
            moved.add(index)
            now_low, now_high = _product(found, factor)
            lows.change(low, now_low)
            highs.change(high, now_high)
    return moved


class _Total:
    """A sum of ends of which some may be open."""

    __slots__ = ("open", "sum")

    def __init__(self) -> None:
        self.sum = self.open = 0

    def add(self, end: int | None) -> None:
        """Count an end in."""
        if end is None:
            self.open += 1
        else:
            self.sum += end

    def without(self, end: int | None) -> int | None:
        """The sum of all others; None where one of them is open."""
        if end is None:
            return self.sum if self.open == 1 else None
        return None if self.open else self.sum - end

    def change(self, before: int | None, after: int | None) -> None:
        """Let an end take the place of another one."""
        if before is None:
            self.open -= 1
        else:
            self.sum -= before
        self.add(after)


def _room(one: Sum, low: int | None, high: int | None) -> tuple[int | None, int | None]:
    """What a sum leaves for one of its terms, where the others come to between `low` and `high`."""
    least = None if one.low is None or high is None else one.low - high
    most = None if one.high is None or low is None else one.high - low
    return least, most


def _closer(was: Ends, factor: int, room: tuple[int | None, int | None]) -> Ends | None:
    """The ends of a number within the room of its term; None where none is left."""
    least, most = room
    if factor < 0:
        least, most = (None if most is None else -most), (None if least is None else -least)
    size, (start, end) = abs(factor), was
    if least is not None:
        start = max(start, -(-least // size))
    if most is not None:
        top = most // size
        end = top if end is None else min(end, top)
    return None if end is not None and start > end else (start, end)


def _product(ends: Ends, factor: int) -> tuple[int | None, int | None]:
    low, high = ends[0] * factor, None if ends[1] is None else ends[1] * factor
    return (low, high) if factor > 0 else (high, low)


class TooLong(Exception):
    """The search looked at as many possibilities as it may; `certain` are the numbers that it found until then."""

    def __init__(self, certain: frozenset[int] = frozenset()) -> None:
        self.certain = certain


class Impossible(Exception):
    """No whole numbers fulfil the relations."""


class Search:
    """Looks for solutions in whole numbers, halving the range of one number after the other."""

    def __init__(self, sums: tuple[Sum, ...], size: int, nodes: int = _NODES) -> None:
        self.sums = sums
        self.left = nodes
        self.certain: set[int] = set()
        self.sums_of: list[list[int]] = [[] for _ in range(size)]
        for place, one in enumerate(sums):
            for index, _ in one.terms:
                self.sums_of[index].append(place)

    def narrowed(self, ends: Sequence[Ends], due: set[int]) -> list[Ends] | None:
        """The ends drawn as close as the sums allow, each by itself; None where nothing is left."""
        found, steps = list(ends), 0
        while due and steps < _STEPS:
            place = min(due)
            due.discard(place)
            moved = _narrow(found, self.sums[place])
            if moved is None:
                return None
            due.update(other for index in moved for other in self.sums_of[index] if other != place)
            steps += 1
        return found

    def only_one(self, start: Sequence[Ends], known: Set[int], asked: Iterable[int]) -> frozenset[int]:
        """Those that are known, and which of the numbers asked about have the same value in every solution."""
        self.certain = set(known)
        first = self._solution(start, set())
        if first is None:
            raise Impossible
        varies: set[int] = set()
        for index in asked:
            other = None if index in varies else self._other(start, index, first[index])
            if other is not None:
                varies |= {place for place, value in enumerate(other) if value != first[place]}
            elif index not in varies:
                self.certain.add(index)
        return frozenset(self.certain)

    def _other(self, start: Sequence[Ends], index: int, value: int) -> list[int] | None:
        """A solution in which a number has another value."""
        low, high = start[index]
        for side in ((low, value - 1), (value + 1, high)):
            if side[1] is None or side[0] <= side[1]:
                found = self._solution([*start[:index], side, *start[index + 1 :]], set(self.sums_of[index]))
                if found is not None:
                    return found
        return None

    def _solution(self, ends: Sequence[Ends], due: set[int]) -> list[int] | None:
        if not self.left:
            raise TooLong(frozenset(self.certain))
        self.left -= 1
        narrowed = self.narrowed(ends, due)
        index = None if narrowed is None else _narrowest(narrowed)
        if narrowed is None or index is None:
            return None if narrowed is None else [low for low, _ in narrowed]
        for half in _halves(narrowed[index]):
            changed = [*narrowed[:index], half, *narrowed[index + 1 :]]
            found = self._solution(changed, set(self.sums_of[index]))
            if found is not None:
                return found
        return None


def _narrowest(ends: Sequence[Ends]) -> int | None:
    """The unknown number with the fewest values; one without an upper end comes last."""
    widths = [
        (high is None, (high or 0) - low, index) for index, (low, high) in enumerate(ends) if low != high
    ]
    return min(widths)[2] if widths else None


def _halves(ends: Ends) -> tuple[Ends, ...]:
    """The two halves of a range; of one without an upper end the beginning alone."""
    low, high = ends
    if high is None:
        return ((low, low + _REACH),)
    middle = (low + high) // 2
    return (low, middle), (middle + 1, high)
