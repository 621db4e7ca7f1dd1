"""`charter diff`: releases, days, charters and the working text, as text, as JSON and as a page by itself."""

from __future__ import annotations

import json
import re
import shutil
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from charterkit.commands import charter
from charterkit.data.content import digest
from conftest import REPOSITORY, copy_site
from releasing import approve

LANGUAGES = ("en", "lt", "sl", "bg", "hu")
LETTERS = "charters/citizens/commitments/answer-letters.yml"
REQUESTS = "standards/quality/written-requests.yml"


def edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (file, old, text.count(old))
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration municipality with two releases of one charter and a working text beyond them."""
    folder = copy_site(REPOSITORY, tmp_path_factory.mktemp("released") / "municipality")
    for old in (folder / "charters").glob("*/releases"):
        shutil.rmtree(old)
    only_lithuanian(folder / "charters/citizens/commitments/consult-residents.yml")
    approve(folder, "2024", "2023-12-20", "2024-01-01")
    raised = "        aim: 98\n      - from: 2025-10-01\n        at_least: 97\n        aim: 98\n"
    edit(folder, LETTERS, "        aim: 98\n", raised)
    edit(folder, LETTERS, "per 16 darbo dienų", "per 14 darbo dienų")
    norm = "norms:\n  - from: 2025-03-01\n    at_most: 14\n    unit: working_days\n"
    edit(folder, REQUESTS, "\nnorms:\n", f"\n{norm}")
    approve(folder, "2025", "2025-02-20", "2025-03-01")
    edit(folder, LETTERS, "  - school\n", "")
    return folder


def only_lithuanian(path: Path) -> None:
    """Leave a demand in words in the language in which it is voted on."""
    words = re.compile(r"(          lt: >-\n.*\n)(?:          (?:en|sl|bg|hu): >-\n.*\n)+")
    text, count = words.subn(r"\1", path.read_text(encoding="utf-8"))
    assert count == 1
    path.write_text(text, encoding="utf-8")


@cache
def call(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(charter, ["diff", *arguments, "--folder", str(folder)])


def printed(folder: Path, *arguments: str) -> str:
    done = call(folder, *arguments)
    assert done.exit_code == 0, done.output
    return done.output


def data(folder: Path, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(printed(folder, *arguments, "--json", "--lang", "en"))
    return found


def test_the_text_says_what_changed_item_by_item(released: Path) -> None:
    text = printed(released, "2024", "2025", "citizens", "--lang", "en")

    assert "In force from 1 March 2025." in text
    assert "1.1 Answers to letters (Promise)" in text
    assert "Old target: at least 95%." in text
    assert "New target: at least 97%." in text
    assert "This came into force on 1 October 2025." in text
    assert "The promise became stricter." in text
    assert "[− 16 −] [+ 14 +] darbo dienų" in text
    assert "The standard became stricter." in text
    assert "It concerns these promises: 1.1 Answers to letters." in text
    assert "[−\u00a0…\u00a0−]: taken out. [+\u00a0…\u00a0+]: put in." in text
    assert text.index("== Promises ==") < text.index("== Standards ==")


def test_the_last_figure_is_held_against_the_new_target_where_asked(released: Path) -> None:
    """The demonstration answered 96.8 per cent of letters in time in the third quarter of 2025."""
    asked = ("2024", "working", "citizens", "--lang", "en")

    text = printed(released, *asked, "--results")
    assert "The last figure (third quarter of 2025): 96.8%." in text
    assert "The target of that time (at least 95%) was met." in text
    assert "The new target (at least 97%) would have been narrowly missed." in text
    assert "last figure" not in printed(released, *asked)


def test_nobody_knows_yet_from_when_a_working_text_holds(released: Path) -> None:
    text = printed(released, "2024", "working", "citizens", "--lang", "en")

    assert "After: working text" in text
    assert "This holds from" not in text


def test_days_name_the_release_in_force(released: Path) -> None:
    by_day, by_name = (
        data(released, "2024-06-30", "2025-03-01", "citizens"),
        data(released, "2024", "2025", "citizens"),
    )

    assert by_day == by_name
    assert (by_day["before"]["version"], by_day["after"]["version"]) == ("2024", "2025")
    assert data(released, "2024-06-30", "2025-02-28", "citizens")["changes"] == []


def test_nothing_changed_between_a_release_and_itself(released: Path) -> None:
    assert "Nothing changed." in printed(released, "2025", "2025", "citizens", "--lang", "en")


def test_the_json_says_everything_and_keeps_its_form(released: Path) -> None:
    found = data(released, "2024", "2025", "citizens")

    assert list(found) == ["format", "lang", "before", "after", "since", "changes"]
    assert (found["format"], found["since"]) == ("charterkit-diff/1", "2025-03-01")
    raw = (released / "charters/citizens/releases/2024/content.json").read_bytes()
    assert found["before"] == {
        "charter": "citizens", "version": "2024", "digest": digest(raw), "since": "2024-01-01"
    }  # fmt: skip
    targets = next(one for one in found["changes"] if one["field"].endswith("/targets"))
    assert list(targets) == [
        "kind", "subject", "number", "field", "effect", "then", "related", "before", "after", "stretches", "words",
    ]  # fmt: skip
    assert targets["subject"] == "commitment/citizens/answer-letters"
    assert targets["effect"] == "tightened"
    assert targets["stretches"] == [
        {
            "from": "2025-03-01",
            "until": "2025-09-30",
            "effect": None,
            "before": {"at_least": "95", "aim": "98"},
            "after": {"at_least": "95", "aim": "98"},
        },
        {
            "from": "2025-10-01",
            "until": None,
            "effect": "tightened",
            "before": {"at_least": "95", "aim": "98"},
            "after": {"at_least": "97", "aim": "98"},
        },
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_programs_read_the_same_in_every_language(released: Path, lang: str) -> None:
    own, english = (
        json.loads(printed(released, "2024", "working", "citizens", "--json", "--lang", one))
        for one in (lang, "en")
    )
    for found in (own, english):
        found["lang"] = ""
        for one in found["changes"]:
            one["words"] = ""
    assert own == english


def test_two_charters_are_compared_as_if_one_had_become_the_other(released: Path) -> None:
    found = data(released, "citizens@2025", "library@working")

    assert (found["before"]["charter"], found["after"]["charter"]) == ("citizens", "library")
    subjects = {one["subject"] for one in found["changes"]}
    assert "charter/library" in subjects
    effects = {one["subject"]: one["effect"] for one in found["changes"] if not one["field"]}
    assert effects["commitment/library/bus-on-time"] == "new"
    assert effects["commitment/citizens/road-repairs"] == "removed"
    # Both have this one: the library adopts it.
    assert "commitment/citizens/answer-letters" not in effects


def test_the_page_stands_by_itself_and_marks_every_word(released: Path) -> None:
    page = printed(released, "2024", "2025", "citizens", "--html", "--lang", "en")

    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert not re.search(r"<script|\sstyle=|<link|\ssrc=|https?://", page)
    assert '<div class="wording" lang="lt">' in page
    assert "This part is there only in Lithuanian." in page
    assert re.search(r"<del><span[^>]*>taken out: </span>16<", page)
    assert re.search(r"<ins><span[^>]*>put in: </span>14<", page)
    assert "Demonstration." in page
    headings = re.findall(r"<h([1-6])", page)
    assert headings[0] == "1"
    assert all(int(later) <= int(earlier) + 1 for earlier, later in pairwise(headings))


def test_authored_words_are_no_markup(released: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(released, tmp_path / "m")
    edit(folder, LETTERS, "per 14 darbo dienų", "per <script>alert(1)</script> dienų")

    page = printed(folder, "2025", "working", "citizens", "--html", "--lang", "en")
    assert "<script" not in page
    assert "&lt;" in page


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (("2023", "2025", "citizens"), "There is no 2023 here. Possible values: working, 2024, 2025."),
        (("2024", "workin", "citizens"), "Did you mean working?"),
        (
            ("2024", "2025", "citizen"),
            "There is no citizen here. Possible values: citizens, library. Did you mean",
        ),
        (("2024", "2025"), "Name the charter, too. Possible values: citizens, library."),
        (("2019-01-01", "2025", "citizens"), "No version was in force on 1 January 2019."),
        (("2019-13-01", "2025", "citizens"), "There is no 2019-13-01 here."),
        (("@2024", "2025", "citizens@"), "There is no"),
    ],
)
def test_mistakes_are_sentences(released: Path, asked: tuple[str, ...], sentence: str) -> None:
    done = call(released, *asked, "--lang", "en")

    assert done.exit_code == 2, done.output
    assert sentence in done.output.replace("\n", " ")
    assert "Traceback" not in done.output


def test_a_working_text_with_problems_is_not_compared_but_releases_are(
    released: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(released, tmp_path / "m")
    edit(folder, LETTERS, "group: general", "group: generall")

    done = call(folder, "2025", "working", "citizens", "--lang", "en")
    assert done.exit_code == 1, done.output
    assert "generall" in done.output
    assert "stricter" in printed(folder, "2024", "2025", "citizens", "--lang", "en")


def test_only_what_a_drafter_declares_is_clarified(released: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(released, tmp_path / "m")
    edit(folder, LETTERS, "per 14 darbo dienų", "per 14 darbo dienu")
    asked = ("2025", "working", "citizens")
    effects = {one["field"]: one["effect"] for one in data(folder, *asked)["changes"]}
    assert effects["promise"] == "reworded"

    reasons = "kind: reasons\nchanges:\n  - subject: commitment/citizens/answer-letters\n    field: promise\n"
    why = "".join(f"      {lang}: Rašto klaida.\n" for lang in LANGUAGES)
    (folder / "charters/citizens/reasons.yml").write_text(
        f"{reasons}    clarified: true\n    why:\n{why}", encoding="utf-8"
    )
    call.cache_clear()
    effects = {one["field"]: one["effect"] for one in data(folder, *asked)["changes"]}
    assert effects["promise"] == "clarified"


def test_a_release_into_which_somebody_wrote_is_no_traceback(released: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(released, tmp_path / "m")
    content = folder / "charters/citizens/releases/2024/content.json"
    raw = content.read_bytes()
    assert raw.count(b'"at_least":"95"') > 0
    content.write_bytes(raw.replace(b'"at_least":"95"', b'"at_least":"many"'))

    done = call(folder, "2024", "2025", "citizens", "--lang", "en")
    assert done.exit_code == 2, done.output
    assert "The version 2024 cannot be understood." in done.output
