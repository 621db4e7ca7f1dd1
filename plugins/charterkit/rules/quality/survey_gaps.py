"""Expectation against experience, and one survey against the one before it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from charterkit.model.answers import Answers
from charterkit.model.indicator import Sample
from charterkit.model.survey import Item, ItemType, RespondentGroup, Side, Survey
from charterkit.rules.quality.survey_figures import Figures, figures, questions
from charterkit.rules.uncertainty import Interval, Z, is_certain, wilson

_SQUARE: Final = Fraction(Z) ** 2
# Samples of which a difference can be judged: by chance, or without any.
_JUDGED: Final = frozenset({Sample.PROBABILITY, Sample.CENSUS})


@dataclass(frozen=True, slots=True)
class Gap:
    """An item of which both sides are known on one scale; `gap` is the expectation less the experience.

    Above 0 people get less than they expect. `weight` is the gap times the expectation (its importance): what the
    gaps are ranked by.
    """

    item: Item
    expectation: Figures
    experience: Figures
    gap: Fraction
    weight: Fraction


@dataclass(frozen=True, slots=True)
class Asked:
    """What a group said of an item: the figures of each side, and of both the gap, where there is one."""

    item: Item
    sides: dict[Side, Figures]
    gap: Gap | None


class Moved(StrEnum):
    """What became of a figure since the survey before."""

    HIGHER = "higher"
    LOWER = "lower"
    SAME = "same"
    CANNOT_BE_TOLD = "cannot_be_told"
    NO_STATEMENT = "no_statement"
    """The people asked were not chosen by chance, or not enough is known: nobody can say."""


@dataclass(frozen=True, slots=True)
class Change:
    """A figure now and in the survey before; `difference` is in the unit of the figure."""

    now: Figures
    before: Figures
    difference: Fraction
    moved: Moved


def asked(survey: Survey, group: RespondentGroup, answers: Answers) -> tuple[Asked, ...]:
    """What a group said of each item, in the order of the questionnaire."""
    found: dict[str, tuple[Item, dict[Side, Figures]]] = {}
    for one in questions(survey, group):
        told = figures(one, answers)
        if told.speaks:
            found.setdefault(one.item.id, (one.item, {}))[1][one.side] = told
    return tuple(Asked(item, sides, gap_between(item, sides)) for item, sides in found.values())


def ranked(told: tuple[Asked, ...]) -> tuple[Gap, ...]:
    """The gaps, the one that weighs most first; equal ones in the order of the questionnaire."""
    gaps = [one.gap for one in told if one.gap is not None]
    return tuple(sorted(gaps, key=lambda gap: -gap.weight))


def gap_between(item: Item, sides: dict[Side, Figures]) -> Gap | None:
    """The gap between both sides of an item on a scale; None where one of them is not known or not shown."""
    expected, met = sides.get(Side.EXPECTATION), sides.get(Side.EXPERIENCE)
    if item.type is not ItemType.SCALE or expected is None or met is None:
        return None
    if expected.mean is None or met.mean is None:
        return None
    gap = expected.mean - met.mean
    return Gap(item, expected, met, gap, gap * expected.mean)


def change(now: Figures, before: Figures) -> Change | None:
    """How the average (or the score) differs from the one of the survey before; None where they do not compare."""
    if now.mean is None or before.mean is None or not _comparable(now, before):
        return None
    difference = now.mean - before.mean
    return Change(now, before, difference, _moved(now, before, difference))


def change_of_shares(now: Figures, before: Figures, answer: str) -> Change | None:
    """The same for the share of an answer; blank stands for the two best answers of a scale."""
    later = now.shares.get(answer) if answer else now.best
    earlier = before.shares.get(answer) if answer else before.best
    if later is None or earlier is None or not _comparable(now, before):
        return None
    return Change(now, before, later - earlier, _moved_share(now, before, later, earlier))


def _comparable(now: Figures, before: Figures) -> bool:
    """Whether the answers were the same: another scale makes another figure."""
    return (
        now.question.item.type is before.question.item.type
        and now.question.answers == before.question.answers
    )


def _moved(now: Figures, before: Figures, difference: Fraction) -> Moved:
    """Two averages of independent samples: the difference against 1.96 times its standard error."""
    variances = [_of_sample(one) for one in (now, before)]
    if any(one is None for one in variances):
        return Moved.NO_STATEMENT
    bound = _SQUARE * sum((one for one in variances if one is not None), Fraction(0))
    return _direction(difference, difference**2 > bound or not bound)


def _of_sample(one: Figures) -> Fraction | None:
    """The variance of an average; 0 where everybody was asked, None where it cannot be known."""
    if one.question.sample is Sample.CENSUS:
        return Fraction(0)
    if one.question.sample not in _JUDGED or one.size is None or one.variance is None:
        return None
    return one.variance / Fraction(one.size)


def _moved_share(now: Figures, before: Figures, later: Fraction, earlier: Fraction) -> Moved:
    """Two shares of independent samples, each with Wilson's interval around it."""
    one, other = _around(now, later / 100), _around(before, earlier / 100)
    if one is None or other is None:
        return Moved.NO_STATEMENT
    certain = is_certain(later / 100, one, earlier / 100, other)
    return _direction(later - earlier, certain)


def _around(told: Figures, share: Fraction) -> Interval | None:
    if told.question.sample is Sample.CENSUS:
        return Interval(share, share)
    if told.question.sample not in _JUDGED or told.size is None:
        return None
    return wilson(share, told.size)


def _direction(difference: Fraction, certain: bool) -> Moved:
    if not difference and certain:
        return Moved.SAME
    if not certain:
        return Moved.CANNOT_BE_TOLD
    return Moved.HIGHER if difference > 0 else Moved.LOWER
