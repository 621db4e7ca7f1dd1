"""`charter new`: what it writes is right in every language, explains itself, and replaces nothing."""

from __future__ import annotations

import fnmatch
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

import charterkit.files as files
from charterkit import __version__, freedays
from charterkit.commands import charter
from charterkit.data import source
from charterkit.data.load import load
from charterkit.data.schema import KINDS
from charterkit.files import is_safe_name
from charterkit.model.publication import Publication
from charterkit.problems import Level
from charterkit.rules.check import Checked, check
from charterkit.rules.standing import standing
from charterkit.rules.status import PromiseStatus
from charterkit.starter.draft import Draft, next_number, records, suggested_id
from charterkit.starter.fill import fill, form
from charterkit.starter.places import usual_country, usual_zone
from charterkit.starter.repository import Body, first_day, repository
from charterkit.starter.words import Voices, words_of, written_languages
from charterkit.strings import interface_languages
from conftest import build, tree

TODAY = date(2026, 11, 25)
FIVE = ("lt", "sl", "bg", "hu", "en")
NASTY = (
    "Girių: rajono #1 savivaldybė",
    '"O\'Brien" & „Sons“',
    "<script>alert(1)</script>",
    "- [x] {y}: |",
    "«name» @name #: home",
    "%YAML 1.1",
    "null",
    "*svarbu* !tag &anchor",
    "C:\\new\\town\\",
    "{{ config }} {% raw %}",
    "Г" * 200,
    "🏛 Дупница",
)


def run(*arguments: str, typed: str = "") -> Result:
    """The command, called in this process, on a fixed day."""
    noon = datetime.combine(TODAY, time(12), UTC)
    runner = CliRunner(env={"SOURCE_DATE_EPOCH": str(int(noon.timestamp()))})
    return runner.invoke(charter, ["new", *arguments], input=typed, prog_name="charter")


def made(target: Path, name: str = "Giriai", languages: str = "lt,en", *more: str) -> Path:
    """A new repository."""
    done = run(str(target), "--name", name, "--languages", languages, "--yes", "--lang", "en", *more)
    assert done.exit_code == 0, done.output
    return target


def checked(root: Path) -> Checked:
    return check(load(root), TODAY)


def comments(text: str) -> str:
    """The words of all comments of a file."""
    return " ".join(line.strip().lstrip("#/ ") for line in text.splitlines() if re.match(r"\s*(#|//) ", line))


@pytest.mark.parametrize("lang", FIVE)
def test_in_every_language_it_checks_clean(lang: str, tmp_path: Path) -> None:
    root = made(tmp_path / "town", languages=lang)

    found = checked(root)

    assert found.problems == ()
    assert found.publishable


def test_all_languages_together_check_clean_whichever_is_first(tmp_path: Path) -> None:
    for first in FIVE:
        root = made(tmp_path / first, languages=",".join((first, *(lang for lang in FIVE if lang != first))))

        found = checked(root)

        assert found.problems == ()
        assert found.publication is not None
        assert found.publication.publisher.languages[0] == first


def test_a_site_in_several_languages_builds_and_says_that_it_is_a_draft(tmp_path: Path) -> None:
    root = made(tmp_path / "town", "Girių <b>rajonas</b>: „taip“", "hu,lt")

    built = build(root)

    assert built.published, built.said
    page = (built.folder / "charters/citizens/answer-letters/index.html").read_text(encoding="utf-8")
    other = (built.folder / "lt/index.html").read_text(encoding="utf-8")
    assert "Tervezet." in page
    assert "Példa:" in page
    assert "Projektas." in other
    assert "&lt;b&gt;rajonas" in page
    assert "<b>rajonas" not in page + other


