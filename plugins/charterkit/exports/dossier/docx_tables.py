"""The tables of a DOCX: their heads, their rows, their widths."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph

_BELOW: Final = 8


def head_row(row: _Row) -> None:
    """Marks the row as the head of its table: every page repeats it, and screen readers say it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    keep_whole(row)
    element = OxmlElement("w:tblHeader")
    element.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(element)


def low(paragraph: Paragraph) -> None:
    """An empty line that takes next to no height."""
    from docx.shared import Pt

    shape = paragraph.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(0), Pt(0), Pt(2)


def apart(paragraph: Paragraph) -> None:
    """Room between a table and the paragraph below it."""
    from docx.shared import Pt

    paragraph.paragraph_format.space_before = Pt(_BELOW)


def keep_whole(row: _Row) -> None:
    """No page ends within the row."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement("w:cantSplit")
    element.set(qn("w:val"), "true")
    properties: Any = row._tr.get_or_add_trPr()
    properties.append(element)


def set_widths(table: Table, widths: Sequence[int], whole: int) -> None:
    """Gives every column its share."""
    from docx.shared import Emu

    table.autofit = False
    for place, share in enumerate(widths):
        width = Emu(whole * share // sum(widths))
        table.columns[place].width = width
        for cell in table.columns[place].cells:
            cell.width = width


def to_the_right(table: Table, columns: Sequence[int]) -> None:
    """Puts what stands in some columns at their right edge, as numbers are read."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    for place in columns:
        for cell in table.columns[place].cells:
            for paragraph in cell.paragraphs:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
