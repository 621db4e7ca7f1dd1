"""Reads the answers to a survey, added up: a table that somebody fills in a spreadsheet, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from charterkit.data.figure_cells import figure_in
from charterkit.data.loaded import Known
from charterkit.data.records import Records
from charterkit.data.shelf import ANSWERS, Entry, Shelf
from charterkit.data.tables import Line, Table, read
from charterkit.model.answers import Answer, Answers, Place
from charterkit.model.result import Count
from charterkit.model.survey import Block, Item, ItemType, Side, Survey
from charterkit.numbers import Bound
from charterkit.problems import Problem, Spot, problem
from charterkit.text import nearest
from charterkit.typed import Figure

COLUMNS: Final = ("group", "item", "part", "answer", "count", "share", "n", "mean", "sd", "state")
SUPPRESSED: Final = "suppressed"
_FIGURES: Final = ("count", "share", "n", "mean", "sd")
# What may stand in a line about a question as a whole, and in one about a single answer.
_OF_QUESTION: Final = ("n", "mean", "sd")
_OF_ANSWER: Final = ("count", "share")


def read_answers(
    shelf: Shelf, entries: Iterable[Entry], records: Records, known: Known
) -> tuple[Mapping[str, Answers], list[Problem]]:
    """The answers to every survey; those to one that cannot be read wait for it."""
    answers: dict[str, Answers] = {}
    found: list[Problem] = []
    for entry in entries:
        if entry.kind != ANSWERS:
            continue
        if entry.id not in known.of_kind("survey"):
            best = nearest(entry.id, sorted(known.of_kind("survey"))) or ""
            found.append(problem("answers-without-survey", Spot(entry.file), found=entry.id, nearest=best))
        elif entry.id in records.surveys:
            raw = shelf.read(entry.file)
            if isinstance(raw, Problem):
                found.append(raw)
            else:
                survey = records.surveys[entry.id]
                k = survey.smallest_count(records.methodology)
                answers[entry.id], wrong = answers_in(entry.file, raw, survey, k)
                found += wrong
    return answers, found


@lru_cache(maxsize=64)
def answers_in(file: str, raw: bytes, survey: Survey, k: int) -> tuple[Answers, tuple[Problem, ...]]:
    """The answers in the bytes of a file, with everything that is wrong in it."""
    table = read(file, raw, known=COLUMNS, required=("item",))
    reader = _Reader(survey, k)
    lines = tuple(reader.lines(table))
    return Answers.of(survey.id, lines, file), (*table.problems, *reader.problems)


class _Reader:
    """Reads the lines of one file; what is wrong with them is collected in `problems`."""

    def __init__(self, survey: Survey, k: int) -> None:
        self.survey = survey
        self.k = k
        self.problems: list[Problem] = []
        self.asked = {
            (group.id, item.id): (block, item)
            for group in survey.groups
            for block, item in survey.asked(group)
        }
        self.seen: dict[tuple[Place, str], int] = {}

    def lines(self, table: Table) -> Iterator[Answer]:
        """The lines that say of whom and about what they are."""
        for line in table.lines:
            place = self._place(line)
            if place is not None and self._is_new(line, place):
                yield self._answer(line, place)

    def _report(self, id: str, line: Line, column: str, /, **details: object) -> None:
        self.problems.append(problem(id, line.spot(column), **details))

    def _word(self, line: Line, column: str, allowed: Sequence[str]) -> str:
        """The word in a cell; a blank one means the only word that is possible."""
        word = line[column] or (allowed[0] if len(allowed) == 1 else "")
        if word in allowed:
            return word
        best = nearest(word, allowed) or ""
        self._report(
            "answers-word",
            line,
            column,
            column=column,
            found=word or "“”",
            nearest=best,
            allowed=", ".join(allowed),
        )
        return ""

    def _place(self, line: Line) -> Place | None:
        group = self._word(line, "group", [one.id for one in self.survey.groups])
        if not group:
            return None
        id = self._word(line, "item", [item for owner, item in self.asked if owner == group])
        if not id:
            return None
        block, item = self.asked[group, id]
        side = self._word(line, "part", [one.value for one in block.sides(item)])
        return Place(group, id, Side(side)) if side else None

    def _is_new(self, line: Line, place: Place) -> bool:
        first = self.seen.setdefault((place, line["answer"]), line.number)
        if first != line.number:
            self._report("answers-twice", line, "item", line=first)
        return first == line.number

    def _answer(self, line: Line, place: Place) -> Answer:
        block, item = self.asked[place.group, place.item]
        answer = line["answer"]
        if answer:
            answer = self._word(line, "answer", answers_allowed(self.survey, block, item))
        hidden = self._is_hidden(line)
        self._check_columns(line)
        figures = {column: self._figure(line, column) for column in _FIGURES}
        n, count = figures["n"], self._whole(line, "count", figures["count"])
        found = Answer(
            place, answer, count,
            self._between(line, "share", figures["share"], (0, 100)),
            Count(n.value, n.bound) if n and self._whole(line, "n", n) is not None else None,
            self._between(line, "mean", figures["mean"], self._ends(block, item)),
            self._between(line, "sd", figures["sd"], (0, None)),
            hidden, line.number,
        )  # fmt: skip
        self._check_small(line, found)
        return found

    def _is_hidden(self, line: Line) -> bool:
        word = line["state"]
        if word and word != SUPPRESSED:
            self._report(
                "answers-word",
                line,
                "state",
                column="state",
                found=word,
                nearest=SUPPRESSED,
                allowed=SUPPRESSED,
            )
        beside = next((column for column in _FIGURES if line[column]), "")
        if word == SUPPRESSED and beside:
            self._report("figure-beside-state", line, beside, state=SUPPRESSED, found=line[beside])
        elif not word and not beside:
            self._report("answers-nothing", line, "item")
        return word == SUPPRESSED

    def _check_columns(self, line: Line) -> None:
        """Whether each figure stands in the sort of line that it belongs to."""
        wrong = _OF_QUESTION if line["answer"] else _OF_ANSWER
        for column in wrong:
            if line[column]:
                self._report(
                    "answers-column-answer" if line["answer"] else "answers-column-question",
                    line, column, column=column,
                )  # fmt: skip

    def _figure(self, line: Line, column: str) -> Figure | None:
        read = figure_in(line, column)
        if isinstance(read, Problem):
            self.problems.append(read)
            return None
        return read

    def _whole(self, line: Line, column: str, figure: Figure | None) -> int | None:
        """A count of people; only `n` may be a bound."""
        if figure is None:
            return None
        bounded = figure.bound is not Bound.EXACT and column != "n"
        if bounded or figure.value < 0 or figure.value != int(figure.value):
            self._report("count-form", line, column, column=column, found=figure.printed)
            return None
        return int(figure.value)

    def _between(
        self, line: Line, column: str, figure: Figure | None, ends: tuple[int, int | None]
    ) -> Decimal | None:
        if figure is None:
            return None
        low, high = ends
        if (
            figure.bound is not Bound.EXACT
            or figure.value < low
            or (high is not None and figure.value > high)
        ):
            top = "…" if high is None else high
            self._report(
                "answers-range", line, column, column=column, found=figure.printed, low=low, high=top
            )
            return None
        return figure.value

    def _ends(self, block: Block, item: Item) -> tuple[int, int]:
        """Between which numbers an average can lie."""
        if item.type is ItemType.NPS:
            return -100, 100
        scale = self.survey.scale_of(block, item) if item.type is ItemType.SCALE else None
        return (scale.min, scale.max) if scale else (0, 0)

    def _check_small(self, line: Line, found: Answer) -> None:
        """So few people that somebody could be recognised."""
        if found.n is not None and found.n.bound is Bound.EXACT and 0 < found.n.value < self.k:
            self._report("answers-too-few", line, "n", column="n", k=self.k, survey=self.survey.id)
        if found.count is not None and 0 < found.count < self.k:
            self._report("answers-too-few", line, "count", column="count", k=self.k, survey=self.survey.id)


def answers_allowed(survey: Survey, block: Block, item: Item) -> tuple[str, ...]:
    """The words that can stand in the column of the answers: each answer, and of a scale any of its ranges."""
    answers = survey.answers_of(block, item)
    if item.type is not ItemType.SCALE:
        return answers
    ends = [int(one) for one in answers]
    ranges = [f"{low}-{high}" for low in ends for high in ends if low < high]
    return (*answers, *ranges)