def test_a_site_in_one_language_builds(tmp_path: Path) -> None:
    built = build(made(tmp_path / "town", languages="sl"))

    assert built.published, built.said
    assert "Kadar obljube ne izpolnimo" in (built.folder / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", FIVE)
def test_every_file_explains_itself_in_the_first_language(lang: str) -> None:
    files = repository(Body("Giriai", (lang,), "LT", "Europe/Vilnius"), TODAY, __version__)
    words = set(words_of(lang).values())
    silent = {"charters/results/letters-answered-in-time.csv", "docs/index.md", "README.md"}

    for place, raw in files.items():
        text = raw.decode()
        if place not in silent and not place.startswith(".charterkit/"):
            assert any(" ".join(said.split()) in comments(text) for said in words), place


def test_beside_every_field_of_the_records_stands_what_it_means() -> None:
    files = repository(Body("Giriai", ("en",), "IE", "Europe/Dublin"), TODAY, __version__)
    bare = {
        "kind",
        "title",
        "time_zone",
        "purpose",
        "decimals",
        "direction",
        "denominator",
        "starts",
        "due_days",
    }

    for place, raw in files.items():
        lines = raw.decode().splitlines()
        for before, line in pairwise(lines):
            field = re.match(r"([a-z_]+):", line)
            if field and place.startswith(("charters/", "standards/")) and field[1] not in bare:
                assert before.startswith("#"), f"{place}: {line}"


@pytest.mark.parametrize("lang", FIVE)
def test_fields_behind_a_sign_are_right_when_it_is_removed(lang: str, tmp_path: Path) -> None:
    root = made(tmp_path / "town", languages=lang)
    fields = "contact|phone|email|url|licence|complaints|channels|- kind|at|answer_within|value|unit|feedback|- about"

    for place in ("charters/publisher.yml", "charters/citizens/charter.yml"):
        text = (root / place).read_text(encoding="utf-8")
        text = re.sub(rf"^# ( *(?:(?:{fields}): ?\S*.*|- (?:unclear|mistake)))$", r"\1", text, flags=re.M)
        (root / place).write_text(text, encoding="utf-8", newline="\n")

    found = checked(root)
    assert found.problems == ()
    assert found.publication is not None
    publisher, charter = found.publication.publisher, found.publication.charters["citizens"]
    assert publisher.contact is not None
    assert publisher.contact.email
    assert [one.contact.email for one in publisher.feedback] == ["editor@example.org"]
    assert publisher.licence
    assert charter.complaints is not None
    assert len(charter.complaints.channels) == 2


@pytest.mark.parametrize("name", NASTY)
def test_a_name_is_data_whatever_it_looks_like(name: str, tmp_path: Path) -> None:
    root = made(tmp_path / "town", name)

    found = checked(root)
    publication = found.publication
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))

    assert found.problems == ()
    assert publication is not None
    assert dict(publication.publisher.name) == {"lt": name, "en": name}
    assert dict(publication.publisher.bodies[0].name) == {"lt": name, "en": name}
    assert settings["site_name"] == name
    assert set(settings) == {"site_name", "docs_dir", "strict", "theme", "plugins"}


def test_a_name_is_no_markup_in_the_readme() -> None:
    raw = repository(Body("<script>x</script> [a](b)", ("en",), "IE", "Europe/Dublin"), TODAY, "0.1.0")

    assert raw["README.md"].decode().startswith("# \\<script\\>x\\</script\\> \\[a\\](b): ")


@pytest.mark.parametrize("name", ["", "  ", "a\x07b", "a\u202eb", "x" * 201, "a\udc80"])
def test_a_name_that_cannot_be_printed_is_refused(name: str, tmp_path: Path) -> None:
    done = run(str(tmp_path / "town"), "--name", name, "--yes", "--lang", "en")

    assert done.exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_line_ends_names_and_letters_are_right_on_every_system() -> None:
    files = repository(Body("Дупница", FIVE, "BG", "Europe/Sofia"), TODAY, __version__)

    for place, raw in files.items():
        assert all(is_safe_name(part) for part in place.split("/")), place
        assert b"\r" not in raw, place
        assert raw.endswith(b"\n"), place
        assert not re.search(rb"[ \t]\n", raw), place
        assert "«" not in raw.decode(), place
        assert "@" not in "".join(re.findall(r"^\s*[a-z_]+: (@\S+)", raw.decode(), re.M)), place


def test_the_example_says_so_and_has_no_result_and_none_is_due(tmp_path: Path) -> None:
    publication = checked(made(tmp_path / "town", languages="en")).publication

    assert publication is not None
    promise = publication.commitments["citizens/answer-letters"]
    assert promise.title["en"].startswith("Example: ")
    assert not publication.publisher.demonstration
    assert publication.publisher.notice["en"].startswith("Draft.")
    assert publication.series["letters-answered-in-time"].rows == ()
    now = standing(publication, TODAY).promises["citizens/answer-letters"]
    assert now.status is PromiseStatus.NOT_EVALUATED


@pytest.mark.parametrize(
    ("day", "first"),
    [
        ("2026-01-01", "2026-04-01"),
        ("2026-03-31", "2026-04-01"),
        ("2026-07-02", "2026-10-01"),
        ("2026-12-31", "2027-01-01"),
    ],
)
def test_it_begins_with_the_next_quarter(day: str, first: str) -> None:
    assert first_day(date.fromisoformat(day)) == date.fromisoformat(first)


def test_a_language_without_texts_waits_and_pretends_nothing(tmp_path: Path) -> None:
    done = run(str(tmp_path / "town"), "--name", "X", "--languages", "lt,fr,en-GB", "--yes", "--lang", "en")

    found = checked(tmp_path / "town")

    assert found.problems == ()
    assert found.publication is not None
    assert found.publication.publisher.languages == ("lt", "en-GB")
    assert "  # - fr\n" in (tmp_path / "town/charters/publisher.yml").read_text(encoding="utf-8")
    assert "Not switched on yet, because there are no texts: French." in done.output


