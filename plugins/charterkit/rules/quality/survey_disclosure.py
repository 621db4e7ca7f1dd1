"""Hidden answers that can be worked out from what the file of a survey shows: from sums, averages, other groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from charterkit.model.answers import Answer, Answers
from charterkit.model.publication import Publication
from charterkit.model.survey import ItemType, Survey
from charterkit.numbers import Bound
from charterkit.problems import Problem, Spot, problem
from charterkit.rules.linear import Range, Relation, System, fixed, solved
from charterkit.rules.quality.survey_figures import Question, questions, weights
from charterkit.rules.quality.survey_protect import range_of

_ONE: Final = Fraction(1)


@dataclass(frozen=True, slots=True, order=True)
class Amount:
    """How many of a group gave an answer; a blank one stands for all who answered the question."""

    group: str
    answer: str = ""


def survey_disclosures(publication: Publication) -> Iterator[Problem]:
    """What the answers of all surveys give away of what they hide."""
    for id, survey in publication.surveys.items():
        answers = publication.answers.get(id)
        if answers is not None and any(line.hidden for line in answers.lines):
            yield from disclosed(survey, answers)


@lru_cache(maxsize=64)
def disclosed(survey: Survey, answers: Answers) -> tuple[Problem, ...]:
    """A problem for every hidden line of a survey whose number can be worked out."""
    return tuple(_disclosed(survey, answers))


def _disclosed(survey: Survey, answers: Answers) -> Iterator[Problem]:
    together: dict[tuple[str, str], list[Question]] = {}
    for group in survey.groups:
        for one in questions(survey, group):
            together.setdefault((one.item.id, one.side), []).append(one)
    for same in together.values():
        lines = {one.group.id: answers.at(one.place) for one in same}
        if any(line.hidden for some in lines.values() for line in some):
            yield from _of_question(same, lines, answers.file)


def _of_question(same: list[Question], lines: dict[str, tuple[Answer, ...]], file: str) -> Iterator[Problem]:
    system = _System(same, lines)
    known = system.known()
    for group, some in lines.items():
        for line in some:
            if line.hidden and system.is_known(Amount(group, line.answer), known):
                spot = Spot(file, line=line.line)
                yield problem("answers-worked-out", spot, found=line.answer or line.place.item, group=group)


class _System:
    """Everything that ties the numbers of one question together, in all groups that were asked it."""

    def __init__(self, same: list[Question], lines: dict[str, tuple[Answer, ...]]) -> None:
        self.same = same
        self.lines = lines
        self.answers = same[0].answers
        self.adds_up = same[0].item.type is not ItemType.MULTIPLE
        self.ranges: dict[Amount, Range] = {}
        self.relations: list[Relation[Amount]] = []
        for one in same:
            self._of_group(one, lines[one.group.id])
        self.relations += self._of_sums()

    def known(self) -> frozenset[Amount]:
        """The unknown numbers that can be one only."""
        system = System(self.ranges, tuple(self.relations))
        found = fixed(system)
        return solved(system) if found is None else found

    def is_known(self, amount: Amount, known: Iterable[Amount]) -> bool:
        """Whether a hidden number can be worked out: of a range, whether all its parts can."""
        parts = range_of(amount.answer, self.answers) if amount.answer else ()
        told = set(known)
        if not parts or parts == {amount.answer}:
            return amount in told
        return all(
            Amount(amount.group, one) in told or self.ranges[Amount(amount.group, one)].is_known
            for one in parts
        )

    def _of_group(self, question: Question, lines: tuple[Answer, ...]) -> None:
        group = question.group
        by_answer = {line.answer: line for line in lines}
        whole = by_answer.get("")
        count = group.turnout
        most = Fraction(count.value) if count is not None and count.bound is Bound.EXACT else None
        n = whole.n if whole is not None else None
        exact = Fraction(n.value) if n is not None and n.bound is Bound.EXACT else None
        self.ranges[Amount(group.id)] = Range(exact, exact) if exact is not None else Range(Fraction(0), most)
        for one in self.answers:
            self.ranges[Amount(group.id, one)] = _told(by_answer.get(one), most)
        if self.adds_up:
            self._relate(group.id, dict.fromkeys(self.answers, 1), {"": -1})
        for line in lines:
            if line.answer and not line.hidden:
                self._of_answer(group.id, line)
        if whole is not None and whole.mean is not None:
            self._of_average(question, whole)

    def _of_answer(self, group: str, line: Answer) -> None:
        """A range, or a share that is printed without its count."""
        parts = dict.fromkeys(sorted(range_of(line.answer, self.answers)), 1)
        if line.count is not None and len(parts) > 1:
            self._relate(group, parts, {}, Fraction(line.count), Fraction(line.count))
        elif line.share is not None and line.count is None:
            low, high = (end / 100 for end in _rounded(line.share))
            self._relate(group, parts, {"": -low}, Fraction(0), None)
            self._relate(group, parts, {"": -high}, None, Fraction(0))

    def _of_average(self, question: Question, whole: Answer) -> None:
        weighted = weights(question)
        if not weighted or whole.mean is None:
            return
        factor = 100 if question.item.type is ItemType.NPS else 1
        low, high = (end / factor for end in _rounded(whole.mean))
        group = question.group.id
        self._relate(group, weighted, {"": -low}, Fraction(0), None)
        self._relate(group, weighted, {"": -high}, None, Fraction(0))
        n = self.ranges[Amount(group)]
        if whole.sd is not None and n.is_known and n.low > 1 and question.item.type is ItemType.SCALE:
            squares = {one: weight**2 for one, weight in weighted.items()}
            least, most = _squares(n.low, (low, high), whole.sd)
            self._relate(group, squares, {}, least, most)

    def _of_sums(self) -> Iterator[Relation[Amount]]:
        """Groups that are made of others."""
        asked = {one.group.id for one in self.same}
        for one in self.same:
            parts = one.group.sum_of
            if parts and set(parts) <= asked:
                for answer in (*self.answers, ""):
                    terms = tuple((Amount(part, answer), _ONE) for part in parts)
                    yield Relation((*terms, (Amount(one.group.id, answer), -_ONE)))

    def _relate(
        self,
        group: str,
        parts: Mapping[str, int],
        more: Mapping[str, Fraction | int],
        low: Fraction | None = Fraction(0),
        high: Fraction | None = Fraction(0),
    ) -> None:
        named: dict[str, Fraction | int] = {**parts, **more}
        terms = tuple((Amount(group, one), Fraction(factor)) for one, factor in named.items())
        self.relations.append(Relation(terms, low, high))


def _told(line: Answer | None, most: Fraction | None) -> Range:
    if line is None or (line.count is None and not line.hidden):
        return Range(Fraction(0), most)
    if line.count is None:
        return Range(_ONE, most)
    return Range(Fraction(line.count), Fraction(line.count))


def _rounded(printed: Decimal) -> tuple[Fraction, Fraction]:
    """Between which numbers a printed one lies."""
    decimals = max(0, -int(printed.as_tuple().exponent))
    half = Fraction(1, 2 * 10**decimals)
    return Fraction(printed) - half, Fraction(printed) + half


def _squares(n: Fraction, mean: tuple[Fraction, Fraction], sd: Decimal) -> tuple[Fraction, Fraction]:
    """Between which numbers the sum of the squares of all answers lies, by their printed standard deviation."""
    low, high = _rounded(sd)
    least = (n - 1) * max(low, Fraction(0)) ** 2 + n * max(mean[0], Fraction(0)) ** 2
    return least, (n - 1) * high**2 + n * mean[1] ** 2
