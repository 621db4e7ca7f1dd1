"""The figures that people take along: as CSV, as a workbook and as JSON, read back by the tools that others use."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator
from openpyxl import Workbook, load_workbook

from charterkit.data.load import load
from charterkit.exports.csv_file import decimal_sign
from charterkit.exports.downloads import Downloads
from charterkit.exports.exact import exact_decimal
from charterkit.exports.figures_sheets import period_code
from charterkit.exports.figures_table import is_withheld, published, slices
from charterkit.exports.sheets import Cell, Column, Number, Sheet, without_formula
from charterkit.exports.status import status_lines
from charterkit.exports.xlsx_file import Properties, sheet_names, xlsx_bytes
from charterkit.model.commitment import Measure
from charterkit.model.indicator import Confidentiality, Disaggregation, IndicatorType, Sample
from charterkit.model.publication import Publication
from charterkit.model.result import Count, Quantity, Row, Series, State
from charterkit.numbers import Bound
from charterkit.periods import Frequency
from charterkit.rules.standing import Standing, standing
from charterkit.rules.status import Status
from charterkit.site.results.verdicts import LOOKS
from charterkit.strings import interface_languages, words
from charterkit.text import Text
from factory import INDICATOR, PUBLISHER, at_least, commitment, counted, day, measured, period, said
from factory import publication as records

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = [ROOT, *sorted(path for path in (ROOT / "tests/examples").iterdir() if path.is_dir())]
TODAY = date(2025, 11, 21)
SCHEMA = json.loads((ROOT / "docs/handbook/results-format.schema.json").read_text(encoding="utf-8"))
ENDINGS = ("csv", "xlsx", "json")
FORMULA = "=cmd|' /C calc'!A0"


def shown(publication: Publication) -> Downloads:
    return Downloads.of(standing(publication, TODAY))


def answers(*rows: Row, **changes: Any) -> Publication:
    """One promise of 90 % or more, and the rows of its indicator."""
    indicator = replace(INDICATOR, **changes)
    made = records(
        (commitment(Measure("letters", (at_least("90"),))),), (indicator,), (Series("letters", rows),)
    )
    return replace(made, publisher=replace(PUBLISHER, licence="CC-BY-4.0"))


def as_csv(publication: Publication, lang: str = "en") -> list[dict[str, str]]:
    raw = shown(publication).make("results/letters/letters.csv", lang)
    text = raw.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=text[text.index("Indicator") + 9]))


def as_json(publication: Publication, lang: str = "en") -> dict[str, Any]:
    raw = shown(publication).make("results/letters/letters.json", lang)
    found: dict[str, Any] = json.loads(raw, parse_float=Decimal, parse_int=Decimal)
    return found


def figures(publication: Publication) -> dict[str, dict[str, Any]]:
    return {one["period"]: one for one in as_json(publication)["indicators"][0]["figures"]}


def as_book(publication: Publication, lang: str = "en") -> Workbook:
    return load_workbook(io.BytesIO(shown(publication).make("results/letters/letters.xlsx", lang)))


def table(book: Workbook) -> list[dict[str, Any]]:
    """The lines of the first sheet by the headings of its columns."""
    head, *rows = book.worksheets[0].values
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def everything(publication: Publication) -> str:
    """All that the three files hold, of the indicator and of the whole, as one text."""
    found = ""
    downloads = shown(publication)
    for address in downloads.addresses:
        raw = downloads.make(address, "en")
        if address.endswith(".xlsx"):
            with ZipFile(io.BytesIO(raw)) as archive:
                raw = b"".join(archive.read(name) for name in archive.namelist())
        found += raw.decode("utf-8-sig")
    return found


def test_a_figure_stands_there_with_counts_target_and_verdict() -> None:
    line = as_csv(answers(counted("82", "87")))[0]

    assert (line["Value"], line["Unit"], line["Numerator"], line["Denominator"]) == ("94.3", "%", "82", "87")
    assert (line["Target"], line["Target as a number"], line["Verdict"]) == (
        "at least 90%",
        "90",
        "Met",
    )
    assert (line["From"], line["Until"], line["Code of the period"]) == (
        "2024-01-01",
        "2024-03-31",
        "2024-Q1",
    )
    assert (line["Licence"], line["Day shown"]) == ("CC-BY-4.0", "2025-11-21")


@pytest.mark.parametrize(
    ("lang", "divided", "value"),
    [("en", ",", "94.3"), ("lt", ";", "94,3"), ("sl", ";", "94,3"), ("bg", ";", "94,3"), ("hu", ";", "94,3")],
)
def test_csv_is_written_as_spreadsheets_of_the_country_read_it(lang: str, divided: str, value: str) -> None:
    raw = shown(answers(counted("82", "87"))).make("results/letters/letters.csv", lang)
    text = raw.decode("utf-8")
    head, line = list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=divided))[:2]

    assert text[0] == "\ufeff"
    assert text.count("\n") == text.count("\r\n") > 1
    assert line[head.index(words(lang).say("Value"))] == value
    assert line[head.index(words(lang).say("Published"))] == ""
    assert decimal_sign(lang) == ("." if lang == "en" else ",")


def test_one_value_can_be_calculated_with_in_all_three_files() -> None:
    """12 of 400 is 3 exactly; 82 of 87 has no end and is rounded as the page shows it, with its fraction beside it."""
    made = answers(counted("12", "400"), counted("82", "87", "2024-Q2"), decimals=1)
    first, second = table(as_book(made))[:2]
    exact, rounded = figures(made)["2024-Q1"], figures(made)["2024-Q2"]

    assert (first["Value"], second["Value"]) == (3, 94.3)
    assert [line["Value"] for line in as_csv(made)[:2]] == ["3", "94.3"]
    assert (exact["value"], exact["value_exact"]) == (3, None)
    assert (rounded["value"], rounded["value_exact"]) == (Decimal("94.3"), "8200/87")
    assert Fraction(rounded["value_exact"]) == Fraction(rounded["numerator"] * 100) / Fraction(87)


def test_rounding_never_reaches_the_target_that_was_missed() -> None:
    made = answers(counted("89999", "100001"), decimals=0)

    assert figures(made)["2024-Q1"]["value"] == Decimal("89.998")
    assert figures(made)["2024-Q1"]["verdicts"][0]["status"] == "not_met"
    assert table(as_book(made))[0]["Value"] == 89.998


def test_numbers_and_days_of_a_workbook_are_numbers_and_days() -> None:
    row = replace(counted("82", "87"), released=day("2024-04-20"))
    book = as_book(answers(row))
    sheet = book.worksheets[0]
    head = [cell.value for cell in sheet[1]]
    value, published_on = (sheet.cell(2, head.index(name) + 1) for name in ("Value", "Published"))

    assert (value.data_type, value.number_format) == ("n", '0.0"\u00a0%"')
    assert published_on.value.date() == day("2024-04-20")
    assert published_on.number_format == "yyyy\\-mm\\-dd"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", sheet.dimensions)
    assert all(cell.font.b and cell.fill.fgColor.rgb == "FFE7E9EC" for cell in sheet[1])
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$1:$1"
    assert [one.title for one in book.worksheets] == ["Figures", "About these figures"]
    assert {one.isoformat() for one in (book.properties.created, book.properties.modified)} == {
        "2025-11-21T00:00:00"
    }
    assert book.defined_names == {}


def test_a_bound_is_no_number_anywhere() -> None:
    made = answers(measured("30", Bound.BELOW))

    assert figures(made)["2024-Q1"]["bound"] == "below"
    assert as_csv(made)[0]["Value"] == table(as_book(made))[0]["Value"] == "<30"


def test_a_figure_that_was_replaced_stands_beside_the_newer_one() -> None:
    old = replace(counted("80", "87"), released=day("2024-04-20"))
    new = replace(counted("82", "87"), released=day("2024-07-20"), revises=day("2024-04-20"), line=3)
    line = as_csv(answers(old, new))[0]

    assert (line["Value"], line["Figure before"]) == ("94.3", "92.0")
    assert (line["Published"], line["Figure before: published"]) == ("2024-07-20", "2024-04-20")


def surveyed(*rows: Row, **changes: Any) -> Publication:
    """A survey among people chosen at random."""
    return answers(*rows, type=IndicatorType.SURVEY_SHARE, sample=Sample.PROBABILITY, decimals=1, **changes)


def asked(top: str, bottom: str, **changes: Any) -> Row:
    return replace(counted(top, bottom), n=Count(Decimal(bottom)), **changes)


def test_the_range_of_a_sample_is_the_one_of_its_page_in_all_three_files() -> None:
    """Wilson's interval of 14 among 15, by hand: (14 + 1.92) ÷ 18.84 ± 1.96 √(14 ÷ 15 + 0.96) ÷ 18.84."""
    made = surveyed(asked("14", "15"))
    names = [f"True figure: {name}" for name in ("from", "to", "certainty")]
    book = as_book(made)
    head = [cell.value for cell in book.worksheets[0][1]]

    assert figures(made)["2024-Q1"]["range"] == {"low": Decimal("70.2"), "high": Decimal("98.8"), "level": 95}
    assert [as_csv(made)[0][name] for name in names] == ["70.2", "98.8", "95"]
    assert [table(book)[0][name] for name in names] == [70.2, 98.8, 95]
    assert [book.worksheets[0].cell(2, head.index(name) + 1).number_format for name in names] == [
        *('0.0"\u00a0%"', '0.0"\u00a0%"'),
        '0"\u00a0%"',
    ]
    assert as_csv(made)[0]["People who answered"] == "15"


