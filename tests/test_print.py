"""`charter print`: every kind of paper is PDF/UA-1, says what the site says, and comes out the same everywhere."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from charterkit.commands import charter
from charterkit.data.load import load
from charterkit.exports.paper import charts, frame
from charterkit.exports.paper.context import paper_context
from charterkit.exports.paper.documents import KINDS, Order, papers
from charterkit.exports.paper.frame import Press
from charterkit.exports.paper.nodes import nodes
from charterkit.exports.paper.poster import Desk, expected
from charterkit.exports.paper.typeset import NotPrinted, Paper, digest, pdf
from charterkit.rules.check import check
from charterkit.site.context import Settings, Site, directory
from charterkit.site.pieces import Piece, reader
from charterkit.text import Text
from conftest import REPOSITORY

Edit = Callable[[Path, str, str], None]
TODAY = date(2025, 11, 21)
TEMPLATES = REPOSITORY / "plugins/charterkit/typst"
MARKER = "charterkit-print.txt"
HOSTILE = """#import --x $x$ @ref *stars* _low_ `code` #eval("1") \\ "quoted" <tag> ~ 'end' // = [x] {y}"""
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="reads the words of a PDF")


def press_of(root: Path, site_url: str | None = "https://charter.example.org/") -> Press:
    """Everything that the papers of a folder are made from."""
    checked = check(load(root), TODAY)
    assert checked.publication is not None
    assert checked.standing is not None
    languages = checked.publication.publisher.languages
    site = Site(checked.publication, checked.standing, languages, Settings(site_url=site_url))
    return Press(site, directory(site))


@pytest.fixture(scope="module")
def press() -> Press:
    """The demonstration municipality."""
    return press_of(REPOSITORY)


def ministry_press() -> Press:
    """The demonstration ministry, which leads a programme of many bodies."""
    return press_of(REPOSITORY / "tests/examples/demonstration-ministry")


def first(press: Press, kind: str, lang: str = "lt", order: Order | None = None) -> Paper:
    return next(papers(press, lang, (kind,), order or Order()))


