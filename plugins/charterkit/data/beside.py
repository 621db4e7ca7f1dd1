"""Lays the words of every language beside the line of the figures that they speak of.

A slip in the name of a line (its period, its part, its day of release) leaves the words of all languages without
their line. It is told once: where the line itself is wrong, there and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from charterkit.data.tables import BODY_COLUMN, WORD_COLUMNS, Line, Table, read
from charterkit.problems import Problem, problem

Words = dict[int, dict[str, dict[str, str]]]

# The columns of a file of words that hold words; the others say of which line they speak.
_TELLING = WORD_COLUMNS[2:]


@dataclass
class Beside:
    """The words by line of the figures, column and language, and the lines of words that found none.

    A stray line comes with the line of its period and part whose day of release is another, if there is one: its
    words are laid there meanwhile, so that nobody is told that they are missing as well.
    """

    figures: Table
    slices: Sequence[str]
    words: Words = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    stray: list[tuple[Line, Line | None]] = field(default_factory=list)
    spoken_of: set[int] = field(default_factory=set)

    def lay(self, files: Mapping[str, tuple[str, bytes]]) -> None:
        """Lay the words in these files, by language, beside their lines; a slip is told in the first of them."""
        for lang, (name, raw) in files.items():
            table = read(name, raw, known=(*WORD_COLUMNS, BODY_COLUMN, *self.slices))
            self.problems += table.problems
            for line in table.lines:
                self._lay(line, lang)

    def _lay(self, line: Line, lang: str) -> None:
        same = [one for one in self.figures.lines if self._part(one) == self._part(line)]
        exact = [one for one in same if line["released"] in ("", one["released"])]
        about = next(reversed(exact or same), None)
        if exact and about is not None:
            self.spoken_of.add(about.number)
        else:
            self.stray.append((line, about))
        if about is not None:
            for column in (name for name in _TELLING if line[name]):
                self.words.setdefault(about.number, {}).setdefault(column, {})[lang] = line[column]

    def _part(self, line: Line) -> tuple[str, ...]:
        """The period and the part of the figure that a line is about."""
        return (line["period"], *self._slice(line))

    def _slice(self, line: Line) -> tuple[str, ...]:
        return tuple(line[name] for name in (*self.slices, BODY_COLUMN))

    def stray_problems(self, found: Iterable[Problem]) -> Iterator[Problem]:
        """The words without a line, of all languages once; none where a problem `found` in the figures explains it."""
        if self.figures.problems:
            return  # their line may be one of those that could not be read
        wrong = {(one.spot.line, one.spot.column) for one in found if one.spot.file == self.figures.file}
        told: set[tuple[str, ...]] = set()
        for line, near in self.stray:
            name = (*self._part(line), line["released"])
            if name not in told and not self._is_explained(line, near, wrong):
                told.add(name)
                period = line["period"] or "“”"
                yield problem("words-without-row", line.spot(), wanted=self.figures.file, found=period)

    def _is_explained(self, line: Line, near: Line | None, wrong: set[tuple[int, int]]) -> bool:
        """Whether the line that the words are for has a wrong name itself."""
        if near is not None and self._is_wrong(near, ("released",), wrong):
            return True
        return any(
            (self._is_wrong(one, ("period",), wrong) and self._slice(one) == self._slice(line))
            or (self._is_wrong(one, (*self.slices, BODY_COLUMN), wrong) and one["period"] == line["period"])
            for one in self.figures.lines
            if one.number not in self.spoken_of and line["released"] in ("", one["released"])
        )

    def _is_wrong(self, line: Line, columns: Iterable[str], wrong: set[tuple[int, int]]) -> bool:
        return any((line.number, line.columns[name]) in wrong for name in columns if name in line.columns)