def test_a_first_language_without_texts_says_that_they_are_english(tmp_path: Path) -> None:
    done = run(str(tmp_path / "town"), "--name", "X", "--languages", "no", "--yes", "--lang", "en")

    assert checked(tmp_path / "town").problems == ()
    assert "they are in English: Norwegian" in done.output
    assert words_of("en")["publisher.english"] in comments(
        (tmp_path / "town/charters/publisher.yml").read_text(encoding="utf-8")
    )


def test_country_and_time_zone_follow_from_the_language(tmp_path: Path) -> None:
    publication = checked(made(tmp_path / "town", languages="bg,en")).publication

    assert publication is not None
    assert publication.publisher.country == "BG"
    assert publication.publisher.time_zone == "Europe/Sofia"
    assert usual_country("de-AT") == "AT"
    assert usual_zone(usual_country("sl")) == "Europe/Ljubljana"


def test_what_cannot_be_guessed_is_asked_for_or_named(tmp_path: Path) -> None:
    done = run(
        str(tmp_path / "a"), "--name", "X", "--languages", "lt", "--country", "JP", "--yes", "--lang", "en"
    )
    unnamed = run(str(tmp_path / "b"), "--yes", "--lang", "en")
    wrong = run(str(tmp_path / "c"), "--name", "X", "--time-zone", "Europe/Vilnus", "--yes", "--lang", "en")

    assert (done.exit_code, unnamed.exit_code, wrong.exit_code) == (2, 2, 2)
    assert "--time-zone is needed here" in done.output
    assert "--name is needed here" in unnamed.output
    assert "Write it like Europe/Vilnius." in wrong.output
    assert list(tmp_path.iterdir()) == []


def test_it_asks_and_asks_again_what_cannot_be(tmp_path: Path) -> None:
    typed = "Giriai\nlietuvių\nlt en\n\n\n"

    done = run(str(tmp_path / "town"), "--lang", "lt", typed=typed)

    assert done.exit_code == 0
    assert "Įstaigos pavadinimas: " in done.output
    assert "nėra kalbos kodas" in done.output
    assert "Laiko juosta [Europe/Vilnius]: " in done.output
    publication = checked(tmp_path / "town").publication
    assert publication is not None
    assert publication.publisher.languages == ("lt", "en")


def test_it_says_what_to_do_next_in_three_lines(tmp_path: Path) -> None:
    target = tmp_path / "my town"

    done = run(str(target), "--name", "X", "--languages", "en", "--yes", "--lang", "en")

    assert done.output.splitlines()[-3:] == [
        f'1. Go into the folder: cd "{target}"',
        "2. See the site while you write: charter serve",
        "3. Begin with charters/publisher.yml; README.md says what comes next.",
    ]


