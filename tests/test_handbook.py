"""The handbook says what the code says, in five languages, and every example in it can be used as it stands."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup

from charterkit.commands import charter
from charterkit.data.load import load
from charterkit.data.schema import KINDS
from charterkit.data.schema import check as schema_problems
from charterkit.data.source import read
from charterkit.problems import SENTENCES
from charterkit.rules.check import check

ROOT = Path(__file__).resolve().parents[1]


def load_tool() -> ModuleType:
    """The tool as a module; it finds its neighbours as when it is run."""
    sys.path.insert(0, str(ROOT / "tools"))
    spec = importlib.util.spec_from_file_location("handbook", ROOT / "tools" / "handbook.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = load_tool()


LANGUAGES = ("en", "lt", "sl", "bg", "hu")
GUIDES = sorted(path.name.removesuffix(".en.md") for path in (tool.FOLDER / "staff").glob("*.en.md"))
# The year of a council secretary shows these; it is played through by tests/test_handbook_approval.py.
PLAYED = "approval"
OF_THE_YEAR = ("act", "reasons", "consultation")
# A block of an example, with the comment above it that says which file it is, or of which record a part.
BLOCK = re.compile(r"(?:<!-- (?P<about>[^\n]+) -->\n)?```(?P<form>[a-z]*)\n(?P<text>.*?)\n```", re.DOTALL)


def page(name: str) -> str:
    """A page of the handbook as it stands in the tree."""
    return (tool.FOLDER / name).read_text(encoding="utf-8")


def headings(name: str, level: int) -> list[str]:
    """The headings of one level in a page, without examples."""
    mark = "#" * level + " "
    lines = BLOCK.sub("", page(name)).split("\n")
    return [line.removeprefix(mark) for line in lines if line.startswith(mark)]


def examples(language: str) -> list[tuple[str, str, str, str]]:
    """Page, what the comment says, form and text of every example in the guide of a language."""
    return [
        (guide, found["about"] or "", found["form"], found["text"] + "\n")
        for guide in GUIDES
        for found in BLOCK.finditer(page(f"staff/{guide}.{language}.md"))
    ]


def files_of(language: str) -> dict[str, str]:
    """The files that the guide of a language shows whole: together they are a small charter."""
    return {about: text for _, about, _, text in examples(language) if "/" in about}


def menu(entries: list[Any]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, str):
            yield entry
        else:
            for inner in entry.values():
                yield from menu(inner)


def test_no_page_of_the_handbook_is_behind_the_code() -> None:
    assert tool.outdated() == []


def test_every_command_has_a_heading() -> None:
    assert headings("commands.md", 2) == [f"charter {name}" for name in sorted(charter.commands)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_has_a_heading_in_every_language(language: str) -> None:
    assert sorted(headings(f"messages.{language}.md", 3)) == sorted(f"`{id}`" for id in SENTENCES)


def test_a_message_keeps_its_placeholders_and_is_said_in_the_language() -> None:
    text = page("messages.lt.md")

    assert "{found}" in text
    assert SENTENCES["publisher-missing"].wrong not in text
    assert "Nėra failo charters/publisher.yml." in text


@pytest.mark.parametrize("kind", [*(kind for kind in KINDS if kind not in OF_THE_YEAR), "results"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_record_has_its_guide(kind: str, language: str) -> None:
    shown = [text for guide, about, _, text in examples(language) if guide == kind and "/" in about]

    assert any(text.startswith("period," if kind == "results" else f"kind: {kind}\n") for text in shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_page_with_the_same_chapters_and_examples(language: str) -> None:
    for name in ["index", *(f"staff/{guide}" for guide in GUIDES)]:
        its_own, english = f"{name}.{language}.md", f"{name}.en.md"
        assert [len(headings(its_own, level)) for level in (1, 2)] == [
            len(headings(english, level)) for level in (1, 2)
        ], its_own
        shape = [(found["about"] or "", found["form"]) for found in BLOCK.finditer(page(its_own))]
        assert [(about.replace(f".{language}.", ".en."), form) for about, form in shape] == [
            (found["about"] or "", found["form"]) for found in BLOCK.finditer(page(english))
        ], its_own
        assert page(its_own).count("\n| ") == page(english).count("\n| "), its_own


def test_no_page_is_left_over_in_one_language_only() -> None:
    pages = {path.name for path in (tool.FOLDER / "staff").glob("*.md")}

    assert pages == {f"{guide}.{language}.md" for guide in GUIDES for language in LANGUAGES}


def test_every_page_stands_in_the_menu() -> None:
    nav = yaml.load((ROOT / "mkdocs.handbook.yml").read_text(encoding="utf-8"), yaml.BaseLoader)["nav"]
    pages = {path.relative_to(tool.FOLDER).as_posix() for path in tool.FOLDER.rglob("*.md")}

    assert sorted(menu(nav)) == sorted({re.sub(r"\.(?:en|lt|sl|bg|hu)\.md$", ".md", name) for name in pages})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_files_of_the_guide_are_a_charter_in_which_nothing_is_wrong(
    language: str, tmp_path: Path
) -> None:
    for name, text in files_of(language).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    checked = check(load(tmp_path), date(2025, 11, 1))

    assert [f"{found.place}: {found.id}" for found in checked.problems] == []
    assert checked.files == len(files_of(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_of_a_record_in_the_guide_fits_into_that_record(language: str) -> None:
    whole = {
        record["kind"]: record
        for name, text in files_of(language).items()
        if name.endswith(".yml") and isinstance(record := read(name, text.encode()).data, dict)
    }
    parts = [
        (about.removeprefix("part of "), text) for _, about, _, text in examples(language) if "part" in about
    ]
    assert parts
    for kind, text in parts:
        document = read("part.yml", text.encode())
        assert document.problems == ()
        assert schema_problems(kind, {**whole[kind], **document.data}, "part.yml") == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_example_of_data_is_unchecked(language: str) -> None:
    unmarked = [
        guide
        for guide, about, form, _ in examples(language)
        if form != "text" and not about and guide != PLAYED
    ]

    assert unmarked == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_the_menu_are_there_in_every_language(language: str) -> None:
    nav = yaml.load((ROOT / "mkdocs.handbook.yml").read_text(encoding="utf-8"), yaml.BaseLoader)["nav"]
    headings = {heading for entry in nav if isinstance(entry, dict) for heading in entry}
    english = {name for name in menu(nav) if (tool.FOLDER / name).is_file()}
    words = tool.WORDS[language]

    assert language == "en" or set(words.sections) == headings
    assert language == "en" or set(words.english) == english


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook in all languages, built as `make handbook` builds it."""
    folder = tmp_path_factory.mktemp("handbook")
    subprocess.run([sys.executable, str(ROOT / "tools/handbook_build.py"), str(folder)], check=True)
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_handbook_is_built_with_a_menu_and_a_search_of_each_language(built: Path, language: str) -> None:
    home = built if language == "en" else built / language
    html = BeautifulSoup((home / "staff/commitment/index.html").read_text(encoding="utf-8"), "html.parser")
    places = json.loads((home / "search/search_index.json").read_text(encoding="utf-8"))["docs"]

    assert html.html is not None
    assert html.html["lang"] == language
    linked = {str(link["href"]) for link in html.select("nav.md-nav--primary a[href]")}
    assert {f"../{guide}/" for guide in GUIDES if guide != "commitment"} <= linked
    assert {link["hreflang"] for link in html.select("a[hreflang]")} == set(LANGUAGES)
    for link in html.select("a[hreflang]"):
        assert (home / "staff/commitment" / str(link["href"]) / "index.html").is_file()
    title = headings(f"staff/commitment.{language}.md", 1)[0]
    assert title in {place["title"] for place in places}
    others = {headings(f"staff/first-steps.{other}.md", 1)[0] for other in LANGUAGES if other != language}
    assert others & {place["title"] for place in places} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_asks_only_for_languages_that_it_has(built: Path, language: str) -> None:
    home = built if language == "en" else built / language
    index = json.loads((home / "search/search_index.json").read_text(encoding="utf-8"))

    for known in index["config"]["lang"]:
        assert known == "en" or (home / f"assets/javascripts/lunr/min/lunr.{known}.min.js").is_file()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_that_is_only_in_english_says_so_in_the_readers_language(built: Path, language: str) -> None:
    home = built if language == "en" else built / language
    html = BeautifulSoup((home / "records/index.html").read_text(encoding="utf-8"), "html.parser")
    sentence = tool.WORDS[language].only_english

    assert (sentence in html.get_text()) if sentence else html.select_one("article [lang]") is None
    assert sentence == "" or html.select_one('article [lang="en"] table') is not None


def test_a_page_that_was_changed_by_hand_is_found_and_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tool, "FOLDER", tmp_path)
    monkeypatch.setattr(sys, "argv", ["handbook.py"])
    tool.main()
    with (tmp_path / "messages.lt.md").open("a", encoding="utf-8") as page:
        page.write("By hand.\n")
    changed = tool.outdated()
    tool.main()

    assert changed == ["messages.lt.md"]
    assert tool.outdated() == []
