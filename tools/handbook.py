"""Writes the pages of the handbook that are made from the code: messages, records, commands.

`python tools/handbook.py` writes them; with `check` it exits 1 where a page is not what the code says.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import click
import looks
from handbook_words import WORDS, HandbookWords

from charterkit.commands import charter
from charterkit.data.schema import KINDS, schema
from charterkit.problems import SENTENCES, Level
from charterkit.problems.of_actions import ACTIONS
from charterkit.problems.of_assessments import ASSESSMENTS
from charterkit.problems.of_fields import FIELDS
from charterkit.problems.of_files import FILES
from charterkit.problems.of_plausibility import PLAUSIBILITY
from charterkit.problems.of_programmes import PROGRAMMES
from charterkit.problems.of_records import RECORDS
from charterkit.problems.of_releases import RELEASES
from charterkit.problems.of_results import RESULTS
from charterkit.problems.of_services import SERVICES
from charterkit.problems.of_statements import STATEMENTS
from charterkit.problems.of_surveys import SURVEYS
from charterkit.problems.sentence import Sentence
from charterkit.strings import Words
from charterkit.strings import words as load_words

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "handbook"
NOTE = "<!-- Written by tools/handbook.py; change the code instead. -->\n\n"
GROUPS = (
    FILES,
    FIELDS,
    {**RECORDS, **STATEMENTS},
    {**ASSESSMENTS, **SURVEYS, **ACTIONS, **PROGRAMMES},
    SERVICES,
    RESULTS,
    PLAUSIBILITY,
    RELEASES,
)
_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def messages(language: str) -> str:
    """Every message in a language, with its level and its cure. The headings are the ids, the same in all."""
    words, voice = WORDS[language], load_words(language)
    lines = [f"# {words.messages}", "", NOTE.strip(), "", words.intro, ""]
    for heading, sentences in zip(words.groups, GROUPS, strict=True):
        lines += [f"## {heading}", ""]
        for id, sentence in sentences.items():
            lines += _message(id, sentence, words, voice)
    assert sum(len(sentences) for sentences in GROUPS) == len(SENTENCES)
    return "\n".join(lines).rstrip() + "\n"


def _message(id: str, sentence: Sentence, words: HandbookWords, voice: Words) -> list[str]:
    levels = {Level.ERROR: words.error, Level.WARNING: words.warning, Level.ADVICE: words.advice}
    wrong, cure = _said(sentence.wrong, voice), _said(sentence.cure, voice).replace("\n", " ")
    return [f"### `{id}`", "", wrong, "", f"**{words.cure}** {cure}", "", f"*{levels[sentence.level]}*", ""]


def _said(sentence: str, voice: Words) -> str:
    """The sentence as a reader of the handbook needs it: in her language, with its placeholders left in."""
    left_in = {name: f"{{{name}}}" for name in _PLACEHOLDER.findall(sentence)}
    said = voice.say(sentence, **left_in)
    return said.replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_")


def records() -> str:
    """Every field of every record."""
    lines = ["# Every field of every record", "", NOTE.strip(), ""]
    lines += [
        "Fields marked **●** are part of what is approved; fields marked *required* must be there. Texts for people",
        "are written once for each language.",
        "",
    ]
    for kind in KINDS:
        about = schema(kind)
        lines += [
            f"## {about['title']}",
            "",
            about["description"],
            "",
            "| field | meaning | example |",
            "| --- | --- | --- |",
        ]
        lines += [*_fields(about, about["$defs"], ""), ""]
    for table in ("results", "replies", "deliverables"):
        about = schema(table)
        lines += [
            f"## {about['title']}",
            "",
            about["description"],
            "",
            "| column | meaning | example |",
            "| --- | --- | --- |",
        ]
        lines += [*_fields(about, {}, ""), ""]
    return "\n".join(lines).rstrip() + "\n"


def _fields(about: dict[str, Any], defs: dict[str, Any], prefix: str, above: str = "") -> Iterator[str]:
    """The rows of fields; `above`: the field around them is approved (`whole`), or is not and lends them (`free`)."""
    parts = about.get("properties", {})
    have_marks = any(one.get("x-normative") for one in parts.values())
    for name, field in parts.items():
        resolved = {**defs.get(field.get("$ref", "").rsplit("/", 1)[-1], {}), **field}
        required = " *required*" if name in about.get("required", ()) else ""
        has_mark = bool(field.get("x-normative")) and above != "free"
        mark = " **●**" if has_mark else ""
        example = str((resolved.get("examples") or [""])[0]).replace("|", "\\|")
        yield f"| `{prefix}{name}`{mark}{required} | {resolved['title']}. {resolved['description']} | `{example}` |"
        if "x-text" not in resolved:
            is_sealed = has_mark or (above == "whole" and not have_marks)
            yield from _fields(resolved, defs, f"{prefix}{name}.", _inside(is_sealed, field))
            items = resolved.get("items", {})
            shared = defs.get(items.get("$ref", "").rsplit("/", 1)[-1], {})
            yield from _fields({**shared, **items}, defs, f"{prefix}{name}[].", _inside(is_sealed, items))


def _inside(is_sealed: bool, field: dict[str, Any]) -> str:
    """Marks in a part that several fields share count only where the field that takes it in is approved."""
    return "whole" if is_sealed else "free" if "$ref" in field else ""


def commands() -> str:
    """The help of every command."""
    lines = ["# The commands", "", NOTE.strip(), ""]
    for name, command in sorted(charter.commands.items()):
        lines += [f"## charter {name}", "", *_help(command, f"charter {name}")]
        inner = command.commands if isinstance(command, click.Group) else {}
        for kind, one in sorted(inner.items()):
            lines += [f"### charter {name} {kind}", "", *_help(one, f"charter {name} {kind}")]
    return "\n".join(lines).rstrip() + "\n"


def _help(command: click.Command, name: str) -> list[str]:
    names = charter.context_settings["help_option_names"]
    context = click.Context(
        command, info_name=name, terminal_width=88, max_content_width=88, help_option_names=names
    )
    return ["```text", command.get_help(context), "```", ""]


PAGES = {f"messages.{language}.md": partial(messages, language) for language in WORDS} | {
    "records.md": records,
    "looks.md": looks.page,
    "commands.md": commands,
}


def outdated() -> list[str]:
    """The pages that are not what the code says."""
    return [name for name, make in PAGES.items() if _written(name) != make()]


def _written(name: str) -> str:
    file = FOLDER / name
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def main() -> int:
    """Write the pages, or check them."""
    if sys.argv[1:] == ["check"]:
        wrong = outdated()
        print(
            "\n".join(f"docs/handbook/{name} is not up to date: python tools/handbook.py" for name in wrong)
        )
        return 1 if wrong else 0
    for name, make in PAGES.items():
        (FOLDER / name).write_text(make(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
