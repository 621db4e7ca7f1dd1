"""What is hidden of a survey cannot be worked out: every table of answers that fits what is shown is tried."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from charterkit.model.answers import Answer, Answers
from charterkit.numbers import rounded
from charterkit.rules.quality.survey_disclosure import disclosed
from charterkit.rules.quality.survey_protect import protected
from surveying import answered, counts, survey

K = 5
Numbers = tuple[int, ...]


def lines_of(group: str, numbers: Numbers) -> str:
    """A distribution as an import writes it: the question with its figures, each answer, the best two."""
    n = sum(numbers)
    mean, sd = statistics(numbers)
    best = f"{group},overall,,4-5,{numbers[3] + numbers[4]},,,,,\n"
    return f"{group},overall,,,,,{n},{mean},{sd},\n" + counts("overall", group, *numbers) + best


@cache
def statistics(numbers: Numbers) -> tuple[str, str]:
    """The average and the standard deviation with two decimals; blank where there is none."""
    n = sum(numbers)
    if n < 2:
        return "", ""
    mean = Fraction(sum(answer * number for answer, number in enumerate(numbers, start=1)), n)
    variance = sum((answer - mean) ** 2 * number for answer, number in enumerate(numbers, start=1)) / (n - 1)
    root = rounded(Fraction(str(float(variance) ** 0.5)), 2)
    return str(rounded(mean, 2)), str(root)


@cache
def tables(n: int) -> tuple[Numbers, ...]:
    """Every way in which so many people can have answered."""
    fours = (four for four in product(range(n + 1), repeat=4) if sum(four) <= n)
    return tuple((*four, n - sum(four)) for four in fours)


def fits(numbers: Numbers, shown: Sequence[Answer]) -> bool:
    """Whether everything that the lines show is true of a table; whoever hides has something to hide."""
    mean, sd = statistics(numbers)
    for line in shown:
        if not line.answer:
            if (line.mean is not None and str(line.mean) != mean) or (
                line.sd is not None and str(line.sd) != sd
            ):
                return False
            continue
        low, _, high = line.answer.partition("-")
        number = sum(numbers[int(low) - 1 : int(high or low)])
        if (line.count is not None and line.count != number) or (line.hidden and not high and not number):
            return False
    return True


def protect(lines: str) -> Answers:
    one = survey()
    return Answers.of(one.id, protected(one, answered(lines, one), K))


NUMBERS = st.tuples(*[st.integers(0, 7)] * 5).filter(lambda some: 2 <= sum(some) <= 15)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
@given(NUMBERS)
def test_no_small_count_follows_from_what_is_shown(numbers: Numbers) -> None:
    shown = protect(lines_of("desk", numbers)).lines
    whole = next(line for line in shown if not line.answer)
    if whole.hidden:
        assert all(line.hidden for line in shown)
        assert sum(numbers) < K or any(0 < number < K for number in numbers)
        return
    possible = [one for one in tables(sum(numbers)) if fits(one, shown)]

    assert numbers in possible
    for place, number in enumerate(numbers):
        if 0 < number < K:
            assert len({one[place] for one in possible}) > 1


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
@given(NUMBERS, NUMBERS)
def test_the_group_of_all_gives_no_part_away(desk: Numbers, web: Numbers) -> None:
    both = tuple(one + other for one, other in zip(desk, web, strict=True))
    answers = protect(lines_of("desk", desk) + lines_of("web", web) + lines_of("all", both))
    shown = {(line.place.group, line.answer): line for line in answers.lines}

    assert list(disclosed(survey(), answers)) == []
    # What any group hides, the group of all hides too: else the difference would say it.
    for (group, answer), line in shown.items():
        if group != "all":
            whole = shown["all", answer]
            assert not line.hidden or whole.hidden
            assert line.mean is not None or whole.mean is None
            assert line.sd is not None or whole.sd is None


def test_what_is_hidden_for_the_sake_of_another_cannot_be_worked_out_either() -> None:
    answers = protect(lines_of("web", (1, 3, 1, 0, 5)))

    assert list(disclosed(survey(), answers)) == []


def test_what_need_not_be_hidden_is_shown() -> None:
    answers = protect(lines_of("desk", (0, 8, 20, 40, 50)))

    assert not any(line.hidden for line in answers.lines)


def test_where_a_count_is_small_the_average_is_still_told() -> None:
    answers = protect(lines_of("desk", (3, 9, 40, 200, 160)))
    hidden = [line.answer for line in answers.lines if line.hidden]
    whole = answers.lines[0]

    assert hidden == ["1", "2", "3", "4", "5"]
    assert whole.mean is not None
    assert whole.sd is not None


@pytest.mark.parametrize("numbers", [(0, 0, 0, 2, 1), (0, 0, 4, 0, 0)])
def test_of_very_few_people_nothing_is_shown(numbers: Numbers) -> None:
    assert all(line.hidden for line in protect(lines_of("desk", numbers)).lines)


def test_an_option_that_nearly_everybody_chose_is_hidden() -> None:
    lines = "desk,channel,,,,,100,,,\ndesk,channel,,post,97,,,,,\ndesk,channel,,phone,40,,,,,\n"

    assert [line.answer for line in protect(lines).lines if line.hidden] == ["post"]
