"""Every mistake of `tests/bad/` gives exactly the problems that its file announces, each at its line and column."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from charterkit.data import source
from charterkit.data.content import canonical, digest
from charterkit.data.load import load
from charterkit.data.schema import KINDS
from charterkit.problems import SENTENCES, Problem
from charterkit.rules.check import check
from charterkit.strings import placeholders
from releasing import act, approve, propose
from schema_rules import broken, rules

BAD = Path(__file__).parent / "bad"
BASE = BAD / "_base"
TODAY = date(2019, 11, 21)

# Where a file is laid over the sound publication, unless it says otherwise.
PLACES = {
    "publisher": "charters/publisher.yml",
    "charter": "charters/citizens/charter.yml",
    "commitment": "charters/citizens/commitments/answer-letters.yml",
    "standard": "standards/quality/written-requests.yml",
    "indicator": "standards/indicators/letters-answered-in-time.yml",
    "methodology": "standards/methodology.yml",
    "service": "standards/services/birth-registration.yml",
    "procedure": "standards/procedures/mobile-library.yml",
    "calendar": "standards/calendars/lt.yml",
    "results": "charters/results/letters-answered-in-time.csv",
    "reasons": "charters/citizens/reasons.yml",
    "consultation": "charters/citizens/consultation.yml",
    "act": "charters/citizens/releases/2019/act-1.yml",
    "programme": "charters/quality/programmes/together.yml",
    "replies": "charters/quality/programmes/together.replies.csv",
    "deliverables": "charters/quality/programmes/together.deliverables.csv",
    "assessment": "charters/quality/assessments/caf-2025.yml",
    "action": "charters/quality/actions/fourth-window.yml",
    "strategy": "charters/quality/strategy.yml",
    "survey": "charters/quality/surveys/clients-2019.yml",
    "answers": "charters/quality/surveys/clients-2019.csv",
}

Found = tuple[str, int, int, str]
_HEADER = re.compile(r"# (?:expect: |expect-in: (?P<file>\S+) )(?P<line>\d+):(?P<column>\d+) (?P<id>[a-z-]+)")


@dataclass(frozen=True)
class Case:
    """One file of the gallery, with what it announces about itself."""

    path: Path
    target: str
    expected: tuple[Found, ...]

    @property
    def kind(self) -> str:
        """The kind of record that the file breaks."""
        return self.path.parent.name


def _case(path: Path) -> Case:
    """The case in a file; a results file cannot hold comments, so its announcements stand beside it."""
    header = path.with_suffix(".expect") if path.suffix == ".csv" else path
    lines = header.read_text(encoding="utf-8").split("\n")
    head = [line for line in lines if line.startswith(("# expect", "# as: "))]
    target = next(
        (line.removeprefix("# as: ") for line in head if line.startswith("# as: ")), PLACES[path.parent.name]
    )
    matches = [_HEADER.fullmatch(line) for line in head if not line.startswith("# as: ")]
    if None in matches or not matches:
        raise ValueError(f"{header}: every expectation is one line “# expect: LINE:COLUMN id”")
    expected = [
        (match["file"] or target, int(match["line"]), int(match["column"]), match["id"])
        for match in matches
        if match is not None
    ]
    return Case(path, target, tuple(sorted(expected)))


def _gallery() -> list[Case]:
    files = (path for path in BAD.glob("*/*") if path.suffix in (".yml", ".csv") and path.parent != BASE)
    return [_case(path) for path in sorted(files)]


GALLERY = _gallery()


def _found(problems: tuple[Problem, ...]) -> tuple[Found, ...]:
    return tuple(sorted((one.place.file, one.place.line, one.place.column, one.id) for one in problems))


def _unspoken(problems: tuple[Problem, ...]) -> list[str]:
    """The problems whose sentence or cure has a placeholder that nothing fills."""
    wanted = (
        (one, placeholders(SENTENCES[one.id].wrong) | placeholders(SENTENCES[one.id].cure))
        for one in problems
    )
    return [one.id for one, names in wanted if not names <= set(one.named)]


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A publication without a mistake, to be broken."""
    root = tmp_path / "municipality"
    shutil.copytree(BASE, root)
    return root


