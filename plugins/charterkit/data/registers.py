"""Reads the two tables that stand beside a programme: the replies of the invited bodies, and what they deliver."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from charterkit.data.shelf import TABLES, Entry, Shelf
from charterkit.data.tables import Line, Table, read
from charterkit.model.programme import Answer, Delivery, Mark, Programme, Register, Reply
from charterkit.model.publisher import Publisher
from charterkit.problems import Problem, Spot, problem
from charterkit.text import Text, nearest

REPLIES: Final = "replies"
DELIVERABLES: Final = "deliverables"
REPLY_COLUMNS: Final = ("body", "answered", "wave", "joined", "contact", "remark")
DELIVERY_COLUMNS: Final = ("body", "deliverable", "due", "delivered", "state", "reason", "source")
_REPLY_WORDS: Final = ("contact", "remark")
_DELIVERY_WORDS: Final = ("reason",)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"'`{}|\\^]{1,2000}")
_Word = TypeVar("_Word", bound=StrEnum)


@dataclass
class _Reader:
    """Reads cells against what the publisher and the programme know; what is wrong is collected."""

    programme: Programme
    publisher: Publisher
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.bodies = frozenset(body.id for body in self.publisher.bodies)
        self.waves = frozenset(wave.id for wave in self.programme.waves)
        self.deliverables = frozenset(one.id for one in self.programme.deliverables)

    def reply(self, line: Line) -> Reply:
        """The line of a body that was invited."""
        before = len(self.problems)
        options = ((one.id, self._word(line, one.id, Answer)) for one in self.programme.options)
        found = Reply(
            self._id(line, "body", "body", self.bodies),
            self._day(line, "answered"),
            tuple((id, answer) for id, answer in options if answer is not None),
            self._id(line, "wave", "wave", self.waves, needed=False),
            self._day(line, "joined"),
            self._text(line, "contact"),
            self._text(line, "remark"),
            line.number,
            tuple(line.columns.items()),
        )
        return replace(found, sound=len(self.problems) == before)

    def delivery(self, line: Line) -> Delivery:
        """The line of a deliverable of a body."""
        return Delivery(
            self._id(line, "body", "body", self.bodies),
            self._id(line, "deliverable", "deliverable", self.deliverables),
            self._day(line, "due"),
            self._day(line, "delivered"),
            self._word(line, "state", Mark) or Mark.NOTHING,
            self._text(line, "reason"),
            self._address(line, "source"),
            line.number,
            tuple(line.columns.items()),
        )

    def _report(self, id: str, line: Line, at: str, /, **details: object) -> None:
        self.problems.append(problem(id, line.spot(at), **details))

    def _id(self, line: Line, column: str, kind: str, known: frozenset[str], needed: bool = True) -> str:
        """An id that is known; blank where it is not, so that nothing further is said of the line."""
        cell = line[column]
        if cell in known or not (cell or needed):
            return cell
        best = nearest(cell, sorted(known)) or ""
        self._report(
            "reference-unknown", line, column, field=column, kind=kind, found=cell or "“”", nearest=best
        )
        return ""

    def _day(self, line: Line, column: str) -> date | None:
        cell = line[column]
        if not cell:
            return None
        with suppress(ValueError):
            if _DAY.fullmatch(cell):
                return date.fromisoformat(cell)
        self._report("day-form", line, column, column=column, found=cell)
        return None

    def _word(self, line: Line, column: str, words: type[_Word]) -> _Word | None:
        cell, allowed = line[column], [word.value for word in words if word]
        if not cell or cell in allowed:
            return words(cell) if cell else None
        best = nearest(cell, allowed) or ""
        self._report(
            "slice-value", line, column, column=column, found=cell, nearest=best, allowed=", ".join(allowed)
        )
        return None

    def _address(self, line: Line, column: str) -> str:
        cell = line[column]
        if not cell or _ADDRESS.fullmatch(cell):
            return cell
        example = "https://www.example.org/plan.pdf"
        self._report("address-form", line, column, field=column, found=cell, example=example)
        return ""

    def _text(self, line: Line, column: str) -> Text:
        """The words in the column and in its columns of other languages; the bare one is the first language's."""
        first = self.publisher.root_language
        words = {lang: line[f"{column}.{lang}"] for lang in self.publisher.languages}
        return Text.of({**words, first: words[first] or line[column]})


