"""How the documents of a sitting lie on their pages: what stays together, what no line is broken within."""

from __future__ import annotations

import re
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest

from charterkit.exports.dossier.docx_file import docx_file
from charterkit.exports.dossier.keeping import kept, stays_whole
from charterkit.exports.dossier.lines import JOINER, unparted
from charterkit.exports.dossier.pdf_file import as_data, pdf_file
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
    Style,
    para,
    plain,
    words_of,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LONG = "Word " * 200


def leaflet(*blocks: Block) -> Leaflet:
    """A document with nothing but these blocks."""
    return Leaflet("x", "lt", "x", "", "", "", "", blocks, titled=False)


def opened(*blocks: Block) -> dict[str, ElementTree.Element]:
    """The parts of its DOCX."""
    with ZipFile(BytesIO(docx_file(leaflet(*blocks)))) as found:
        names = [name for name in found.namelist() if name.endswith((".xml", ".rels"))]
        return {name: ElementTree.fromstring(found.read(name)) for name in names}


def paragraphs(*blocks: Block) -> list[ElementTree.Element]:
    """The paragraphs of its DOCX that stand in no table."""
    return opened(*blocks)["word/document.xml"][0].findall(f"{W}p")


def stays(*blocks: Block) -> list[bool]:
    """Of each paragraph of the DOCX whether it stays with the next one by a mark of its own."""
    return [bool(list(one.iter(f"{W}keepNext"))) for one in paragraphs(*blocks)]


def listed(count: int, words: str = "x") -> Items:
    return Items(tuple((para(f"{words} {place}"),) for place in range(count)))


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("sutaupytume apie 4 000 eurų", "sutaupytume apie 4~000~eurų"),
        ("ne daugiau kaip 1 procentinis punktas", "ne daugiau kaip 1~procentinis~punktas"),
        ("per 0,5 darbo dienos", "per 0,5~darbo~dienos"),
        ("bent 85 iš 100 turi", "bent 85~iš~100~turi"),
        ("2025 m. rugsėjis", "2025~m.~rugsėjis"),
        ("įsakymo Nr. A1-402", "įsakymo Nr.~A1-402"),
        ("sklep št. 7, решение № 8, order No 9", "sklep št.~7, решение №~8, order No~9"),
        ("patvirtinimo aktas – 2019 m.", "patvirtinimo aktas~– 2019~m."),
        ("3.2. Šilta, 3.10. Renginiai", "3.2.~Šilta, 3.10.~Renginiai"),
        ("17–20 laipsnių", "17–20~laipsnių"),
        ("iš 100, 95", "iš 100, 95"),
        ("nei žodžio", "nei žodžio"),
        ("No way", "No way"),
    ],
)
def test_no_line_ends_within_what_is_read_as_one(words: str, bound: str) -> None:
    assert words_of(unparted(plain(words))).replace("\u00a0", "~") == bound


def test_what_is_bound_may_stand_in_several_runs() -> None:
    runs = (Run("10", Look.INSERTED), Run(" minučių"), Run(" Nr. "), Run("numeris aktui", Look.GAP))
    found = [one.text.replace("\u00a0", "~") for one in unparted(runs)]
    assert found == ["10", "~minučių", " Nr.~", "numeris aktui"]


def test_a_span_is_not_torn_and_its_words_stay_the_same() -> None:
    """LibreOffice breaks a line behind the dash; the sign that hinders it has no height either."""
    [written] = paragraphs(Paragraph((Run("17", Look.STRONG), Run("–20 laipsnių"))))
    runs = written.findall(f"{W}r")
    words = ["".join(one.text or "" for one in run.iter(f"{W}t")) for run in runs]
    assert words == ["17", "–", JOINER, "20\u00a0laipsnių"]
    [size] = runs[2].iter(f"{W}sz")
    assert size.get(f"{W}val") == "2"
    assert JOINER not in str(as_data(leaflet(para("17–20 laipsnių"))))


def test_what_introduces_something_stays_with_it() -> None:
    grid = Grid((plain("a"),), (((para("b"),),),), (1,))
    blocks = (
        Heading(1, plain("a")),
        para("before a table"),
        grid,
        para("A command:"),
        para(LONG),
        para("Label", Style.LABEL),
        listed(2),
        para(LONG),
    )
    assert kept(blocks) == (True, True, False, True, False, True, False, False)


