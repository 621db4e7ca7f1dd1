"""Exact numbers in writing: what a decimal can hold, and what only a fraction can."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def exact_decimal(value: Fraction) -> Decimal | None:
    """The value as a decimal with no more places than it needs; None where it would take infinitely many."""
    rest, twos = _without(value.denominator, 2)
    rest, fives = _without(rest, 5)
    if rest != 1:
        return None
    places = max(twos, fives)
    # Made from text: arithmetic of decimals would round to the digits of its context.
    return Decimal(f"{value.numerator * 10**places // value.denominator}E-{places}")


def plain(value: Decimal) -> str:
    """The digits of a number with a point, never with an exponent."""
    return f"{value:f}"


def _without(number: int, factor: int) -> tuple[int, int]:
    """The number without a prime factor, and how often that was in it."""
    times = 0
    while number % factor == 0:
        number, times = number // factor, times + 1
    return number, times
