"""Reads the answers of single people as LimeSurvey exports them (CSV, codes of questions and of answers).

Nothing that one person said leaves this module but added up, or as a text to be redacted by hand.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from charterkit.model.survey import Block, Item, ItemType, RespondentGroup, Survey
from charterkit.strings import mark

SIDES: Final = {"E": "expectation", "X": "experience"}
# Behind the code of a column its words may stand, where both were exported.
_WORDS: Final = r"(?:\W.*)?"
# Columns that LimeSurvey writes about the answer itself.
_OWN: Final = re.compile(
    r"(?:id|submitdate|lastpage|startlanguage|seed|startdate|datestamp|token|ipaddr|refurl|\w*[Tt]ime\d*)"
    + _WORDS,
    re.DOTALL,
)
# An option stands in brackets, or behind a line where codes for LimeSurvey's expressions were exported.
_COLUMN: Final = re.compile(r"([A-Za-z0-9]+)([EX])(?:\[([a-z0-9]+)\]|_([a-z0-9]+))?" + _WORDS, re.DOTALL)
_FIRST_CELL: Final = re.compile(r'(?:"[^"]*"|[^",;\t\r\n]*)([,;\t])')
# A spreadsheet or a database may have written the code of a number with decimals.
_DECIMALS: Final = re.compile(r"(\d+)[.,]0+")
_SUBMITTED: Final = "submitdate"
_NO_ANSWER: Final = frozenset({"", "N/A", "-oth-"})
_PROMOTERS, _PASSIVES = 9, 7

NO_COLUMNS: Final = mark(
    "No column has the code of a question of this survey. Export with question codes as headings."
)
UNKNOWN_COLUMN: Final = mark("The column {found} is no question of this survey.")
UNKNOWN_CODE: Final = mark(
    "{column}: {found} is none of the codes {allowed}. Export answer codes, not full answers."
)
CELLS: Final = mark("This line has {found} cells, but there are {wanted} columns.")
NOT_SUBMITTED: Final = mark(
    "The column submitdate is missing: without it nobody can tell finished answers from others. Export it too."
)
NOT_TEXT: Final = mark("The file is not in UTF-8.")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the file, in a message to be translated, and where."""

    line: int
    column: int
    message: str
    named: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FreeText:
    """What somebody wrote, with its place in the file."""

    line: int
    column: int
    item: str
    text: str


@dataclass
class Imported:
    """What a file holds: of each person the answers by question, all texts, and what is wrong."""

    people: list[Mapping[tuple[str, str], Sequence[str]]] = field(default_factory=list)
    texts: list[FreeText] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unfinished: int = 0


@dataclass(frozen=True, slots=True)
class _Column:
    block: Block
    item: Item
    side: str
    option: str


def read_limesurvey(raw: bytes, survey: Survey, group: RespondentGroup) -> Imported:
    """The answers in a file of one group; unfinished ones are counted and left out."""
    found = Imported()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        found.faults.append(Fault(1, 1, NOT_TEXT))
        return found
    first_cell = _FIRST_CELL.match(text)
    separator = first_cell[1] if first_cell else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    header = [name.strip() for name in next(reader, [])]
    columns = _columns(header, survey, group, found)
    first = reader.line_num + 1
    for cells in reader:
        if cells:
            _person(first, header, cells, columns, survey, found)
        first = reader.line_num + 1
    return found


def _columns(
    header: Sequence[str], survey: Survey, group: RespondentGroup, found: Imported
) -> Mapping[int, _Column]:
    asked = {item.code: (block, item) for block, item in survey.asked(group)}
    columns: dict[int, _Column] = {}
    own: list[str] = []
    for index, name in enumerate(header):
        match = _COLUMN.fullmatch(name)
        if match and match[1] in asked:
            block, item = asked[match[1]]
            columns[index] = _Column(block, item, SIDES[match[2]], match[3] or match[4] or "")
        elif _OWN.fullmatch(name):
            own.append(_named(name))
        else:
            found.faults.append(Fault(1, index + 1, UNKNOWN_COLUMN, (("found", name),)))
    if not columns:
        found.faults[:] = [Fault(1, 1, NO_COLUMNS)]
    elif own and _SUBMITTED not in own:
        found.faults.append(Fault(1, 1, NOT_SUBMITTED))
    return columns


def _named(heading: str) -> str:
    """The code in the heading of a column, without its words."""
    return re.split(r"\W", heading, maxsplit=1)[0]


def _person(
    line: int,
    header: Sequence[str],
    cells: Sequence[str],
    columns: Mapping[int, _Column],
    survey: Survey,
    found: Imported,
) -> None:
    if len(cells) != len(header):
        wrong = (("found", str(len(cells))), ("wanted", str(len(header))))
        found.faults.append(Fault(line, 1, CELLS, wrong))
        return
    codes = [_named(name) for name in header]
    if _SUBMITTED in codes and not cells[codes.index(_SUBMITTED)].strip():
        found.unfinished += 1
        return
    said: dict[tuple[str, str], list[str]] = {}
    for index, column in columns.items():
        cell = cells[index].strip()
        if cell in _NO_ANSWER:
            continue
        if column.item.type is ItemType.TEXT:
            found.texts.append(FreeText(line, index + 1, column.item.id, cell))
        else:
            key = (column.item.id, column.side)
            said.setdefault(key, []).extend(_codes(line, index, cell, column, survey, found))
    found.people.append(said)


def _codes(
    line: int, index: int, cell: str, column: _Column, survey: Survey, found: Imported
) -> Iterator[str]:
    number = _DECIMALS.fullmatch(cell)
    cell = number[1] if number else cell
    if column.item.type is ItemType.MULTIPLE:
        # Whoever ticked nothing answered too, where the export says N for it.
        allowed: tuple[str, ...] = ("Y", "N")
        if cell == "Y":
            yield column.option
    elif column.item.type is ItemType.NPS:
        allowed = tuple(map(str, range(11)))
        if cell in allowed:
            yield _recommends(int(cell))
    else:
        allowed = survey.answers_of(column.block, column.item)
        if cell in allowed:
            yield cell
    if cell not in allowed:
        named = (("column", column.item.id), ("found", cell[:20]), ("allowed", ", ".join(allowed)))
        found.faults.append(Fault(line, index + 1, UNKNOWN_CODE, named))


def _recommends(answer: int) -> str:
    if answer >= _PROMOTERS:
        return "promoters"
    return "passives" if answer >= _PASSIVES else "detractors"
