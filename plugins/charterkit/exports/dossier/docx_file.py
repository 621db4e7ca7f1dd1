"""A document of the sitting as DOCX, for a secretary who still has to change a word.

Real styles and heading levels, heads of tables that every page repeats, the language of the text. A text is only ever
put into a run: it can be no field and no markup. Without a day, and with the clocks of the archive stopped: the same
words give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from charterkit.exports.dossier.docx_archive import frozen
from charterkit.exports.dossier.docx_contents import Places, make_contents
from charterkit.exports.dossier.docx_lists import indent, keep_items, number_format, numbered
from charterkit.exports.dossier.docx_runs import fill, shown
from charterkit.exports.dossier.docx_styles import dress, style_ids, tab_at_the_end, usable_width
from charterkit.exports.dossier.docx_tables import apart, head_row, keep_whole, low, set_widths, to_the_right
from charterkit.exports.dossier.keeping import kept, stays_whole
from charterkit.exports.dossier.rows import fits, is_line
from charterkit.exports.dossier.tree import (
    Block,
    Grid,
    Heading,
    Items,
    Leaflet,
    NewPage,
    Paragraph,
    Run,
    Style,
    plain,
)
from charterkit.richtext.signs import writable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as Written

# What the names of the built-in styles are in the file, whatever the language of the program that opens it.
_STYLES: Final = {
    Style.BODY: "Body Text",
    Style.CENTRED: "Charter Centred",
    Style.OPERATIVE: "Charter Operative",
    Style.DRAFT: "Charter Draft",
    Style.ANNEX: "Charter Annex",
    Style.SIGNATURE: "Charter Signature",
    Style.LEAD: "Charter Promise",
    Style.LABEL: "Charter Label",
    Style.QUOTE: "Quote",
    Style.NOTE: "Charter Note",
}


def docx_file(leaflet: Leaflet) -> bytes:
    """The document as DOCX."""
    import docx

    document = docx.Document()
    dress(document, leaflet)
    writer = _Writer(document, style_ids(document), usable_width(document), wide=leaflet.landscape)
    writer.blocks(leaflet.above)
    if leaflet.kicker:
        document.add_paragraph(writable(leaflet.kicker), style="Subtitle")
    if leaflet.titled:
        document.add_paragraph(writable(leaflet.title), style="Title")
    if leaflet.contents:
        writer.contents(leaflet)
    writer.blocks(leaflet.blocks)
    return frozen(document, leaflet)


class _Writer:
    """Puts blocks into a document or into a cell of a table."""

    def __init__(
        self,
        document: Document,
        styles: Mapping[str, str],
        width: int,
        into: _Cell | None = None,
        *,
        wide: bool = False,
    ) -> None:
        self.document = document
        self.wide = wide
        self.styles = styles
        self.width = width
        self.into = into
        self._is_untouched = into is not None
        self._last: Written | None = None
        self._places: Places | None = None
        self._begins_page = False
        self._is_below_table = False

    def contents(self, leaflet: Leaflet) -> None:
        """The list of the chapters, as the PDF has it; what is written below it are the places it leads to."""
        heads = [one for one in leaflet.blocks if isinstance(one, Heading) and one.level == 1]
        if not heads:
            return
        title = self._paragraph("TOC Heading")
        fill(title, plain(leaflet.contents))
        entries = [self._paragraph("toc 1") for _ in heads]
        for written, head in zip(entries, heads, strict=True):
            fill(written, head.runs)
        make_contents(title, entries)
        self._places = Places()

    def blocks(self, blocks: Sequence[Block]) -> None:
        """The blocks in their order, on one page those that belong together; a row of a table does that for a cell."""
        together = kept(blocks) if self.into is None else (False,) * len(blocks)
        for place, (one, stays) in enumerate(zip(blocks, together, strict=True)):
            self._block(one)
            if stays and self._last is not None:
                self._last.paragraph_format.keep_with_next = True
            if isinstance(one, Grid) and self.into is None:
                self._leave_table(blocks[place + 1 : place + 2])

    def _leave_table(self, following: Sequence[Block]) -> None:
        """Room below a table. An empty line above a heading would part it from what it heads in LibreOffice."""
        if not following or isinstance(following[0], Grid):
            # A file may not end with a table; what has to follow is too low to begin a page of its own.
            low(self.document.add_paragraph(style="Body Text"))
        elif not isinstance(following[0], Heading):
            self._is_below_table = True

    def _block(self, block: Block) -> None:
        match block:
            case Heading(level, runs):
                written = self._paragraph(f"Heading {level}")
                fill(written, runs)
                if level == 1 and self._places is not None:
                    self._places.put(written)
            case Paragraph(runs, Style.SIGNATURE):
                written = self._paragraph(_STYLES[Style.SIGNATURE])
                tab_at_the_end(written, self.width)
                between = "\t" if is_line("".join(map(shown, runs))) else "\n\t"
                fill(written, (*runs[:1], Run(between), *runs[1:]))
            case Paragraph(runs, style):
                name = "Charter Table Text" if style is Style.BODY and self.into else _STYLES[style]
                fill(self._paragraph(name), runs)
            case Items():
                written_items = list(self._items(block, 0))
                if self.into is None:
                    keep_items(written_items, whole=stays_whole(block))
            case Grid():
                self._grid(block)
            case NewPage():
                self._begins_page = True

    def _paragraph(self, style: str) -> Written:
        found: Written
        # A cell begins with a paragraph of its own.
        is_first, self._is_untouched = self._is_untouched, False
        if self.into is not None:
            found = self.into.paragraphs[0] if is_first else self.into.add_paragraph()
        else:
            found = self.document.add_paragraph()
        _set_style(found, self.styles[style])
        if self._begins_page:
            # A break of its own would be an empty line above the heading, and an empty page where the last one is full.
            found.paragraph_format.page_break_before, self._begins_page = True, False
        if self._is_below_table:
            apart(found)
            self._is_below_table = False
        self._last = found
        return found

    def _items(self, block: Items, depth: int) -> Iterator[Written]:
        """Writes the items of a list; yields their paragraphs."""
        number = None if block.start is None else number_format(self.document, block.start)
        for item in block.items:
            is_first = True
            for part in item:
                if isinstance(part, Items):
                    yield from self._items(part, depth + 1)
                elif isinstance(part, Paragraph):
                    yield self._item(part, depth, number, is_first)
                    is_first = False
                else:
                    self._block(part)

    def _item(self, part: Paragraph, depth: int, number: int | None, is_first: bool) -> Written:
        bullet = "Charter Table Item" if self.into else "List Bullet"
        name = "List Continue" if not is_first else "List Number" if number is not None else bullet
        written = self._paragraph(name)
        if is_first and number is not None:
            numbered(written, number)
        indent(written, depth)
        fill(written, part.runs)
        return written

    def _grid(self, block: Grid) -> None:
        whole = self.width * block.part // 100
        table = self._table(len(block.head))
        table.style = self.document.styles["Table Grid"]
        for cell, runs in zip(table.rows[0].cells, block.head, strict=True):
            written = cell.paragraphs[0]
            _set_style(written, self.styles["Charter Table Head"])
            fill(written, runs)
        head_row(table.rows[0])
        for row in block.rows:
            added = table.add_row()
            if fits(block, row, wide=self.wide):
                keep_whole(added)
            for cell, share, found in zip(added.cells, block.widths, row, strict=True):
                _Writer(self.document, self.styles, whole * share // sum(block.widths), cell).blocks(found)
        set_widths(table, block.widths, whole)
        to_the_right(table, block.right)

    def _table(self, columns: int) -> Any:
        """A table with one row, in the text or within a cell: that neither begins nor ends with an empty line then."""
        if self.into is None:
            return self.document.add_table(rows=1, cols=columns)
        if self._is_untouched:
            low(self.into.paragraphs[0])
            self._is_untouched = False
        table = self.into.add_table(1, columns)
        low(self.into.paragraphs[-1])
        return table


def _set_style(paragraph: Any, style: str) -> None:
    paragraph._p.style = style