def test_where_nobody_was_sampled_there_is_no_range() -> None:
    for sample in (Sample.CENSUS, Sample.SELF_SELECTED, None):
        made = replace_sample(surveyed(asked("14", "15")), sample)

        assert figures(made)["2024-Q1"]["range"] is None
        assert as_csv(made)[0]["True figure: from"] == as_csv(made)[0]["True figure: certainty"] == ""


def replace_sample(made: Publication, sample: Sample | None) -> Publication:
    return replace(made, indicators={"letters": replace(made.indicators["letters"], sample=sample)})


def test_a_figure_that_is_not_shown_has_no_range_either() -> None:
    few = asked("3", "40")
    shown_anyway = surveyed(few)
    hidden = surveyed(few, confidentiality=Confidentiality(persons=True, k=5))

    assert figures(shown_anyway)["2024-Q1"]["range"] == {
        "low": Decimal("2.6"), "high": Decimal("19.9"), "level": 95,
    }  # fmt: skip
    assert figures(hidden)["2024-Q1"]["range"] is None
    assert not re.search(r"19[.,]9|<v>95</v>", everything(hidden))


def test_the_sheet_of_promises_says_periods_and_parts_in_words_with_their_codes_beside() -> None:
    split = Disaggregation(
        "channel", ("letter",), names=(("letter", Text.of({"lt": "paštu", "en": "by post"})),)
    )
    part = replace(counted("82", "87"), slice=(("channel", "letter"),))
    made = answers(part, disaggregations=(split,))
    measure = Measure("letters", (at_least("90"),), only=(("channel", "letter"),))
    promise = replace(made.commitments["citizens/answers"], measures=(measure,))
    seen = Downloads.of(standing(replace(made, commitments={promise.full_id: promise}), day("2024-05-10")))
    for lang, period_name, part_name in (
        ("en", "first quarter of 2024", "by post"),
        ("lt", "2024 m. I ketvirtis", "paštu"),
    ):
        book = load_workbook(io.BytesIO(seen.make("results/results.xlsx", lang)))
        head, line = list(book.worksheets[2].values)[:2]
        said_in = dict(zip(head, line, strict=True))
        say = words(lang).say

        assert (said_in[say("Period")], said_in[say("Part of the whole")]) == (period_name, part_name)
        assert said_in[say("Code of the period")] == "2024-Q1"
        assert said_in[say("Code of the part")] == "channel=letter"


