"""Writes a record as YAML and notes where every value and every name of a field stands."""

from __future__ import annotations

import json
import re
import textwrap
from dataclasses import dataclass
from typing import Any

Where = tuple[str | int, ...]

# Stands in the place of a field or an entry that is not to be written.
GONE = object()

_PLAIN = re.compile(r"(?!true$|false$|null$)[^\W\d][\w ,./@’()–-]*|\d{4}-\d\d(-\d\d)?|\d\d-\d\d|https?://\S+")


@dataclass(frozen=True, slots=True)
class Mark:
    """Line and column of a value and of the name of its field, counted from 1."""

    value: tuple[int, int]
    key: tuple[int, int]


class MarkedYaml:
    """The text of a record, block by block, from a given line of its file on."""

    def __init__(self, record: Any, line: int) -> None:
        self.line = line
        self.text = ""
        self.marks: dict[Where, Mark] = {(): Mark((line, 1), (line, 1))}
        self._block(record, (), 0)

    def _put(self, text: str) -> None:
        self.text += text
        self.line += text.count("\n")

    def _here(self) -> tuple[int, int]:
        return self.line, len(self.text) - self.text.rfind("\n")

    def _block(self, value: Any, path: Where, indent: int, begun: bool = False) -> None:
        """The fields or entries of a value; `begun`: the first one goes on in a line that has begun."""
        for key, child in _pairs(value):
            if child is GONE:
                continue
            self._put("" if begun else " " * indent)
            begun = False
            key_at = self._here()
            self._put(f"{key}:" if isinstance(value, dict) else "-")
            self._child(child, (*path, key), indent, key_at, in_list=isinstance(value, list))

    def _child(self, child: Any, path: Where, indent: int, key_at: tuple[int, int], in_list: bool) -> None:
        if all(one is GONE for _, one in _pairs(child)):
            self._put(" ")
            self.marks[path] = Mark(self._here(), key_at)
            self._put(f"{_scalar(child, indent + 2)}\n")
        elif in_list:
            self._put(" ")
            self.marks[path] = Mark(self._here(), key_at)
            self._block(child, path, indent + 2, begun=True)
        else:
            self._put("\n")
            self.marks[path] = Mark((self.line, indent + 3), key_at)
            self._block(child, path, indent + 2)


def _pairs(value: Any) -> list[tuple[str | int, Any]]:
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []


def _scalar(value: Any, indent: int) -> str:
    if isinstance(value, (dict, list)):
        return "{}" if isinstance(value, dict) else "[]"
    if isinstance(value, str) and len(value) > 90 and " " in value:
        return ">-\n" + textwrap.indent(textwrap.fill(value, 100), " " * indent)
    if isinstance(value, str) and _PLAIN.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)
