"""The empty sheet of an assessor: guidance in our own short words, a row for each sub-criterion, locked names."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from charterkit.exports.assessment.form import (
    ASSESSOR,
    FIRST_ROW,
    ID,
    OPTIONS,
    TEXTS,
    Column,
    Look,
    describe,
    looks,
    table,
)
from charterkit.exports.xlsx_file import cell_text, sheet_names
from charterkit.model.assessment import Assessment
from charterkit.model.caf import BANDS, CRITERIA, Panel, parts
from charterkit.site.quality.caf_names import CRITERION, PANEL, PART, SUB, band_words
from charterkit.strings import Words, mark

_HEADS: Final = {
    "strengths": mark("Strengths"),
    "areas": mark("Areas for improvement"),
    "evidence": mark("Evidence"),
}
_GUIDE: Final = (
    mark("Fill in both sheets by yourself, before anybody talks about points."),
    mark("First write what is good, what should be better, and what shows it. Then give points."),
    mark(
        "Points are whole numbers from 0 to 100. Leave a cell empty where you cannot tell: empty is not zero."
    ),
    mark("Write no names of persons. Your sheet has a number; the group sees points without names."),
    mark("Only the white cells can be changed. Columns may be widened, and rows too."),
    mark("Send the file back as it is, under the same name."),
)


@dataclass(frozen=True, slots=True)
class Seat:
    """For whom a sheet is: a number, and the group; a sheet for a whole group has the number of the group."""

    number: int
    group: str


def seats(assessment: Assessment, by_group: bool) -> tuple[Seat, ...]:
    """A seat for every assessor of every group, or one for each group; numbers run through all groups."""
    if by_group:
        return tuple(Seat(number, one.id) for number, one in enumerate(assessment.groups, start=1))
    ids = [group.id for group in assessment.groups for _ in range(group.size)]
    return tuple(Seat(number, group) for number, group in enumerate(ids, start=1))


def file_name(assessment: Assessment, seat: Seat) -> str:
    """The name of a sheet: `caf-2025-administration-03.xlsx`."""
    return f"{assessment.id}-{seat.group}-{seat.number:02}.xlsx"


def assessor_sheet(assessment: Assessment, seat: Seat, words: Words, order: tuple[str, ...]) -> bytes:
    """The workbook for a seat; `order` are the languages in which to look for texts of the record."""
    buffer = io.BytesIO()
    with Workbook(buffer, OPTIONS) as book:
        book.set_properties({"created": datetime.combine(assessment.since, time(), UTC)})
        look = looks(book)
        title = assessment.title.read(words.lang, order).words
        titles = (words.say("How to fill it in"), *(words.say(PANEL[panel]) for panel in Panel))
        names = sheet_names(titles)
        _guide(book.add_worksheet(names[0]), assessment, (title, str(seat.number)), words, look)
        for panel, name in zip(Panel, names[1:], strict=True):
            _panel(book.add_worksheet(name), _Panel(assessment, panel, order), words, look)
        describe(book, assessment, format=ASSESSOR, assessor=str(seat.number), group=seat.group)
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class _Panel:
    assessment: Assessment
    panel: Panel
    order: tuple[str, ...]

    def subs(self) -> tuple[str, ...]:
        return tuple(sub for one in CRITERIA if one.panel is self.panel for sub in one.subs)

    def columns(self, words: Words) -> tuple[Column, ...]:
        named = parts(self.assessment.scoring, self.subs()[0])
        points = (Column(part.value, words.say(PART[part]), 11, points=True, free=True) for part in named)
        texts = (Column(key, words.say(_HEADS[key]), 44, free=True) for key in TEXTS)
        return (
            Column(ID, words.say("No."), 6),
            Column("name", words.say("Sub-criterion"), 34),
            *points,
            *texts,
        )

    def name(self, sub: str, words: Words) -> str:
        """Our short name, and below it the official one where the record has it."""
        official = next((one.title for one in self.assessment.wording if one.id == sub), None)
        own = f"{words.say(CRITERION[sub.partition('.')[0]])}: {words.say(SUB[sub])}"
        return f"{own}\n{official.read(words.lang, self.order).words}" if official else own


def _panel(sheet: Worksheet, about: _Panel, words: Words, look: Look) -> None:
    columns, subs = about.columns(words), about.subs()
    table(sheet, columns, look, words, FIRST_ROW + len(subs) - 1)
    for row, sub in enumerate(subs, start=FIRST_ROW):
        sheet.write_string(row, 0, sub, look.fixed)
        sheet.write_string(row, 1, cell_text(about.name(sub, words)), look.fixed)
        for at, column in enumerate(columns):
            if column.free:
                sheet.write_blank(row, at, None, look.free)


def _guide(sheet: Worksheet, assessment: Assessment, told: tuple[str, str], words: Words, look: Look) -> None:
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, 80)
    sheet.write_string(0, 1, cell_text(told[0]), look.title)
    sheet.write_string(1, 1, words.say("Sheet of assessor no. {number}", number=told[1]), look.fixed)
    lines = enumerate(_GUIDE, start=3)
    for row, line in lines:
        sheet.write_string(row, 1, words.say(line), look.fixed)
    for row, (first, second, is_head) in enumerate(_scale(assessment, words), start=4 + len(_GUIDE)):
        sheet.write_string(row, 0, first, look.head if is_head else look.fixed)
        sheet.write_string(row, 1, second, look.head if is_head else look.fixed)
    sheet.protect()


def _scale(assessment: Assessment, words: Words) -> Iterator[tuple[str, str, bool]]:
    """The bands of both panels with what they mean."""
    for panel in Panel:
        yield words.say("Points"), words.say(PANEL[panel]), True
        for band, meaning in zip(BANDS, band_words(assessment.scoring, panel), strict=True):
            yield f"{band.low}–{band.high}", words.say(meaning), False
