"""The workbook for the meeting of a group: the largest disagreements first, and what was written, by number."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime, time
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from charterkit.exports.assessment.form import (
    AGREED,
    FIRST_ROW,
    ID,
    MEETING,
    OPTIONS,
    PART,
    Column,
    Look,
    describe,
    looks,
    table,
)
from charterkit.exports.xlsx_file import cell_text, sheet_names
from charterkit.model.assessment import Assessment
from charterkit.model.caf import SUBS
from charterkit.rules.quality.consensus import Filled, Spread, places, spreads
from charterkit.site.quality.caf_names import PART as PART_NAMES
from charterkit.site.quality.caf_names import SUB
from charterkit.strings import Words, mark

_CONFIDENTIAL: Final = mark("For the group only. Delete this file when the report is written.")


def meeting_book(assessment: Assessment, filled: Sequence[Filled], words: Words) -> bytes:
    """The workbook of what these assessors wrote."""
    buffer = io.BytesIO()
    with Workbook(buffer, OPTIONS) as book:
        book.set_properties(
            {"created": datetime.combine(assessment.since, time(), UTC), "comments": words.say(_CONFIDENTIAL)}
        )
        look = looks(book)
        titles = (words.say("To agree on"), words.say("What was written"), words.say("All points"))
        names = sheet_names(titles)
        _agree(book.add_worksheet(names[0]), spreads(filled, assessment.scoring), words, look)
        _written(book.add_worksheet(names[1]), filled, words, look)
        _all(book.add_worksheet(names[2]), assessment, filled, words, look)
        describe(book, assessment, format=MEETING)
    return buffer.getvalue()


def _agree(sheet: Worksheet, found: Sequence[Spread], words: Words, look: Look) -> None:
    columns = (
        Column(ID, words.say("No."), 6),
        Column("name", words.say("Sub-criterion"), 34),
        Column(PART, words.say("Part"), 10),
        Column("part_name", words.say("Part in words"), 14),
        Column("n", words.say("Answers"), 10),
        Column("lowest", words.say("Lowest"), 10),
        Column("middle", words.say("Middle"), 10),
        Column("highest", words.say("Highest"), 10),
        Column("apart", words.say("Apart"), 10),
        Column(AGREED, words.say("Agreed points"), 12, points=True, free=True),
    )
    table(sheet, columns, look, words, FIRST_ROW + max(len(found), 1) - 1)
    for row, one in enumerate(found, start=FIRST_ROW):
        told = (one.sub, words.say(SUB[one.sub]), one.part.value, words.say(PART_NAMES[one.part]))
        for at, text in enumerate(told):
            sheet.write_string(row, at, cell_text(text), look.fixed)
        sheet.write_number(row, len(told), one.n, look.whole)
        for at, number in enumerate((one.lowest, one.middle, one.highest, one.apart), start=len(told) + 1):
            sheet.write_number(row, at, float(number), look.points)
        sheet.write_blank(row, len(columns) - 1, None, look.free)
    sheet.set_footer(f"&C{words.say(_CONFIDENTIAL)}")


def _written(sheet: Worksheet, filled: Sequence[Filled], words: Words, look: Look) -> None:
    heads = (
        words.say("No."),
        words.say("Sub-criterion"),
        words.say("Assessor"),
        words.say("Strengths"),
        words.say("Areas for improvement"),
        words.say("Evidence"),
    )
    for at, (head, width) in enumerate(zip(heads, (6, 34, 10, 44, 44, 44), strict=True)):
        sheet.write_string(0, at, head, look.head)
        sheet.set_column(at, at, width)
    lines = [(sub, one, one.texts[sub]) for sub in SUBS for one in filled if sub in one.texts]
    for row, (sub, one, texts) in enumerate(lines, start=1):
        for at, text in enumerate((sub, words.say(SUB[sub]), str(one.assessor), *texts)):
            sheet.write_string(row, at, cell_text(text), look.fixed)
    sheet.freeze_panes(1, 2)
    sheet.set_footer(f"&C{words.say(_CONFIDENTIAL)}")


def _all(
    sheet: Worksheet, assessment: Assessment, filled: Sequence[Filled], words: Words, look: Look
) -> None:
    heads = (words.say("No."), words.say("Part in words"), *(str(one.assessor) for one in filled))
    for at, head in enumerate(heads):
        sheet.write_string(0, at, head, look.head)
    for row, place in enumerate(places(assessment.scoring), start=1):
        sheet.write_string(row, 0, place[0], look.fixed)
        sheet.write_string(row, 1, words.say(PART_NAMES[place[1]]), look.fixed)
        for at, one in enumerate(filled, start=2):
            if place in one.points:
                sheet.write_number(row, at, float(one.points[place]), look.points)
    sheet.freeze_panes(1, 2)
    sheet.set_footer(f"&C{words.say(_CONFIDENTIAL)}")
