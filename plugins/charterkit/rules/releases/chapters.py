"""How a release in full is cut into pages: its chapters, each at an address of its own for ever.

Where a long chapter is cut follows from the bytes that were sealed and from nothing else: no translation, correction or
later format moves a record to another address.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, groupby
from typing import Any, Final

from charterkit.data.records import number_order
from charterkit.data.release_files import CONTENT
from charterkit.data.reread import id_of, kind_of
from charterkit.model.release import Content, Release

# As many signs of sealed JSON fill a page. Part of the addresses of all releases: it must never change.
_SIGNS: Final = 15_000
# What the frame of a record weighs on a page, in signs. It must never change either.
_FRAME: Final = 150
# A sign from here on stands for a syllable or a word, and weighs as much as this many letters.
_FIRST_OF_HAN: Final = "\u2e80"
_OF_HAN: Final = 4
_GROUP: Final = "group-"


class ChapterSort(StrEnum):
    """What a chapter holds."""

    PROMISES = "promises"
    ADOPTED = "adopted"
    STANDARDS = "standards"
    INDICATORS = "indicators"
    METHODOLOGY = "methodology"
    PROCEDURE = "procedure"
    SERVICES = "services"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of a release, or one part of a long one: its `keys` are the sealed records in it.

    `id` names the whole chapter in addresses; no id has a dot, as all files of a release have, and none is `changes`.
    """

    sort: ChapterSort
    id: str
    keys: tuple[str, ...]
    part: int = 1
    parts: int = 1

    @property
    def name(self) -> str:
        """Its address below that of the release, without the last stroke: `standards`, `standards/2`."""
        return self.id if self.part == 1 else f"{self.id}/{self.part}"

    @property
    def group(self) -> str:
        """The id of the group whose promises it holds; blank where it holds others."""
        return self.id.removeprefix(_GROUP) if self.sort is ChapterSort.PROMISES else ""


def chapters(release: Release) -> tuple[Chapter, ...]:
    """The chapters of a release in their order; what the charter itself says stands on the front page."""
    sizes = _sizes(release)
    return tuple(part for whole in _chapters(release) for part in _parts(whole, sizes))


def _chapters(release: Release) -> Iterator[Chapter]:
    own: Mapping[str, Any] = release.records[f"charter/{release.charter}"]
    promises = sorted(_of_kind(release, "commitment"), key=lambda key: _order(release.records[key]))
    given = [key for key in promises if key.startswith(f"commitment/{release.charter}/")]
    for group in own.get("groups", ()):
        keys = tuple(key for key in given if release.records[key].get("group") == group["id"])
        if keys or group.get("text"):
            yield Chapter(ChapterSort.PROMISES, f"{_GROUP}{group['id']}", keys)
    yield from _some(ChapterSort.ADOPTED, (key for key in promises if key not in given))
    yield from _some(ChapterSort.STANDARDS, _of_kind(release, "standard"))
    yield from _some(ChapterSort.INDICATORS, _of_kind(release, "indicator"))
    yield from _some(ChapterSort.METHODOLOGY, _of_kind(release, "methodology"))
    for key in _numbered(release, "procedure"):
        yield Chapter(ChapterSort.PROCEDURE, f"procedure-{id_of(key)}", (key,))
    yield from _some(ChapterSort.SERVICES, _numbered(release, "service"))


def _some(sort: ChapterSort, keys: Iterable[str]) -> Iterator[Chapter]:
    found = tuple(keys)
    if found:
        yield Chapter(sort, sort.value, found)


def _of_kind(release: Release, kind: str) -> list[str]:
    return sorted(key for key in release.records if kind_of(key) == kind)


def _numbered(release: Release, kind: str) -> list[str]:
    """By number, those without one behind the others and by id."""
    keys, records = _of_kind(release, kind), release.records
    return sorted(keys, key=lambda key: (not records[key].get("number"), _order(records[key]), key))


def _order(content: Content) -> list[tuple[int, str]]:
    return number_order(str(content.get("number", "")))


def _sizes(release: Release) -> Mapping[str, int]:
    """How many signs of the sealed file each record takes, with its frame."""
    records = json.loads(release.files[CONTENT])["records"]
    return {key: _FRAME + _weight(records.get(key)) for key in release.records}


def _weight(record: Any) -> int:
    written = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return len(written) + (_OF_HAN - 1) * sum(sign >= _FIRST_OF_HAN for sign in written)


def _parts(whole: Chapter, sizes: Mapping[str, int]) -> Iterator[Chapter]:
    """The parts of a chapter, about equally long; the chapter itself where it is short enough for a page."""
    ends = list(accumulate(sizes[key] for key in whole.keys))
    wanted = -(-ends[-1] // _SIGNS) if ends else 1
    # A record belongs to the part in which its middle lies; twice the places, so that all are whole numbers.
    middles = ((2 * end - sizes[key], key) for end, key in zip(ends, whole.keys, strict=True))
    found = [
        tuple(key for _, key in some)
        for _, some in groupby(middles, key=lambda one: one[0] * wanted // (2 * ends[-1]))
    ]
    if len(found) < 2:
        yield whole
        return
    for place, keys in enumerate(found, start=1):
        yield Chapter(whole.sort, whole.id, keys, place, len(found))
