"""The differences between two contents, whatever they hold: nothing that differs is passed over.

A text, a length of time, a list of values, and the dated list of targets or norms each count as one thing. Items of a
list are known by their id (an adopted charter, a measure, a dated item by theirs), else by what they say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from charterkit.data.content import canonical
from charterkit.data.schema import schema

Plain = Any
Path = tuple[str, ...]

# Lists that say one thing as a whole: what is demanded, as a function of time.
DEMANDS: Final = frozenset({"targets", "norms"})
# What an item of a list is known by, in this order.
_NAMES: Final = ("id", "charter", "indicator", "from")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_KINDS: Final = ("charter", "commitment", "standard", "indicator", "procedure", "service", "methodology")


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is not the same in two contents; None on the side that lacks it.

    `path` leads to it by the names of fields and by the ids of items, or by their number (from 0) where they have
    none. `reordered`: the items are there on both sides, in another order.
    """

    path: Path
    before: Plain
    after: Plain
    is_text: bool = False
    reordered: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """An item of two lists that is the same one, or one that only one list has."""

    name: str
    before: Plain
    after: Plain


def differences(before: Plain, after: Plain, path: Path = ()) -> Iterator[Difference]:
    """Everything that differs, in the order of the fields' names. None of two equal contents."""
    if before == after:
        return
    if _is_whole(path, before) or _is_whole(path, after):
        yield Difference(path, before, after, is_text=_both_texts(path, before, after))
    elif isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in sorted({*before, *after}):
            yield from differences(before.get(key), after.get(key), (*path, key))
    elif _is_list_of_parts(before) and _is_list_of_parts(after):
        yield from _of_lists(before, after, path)
    else:
        yield Difference(path, before, after)


def is_text(path: Path, value: Plain) -> bool:
    """Whether a value is a text in languages."""
    if not isinstance(value, Mapping) or not value:
        return False
    named = bool(path) and (path[-1] in text_fields() or (len(path) > 1 and path[-2] == "names"))
    return named and all(_LANGUAGE.fullmatch(key) and isinstance(one, str) for key, one in value.items())


def is_duration(value: Plain) -> bool:
    """Whether a value is a length of time."""
    return isinstance(value, Mapping) and set(value) == {"value", "unit"}


@cache
def text_fields() -> frozenset[str]:
    """The names of all fields that hold a text in languages."""
    return frozenset({"prose", "name", *(name for name, _ in _all_texts())})


@cache
def long_text_fields() -> frozenset[str]:
    """The names of those that may hold headings, lists and the like."""
    return frozenset({"prose", *(name for name, sort in _all_texts() if sort == "rich")})


@cache
def _all_texts() -> frozenset[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for kind in _KINDS:
        about = schema(kind)
        found |= _texts_in(about, about["$defs"])
    return frozenset(found)


def _texts_in(about: Plain, defs: Mapping[str, Plain]) -> set[tuple[str, str]]:
    """Every field that is a text, with the sort of text that it is."""
    found: set[tuple[str, str]] = set()
    if isinstance(about, Mapping):
        for name, one in about.get("properties", {}).items():
            ref = one.get("$ref", "").rsplit("/", 1)[-1]
            sort = one.get("x-text") or defs.get(ref, {}).get("x-text")
            found |= {(name, sort)} if sort else set()
        for one in about.values():
            found |= _texts_in(one, defs)
    return found


def _is_whole(path: Path, value: Plain) -> bool:
    at_demands = bool(path) and path[-1] in DEMANDS and isinstance(value, list)
    return at_demands or is_duration(value) or is_text(path, value)


def _both_texts(path: Path, before: Plain, after: Plain) -> bool:
    return all(value is None or is_text(path, value) for value in (before, after))


def _is_list_of_parts(value: Plain) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, Mapping) for one in value)


def _of_lists(before: Sequence[Plain], after: Sequence[Plain], path: Path) -> Iterator[Difference]:
    pairs, reordered = paired(before, after)
    if reordered:
        yield Difference(path, before, after, reordered=True)
    for pair in pairs:
        if pair.before is None or pair.after is None:
            yield Difference((*path, pair.name), pair.before, pair.after)
        else:
            yield from differences(pair.before, pair.after, (*path, pair.name))


def paired(before: Sequence[Plain], after: Sequence[Plain]) -> tuple[tuple[Pair, ...], bool]:
    """The items of two lists side by side, and whether those that both have stand in another order."""
    names = next((found for key in _NAMES if (found := _named(before, after, key))), None)
    names = names or _numbered(before, after)
    first = dict(zip(names[0], before, strict=True))
    second = dict(zip(names[1], after, strict=True))
    common = [name for name in names[0] if name in second]
    reordered = common != [name for name in names[1] if name in first]
    every = [*names[1], *(name for name in names[0] if name not in second)]
    return tuple(Pair(_shown(name), first.get(name), second.get(name)) for name in every), reordered


def _named(before: Sequence[Plain], after: Sequence[Plain], key: str) -> tuple[list[str], list[str]] | None:
    """The names by one field, where every item of both lists has one of its own."""
    sides = []
    for items in (before, after):
        names = [one[key] for one in items if isinstance(one.get(key), str)]
        if len(set(names)) != len(items):
            return None
        sides.append(names)
    return sides[0], sides[1]


def _numbered(before: Sequence[Plain], after: Sequence[Plain]) -> tuple[list[str], list[str]]:
    """Names for items that have none: what says the same is the same, the rest is taken in order."""
    sides = [_said(items) for items in (before, after)]
    same = {*sides[0]} & {*sides[1]}
    older, newer = ([one for one in side if one not in same] for side in sides)
    places = {one: str(position) for position, one in enumerate(sides[1])}
    numbers = {one: places[one] for one in same}
    for index, one in enumerate(newer):
        numbers[one] = places[one]
        if index < len(older):
            numbers[older[index]] = places[one]
    # One that is gone may have the number of one that is there: a sign that is not shown keeps them apart.
    numbers.update({one: f"{sides[0].index(one)}\0" for one in older[len(newer) :]})
    return [numbers[one] for one in sides[0]], [numbers[one] for one in sides[1]]


def _said(items: Sequence[Plain]) -> list[tuple[bytes, int]]:
    """What each item says, and the how manieth is that says so."""
    seen: Counter[bytes] = Counter()
    found = []
    for item in items:
        raw = canonical(item)
        found.append((raw, seen[raw]))
        seen[raw] += 1
    return found


def _shown(name: str) -> str:
    return name.removesuffix("\0")
