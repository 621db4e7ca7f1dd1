"""A document of the sitting as DOCX, for a secretary who still has to change a word.

Real styles and heading levels, heads of tables that every page repeats, the language of the text. A text is only ever
put into a run: it can be no field and no markup. Without a day, and with the clocks of the archive stopped: the same
words give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from charterkit.exports.dossier.docx_contents import Places, make_contents
from charterkit.exports.dossier.docx_styles import (
    dress,
    head_row,
    indent,
    keep_whole,
    low,
    number_format,
    numbered,
    set_widths,
    style_ids,
    tab_at_the_end,
    usable_width,
)
from charterkit.exports.dossier.rows import fits, is_line
from charterkit.exports.dossier.tree import (
    Block,
    Grid,
    Heading,
    Items,
    Leaflet,
    Look,
    NewPage,
    Paragraph,
    Run,
    Runs,
    Style,
    plain,
)
from charterkit.richtext.signs import writable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as Written

_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
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
# How long the line of a place to fill in is, at least and at most: as long as what belongs there.
_SHORTEST, _LONGEST = 10, 24


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
    writer.blocks(leaflet.blocks[:-1])
    # No page holds a signature or the last sentence alone.
    writer.joined(leaflet.blocks[-1:])
    return _frozen(document, leaflet)


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

    def contents(self, leaflet: Leaflet) -> None:
        """The list of the chapters, as the PDF has it; what is written below it are the places it leads to."""
        heads = [one for one in leaflet.blocks if isinstance(one, Heading) and one.level == 1]
        if not heads:
            return
        title = self._paragraph("TOC Heading")
        _fill(title, plain(leaflet.contents))
        entries = [self._paragraph("toc 1") for _ in heads]
        for written, head in zip(entries, heads, strict=True):
            _fill(written, head.runs)
        make_contents(title, entries)
        self._places = Places()

    def blocks(self, blocks: Iterable[Block]) -> None:
        """The blocks in their order; what introduces a table stays with it."""
        for one in blocks:
            if isinstance(one, Grid) and self._last is not None:
                self._last.paragraph_format.keep_with_next = True
            self._block(one)

    def joined(self, blocks: Iterable[Block]) -> None:
        """The blocks on the page on which the paragraph before them ends."""
        if self._last is not None:
            self._last.paragraph_format.keep_with_next = True
        self.blocks(blocks)

    def _block(self, block: Block) -> None:
        match block:
            case Heading(level, runs):
                written = self._paragraph(f"Heading {level}")
                _fill(written, runs)
                if level == 1 and self._places is not None:
                    self._places.put(written)
            case Paragraph(runs, Style.SIGNATURE):
                written = self._paragraph(_STYLES[Style.SIGNATURE])
                tab_at_the_end(written, self.width)
                between = "\t" if is_line("".join(map(_shown, runs))) else "\n\t"
                _fill(written, (*runs[:1], Run(between), *runs[1:]))
            case Paragraph(runs, style):
                name = "Charter Table Text" if style is Style.BODY and self.into else _STYLES[style]
                _fill(self._paragraph(name), runs)
            case Items():
                self._items(block, 0)
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
        self._last = found
        return found

    def _items(self, block: Items, depth: int) -> None:
        number = None if block.start is None else number_format(self.document, block.start)
        for item in block.items:
            is_first = True
            for part in item:
                if isinstance(part, Items):
                    self._items(part, depth + 1)
                elif isinstance(part, Paragraph):
                    self._item(part, depth, number, is_first)
                    is_first = False
                else:
                    self._block(part)

    def _item(self, part: Paragraph, depth: int, number: int | None, is_first: bool) -> None:
        bullet = "Charter Table Item" if self.into else "List Bullet"
        name = "List Continue" if not is_first else "List Number" if number is not None else bullet
        written = self._paragraph(name)
        if is_first and number is not None:
            numbered(written, number)
        indent(written, depth)
        _fill(written, part.runs)

    def _grid(self, block: Grid) -> None:
        whole = self.width * block.part // 100
        table = self._table(len(block.head))
        table.style = self.document.styles["Table Grid"]
        for cell, runs in zip(table.rows[0].cells, block.head, strict=True):
            written = cell.paragraphs[0]
            _set_style(written, self.styles["Charter Table Head"])
            _fill(written, runs)
        head_row(table.rows[0])
        for row in block.rows:
            added = table.add_row()
            if fits(block, row, wide=self.wide):
                keep_whole(added)
            for cell, share, found in zip(added.cells, block.widths, row, strict=True):
                _Writer(self.document, self.styles, whole * share // sum(block.widths), cell).blocks(found)
        set_widths(table, block.widths, whole)
        if self.into is None:
            # A file may not end with a table; what has to follow is too low to begin a page of its own.
            low(self.document.add_paragraph(style="Body Text"))

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


def _fill(paragraph: Written, runs: Runs) -> None:
    for run in runs:
        written = paragraph.add_run()
        for place, line in enumerate(_shown(run).split("\n")):
            if place:
                written.add_break()
            for step, words in enumerate(line.split("\t")):
                if step:
                    written.add_tab()
                written.add_text(words)
        _look(written, run.look)


def _shown(run: Run) -> str:
    words = writable(run.text)
    if run.look is not Look.GAP:
        return words
    line = "_" * max(_SHORTEST, min(_LONGEST, len(words) + 4))
    return f"{line} ({words})" if words else line


def _look(written: Any, look: Look) -> None:
    from docx.shared import Pt

    font = written.font
    match look:
        case Look.STRONG:
            font.bold = True
        case Look.EMPHASIS:
            font.italic = True
        case Look.INSERTED:
            font.underline, font.bold = True, True
        case Look.DELETED:
            font.strike = True
        case Look.CODE:
            font.name, font.size = "Courier New", Pt(9.5)


def _frozen(document: Document, leaflet: Leaflet) -> bytes:
    """The file with fixed times and names in its properties and in its archive."""
    properties = document.core_properties
    properties.title, properties.author = writable(leaflet.title), writable(leaflet.body)
    properties.language, properties.comments = leaflet.lang, ""
    properties.last_modified_by, properties.revision = "", 1
    stamp = datetime(*_NO_TIME, tzinfo=UTC).replace(tzinfo=None)
    properties.created = properties.modified = stamp
    for name in ("created", "modified"):
        element = properties._element.find(f"{{http://purl.org/dc/terms/}}{name}")
        if element is not None:
            properties._element.remove(element)
    raw = BytesIO()
    document.save(raw)
    return _repacked(raw.getvalue())


def _repacked(raw: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(BytesIO(raw)) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            if name == "docProps/thumbnail.jpeg":
                continue
            info = ZipInfo(name, _NO_TIME)
            info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, 0, 0
            target.writestr(info, source.read(name))
    return packed.getvalue()
