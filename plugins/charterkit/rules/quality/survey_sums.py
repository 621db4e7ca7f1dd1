"""Whether the figures in the file of a survey agree with each other: counts with sums, shares, averages, groups."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from charterkit.model.answers import Answer, Answers
from charterkit.model.publication import Publication
from charterkit.model.survey import ItemType, Survey
from charterkit.numbers import Bound, agrees, exact_ratio, rounded
from charterkit.problems import Problem, Spot, problem
from charterkit.rules.quality.survey_figures import Question, figures, is_complete, questions


def survey_sums(publication: Publication) -> Iterator[Problem]:
    """Every figure in the file of a survey that another one contradicts."""
    for id, answers in publication.answers.items():
        survey = publication.surveys[id]
        k = survey.smallest_count(publication.methodology)
        for group in survey.groups:
            for one in questions(survey, group):
                yield from _Lines(one, answers).problems(k)
        yield from _of_groups(survey, answers)


class _Lines:
    """The lines about one question."""

    def __init__(self, question: Question, answers: Answers) -> None:
        self.question = question
        self.lines = answers.at(question.place)
        self.file = answers.file
        self.whole = next((line for line in self.lines if not line.answer), None)
        n = self.whole.n if self.whole else None
        self.n = int(n.value) if n is not None and n.bound is Bound.EXACT else None
        self.counts = {line.answer: line.count for line in self.lines if line.count is not None}
        self.told = figures(question, answers)

    def problems(self, k: int) -> Iterator[Problem]:
        """What does not agree."""
        yield from self._of_sum()
        for line in self.lines:
            yield from self._of_answer(line, k)
        if self.whole is not None:
            yield from self._of_average(self.whole)

    def _problem(self, id: str, line: Answer, **details: object) -> Problem:
        return problem(id, Spot(self.file, line=line.line), **details)

    def _of_sum(self) -> Iterator[Problem]:
        returned = self.question.group.turnout
        size = int(self.told.size) if self.told.size is not None else 0
        first = self.whole or next(iter(self.lines), None)
        if first is None:
            return
        if returned is not None and returned.bound is Bound.EXACT and size > returned.value:
            yield self._problem("answers-over-returned", first, found=size, returned=returned.value)
        if self.n is not None and is_complete(self.question, self.counts):
            total = sum(self.counts[one] for one in self.question.answers)
            if total != self.n:
                yield self._problem("answers-sum", first, found=self.n, wanted=total)

    def _of_answer(self, line: Answer, k: int) -> Iterator[Problem]:
        if self.n is None or line.count is None:
            return
        if line.count > self.n:
            yield self._problem("answers-over", line, found=line.count, n=self.n)
            return
        is_option = self.question.item.type is ItemType.MULTIPLE
        if is_option and 0 < self.n - line.count < k:
            yield self._problem("answers-too-few-left", line, k=k, survey=self.question.survey.id)
        if line.share is not None and self.n:
            exact = exact_ratio(line.count, self.n)
            if not agrees(line.share, exact):
                yield self._problem("answers-share", line, found=line.share, wanted=rounded(exact, 1))

    def _of_average(self, whole: Answer) -> Iterator[Problem]:
        if whole.mean is None or not is_complete(self.question, self.counts) or self.told.mean is None:
            return
        if not agrees(whole.mean, self.told.mean):
            wanted = rounded(self.told.mean, max(2, _decimals(whole.mean)))
            yield self._problem("answers-average", whole, found=whole.mean, wanted=wanted)


def _of_groups(survey: Survey, answers: Answers) -> Iterator[Problem]:
    """Groups that are made of others, whose numbers are not those of the others together."""
    for group in survey.groups:
        for one in questions(survey, group) if group.sum_of else ():
            for line in answers.at(one.place):
                parts = [_like(line, answers, part) for part in group.sum_of]
                total = _number(line)
                if total is None or any(part is None for part in parts):
                    continue
                wanted = sum((part for part in parts if part is not None), Fraction(0))
                if total != wanted:
                    spot = Spot(answers.file, line=line.line)
                    yield problem(
                        "answers-of-groups", spot, found=total, wanted=wanted, groups=", ".join(group.sum_of)
                    )


def _like(line: Answer, answers: Answers, group: str) -> Fraction | None:
    place = type(line.place)(group, line.place.item, line.place.side)
    same = next((one for one in answers.at(place) if one.answer == line.answer), None)
    return _number(same) if same is not None else None


def _number(line: Answer) -> Fraction | None:
    """How many gave the answer of a line, or answered its question."""
    if line.answer:
        return None if line.count is None else Fraction(line.count)
    return Fraction(line.n.value) if line.n is not None and line.n.bound is Bound.EXACT else None


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))
