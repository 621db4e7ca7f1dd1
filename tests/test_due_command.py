"""`charter due`: as text, JSON, a calendar and letters; in every language; for the demonstration and real bodies."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar

from charterkit.commands import charter
from charterkit.exports.downloads import Downloads
from charterkit.exports.due import agenda, as_json, as_text
from charterkit.exports.due_calendar import due_calendar
from charterkit.exports.due_mail import as_mail, mails
from charterkit.exports.due_row import due_row
from charterkit.model.commitment import Measure
from charterkit.model.publication import Publication
from charterkit.model.result import Series
from charterkit.rules.due import duties
from charterkit.rules.standing import standing
from charterkit.site.pieces import reader
from charterkit.site.results.duty_words import DutyWords
from charterkit.text import Text
from conftest import REPOSITORY
from factory import INDICATOR, at_least, commitment, day, publication, read_results
from test_status_pages import ROOTS, seen

Edit = Callable[[Path, str, str], None]
LANGUAGES = ("en", "lt", "sl", "bg", "hu")
PERMITS = "charters/results/permits-in-time.csv"
FIELDS = [
    "indicator", "title", "slice", "period", "period_starts", "period_ends", "due", "state", "overdue_since",
    "provisional", "body", "role", "email", "phone", "promises", "file", "columns", "row", "line", "new_column",
]  # fmt: skip
GREETINGS = {
    "en": "Dear colleagues,",
    "lt": "Gerbiami kolegos,",
    "sl": "Spoštovane kolegice, spoštovani kolegi,",
    "bg": "Уважаеми колеги,",
    "hu": "Tisztelt Kollégák!",
}
SUBJECTS = {"en": "Subject: ", "lt": "Tema: ", "sl": "Zadeva: ", "bg": "Относно: ", "hu": "Tárgy: "}


@cache
def of_the_repository(*arguments: str) -> Result:
    """What the command says of the demonstration, which no test changes."""
    return CliRunner().invoke(charter, ["due", str(REPOSITORY), *arguments])


def call(*arguments: str, folder: Path = REPOSITORY) -> Result:
    """The command, as staff would call it."""
    if folder == REPOSITORY:
        return of_the_repository(*arguments)
    return CliRunner().invoke(charter, ["due", str(folder), *arguments])


def printed(*arguments: str, folder: Path = REPOSITORY) -> str:
    """What it prints where all is well."""
    done = call(*arguments, folder=folder)
    assert done.exit_code == 0, done.output
    return done.output


def facts(*arguments: str, folder: Path = REPOSITORY) -> dict[str, Any]:
    """The same for programs."""
    found: dict[str, Any] = json.loads(printed("--format", "json", *arguments, folder=folder))
    return found


def told(records: Publication, lang: str = "en") -> DutyWords:
    """The words of a reader."""
    return DutyWords(reader(lang, records.publisher.reading_order), records)


def told_demonstration() -> DutyWords:
    """The words of an English reader of the demonstration."""
    return told(seen(REPOSITORY).publication)


def test_as_text_what_is_overdue_comes_first_and_names_since_when_who_and_where() -> None:
    lines = printed("--lang", "en").splitlines()

    assert lines[:5] == [
        "As of 21 November 2025",
        "",
        "Overdue",
        "  since 15 Aug 2025  H1 2025  Building permits decided in time (permits-in-time)",
        f"      Administration of Giriai District Municipality · {PERMITS}: 2025-H1,,,,,",
    ]
    assert "  30 Nov 2025  Oct 2025  Waiting time on the telephone (call-waiting), the final figure" in lines
    assert lines.index("Giriai Sports Centre") > lines.index("Giriai District Public Library")


def test_as_json_every_fact_has_its_name() -> None:
    found = facts("--lang", "en")
    first = found["duties"][0]

    assert list(found) == ["date", "days", "duties", "appointments", "overdue_actions"]
    assert (found["date"], found["days"]) == ("2025-11-21", 60)
    assert [list(one) for one in found["duties"]] == [FIELDS] * len(found["duties"])
    assert [one["state"] for one in found["duties"]].count("overdue") == 1
    assert first["overdue_since"] == "2025-08-15"
    assert (first["period"], first["due"], first["body"]) == ("2025-H1", "2025-08-14", "administration")
    assert first["promises"] == ["citizens/building-permits"]
    assert [(one["occasion"], one["record"], one["past"]) for one in found["appointments"]][:3] == [
        ("action", "permits-in-time", True),
        ("action", "counter-wait", True),
        ("action", "call-waiting", True),
    ]


def test_looking_further_ahead_finds_the_report_and_the_review() -> None:
    found = facts("--days", "400")["appointments"]
    kept = [(one["occasion"], one["day"], one["body"]) for one in found if one["occasion"] != "action"]

    assert kept == [
        ("report", "2026-03-31", "municipality"),
        ("review", "2026-06-30", "municipality"),
    ]


def test_on_another_day_other_figures_are_due() -> None:
    # The first half of 2025 ends on 30 June; 45 days later is 14 August.
    on, after = (
        {
            one["period"]: one["state"]
            for one in facts("--date", today)["duties"]
            if one["indicator"] == "permits-in-time"
        }
        for today in ("2025-08-14", "2025-08-15")
    )

    assert (on["2025-H1"], after["2025-H1"]) == ("due", "overdue")


def test_the_line_that_is_told_can_be_added_and_then_nothing_is_overdue(municipality: Path) -> None:
    late = facts(folder=municipality)["duties"][0]
    file = municipality / late["file"]
    columns, cells = late["columns"].split(","), late["row"].split(",")
    written = {"numerator": "120", "denominator": "121", "released": "2025-11-21", "complaints": "0"}
    row = ",".join(written.get(name, cell) for name, cell in zip(columns, cells, strict=True))
    file.write_text(file.read_text(encoding="utf-8").rstrip("\n") + f"\n{row}\n", encoding="utf-8")

    assert "overdue" not in [one["state"] for one in facts(folder=municipality)["duties"]]


def test_as_a_calendar_each_figure_is_a_day_with_a_reminder() -> None:
    found = Calendar.from_ical(printed("--format", "ics", "--lang", "en"))
    events = {str(event["UID"]): event for event in found.walk("VEVENT")}
    late = events["2025-H1.permits-in-time@due.administration.charterkit"]
    pool = events["2025-11.pool-water-tested@due.sports-centre.charterkit"]

    assert len(events) == len(facts()["duties"])
    assert late["DTSTART"].dt == date(2025, 8, 14)
    assert pool["DTSTART"].dt == date(2025, 12, 20)
    assert str(pool["SUMMARY"]) == "To publish: All water tests made, November 2025"
    assert "DTEND" not in pool
    assert late["CATEGORIES"].to_ical() == b"Overdue"
    assert [alarm["TRIGGER"].dt for alarm in pool.walk("VALARM")] == [timedelta(days=-7)]
    assert not late.walk("VALARM")
    assert f"File: {PERMITS}" in str(late["DESCRIPTION"])


def test_the_calendar_of_a_body_is_a_download_of_the_coming_year() -> None:
    now = seen(REPOSITORY)
    downloads = Downloads.of(now)
    address = "bodies/sports-centre/due.ics"
    files = {lang: downloads.make(address, lang) for lang in LANGUAGES}
    uids = {
        lang: [str(one["UID"]) for one in Calendar.from_ical(raw).walk("VEVENT")]
        for lang, raw in files.items()
    }
    own = [one for one in duties(now, 366) if one.body == "sports-centre"]

    # Two figures a month from November 2025 on; that of October 2026 is due on 20 November 2026.
    assert len(own) == 24
    assert all(len(set(ids)) == 24 and ids == uids["en"] for ids in uids.values())
    assert files["lt"] == Downloads.of(now).make(address, "lt")
    assert "bodies/municipality/due.ics" not in downloads.addresses


@pytest.mark.parametrize("lang", LANGUAGES)
def test_letters_greet_in_the_language_and_say_what_to_write_where(lang: str) -> None:
    text = printed("--format", "mail", "--lang", lang)
    letters = text.split("-" * 72)
    permits = next(letter for letter in letters if PERMITS in letter)

    # Kindergarten and social services owe nothing within 60 days; the waste company only an action.
    assert len(letters) == text.count(GREETINGS[lang]) == text.count(SUBJECTS[lang]) == 7
    assert "architect@example.org, service@example.org" in permits
    assert "2025-H1,,,,," in permits
    assert "2025-10,,,,,,2025-11-05" in permits
    assert not any(" {" in line or "\x1b" in line for line in text.splitlines())


def test_overdue_actions_are_told_to_the_body_that_owns_them() -> None:
    found = facts("--lang", "en")["overdue_actions"]
    letter = printed("--format", "mail", "--lang", "en", "--body", "waste-company")

    assert [(one["action"], one["body"], one["late"], one["overdue_since"]) for one in found] == [
        ("waste-opinions", "waste-company", "due", "2025-09-02"),
        ("book-a-time", "administration", "start", "2025-11-04"),
    ]
    assert "  since 2 Sept 2025  Girių švara Waste Company  " in printed("--lang", "en")
    assert letter.startswith("To: svara@example.org\n")
    assert "   It had to be done by 1 September 2025.\n" in letter
    assert "   File: charters/quality/actions/waste-opinions.yml\n" in letter
    assert "book-a-time" not in letter


@pytest.mark.parametrize(
    ("body", "subject", "opening"),
    [
        ("waste-company", "Overdue actions: ", "This letter says which of your actions are overdue."),
        (
            "council",
            "Figures to publish: ",
            "This letter says which figures you have to publish, and by when.",
        ),
        (
            "administration",
            "Figures to publish and overdue actions: ",
            "This letter says which figures you have to publish by when, and which of your actions are overdue.",
        ),
    ],
)
def test_a_letter_says_what_is_due_in_its_subject_and_its_first_sentence(
    body: str, subject: str, opening: str
) -> None:
    letter = printed("--format", "mail", "--lang", "en", "--body", body)
    line = next(one for one in letter.splitlines() if one.startswith("Subject: "))

    assert line.startswith(f"Subject: {subject}")
    assert line.endswith(" (as of 21 November 2025)")
    assert letter.split("Dear colleagues,\n\n")[1].startswith(opening)


def test_a_letter_of_dates_alone_promises_no_figures() -> None:
    found, words = (
        agenda(standing(seen(REPOSITORY).publication, date(2025, 11, 21)), 400),
        told_demonstration(),
    )
    dates = replace(found.of("municipality"), duties=(), actions=())
    (letter,) = mails(dates, words)

    assert letter.subject == "Dates to remember: Giriai District Municipality (as of 21 November 2025)"
    assert "\n\nThis letter reminds you of dates. Body: Giriai District Municipality." in letter.text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_letters_of_actions_and_of_figures_differ_in_every_language(lang: str) -> None:
    subjects = [
        next(
            one
            for one in printed("--format", "mail", "--lang", lang, "--body", body).splitlines()
            if one[-1:] == ")"
        )
        for body in ("waste-company", "council", "administration")
    ]
    beginnings = {re.split(r"[:(]", one.split(": ", 1)[1])[0] for one in subjects}

    assert len(beginnings) == 3


def test_on_its_last_day_an_action_is_still_in_time() -> None:
    overdue = [
        [one["action"] for one in facts("--date", day)["overdue_actions"]]
        for day in ("2025-09-01", "2025-09-02")
    ]

    assert "waste-opinions" not in overdue[0]
    assert "waste-opinions" in overdue[1]


def test_letters_are_in_the_first_language_of_the_site_unless_another_is_asked_for() -> None:
    assert printed("--format", "mail") == printed("--format", "mail", "--lang", "lt")


def test_the_letter_to_one_body_names_its_promises() -> None:
    text = printed("--format", "mail", "--lang", "en", "--body", "council")

    assert "To: council@example.org" in text
    assert "Promises waiting for it: 2.3 Council sittings online" in text
    assert text.count("Dear colleagues") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--body", "adminstration"], "Did you mean administration?"),
        (["--body", "zzzz"], "There is no zzzz here."),
        (["--date", "2025-13-01"], "2025-13-01"),
        (["--days", "-1"], "--days"),
        (["--format", "xml"], "--format"),
    ],
)
def test_a_wrong_call_is_explained(arguments: list[str], said: str) -> None:
    done = call("--lang", "en", *arguments)

    assert done.exit_code == 2
    assert said in done.output
    assert "Traceback" not in done.output


def test_records_with_problems_are_refused(municipality: Path, edit: Edit) -> None:
    edit(municipality / "charters/citizens/charter.yml", "groups:", "grups:")

    done = call(folder=municipality)

    assert done.exit_code == 1
    assert "[field-unknown]" in done.output


@pytest.mark.parametrize("root", ROOTS, ids=lambda root: root.name)
@pytest.mark.parametrize("lang", ["en", "hu"])
def test_every_real_body_can_be_asked(root: Path, lang: str) -> None:
    now = seen(root)
    for today in (now.today, date(2028, 2, 29)):
        found, words = agenda(standing(now.publication, today), 60), told(now.publication, lang)

        assert as_text(found, words).endswith("\n")
        assert len(json.loads(as_json(found, words))["duties"]) == len(found.duties)
        assert len(Calendar.from_ical(due_calendar(found, words)).walk("VEVENT")) >= len(found.duties)
        assert as_mail(mails(found, words), words).endswith("\n")


def sample(figures: str, title: str = "Words") -> Publication:
    found, problems = read_results(figures, INDICATOR)
    assert not problems, problems
    promise = commitment(Measure("letters", (at_least("90"),)))
    return publication((promise,), (replace(INDICATOR, title=Text.of({"en": title})),), (found,))


def test_words_of_a_record_steer_neither_a_terminal_nor_a_letter_nor_a_calendar() -> None:
    records = sample("period,value\n", "Letters\x1b[2J\r\nBcc: all@example.org\nEND:VEVENT")
    found = agenda(standing(records, day("2024-05-20")), 60)
    letter = as_mail(mails(found, told(records)), told(records))

    assert "\x1b" not in letter + as_text(found, told(records))
    assert not any(line.startswith("Bcc") for line in letter.splitlines())
    assert len(Calendar.from_ical(due_calendar(found, told(records))).walk("VEVENT")) == len(found.duties)


@pytest.mark.parametrize(
    ("figures", "row", "columns", "line", "adds"),
    [
        ("period,value,state,released\n", "2024-Q1,,,", "period,value,state,released", 0, ""),
        ("period;value;released\n", "2024-Q1;;", "period;value;released", 0, ""),
        ("released,period,value\n,2024-Q1,\n", ",2024-Q1,", "released,period,value", 2, ""),
        (
            "period,value,state,released\n2024-Q1,95,provisional,2024-04-05\n",
            "2024-Q1,,,,2024-04-05",
            "period,value,state,released,revises",
            0,
            "revises",
        ),
        ("period,value,state\n2024-Q1,95,provisional\n", "2024-Q1,,", "period,value,state", 2, ""),
    ],
)
def test_the_line_to_write_has_the_columns_of_the_file(
    figures: str, row: str, columns: str, line: int, adds: str
) -> None:
    records = sample(figures)
    found = due_row(duties(standing(records, day("2024-04-15")))[0], records)

    assert (found.row, found.columns, found.line, found.adds) == (row, columns, line, adds)


def test_a_file_that_is_not_there_yet_gets_the_usual_columns() -> None:
    records = replace(sample("period,value\n"), series={"letters": Series("letters")})
    found = due_row(duties(standing(records, day("2024-04-15")))[0], records)

    assert found.file == "charters/results/letters.csv"
    assert found.columns == "period,numerator,denominator,state,released,revises"