def test_what_must_not_be_shown_leaks_nowhere() -> None:
    """3 of 40,017 persons, with an older figure, a printed statement and a spread: none of it leaves the house."""
    old = replace(counted("39", "40019"), released=day("2024-04-01"), reported="39 of 40019")
    few = replace(
        counted("3", "40017"), n=None, sd=Decimal("40.018"), reported="3 of 40017", released=day("2024-05-01"), line=3
    )  # fmt: skip
    made = answers(old, few, confidentiality=Confidentiality(persons=True, k=5))
    text = everything(made)

    assert not re.search(r"4001[79]|40[.,]018|0[.,]00749|300/40017|100/13339", text)
    assert figures(made)["2024-Q1"]["state"] == "suppressed"
    assert figures(made)["2024-Q1"]["replaced"] == []
    assert as_csv(made)[0]["State of the figure"] == "Not shown"
    assert re.search("40017", everything(answers(old, few)))


def test_an_older_figure_of_few_persons_is_not_shown_beside_a_newer_one() -> None:
    old = replace(counted("3", "40017"), released=day("2024-04-01"))
    new = replace(counted("39", "40019"), released=day("2024-05-01"), line=3)
    text = everything(answers(old, new, confidentiality=Confidentiality(persons=True, k=5)))

    assert "40019" in text
    assert "40017" not in text


