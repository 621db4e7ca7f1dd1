"""The figures of one question of a survey: shares, averages, net promoter score, each with how exact it is.

All arithmetic is exact; only a square root is rounded, far behind the digits that anybody shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal
from fractions import Fraction
from typing import Final

from charterkit.model.answers import Answer, Answers, Place
from charterkit.model.indicator import Sample
from charterkit.model.result import Count
from charterkit.model.survey import AnswerScale, Block, Item, ItemType, RespondentGroup, Side, Survey
from charterkit.numbers import Bound
from charterkit.rules.uncertainty import (
    BY_SAMPLE,
    SMALL_BASE,
    Exactness,
    Interval,
    net_promoter_score,
    spread,
    wilson,
)

_EXACT: Final = Context(prec=40)
_WEIGHTS: Final[Mapping[str, int]] = {"promoters": 1, "passives": 0, "detractors": -1}


@dataclass(frozen=True, slots=True)
class Question:
    """What one group was asked about one side of one item."""

    survey: Survey
    group: RespondentGroup
    block: Block
    item: Item
    side: Side

    @property
    def place(self) -> Place:
        """Where its answers stand."""
        return Place(self.group.id, self.item.id, self.side)

    @property
    def scale(self) -> AnswerScale | None:
        """The scale of its answers."""
        return self.survey.scale_of(self.block, self.item)

    @property
    def answers(self) -> tuple[str, ...]:
        """Its answers, from the worst to the best on a scale."""
        return self.survey.answers_of(self.block, self.item)

    @property
    def sample(self) -> Sample:
        """How the people asked were found."""
        return self.survey.sample_of(self.group)


@dataclass(frozen=True, slots=True)
class Figures:
    """What is published of a question.

    `counts` and `shares` (in per cent) are by answer, as far as they are known and shown; `mean` is the average on
    the scale, of `nps` the score from -100 to 100; `best` is the share of the two best answers. `hidden` are the
    answers that are not shown so that nobody is recognised, with a blank one for the question as a whole.
    """

    question: Question
    n: Count | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    shares: Mapping[str, Fraction] = field(default_factory=dict)
    mean: Fraction | None = None
    variance: Fraction | None = None
    best: Fraction | None = None
    hidden: frozenset[str] = frozenset()

    @property
    def size(self) -> Decimal | None:
        """How many answered, where it is known exactly."""
        return (
            self.n.value if self.n is not None and self.n.bound is Bound.EXACT and self.n.value > 0 else None
        )

    @property
    def is_hidden(self) -> bool:
        """Whether nothing of it is shown."""
        return "" in self.hidden and self.mean is None and not self.shares and self.best is None

    @property
    def speaks(self) -> bool:
        """Whether there is anything to show."""
        return (
            bool(self.hidden or self.shares or self.counts) or self.mean is not None or self.best is not None
        )

    def exactness(self) -> Exactness:
        """Why the average has an interval, or none."""
        found = self.exactness_of_share()
        if found is Exactness.INTERVAL and self.variance is None:
            return Exactness.SPREAD_UNKNOWN
        return found

    def exactness_of_share(self) -> Exactness:
        """Why a share has an interval, or none."""
        if self.question.sample in BY_SAMPLE:
            return BY_SAMPLE[self.question.sample]
        return Exactness.SIZE_UNKNOWN if self.size is None else Exactness.INTERVAL

    def interval(self) -> Interval | None:
        """The 95 % interval of the average, within its scale; None where there is none to give."""
        size, mean, variance = self.size, self.mean, self.variance
        if self.exactness() is not Exactness.INTERVAL or size is None or mean is None or variance is None:
            return None
        half = spread(_root(variance), size)
        low, high = _ends(self.question)
        return Interval(max(mean - half, low), min(mean + half, high))

    def interval_of(self, share: Fraction) -> Interval | None:
        """The 95 % interval of a share, both in per cent."""
        return self._wilson(share) if self.exactness_of_share() is Exactness.INTERVAL else None

    def interval_at_best(self, share: Fraction) -> Interval | None:
        """The interval that a share of few answers would have, had people been chosen at random.

        Only where it is not known how they were chosen: it shows how little so few answers tell. Of many it would
        look like an exactness that nobody vouches for.
        """
        few = self.size is not None and self.size < SMALL_BASE
        return self._wilson(share) if few and self.question.sample is Sample.UNKNOWN else None

    def _wilson(self, share: Fraction) -> Interval | None:
        if self.size is None or not 0 <= share <= 100:
            return None
        found = wilson(share / 100, self.size)
        return Interval(found.low * 100, found.high * 100)


def questions(survey: Survey, group: RespondentGroup) -> Iterator[Question]:
    """Every question that a group was asked, in the order of the questionnaire; texts are none with figures."""
    for block, item in survey.asked(group):
        if item.type is not ItemType.TEXT:
            yield from (Question(survey, group, block, item, side) for side in block.sides(item))


def figures(question: Question, answers: Answers) -> Figures:
    """What the answers tell of a question."""
    lines = answers.at(question.place)
    whole = next((line for line in lines if not line.answer), None)
    counts = {line.answer: line.count for line in lines if line.answer and line.count is not None}
    n = _size(question, whole, counts)
    mean, variance = _average(question, whole, counts, n)
    shares = dict(_shares(lines, n))
    hidden = frozenset(line.answer for line in lines if line.hidden)
    best = _best(question, counts, shares, n)
    return Figures(question, n, counts, shares, mean, variance, best, hidden)


def is_complete(question: Question, counts: Mapping[str, int]) -> bool:
    """Whether every answer is counted, so that they add up to all who answered."""
    adds_up = question.item.type is not ItemType.MULTIPLE
    return adds_up and bool(question.answers) and all(one in counts for one in question.answers)


def weights(question: Question) -> Mapping[str, int] | None:
    """What each answer counts in the average; None where there is no average."""
    if question.item.type is ItemType.NPS:
        return _WEIGHTS
    return {one: int(one) for one in question.answers} if question.item.type is ItemType.SCALE else None


def _size(question: Question, whole: Answer | None, counts: Mapping[str, int]) -> Count | None:
    if is_complete(question, counts):
        return Count(Decimal(sum(counts[one] for one in question.answers)))
    return whole.n if whole is not None else None


def _average(
    question: Question, whole: Answer | None, counts: Mapping[str, int], n: Count | None
) -> tuple[Fraction | None, Fraction | None]:
    """The average and the variance; from the counts where all are there, else as the file prints them."""
    weighted = weights(question)
    if weighted and n is not None and n.value > 0 and is_complete(question, counts):
        return _counted(question, weighted, counts, int(n.value))
    if whole is None or whole.mean is None or not weighted:
        return None, None
    return Fraction(whole.mean), None if whole.sd is None else Fraction(whole.sd) ** 2


def _counted(
    question: Question, weighted: Mapping[str, int], counts: Mapping[str, int], n: int
) -> tuple[Fraction, Fraction | None]:
    if question.item.type is ItemType.NPS:
        score, sd = net_promoter_score(*(counts[one] for one in question.answers))
        return score, Fraction(sd) ** 2
    mean = Fraction(sum(weighted[one] * counts[one] for one in question.answers), n)
    squares = sum(((weighted[one] - mean) ** 2 * counts[one] for one in question.answers), Fraction(0))
    return mean, squares / (n - 1) if n > 1 else None


def _shares(lines: tuple[Answer, ...], n: Count | None) -> Iterator[tuple[str, Fraction]]:
    exact = n is not None and n.bound is Bound.EXACT and n.value > 0
    for line in lines:
        if line.answer and line.count is not None and n is not None and exact:
            yield line.answer, Fraction(100 * line.count) / Fraction(n.value)
        elif line.answer and line.share is not None:
            yield line.answer, Fraction(line.share)


def _best(
    question: Question, counts: Mapping[str, int], shares: Mapping[str, Fraction], n: Count | None
) -> Fraction | None:
    """The share of the two best answers of a scale."""
    scale = question.scale
    if question.item.type is not ItemType.SCALE or scale is None:
        return None
    if scale.best_two in shares:
        return shares[scale.best_two]
    ends = scale.answers[-2:]
    return sum((shares[one] for one in ends), Fraction(0)) if all(one in shares for one in ends) else None


def _ends(question: Question) -> tuple[Fraction, Fraction]:
    scale = question.scale
    if question.item.type is ItemType.NPS or scale is None:
        return Fraction(-100), Fraction(100)
    return Fraction(scale.min), Fraction(scale.max)


def _root(value: Fraction) -> Decimal:
    return _EXACT.sqrt(_EXACT.divide(Decimal(value.numerator), Decimal(value.denominator)))