def test_the_short_last_line_of_a_section_does_not_begin_a_page() -> None:
    end = (Heading(1, plain("next")), para(LONG))
    assert kept((para("a"), para("b"), para("c"), *end))[:3] == (False, True, False)
    assert kept((para("a"), para(LONG), *end))[:2] == (False, False)
    assert kept((listed(12), para("c"), NewPage(), *end))[:2] == (True, False)
    assert kept((para(LONG), para("c"), *end))[:2] == (False, False)


@pytest.mark.parametrize(("count", "whole"), [(1, True), (10, True), (11, False)])
def test_a_short_list_stands_on_one_page(count: int, whole: bool) -> None:
    assert stays_whole(listed(count)) is whole


def test_no_item_of_a_list_stands_alone_on_a_page_of_the_docx() -> None:
    assert stays(listed(3), para(LONG)) == [True, True, False, False]
    assert stays(listed(12), para(LONG)) == [True, *([False] * 9), True, False, False]
    assert stays(para(LONG), listed(11), para("end")) == [False, True, *([False] * 8), True, True, False]


def test_both_writers_keep_together_the_same() -> None:
    blocks = (Heading(1, plain("a")), para("Label", Style.LABEL), listed(2), para("b"), para("c"))
    data = as_data(leaflet(*blocks))["blocks"]
    assert [one["keep"] for one in data] == list(kept(blocks)) == [True, True, False, True, False]
    assert data[2]["whole"]
    assert pdf_file(leaflet(*blocks))


def test_numbers_of_a_table_stand_at_the_right() -> None:
    grid = Grid((plain("a"), plain("n")), (((para("b"),), (para("5"),)),), (3, 1), right=(1,))
    document = opened(grid)["word/document.xml"]
    cells = [cell for row in document.iter(f"{W}tr") for cell in row.findall(f"{W}tc")]
    assert [[one.get(f"{W}val") for one in cell.iter(f"{W}jc")] for cell in cells] == [
        [],
        ["right"],
        [],
        ["right"],
    ]
    assert pdf_file(leaflet(grid))


def test_the_head_of_a_table_is_not_left_alone() -> None:
    [style] = [
        one
        for one in opened(para("a"))["word/styles.xml"].iter(f"{W}style")
        if one.find(f"{W}name").get(f"{W}val") == "Charter Table Head"  # type: ignore[union-attr]
    ]
    assert list(style.iter(f"{W}keepNext"))


def test_items_of_a_list_stand_apart_from_one_another() -> None:
    for style in opened(para("a"))["word/styles.xml"].iter(f"{W}style"):
        name = style.find(f"{W}name").get(f"{W}val")  # type: ignore[union-attr]
        if name in ("List Bullet", "List Number", "List Continue", "Charter Table Item"):
            assert not list(style.iter(f"{W}contextualSpacing"))


def test_tables_begin_at_the_edge_of_the_text() -> None:
    """Older layouts of Word hang them out of it by the width of a blank."""
    settings = {
        one.get(f"{W}name"): one.get(f"{W}val")
        for one in opened(para("a"))["word/settings.xml"].iter(f"{W}compatSetting")
    }
    assert settings["compatibilityMode"] == "15"


def test_every_link_of_the_package_leads_to_a_part_of_it() -> None:
    raw = docx_file(leaflet(para("a")))
    with ZipFile(BytesIO(raw)) as found:
        targets = re.findall(r'Target="([^"]+)"', found.read("_rels/.rels").decode())
        assert [name for name in targets if name not in found.namelist()] == []
    assert docx.Document(BytesIO(raw)).paragraphs[0].text == "a"


def test_no_empty_line_stands_between_a_table_and_a_heading() -> None:
    """LibreOffice left the heading alone at the foot of the page then; at its end a file needs one."""
    grid = Grid((plain("a"),), (((para("b"),),),), (1,))
    written = paragraphs(grid, Heading(1, plain("c")), grid, para("d"), grid, grid)
    words = ["".join(one.text or "" for one in paragraph.iter(f"{W}t")) for paragraph in written]
    assert words == ["c", "d", "", ""]
    assert [bool(list(one.iter(f"{W}spacing"))) for one in written] == [False, True, True, True]