def test_the_publication_that_the_files_are_laid_over_has_no_problem(sound: Path) -> None:
    checked = check(load(sound), TODAY)

    assert checked.problems == ()
    assert checked.publishable


@pytest.mark.parametrize("case", GALLERY, ids=lambda case: case.path.relative_to(BAD).as_posix())
def test_a_mistake_is_found_where_it_was_made_and_nowhere_else(case: Case, sound: Path) -> None:
    target = sound / case.target
    if case.kind == "act":
        propose(sound, "2019")
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(case.path, target)
    problems = check(load(sound)).problems

    assert _found(problems) == case.expected
    assert _unspoken(problems) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_rule_of_a_schema_is_broken_by_a_file_of_the_gallery(kind: str) -> None:
    covered = {
        rule
        for case in GALLERY
        if case.kind == kind
        for rule in broken(kind, source.read(case.target, case.path.read_bytes()).data)
    }

    assert [str(rule) for rule in rules(kind) if rule not in covered] == []


@dataclass(frozen=True)
class Odd:
    """A mistake that is no content of a file: files that are missing, misplaced, renamed or not files at all."""

    name: str
    make: Callable[[Path], object]
    expected: tuple[Found, ...]


ASSESSMENT = PLACES["assessment"]


def _assessed(more: str, file: str = ASSESSMENT, id: str = "caf-2025") -> Callable[[Path], object]:
    """A self-assessment that says only the least, and this."""
    title = "title:\n  lt: Įsivertinimas\n  en: Self-assessment\n"
    least = "model: caf-2020\nscoring: classical\n"
    return _writes(file, f"kind: assessment\nid: {id}\n{title}{least}{more}".encode())


def _assessed_after_another_body(root: Path) -> None:
    _assessed("body: municipality\nrepeats: caf-2017\nfrom: 2019-01-14\n")(root)
    before = "charters/quality/assessments/caf-2017.yml"
    _assessed("body: administration\nfrom: 2017-01-14\n", before, "caf-2017")(root)


def _removes(file: str) -> Callable[[Path], object]:
    return lambda root: (root / file).unlink()


def _writes(file: str, raw: bytes) -> Callable[[Path], object]:
    def make(root: Path) -> None:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_bytes(raw)

    return make


def _counts_persons(root: Path) -> None:
    """Few persons: all of twelve in time, and one of many not."""
    record = root / "standards/indicators/letters-answered-in-time.yml"
    record.write_bytes(record.read_bytes() + b"confidentiality:\n  persons: true\n")
    figures = b"period,numerator,denominator\n2019-Q3,12,12\n2019-Q4,430,431\n"
    (root / "charters/results/letters-answered-in-time.csv").write_bytes(figures)


def _copies(old: str, new: str) -> Callable[[Path], object]:
    return lambda root: shutil.copyfile(root / old, root / new)


