"""Sums put together have the same solutions as before, and say sooner what follows from all of them."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from charterkit.rules.combined import combined
from charterkit.rules.whole_numbers import Search, Sum

MOST = 5
# 423 people answered 1 to 5: 246 of them 4 or 5, their average is rounded, and so is the spread around it.
SURVEY = (
    Sum(((0, 1), (1, 1), (2, 1), (3, 1), (4, 1)), 423, 423),
    Sum(((3, 1), (4, 1)), 246, 246),
    Sum(((0, 1), (1, 2), (2, 3), (3, 4), (4, 5)), 1542, None),
    Sum(((0, 1), (1, 2), (2, 3), (3, 4), (4, 5)), None, 1546),
    Sum(((0, 1), (1, 4), (2, 9), (3, 16), (4, 25)), 5944, 5981),
)


@st.composite
def sums(draw: st.DrawFn) -> tuple[int, tuple[Sum, ...]]:
    """Some whole numbers, and sums of them that mostly can be fulfilled."""
    numbers = draw(st.lists(st.integers(0, MOST), min_size=2, max_size=4))
    found = []
    for _ in range(draw(st.integers(1, 4))):
        factors = draw(st.lists(st.integers(-4, 4), min_size=len(numbers), max_size=len(numbers)))
        total = sum(a * b for a, b in zip(factors, numbers, strict=True)) + draw(
            st.sampled_from((0, 0, 0, 1))
        )
        low, high = draw(st.sampled_from(((0, 0), (0, 2), (1, 3), (None, 0), (0, None))))
        terms = tuple((at, factor) for at, factor in enumerate(factors) if factor)
        found.append(Sum(terms, None if low is None else total - low, None if high is None else total + high))
    return len(numbers), tuple(one for one in found if one.terms)


def solutions(size: int, all: tuple[Sum, ...]) -> list[tuple[int, ...]]:
    return [numbers for numbers in product(range(MOST + 1), repeat=size) if all_fulfilled(numbers, all)]


def all_fulfilled(numbers: tuple[int, ...], all: tuple[Sum, ...]) -> bool:
    for one in all:
        total = sum(factor * numbers[at] for at, factor in one.terms)
        if (one.low is not None and total < one.low) or (one.high is not None and total > one.high):
            return False
    return True


@settings(max_examples=60, deadline=None)
@given(sums())
def test_the_same_numbers_fulfil_them(drawn: tuple[int, tuple[Sum, ...]]) -> None:
    size, given = drawn

    assert solutions(size, combined(given)) == solutions(size, given)


def test_two_halves_of_a_range_become_one_and_a_common_factor_is_divided_out() -> None:
    halves = (Sum(((0, 2), (1, 4)), 3, None), Sum(((0, -1), (1, -2)), -3, None))

    assert combined(halves) == (Sum(((0, 1), (1, 2)), 2, 3),)


def test_of_an_average_and_a_spread_together_little_room_is_left_at_once() -> None:
    ends = [(1, 423)] * 5
    apart, together = (
        Search(found, 5).narrowed(ends, set(range(len(found)))) for found in (SURVEY, combined(SURVEY))
    )

    assert apart is not None
    assert together is not None
    assert apart[0] == (1, 399)
    assert together[0][1] is not None
    assert together[0][1] < 50


def test_a_survey_is_searched_to_the_end() -> None:
    search = Search(combined(SURVEY), 5)
    start = search.narrowed([(1, 423)] * 5, set(range(len(search.sums))))
    assert start is not None

    assert search.only_one(start, set(), range(5)) == frozenset()
    assert search.left > 500