@pytest.mark.parametrize(
    "sign", ["=", "+", "-", "@", "\t=", "\r=", "＝", "＋", "－", "＠", "\n@", " =", '"=', "a,=", "a; -"]
)
def test_no_text_begins_like_a_formula(sign: str) -> None:
    kept = without_formula(f"{sign}cmd|' /C calc'!A0")

    assert not re.search(r"(^|[,;\t\r\n])[\"\s]*[=+\-@＝＋－＠]", kept)
    assert kept.replace("'", "") == f"{sign}cmd|' /C calc'!A0".replace("'", "")


def test_ordinary_texts_stay_as_they_are() -> None:
    for text in ("Well-kept – on time", "a = b", "5 + 3", "mail@example.org", "2024-Q1", "(-5)", ""):
        assert without_formula(text) == text


def planted() -> Publication:
    """Every text of the records begins with a formula and holds signs that no workbook may hold."""
    evil = Text.of({"en": f"{FORMULA}\x00\x1b_x000D_"})
    row = replace(
        counted("3", "40"), reason=evil, cause=evil, action=evil, note=evil, source=FORMULA, reported=FORMULA,
        slice=(("channel", FORMULA),),
    )  # fmt: skip
    made = answers(
        replace(row, slice=()),
        row,
        title=evil,
        definition=evil,
        limitations=evil,
        unit=FORMULA,
        numerator=None,
    )
    promise = replace(made.commitments["citizens/answers"], title=evil)
    bodies = tuple(replace(body, name=evil) for body in PUBLISHER.bodies)
    publisher = replace(PUBLISHER, name=evil, bodies=bodies, licence=FORMULA)
    return replace(made, publisher=publisher, commitments={promise.full_id: promise})


def test_a_planted_formula_is_a_text_in_every_cell() -> None:
    made = planted()
    cells = [cell for line in as_csv(made) for cell in line.values()]
    downloads = shown(made)
    books = [
        load_workbook(io.BytesIO(downloads.make(address, "en")))
        for address in ("results/letters/letters.xlsx", "results/results.xlsx")
    ]
    found = [
        cell for book in books for sheet in book for row in sheet.iter_rows() for cell in row if cell.value
    ]

    assert sum(FORMULA in cell for cell in cells) > 10
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    # The reader takes a text with a sign of equality for a formula; what the file says is a text.
    assert "<f>" not in everything(made)
    assert sum(FORMULA in str(cell.value) for cell in found) > 20
    assert as_json(made)["indicators"][0]["figures"][0]["source"] == FORMULA


def test_the_same_records_give_the_same_bytes_whatever_the_clock_and_the_order_of_hashes() -> None:
    script = (
        "import sys, hashlib, time, datetime; sys.path[:0] = ['plugins', 'tests']\n"
        "import test_figures_files as t\n"
        "shift = int(sys.argv[1])\n"
        "class Day(type):\n"
        "    def __instancecheck__(cls, one): return isinstance(one, datetime.datetime)\n"
        "class Clock(datetime.datetime, metaclass=Day):\n"
        "    @classmethod\n"
        "    def now(cls, zone=None): return datetime.datetime.fromtimestamp(shift, zone)\n"
        "real = time.localtime\n"
        "time.localtime = lambda seconds=None: real(shift)\n"
        "time.time = lambda: float(shift)\n"
        "for module in list(sys.modules.values()):\n"
        "    if getattr(module, 'datetime', None) is datetime.datetime and 'xlsxwriter' in module.__name__:\n"
        "        module.datetime = Clock\n"
        "d = t.shown(t.answers(t.counted('82', '87')))\n"
        "print(hashlib.sha256(b''.join(d.make(a, 'lt') for a in d.addresses)).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script, clock],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone, clock in (("1", "UTC", "1000000000"), ("2", "Asia/Tokyo", "1700000000"))
    ]
    found = shown(answers(counted("82", "87")))
    forwards = [found.make(address, "lt") for address in found.addresses]

    assert runs[0] == runs[1]
    assert forwards[::-1] == [found.make(address, "lt") for address in reversed(found.addresses)]


def written(*cells: Cell) -> list[Any]:
    """The cells of one row as they are read back."""
    sheet = Sheet("Facts", tuple(Column(f"Column {at}") for at in range(len(cells))), (cells,))
    raw = xlsx_bytes([sheet], Properties("Facts", "Town", TODAY))
    return [cell.value for cell in load_workbook(io.BytesIO(raw)).active[2]]


