"""Reads results files (CSV): the figures, and the words that stand beside them, one language a file.

The columns are separated by commas, by semicolons (as spreadsheets write them where the comma stands before
decimals) or by tabs: the line of column names decides for the whole file.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from charterkit.data.source import MAX_BYTES, misencoded
from charterkit.problems import Problem, Spot, problem
from charterkit.text import nearest

FIGURE_COLUMNS = (
    "period", "value", "numerator", "denominator", "n", "sd", "state", "released", "revises", "reported",
    "complaints", "action_by", "source", "confirmed",
)  # fmt: skip
WORD_COLUMNS = ("period", "released", "reason", "cause", "action", "note")
BODY_COLUMN = "body"

_SEPARATOR = re.compile(r"[,;\t]")
_LINE_OF_NAMES = re.compile(r"^.*[^,;\s].*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: its cells by column name, and where each of them stands."""

    file: str
    number: int
    cells: Mapping[str, str]
    columns: Mapping[str, int]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def spot(self, column: str = "period") -> Spot:
        """The place of a cell, or of the line where the column is absent."""
        return Spot(self.file, line=self.number, column=self.columns.get(column, 1))


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file with its problems; lines whose cells do not fit the columns are left out."""

    file: str
    columns: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    problems: tuple[Problem, ...] = ()
    separator: str = ","


def read(file: str, raw: bytes, known: Sequence[str], required: Sequence[str] = ("period",)) -> Table:
    """The table in a file's bytes; `known` are the columns that may stand in it."""
    if len(raw) > MAX_BYTES:
        return Table(file, problems=(problem("file-too-large", Spot(file), limit=MAX_BYTES // 1_000_000),))
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        return Table(file, problems=(misencoded(file, error),))
    return _Reader(file, text, tuple(known), tuple(required)).table()


class _Reader:
    def __init__(self, file: str, text: str, known: tuple[str, ...], required: tuple[str, ...]) -> None:
        self.file = file
        self.text = text
        self.known = known
        self.required = required
        self.separator = _separator(text)
        self.problems: list[Problem] = []

    def table(self) -> Table:
        rows = iter(self._rows())
        first, header, offsets = next(rows, (1, [], []))
        columns = tuple(name.strip() for name in header)
        if not self._header_is_right(columns, first, offsets):
            return Table(self.file, columns, (), tuple(self.problems), self.separator)
        lines = tuple(self._lines(columns, rows))
        return Table(self.file, columns, lines, tuple(self.problems), self.separator)

    def _rows(self) -> Iterator[tuple[int, list[str], list[int]]]:
        """Each row that is not blank: the number of its first line, its cells, and where they begin."""
        source = self.text.split("\n")
        reader = csv.reader(io.StringIO(self.text, newline=""), delimiter=self.separator, strict=True)
        first = 1
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield first, cells, _offsets(source[first - 1], self.separator)
                first = reader.line_num + 1
        except csv.Error as error:
            spot = Spot(self.file, line=first, column=1)
            self.problems.append(problem("csv-quote", spot, reason=str(error)))

    def _header_is_right(self, columns: tuple[str, ...], line: int, offsets: Sequence[int]) -> bool:
        if not columns:
            # A quotation mark that is never closed leaves no names either; that is said already.
            if not self.problems:
                self.problems.append(problem("csv-empty", Spot(self.file, line=1)))
            return False
        places = dict(enumerate(offsets))
        spots = [Spot(self.file, line=line, column=places.get(index, 1)) for index in range(len(columns))]
        found = [self._about_column(columns, index, spot) for index, spot in enumerate(spots)]
        missing = [name for name in self.required if name not in columns]
        found += [problem("csv-column-missing", Spot(self.file, line=line), found=name) for name in missing]
        wrong = [one for one in found if one is not None]
        self.problems += wrong
        return not wrong

    def _about_column(self, columns: tuple[str, ...], index: int, spot: Spot) -> Problem | None:
        name = columns[index]
        if name in columns[:index]:
            return problem("csv-column-twice", spot, found=name)
        if name in self.known:
            return None
        best = nearest(name, self.known) or ""
        return problem("csv-column", spot, found=name or "“”", nearest=best, allowed=", ".join(self.known))

    def _lines(
        self, columns: tuple[str, ...], rows: Iterator[tuple[int, list[str], list[int]]]
    ) -> Iterator[Line]:
        for number, cells, offsets in rows:
            if len(cells) != len(columns):
                self.problems.append(self._about_cells(number, len(cells), len(columns)))
                continue
            stripped = {name: cell.strip() for name, cell in zip(columns, cells, strict=True)}
            yield Line(self.file, number, stripped, dict(zip(columns, offsets, strict=False)))

    def _about_cells(self, number: int, found: int, wanted: int) -> Problem:
        shown = "TAB" if self.separator == "\t" else self.separator
        return problem("csv-cells", Spot(self.file, line=number), found=found, wanted=wanted, separator=shown)


def _separator(text: str) -> str:
    """The sign between the names of the columns; none of these signs can stand in a name."""
    names = _LINE_OF_NAMES.search(text)
    sign = _SEPARATOR.search(names.group() if names else text)
    return sign.group() if sign else ","


def _offsets(line: str, separator: str) -> list[int]:
    """The column, counted from 1, at which each cell of a line begins; quoted separators belong to their cell."""
    offsets, quoted = [1], False
    for index, sign in enumerate(line):
        quoted ^= sign == '"'
        if sign == separator and not quoted:
            offsets.append(index + 2)
    return offsets
