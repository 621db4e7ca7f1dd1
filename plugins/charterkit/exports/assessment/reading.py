"""Reads workbooks back, and says of everything that cannot be understood in which file, sheet and cell it stands."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils.cell import get_column_letter

from charterkit.exports.assessment.form import ABOUT, ID
from charterkit.model.caf import FULL
from charterkit.richtext.signs import writable
from charterkit.strings import Words, mark

# As large as a filled-in sheet ever gets, packed and unpacked; what is larger is no sheet of ours.
_MOST_BYTES: Final = 5_000_000
_MOST_UNPACKED: Final = 50_000_000
_MOST_ROWS: Final = 500
_MOST_COLUMNS: Final = 60
# So far down the row with the keys is looked for.
_KEYS_WITHIN: Final = 10
_NUMBER: Final = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,4})?")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a workbook: the file, the sheet and the cell (blank for the whole), and the sentence."""

    file: str
    message: str
    sheet: str = ""
    cell: str = ""
    named: tuple[tuple[str, str], ...] = ()

    def told(self, words: Words) -> str:
        """The place and the sentence, for a person to act on."""
        place = ", ".join(part for part in (self.file, self.sheet, self.cell) if part)
        return f"{place}: {words.say(self.message, **dict(self.named))}"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its value and its place."""

    value: object
    sheet: str
    at: str

    @property
    def text(self) -> str:
        """The words in it; blank where it is empty."""
        return writable(str(self.value)).strip() if self.value is not None else ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its id, and its cells by the key of their column."""

    id: Cell
    cells: Mapping[str, Cell]


@dataclass
class Read:
    """A workbook as it was read; `faults` say what could not be."""

    file: str
    about: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    faults: list[Fault] = field(default_factory=list)

    def fault(self, message: str, cell: Cell | None = None, **named: object) -> None:
        """Note something that is wrong."""
        values = tuple((name, str(value)) for name, value in named.items())
        place = (cell.sheet, cell.at) if cell else ("", "")
        self.faults.append(Fault(self.file, message, *place, values))


def read_book(file: str, raw: bytes) -> Read:
    """The hidden marks and all tables of a workbook. Never raises for what stands in it."""
    found = Read(file)
    try:
        if len(raw) > _MOST_BYTES or _unpacked(raw) > _MOST_UNPACKED:
            found.fault(_TOO_LARGE)
            return found
        # Values, never formulas: what a sheet would calculate is taken as it was last calculated.
        book = load_workbook(io.BytesIO(raw), read_only=False, data_only=True, keep_links=False)
    except Exception:
        # A damaged file makes the library raise almost anything.
        found.fault(_NO_BOOK)
        return found
    found.about = dict(_about(book))
    if not found.about:
        found.fault(_NOT_OURS)
        return found
    found.rows = tuple(_rows(book, found))
    return found


def _unpacked(raw: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        return sum(one.file_size for one in packed.infolist())


def _about(book: Any) -> Iterator[tuple[str, str]]:
    if ABOUT in book.sheetnames:
        for key, value in book[ABOUT].iter_rows(min_col=1, max_col=2, max_row=20, values_only=True):
            if key is not None and value is not None:
                yield str(key), str(value)


def _rows(book: Any, found: Read) -> Iterator[Row]:
    tables = 0
    for sheet in book.worksheets:
        if sheet.title == ABOUT:
            continue
        lines = _lines(sheet)
        keys = _keys(lines)
        if keys is not None:
            tables += 1
            yield from _table(sheet.title, lines, *keys)
    if not tables:
        found.fault(_NO_TABLE)


def _lines(sheet: Any) -> tuple[tuple[object, ...], ...]:
    """What stands in a sheet, no further than anything is written: the library makes each empty cell that is read."""
    rows, columns = min(sheet.max_row, _MOST_ROWS), min(sheet.max_column, _MOST_COLUMNS)
    return tuple(sheet.iter_rows(max_row=rows, max_col=columns, values_only=True))


def _keys(lines: tuple[tuple[object, ...], ...]) -> tuple[int, Mapping[str, int]] | None:
    """The row of keys, and the column of each."""
    for at, line in enumerate(lines[:_KEYS_WITHIN]):
        columns = {value.strip(): place for place, value in enumerate(line) if isinstance(value, str)}
        if ID in columns and len(columns) > 1:
            return at, columns
    return None


def _table(
    sheet: str, lines: tuple[tuple[object, ...], ...], start: int, keys: Mapping[str, int]
) -> Iterator[Row]:
    # The row below the keys has the headings for people.
    for number, line in enumerate(lines[start + 2 :], start=start + 3):
        cells = {
            key: Cell(line[at], sheet, f"{get_column_letter(at + 1)}{number}") for key, at in keys.items()
        }
        if any(cell.text for cell in cells.values()):
            yield Row(cells[ID], cells)


def points(cell: Cell) -> Fraction | None:
    """The number in a cell, with a point or a comma; None where it is no number from 0 to 100."""
    value = cell.value
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return Fraction(value) if 0 <= value <= FULL else None
    # What a spreadsheet calls 47.5 is exactly that; the digits after it come from its way of reckoning.
    text = f"{value:.4f}" if isinstance(value, float) else cell.text.replace("\u00a0", "")
    if not _NUMBER.fullmatch(text):
        return None
    number = Fraction(text.replace(",", "."))
    return number if number <= FULL else None


_TOO_LARGE: Final = mark("The file is too large for a sheet of an assessor.")
_NO_BOOK: Final = mark("This is no workbook that can be read. Save it again as .xlsx.")
_NOT_OURS: Final = mark(
    "This workbook was not made by charter assessment sheets, or its hidden sheet was deleted."
)
_NO_TABLE: Final = mark(
    "The hidden row with the keys of the columns is gone. Copy the answers into a new sheet."
)