def _replaces(file: str, old: str, new: str) -> Callable[[Path], object]:
    def make(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    return make


def _links(file: str, target: str) -> Callable[[Path], object]:
    def make(root: Path) -> None:
        (root / file).unlink(missing_ok=True)
        (root / file).symlink_to(target)

    return make


def _leaves_no_charter(root: Path) -> None:
    shutil.rmtree(root / "charters" / "citizens")
    for file in (*(root / "standards").glob("*/*.*"), *(root / "charters" / "results").iterdir()):
        file.unlink()


def _charters_adopt_each_other(root: Path) -> None:
    _writes(LIBRARY, READERS)(root)
    _replaces(CHARTER, "groups:\n", "adopts:\n  - charter: library\ngroups:\n")(root)


def _after_an_approval(mistake: Callable[[Path], object]) -> Callable[[Path], object]:
    """A mistake in a working text whose charter was approved, with promises from 2018 on."""

    def make(root: Path) -> None:
        _replaces(
            LETTERS_PROMISE,
            "- from: 2019-07-01\n        at_most: 20",
            "- from: 2018-01-01\n        at_most: 20",
        )(root)
        _replaces("standards/indicators/answer-days.yml", "starts: 2019-01-01", "starts: 2018-01-01")(root)
        _replaces("charters/results/answer-days.csv", "2019,17", "2018,17\n2019,17")(root)
        approve(root, "2018", "2017-12-14", "2018-01-01")
        mistake(root)

    return make


def _an_approved_promise_deleted(root: Path) -> None:
    text = (root / BUDGET).read_text(encoding="utf-8")
    second = text.replace("id: publish-budget", "id: second").replace('"2.1"', '"2.2"')
    (root / SECOND_PROMISE).write_text(second, encoding="utf-8", newline="\n")
    _after_an_approval(_removes(SECOND_PROMISE))(root)


def _promises_less_for_a_year_that_is_over(root: Path) -> None:
    _replaces(LETTERS_PROMISE, "at_most: 20", "at_most: 30")(root)


def _promises_more_from_a_day_that_is_over(root: Path) -> None:
    _replaces(LETTERS_PROMISE, "at_most: 20", "at_most: 20\n      - from: 2018-07-15\n        at_most: 15")(
        root
    )


RELEASE = "charters/citizens/releases/2019"


def _after_two_releases(mistake: Callable[[Path], object]) -> Callable[[Path], object]:
    """A mistake in the sealed files of a charter that was approved, came into force, and was approved anew."""

    def make(root: Path) -> None:
        folder = approve(root, "2019", "2019-06-25", "2019-07-01")
        act(folder, "2019-06-26", does="entry_into_force")
        approve(root, "2019-2", "2019-09-25", "2019-10-01")
        mistake(root)

    return make


def _sealed_again(old: str, new: str) -> Callable[[Path], object]:
    """Another word in a sealed text, with every digest but that of the act made to fit."""

    def make(root: Path) -> None:
        file = root / RELEASE / "content.json"
        content = json.loads(file.read_text(encoding="utf-8").replace(old, new))
        for one in content["records"].values():
            one["sha256"] = digest(canonical(one["content"]))
        file.write_bytes(canonical(content))

    return make


def _moved(file: str, to: str) -> Callable[[Path], object]:
    return lambda root: shutil.move(root / file, root / to)


def _acts_at_once(root: Path) -> None:
    """Two acts that both follow the first."""
    folder = approve(root, "2019", "2019-06-25", "2019-07-01")
    second = act(folder, "2019-06-26", does="entry_into_force")
    (folder / "act-3.yml").write_bytes(second.read_bytes().replace(b"06-26", b"06-27"))


def _approved_beside(root: Path) -> None:
    """Two texts proposed side by side, and both approved, by different decisions."""
    one, other = propose(root, "2019"), propose(root, "2019-2")
    act(one, "2019-06-25", "2019-07-01")
    act(other, "2019-07-25", "2019-08-01")


def _corrects(field: str, before: str, after: str, does: str = "correction") -> Callable[[Path], object]:
    def make(root: Path) -> None:
        folder = approve(root, "2019", "2019-06-25", "2019-07-01")
        lines = ["corrections:", "  - subject: charter/citizens", f"    field: {field}"]
        act(folder, "2019-07-02", does=does, more=[*lines, f"    before: {before}", f"    after: {after}"])

    return make


def _proposed_with(old: str, new: str) -> Callable[[Path], object]:
    """A proposal in which something was changed by hand."""

    def make(root: Path) -> None:
        propose(root, "2019")
        _replaces(f"{RELEASE}/content.json", old, new)(root)

    return make


def _turned_into_a_folder(root: Path) -> None:
    (root / METHODOLOGY).unlink()
    (root / METHODOLOGY).mkdir()


PUBLISHER, CHARTER, LETTERS = PLACES["publisher"], PLACES["charter"], PLACES["commitment"]
STANDARD, INDICATOR, METHODOLOGY = PLACES["standard"], PLACES["indicator"], PLACES["methodology"]
PROCEDURE, PROCEDURES = PLACES["procedure"], "standards/procedures"
LIBRARY = "charters/library/charter.yml"
READERS = """\
kind: charter
id: library
title:
  lt: Skaitytojų chartija
  en: Readers’ charter
publisher: municipality
adopts:
  - charter: citizens
groups:
  - id: readers
    title:
      lt: Skaitytojams
      en: For readers
""".encode()
DAYS = "charters/results/answer-days.csv"
NEW = "charters/citizens/commitments"
ACTION = PLACES["action"]
FOURTH_WINDOW = """\
kind: action
id: fourth-window
title:
  lt: Ketvirtas langelis
  en: A fourth window
text:
  lt: >-
    Rudenį atidarome ketvirtą langelį.
  en: >-
    In autumn we open a fourth window.
because:
  - complaints:
      lt: >-
        Žmonės skundėsi, kad ilgai laukia.
      en: >-
        People complained that they wait too long.
moves:
  - indicator: letters-answered-in-time
    from: 2019-Q3
    by: 2020-Q3
    to: 98
owner:
  body: administration
start: 2019-09-01
due: 2019-12-01
state: under_way
impact: 4
ease: 3
"""
LATIN = "kind: commitment\nid: answer-letters\ntitle:\n  lt: Atsakymai į laiškus\n".encode("iso8859_13")
DEMONSTRATION = "demonstration: true\n"
STATEMENT = "accessibility:\n  status: full\n"
LONG = (
    "explanation:\n  lt: >-\n    Ačiū.\n  en: >-\n" + "    Every letter counts, whoever writes it.\n" * 2600
)
MKDOCS = b"""\
site_name: Charter
plugins:
  - charterkit
  - i18n:
      languages:
        - {locale: en, default: true}
        - {locale: lt}
"""

SECOND_PROMISE = "charters/citizens/commitments/second.yml"
BUDGET = "charters/citizens/commitments/publish-budget.yml"
LETTERS_PROMISE = "charters/citizens/commitments/answer-letters.yml"
# Seven quarters of work done against work that came in; in the last one the two counts are swapped.
SWAPPED = (
    b"period,numerator,denominator\n2019-Q3,700,1000\n2019-Q4,720,1010\n2020-Q1,690,990\n2020-Q2,710,1000\n"
    b"2020-Q3,705,980\n2020-Q4,731,1020\n2021-Q1,1005,704\n"
)


def _swaps_counts(root: Path) -> None:
    _replaces(INDICATOR, "type: share", "type: ratio")(root)
    _writes("charters/results/letters-answered-in-time.csv", SWAPPED)(root)
    for lang in ("en", "lt"):
        (root / f"charters/results/letters-answered-in-time.{lang}.csv").unlink()


def _leaves_four_never_due(root: Path) -> None:
    for id, days in (("answer-days", 60), ("hall-warmth", 30), ("inhabitants", 30), ("home-care", 30)):
        _replaces(f"standards/indicators/{id}.yml", f"due_days: {days}\n", "")(root)


def _acts(old: str, new: str) -> Callable[[Path], object]:
    """A sound action in which something is changed."""
    assert old in FOURTH_WINDOW
    return _writes(ACTION, FOURTH_WINDOW.replace(old, new, 1).encode())


NOTE = "progress:\n  - date: 2019-11-22\n    note:\n      lt: Atidaryta.\n      en: It is open.\n"
KEPT = "because:\n  - commitment: citizens/answer-letters\n    period: 2019-Q3\n"

# What may be wrong in the files of a release: name, mistake, file, column, problem.
SEALED: tuple[tuple[str, Callable[[Path], object], str, int, str], ...] = (
    (
        "release_in_pieces",
        _writes(f"{RELEASE}/content.json", b'{"format"'),
        "/content.json",
        10,
        "release-json",
    ),
    (
        "release_says_twice",
        _writes(f"{RELEASE}/content.json", b'{"format":"a","format":"b"}'),
        "/content.json",
        1,
        "release-key-twice",
    ),
    ("release_with_number", _proposed_with('"95"', "95"), "/content.json", 1, "release-value"),
    (
        "release_with_more",
        _proposed_with('{"charter"', '{"blank":"","charter"'),
        "/content.json",
        1,
        "release-field",
    ),
    (
        "release_spaced",
        _proposed_with('{"charter"', '{ "charter"'),
        "/content.json",
        1,
        "release-not-canonical",
    ),
    ("release_changed", _proposed_with("Piliečių", "Gyventojų"), "/content.json", 1, "release-record"),
    (
        "release_of_later",
        _proposed_with("charterkit/1", "charterkit/9"),
        "/content.json",
        1,
        "release-format",
    ),
    (
        "release_renamed",
        _after_two_releases(_moved(f"{RELEASE}-2", f"{RELEASE}-3")),
        "-3/content.json",
        1,
        "release-elsewhere",
    ),
    ("release_empty", _writes(f"{RELEASE}/.keep", b""), "", 1, "release-content-missing"),
    (
        "release_notes",
        _after_two_releases(_writes(f"{RELEASE}/notes.txt", b"")),
        "/notes.txt",
        1,
        "release-file-unused",
    ),
    ("release_named_loudly", _writes(f"{RELEASE}_B/.keep", b""), "_B", 1, "release-version"),
    (
        "release_changed_with_care",
        _after_two_releases(_sealed_again("Piliečių", "Gyventojų")),
        "/content.json",
        1,
        "release-digest",
    ),
    (
        "act_changed",
        _after_two_releases(_replaces(f"{RELEASE}/act-1.yml", "06-25", "06-24")),
        "/act-1.yml",
        1,
        "release-chain",
    ),
    ("acts_at_once", _acts_at_once, "/act-3.yml", 1, "release-chain-fork"),
    ("approved_beside", _approved_beside, "-2/content.json", 1, "release-overtaken"),
    (
        "proposed_after_nothing",
        _proposed_with('"previous":""', f'"previous":"{"a" * 64}"'),
        "/content.json",
        1,
        "release-previous",
    ),
    (
        "correction_of_nothing",
        _corrects("title/bg", "Piliečių chartija", "Chartija"),
        "/act-2.yml",
        1,
        "release-correction-place",
    ),
    (
        "correction_of_other_words",
        _corrects("title/lt", "Chartija", "Sutartis"),
        "/act-2.yml",
        1,
        "release-correction-words",
    ),
    (
        "correction_without_effect",
        _corrects("title/lt", "Piliečių chartija", "Piliečių chartija"),
        "/act-2.yml",
        1,
        "release-correction-none",
    ),
    (
        "correction_of_a_figure",
        _corrects("title/lt", "Piliečių chartija", "Piliečių chartija 2"),
        "/act-2.yml",
        1,
        "release-correction-figures",
    ),
    (
        "correction_on_the_way",
        _corrects("title/lt", "Piliečių chartija", "Chartija", "entry_into_force"),
        "/act-2.yml",
        1,
        "release-correction-act",
    ),
)

PROGRAMME = "charters/quality/programmes/together.yml"
REPLIES = "charters/quality/programmes/together.replies.csv"

ODD = (
    Odd(
        "release_without_charter",
        _writes("charters/visitors/releases/2019/.keep", b""),
        (
            ("charters/visitors/releases/2019", 1, 1, "release-content-missing"),
            ("charters/visitors/releases/2019", 1, 1, "release-without-charter"),
        ),
    ),
    Odd(
        "first_act_lost",
        _after_two_releases(_removes(f"{RELEASE}/act-1.yml")),
        ((RELEASE, 1, 1, "release-act-missing"), (f"{RELEASE}/act-2.yml", 1, 1, "release-chain-missing")),
    ),
    Odd(
        "counts_swapped",
        _swaps_counts,
        (("charters/results/letters-answered-in-time.csv", 8, 1, "counts-swapped"),),
    ),
    Odd("four_never_due", _leaves_four_never_due, ((METHODOLOGY, 1, 1, "indicators-never-due"),)),
    Odd(
        "visits_only_counted",
        _replaces(BUDGET, "at_least: 12", "at_least: 12\n        per: week"),
        (("standards/indicators/home-care.yml", 3, 7, "frequency-without-due"),),
    ),
    Odd("publisher_missing", _removes(PUBLISHER), ((PUBLISHER, 1, 1, "publisher-missing"),)),
    Odd("no_charter", _leaves_no_charter, (("charters", 1, 1, "charter-missing"),)),
    Odd(
        "promises_without_a_charter",
        _copies(CHARTER, "charters/citizens/charter.yaml"),
        (("charters/citizens/charter.yaml", 1, 1, "file-extension"),),
    ),
    Odd(
        "file_in_no_place",
        _writes("charters/notes.yml", b"a: b\n"),
        (("charters/notes.yml", 1, 1, "file-unused"),),
    ),
    Odd(
        "folder_misspelt",
        _writes("standards/qualty/phone.yml", b"kind: standard\n"),
        (("standards/qualty/phone.yml", 1, 1, "file-unused"),),
    ),
    Odd(
        "ending_yaml",
        _copies(LETTERS, f"{NEW}/answer-letters.yaml"),
        ((f"{NEW}/answer-letters.yaml", 1, 1, "file-extension"),),
    ),
    Odd(
        "persons_all_or_all_but_one",
        _counts_persons,
        (
            ("charters/results/letters-answered-in-time.csv", 2, 1, "all-or-none"),
            ("charters/results/letters-answered-in-time.csv", 3, 9, "persons-too-few-left"),
        ),
    ),
    Odd(
        "results_as_a_workbook",
        _writes("charters/results/answer-days.xlsx", b"PK"),
        (("charters/results/answer-days.xlsx", 1, 1, "file-extension"),),
    ),
    Odd(
        "procedure_without_text",
        _removes(f"{PROCEDURES}/mobile-library.lt.md"),
        ((PROCEDURE, 2, 5, "prose-missing"),),
    ),
    Odd(
        "procedure_without_translation",
        _removes(f"{PROCEDURES}/mobile-library.en.md"),
        ((PROCEDURE, 2, 5, "prose-translation-missing"),),
    ),
    Odd(
        "text_without_procedure",
        _writes(f"{PROCEDURES}/one-stop-shop.en.md", b"Words.\n"),
        ((f"{PROCEDURES}/one-stop-shop.en.md", 1, 1, "prose-without-procedure"),),
    ),
    Odd(
        "text_of_nothing",
        _writes(f"{PROCEDURES}/mobile-library.lt.md", b"\n"),
        ((f"{PROCEDURES}/mobile-library.lt.md", 1, 1, "prose-empty"),),
    ),
    Odd(
        "text_with_html",
        _writes(f"{PROCEDURES}/mobile-library.lt.md", b"## A\n\nWords.\n\n<b>loud</b>\n"),
        ((f"{PROCEDURES}/mobile-library.lt.md", 5, 1, "text-html"),),
    ),
    Odd(
        "text_with_html_below_blank_lines",
        _writes(f"{PROCEDURES}/mobile-library.lt.md", b"\n\n## A\n\n<b>loud</b>\n"),
        ((f"{PROCEDURES}/mobile-library.lt.md", 5, 1, "text-html"),),
    ),
    Odd(
        "text_not_written_yet",
        _writes(f"{PROCEDURES}/mobile-library.lt.md", "\n## A\n\n1. ✎ Parašykite\n\nŽodžiai ✎\n".encode()),
        ((f"{PROCEDURES}/mobile-library.lt.md", 4, 1, "text-placeholder"),),
    ),
    Odd(
        "text_in_a_language_of_nobody",
        _writes(f"{PROCEDURES}/mobile-library.de.md", b"Worte.\n"),
        ((f"{PROCEDURES}/mobile-library.de.md", 1, 1, "words-language"),),
    ),
    Odd("name_of_a_device", _writes(f"{NEW}/aux.yml", b""), ((f"{NEW}/aux.yml", 1, 1, "file-name"),)),
    Odd(
        "name_with_space",
        _copies(LETTERS, f"{NEW}/answer letters.yml"),
        ((f"{NEW}/answer letters.yml", 1, 1, "file-name"),),
    ),
    Odd(
        "name_with_capital",
        _copies(DAYS, "charters/results/Days.csv"),
        (("charters/results/Days.csv", 1, 1, "file-name"),),
    ),
    Odd(
        "folder_with_capital",
        _writes("charters/Visitors/charter.yml", b"kind: charter\n"),
        (("charters/Visitors/charter.yml", 1, 1, "file-name"),),
    ),
    Odd("link_to_nothing", _links(METHODOLOGY, "gone.yml"), ((METHODOLOGY, 1, 1, "file-unreadable"),)),
    Odd("folder_named_like_a_record", _turned_into_a_folder, ((METHODOLOGY, 1, 1, "file-unreadable"),)),
    Odd("link_outside", _links(METHODOLOGY, "../../elsewhere.yml"), ((METHODOLOGY, 1, 1, "file-outside"),)),
    Odd("not_utf_8", _writes(LETTERS, LATIN), ((LETTERS, 4, 17, "file-encoding"),)),
    Odd(
        "utf_16", _writes(LETTERS, "kind: commitment\n".encode("utf-16")), ((LETTERS, 1, 1, "file-encoding"),)
    ),
    Odd("results_not_utf_8", _writes(DAYS, b"period,value\n2019,17\xe0\n"), ((DAYS, 2, 8, "file-encoding"),)),
    Odd("record_too_large", _writes(LETTERS, b"#" * 1_000_001), ((LETTERS, 1, 1, "file-too-large"),)),
    Odd("results_too_large", _writes(DAYS, b"," * 1_000_001), ((DAYS, 1, 1, "file-too-large"),)),
    Odd(
        "standard_in_both_folders",
        _copies(STANDARD, "standards/conduct/written-requests.yml"),
        ((STANDARD, 2, 5, "id-twice"),),
    ),
    Odd(
        "text_too_long",
        _replaces(LETTERS, "bodies:\n", f"{LONG}bodies:\n"),
        ((LETTERS, 16, 7, "text-too-long"),),
    ),
    Odd(
        "results_missing",
        _removes(DAYS),
        (("standards/indicators/answer-days.yml", 2, 5, "results-missing"),),
    ),
    Odd(
        "miss_without_a_cause",
        _replaces("charters/results/council-online.csv", "yes", "no"),
        (("charters/results/council-online.csv", 2, 1, "cause-missing"),),
    ),
    Odd(
        "statement_reviewed_tomorrow",
        _replaces(PUBLISHER, DEMONSTRATION, f"{DEMONSTRATION}{STATEMENT}  reviewed: 2019-11-22\n"),
        ((PUBLISHER, 30, 13, "statement-in-future"),),
    ),
    Odd(
        "statement_not_looked_at_for_a_year",
        _replaces(PUBLISHER, DEMONSTRATION, f"{DEMONSTRATION}{STATEMENT}  reviewed: 2018-11-20\n"),
        ((PUBLISHER, 30, 13, "statement-old"),),
    ),
    Odd(
        "answered_tomorrow",
        _replaces(REPLIES, "2019-01-25,yes,no,first,2019-02-01", "2019-11-22,yes,no,first,2019-11-22"),
        ((REPLIES, 2, 14, "register-future"),),
    ),
    Odd(
        "level_of_only_one_body",
        _replaces(PUBLISHER, "    type: municipality\n", "    type: municipality\n    level: local\n"),
        ((PROGRAMME, 1, 1, "programme-level-missing"),),
    ),
    Odd(
        "self_assessment_agreed_tomorrow",
        _assessed("body: municipality\nuntil: 2019-11-22\nfrom: 2019-01-14\n"),
        ((ASSESSMENT, 9, 8, "assessment-day-to-come"), (ASSESSMENT, 9, 8, "assessment-unscored")),
    ),
    Odd(
        "self_assessment_of_another_body_before",
        _assessed_after_another_body,
        ((ASSESSMENT, 9, 10, "assessment-repeats-other-body"),),
    ),
    Odd(
        "charters_adopt_each_other",
        _charters_adopt_each_other,
        (
            (CHARTER, 10, 14, "adoption-circle"),
            (LIBRARY, 1, 1, "charter-empty"),
            (LIBRARY, 8, 14, "adoption-circle"),
        ),
    ),
    Odd(
        "approved_promise_deleted",
        _an_approved_promise_deleted,
        ((SECOND_PROMISE, 1, 1, "sealed-dropped"),),
    ),
    Odd(
        "approved_target_of_a_year_that_is_over",
        _after_an_approval(_promises_less_for_a_year_that_is_over),
        ((LETTERS_PROMISE, 32, 9, "sealed-target"),),
    ),
    Odd(
        "new_target_for_a_year_that_is_over",
        _after_an_approval(_promises_more_from_a_day_that_is_over),
        ((LETTERS_PROMISE, 34, 15, "target-too-early"),),
    ),
    Odd(
        "action_done_tomorrow",
        _acts("state: under_way", "state: done\ndone: 2019-11-22"),
        ((ACTION, 27, 7, "action-in-future"),),
    ),
    Odd(
        "action_noted_tomorrow",
        _acts("impact: 4\n", f"{NOTE}impact: 4\n"),
        ((ACTION, 28, 11, "action-in-future"),),
    ),
    Odd(
        "action_because_of_a_promise_that_was_kept",
        _acts("because:\n", KEPT),
        ((ACTION, 13, 13, "cause-not-missed"),),
    ),
    Odd("action_that_asks_for_less", _acts("to: 98", "to: 90"), ((ACTION, 21, 9, "move-backwards"),)),
    *(Odd(name, make, ((f"{RELEASE}{file}", 1, column, id),)) for name, make, file, column, id in SEALED),
    Odd(
        "languages_in_another_order", _writes("mkdocs.yml", MKDOCS), (("mkdocs.yml", 6, 9, "site-languages"),)
    ),
    Odd(
        "page_at_a_kept_address",
        _writes("docs/results.md", b"# Ours\n"),
        (("docs/results.md", 1, 1, "page-reserved"),),
    ),
)


@pytest.mark.parametrize("case", ODD, ids=lambda case: case.name)
def test_an_odd_file_is_found_and_explained(case: Odd, sound: Path) -> None:
    case.make(sound)
    problems = check(load(sound), TODAY).problems

    assert _found(problems) == case.expected
    assert _unspoken(problems) == []


def test_every_problem_has_a_case() -> None:
    expected = [*(case.expected for case in GALLERY), *(case.expected for case in ODD)]
    covered = {id for found in expected for _, _, _, id in found}

    assert sorted(set(SENTENCES) - covered) == []
