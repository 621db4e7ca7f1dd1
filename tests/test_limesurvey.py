"""Our files for LimeSurvey, read as LimeSurvey reads them; and its files of answers in every form that it writes."""

from __future__ import annotations

from dataclasses import replace

import pytest

import limesurvey_reader
from charterkit.data.load import load
from charterkit.data.survey_import import NO_COLUMNS, NOT_SUBMITTED, Imported, read_limesurvey
from charterkit.exports.limesurvey import structure
from charterkit.model.survey import ItemType, RespondentGroup, Side, Survey
from charterkit.site.pieces import reader
from charterkit.text import Text
from conftest import REPOSITORY

LANGUAGES = ("lt", "en", "sl", "bg", "hu")
READERS = tuple(reader(lang, LANGUAGES) for lang in LANGUAGES)
LETTER = {Side.EXPECTATION: "E", Side.EXPERIENCE: "X"}
ANSWER_SORTS = {ItemType.MULTIPLE: "M", ItemType.TEXT: "T"}


@pytest.fixture(scope="module")
def survey() -> Survey:
    publication = load(REPOSITORY).publication
    assert publication is not None
    return publication.surveys["service-2025"]


@pytest.fixture(scope="module")
def clients(survey: Survey) -> RespondentGroup:
    found = survey.group("clients")
    assert found is not None
    return found


def test_limesurvey_reads_every_question_in_every_language(survey: Survey, clients: RespondentGroup) -> None:
    found = limesurvey_reader.read(structure(survey, clients, READERS))
    asked = {
        f"{item.code}{LETTER[side]}": item
        for block, item in survey.asked(clients)
        for side in block.sides(item)
    }

    assert found.languages == list(LANGUAGES) == list(found.titles)
    assert all(list(names) == list(LANGUAGES) and all(names.values()) for names in found.groups.values())
    assert {code for _, code in found.questions} == set(asked)
    for (_, code), question in found.questions.items():
        assert question.type == ANSWER_SORTS.get(asked[code].type, "L")
        assert list(question.texts) == list(LANGUAGES)
        assert all(question.texts.values())


def test_every_language_has_the_same_answers_in_the_same_order(
    survey: Survey, clients: RespondentGroup
) -> None:
    found = limesurvey_reader.read(structure(survey, clients, READERS))
    for (_, code), question in found.questions.items():
        codes = [[name for name, _ in question.choices.get(lang, [])] for lang in LANGUAGES]
        assert all(one == codes[0] for one in codes), code
        assert bool(codes[0]) is (question.type != "T")
        assert len(set(codes[0])) == len(codes[0])


EVIL = (
    'Say "yes"\\" or no\\',
    "one\ntwo\r\nthree\x0bfour\x85five\u2028six",
    "a\tb",
    "{SAVEDID} & <b>bold</b>",
    '"quoted"',
)


@pytest.mark.parametrize("words", EVIL)
def test_no_sign_of_a_text_moves_a_cell_or_a_line(
    words: str, survey: Survey, clients: RespondentGroup
) -> None:
    block, *others = survey.blocks
    items = tuple(replace(one, title=Text.of(dict.fromkeys(LANGUAGES, words))) for one in block.items)
    changed = replace(survey, blocks=(replace(block, items=items), *others))
    plain = limesurvey_reader.read(structure(survey, clients, READERS))
    found = limesurvey_reader.read(structure(changed, clients, READERS))

    assert found.questions.keys() == plain.questions.keys()
    told = [text for question in found.questions.values() for text in question.texts.values()]
    assert not any(sign in text for text in told for sign in ("{", "}", '"', "\\", "<b>"))


@pytest.mark.parametrize("moved", range(8))
def test_the_sample_of_the_encoding_ends_between_two_letters(
    moved: int, survey: Survey, clients: RespondentGroup
) -> None:
    # Letters of two bytes from the first title on: every other place would cut one in two.
    title = "x" * moved + "ąčęėį" * 200
    changed = replace(survey, title=Text.of(dict.fromkeys(LANGUAGES, title)))
    raw = structure(changed, clients, READERS)

    assert raw.startswith(b"\xef\xbb\xbfclass\t")
    raw[:1000].decode("utf-8")
    assert limesurvey_reader.read(raw).titles["lt"] == title


HEADS = (
    "id",
    "submitdate",
    "lastpage",
    "startlanguage",
    "token",
    "speedE",
    "speedX",
    "channelX[desk]",
    "remarksX",
)
CELLS = ("7", "2025-03-04 10:00:00", "3", "lt", "aB3", "5", "4", "Y", "Gerai; ačiū, viskas")


def written(separator: str, *lines: tuple[str, ...], heads: tuple[str, ...] = HEADS) -> bytes:
    """A file as LimeSurvey writes it: a mark of the order of bytes, every cell in quotation marks, a blank line."""
    table = (heads, *lines)
    text = "".join(
        separator.join('"' + cell.replace('"', '""') + '"' for cell in line) + "\r\n" for line in table
    )
    return ("\ufeff" + text + "\r\n").encode()


