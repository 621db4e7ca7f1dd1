"""Sealed content as typed records again, with today's informative fields laid around it.

What citizens read is the release in force; telephone numbers, links, timetables and translations are today's. An
item of a list takes over the informative fields of the one around it that has the same `id`, or that says the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from charterkit.data.build import RECORDS, build
from charterkit.data.content import Sealing, by_language, plain_text
from charterkit.data.corrections import corrected_record
from charterkit.data.schema import schema
from charterkit.model.release import Content, Release

Plain = Any
Part = Mapping[str, Any]
Path = tuple[str, ...]


def kind_of(key: str) -> str:
    """The kind of record that a key names."""
    return key.partition("/")[0]


def id_of(key: str) -> str:
    """The id that a key names; a commitment's is its full one."""
    return key.partition("/")[2]


def typed(key: str, plain: Plain, **given: str) -> object:
    """The typed record of a key from plain data; only for kinds that have files of their own."""
    kind = kind_of(key)
    own = {name: value for name, value in plain.items() if name not in ("kind", "prose")}
    if kind == "commitment":
        given["charter"] = id_of(key).partition("/")[0]
    if kind == "standard" and "family" not in given:
        given["family"] = "quality" if "norms" in own else "conduct"
    return build(RECORDS[kind], own, **given)


def laid(key: str, release: Release, around: Plain) -> Plain:
    """Plain data of a sealed record: its normative fields as sealed, everything else as it stands around it."""
    kind = kind_of(key)
    about = schema(kind)
    laying = _Laying(Sealing(about["$defs"], release.languages), Translated(release, key))
    return laying.mapping(about, corrected_record(release, key), around or {}, ())


class Translated:
    """The translations of the texts of one record: today's where they still fit, else those kept with the release."""

    def __init__(self, release: Release, key: str) -> None:
        self.release = release
        self.key = key

    def words(self, path: Path, text: Mapping[str, str], around: Plain) -> dict[str, str]:
        """The text with its translations: those around it as long as they translate the very same words."""
        today = around if isinstance(around, Mapping) else {}
        fits = all(plain_text(today.get(lang, "")) == words for lang, words in text.items())
        return {**self._kept(path), **(today if fits else {}), **text}

    def _kept(self, path: Path) -> dict[str, str]:
        place = (self.key, "/".join(path))
        kept = ((lang, one.texts.get(place)) for lang, one in self.release.translations.items())
        return {lang: found[0] for lang, found in kept if found is not None}


class _Laying:
    """Walks sealed content, its schema and what stands around it side by side."""

    def __init__(self, sealing: Sealing, words: Translated) -> None:
        self.sealing = sealing
        self.words = words

    def mapping(self, about: Part, content: Content, around: Plain, path: Path) -> dict[str, Plain]:
        """The sealed fields, and of the others those that stand around them."""
        known: Part = about.get("properties", {})
        others = about.get("additionalProperties")
        marked = self.sealing.has_marks(about)
        found = {key: value for key, value in around.items() if marked and self._is_free(known.get(key))}
        for key in dict.fromkeys((*content, *around)):
            inner = known.get(key, others)
            if key in found or not isinstance(inner, Mapping):
                continue
            value = self._value(inner, content.get(key), around.get(key), (*path, key))
            if value not in (None, {}, []):
                found[key] = value
        return found

    def _is_free(self, about: Part | None) -> bool:
        return about is not None and not self.sealing.is_sealed(about)

    def _value(self, about: Part, content: Plain, around: Plain, path: Path) -> Plain:
        about = self.sealing.resolved(about)
        if "x-text" in about:
            return self.words.words(path, content, around) if content else None
        if by_language(about):
            today = around if isinstance(around, Mapping) else {}
            return {**today, **content} if self.sealing.value(about, today) == content else content
        if isinstance(content, Mapping) or (content is None and self.sealing.has_marks(about)):
            return self._part(about, content, around, path)
        if isinstance(content, list):
            return list(self._items(about, content, around if isinstance(around, list) else [], path))
        return content

    def _part(self, about: Part, content: Plain, around: Plain, path: Path) -> Plain:
        """A part with fields of its own; where nothing of it is sealed, only if it needs nothing that is."""
        around = around if isinstance(around, Mapping) else {}
        if content is None and any(
            self.sealing.is_sealed(about["properties"][one]) for one in around if one in about["properties"]
        ):
            return None
        return self.mapping(about, content or {}, around, path)

    def _items(
        self, about: Part, content: Sequence[Plain], around: Sequence[Plain], path: Path
    ) -> Iterator[Plain]:
        items = about.get("items")
        for index, one in enumerate(content):
            same = self._same(items, one, around) if isinstance(items, Mapping) else None
            here = (*path, str(index))
            yield self._value(items, one, same, here) if isinstance(items, Mapping) else one

    def _same(self, about: Part, content: Plain, around: Sequence[Plain]) -> Plain:
        """The item around it that is this one, if there is one."""
        if not isinstance(content, Mapping):
            return None
        named = (one for one in around if isinstance(one, Mapping))
        if "id" in content:
            return next((one for one in named if one.get("id") == content["id"]), None)
        return next((one for one in named if self.sealing.value(about, one) == content), None)