def words_of(made: bytes) -> str:
    """What a reader of the PDF gets, with one space between words."""
    done = subprocess.run(["pdftotext", "-", "-"], input=made, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def call(folder: Path, *arguments: str) -> Result:
    """The command, as staff would call it."""
    return CliRunner().invoke(charter, ["print", str(folder), "--lang", "en", *arguments])


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_tagged_and_says_its_language_and_title(press: Press, kind: str) -> None:
    made = pdf(first(ministry_press() if kind == "programmes" else press, kind), TODAY)

    for mark in (b"/StructTreeRoot", b"/Lang", b"<pdfuaid:part>1</pdfuaid:part>", b"D:20251121000000Z"):
        assert mark in made, mark


def test_the_same_records_and_day_give_the_same_bytes_wherever_they_lie(
    press: Press, municipality: Path
) -> None:
    other = press_of(municipality)
    for kind in ("group", "posters"):
        assert pdf(first(other, kind), TODAY) == pdf(first(press, kind), TODAY)


def test_the_digest_is_that_of_the_content_and_changes_with_it(press: Press) -> None:
    paper = first(press, "group")
    canonical = json.dumps(paper.data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    assert digest(paper.data) == hashlib.sha256(canonical.encode()).hexdigest()
    assert digest({**paper.data, "whole": True}) != digest(paper.data)


@needs_poppler
def test_the_last_page_names_the_digest_in_full(press: Press) -> None:
    paper = first(press, "year")

    assert digest(paper.data) in words_of(pdf(paper, TODAY)).replace(" ", "")


@needs_poppler
def test_a_charter_holds_every_promise_with_its_figure_and_its_verdict(press: Press) -> None:
    words = words_of(pdf(first(press, "charter", "en"), TODAY))

    for one in press.site.publication.commitments_of("citizens"):
        assert " ".join(one.promise["en"].split()) in words, one.id
    assert words.count("Version 2025, in force since 1 January 2025") > 10
    assert "Not yet approved and sealed" not in words
    # The figures and sentences of promise 1.1 stand on its page of the site, too.
    assert "Third quarter of 2025: 96.8%, that is 765 of 790." in words


@needs_poppler
def test_every_page_of_an_invented_body_says_that_it_is_invented(press: Press) -> None:
    found = [first(press, kind, "en") for kind in ("group", "year")]
    found += list(papers(press, "en", ("posters",), Order()))[:3]
    found += list(papers(press, "en", ("timetables",), Order()))[2:4]
    assert [one.data.get("format") for one in found] == [None, None, "a4", "a3", "large", "large", None]
    for paper in found:
        made = pdf(paper, TODAY)
        done = subprocess.run(["pdftotext", "-", "-"], input=made, capture_output=True, check=True)
        for page in done.stdout.decode().rstrip("\f").split("\f"):
            assert "The body and its figures are invented." in " ".join(page.split()), paper.name


@needs_poppler
def test_authored_signs_come_out_as_they_are_written(municipality: Path, edit: Edit) -> None:
    # What was approved would be printed in place of what is edited here.
    shutil.rmtree(municipality / "charters/citizens/releases")
    file = municipality / "charters/citizens/commitments/answer-letters.yml"
    text = file.read_text(encoding="utf-8")
    promise = re.search(r"promise:\n(?:  lt: >-\n)    (?P<words>.*)\n", text)
    assert promise is not None
    edit(file, promise["words"], HOSTILE)

    found = words_of(pdf(first(press_of(municipality), "group"), TODAY))

    assert HOSTILE in found


RICH = """#### Begins deep

`code`, **bold *both***, [a *link*](https://a.example/), hard\\
break.

3. three
   - within

     a paragraph

> quoted
> - in a list

| a | b |
|:--|--:|
| 1 | *2* |

## Then high

### Below"""


@pytest.mark.parametrize("lang", ["en", "lt"])
def test_every_form_of_rich_text_has_its_place_in_a_tagged_document(press: Press, lang: str) -> None:
    paper = first(press, "group", "en")
    rich = nodes(reader("en", ("lt",)).block(Text.of({lang: RICH})))
    group = paper.data["groups"][0]
    promise = {**group["promises"][0], "conditions": rich, "remedy": rich}
    groups = [{**group, "text": rich, "promises": [promise]}]
    facts = [{"term": "x", "values": [{"text": rich, "href": ""}]}]
    charter = {**paper.data["charter"], "complaints": facts, "complaints_text": rich}

    made = pdf(replace(paper, data={**paper.data, "groups": groups, "charter": charter}), TODAY)

    assert b"<pdfuaid:part>1</pdfuaid:part>" in made


def test_a_piece_becomes_nodes_without_markup_of_its_own() -> None:
    text = Text.of(
        {"lt": "## Vienas\n\nŽodis *toks*\nir [nuoroda](https://a.lt/?x=1&y=2).\n\n#### Du\n\n- a\n- b"}
    )

    found = nodes(reader("lt", ("lt",)).block(text))

    assert found == [
        {"t": "h", "c": ["Vienas"], "depth": 0},
        {
            "t": "p",
            "c": [
                "Žodis ",
                {"t": "em", "c": ["toks"]},
                " ir ",
                {"t": "a", "c": ["nuoroda"], "href": "https://a.lt/?x=1&y=2"},
                ".",
            ],
        },
        {"t": "h", "c": ["Du"], "depth": 1},
        {"t": "ul", "c": [{"t": "li", "c": ["a"]}, {"t": "li", "c": ["b"]}]},
    ]


def test_words_in_another_language_keep_it_and_a_way_within_the_site_leads_nowhere() -> None:
    fallback = nodes(reader("en", ("lt",)).line(Text.of({"lt": "Žodis & <b>"})))

    assert fallback == [
        {"t": "span", "c": ["Žodis & <b>"], "lang": "lt"},
        " ",
        {"t": "note", "c": ["(in Lithuanian)"]},
    ]
    assert nodes(Piece('<a href="../x/">x</a>')) == [{"t": "a", "c": ["x"]}]


def test_a_poster_names_what_is_asked_for_at_the_desk_first(press: Press) -> None:
    context = paper_context(press.site, press.directory, "en")
    places = {one.id: one for one in press.site.publication.publisher.places}
    found = expected(context, Desk("town-hall", "administration", places["town-hall"]))

    # Letters, certificates, births, benefits and permits are asked for at the town hall; then comes the telephone.
    assert [one.commitment.number for one in found] == ["1.1", "1.5", "1.6", "2.1", "2.7", "1.2"]


def test_a_poster_has_its_address_in_letters_and_as_a_code(press: Press) -> None:
    data = first(press, "posters", "en").data
    code = data["sides"][0]["code"]

    assert code["address"] == "https://charter.example.org/en/bodies/administration/"
    assert code["svg"].startswith("<svg")
    assert code["address"] in code["alt"]


def test_a_poster_in_two_languages_says_everything_twice(press: Press) -> None:
    paper = first(press, "posters", "bg", Order(also="hu"))

    assert paper.name == "poster-town-hall-a4-bg-hu"
    assert [side["lang"] for side in paper.data["sides"]] == ["bg", "hu"]
    assert b"/StructTreeRoot" in pdf(paper, TODAY)


@pytest.mark.parametrize("format", ["a4", "a3"])
def test_a_sheet_for_a_wall_is_one_sheet_in_every_language(press: Press, format: str) -> None:
    for lang in press.site.languages:
        for paper in papers(press, lang, ("posters",), Order()):
            if paper.data["format"] == format:
                assert len(re.findall(rb"/Type ?/Page\b", pdf(paper, TODAY))) == 1, (lang, paper.name)


def heights(made: bytes, words: set[str]) -> list[float]:
    """How large the letters of words are, in points: Libertinus Serif takes 1.14 times its size."""
    done = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=made, capture_output=True, check=True)
    found = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<', done.stdout.decode())
    return [(float(below) - float(above)) / 1.14 for above, below, word in found if word in words]


@needs_poppler
@pytest.mark.parametrize(("format", "least"), [("a4", 25), ("a3", 35)])
@pytest.mark.parametrize(("lang", "also"), [("lt", "hu"), ("bg", "hu"), ("hu", "")])
def test_promises_on_a_wall_are_read_from_two_metres_in_every_language(
    press: Press, format: str, least: int, lang: str, also: str
) -> None:
    for paper in papers(press, lang, ("posters",), Order(also=also)):
        if paper.data["format"] == format:
            made = pdf(paper, TODAY)
            for side in paper.data["sides"]:
                # Words that stand nowhere else on the sheet.
                promise = "".join(side["promises"][0]["promise"])
                found = heights(made, {word for word in promise.split() if len(word) > 7})
                assert found, paper.name
                assert max(found) >= least - 0.1, (paper.name, side["lang"])


def test_a_timetable_names_its_columns(press: Press) -> None:
    made = pdf(first(press, "timetables"), TODAY)

    # Five routes, each with the heads of three columns.
    assert made.count(b"/S/TH") >= 15


def test_charts_are_printed_with_words_for_those_who_cannot_see_them(press: Press) -> None:
    paper = first(press, "year", "en")
    charts = paper.data["charts"]

    assert len(charts) > 15
    assert all((one["alt"] and "chart" in one["alt"]) or "row of verdicts" in one["alt"] for one in charts)
    made = pdf(paper, TODAY)
    assert made.count(b"/Alt") == len(charts)
    waiting = next(one for one in first(press, "methodology", "en").data["indicators"] if one["chart"])
    assert "Periods:" in waiting["chart"]["alt"]


def test_a_drawing_for_paper_carries_its_colours_and_its_places(press: Press) -> None:
    years = papers(press, "lt", ("year",), Order())
    drawings = [one["svg"] for paper in years for one in paper.data["charts"]]
    surveys = papers(press, "lt", ("surveys",), Order())
    drawings += [one["svg"] for paper in surveys for part in paper.data["charts"] for one in part]

    assert drawings
    for svg in drawings:
        root = ElementTree.fromstring(svg)
        assert "var(" not in svg
        assert '%"' not in svg
        # An em is another length for a shape than for a word beside it.
        assert not re.search(r'"[^"]*\dem[ )"]', svg)
        looks = {name for one in root.iter() for name in one.get("class", "").split()}
        # Words are styled as text, and nothing that only a wide screen has room for is drawn.
        for look in looks - {"chart-words", "chart-major", "chart-told"}:
            assert f".{look}" in charts._STYLE, look
        assert "chart-minor" not in looks


def test_a_year_draws_nothing_that_came_after_it(press: Press) -> None:
    by_year = {paper.name: paper.data["charts"] for paper in papers(press, "en", ("year",), Order())}

    told = " ".join(one["alt"] for one in by_year["year-2023"])
    assert "2023" in told
    assert "2024" not in told
    assert "2025" not in told


def test_a_damaged_crest_is_named_with_the_cure_and_nothing_is_printed(
    municipality: Path, tmp_path: Path, edit: Edit
) -> None:
    # It begins and ends like a PNG, so only who draws it finds out.
    picture = b"\x89PNG\r\n\x1a\n" + b"\0" * 40 + b"IEND\xaeB`\x82"
    (municipality / "docs/assets/crest.png").write_bytes(picture)
    edit(municipality / "charters/publisher.yml", "crest: assets/crest.svg", "crest: assets/crest.png")
    done = call(municipality, "--what", "group", "--out", str(tmp_path / "sheets"))

    assert done.exit_code == 1
    assert "the crest docs/assets/crest.png is damaged and cannot be drawn." in done.output
    assert "take the line crest: out of charters/publisher.yml" in done.output
    assert not (tmp_path / "sheets").exists()


def test_every_stop_has_a_sheet_of_its_own(press: Press) -> None:
    sheets = [one for one in papers(press, "bg", ("timetables",), Order()) if one.template == "stop"]
    procedure = press.site.publication.procedures["mobile-library"]
    assert procedure.timetable is not None

    assert [one.name for one in sheets] == [
        f"timetable-mobile-library-stop-{stop.id}-a4" for stop in procedure.timetable.stops
    ]
    # Nendrės, the last stop: on Fridays, at the side door of the care home.
    assert sheets[-1].data["sheet"]["stop"]["when"] == "петък, 14:15–15:00 ч., всяка седмица"
    assert len(re.findall(rb"/Type ?/Page\b", pdf(sheets[-1], TODAY))) == 1


def test_a_sign_that_no_font_has_is_named(press: Press) -> None:
    paper = first(press, "group", "en")
    with_sign = replace(paper, data={**paper.data, "frame": {**paper.data["frame"], "title": "漢"}})

    with pytest.raises(NotPrinted) as caught:
        pdf(with_sign, TODAY)
    assert caught.value.sign == "漢"


def test_templates_know_no_words_that_they_are_not_given() -> None:
    used = {
        name
        for file in TEMPLATES.glob("*.typ")
        for name in re.findall(r"\blabels\.([a-z_]+)", file.read_text("utf-8"))
    }

    assert used == set(frame._LABELS)


def test_no_template_reads_data_as_code_or_loads_a_package() -> None:
    for file in TEMPLATES.glob("*.typ"):
        text = file.read_text("utf-8")
        assert not re.search(r"\beval\(|@preview|\bread\(|\bplugin\(", text), file.name
        assert set(re.findall(r'#import "([^"]+)"', text)) <= {"/lib.typ"}, file.name


def test_the_command_prints_into_a_folder_of_its_own(municipality: Path, tmp_path: Path) -> None:
    out = tmp_path / "sheets"
    done = call(municipality, "--what", "group", "--charter", "library", "--out", str(out))

    assert done.exit_code == 0, done.output
    assert done.output == f"1 document was printed to {out}.\n"
    assert sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()) == [
        MARKER,
        "en/group-library-readers.pdf",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("--charter", "citizen"),
            "There is no citizen here. Possible values: citizens, library. Did you mean citizens?",
        ),
        (("--lang", "de"), "There is no de here. Possible values: lt, en, sl, bg, hu."),
        (("--also", "fr"), "There is no fr here."),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(arguments: tuple[str, ...], said: str) -> None:
    done = call(REPOSITORY, *arguments)

    assert done.exit_code == 2
    assert said in done.output


