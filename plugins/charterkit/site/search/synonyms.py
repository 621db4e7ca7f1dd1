"""Words that mean the same to people who look for something, and words that say nothing about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

_FOLDER: Final = files("charterkit.site.search") / "synonyms"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Groups of words of one meaning, each in its dictionary form; and empty words (how, where, the)."""

    groups: tuple[tuple[str, ...], ...] = ()
    empty: tuple[str, ...] = ()

    def of(self) -> Mapping[str, tuple[str, ...]]:
        """By word: the others of its groups."""
        found: dict[str, tuple[str, ...]] = {}
        for group in self.groups:
            for word in group:
                others = (*found.get(word, ()), *(one for one in group if one != word))
                found[word] = tuple(dict.fromkeys(others))
        return found


@cache
def vocabulary(lang: str) -> Vocabulary:
    """What we ship for a language: nothing for most."""
    file = _FOLDER / f"{lang.partition('-')[0].lower()}.txt"
    if not file.is_file():
        return Vocabulary()
    lines = [line.strip().lower() for line in file.read_text(encoding="utf-8").splitlines()]
    groups = tuple(tuple(line.split(", ")) for line in lines if line and line[0] not in "#-")
    empty = tuple(word for line in lines if line.startswith("-") for word in line[1:].split())
    return Vocabulary(groups, empty)
