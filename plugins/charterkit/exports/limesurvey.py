"""The questionnaire of a survey as LimeSurvey reads it: its tab-separated survey structure, in all languages.

The format is that of LimeSurvey 3 to 6 (manual: Tab Separated Value survey structure). Codes are the ids of the survey:
a question is its item with an E for the expectation or an X for the experience behind it.

No cell needs quotation marks: LimeSurvey breaks lines before it reads cells, at every sort of line end that Unicode
knows, and a backslash before a quotation mark ends a cell for it too late.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from html import escape
from typing import Final

from charterkit.model.survey import Block, Item, ItemType, RespondentGroup, Side, Survey
from charterkit.site.pieces import Reader
from charterkit.text import Text

COLUMNS: Final = (
    "class", "type/scale", "name", "relevance", "text", "help", "language", "validation", "mandatory", "other",
    "default", "same_default",
)  # fmt: skip
SIDES: Final = {Side.EXPECTATION: "E", Side.EXPERIENCE: "X"}
_TYPES: Final = {ItemType.MULTIPLE: "M", ItemType.TEXT: "T"}
# What stands for itself in no cell: the marks of HTML, of LimeSurvey's expressions, and of tables.
_SIGNS: Final = str.maketrans({"{": "&#123;", "}": "&#125;", '"': "&quot;", "\\": "&#92;", "\t": " "})
_LINE_ENDS: Final = re.compile("\r\n|[\n\x0b\x0c\r\x85\u2028\u2029]")
# LimeSurvey guesses the encoding from so many bytes, and guesses wrong where a letter is cut in two there.
_SAMPLE: Final = 1000
Row = dict[str, str]


def code_of(item: Item, side: Side) -> str:
    """The code of a question: letters and digits, as LimeSurvey wants it."""
    return item.code + SIDES[side]


def structure(survey: Survey, group: RespondentGroup, readers: tuple[Reader, ...]) -> bytes:
    """The questions of one group; the first reader's language is that of the survey, the others are added."""
    buffer = io.StringIO()
    writer = csv.DictWriter(
        buffer, COLUMNS, restval="", delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE
    )
    writer.writeheader()
    writer.writerows(_head(survey, readers))
    for who in readers:
        writer.writerows(_questions(survey, group, who))
    return _recognisable(buffer.getvalue())


def _recognisable(table: str) -> bytes:
    """The bytes of a table in which no letter is cut in two where the sample of the encoding ends.

    Blank lines behind the heads of the columns move the letters; LimeSurvey passes over such lines.
    """
    head, _, rest = table.partition("\n")
    for blank in range(4):
        raw = ("\n".join((head, *[""] * blank, rest))).encode("utf-8-sig")
        if raw[_SAMPLE : _SAMPLE + 1] == b"" or raw[_SAMPLE] & 0xC0 != 0x80:
            return raw
    raise AssertionError("no letter has more than four bytes")


def _head(survey: Survey, readers: tuple[Reader, ...]) -> Iterator[Row]:
    first, *others = (who.lang for who in readers)
    settings = {
        "language": first,
        "additional_languages": " ".join(others),
        "anonymized": "Y",
        "datestamp": "N",
        "ipaddr": "N",
        "format": "G",
    }
    for name, value in settings.items():
        yield {"class": "S", "name": name, "text": value}
    for who in readers:
        yield {
            "class": "SL",
            "name": "surveyls_title",
            "text": _text(who, survey.title),
            "language": who.lang,
        }
        told = _text(who, survey.summary)
        yield {"class": "SL", "name": "surveyls_description", "text": told, "language": who.lang}


def _questions(survey: Survey, group: RespondentGroup, who: Reader) -> Iterator[Row]:
    lang, asked = who.lang, {item.id for _, item in survey.asked(group)}
    for number, block in enumerate(survey.blocks, start=1):
        items = [item for item in block.items if item.id in asked]
        if items:
            name = _text(who, block.title) or block.id
            yield {
                "class": "G", "type/scale": f"G{number}", "name": name, "relevance": "1",
                "text": _text(who, block.text), "language": lang,
            }  # fmt: skip
        for side in Side:
            for item in (one for one in items if side in block.sides(one)):
                yield from _question(survey, block, item, side, who)


def _question(survey: Survey, block: Block, item: Item, side: Side, who: Reader) -> Iterator[Row]:
    yield {
        "class": "Q", "type/scale": _TYPES.get(item.type, "L"), "name": code_of(item, side), "relevance": "1",
        "text": _html(question_text(block, item, side, who)), "help": _text(who, item.text), "language": who.lang,
        "mandatory": "N", "other": "N", "same_default": "0",
    }  # fmt: skip
    sort = "SQ" if item.type is ItemType.MULTIPLE else "A"
    for code, words in choices(survey, block, item, who):
        yield {
            "class": sort, "type/scale": "0", "name": code, "text": _html(words), "language": who.lang,
        }  # fmt: skip


def question_text(block: Block, item: Item, side: Side, who: Reader) -> str:
    """The words of a question: its own, else those of its block with the title of the item."""
    own = item.question(side)
    if own:
        return who.bare(own)
    title = who.bare(item.title)
    return f"{title}. {who.bare(block.question(side))}" if block.question(side) else title


def choices(survey: Survey, block: Block, item: Item, who: Reader) -> Iterator[tuple[str, str]]:
    """The answers to choose from, by their code; none for texts."""
    scale = survey.scale_of(block, item)
    if item.type is ItemType.NPS:
        yield from ((str(one), str(one)) for one in range(11))
    elif item.type is ItemType.YES_NO:
        yield from (("yes", who.words.say("Yes")), ("no", who.words.say("No")))
    elif item.type is ItemType.SCALE and scale is not None:
        ends = {str(scale.min): scale.low, str(scale.max): scale.high}
        for one in scale.answers:
            word = who.bare(ends[one]) if ends.get(one) else ""
            yield one, f"{one} ({word})" if word else one
    else:
        yield from ((one.id, who.bare(one.title)) for one in item.options)


def _text(who: Reader, text: Text) -> str:
    return _html(who.plain(text)) if text else ""


def _html(words: str) -> str:
    """Words for a cell of LimeSurvey, which reads HTML and calculates with what stands in curly brackets."""
    return _LINE_ENDS.sub("<br />", escape(words, quote=False).translate(_SIGNS))
