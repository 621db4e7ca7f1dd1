"""The words of a release in languages in which it was not voted on: taken from the working text where they fit.

A translation is taken over where the working text translates the very same authoritative words. What was kept for
words that the working text says otherwise by now stays as it is. Neither digest nor acts know of any of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from charterkit.data.content import digest
from charterkit.data.corrections import corrected, text_places
from charterkit.data.reread import Translated, laid
from charterkit.data.sources import Sources
from charterkit.model.release import Content, Release, Translations
from charterkit.text import Text

Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Changed:
    """A translation that is new (`before` is blank) or another than the one that was kept."""

    subject: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Mended:
    """The translations of a release in one language, what of them has changed, and the places without any."""

    translations: Translations
    changed: tuple[Changed, ...]
    missing: tuple[Place, ...]


def mended(release: Release, sources: Sources, names: Mapping[str, Text], lang: str) -> Mended:
    """The translations of a release as they should be now; `names` are today's names of bodies by id."""
    old: Mapping[Place, tuple[str, str]] = {}
    if lang in release.translations:
        old = release.translations[lang].texts
    bare, new, missing = replace(release, translations={}), dict(old), []
    for key, content in sorted(corrected(release).items()):
        for field, words, today in _texts(key, content, bare, sources, names):
            if lang in today:
                new[key, field] = (today[lang], fingerprint(words, release.languages))
            elif (key, field) not in old:
                missing.append((key, field))
    changed = tuple(_changed(old, new))
    return Mended(Translations(lang, dict(sorted(new.items()))), changed, tuple(missing))


def fingerprint(words: Mapping[str, str], languages: Iterable[str]) -> str:
    """The SHA-256 of an authoritative text: of its words in UTF-8, those of several languages below each other."""
    return digest("\n".join(words[lang] for lang in languages if lang in words).encode())


def _texts(
    key: str, content: Content, release: Release, sources: Sources, names: Mapping[str, Text]
) -> Iterator[tuple[str, Mapping[str, str], Mapping[str, str]]]:
    """Every sealed text of a record: its place, its words as sealed, and with today's translations that fit."""
    kind, _, id = key.partition("/")
    translated = Translated(release, key)
    around: Any = {} if kind == "body" else laid(key, release, sources.plain.get(key))
    own: Mapping[str, Mapping[str, str]]
    own = {"name": names.get(id, {})} if kind == "body" else {"prose": sources.prose.get(id, {})}
    places = sorted({place.rpartition("/")[0] for place in text_places(key, content)})
    for place in places:
        words = _at(content, place)
        yield (
            place,
            words,
            translated.words(tuple(place.split("/")), words, own.get(place) or _at(around, place)),
        )


def _at(value: Any, place: str) -> Any:
    """The text at a place; nothing where there is none."""
    for step in place.split("/"):
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return {}
    return value if isinstance(value, Mapping) else {}


def _changed(old: Mapping[Place, tuple[str, str]], new: Mapping[Place, tuple[str, str]]) -> Iterator[Changed]:
    for place, (words, _) in sorted(new.items()):
        before = old[place][0] if place in old else ""
        if before != words:
            yield Changed(*place, before, words)
