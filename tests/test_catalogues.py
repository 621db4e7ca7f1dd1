"""The catalogues hold every sentence, translated, and the tool that keeps them so finds what is wrong."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message

from charterkit.numbers import plural_category
from charterkit.strings import interface_languages

ROOT = Path(__file__).resolve().parents[1]
CODE = """
TABLE = {"open": mark_in_context("status", "open"), "x": mark("Kept {name}.")}
def speak(words, name, other):
    words.say("Said "
              "in {place}.", place=1)
    words.count("one case in {place}", "{n} cases in {place}", other, place=1)
    words.say(name)
    "a,b".count(",")
"""
TEMPLATE = '{{ say("From a template, {name}", name=x) }}{{ in_context("status", "shut") }}{{ xs|count }}'


def load_tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / "tools" / "catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = load_tool()


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "demo"
    (folder / "templates" / "parts").mkdir(parents=True)
    (folder / "code.py").write_text(CODE, encoding="utf-8")
    (folder / "templates" / "parts" / "a.html.j2").write_text(TEMPLATE, encoding="utf-8")
    return folder


def translated(package: Path, lang: str, **changes: str) -> list[str]:
    """What the check says once the catalogue of a language is filled in, with some translations changed."""
    tool.update(package, [lang])
    path = tool.catalogue_path(package, lang)
    catalogue = tool.read_catalogue(package, lang)
    for message in catalogue:
        if message.id and message.pluralizable:
            others = (message.id[1],) * (catalogue.num_plurals - 1)
            message.string = (changes.get("one", message.id[1]), *others)
        elif message.id:
            message.string = changes.get(message.id.split()[0], message.id)
    path.write_text(tool.rewritten(tool.sentences(package), catalogue), encoding="utf-8", newline="\n")
    return list(tool.check(package))


def test_every_language_of_the_interface_has_a_catalogue() -> None:
    assert ["en", *tool.catalogue_languages(tool.PACKAGE)] == list(interface_languages())


def test_every_sentence_has_a_sound_translation_in_every_language() -> None:
    assert tool.check(tool.PACKAGE) == []


@pytest.mark.parametrize("lang", tool.catalogue_languages(tool.PACKAGE))
def test_plural_forms_part_the_numbers_as_cldr_does(lang: str) -> None:
    catalogue: Catalog = tool.read_catalogue(tool.PACKAGE, lang)
    form_of = tool.c2py(catalogue.plural_expr)

    pairs = {(form_of(n), plural_category(n, lang)) for n in range(201)}

    assert len(pairs) == catalogue.num_plurals
    assert {form for form, _ in pairs} == set(range(catalogue.num_plurals))
    assert len({category for _, category in pairs}) == catalogue.num_plurals


def test_sentences_come_from_calls_tables_and_templates(package: Path) -> None:
    found = {(message.context, message.id) for message in tool.sentences(package) if message.id}

    assert found == {
        ("status", "open"),
        ("status", "shut"),
        (None, "Kept {name}."),
        (None, "Said in {place}."),
        (None, ("one case in {place}", "{n} cases in {place}")),
        (None, "From a template, {name}"),
    }


@pytest.mark.parametrize("call", ['words.say(f"Dear {x}")', 'mark("Dear " + x)', 'words.say("%s" % x)'])
def test_a_sentence_put_together_in_the_code_is_refused(package: Path, call: str) -> None:
    (package / "bad.py").write_text(f"\n{call}\n", encoding="utf-8")

    with pytest.raises(tool.BuiltSentence, match=r"demo/bad\.py: line 2: "):
        tool.sentences(package)


def test_a_new_language_gets_a_catalogue_without_dates_and_line_numbers(package: Path) -> None:
    tool.update(package, ["sl"])

    text = tool.catalogue_path(package, "sl").read_text(encoding="utf-8")

    assert text.startswith("# Slovenian sentences of charterkit.\n")
    assert "nplurals=4" in text
    assert "#: demo/code.py\n" in text
    assert "Date" not in text
    assert "fuzzy" not in text


def test_updating_twice_changes_nothing(package: Path) -> None:
    tool.update(package, ["sl", "bg"])
    before = tool.catalogue_path(package, "sl").read_bytes()

    tool.update(package)

    assert tool.catalogue_path(package, "sl").read_bytes() == before
    assert b"\r" not in before


def test_updating_keeps_translations_and_drops_sentences_that_are_gone(package: Path) -> None:
    translated(package, "bg", Kept="Остава {name}.")
    (package / "code.py").write_text('mark("Kept {name}.")\nmark("New.")\n', encoding="utf-8")

    before = tool.check(package)
    tool.update(package)
    catalogue = tool.read_catalogue(package, "bg")

    assert before == ["bg: not up to date: run `python tools/catalogues.py update`"]
    assert catalogue.get("Kept {name}.").string == "Остава {name}."
    assert catalogue.get("New.").string == ""
    assert catalogue.get("Said in {place}.") is None


def test_a_complete_catalogue_passes(package: Path) -> None:
    assert translated(package, "bg") == []


@pytest.mark.parametrize(
    ("lang", "sentence", "translation", "reason"),
    [
        ("bg", "Said", "", "untranslated: Said in {place}."),
        ("bg", "Said", " ", "untranslated: Said in {place}."),
        ("bg", "Said", "Тук.", "other placeholders than the English sentence: Said in {place}."),
        ("bg", "Said", "{place} {other}", "other placeholders than the English sentence: Said in {place}."),
        ("bg", "Said", "{Place}", "other placeholders than the English sentence: Said in {place}."),
    ],
)
def test_an_unsound_translation_is_found(
    package: Path, lang: str, sentence: str, translation: str, reason: str
) -> None:
    assert translated(package, lang, **{sentence: translation}) == [f"{lang}: {reason}"]


@pytest.mark.parametrize(("lang", "faults"), [("bg", 0), ("hu", 0), ("sl", 1), ("lt", 1)])
def test_only_a_form_for_one_alone_may_leave_out_the_number(package: Path, lang: str, faults: int) -> None:
    tool.update(package, [lang])
    path = tool.catalogue_path(package, lang)
    path.write_text(
        path.read_text(encoding="utf-8").replace("nplurals=1; plural=0", "nplurals=2; plural=(n != 1)"),
        encoding="utf-8",
        newline="\n",
    )

    assert len(translated(package, lang, one="one in {place}")) == faults


def test_a_doubtful_translation_is_found(package: Path) -> None:
    translated(package, "bg")
    path = tool.catalogue_path(package, "bg")
    text = path.read_text(encoding="utf-8").replace('msgid "Kept', '#, fuzzy\nmsgid "Kept')
    path.write_text(text, encoding="utf-8", newline="\n")

    assert tool.check(package) == ["bg: fuzzy: Kept {name}."]


def test_a_missing_plural_form_is_found(package: Path) -> None:
    translated(package, "sl")
    path = tool.catalogue_path(package, "sl")
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if "msgstr[3]" not in line]
    path.write_text("".join(kept), encoding="utf-8", newline="\n")

    assert tool.check(package) == [
        "sl: not up to date: run `python tools/catalogues.py update`",
        "sl: untranslated: one case in {place}",
    ]


def test_a_catalogue_must_have_as_many_forms_as_its_header_says() -> None:
    message = Message(("{n} case", "{n} cases"), ("{n} primer", "{n} primera", "{n} primeri"))

    assert list(tool.faults_of(message, Catalog(locale="sl"))) == ["wrong number of plural forms"]
    assert list(tool.faults_of(message, Catalog(locale="lt"))) == []


def test_a_language_that_cldr_does_not_know_may_have_a_catalogue(package: Path) -> None:
    tool.update(package, ["qaa"])

    assert '"Language: qaa\\n"' in tool.catalogue_path(package, "qaa").read_text(encoding="utf-8")
    assert "qaa: untranslated: Kept {name}." in tool.check(package)


def test_the_command_tells_by_its_exit_code(
    package: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tool, "PACKAGE", package)

    assert tool.main(["update", "bg"]) == 0
    assert tool.main(["check"]) == 1
    assert "bg: untranslated: Kept {name}." in capsys.readouterr().out
    assert translated(package, "bg") == []
    assert tool.main(["check"]) == 0
