"""The file of an act: YAML in block style, the same bytes for the same act on every machine, for ever.

Every text stands as a block of its own, so that no sign in it means anything to YAML; short ones fold (`>-`), texts
of several lines keep them (`|-`). Names and numbers stand in quotation marks: a digest may consist of digits alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from charterkit.data.build import RENAMED
from charterkit.data.schema import schema
from charterkit.model.release import Act
from charterkit.periods import Period
from charterkit.text import Text

# What the place and the bytes of a file say themselves.
_NOT_WRITTEN = frozenset({"file", "seal"})
# Plain texts that are sentences.
_IN_BLOCKS = frozenset({"before", "after"})
_INDENT = "  "


def act_file(act: Act) -> bytes:
    """The bytes of the file of an act: UTF-8, lines that end in a line feed."""
    said = {"kind": "act", **act_fields(act)}
    ordered = {name: said[name] for name in schema("act")["properties"] if name in said}
    return "".join(f"{line}\n" for line in _mapping(ordered, 0)).encode()


def list_lines(entries: Iterable[Mapping[str, Any]]) -> bytes:
    """Entries of a list in the same style, to be put below others."""
    plain = [{name: _value(value) for name, value in one.items()} for one in entries]
    return "".join(f"{line}\n" for line in _items(plain, 0)).encode()


def act_fields(act: Act) -> dict[str, Any]:
    """What the file of an act says, as plain values by the names of its fields."""
    return _plain(act, _NOT_WRITTEN)


def _plain(record: Any, left_out: frozenset[str] = frozenset()) -> dict[str, Any]:
    """The fields of a record that say something, by the words that files have for them."""
    renamed = RENAMED.get(type(record), {})
    values = {one.name: getattr(record, one.name) for one in fields(record) if one.name not in left_out}
    silent = {
        one.name
        for one in fields(record)
        if one.default is not MISSING and values.get(one.name) == one.default
    }
    return {renamed.get(name, name): _value(one) for name, one in values.items() if name not in silent}


def _value(value: Any) -> Any:
    if isinstance(value, Text):
        return _Words(value)
    if isinstance(value, Period):
        return value.label
    if is_dataclass(value):
        return _plain(value)
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    if isinstance(value, Enum):
        return _Word(value.value)
    return _Word(value.isoformat()) if isinstance(value, date) else value


class _Word(str):
    """A word or day of a closed form, which needs no quotation marks."""

    __slots__ = ()


class _Words(dict[str, str]):
    """A text by language."""


def _mapping(said: Mapping[str, Any], depth: int) -> Iterator[str]:
    blocks = isinstance(said, _Words)
    for name, value in said.items():
        yield from _block(name, value, depth) if blocks or name in _IN_BLOCKS else _field(name, value, depth)


def _field(name: str, value: Any, depth: int) -> Iterator[str]:
    indent = _INDENT * depth
    if isinstance(value, Mapping):
        yield f"{indent}{name}:"
        yield from _mapping(value, depth + 1)
    elif isinstance(value, list):
        yield f"{indent}{name}:"
        yield from _items(value, depth + 1)
    else:
        yield f"{indent}{name}: {_scalar(name, value)}"


def _block(name: str, text: str, depth: int) -> Iterator[str]:
    lines = text.split("\n")
    yield f"{_INDENT * depth}{name}: {'|-' if len(lines) > 1 else '>-'}"
    yield from (f"{_INDENT * (depth + 1)}{line}" if line else "" for line in lines)


def _items(values: Sequence[Any], depth: int) -> Iterator[str]:
    for value in values:
        if not isinstance(value, Mapping):
            yield f"{_INDENT * depth}- {_scalar('', value)}"
            continue
        lines = [*_mapping(value, 0)]
        for number, line in enumerate(lines):
            lead = "- " if number == 0 else _INDENT
            yield f"{_INDENT * depth}{lead}{line}" if line else ""


def _scalar(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, _Word)) or name == "kind":
        return str(value)
    return json.dumps(value, ensure_ascii=False)
