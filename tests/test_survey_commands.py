"""`charter survey`: what goes to LimeSurvey and to paper, and what comes back: sums, never what one person said."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from charterkit.commands import charter
from charterkit.data.load import load
from charterkit.exports.limesurvey import COLUMNS
from charterkit.problems import blocks
from charterkit.rules.check import check
from charterkit.rules.quality.personal_data import personal
from conftest import copy_site

ID = "service-2025"
FIGURES = f"charters/quality/surveys/{ID}.csv"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(charter, ["survey", *arguments, "--lang", "en"])


@pytest.fixture
def town(municipality: Path) -> Path:
    return municipality


def structure(town: Path, out: Path) -> list[dict[str, str]]:
    done = run("limesurvey", ID, "--folder", str(town), "--group", "clients", "--out", str(out))
    assert done.exit_code == 0, done.output
    return list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig")), delimiter="\t"))


def test_limesurvey_gets_every_question_in_every_language_under_our_ids(town: Path, tmp_path: Path) -> None:
    rows = structure(town, tmp_path / "questions.txt")
    questions = [row for row in rows if row["class"] == "Q"]
    codes = {row["name"] for row in questions}

    assert list(rows[0]) == list(COLUMNS)
    assert {"speedE", "speedX", "premisesX", "settledX", "recommendX", "remarksX"} <= codes
    assert len(questions) == len(codes) * 5
    # What LimeSurvey allows: letters and digits, at most 20 of them; answers at most 5.
    assert all(code.isalnum() and len(code) <= 20 for code in codes)
    assert all(len(row["name"]) <= 5 for row in rows if row["class"] in ("A", "SQ"))
    assert [row["text"] for row in rows if row["name"] == "additional_languages"] == ["en sl bg hu"]


def test_a_questionnaire_is_no_program_for_limesurvey(town: Path, tmp_path: Path) -> None:
    record = town / f"charters/quality/surveys/{ID}.yml"
    text = record.read_text(encoding="utf-8").replace(
        "What should we do differently?", "What {SAVEDID} <b>next</b>?"
    )
    record.write_text(text, encoding="utf-8")
    found = (tmp_path / "questions.txt", structure(town, tmp_path / "questions.txt"))[1]
    words = next(row["text"] for row in found if row["name"] == "remarksX" and row["language"] == "en")

    assert words == "What &#123;SAVEDID&#125; &lt;b&gt;next&lt;/b&gt;?"


HEAD = (
    "id,submitdate,lastpage,startlanguage,speedE,speedX,settledX,channelX[desk],channelX[phone],recommendX,"
    "remarksX\n"
)


def answers(*lines: str) -> str:
    return HEAD + "".join(
        f"{number},2025-03-04 10:00:00,3,lt,{line}\n" for number, line in enumerate(lines, 1)
    )


# Thirty people: 6 say 3, 10 say 4 and 14 say 5 of the speed; to 6 of them it is of little importance.
THIRTY = answers(
    *["5,3,yes,Y,N,9,"] * 6, *["4,4,yes,Y,Y,8,Gerai"] * 10, *["5,5,no,N,N,3,"] * 8, *["5,5,no,N,Y,10,"] * 6
)


def import_(town: Path, text: str, *more: str) -> Result:
    file = town.parent / "answers.csv"
    file.write_text(text, encoding="utf-8")
    return run("import", ID, str(file), "--folder", str(town), "--group", "clients", *more)


def lines(town: Path, item: str) -> list[str]:
    text = (town / FIGURES).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.startswith(f"clients,{item},")]


def test_answers_come_back_added_up(town: Path) -> None:
    done = import_(town, THIRTY)

    assert done.exit_code == 0, done.output
    assert "The answers of 30 people were added up." in done.output
    assert lines(town, "speed")[-7:] == [
        "clients,speed,experience,,,,30,4.27,0.78,",
        "clients,speed,experience,1,0,,,,,",
        "clients,speed,experience,2,0,,,,,",
        "clients,speed,experience,3,6,,,,,",
        "clients,speed,experience,4,10,,,,,",
        "clients,speed,experience,5,14,,,,,",
        "clients,speed,experience,4-5,24,,,,,",
    ]
    assert lines(town, "channel") == [
        "clients,channel,experience,,,,30,,,",
        "clients,channel,experience,desk,16,,,,,",
        "clients,channel,experience,phone,16,,,,,",
        "clients,channel,experience,web,0,,,,,",
    ]
    assert lines(town, "recommend")[0].startswith("clients,recommend,experience,,,,30,")
    # The other group keeps its figures, and nothing that one person said is anywhere in the folder.
    assert any(
        line.startswith("staff,") for line in (town / FIGURES).read_text(encoding="utf-8").splitlines()
    )
    assert not any("Gerai" in file.read_text(encoding="utf-8") for file in (town / "charters").rglob("*.*"))


def test_small_counts_never_reach_the_folder(town: Path) -> None:
    import_(town, answers(*["5,1,yes,Y,N,9,"] * 2, *["5,4,yes,Y,N,9,"] * 10, *["5,5,yes,Y,N,9,"] * 20))
    text = (town / FIGURES).read_text(encoding="utf-8")
    clients = [line for line in text.splitlines() if line.startswith("clients,speed,experience,")]

    assert "clients,speed,experience,1,,,,,,suppressed" in clients
    assert not blocks(check(load(town)).problems)


def test_unfinished_answers_are_left_out_and_counted(town: Path) -> None:
    done = import_(town, THIRTY + "31,,1,lt,5,1,,,,,\n")

    assert "1 unfinished answer was left out." in done.output
    assert lines(town, "speed")[-7].startswith("clients,speed,experience,,,,30,")


@pytest.mark.parametrize(
    ("line", "place", "told"),
    [
        (
            "5,3,yes,Y,N,9,Mano kodas 33309240064",
            "2:11",
            "remarks: at sign 12 stands a Lithuanian personal code.",
        ),
        ("5,3,yes,Y,N,9,Rašykite jonas@example.org", "2:11", "stands an e-mail address."),
        (
            "5,3,yes,Y,N,9,Skambinkite +370 600 00 000",
            "2:11",
            "stands a telephone number, or another long number.",
        ),
        ("5,7,yes,Y,N,9,", "2:6", "speed: 7 is none of the codes 1, 2, 3, 4, 5."),
        ("5,3,yes,Yes,N,9,", "2:8", "channel: Yes is none of the codes Y, N."),
    ],
)
def test_the_import_stops_at_what_is_wrong_and_writes_nothing(
    town: Path, line: str, place: str, told: str
) -> None:
    before = (town / FIGURES).read_bytes()
    done = import_(town, answers(line), "--texts", str(town.parent / "texts.csv"))

    assert done.exit_code == 1
    assert f"answers.csv:{place}: " in done.output
    assert told in done.output
    assert (town / FIGURES).read_bytes() == before
    assert not (town.parent / "texts.csv").exists()


def test_an_unknown_column_is_named(town: Path) -> None:
    done = import_(town, "id,speedE,spedX\n1,5,4\n")

    assert done.exit_code == 1
    assert "answers.csv:1:3: The column spedX is no question of this survey." in done.output


def test_texts_go_elsewhere_and_join_nobody(town: Path, tmp_path: Path) -> None:
    out = tmp_path / "texts.csv"
    done = import_(town, answers("5,3,yes,Y,N,9,=1+1", "5,3,yes,Y,N,9,Ačiū"), "--texts", str(out))

    assert done.exit_code == 0, done.output
    assert out.read_text(encoding="utf-8-sig").splitlines() == [
        "item,text,redacted",
        "remarks,'=1+1,",
        "remarks,Ačiū,",
    ]


def test_texts_never_go_into_the_folder_of_the_charter(town: Path) -> None:
    done = import_(town, THIRTY, "--texts", str(town / "texts.csv"))

    assert done.exit_code == 2
    assert "lies in the folder of the charter" in done.output


def test_hide_makes_a_table_with_small_counts_fit_to_be_published(town: Path) -> None:
    file = town / FIGURES
    head, *rest = file.read_text(encoding="utf-8").splitlines()
    own = [line for line in rest if not line.startswith("clients,settled,")]
    small = ["clients,settled,experience,yes,40,,,,,", "clients,settled,experience,no,3,,,,,"]
    file.write_text("\n".join([head, *own, *small]) + "\n", encoding="utf-8")
    assert blocks(check(load(town)).problems)

    assert run("hide", ID, "--folder", str(town)).exit_code == 0
    assert not blocks(check(load(town)).problems)
    assert "clients,settled,experience,no,,,,,,suppressed" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["lt", "bg"])
def test_the_form_on_paper_is_a_pdf_in_the_language(town: Path, tmp_path: Path, language: str) -> None:
    made = []
    for name in ("one.pdf", "two.pdf"):
        out = tmp_path / name
        done = run(
            "form", ID, "--folder", str(town), "--group", "clients", "--language", language, "--out", str(out)
        )
        assert done.exit_code == 0, done.output
        made.append(out.read_bytes())

    assert made[0].startswith(b"%PDF-")
    assert made[0] == made[1]


def test_a_survey_that_is_not_there_is_named(tmp_path: Path) -> None:
    repository = Path(__file__).resolve().parent.parent
    done = run("hide", "service-2052", "--folder", str(copy_site(repository, tmp_path / "town")))

    assert done.exit_code == 2
    assert "There is no service-2052 here." in done.output


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("33309240064", "a Lithuanian personal code"),
        ("0101006500006", "a Slovenian personal number (EMŠO)"),
        ("ЕГН 7523169263", "a Bulgarian personal number (ЕГН)"),
        ("TAJ 111 111 110", "a Hungarian health insurance number (TAJ)"),
        ("1 800101 0016", "a Hungarian personal number"),
        ("33309240063", "a telephone number, or another long number"),
        ("rašykite j.j@example.org", "an e-mail address"),
        ("8 (310) 00 000", "a telephone number, or another long number"),
    ],
)
def test_what_points_at_a_person_is_found(text: str, what: str) -> None:
    assert [found.what for found in personal(text)] == [what]


@pytest.mark.parametrize(
    "text", ["Laukiau 45 minutes, 2025-03-04", "Nuo 2024 iki 2025", "Kabinetas 214", "4. 3. 2025"]
)
def test_other_numbers_are_let_through(text: str) -> None:
    assert list(personal(text)) == []
