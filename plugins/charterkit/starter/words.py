"""The words that forms are filled with: comments and texts, in every language that has a file in `words/`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from charterkit.data.source import read

FALLBACK = "en"
_FOLDER = files("charterkit") / "starter" / "words"


@cache
def written_languages() -> tuple[str, ...]:
    """The languages in which a new charter can be written, in alphabetical order."""
    names = (entry.name for entry in _FOLDER.iterdir() if entry.name.endswith(".yml"))
    return tuple(sorted(name.removesuffix(".yml") for name in names))


def spoken(lang: str) -> str:
    """The language whose words are used for a language: itself, what it is a form of (`pt` for `pt-BR`), or English."""
    base = lang.split("-")[0]
    return base if base in written_languages() else FALLBACK


def has_words(lang: str) -> bool:
    """Whether a new charter can be written in a language."""
    return spoken(lang) == lang.split("-")[0]


@cache
def words_of(lang: str) -> Mapping[str, str]:
    """The words by their keys; in English for a language that has none of its own."""
    name = f"{spoken(lang)}.yml"
    data = read(name, (_FOLDER / name).read_bytes()).data
    assert isinstance(data, dict)
    return {str(key): str(words) for key, words in data.items()}


@dataclass(frozen=True)
class Voices:
    """The languages of a site, the first of which is that of the comments, and texts that somebody gave.

    `given` are words by key and language: they are data, and stand in for those of the same key.
    """

    languages: Sequence[str]
    given: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def comment(self, key: str) -> str:
        """What a comment says, in the first language."""
        return words_of(self.languages[0])[key]

    def texts(self, key: str) -> Mapping[str, str]:
        """What a text says in every language of the site."""
        given = self.given.get(key, {})
        return {lang: given[lang] if lang in given else words_of(lang)[key] for lang in self.languages}
