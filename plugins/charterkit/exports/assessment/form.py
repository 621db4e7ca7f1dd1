"""What the sheets of assessors and the workbook of their meeting have in common: their keys and hidden marks.

Columns and sheets are known by keys that do not depend on the language, in a hidden row and on a hidden sheet; so a
sheet is read back whatever was moved, widened or renamed in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from charterkit.exports.xlsx_file import cell_text
from charterkit.model.assessment import Assessment
from charterkit.model.caf import FULL
from charterkit.site.quality.points import DECIMALS
from charterkit.strings import Words, mark

# The hidden sheet that says what a workbook is, and the key of the row that holds the keys.
ABOUT: Final = "charterkit"
ID: Final = "id"
AGREED: Final = "agreed"
PART: Final = "part"
TEXTS: Final = ("strengths", "areas", "evidence")
ASSESSOR: Final = "assessor-sheet/1"
MEETING: Final = "meeting/1"
# The texts are text whatever they begin with; no sheet of ours calculates.
OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
FIRST_ROW: Final = 2
_GREY: Final = "#E7E9EC"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, its heading, its width; `points` for numbers from 0 to 100, `free` where one may write."""

    key: str
    heading: str
    width: int
    points: bool = False
    free: bool = False


@dataclass(frozen=True)
class Look:
    """The looks of the cells of a workbook."""

    head: Any
    fixed: Any
    free: Any
    points: Any
    whole: Any
    title: Any


def looks(book: Workbook) -> Look:
    """The looks, made for a workbook."""
    lines = {"text_wrap": True, "valign": "top"}
    return Look(
        book.add_format({**lines, "bold": True, "bg_color": _GREY, "bottom": 1}),
        book.add_format({**lines, "bg_color": "#F6F5F1"}),
        book.add_format({**lines, "locked": False, "border": 1, "border_color": "#C9C4B8"}),
        book.add_format({"valign": "top", "num_format": f"0.{'0' * DECIMALS}"}),
        book.add_format({"valign": "top", "num_format": "0"}),
        book.add_format({**lines, "bold": True, "font_size": 14}),
    )


def describe(book: Workbook, assessment: Assessment, **facts: str) -> None:
    """The hidden sheet that says to which self-assessment a workbook belongs."""
    sheet = book.add_worksheet(ABOUT)
    own = {"assessment": assessment.id, "scoring": assessment.scoring.value, "model": assessment.model.value}
    for row, (key, value) in enumerate({**own, **facts}.items()):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, cell_text(value))
    sheet.protect()
    sheet.very_hidden()


def table(sheet: Worksheet, columns: tuple[Column, ...], look: Look, words: Words, last: int) -> None:
    """Keys, headings, widths and limits of a table whose rows end with `last`."""
    for at, column in enumerate(columns):
        sheet.write_string(0, at, column.key)
        sheet.write_string(1, at, cell_text(column.heading), look.head)
        sheet.set_column(at, at, column.width)
        if column.points:
            sheet.data_validation(FIRST_ROW, at, last, at, limits(words))
    sheet.set_row(0, None, None, {"hidden": True})
    sheet.freeze_panes(FIRST_ROW, 2)
    sheet.repeat_rows(1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})


def limits(words: Words) -> Mapping[str, object]:
    """That only whole numbers from 0 to 100 can be typed."""
    return {
        "validate": "integer",
        "criteria": "between",
        "minimum": 0,
        "maximum": FULL,
        "ignore_blank": True,
        # Excel allows 32 and 255 signs.
        "error_title": words.say("Points")[:32],
        "error_message": words.say(_LIMITS)[:255],
    }


_LIMITS: Final = mark("Type a whole number from 0 to 100, or leave the cell empty.")
