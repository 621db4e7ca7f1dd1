"""Writes the pages of the handbook that are made from the code: messages, records, commands.

`python tools/handbook.py` writes them; with `check` it exits 1 where a page is not what the code says.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from charterkit.commands import charter
from charterkit.data.schema import KINDS, schema
from charterkit.problems import SENTENCES, Level
from charterkit.problems.of_fields import FIELDS
from charterkit.problems.of_files import FILES
from charterkit.problems.of_records import RECORDS
from charterkit.problems.of_results import RESULTS
from charterkit.problems.of_services import SERVICES

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "handbook"
NOTE = "<!-- Written by tools/handbook.py; change the code instead. -->\n\n"
LEVELS = {
    Level.ERROR: "Error: nothing is published until it is mended.",
    Level.WARNING: "Warning: it should be mended, but the site can be published.",
    Level.ADVICE: "Advice: worth a look.",
}
GROUPS = (
    ("Files and their form", FILES),
    ("Single fields", FIELDS),
    ("Between fields and records", RECORDS),
    ("Services and hours", SERVICES),
    ("Results", RESULTS),
)


def messages() -> str:
    """Every message, with its level and its cure."""
    lines = ["# What the messages mean", "", NOTE.strip(), ""]
    lines += [
        "`charter check` prints `file:line:column: level: message [id]`. Below is every id; words in braces stand for",
        "what it found in your file.",
        "",
    ]
    for heading, sentences in GROUPS:
        lines += [f"## {heading}", ""]
        for id, sentence in sentences.items():
            cure = _literal(sentence.cure).replace("\n", " ")
            lines += [
                f"### `{id}`",
                "",
                _literal(sentence.wrong),
                "",
                f"**Cure:** {cure}",
                "",
                f"*{LEVELS[sentence.level]}*",
                "",
            ]
    assert sum(len(sentences) for _, sentences in GROUPS) == len(SENTENCES)
    return "\n".join(lines).rstrip() + "\n"


def _literal(sentence: str) -> str:
    return sentence.replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_")


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
    about = schema("results")
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


def _fields(about: dict[str, Any], defs: dict[str, Any], prefix: str) -> Iterator[str]:
    for name, field in about.get("properties", {}).items():
        resolved = {**defs.get(field.get("$ref", "").rsplit("/", 1)[-1], {}), **field}
        required = " *required*" if name in about.get("required", ()) else ""
        mark = " **●**" if field.get("x-normative") else ""
        example = str((resolved.get("examples") or [""])[0]).replace("|", "\\|")
        yield f"| `{prefix}{name}`{mark}{required} | {resolved['title']}. {resolved['description']} | `{example}` |"
        if "x-text" not in resolved:
            yield from _fields(resolved, defs, f"{prefix}{name}.")
            items = resolved.get("items", {})
            shared = defs.get(items.get("$ref", "").rsplit("/", 1)[-1], {})
            yield from _fields({**shared, **items}, defs, f"{prefix}{name}[].")


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


PAGES = {"messages.md": messages, "records.md": records, "commands.md": commands}


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