def test_marks_of_the_format_in_a_text_are_letters() -> None:
    """The library writes what stands between these marks as it is: a text could end its cell and begin others."""
    evil = "<r></r></si><si><t>planted</t></si><r></r>"

    assert written(evil, "next", "_x0041_ <b>&amp;") == [f"{evil} ", "next", "_x0041_ <b>&amp;"]


def test_what_excel_cannot_hold_is_written_as_text_or_cut() -> None:
    large, longest = "1" + "0" * 400, "x" * 32_767

    assert written(Number(Decimal(large)), Number(Decimal("-12345678901234567")), date(1066, 10, 14)) == [
        large, "-12345678901234567", "1066-10-14",
    ]  # fmt: skip
    assert written(Number(Decimal(0)), Number(Decimal("-123456789012345"))) == [0, -123456789012345]
    assert written(longest + "y", "") == [longest, None]


def test_names_of_sheets_are_such_as_excel_allows() -> None:
    assert sheet_names(["'A[1]: b*?/\\'", "x" * 40, "X" * 40, "", "\x00"]) == (
        "A 1 b", "x" * 31, "X" * 28 + " 2", "–", "\ufffd",
    )  # fmt: skip


def test_a_month_stays_a_month_in_a_spreadsheet() -> None:
    assert [period_code(label) for label in ("2025-07", "2025", "2025-Q3", "2025-W31", "FY2018/19-Q1")] == [
        "2025-M07", "2025", "2025-Q3", "2025-W31", "FY2018/19-Q1",
    ]  # fmt: skip


def test_what_has_finitely_many_decimals_is_written_whole() -> None:
    assert exact_decimal(Fraction(-1, 8)) == Decimal("-0.125")
    assert exact_decimal(Fraction(10**40, 1)) == 10**40
    assert exact_decimal(Fraction(1, 3)) is None


def test_a_text_cannot_forge_a_number() -> None:
    row = replace(counted("82", "87"), source="\x005\x00", note=Text.of({"en": "\\u00005\\u0000"}))

    assert figures(answers(row))["2024-Q1"]["note"] == "\\u00005\\u0000"
    assert isinstance(figures(answers(row))["2024-Q1"]["source"], str)


def test_several_promises_on_one_figure_have_a_line_each_and_it_is_said() -> None:
    made = answers(counted("82", "87"))
    second = commitment(Measure("letters", (at_least("95"),)), id="again")
    made = replace(made, commitments={**made.commitments, second.full_id: second})
    lines = as_csv(made)[:2]

    assert [line["Verdict"] for line in lines] == ["Met", "Not met"]
    assert [line["Same figure again"] for line in lines] == ["", "yes"]
    assert len(figures(made)["2024-Q1"]["verdicts"]) == 2


def test_what_nobody_waits_for_is_not_said_to_be_overdue() -> None:
    """A promise about letters alone: of the whole nothing was published, so nothing of it is there."""
    row = replace(counted("82", "87"), slice=(("channel", "letter"),))
    made = answers(row)
    only = commitment(Measure("letters", (at_least("90"),), only=(("channel", "letter"),)))
    made = replace(made, commitments={only.full_id: only})

    assert {tuple(one["slice"].items()) for one in as_json(made)["indicators"][0]["figures"]} == {
        (("channel", "letter"),)
    }
    assert as_csv(made)[0]["channel"] == "letter"


def test_a_year_that_is_the_sum_of_its_quarters_is_among_the_figures() -> None:
    rows = [counted("9", "10", f"2024-Q{n}") for n in range(1, 5)]
    made = answers(*rows)
    yearly = commitment(Measure("letters", (at_least("90"),), judged=Frequency.YEARLY))
    found = figures(replace(made, commitments={yearly.full_id: yearly}))

    assert (found["2024"]["numerator"], found["2024"]["denominator"], found["2024"]["value"]) == (36, 40, 90)
    assert found["2024"]["verdicts"][0]["status"] == "met"
    assert found["2024-Q4"]["verdicts"][0]["status"] is None


def test_days_and_answers_are_days_and_answers() -> None:
    made = answers(
        Row(period("2024-Q1"), figure=Quantity(Fraction(day("2024-02-29").toordinal()))),
        unit="date", type=IndicatorType.MEAN,
    )  # fmt: skip
    yes = answers(Row(period("2024-Q1"), figure=Quantity(Fraction(1))), type=IndicatorType.YES_NO)

    assert figures(made)["2024-Q1"]["value"] == "2024-02-29"
    assert table(as_book(made))[0]["Value"].date() == day("2024-02-29")
    assert figures(yes)["2024-Q1"]["value"] is True
    assert as_csv(yes)[0]["Value"] == "yes"


