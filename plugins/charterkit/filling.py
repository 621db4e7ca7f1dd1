"""Fills the placeholders of a sentence with values, which are never read as a pattern themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_PLACEHOLDER: Final = re.compile(r"\{\{|\}\}|\{([a-z][a-z0-9_]*)\}(\.?)")


def fill(sentence: str, named: Mapping[str, object]) -> str:
    """The sentence with its values; `{{` and `}}` are braces. A placeholder without a value: KeyError."""
    # Not str.format: it would follow attributes and indexes that a translation names.
    return _PLACEHOLDER.sub(lambda hit: _told(named[hit[1]], hit[2]) if hit[1] else hit[0][0], sentence)


def placeholders(sentence: str) -> frozenset[str]:
    """The names of the values that a sentence waits for."""
    return frozenset(hit[1] for hit in _PLACEHOLDER.finditer(sentence) if hit[1])


def _told(value: object, stop: str) -> str:
    """The value before what follows: a day or a currency may end with a full stop of its own, and one is enough."""
    text = str(value)
    return text if text.endswith(".") else text + stop
