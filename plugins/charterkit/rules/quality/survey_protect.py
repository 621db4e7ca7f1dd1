"""Hides from the answers to a survey what would point at few people, and what would give the hidden away.

Of each question first the small counts go, then the smallest other ones, then spread, ranges and average, until no
small count can be worked out. A group that is made of others hides what any of them hides, so that the difference
gives nothing away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from charterkit.model.answers import Answer, Answers
from charterkit.model.survey import ItemType, Survey
from charterkit.rules.quality.survey_figures import Question, questions, weights
from charterkit.rules.quality.survey_moves import can_be_otherwise, rows

_LAST: Final = ("sd", "ranges", "mean")


@dataclass(frozen=True, slots=True)
class Hidden:
    """What of a question is not shown: answers, `mean`, `sd`; with `whole` nothing of it is."""

    answers: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()
    whole: bool = False

    def union(self, other: Hidden) -> Hidden:
        """What either hides."""
        return Hidden(self.answers | other.answers, self.facts | other.facts, self.whole or other.whole)


OPEN: Final = Hidden()


def protected(survey: Survey, answers: Answers, k: int) -> tuple[Answer, ...]:
    """The lines of the answers, with what must not be shown hidden; `k` is the smallest count to be published."""
    hidden: dict[tuple[str, str, str], Hidden] = {}
    for group in sorted(survey.groups, key=lambda one: bool(one.sum_of)):
        for one in questions(survey, group):
            parts = (hidden.get((part, one.item.id, one.side), OPEN) for part in group.sum_of)
            forced = OPEN
            for part in parts:
                forced = forced.union(part)
            lines = answers.at(one.place)
            hidden[group.id, one.item.id, one.side] = _hidden(one, lines, k, forced)
    return tuple(
        _shown(line, hidden.get((line.place.group, line.place.item, line.place.side), OPEN))
        for line in answers.lines
    )


def _shown(line: Answer, hidden: Hidden) -> Answer:
    if hidden.whole or line.hidden or (line.answer and line.answer in hidden.answers):
        return replace(line, count=None, share=None, n=None, mean=None, sd=None, hidden=True)
    if line.answer:
        return line
    mean = None if "mean" in hidden.facts else line.mean
    sd = None if hidden.facts & {"mean", "sd"} else line.sd
    return replace(line, mean=mean, sd=sd)


def _hidden(question: Question, lines: tuple[Answer, ...], k: int, forced: Hidden) -> Hidden:
    already = frozenset(line.answer for line in lines if line.hidden)
    if forced.whole or "" in already or _too_few(question, lines, k):
        return Hidden(whole=True)
    start = forced.union(Hidden(already))
    counts = {line.answer: line.count for line in lines if line.count is not None}
    if question.item.type is ItemType.MULTIPLE:
        return start.union(Hidden(frozenset(_small_options(lines, counts, k))))
    if not all(one in counts for one in question.answers):
        # Without every count nothing can be tried; what is small by itself goes all the same.
        return start.union(Hidden(frozenset(one for one, count in counts.items() if 0 < count < k)))
    return _Search(question, counts, k).hidden(start)


def _size(lines: Iterable[Answer]) -> int | None:
    n = next((line.n for line in lines if line.n is not None), None)
    return int(n.value) if n is not None else None


def _too_few(question: Question, lines: tuple[Answer, ...], k: int) -> bool:
    counts = {line.answer: line.count for line in lines if line.count is not None}
    n = _size(lines)
    adds_up = question.item.type is not ItemType.MULTIPLE
    if adds_up and question.answers and all(one in counts for one in question.answers):
        n = sum(counts[one] for one in question.answers)
    return n is not None and 0 < n < k


def _small_options(lines: tuple[Answer, ...], counts: Mapping[str, int], k: int) -> Iterator[str]:
    """Options that few people chose, or all but few."""
    n = _size(lines)
    for one, count in counts.items():
        if 0 < count < k or (n is not None and 0 < n - count < k):
            yield one


class _Search:
    """Looks for the least that has to be hidden of one question whose answers are all counted."""

    def __init__(self, question: Question, counts: Mapping[str, int], k: int) -> None:
        self.answers = question.answers
        self.sizes = [counts[one] for one in self.answers]
        self.small = [place for place, size in enumerate(self.sizes) if 0 < size < k]
        self.weights = weights(question) or dict.fromkeys(self.answers, 1)
        self.has_average = weights(question) is not None
        self.k = k
        # An answer by itself is no range; neither is what nobody published.
        self.ranges = {one: range_of(one, self.answers) for one in counts if one not in self.answers}
        best = question.scale.best_two if question.item.type is ItemType.SCALE and question.scale else ""
        if best and best not in self.ranges:
            self.ranges[best] = range_of(best, self.answers)

    def hidden(self, start: Hidden) -> Hidden:
        """What has to be hidden, beyond what is hidden in any case."""
        unknown = {place for place, one in enumerate(self.answers) if one in start.answers} | set(self.small)
        ranges = {one for one in self.ranges if one in start.answers or self._is_small(one)}
        facts = set(start.facts)
        if not unknown and not ranges and not facts:
            return start
        while not self._is_safe(unknown, facts, ranges):
            rest = [place for place, size in enumerate(self.sizes) if size and place not in unknown]
            if rest:
                unknown.add(min(rest, key=lambda place: (self.sizes[place], place)))
            elif not self._dropped(facts, ranges, unknown):
                return Hidden(whole=True)
        hidden = frozenset(self.answers[place] for place in unknown)
        # A range that holds all that is hidden is the rest of a sum that everybody can work out.
        return Hidden(hidden | {one for one in ranges if not hidden <= self.ranges[one]}, frozenset(facts))

    def _dropped(self, facts: set[str], ranges: set[str], unknown: set[int]) -> bool:
        """Hide one thing more than the counts; False where nothing is left to hide."""
        hidden = {self.answers[place] for place in unknown}
        # A range tells nothing new where all its answers are shown, or all the others.
        telling = {name for name, answers in self.ranges.items() if answers & hidden and hidden - answers}
        for one in _LAST:
            if one == "ranges" and not telling <= ranges:
                ranges.update(telling)
                return True
            if one != "ranges" and self.has_average and one not in facts:
                facts.add(one)
                return True
        return False

    def _is_safe(self, unknown: set[int], facts: set[str], ranges: set[str]) -> bool:
        # An average is worked out of the counts, so it tells nothing more while all of them are shown.
        told = {"n"} | ({"mean", "sd"} - facts if self.has_average else set())
        shown = [answers for name, answers in self.ranges.items() if name not in ranges]
        published = rows(self.weights, shown, told)
        # Also what is hidden for the sake of a small count: whoever works that out is one step further.
        few = [frozenset({self.answers[place]}) for place in sorted(unknown)]
        few += [answers for name, answers in self.ranges.items() if self._is_small(name)]
        sought = [tuple(int(one in some) for one in self.answers) for some in few]
        return all(can_be_otherwise(one, unknown, self.sizes, published) for one in sought)

    def _is_small(self, name: str) -> bool:
        """Whether few people, or all but few, gave one of the answers of a range."""
        pairs = zip(self.answers, self.sizes, strict=True)
        inside = sum(size for one, size in pairs if one in self.ranges[name])
        return 0 < inside < self.k or 0 < sum(self.sizes) - inside < self.k


def range_of(range: str, answers: Iterable[str]) -> frozenset[str]:
    """The answers that stand behind a word of the file: those of a range `4-5`, else the one itself."""
    low, _, high = range.partition("-")
    if not (low.isdigit() and high.isdigit()):
        return frozenset({range})
    return frozenset(one for one in answers if int(low) <= int(one) <= int(high))
