"""Sealed content with the slips of the pen put right that acts have corrected: what citizens read.

The sealed file stays as it is, and so does its digest; a correction is an act of its own in the same chain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from charterkit.data.schema import texts
from charterkit.model.release import Content, Correction, Release


def corrected(release: Release) -> Mapping[str, Content]:
    """The records of a release with its corrections applied; those that do not fit the sealed words change nothing."""
    touched = {one.subject for one in corrections(release)} & set(release.records)
    return {**release.records, **{key: corrected_record(release, key) for key in touched}}


def corrected_record(release: Release, key: str) -> Content:
    """One record of a release with its corrections applied."""
    found = release.records[key]
    for one in corrections(release):
        if one.subject == key and words_at(found, one.field) == one.before:
            found = _with(found, tuple(one.field.split("/")), one.after)
    return found


def corrections(release: Release) -> Iterator[Correction]:
    """Every correction of a release, in the order in which they were made."""
    return (one for act in release.acts for one in act.corrections)


def words_at(content: Content, field: str) -> str | None:
    """The text at a place in sealed content (`measures/0/condition/lt`); None where there is none."""
    value: Any = content
    for step in field.split("/"):
        value = _inside(value, step)
    return value if isinstance(value, str) else None


def text_places(key: str, content: Content) -> frozenset[str]:
    """The places in a record where words stand, and nothing that is a number, a day, a unit or an id."""
    kind = key.partition("/")[0]
    if kind == "body":
        return frozenset(_places([(("name",), content.get("name"))]))
    own = [(path, words) for path, _, words in texts(kind, content)]
    return frozenset(_places([*own, (("prose",), content.get("prose"))]))


def _places(found: Iterable[tuple[tuple[str | int, ...], Any]]) -> Iterator[str]:
    known = ((path, words) for path, words in found if isinstance(words, Mapping))
    return ("/".join(map(str, (*path, lang))) for path, words in known for lang in words)


def _inside(value: Any, step: str) -> Any:
    if isinstance(value, Mapping):
        return value.get(step)
    if (
        isinstance(value, list)
        and step.isascii()
        and step.isdigit()
        and len(step) < 7
        and int(step) < len(value)
    ):
        return value[int(step)]
    return None


def _with(value: Any, path: tuple[str, ...], words: str) -> Any:
    """A copy of content with other words at a place that is there."""
    if not path:
        return words
    step, rest = path[0], path[1:]
    if isinstance(value, Mapping):
        return {**value, step: _with(value[step], rest, words)}
    at = int(step)
    return [*value[:at], _with(value[at], rest, words), *value[at + 1 :]]