def imported(survey: Survey, clients: RespondentGroup, raw: bytes) -> Imported:
    return read_limesurvey(raw, survey, clients)


def said(found: Imported) -> list[dict[tuple[str, str], list[str]]]:
    return [{key: list(value) for key, value in one.items()} for one in found.people]


ONE = [{("speed", "expectation"): ["5"], ("speed", "experience"): ["4"], ("channel", "experience"): ["desk"]}]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_separator_is_read(separator: str, survey: Survey, clients: RespondentGroup) -> None:
    found = imported(survey, clients, written(separator, CELLS))

    assert found.faults == []
    assert said(found) == ONE
    assert [one.text for one in found.texts] == ["Gerai; ačiū, viskas"]


@pytest.mark.parametrize(
    "heads",
    [
        # Codes for expressions; codes with the words of the question behind them.
        tuple(one.replace("[desk]", "_desk") for one in HEADS),
        (
            "id. Response ID", "submitdate. Date submitted", "lastpage. Last page", "startlanguage. Start language",
            "token. Access code", "speedE. Greitis. Kiek tai Jums svarbu?", "speedX. Greitis,\nkaip buvo",
            "channelX[desk]. Kaip kreipėtės [Prie langelio]", "remarksX. Pastabos",
        ),
    ],
    ids=["for expressions", "with words"],
)  # fmt: skip
def test_headings_hold_the_code_in_other_forms_too(
    heads: tuple[str, ...], survey: Survey, clients: RespondentGroup
) -> None:
    found = imported(survey, clients, written(";", CELLS, heads=heads))

    assert found.faults == []
    assert said(found) == ONE


@pytest.mark.parametrize("heads", [HEADS, tuple(f"{one}. Words" for one in HEADS)], ids=["codes", "words"])
def test_whoever_did_not_finish_is_not_counted(
    heads: tuple[str, ...], survey: Survey, clients: RespondentGroup
) -> None:
    found = imported(survey, clients, written(",", CELLS, ("8", "", *CELLS[2:]), heads=heads))

    assert (len(found.people), found.unfinished) == (1, 1)
    assert len(found.texts) == 1


def test_without_the_day_of_submission_nothing_is_read(survey: Survey, clients: RespondentGroup) -> None:
    heads, cells = (HEADS[0], *HEADS[2:]), (CELLS[0], *CELLS[2:])
    found = imported(survey, clients, written(",", cells, heads=heads))

    assert [one.message for one in found.faults] == [NOT_SUBMITTED]


def test_a_table_typed_in_from_paper_has_no_such_column(survey: Survey, clients: RespondentGroup) -> None:
    found = imported(survey, clients, written(",", CELLS[5:], heads=HEADS[5:]))

    assert found.faults == []
    assert said(found) == ONE


def test_headings_that_are_words_are_told_once(survey: Survey, clients: RespondentGroup) -> None:
    heads = tuple(f"Question number {number}" for number in range(len(HEADS)))
    found = imported(survey, clients, written(",", CELLS, heads=heads))

    assert [one.message for one in found.faults] == [NO_COLUMNS]


@pytest.mark.parametrize("code", ["4", "4.0", "4,0", "4.0000000000"])
def test_a_code_with_decimals_is_the_whole_number(
    code: str, survey: Survey, clients: RespondentGroup
) -> None:
    found = imported(survey, clients, written(";", (*CELLS[:6], code, *CELLS[7:])))

    assert found.faults == []
    assert said(found) == ONE


@pytest.mark.parametrize("code", ["4.5", "04", "-4", "4 (labai)"])
def test_what_is_no_code_is_none(code: str, survey: Survey, clients: RespondentGroup) -> None:
    found = imported(survey, clients, written(";", (*CELLS[:6], code, *CELLS[7:])))

    assert [(one.line, one.column) for one in found.faults] == [(2, 7)]


@pytest.mark.parametrize("nothing", ["", "N/A"])
def test_a_question_left_out_is_counted_nowhere(
    nothing: str, survey: Survey, clients: RespondentGroup
) -> None:
    found = imported(survey, clients, written(";", (*CELLS[:6], nothing, *CELLS[7:])))

    assert found.faults == []
    assert ("speed", "experience") not in said(found)[0]


def test_columns_about_a_person_stop_the_import(survey: Survey, clients: RespondentGroup) -> None:
    heads = (*HEADS, "firstname", "email", "attribute_1")
    found = imported(survey, clients, written(",", (*CELLS, "Jonas", "jonas@example.org", "x"), heads=heads))

    assert [one.column for one in found.faults] == [10, 11, 12]


def test_times_of_pages_and_questions_are_passed_over(survey: Survey, clients: RespondentGroup) -> None:
    heads = (
        *HEADS,
        "interviewtime",
        "groupTime12",
        "speedXTime",
        "seed",
        "ipaddr",
        "refurl",
        "datestamp",
        "startdate",
    )
    found = imported(survey, clients, written(",", (*CELLS, *["1.5"] * 8), heads=heads))

    assert found.faults == []
    assert said(found) == ONE