def test_a_folder_that_holds_something_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "town").mkdir()
    (tmp_path / "town/notes.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    before = tree(tmp_path)

    full = run(str(tmp_path / "town"), "--name", "X", "--yes", "--lang", "en")
    file = run(str(tmp_path / "file"), "--name", "X", "--yes", "--lang", "en")

    assert (full.exit_code, file.exit_code) == (2, 2)
    assert "is not empty, and nothing is ever overwritten" in full.output
    assert "is a file. Name a new folder." in file.output
    assert tree(tmp_path) == before


def test_a_fresh_clone_is_filled_and_its_git_folder_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    done = run(".", "--name", "X", "--languages", "hu", "--yes", "--lang", "en")

    assert done.exit_code == 0
    assert "cd " not in done.output
    assert (tmp_path / ".git/HEAD").read_text(encoding="utf-8") == "ref: refs/heads/main\n"
    assert checked(tmp_path).problems == ()


@pytest.mark.parametrize("exists", [False, True])
@pytest.mark.parametrize("step", ["write_atomic", "_move"])
def test_a_failure_leaves_nothing(
    step: str, exists: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "town"
    if exists:
        target.mkdir()
    calls, real = iter(range(1000)), getattr(files, step)

    def fails(*given: object) -> None:
        # Moving fails at the last step: of a new folder the only one, of an old one some entry in the middle.
        at = {"write_atomic": 5, "_move": 28 if exists else 24}[step]
        if next(calls) == at:
            raise OSError(28, "No space left on device")
        real(*given)

    monkeypatch.setattr(files, step, fails)
    done = run(str(target), "--name", "X", "--languages", "lt", "--yes", "--lang", "en")

    assert done.exit_code == 1
    assert "cannot be made: No space left on device." in done.output
    assert sorted(entry.name for entry in tmp_path.iterdir()) == (["town"] if exists else [])
    assert tree(tmp_path) == {}


def test_editors_find_a_schema_for_every_record_and_need_nothing_else(tmp_path: Path) -> None:
    root = made(tmp_path / "town", languages="en,lt")
    settings = _without_comments(root / ".vscode/settings.json")
    mapping = settings["yaml.schemas"]
    found = [path for path in root.rglob("*.yml") if path.parts[len(root.parts)] in ("charters", "standards")]

    assert len(found) == 7
    for path in found:
        place = path.relative_to(root).as_posix()
        [schema] = [
            name for name, globs in mapping.items() if any(fnmatch.fnmatch(place, one) for one in globs)
        ]
        about = json.loads((root / schema).read_text(encoding="utf-8"))
        data = source.read(place, path.read_bytes()).data
        assert isinstance(data, dict)
        assert about["properties"]["kind"]["const"] == data["kind"]
        Draft202012Validator(about).validate(json.loads(json.dumps(data, default=float)))
        assert not Draft202012Validator(about).is_valid({**data, "titel": "x"})
    assert {Path(name).name for name in mapping} == {f"{kind}.schema.json" for kind in KINDS}
    assert _without_comments(root / ".vscode/extensions.json")["recommendations"]


def _without_comments(path: Path) -> Any:
    lines = path.read_text(encoding="utf-8").splitlines()
    return json.loads("\n".join(line for line in lines if not line.startswith("//")))


def test_schemas_for_editors_refer_to_nothing_outside_themselves() -> None:
    files = repository(Body("X", ("en",), "IE", "Europe/Dublin"), TODAY, __version__)
    schemas = {place: raw.decode() for place, raw in files.items() if place.startswith(".charterkit/")}

    assert len(schemas) == len(KINDS)
    for place, text in schemas.items():
        references = re.findall(r'"\$ref": "([^"]+)"', text)
        assert references
        assert all(one.startswith("#/$defs/") for one in references), place
        assert all(one.rsplit("/", 1)[-1] in json.loads(text)["$defs"] for one in references), place


def test_the_forges_check_every_change_and_publish_at_night_too(tmp_path: Path) -> None:
    root = made(tmp_path / "town", languages="bg")
    github = yaml.safe_load((root / ".github/workflows/charter.yml").read_text(encoding="utf-8"))
    gitlab = yaml.safe_load((root / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    when = github[True]  # YAML 1.1 takes the word “on” for true; the forge does not

    assert set(when) == {"push", "pull_request", "workflow_dispatch", "schedule"}
    assert when["schedule"] == [{"cron": "17 1 * * *"}]
    assert {"run": "charter check . --lang bg --format github"} in github["jobs"]["check"]["steps"]
    assert github["jobs"]["publish"]["needs"] == "check"
    assert gitlab["check"]["script"] == ["charter check . --lang bg"]
    assert gitlab["pages"]["script"] == ["charter build . --lang bg --site-dir public"]


def test_git_and_pip_are_told_what_they_need(tmp_path: Path) -> None:
    root = made(tmp_path / "town")
    attributes = (root / ".gitattributes").read_text(encoding="utf-8").splitlines()
    required = (root / "requirements.txt").read_text(encoding="utf-8").splitlines()

    assert "charters/**/releases/** -text" in attributes
    assert "/site/" in (root / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert required[-1].startswith(f"charterkit>={__version__},<")


@pytest.mark.parametrize(("version", "wanted"), [("0.1.0", ">=0.1.0,<0.2"), ("2.3.1", ">=2.3.1,<3")])
def test_a_version_is_pinned_to_those_that_read_the_same_files(version: str, wanted: str) -> None:
    files = repository(Body("X", ("en",), "IE", "Europe/Dublin"), TODAY, version)

    assert files["requirements.txt"].decode().splitlines()[-1] == f"charterkit{wanted}"


def test_every_language_of_the_interface_can_begin_a_charter() -> None:
    assert set(written_languages()) == set(interface_languages()) == set(FIVE)


@pytest.mark.parametrize("lang", written_languages())
def test_the_words_of_a_language_are_complete(lang: str) -> None:
    raw = (Path(files.__file__).parent / "starter/words" / f"{lang}.yml").read_bytes()

    assert source.read(lang, raw).problems == ()
    assert words_of(lang).keys() == words_of("en").keys()
    assert all(words.strip() for words in words_of(lang).values())
    assert form(f"readme.{lang}.md").count("## ") == form("readme.en.md").count("## ")
    assert set(re.findall(r"`[^`\n]+`", form(f"readme.{lang}.md"))) == set(
        re.findall(r"`[^`\n]+`", form("readme.en.md"))
    )


def test_every_word_is_used() -> None:
    folder = Path(files.__file__).parent / "starter"
    used = "".join(
        path.read_text(encoding="utf-8") for path in [*folder.glob("forms/*"), *folder.glob("*.py")]
    )

    assert [key for key in words_of("en") if not re.search(rf"{re.escape(key)}\b", used)] == []


def test_a_form_is_filled_once_and_what_is_put_in_is_not_looked_at_again() -> None:
    voices = Voices(("en",), {"name": {"en": "«value» @name"}})

    filled = fill("a: «value»\n- name: @name\n«many»\n", voices, {"value": "«many»", "many": "#: x\ny"})

    assert filled == "a: «many»\n- name:\n    en: >-\n      «value» @name\n#: x\ny\n"


@pytest.mark.parametrize("lang", FIVE)
def test_a_new_promise_is_sound_and_its_unwritten_texts_are_seen(lang: str, tmp_path: Path) -> None:
    root = made(tmp_path / "town", languages=lang)

    done = run("promise", "pool-hours", "--folder", str(root), "--yes", "--lang", lang)

    found = checked(root)
    assert done.exit_code == 0
    assert {problem.id for problem in found.problems} == {"text-placeholder"}
    assert {problem.level for problem in found.problems} == {Level.WARNING}
    assert found.publishable
    assert len({problem.place.file for problem in found.problems}) == 3
    for file in done.output.splitlines()[:4]:
        assert (root / file).is_file()


def test_a_new_promise_takes_title_group_and_the_next_number(tmp_path: Path) -> None:
    root = made(tmp_path / "town")

    done = run(
        "promise", "--title", "Baseinas: <b>šilta</b> #1", "--folder", str(root), "--yes", "--lang", "lt"
    )

    publication = checked(root).publication
    assert done.exit_code == 0
    assert publication is not None
    promise = publication.commitments["citizens/baseinas-b-silta-b-1"]
    assert promise.measures[0].targets[0].since == date(2027, 1, 1)
    assert promise.title["lt"] == "Baseinas: <b>šilta</b> #1"
    assert promise.title["en"].startswith("✎")
    assert (promise.number, promise.group) == ("1.2", "general")


def test_a_promise_that_is_written_leaves_nothing_to_say(tmp_path: Path) -> None:
    root = made(tmp_path / "town", languages="en")
    run("promise", "pool", "--folder", str(root), "--yes", "--lang", "en")
    for path in root.rglob("pool.yml"):
        text = path.read_text(encoding="utf-8").replace("✎ Write here", "Written")
        path.write_text(text, encoding="utf-8", newline="\n")

    assert checked(root).problems == ()


def test_no_number_is_invented_for_a_new_promise() -> None:
    draft = Draft("promise", "pool", ("en",), "town", TODAY, "", "citizens", "general", "1.2")

    texts = {place: raw.decode() for place, raw in records(draft).items()}

    assert len(texts) == 4
    for text in texts.values():
        assert not re.search(r"^\s*(- )?(at_least|at_most|equals|between):", text, re.M)


@pytest.mark.parametrize(("kind", "count"), [("standard", 1), ("indicator", 2)])
def test_a_standard_or_an_indicator_alone(kind: str, count: int, tmp_path: Path) -> None:
    root = made(tmp_path / "town")

    done = run(kind, "pool", "--folder", str(root), "--yes", "--lang", "en")

    assert done.exit_code == 0
    assert {one.id for one in checked(root).problems} == {f"{kind}-unused", "text-placeholder"}
    assert len(done.output.split("\n\n")[0].splitlines()) == count


@pytest.mark.parametrize("lang", FIVE)
@pytest.mark.parametrize(
    ("kind", "places"),
    [
        ("service", ("services/pool.yml",)),
        ("procedure", ("procedures/pool.yml", "procedures/pool.fr.md", "procedures/pool.{lang}.md")),
        ("calendar", ("calendars/pool.yml",)),
    ],
)
def test_other_records_are_sound_and_their_unwritten_texts_are_seen(
    kind: str, places: tuple[str, ...], lang: str, tmp_path: Path, edit: Callable[[Path, str, str], None]
) -> None:
    root = made(tmp_path / "town", languages=f"{lang},fr")
    edit(root / "charters/publisher.yml", "  # - fr\n", "  - fr\n")
    before = {(one.id, one.place) for one in checked(root).problems}

    done = run(kind, "pool", "--folder", str(root), "--yes", "--lang", lang)

    found = [one for one in checked(root).problems if (one.id, one.place) not in before]
    files = {f"standards/{place.format(lang=lang)}" for place in places}
    assert done.exit_code == 0
    assert set(done.output.split("\n\n")[0].splitlines()) == files
    assert {one.id for one in found} == {"text-placeholder"}
    assert {one.place.file for one in found} == files
    for file in files:
        lines = (root / file).read_text(encoding="utf-8").splitlines()
        marked = [number for number, line in enumerate(lines, 1) if re.match(r"\s*✎", line)]
        named = [one.place.line for one in found if one.place.file == file]
        # In a record a text begins on the line of its language, one above its words; two languages are one text.
        assert named == (marked if file.endswith(".md") else [number - 1 for number in marked[::2]])


@pytest.mark.parametrize("kind", ["service", "procedure", "calendar"])
def test_a_record_that_is_written_leaves_nothing_to_say_and_is_shown(kind: str, tmp_path: Path) -> None:
    root = made(tmp_path / "town", languages="en,hu")
    run(kind, "pool", "--title", "Úszás: <b>1</b>", "--folder", str(root), "--yes", "--lang", "en")
    for path in (root / "standards").rglob("pool.*"):
        text = re.sub("✎ (Write here|Írja ide)", "Written", path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8", newline="\n")

    found, built = checked(root), build(root)

    assert found.problems == ()
    assert built.published, built.said
    page = (built.folder / f"{kind}s/pool/index.html").read_text(encoding="utf-8")
    assert "Úszás: &lt;b&gt;1&lt;/b&gt;" in page
    assert "✎" not in page


def test_a_service_says_nothing_that_nobody_decided(tmp_path: Path) -> None:
    root = made(tmp_path / "town", languages="en")
    run("service", "pool", "--folder", str(root), "--yes", "--lang", "en")

    publication = checked(root).publication

    assert publication is not None
    service = publication.services["pool"]
    assert (service.takes, service.number, service.clients, service.standard) == ((), "", (), "")
    assert [(fee.free, fee.amount) for fee in service.fees] == [(False, None)]
    text = (root / "standards/services/pool.yml").read_text(encoding="utf-8")
    uncommented = re.sub(r"^# (takes:|  - value: 3|    unit: working_days)$", r"\1", text, flags=re.M)
    (root / "standards/services/pool.yml").write_text(uncommented, encoding="utf-8", newline="\n")
    again = checked(root)
    assert again.publication is not None
    assert {one.id for one in again.problems} == {"text-placeholder"}
    assert [(one.value, one.unit) for one in again.publication.services["pool"].takes] == [
        (3, "working_days")
    ]


@pytest.mark.parametrize("lang", FIVE)
def test_the_clock_of_the_example_counts_by_the_calendar_of_the_country(lang: str, tmp_path: Path) -> None:
    root = made(tmp_path / "town", languages=lang)

    publication = checked(root).publication

    assert publication is not None
    country = publication.publisher.country
    clock = publication.standards["written-requests"].clock
    assert clock is not None
    calendar = publication.calendars[clock.calendar]
    assert (calendar.id, calendar.country) == (country.lower(), country)
    assert freedays.state_days(country, "", 2027).free


def test_a_new_standard_offers_a_clock_by_the_calendar_that_is_there(tmp_path: Path) -> None:
    root = made(tmp_path / "town", languages="sl,en")
    run("standard", "pool", "--folder", str(root), "--yes", "--lang", "sl")
    path = root / "standards/quality/pool.yml"

    text = path.read_text(encoding="utf-8")
    text = re.sub(r"^# (clock:|  calendar: si)$", r"\1", text, flags=re.M)
    path.write_text(text, encoding="utf-8", newline="\n")

    found = checked(root)
    assert {one.id for one in found.problems} == {"standard-unused", "text-placeholder"}
    assert found.publication is not None
    clock = found.publication.standards["pool"].clock
    assert clock is not None
    assert clock.calendar == "si"
    without = records(Draft("standard", "pool", ("sl",), "town", TODAY))
    assert b"clock" not in without["standards/quality/pool.yml"]


def test_a_country_whose_holidays_nobody_knows_is_not_named_but_the_calendar_counts(tmp_path: Path) -> None:
    assert "ZZ" not in freedays.countries()

    root = made(tmp_path / "town", "Utopia", "en", "--country", "ZZ", "--time-zone", "UTC")
    found = checked(root)

    assert found.problems == ()
    assert found.publication is not None
    assert found.publication.publisher.country == "ZZ"
    assert found.publication.calendars["zz"].country == ""
    text = (root / "standards/calendars/zz.yml").read_text(encoding="utf-8")
    assert words_of("en")["calendar.unknown"] in comments(text)
    assert words_of("en")["calendar.country"] not in comments(text)
    run("calendar", "pool", "--folder", str(root), "--yes", "--lang", "en")
    assert {one.id for one in checked(root).problems} == {"text-placeholder"}


@pytest.mark.parametrize("lang", FIVE)
def test_the_fields_of_a_calendar_are_right_when_their_sign_is_removed(lang: str, tmp_path: Path) -> None:
    root = made(tmp_path / "town", languages=lang)
    [path] = (root / "standards/calendars").iterdir()
    fields = "workdays|days|- date|works|every_year|- day|hours|- days|opens|closes|cut_off"

    text = path.read_text(encoding="utf-8")
    text = re.sub(rf"^# ( *(?:{fields}):( [\[\"\d].*| false)?)$", r"\1", text, flags=re.M)
    path.write_text(text, encoding="utf-8", newline="\n")

    found = checked(root)
    assert found.problems == ()
    assert found.publication is not None
    [calendar] = found.publication.calendars.values()
    assert (len(calendar.workdays), len(calendar.days), len(calendar.every_year)) == (5, 1, 1)
    assert (len(calendar.hours), calendar.cut_off) == (2, "15:00")


def test_the_id_of_a_promise_may_be_that_of_a_service_but_no_file_is_replaced(tmp_path: Path) -> None:
    root = made(tmp_path / "town", languages="en")

    same = run("service", "charters", "--folder", str(root), "--yes", "--lang", "en")
    twice = run("service", "charters", "--folder", str(root), "--yes", "--lang", "en")
    (root / "standards/procedures").mkdir()
    (root / "standards/procedures/pool.en.md").write_text("Mine.\n", encoding="utf-8")
    text = run("procedure", "pool", "--folder", str(root), "--yes", "--lang", "en")

    assert (same.exit_code, twice.exit_code, text.exit_code) == (0, 2, 2)
    assert "there is a file standards/procedures/pool.en.md" in text.output
    assert (root / "standards/procedures/pool.en.md").read_text(encoding="utf-8") == "Mine.\n"


def test_schemas_of_an_older_version_are_renewed_and_the_rest_is_left_alone(tmp_path: Path) -> None:
    root = made(tmp_path / "town", languages="lt")
    fresh = tree(root)
    settings = root / ".vscode/settings.json"
    (root / ".charterkit/schemas/service.schema.json").unlink()
    (root / ".charterkit/schemas/charter.schema.json").write_text("{}", encoding="utf-8")
    lines = fresh[".vscode/settings.json"].decode().splitlines(keepends=True)
    kept = [
        line.replace('"editor.tabSize": 2', '"editor.tabSize": 8') for line in lines if "service" not in line
    ]
    old = "".join(kept).replace('"yaml.schemas": {', '"yaml.schemas": {\n    "mine.json": "docs/*.yml",')
    settings.write_text(old, encoding="utf-8", newline="\n")

    done = run("schemas", "--folder", str(root), "--lang", "en")
    after = tree(root)
    again = run("schemas", "--folder", str(root), "--lang", "en")

    assert done.exit_code == again.exit_code == 0
    assert sorted(done.output.splitlines()) == [
        ".charterkit/schemas/charter.schema.json",
        ".charterkit/schemas/service.schema.json",
        ".vscode/settings.json",
    ]
    assert {place for place in fresh if after[place] != fresh[place]} == {".vscode/settings.json"}
    places = _without_comments(settings)["yaml.schemas"]
    assert places.pop("mine.json") == "docs/*.yml"
    assert places == json.loads("".join(line for line in lines if line[0] != "/"))["yaml.schemas"]
    assert _without_comments(settings)["[yaml]"]["editor.tabSize"] == 8
    assert settings.read_text(encoding="utf-8").startswith("// ")
    assert again.output == "The schemas are already those of this version.\n"
    assert tree(root) == after


@pytest.mark.parametrize("raw", [b'{"yaml.schemas": {"a": "b",}}', b"", b'{"yaml.schemas": {"\xe0": "b"}}'])
def test_settings_that_cannot_be_read_are_left_and_the_lines_for_them_shown(
    raw: bytes, tmp_path: Path
) -> None:
    root = made(tmp_path / "town", languages="en")
    (root / ".vscode/settings.json").write_bytes(raw)

    done = run("schemas", "--folder", str(root), "--lang", "en")

    assert done.exit_code == 0
    assert (root / ".vscode/settings.json").read_bytes() == raw
    assert ".vscode/settings.json was left as it is" in done.output
    assert '"./.charterkit/schemas/service.schema.json": ["standards/services/*.yml"]' in done.output


def test_schemas_come_to_a_charter_that_never_had_any_and_nowhere_else(tmp_path: Path) -> None:
    root, elsewhere = made(tmp_path / "town", languages="en"), tmp_path / "elsewhere"
    fresh = tree(root)
    elsewhere.mkdir()
    for place in fresh:
        if place.startswith((".charterkit/", ".vscode/settings")):
            (root / place).unlink()

    done = run("schemas", "--folder", str(root), "--lang", "en")
    refused = run("schemas", "--folder", str(elsewhere), "--lang", "en")

    assert (done.exit_code, refused.exit_code) == (0, 2)
    assert tree(root) == fresh
    assert "This is not the folder of a charter" in refused.output
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("answer-letters", "The id answer-letters is taken"),
        ("written-requests", "The id written-requests is taken"),
        ("letters-answered-in-time", "The id letters-answered-in-time is taken"),
        ("charters", "The name charters is kept"),
        ("Pool", "“Pool” cannot be used as an id."),
        ("con", "“con” cannot be used as an id."),
        ("../x", "“../x” cannot be used as an id."),
    ],
)
def test_an_id_that_cannot_be_is_refused_and_nothing_written(id: str, said: str, tmp_path: Path) -> None:
    root = made(tmp_path / "town")
    before = tree(root)

    done = run("promise", id, "--folder", str(root), "--yes", "--lang", "en")

    assert done.exit_code == 2
    assert said in done.output
    assert tree(root) == before


def test_a_conduct_standard_of_the_same_id_is_in_the_way_too(municipality: Path) -> None:
    done = run("standard", "courtesy", "--folder", str(municipality), "--yes", "--lang", "en")

    assert done.exit_code == 2
    assert "there is a file standards/conduct/courtesy.yml" in done.output


def test_groups_and_charters_are_asked_for_where_there_are_several(municipality: Path) -> None:
    typed = "elsewhere\ncitizens\nnosuch\ngeneral\nŠiltas baseinas\n\n"
    done = run("promise", "--folder", str(municipality), "--lang", "en", typed=typed)
    wrong = run("promise", "x", "--charter", "nosuch", "--folder", str(municipality), "--yes", "--lang", "en")

    assert done.exit_code == 0, done.output
    assert "There is no elsewhere here. Possible values: citizens, library." in done.output
    assert "There is no nosuch here. Possible values: general, " in done.output
    assert "charters/citizens/commitments/siltas-baseinas.yml" in done.output
    assert wrong.exit_code == 2


def test_numbers_go_on_after_the_last_one_of_the_group(municipality: Path) -> None:
    publication = checked(municipality).publication
    assert publication is not None
    citizens = publication.charters["citizens"]

    for group in citizens.groups:
        mine = [one.number for one in publication.commitments_of("citizens") if one.group == group.id]
        found = next_number(publication, citizens, group.id)

        assert found not in {one.number for one in publication.commitments.values()}
        assert found.split(".")[0] == mine[0].split(".")[0]
        assert int(found.split(".")[1]) == max(int(number.split(".")[1]) for number in mine) + 1


def _renumbered(publication: Publication, numbers: dict[str, tuple[str, str]]) -> Publication:
    """The same promises, of which only these are left, with other numbers and groups."""
    kept = {
        id: replace(publication.commitments[f"citizens/{id}"], number=number, group=group)
        for id, (number, group) in numbers.items()
    }
    return replace(publication, commitments={one.full_id: one for one in kept.values()})


@pytest.mark.parametrize(
    ("numbers", "wanted"),
    [
        ({"answer-letters": ("1.1", "general"), "answer-calls": ("1.2", "administration")}, "1.3"),
        ({"answer-letters": ("7", "general")}, "8"),
        ({"answer-letters": ("A.3b", "general")}, "A.3b.1"),
        ({"answer-letters": ("2.1", "administration")}, "1.1"),
        ({"answer-letters": ("1.1", "administration")}, "2.1"),
        ({}, "1.1"),
    ],
)
def test_a_number_is_never_given_twice_and_every_group_has_its_series(
    numbers: dict[str, tuple[str, str]], wanted: str, municipality: Path
) -> None:
    publication = checked(municipality).publication
    assert publication is not None

    found = next_number(_renumbered(publication, numbers), publication.charters["citizens"], "general")

    assert found == wanted


def test_outside_the_folder_of_a_charter_it_says_where_to_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    done = run("promise", "pool", "--lang", "en")

    assert done.exit_code == 2
    assert "This is not the folder of a charter" in done.output
    assert "charter new DIR" in done.output
    assert list(tmp_path.iterdir()) == []


def test_where_the_publisher_cannot_be_read_the_mistakes_are_shown(tmp_path: Path) -> None:
    root = made(tmp_path / "town")
    (root / "charters/publisher.yml").write_text("kind: publischer\n", encoding="utf-8")

    done = run("promise", "pool", "--folder", str(root), "--yes", "--lang", "en")

    assert done.exit_code == 1
    assert "[kind-other]" in done.output


def test_a_folder_may_be_called_like_a_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    behind = run("--lang", "en", "promise")
    renew = run("--lang", "en", "schemas")
    done = run("./promise", "--name", "X", "--languages", "en", "--yes", "--lang", "en")

    assert behind.exit_code == 2
    assert "Write the kind before the options: charter new promise [ID]." in behind.output
    assert "Write the kind before the options: charter new schemas. A folder" in renew.output
    assert done.exit_code == 0
    assert (tmp_path / "promise/mkdocs.yml").is_file()


def test_help_names_both_ways(tmp_path: Path) -> None:
    top, kind = run("--help"), run("promise", "--help")

    assert "charter new DIR [OPTIONS]" in top.output
    assert "charter new promise|standard|indicator|service|procedure|calendar [ID] [OPTIONS]" in " ".join(
        top.output.split()
    )
    assert "charter new schemas [OPTIONS]" in top.output
    assert "--languages" in top.output
    assert "Usage: charter new promise [OPTIONS] [ID]" in kind.output


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("Atsakymai į laiškus", "atsakymai-i-laiskus"),
        ("Đačko ir Žąsis, 2", "dacko-ir-zasis-2"),
        ("24 hours", "hours"),
        ("Отговори", ""),
        ("x" * 70, ""),
    ],
)
def test_an_id_is_proposed_from_the_title(title: str, id: str) -> None:
    assert suggested_id(title) == id


def test_the_hook_for_pre_commit_calls_the_check(repository: Path) -> None:
    [hook] = yaml.safe_load((repository / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    pattern = re.compile(hook["files"])

    assert hook["id"] == "charter-check"
    assert (hook["language"], hook["entry"], hook["pass_filenames"]) == ("python", "charter check", False)
    assert all(
        pattern.search(name) for name in ("charters/publisher.yml", "standards/methodology.yml", "mkdocs.yml")
    )
    assert pattern.search("docs/index.lt.md")
    assert not pattern.search("README.md")
