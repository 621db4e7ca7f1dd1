"""Sums put together: what two of them say of a number alone is closer than what each of them says by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import gcd, inf

from charterkit.rules.whole_numbers import Sum


def combined(sums: Iterable[Sum]) -> tuple[Sum, ...]:
    """The sums, and those that follow from them by taking numbers out one after the other (Gauss and Jordan).

    The same whole numbers fulfil them; but of an average and a spread together a search learns at once what it
    would find by trying.
    """
    own = _once(sums)
    return _once((*own, *_following(sorted(own, key=_width))))


def _following(sums: Iterable[Sum]) -> Iterator[Sum]:
    """Each sum without what the closer ones before it tell, and those without what it tells itself."""
    rows: list[Sum] = []
    for one in sums:
        left: Sum | None = one
        for row in rows:
            left = None if left is None else _without(left, row)
        if left is not None:
            yield left
            rows = [*filter(None, (_without(row, left) for row in rows)), left]
    yield from rows


def _width(one: Sum) -> float:
    return inf if one.low is None or one.high is None else one.high - one.low


def _once(sums: Iterable[Sum]) -> tuple[Sum, ...]:
    """Each sum once, as close as all that have its terms say together."""
    found: dict[tuple[tuple[int, int], ...], Sum] = {}
    for one in sums:
        plain = _plain(dict(one.terms), one.low, one.high)
        if plain is not None:
            same = found.get(plain.terms, plain)
            low = max((end for end in (plain.low, same.low) if end is not None), default=None)
            high = min((end for end in (plain.high, same.high) if end is not None), default=None)
            found[plain.terms] = Sum(plain.terms, low, high)
    return tuple(found.values())


def _plain(terms: Mapping[int, int], low: int | None, high: int | None) -> Sum | None:
    """A sum whose terms have no common divisor and begin with a positive one; None where it says nothing."""
    named = sorted((index, factor) for index, factor in terms.items() if factor)
    if not named or low is high is None:
        return None
    common = gcd(*(factor for _, factor in named))
    if named[0][1] < 0:
        low, high = (None if high is None else -high), (None if low is None else -low)
        common = -common
    size = abs(common)
    return Sum(
        tuple((index, factor // common) for index, factor in named),
        None if low is None else -(-low // size),
        None if high is None else high // size,
    )


def _without(one: Sum, other: Sum) -> Sum | None:
    """A sum without the first number of another one, which is in its place; None where nothing is left to say."""
    pivot, times = other.terms[0]
    terms = dict(one.terms)
    factor = terms.get(pivot, 0)
    if not factor:
        return one
    terms = {index: times * mine for index, mine in terms.items()}
    for index, theirs in other.terms:
        terms[index] = terms.get(index, 0) - factor * theirs
    least, most = (other.low, other.high) if factor > 0 else (other.high, other.low)
    low = None if one.low is None or most is None else times * one.low - factor * most
    high = None if one.high is None or least is None else times * one.high - factor * least
    return _plain(terms, low, high)