Files = Mapping[str, tuple[str, bytes]]


def register(
    files: Files, programme: Programme, publisher: Publisher
) -> tuple[Register, tuple[Problem, ...]]:
    """The tables of a programme by their kind, with everything that is wrong in them line by line."""
    reader = _Reader(programme, publisher)
    options = [one.id for one in programme.options if one.id not in REPLY_COLUMNS]
    known = (*REPLY_COLUMNS, *options, *_in_languages(_REPLY_WORDS, publisher))
    replies = _table(files, REPLIES, known, ("body",))
    lines = tuple(map(reader.reply, replies.lines))
    whole = not replies.problems and all(one.sound for one in lines)
    told = (*DELIVERY_COLUMNS, *_in_languages(_DELIVERY_WORDS, publisher))
    deliveries = _table(files, DELIVERABLES, told, ("body", "deliverable"))
    found = Register(
        programme.id,
        tuple(one for one in lines if one.body),
        tuple(one for one in map(reader.delivery, deliveries.lines) if one.body),
        replies.file,
        deliveries.file,
        whole,
    )
    return found, (*replies.problems, *deliveries.problems, *reader.problems)


def _in_languages(columns: Sequence[str], publisher: Publisher) -> Iterator[str]:
    yield from (f"{column}.{lang}" for column in columns for lang in publisher.languages)


def _table(files: Files, kind: str, known: Sequence[str], required: Sequence[str]) -> Table:
    if kind not in files:
        return Table("")
    file, raw = files[kind]
    return read(file, raw, known, required)


@dataclass
class RegisterReader:
    """Reads the tables of all programmes; of those that did not change it remembers what it read."""

    shelf: Shelf
    _kept: dict[str, tuple[object, tuple[Register, tuple[Problem, ...]]]] = field(default_factory=dict)

    def read(
        self, entries: Iterable[Entry], programmes: Mapping[str, Programme], publisher: Publisher
    ) -> tuple[Mapping[str, Register], list[Problem]]:
        """The tables by the id of their programme; those beside a programme that cannot be read wait for it."""
        own = [entry for entry in entries if entry.kind in (*TABLES, "programme")]
        known = frozenset(entry.id for entry in own if entry.kind == "programme")
        found: list[Problem] = []
        registers: dict[str, Register] = {}
        for id, programme in programmes.items():
            same = [entry for entry in own if entry.kind in TABLES and entry.id == id]
            registers[id], wrong = self._one(programme, same, publisher)
            found += wrong
        return registers, [*found, *_strays(own, known)]

    def _one(
        self, programme: Programme, entries: Sequence[Entry], publisher: Publisher
    ) -> tuple[Register, tuple[Problem, ...]]:
        stamps = tuple((entry.file, self.shelf.stamp(entry.file)) for entry in entries)
        key = (stamps, programme, publisher)
        kept = self._kept.get(programme.id)
        if kept is None or kept[0] != key:
            kept = (key, self._fresh(programme, entries, publisher))
            self._kept[programme.id] = kept
        return kept[1]

    def _fresh(
        self, programme: Programme, entries: Sequence[Entry], publisher: Publisher
    ) -> tuple[Register, tuple[Problem, ...]]:
        read = {entry: self.shelf.read(entry.file) for entry in entries}
        files = {entry.kind: (entry.file, raw) for entry, raw in read.items() if isinstance(raw, bytes)}
        found, wrong = register(files, programme, publisher)
        return found, (*(raw for raw in read.values() if isinstance(raw, Problem)), *wrong)


def _strays(entries: Iterable[Entry], known: frozenset[str]) -> Iterator[Problem]:
    """Tables that stand beside no programme."""
    for entry in entries:
        if entry.kind in TABLES and entry.id not in known:
            best = nearest(entry.id, sorted(known)) or ""
            yield problem("register-without-programme", Spot(entry.file), found=entry.id, nearest=best)