def test_a_folder_of_somebody_else_stays_as_it_is(municipality: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    done = call(municipality, "--what", "group", "--charter", "library", "--out", str(tmp_path))

    assert done.exit_code == 1
    assert "is no folder of printed documents. Nothing in it was changed." in done.output
    assert not (tmp_path / MARKER).exists()
    assert not (tmp_path / "en").exists()


def test_without_an_address_a_poster_has_no_code_and_the_command_says_so(
    hong_kong: Path, tmp_path: Path, edit: Edit
) -> None:
    edit(hong_kong / "mkdocs.yml", "site_url: https://hong-kong-immigration.example.org/\n", "")
    done = call(hong_kong, "--what", "posters", "--out", str(tmp_path / "sheets"))

    assert done.exit_code == 0, done.output
    assert "mkdocs.yml says no site_url, so the posters have neither an address nor a QR code." in done.output
    assert first(press_of(hong_kong, None), "posters", "en").data["sides"][0]["code"] is None


def test_without_typst_the_command_says_how_to_get_it(
    municipality: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing: Any = None
    monkeypatch.setitem(sys.modules, "typst", missing)
    done = call(municipality, "--what", "group", "--out", str(tmp_path / "sheets"))

    assert done.exit_code == 1
    assert "Printing needs Typst, which is missing here. Install it: pip install typst" in done.output
    assert not (tmp_path / "sheets").exists()


def test_records_with_a_mistake_are_not_printed(municipality: Path, tmp_path: Path, edit: Edit) -> None:
    edit(municipality / "charters/library/charter.yml", "publisher:", "publischer:")
    done = call(municipality, "--out", str(tmp_path / "sheets"))

    assert done.exit_code == 1
    assert "Nothing was printed." in done.output
    assert not (tmp_path / "sheets").exists()


@pytest.mark.parametrize("example", ["kedainiai", "hong-kong-immigration"])
def test_real_bodies_are_printed_too(example: str) -> None:
    root = REPOSITORY / "tests/examples" / example
    press = press_of(root)
    lang = press.site.languages[0]

    for kind in ("charter", "posters"):
        assert b"/StructTreeRoot" in pdf(first(press, kind, lang), TODAY)
