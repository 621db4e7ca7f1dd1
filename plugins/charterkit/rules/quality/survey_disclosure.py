"""Hidden answers that can be worked out from what the file of a survey shows: from sums, averages, other groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from typing import Final, NamedTuple

from charterkit.model.answers import Answer, Answers
from charterkit.model.indicator import SMALLEST_COUNT
from charterkit.model.publication import Publication
from charterkit.model.survey import ItemType, Survey
from charterkit.numbers import Bound
from charterkit.problems import Problem, Spot, problem
from charterkit.rules.linear import Range, Relation, System, fixed, solved
from charterkit.rules.quality.survey_figures import Question, questions, weights
from charterkit.rules.quality.survey_protect import range_of

_ONE: Final = Fraction(1)
# Of more people an average by itself leaves many tables of answers.
_FEW: Final = 20


@dataclass(frozen=True, slots=True, order=True)
class Amount:
    """How many of a group gave an answer; a blank one stands for all who answered the question."""

    group: str
    answer: str = ""


def survey_disclosures(publication: Publication) -> Iterator[Problem]:
    """What the answers of all surveys give away of what they hide, or of what they leave out."""
    for id, survey in publication.surveys.items():
        answers = publication.answers.get(id)
        if answers is not None:
            yield from disclosed(survey, answers, survey.smallest_count(publication.methodology))


@lru_cache(maxsize=64)
def disclosed(survey: Survey, answers: Answers, k: int = SMALLEST_COUNT) -> tuple[Problem, ...]:
    """A problem for every number that can be worked out: of a hidden line, and a small one that has no line."""
    return tuple(_disclosed(survey, answers, k))


def _disclosed(survey: Survey, answers: Answers, k: int) -> Iterator[Problem]:
    together: dict[tuple[str, str], list[Question]] = {}
    for group in survey.groups:
        for one in questions(survey, group):
            together.setdefault((one.item.id, one.side), []).append(one)
    for same in together.values():
        lines = {one.group.id: answers.at(one.place) for one in same}
        written = [line for some in lines.values() for line in some]
        if any(line.hidden for line in written) or _leaves_out(same, lines):
            yield from _of_question(_System(same, lines), answers.file, k)


def _leaves_out(same: list[Question], lines: Mapping[str, tuple[Answer, ...]]) -> bool:
    """Whether answers to a question have no line in a group, and those that have one may tell how many gave them.

    Where averages stand alone, only those of few people can; to try that for every average would take too long.
    """
    written = [line for some in lines.values() for line in some]
    sizes = [line.n.value for line in written if line.n is not None]
    telling = any(line.answer for line in written) or (bool(sizes) and min(sizes) <= _FEW)
    groups = [{line.answer for line in lines[one.group.id]} for one in same]
    return bool(sizes) and telling and any(set(same[0].answers) - found for found in groups)


def _of_question(system: _System, file: str, k: int) -> Iterator[Problem]:
    known = system.known()
    first = next(line for some in system.lines.values() for line in some)
    for group, some in system.lines.items():
        written = {line.answer: line for line in some}
        for answer, line in written.items():
            if line.hidden and Amount(group, answer) in known:
                found = answer or line.place.item
                yield problem("answers-worked-out", Spot(file, line=line.line), found=found, group=group)
        for answer in ("", *system.answers):
            amount = Amount(group, answer)
            if answer not in written and amount in known and system.can_be_few(amount, k):
                at, found = written.get("", first), answer or first.place.item
                yield problem(
                    "answers-few-worked-out", Spot(file, line=at.line), found=found, group=group, k=k
                )


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

    def can_be_few(self, amount: Amount, k: int) -> bool:
        """Whether a number can be one of fewer people than may be published; none at all are not few."""
        if k <= 1:
            return False
        ranges = {**self.ranges, amount: Range(_ONE, Fraction(k - 1))}
        return fixed(System(ranges, tuple(self.relations))) is not None

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
            if line.answer:
                self._of_answer(group.id, line, most)
        if whole is not None and whole.mean is not None:
            self._of_average(question, whole)

    def _of_answer(self, group: str, line: Answer, most: Fraction | None) -> None:
        """A range, hidden or not, or a share that is printed without its count."""
        parts = dict.fromkeys(sorted(range_of(line.answer, self.answers)), 1)
        if line.hidden and line.answer not in parts:
            self.ranges[Amount(group, line.answer)] = Range(Fraction(0), most)
            self._relate(group, parts, {line.answer: -1})
        elif line.count is not None and len(parts) > 1:
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
        if whole.sd is not None and n.is_known and n.low > 1:
            squares = {one: weight**2 for one, weight in weighted.items()}
            spread = _Ends(*(end / factor for end in _rounded(whole.sd)))
            # Of a score the deviation is that of those who answered, of an average the one estimated for all people.
            times = n.low if question.item.type is ItemType.NPS else n.low - 1
            around, whole_sum = _squares(spread, times), _sums(n.low, _Ends(low, high))
            least, most = around.low + whole_sum.low, around.high + whole_sum.high
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


class _Ends(NamedTuple):
    """Between which numbers a printed one lies."""

    low: Fraction
    high: Fraction


def _rounded(printed: Decimal) -> _Ends:
    decimals = max(0, -int(printed.as_tuple().exponent))
    half = Fraction(1, 2 * 10**decimals)
    return _Ends(Fraction(printed) - half, Fraction(printed) + half)


def _squares(sd: _Ends, times: Fraction) -> _Ends:
    """Between which numbers the squares of all distances from the average lie together."""
    return _Ends(times * max(sd.low, Fraction(0)) ** 2, times * sd.high**2)


def _sums(n: Fraction, mean: _Ends) -> _Ends:
    """Between which numbers `n` times the square of an average lies.

    All answers together are a whole number: of few people the printed average leaves one alone.
    """
    ends = [one**2 / n for one in (ceil(n * mean.low), floor(n * mean.high))]
    return _Ends(Fraction(0) if mean.low < 0 < mean.high else min(ends), max(ends))
