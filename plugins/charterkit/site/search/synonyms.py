"""Words that mean the same to people who look for something, other names of pages, and words that say nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Final

_FOLDER: Final = files("charterkit.site.search") / "synonyms"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Groups of words of one meaning, each in its dictionary form; and empty words (how, where, the).

    `pages` has what people call a kind of page that the product makes itself, by the kind.
    """

    groups: tuple[tuple[str, ...], ...] = ()
    empty: tuple[str, ...] = ()
    pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

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
    groups = tuple(tuple(line.split(", ")) for line in lines if line and line[0] not in "#-+")
    empty = tuple(word for line in lines if line.startswith("-") for word in line[1:].split())
    pages = dict(_page(line[1:]) for line in lines if line.startswith("+"))
    return Vocabulary(groups, empty, pages)


def _page(line: str) -> tuple[str, tuple[str, ...]]:
    kind, _, names = line.partition(":")
    return kind.strip(), tuple(one.strip() for one in names.split(","))