@pytest.mark.parametrize("state", [State.MISSING, State.NO_CASES, State.NOT_APPLICABLE])
def test_a_word_in_the_place_of_a_figure_is_said_as_on_the_page(state: State) -> None:
    line = as_csv(answers(said(state)))[0]

    assert line["Value"] == ""
    assert line["State of the figure"] == line["Verdict"] == LOOKS[Status(line["Code of the verdict"])].word


def published_of(standing: Standing) -> Iterator[tuple[str, dict[str, str], str, Quantity | None]]:
    for id, one in standing.indicators.items():
        for part in slices(one):
            for outcome in published(one, part).values():
                figure = None if is_withheld(outcome) else outcome.figure
                yield id, dict(part), outcome.period.label, figure


def value_of(figure: dict[str, Any], unit: str) -> Fraction | None:
    value = figure["value_exact"] or figure["value"]
    if isinstance(value, str) and unit == "date":
        return Fraction(date.fromisoformat(value).toordinal())
    return None if value is None else Fraction(value)


@pytest.mark.parametrize("root", EXAMPLES, ids=lambda root: root.name)
def test_real_bodies_export_what_they_published_and_nothing_else(root: Path) -> None:
    """JSON gives back every exact figure; the two tables hold as many lines; the file is as the schema says."""
    publication = load(root).publication
    assert publication is not None
    stands = standing(publication, TODAY)
    downloads = Downloads.of(stands)
    if not publication.indicators:
        assert "results/results.json" not in downloads.addresses
        return
    lang = publication.publisher.root_language
    found = json.loads(downloads.make("results/results.json", lang), parse_float=Decimal, parse_int=Decimal)
    again = [
        (one["id"], figure["slice"], figure["period"], value_of(figure, one["unit"]))
        for one in found["indicators"]
        for figure in one["figures"]
    ]
    expected = [
        (id, part, label, figure.value if figure else None)
        for id, part, label, figure in published_of(stands)
    ]
    lines = sum(max(1, len(figure["verdicts"])) for one in found["indicators"] for figure in one["figures"])
    book = load_workbook(io.BytesIO(downloads.make("results/results.xlsx", lang)), read_only=True)
    raw = downloads.make("results/results.csv", lang).decode("utf-8-sig")
    divided = ";" if decimal_sign(lang) == "," else ","
    rows = list(csv.reader(io.StringIO(raw, newline=""), delimiter=divided))

    assert again == expected
    assert [len(list(sheet.values)) for sheet in book][:2] == [lines + 1, len(publication.indicators) + 1]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) == lines + 1
    Draft202012Validator(SCHEMA).validate(json.loads(downloads.make("results/results.json", lang)))
    told = status_lines(stands, words(lang))
    assert [(one["promise"], one["status"], one["why"]) for one in found["promises"]] == [
        (line.commitment, line.status or None, line.why) for line in told
    ]


def test_statuses_of_the_figures_are_those_of_charter_status() -> None:
    """The latest verdict of every measure, by the figure that it rests on."""
    publication = load(ROOT).publication
    assert publication is not None
    stands = standing(publication, TODAY)
    found = json.loads(Downloads.of(stands).make("results/results.json", "lt"))
    verdicts = {
        (verdict["promise"], one["id"], figure["period"], ", ".join(f"{k}={v}" for k, v in figure["slice"].items())):
            (verdict["status"], verdict["status_word"])
        for one in found["indicators"] for figure in one["figures"] for verdict in figure["verdicts"]
    }  # fmt: skip
    told = [line for line in status_lines(stands, words("lt")) if line.status]

    assert len(told) > 20
    for line in told:
        key = (line.commitment, line.indicator, line.period, line.slice)
        assert verdicts[key] == (line.status, words("lt").say(LOOKS[Status(line.status)].word))


def test_every_language_names_its_columns_and_no_two_alike() -> None:
    for lang in interface_languages():
        raw = (
            shown(answers(counted("82", "87"))).make("results/letters/letters.csv", lang).decode("utf-8-sig")
        )
        head = raw.split("\r\n")[0].split(";" if decimal_sign(lang) == "," else ",")

        assert len(set(head)) == len(head) == 42, lang
