"""The lists of a DOCX: their numbers, and how far their items stand to the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_INDENT_MM: Final = 7
# As far as paragraphs stand apart.
_AFTER: Final = 6


def indent(paragraph: Paragraph, depth: int) -> None:
    """Moves an item of a list within a list to the right."""
    from docx.shared import Mm

    if depth:
        paragraph.paragraph_format.left_indent = Mm(_INDENT_MM * (depth + 1))


def number_format(document: Document, start: int) -> int:
    """A numbering of its own for a list that begins with `start`; returns its number."""
    from docx.oxml.ns import qn

    numbering: Any = document.part.numbering_part.element
    style: Any = document.styles["List Number"].element
    own = style.find(f".//{qn('w:numId')}").get(qn("w:val"))
    abstract = next(
        one.find(qn("w:abstractNumId")).get(qn("w:val"))
        for one in numbering.findall(qn("w:num"))
        if one.get(qn("w:numId")) == own
    )
    made = numbering.add_num(int(abstract))
    made.add_lvlOverride(ilvl=0).add_startOverride(start)
    return int(made.numId)


def numbered(paragraph: Paragraph, number: int) -> None:
    """Puts a paragraph into a numbering."""
    properties: Any = paragraph._p.get_or_add_pPr()
    marks = properties.get_or_add_numPr()
    marks.get_or_add_ilvl().val = 0
    marks.get_or_add_numId().val = number


def keep_items(items: Sequence[Paragraph], *, whole: bool) -> None:
    """Keeps the paragraphs of a list on one page, or of a long one the first two and the last two.

    What follows the list stands a little apart from it.
    """
    from docx.shared import Pt

    for place, one in enumerate(items[:-1]):
        if whole or place in (0, len(items) - 2):
            one.paragraph_format.keep_with_next = True
    if items:
        items[-1].paragraph_format.space_after = Pt(_AFTER)
