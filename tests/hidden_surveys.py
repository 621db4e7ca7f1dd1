"""Small true surveys, what their files say of them, and what a reader of everything published could make of it.

The reader of this module knows nothing of the check: it takes the lines that are shown and tries out every table of
answers that fits them, in all groups at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from itertools import product
from operator import add

from hypothesis import strategies as st

from charterkit.model.answers import Answer, Answers, Place
from charterkit.model.indicator import Sample
from charterkit.model.survey import (
    AnswerScale,
    Block,
    Item,
    ItemType,
    Option,
    RespondentGroup,
    Role,
    Side,
    Survey,
)
from charterkit.numbers import rounded
from charterkit.rules.quality.survey_add_up import counted
from charterkit.rules.quality.survey_figures import Question, questions
from charterkit.rules.quality.survey_protect import protected
from charterkit.text import Text
from factory import day

K = 5
# More than anybody's true count: where nothing tells how many answered, so many are tried.
_REACH = 24
# Of so many possible pairs no sum of both leaves one alone.
_MANY = 5000
PARTS = ("desk", "web")
BOTH = (Side.EXPECTATION, Side.EXPERIENCE)


def text(lt: str, en: str) -> Text:
    return Text.of({"lt": lt, "en": en})


ITEMS = (
    Item(
        "speed",
        ItemType.SCALE,
        text("Greitis", "Speed"),
        parts=BOTH,
        commitments=("citizens/letters",),
        indicators=("in-time",),
    ),
    Item("settled", ItemType.YES_NO, text("Išspręsta", "Settled")),
    Item("again", ItemType.NPS, text("Rekomenduočiau", "Would recommend")),
    Item(
        "channel",
        ItemType.MULTIPLE,
        text("Kaip", "How"),
        options=(Option("post", text("Paštu", "By post")), Option("phone", text("Skambinau", "By phone"))),
    ),
)


def survey(id: str, since: str, repeats: str = "", sample: Sample = Sample.PROBABILITY) -> Survey:
    """A survey of two groups and of both together, on a scale of three answers."""
    groups = (
        RespondentGroup("desk", Role.CLIENTS, text("Prie langelio", "At the counter"), invited=90),
        RespondentGroup("web", Role.CLIENTS, text("Internete", "On the web")),
        RespondentGroup("all", Role.ALL, text("Visi", "Everybody"), sum_of=PARTS),
    )
    return Survey(
        id,
        text(f"Apklausa {id}", f"Survey {id}"),
        sample,
        groups,
        (Block("visit", text("Apsilankymas", "Your visit"), items=ITEMS),),
        since=day(since),
        until=day(since),
        scales=(AnswerScale("three", 1, 3),),
        repeats=repeats,
        file=f"charters/quality/surveys/{id}.yml",
    )


NOW, BEFORE = survey("now", "2025-03-01", "before"), survey("before", "2023-03-01")

Numbers = tuple[int, ...]


@dataclass(frozen=True)
class Truth:
    """How many people of each group gave each answer; of a question with several answers, also how many answered."""

    counts: Mapping[Place, Numbers]
    sizes: Mapping[Place, int]

    def lines(self, one: Survey) -> tuple[Answer, ...]:
        """Everything that an import would write."""
        return tuple(
            line
            for group in one.groups
            for question in questions(one, group)
            for line in self._lines(question)
        )

    def _lines(self, question: Question) -> Iterator[Answer]:
        numbers, n = self.of(question)
        yield from counted(question, dict(zip(question.answers, numbers, strict=True)), n)

    def of(self, question: Question) -> tuple[Numbers, int]:
        """The counts of a question and how many answered it; those of the group of all are sums."""
        members = question.group.sum_of or (question.group.id,)
        places = [Place(member, question.item.id, question.side) for member in members]
        numbers = tuple(map(sum, zip(*(self.counts[one] for one in places), strict=True)))
        return numbers, sum(self.sizes[one] for one in places)


# Few people mostly: where many answered nothing is hidden.
FEW = st.sampled_from((0, 0, 1, 2, 3, 4, 5, 6, 7))


@st.composite
def truths(draw: st.DrawFn) -> Truth:
    """What two groups may have answered."""
    counts: dict[Place, Numbers] = {}
    sizes: dict[Place, int] = {}
    for group in NOW.groups[:2]:
        for one in questions(NOW, group):
            numbers = tuple(draw(FEW) for _ in one.answers)
            counts[one.place] = numbers
            several = one.item.type is ItemType.MULTIPLE
            sizes[one.place] = max(numbers) + draw(FEW) if several else sum(numbers)
    return Truth(counts, sizes)


def safe(one: Survey, truth: Truth) -> Answers:
    """What the program itself makes of an import: everything hidden that must be."""
    return Answers.of(one.id, protected(one, Answers.of(one.id, truth.lines(one)), K))


def with_figures(one: Survey, shown: Answers, truth: Truth) -> Answers:
    """The same lines where the hidden ones still hold what they hide.

    A small count has not even the word that hides it; other lines have the word, and their figures beside it.
    """
    true = {(line.place, line.answer): line for line in truth.lines(one)}
    lines = (_told(true[line.place, line.answer]) if line.hidden else line for line in shown.lines)
    return Answers.of(one.id, tuple(lines))


def _told(line: Answer) -> Answer:
    number = line.count if line.answer else (int(line.n.value) if line.n is not None else None)
    return replace(line, hidden=not (number is not None and 0 < number < K))


def worked_out(one: Survey, answers: Answers) -> list[tuple[Place, str]]:
    """What a reader can work out although it must not be known, by its place and its answer (blank: of all).

    That is the number of each hidden line, and a small count that no line has.
    """
    asked: dict[tuple[str, Side], list[Question]] = {}
    for group in one.groups:
        for question in questions(one, group):
            asked.setdefault((question.item.id, question.side), []).append(question)
    return [found for same in asked.values() for found in _Reader(same, answers).finds()]


class _Reader:
    """Somebody who knows all lines about one question, in every group, and tries which numbers fit them."""

    def __init__(self, same: Sequence[Question], answers: Answers) -> None:
        self.question = same[0]
        self.adds_up = same[0].item.type is not ItemType.MULTIPLE
        self.places = {one.group.id: one.place for one in same}
        self.lines = {one.group.id: {line.answer: line for line in answers.at(one.place)} for one in same}

    def finds(self) -> Iterator[tuple[Place, str]]:
        """What can be worked out."""
        answers = self.question.answers
        for some in [answers] if self.adds_up else [(one,) for one in answers]:
            possible = self._possible(some)
            # Nothing fits where somebody hid a nought: who takes it for a number learns nothing.
            for group, tables in possible.items():
                yield from self._known(group, some, tables)

    def _known(
        self, group: str, answers: Sequence[str], tables: Iterable[Numbers]
    ) -> Iterator[tuple[Place, str]]:
        lines = self.lines[group]
        for name in dict.fromkeys((*answers, *lines)):
            line = lines.get(name)
            members = [at for at, answer in enumerate(answers) if _covers(name, answer)]
            if not name and self.adds_up:
                members = list(range(len(answers)))
            values = {sum(table[at] for at in members) for table in tables}
            if members and lines and len(values) == 1:
                unwritten = line is None and 0 < min(values) < K
                if unwritten or (line is not None and line.hidden):
                    yield self.places[group], name

    def _possible(self, answers: Sequence[str]) -> Mapping[str, set[Numbers]]:
        """The numbers of each group that fit every line."""
        desks, webs = (
            set(filter(self._fitting(group, answers), self._tables(group, len(answers)))) for group in PARTS
        )
        if not self._tell_all() or len(desks) * len(webs) > _MANY:
            return {"desk": desks, "web": webs}
        sums = [(desk, web, _sum(desk, web)) for desk, web in product(desks, webs)]
        fits = self._fitting("all", answers)
        fitting = [three for three in sums if fits(three[2])]
        found = [{three[at] for three in fitting} for at in range(3)]
        return dict(zip((*PARTS, "all"), found, strict=True))

    def _tell_all(self) -> bool:
        """Whether anything is said of both groups together; if not, what is hidden of them is at least as open."""
        return any(not line.hidden for line in self.lines["all"].values())

    def _tables(self, group: str, length: int) -> Sequence[Numbers]:
        n = self._size(group)
        if not self.adds_up:
            return [(number,) for number in range((_REACH if n is None else n) + 1)]
        sizes = range(_REACH + 1) if n is None else (n,)
        return [table for size in sizes for table in _tables(size, length)]

    def _size(self, group: str) -> int | None:
        whole = self.lines[group].get("")
        return int(whole.n.value) if whole is not None and whole.n is not None else None

    def _fitting(self, group: str, answers: Sequence[str]) -> Callable[[Numbers], bool]:
        """What tells whether a table of a group fits every line."""
        lines, n = self.lines[group], self._size(group)
        whole = lines.get("") if self.adds_up else None
        told = (whole.n and int(whole.n.value), whole.mean, whole.sd) if whole is not None else ()
        # Which answers a line covers is the same for every table, and there are very many tables.
        covered = [
            (line, members)
            for name, line in lines.items()
            if name and (members := [at for at, one in enumerate(answers) if _covers(name, one)])
        ]

        def fits(table: Numbers) -> bool:
            if told and any(
                one is not None and one != other
                for one, other in zip(told, _facts(self.question, table), strict=True)
            ):
                return False
            return all(_agrees(line, sum(table[at] for at in members), n) for line, members in covered)

        return fits


def _sum(one: Numbers, other: Numbers) -> Numbers:
    return tuple(map(add, one, other))


def _agrees(line: Answer, number: int, n: int | None) -> bool:
    """Whether a number can stand behind a line; whoever hides an answer has something to hide."""
    if line.hidden:
        return number > 0 or "-" in line.answer
    if line.share is not None and line.count is None and n:
        return rounded(Fraction(100 * number, n), 1) == line.share
    return line.count is None or line.count == number


def _covers(name: str, answer: str) -> bool:
    """Whether an answer is the one of a line, or within its range."""
    low, _, high = name.partition("-")
    return name == answer or (high.isdigit() and answer.isdigit() and int(low) <= int(answer) <= int(high))


@cache
def _tables(size: int, length: int) -> tuple[Numbers, ...]:
    """Every way in which so many people can have given one of so many answers each."""
    if length == 1:
        return ((size,),)
    return tuple((first, *rest) for first in range(size + 1) for rest in _tables(size - first, length - 1))


_KNOWN: dict[tuple[str, Numbers], tuple[int | None, object, object]] = {}


def _facts(question: Question, table: Numbers) -> tuple[int | None, object, object]:
    """How many answered, their average and its deviation, as they are printed."""
    key = question.item.type.value, table
    if key not in _KNOWN:
        whole = next(counted(question, dict(zip(question.answers, table, strict=True)), sum(table)))
        assert whole.n is not None
        _KNOWN[key] = int(whole.n.value), whole.mean, whole.sd
    return _KNOWN[key]
