"""The filled-in sheets of a folder as what each assessor wrote, and everything that is wrong in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final

from charterkit.exports.assessment.form import AGREED, ASSESSOR, MEETING, PART, TEXTS
from charterkit.exports.assessment.reading import Fault, Read, Row, points, read_book
from charterkit.model.assessment import Assessment
from charterkit.model.caf import SUBS, Part, parts
from charterkit.rules.quality.consensus import Filled, Place
from charterkit.strings import mark
from charterkit.text import nearest


def collect(
    assessment: Assessment, files: Mapping[str, bytes]
) -> tuple[tuple[Filled, ...], tuple[Fault, ...]]:
    """What the assessors wrote, by their numbers, and every fault of every file."""
    faults: list[Fault] = []
    found: dict[int, tuple[str, Filled]] = {}
    for name, raw in sorted(files.items()):
        book = read_book(name, raw)
        _belongs(book, assessment, ASSESSOR)
        if not book.faults:
            one = _filled(book, assessment)
            if one.assessor in found:
                book.fault(_TWICE, None, number=one.assessor, other=found[one.assessor][0])
            found.setdefault(one.assessor, (name, one))
        faults += book.faults
    return tuple(one for _, one in (found[number] for number in sorted(found))), tuple(faults)


def agreed(
    assessment: Assessment, name: str, raw: bytes
) -> tuple[Mapping[str, Mapping[Part, int]], tuple[Fault, ...]]:
    """The points that a group agreed on, by sub-criterion, from the workbook of its meeting."""
    book = read_book(name, raw)
    _belongs(book, assessment, MEETING)
    found: dict[str, dict[Part, int]] = {}
    for row in book.rows if not book.faults else ():
        cell = row.cells.get(AGREED)
        if cell is None or not cell.text or not _is_known(book, row):
            continue
        part, value = row.cells[PART].text if PART in row.cells else "", points(cell)
        if part not in parts(assessment.scoring, row.id.text):
            book.fault(_OTHER_PART, row.id, found=part)
        elif value is None or value.denominator != 1:
            book.fault(_NOT_WHOLE, cell, found=cell.text)
        else:
            found.setdefault(row.id.text, {})[Part(part)] = int(value)
    for sub, given in found.items():
        missing = [part.value for part in parts(assessment.scoring, sub) if part not in given]
        if missing:
            book.fault(_PART_MISSING, None, sub=sub, missing=", ".join(missing))
    return found, tuple(book.faults)


def _belongs(book: Read, assessment: Assessment, format: str) -> None:
    if book.faults:
        return
    about = book.about
    if about.get("format") != format:
        book.fault(_OTHER_FORMAT)
    elif about.get("assessment") != assessment.id:
        book.fault(_OTHER_ASSESSMENT, None, found=about.get("assessment", ""), wanted=assessment.id)
    elif about.get("scoring") != assessment.scoring.value:
        book.fault(_OTHER_SCORING)
    elif format == ASSESSOR and not about.get("assessor", "").isdecimal():
        book.fault(_NO_NUMBER)


def _filled(book: Read, assessment: Assessment) -> Filled:
    scores: dict[Place, Fraction] = {}
    texts: dict[str, tuple[str, str, str]] = {}
    for row in book.rows:
        if not _is_known(book, row):
            continue
        sub = row.id.text
        if sub in texts:
            book.fault(_ID_TWICE, row.id, found=sub)
            continue
        scores |= _points(book, row, parts(assessment.scoring, sub))
        first, second, third = (row.cells[key].text if key in row.cells else "" for key in TEXTS)
        texts[sub] = (first, second, third)
    missing = [sub for sub in SUBS if sub not in texts]
    if missing and not book.faults:
        book.fault(_ROWS_MISSING, None, subs=", ".join(missing))
    written = {sub: three for sub, three in texts.items() if any(three)}
    return Filled(int(book.about["assessor"]), book.about.get("group", ""), scores, written)


def _is_known(book: Read, row: Row) -> bool:
    id = row.id.text
    if id in SUBS:
        return True
    # Excel takes 1.1 for a number where somebody typed it anew; that is the same id.
    book.fault(_ID_UNKNOWN, row.id, found=id or "–", nearest=nearest(id, SUBS) or SUBS[0])
    return False


def _points(book: Read, row: Row, wanted: Iterable[Part]) -> dict[Place, Fraction]:
    found: dict[Place, Fraction] = {}
    for part in wanted:
        cell = row.cells.get(part.value)
        if cell is None:
            book.fault(_COLUMN_MISSING, row.id, found=part.value)
        elif cell.text:
            value = points(cell)
            if value is None:
                book.fault(_NO_POINTS, cell, found=cell.text)
            else:
                found[row.id.text, part] = value
    return found


_TWICE: Final = mark(
    "Assessor no. {number} is here twice, also in {other}. Remove the older of the two files."
)
_OTHER_PART: Final = mark("There is no part called {found} in this way of scoring.")
_NOT_WHOLE: Final = mark("{found} is no whole number from 0 to 100.")
_PART_MISSING: Final = mark(
    "{sub} has no agreed points for {missing}. Agree on all parts, or on none of them."
)
_OTHER_FORMAT: Final = mark(
    "This workbook is another one: sheets of assessors are collected, that of the meeting is agreed."
)
_OTHER_ASSESSMENT: Final = mark("The sheet belongs to the self-assessment {found}, not to {wanted}.")
_OTHER_SCORING: Final = mark(
    "The sheet was made for another way of scoring. Make new sheets; the two are never mixed."
)
_NO_NUMBER: Final = mark("The hidden sheet no longer has the number of the assessor.")
_ID_TWICE: Final = mark("The sub-criterion {found} is here twice.")
_ROWS_MISSING: Final = mark("These sub-criteria are gone from the sheets: {subs}.")
_ID_UNKNOWN: Final = mark("{found} is no sub-criterion. Did you mean {nearest}?")
_COLUMN_MISSING: Final = mark("The column {found} is gone.")
_NO_POINTS: Final = mark("{found} is no number from 0 to 100. Leave the cell empty where nothing was scored.")
