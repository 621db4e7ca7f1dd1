"""Ways in which hidden counts of answers may be otherwise without anything published changing.

A move adds people to some answers and takes them from others. Where a move fits, nobody can say how many gave a
hidden answer: with it and without it every published sum, average and spread is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import Final

Row = tuple[int, ...]
Move = tuple[int, ...]

# Up to so many answers every small move is looked for; of longer scales the regular ones are enough.
_FEW: Final = 5
_SMALL: Final = 5
# Moves that keep a number, an average, a spread: differences of the first, second, third and fourth order.
_REGULAR: Final = ((1, -1), (1, -2, 1), (1, -1, -1, 1), (1, -3, 3, -1), (1, -2, 0, 2, -1), (1, -4, 6, -4, 1))


def can_be_otherwise(
    sought: Row, hidden: Iterable[int], counts: Sequence[int], published: Sequence[Row]
) -> bool:
    """Whether a sum of counts may be another one, where only those of the `hidden` answers are unknown.

    Answers are named by their place in `counts`. `sought`, and each row of `published`, holds by answer what a sum
    multiplies its count with. That a hidden count is not 0 is known to everybody: zeros are shown.
    """
    unknown = frozenset(hidden)
    return any(
        _sum(move, sought) and _fits(move, unknown, counts)
        for move in moves(len(counts), tuple(dict.fromkeys(published)))
    )


@cache
def moves(answers: int, published: tuple[Row, ...]) -> tuple[Move, ...]:
    """The moves that change none of the published sums, the small ones first."""
    candidates = _every(answers) if answers <= _FEW else _regular(answers)
    kept = (move for move in candidates if any(move) and all(not _sum(move, row) for row in published))
    return tuple(sorted(kept, key=lambda move: (sum(map(abs, move)), move)))


def rows(weights: Mapping[str, int], ranges: Iterable[frozenset[str]], shown: Iterable[str]) -> list[Row]:
    """The rows of what is published: `n`, `mean` and `sd`, and those of ranges of answers."""
    told, found = frozenset(shown), []
    if "n" in told:
        found.append(tuple(1 for _ in weights))
    if "mean" in told:
        found.append(tuple(weights.values()))
    if "sd" in told:
        found.append(tuple(weight**2 for weight in weights.values()))
    return [*found, *(tuple(int(one in range) for one in weights) for range in ranges)]


def _sum(move: Move, row: Row) -> int:
    return sum(one * other for one, other in zip(move, row, strict=True))


def _fits(move: Move, hidden: frozenset[int], counts: Sequence[int]) -> bool:
    return all(not step or (place in hidden and counts[place] + step >= 1) for place, step in enumerate(move))


def _every(answers: int) -> Iterator[Move]:
    """The small moves that leave the number of people as it is: it is always published."""
    for first in product(range(-_SMALL, _SMALL + 1), repeat=answers - 1):
        last = -sum(first)
        if abs(last) <= _SMALL:
            yield (*first, last)


def _regular(answers: int) -> Iterator[Move]:
    """Each pattern at every place, with every distance between its steps, in both directions."""
    for pattern in _REGULAR:
        for distance in range(1, answers):
            reach = distance * (len(pattern) - 1)
            for first in range(answers - reach):
                move = [0] * answers
                for number, step in enumerate(pattern):
                    move[first + number * distance] = step
                yield tuple(move)
                yield tuple(-step for step in move)
