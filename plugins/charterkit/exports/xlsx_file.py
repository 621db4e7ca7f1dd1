"""Tables as a workbook of Excel (Office Open XML) that gives the same bytes for the same tables and day."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from charterkit.exports.exact import plain
from charterkit.exports.sheets import Column, Number, Sheet
from charterkit.richtext.signs import writable

# A text is a text, whatever it begins with; nothing touches the disk, where files would carry the clock.
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
# Excel believes in a 29 February 1900; earlier days are written as text.
_FIRST_DAY: Final = date(1900, 3, 1)
# Excel keeps fifteen digits of a number; one with more before the point is written as text.
_TOO_LARGE: Final = Decimal(10) ** 15
_MOST_DECIMALS: Final = 8
_NOT_IN_A_NAME: Final = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME: Final = 31
_NARROW, _USUAL, _WIDE = 10, 40, 60
_GREY: Final = "#E7E9EC"
_A4: Final = 9
_TOP: Final[Mapping[str, object]] = {"align": "top"}
# Below its heading, which stands on the left.
_DAY: Final[Mapping[str, object]] = {"align": "left", "valign": "top"}
_LINES: Final[Mapping[str, object]] = {**_TOP, "text_wrap": True}


@dataclass(frozen=True, slots=True)
class Properties:
    """What a workbook says of itself; `day` stands in for the moment of writing."""

    title: str
    creator: str
    day: date


class _Styles:
    """The looks of the cells of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._numbers: dict[tuple[int | None, bool], Format] = {}
        self.text = book.add_format(_LINES)
        self.bold = book.add_format({**_LINES, "bold": True})
        self.head = book.add_format({**_LINES, "bold": True, "bg_color": _GREY, "bottom": 1})
        # Written alike in every country.
        self.day = book.add_format({**_DAY, "num_format": "yyyy\\-mm\\-dd"})

    def number(self, number: Number) -> Format:
        """Of a number, with as many decimals as it shows."""
        key = number.decimals, number.percent
        if key not in self._numbers:
            self._numbers[key] = self._book.add_format({**_TOP, "num_format": _number_format(*key)})
        return self._numbers[key]


def _number_format(decimals: int | None, percent: bool) -> str:
    if decimals is None:
        return "General"
    shown = "0" + "." * bool(decimals) + "0" * min(decimals, _MOST_DECIMALS)
    # Between quotation marks: a bare sign would multiply the number by a hundred.
    return f'{shown}"\u00a0%"' if percent else shown


def xlsx_bytes(sheets: Sequence[Sheet], properties: Properties) -> bytes:
    """A workbook with these sheets; the first is the one that opens."""
    buffer = io.BytesIO()
    with Workbook(buffer, _OPTIONS) as book:
        book.set_properties(
            {
                "title": writable(properties.title),
                "author": writable(properties.creator),
                "created": datetime.combine(properties.day, time(), UTC),
            }
        )
        styles = _Styles(book)
        for sheet, name in zip(sheets, sheet_names(one.name for one in sheets), strict=True):
            _write(book.add_worksheet(name), sheet, styles)
    return buffer.getvalue()


def sheet_names(wanted: Iterable[str]) -> tuple[str, ...]:
    """Names that Excel allows: at most 31 signs, none of `[]:*?/\\`, no apostrophe at an end, none twice."""
    names: list[str] = []
    for one in wanted:
        base = (
            " ".join(_NOT_IN_A_NAME.sub(" ", writable(one)).split()).strip("'")[:_LONGEST_NAME].strip("' ")
            or "–"
        )
        name, number = base, 2
        while name.casefold() in (taken.casefold() for taken in names):
            name, number = f"{base[: _LONGEST_NAME - 3]} {number}", number + 1
        names.append(name)
    return tuple(names)


def _write(target: Worksheet, sheet: Sheet, styles: _Styles) -> None:
    target.set_paper(_A4)
    target.set_landscape()
    for at, width in enumerate(_widths(sheet)):
        target.set_column(at, at, width)
    if sheet.columns:
        for at, column in enumerate(sheet.columns):
            target.write_string(0, at, cell_text(column.heading), styles.head)
        target.freeze_panes(1, 0)
        # Printed, every sheet of paper says what its columns are.
        target.repeat_rows(0)
        target.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    first = styles.text if sheet.columns else styles.bold
    for number, row in enumerate(sheet.rows, start=bool(sheet.columns)):
        for at, cell in enumerate(row):
            if cell:
                _cell(target, number, at, cell, styles, styles.text if at else first)


def _cell(
    target: Worksheet, row: int, at: int, cell: str | Number | date, styles: _Styles, text: Format
) -> None:
    match cell:
        case Number(value) if abs(value) < _TOO_LARGE:
            target.write_number(row, at, value, styles.number(cell))
        case Number(value):
            target.write_string(row, at, plain(value), text)
        case date() if cell >= _FIRST_DAY:
            target.write_datetime(row, at, cell, styles.day)
        case _:
            target.write_string(row, at, cell_text(str(cell)), text)


@lru_cache(maxsize=4096)  # titles, units and verdicts stand in one cell below the other
def cell_text(text: str) -> str:
    """The text without what no workbook can hold, and so that it is never taken for marks of the format."""
    kept = writable(text)
    # The library writes what looks like its own marks, for a text of several looks, as it stands.
    return f"{kept} " if kept.startswith("<r>") and kept.endswith("</r>") else kept


def _widths(sheet: Sheet) -> Iterator[int]:
    """The width of every column: by its longest cell, within bounds; a long heading is broken into lines."""
    columns: tuple[Column, ...] = sheet.columns or (Column(""), Column("", wide=True))
    longest = [min(len(column.heading), _NARROW * 2) for column in columns]
    for row in sheet.rows:
        longest = [
            len(cell) if isinstance(cell, str) and len(cell) > most else most
            for cell, most in zip(row, longest, strict=True)
        ]
    for column, most in zip(columns, longest, strict=True):
        yield min(max(most, _NARROW), _WIDE if column.wide else _USUAL) + 3
