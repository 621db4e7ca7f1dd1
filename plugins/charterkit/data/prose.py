"""Reads the texts of procedures: safe Markdown, one language a file (`mobile-library.lt.md`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from charterkit.data.markdown import markdown_problems
from charterkit.data.shelf import Entry
from charterkit.data.source import MAX_BYTES, misencoded
from charterkit.problems import Problem, Spot, problem
from charterkit.text import PLACEHOLDER, Text, nearest

# The signs of Markdown that may stand before the words of a heading, a quotation or a list.
_BEFORE_WORDS = " \t#>*-+0123456789.)"


@dataclass(frozen=True, slots=True)
class Prose:
    """One file of prose: its words (blank where it cannot be read) and what is wrong with it."""

    words: str
    problems: tuple[Problem, ...]


@lru_cache(maxsize=256)
def read(file: str, raw: bytes) -> Prose:
    """The words in a file's bytes."""
    if len(raw) > MAX_BYTES:
        return Prose("", (problem("file-too-large", Spot(file), limit=MAX_BYTES // 1_000_000),))
    try:
        whole = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        return Prose("", (misencoded(file, error),))
    if not whole.strip():
        return Prose("", (problem("prose-empty", Spot(file)),))
    problems = (*markdown_problems(Spot(file, line=1), whole), *_placeholders(file, whole))
    return Prose(whole.strip("\n"), problems)


def _placeholders(file: str, text: str) -> Iterator[Problem]:
    """One problem a paragraph that nobody has written yet: a procedure is written one part after the other."""
    language = PurePosixPath(file).stem.partition(".")[2]
    for number, line in enumerate(text.split("\n"), start=1):
        if line.lstrip(_BEFORE_WORDS).startswith(PLACEHOLDER):
            yield problem("text-placeholder", Spot(file, line=number), field="text", languages=language)


def together(read: Mapping[Entry, Prose]) -> dict[str, Text]:
    """The texts by the id of their procedure, each in all its languages."""
    found: dict[str, dict[str, str]] = {}
    for entry, prose in read.items():
        if prose.words and entry.language:
            found.setdefault(entry.id, {})[entry.language] = prose.words
    return {id: Text.of(words) for id, words in found.items()}


def place_problems(
    entries: Sequence[Entry], procedures: frozenset[str], languages: Sequence[str], binding: Sequence[str]
) -> Iterator[Problem]:
    """Files that belong to no procedure or to no language, and languages in which a procedure has no text."""
    there: dict[str, set[str]] = {}
    for entry in entries:
        spot = Spot(entry.file)
        if entry.id not in procedures:
            best = nearest(entry.id, sorted(procedures)) or ""
            yield problem("prose-without-procedure", spot, found=entry.id, nearest=best)
        elif entry.language not in languages:
            yield problem("words-language", spot, found=entry.language or "“”")
        else:
            there.setdefault(entry.id, set()).add(entry.language)
    for id in sorted(procedures):
        yield from _missing(id, there.get(id, set()), languages, binding)


def _missing(id: str, there: set[str], languages: Sequence[str], binding: Sequence[str]) -> Iterator[Problem]:
    spot = Spot(f"standards/procedures/{id}.yml", ("id",))
    must = [lang for lang in languages if lang in binding and lang not in there]
    may = [lang for lang in languages if lang not in binding and lang not in there]
    for lang in must:
        yield problem("prose-missing", spot, wanted=f"{id}.{lang}.md")
    if may:
        yield problem("prose-translation-missing", spot, wanted=", ".join(f"{id}.{lang}.md" for lang in may))
