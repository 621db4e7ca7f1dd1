"""How a DOCX looks: its page, its styles, its heads and feet, the numbers of its lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from charterkit.exports.dossier.tree import Leaflet
from charterkit.richtext.signs import writable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

# Fonts that every office has, with Baltic, Cyrillic and Hungarian letters.
_FONT: Final = "Times New Roman"
# The newest layout: tables begin at the edge of the text, not outside it.
_LAYOUT: Final = "15"


def dress(document: Document, leaflet: Leaflet) -> None:
    """Page, styles, language, running head and foot."""
    _layout(document)
    _page(document, leaflet)
    _styles(document, leaflet.lang)
    _frame(document, leaflet)


def style_ids(document: Document) -> Mapping[str, str]:
    """What the file calls each style; python-docx would look through all of them for every paragraph."""
    return {str(style.name): style.style_id for style in document.styles}


def usable_width(document: Document) -> int:
    """How wide a line is, in the units of the file (1 mm is 36,000)."""
    section = document.sections[0]
    return int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)


def _layout(document: Document) -> None:
    """By the rules of which version of an office program the pages are laid out."""
    from docx.oxml.ns import qn

    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _LAYOUT)


def _page(document: Document, leaflet: Leaflet) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = document.sections[0]
    wide, high = (Mm(297), Mm(210)) if leaflet.landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if leaflet.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = wide, high
    section.left_margin, section.right_margin = Mm(20) if leaflet.landscape else Mm(30), Mm(20)
    section.top_margin, section.bottom_margin = Mm(25), Mm(20)


def _styles(document: Document, lang: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

    _font(document, "Normal", 11.5)
    _language(document, lang)
    for level, size in ((1, 15), (2, 12.5), (3, 11.5), (4, 11.5), (5, 11.5), (6, 11.5)):
        _font(document, f"Heading {level}", size, bold=True, before=16 - 2 * min(level, 3), after=5)
    _contents(document)
    _font(document, "Title", 19, bold=True, after=14)
    _borderless(document, "Title")
    _font(document, "Subtitle", 11.5, bold=True, after=2)
    _without_spacing(document, "Subtitle")
    _font(document, "Body Text", 11.5, after=6)
    for name, after in (("List Bullet", 3), ("List Number", 5), ("List Continue", 3)):
        _font(document, name, 11.5, after=after)
        _spaced(document, name)
    _font(document, "Quote", 11.5, italic=True, before=4, after=6)
    _new(document, "Charter Centred", 11.5, after=8).paragraph_format.alignment = ALIGN.CENTER
    _new(document, "Charter Operative", 11.5, before=10, after=10).paragraph_format.alignment = ALIGN.CENTER
    _new(document, "Charter Label", 11.5, bold=True, before=6, after=2).paragraph_format.keep_with_next = True
    _new(
        document, "Charter Table Head", 10, bold=True, before=2, after=2
    ).paragraph_format.keep_with_next = True
    _new(document, "Charter Table Text", 10, before=2, after=2)
    _hanging(_new(document, "Charter Table Item", 10, base="List Bullet", before=2, after=2), 4)
    _new(document, "Charter Draft", 11.5, after=10).paragraph_format.alignment = ALIGN.RIGHT
    _new(document, "Charter Signature", 11.5, before=30)
    _new(document, "Charter Note", 10, italic=True, before=8, after=8)
    _indented(document, "Charter Promise", 12.5, 4)
    _with_bar(document, "Charter Promise")
    _indented(document, "Charter Annex", 11.5, 72)


def _contents(document: Document) -> None:
    """The list of chapters: its title is none of them, the page stands at the right edge."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Emu

    _font(document, "TOC Heading", 15, bold=True, before=14, after=5)
    entry: Any = document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    entry.base_style = document.styles["Normal"]
    _font(document, "toc 1", 11.5, after=3)
    edge = Emu(usable_width(document))
    entry.paragraph_format.tab_stops.add_tab_stop(edge, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _indented(document: Document, name: str, size: float, left: float) -> None:
    from docx.shared import Mm

    _new(document, name, size, before=3, after=6).paragraph_format.left_indent = Mm(left)


def _with_bar(document: Document, name: str) -> None:
    """A line at the left of the paragraph, as in the PDF."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders, bar = OxmlElement("w:pBdr"), OxmlElement("w:left")
    for key, value in (("val", "single"), ("sz", "16"), ("space", "8"), ("color", "000000")):
        bar.set(qn(f"w:{key}"), value)
    borders.append(bar)
    properties: Any = document.styles[name].element.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _new(document: Document, name: str, size: float, base: str = "Normal", **look: Any) -> Any:
    from docx.enum.style import WD_STYLE_TYPE

    style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles[base]
    _font(document, name, size, **look)
    return style


def _font(
    document: Document,
    name: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    before: float = 0,
    after: float = 0,
) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style: Any = document.styles[name]
    style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), RGBColor(0, 0, 0)
    style.font.bold, style.font.italic = bold, italic
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), _FONT)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _spaced(document: Document, name: str) -> None:
    """Items stand apart from one another as they do from what surrounds the list."""
    from docx.oxml.ns import qn

    properties = document.styles[name].element.get_or_add_pPr()
    for element in properties.findall(qn("w:contextualSpacing")):
        properties.remove(element)


def _hanging(style: Any, wide: float) -> None:
    """A bullet of a table stands close to its words: columns are narrow."""
    from docx.shared import Mm

    style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Mm(wide), Mm(-wide)
    style.paragraph_format.tab_stops.add_tab_stop(Mm(wide))


def _borderless(document: Document, name: str) -> None:
    from docx.oxml.ns import qn

    properties = document.styles[name].element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _without_spacing(document: Document, name: str) -> None:
    """Letters stand as close as elsewhere."""
    from docx.oxml.ns import qn

    properties = document.styles[name].element.get_or_add_rPr()
    for spacing in properties.findall(qn("w:spacing")):
        properties.remove(spacing)


def _language(document: Document, lang: str) -> None:
    """The language of all text, for spelling and for screen readers; a theme's fonts must not override it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for run in document.styles.element.iter(qn("w:rPrDefault")):
        properties = run.find(qn("w:rPr"))
        for old in properties.findall(qn("w:lang")):
            properties.remove(old)
        element = OxmlElement("w:lang")
        for name in ("w:val", "w:eastAsia", "w:bidi"):
            element.set(qn(name), lang)
        properties.append(element)


def _frame(document: Document, leaflet: Leaflet) -> None:
    from docx.shared import Pt

    section = document.sections[0]
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    head.add_run().add_text(writable(leaflet.head))
    foot.add_run().add_text(f"{writable(leaflet.foot)}\t" if leaflet.foot else "\t")
    _tab(foot, usable_width(document))
    _number(foot, "PAGE")
    foot.add_run().add_text(" / ")
    _number(foot, "NUMPAGES")
    for paragraph in (head, foot):
        for run in paragraph.runs:
            run.font.size = Pt(8.5)


def _tab(paragraph: Paragraph, at: int) -> None:
    paragraph.style.paragraph_format.tab_stops.clear_all()  # type: ignore[union-attr]
    tab_at_the_end(paragraph, at)


def tab_at_the_end(paragraph: Paragraph, at: int) -> None:
    """What stands behind a tab ends at the right edge."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Emu

    paragraph.paragraph_format.tab_stops.add_tab_stop(Emu(at), WD_TAB_ALIGNMENT.RIGHT)


def _number(paragraph: Paragraph, field: str) -> None:
    """The number of the page, or of pages: with the list of chapters the only fields, and none of an author's."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement("w:fldSimple")
    element.set(qn("w:instr"), field)
    run = paragraph.add_run("1")
    element.append(run._element)
    paragraph._element.append(element)
    from docx.shared import Pt

    run.font.size = Pt(8.5)
