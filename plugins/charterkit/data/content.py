"""What of a record is sealed: its normative fields in the authoritative languages, in one canonical form.

Which fields these are stands in the schemas (`x-normative`). Where a normative field has parts of which some are
marked, only those are sealed; where none is, all are. Two files that say the same give the same content: the order
of fields, line ends, the spelling of a number ("95.0") and what is left blank make no difference.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from hashlib import sha256
from typing import Any

import rfc8785

from charterkit.data.schema import schema

Plain = Any
Part = Mapping[str, Any]


def canonical(content: Plain) -> bytes:
    """The bytes of content in canonical JSON (RFC 8785)."""
    return rfc8785.dumps(content)


def digest(raw: bytes) -> str:
    """The SHA-256 of bytes in hexadecimal digits, as `sha256sum` prints it."""
    return sha256(raw).hexdigest()


def sealed(kind: str, data: Plain, languages: Sequence[str]) -> Plain:
    """What is sealed of a valid record of a kind; its words in these languages only."""
    about = schema(kind)
    return _Sealing(about["$defs"], tuple(languages)).fields(about, data)


def number(value: Decimal | int) -> str:
    """A number as it is sealed: decimal, without an exponent and without needless zeros."""
    text = format(Decimal(value), "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def plain_text(words: str) -> str:
    """A text as it is sealed: Unicode form NFC, lines that end in a line feed alone, nothing blank around it."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return unicodedata.normalize("NFC", "\n".join(line.rstrip() for line in lines)).strip()


class _Sealing:
    """Walks a record and its schema side by side."""

    def __init__(self, defs: Part, languages: tuple[str, ...]) -> None:
        self.defs = defs
        self.languages = languages

    def fields(self, about: Part, data: Plain) -> dict[str, Plain]:
        """The sealed fields of a record or of a part of which some fields are marked."""
        known = about.get("properties", {})
        return self._kept({
            key: self._value(known[key], value) for key, value in data.items() if _is_sealed(known.get(key), self.defs)
        })  # fmt: skip

    def _value(self, about: Part, value: Plain) -> Plain:
        about = _resolved(about, self.defs)
        if "x-text" in about:
            return self._words(value)
        if isinstance(value, Mapping):
            return self._mapping(about, value)
        if isinstance(value, list):
            items = about.get("items")
            return [
                self._value(items, one) if isinstance(items, Mapping) else self._bare(one) for one in value
            ]
        return self._bare(value)

    def _mapping(self, about: Part, value: Plain) -> Plain:
        if _has_marks(about, self.defs):
            return self.fields(about, value)
        known, others = about.get("properties", {}), about.get("additionalProperties")
        parts = {key: known.get(key, others) for key in value}
        return self._kept({
            key: self._value(parts[key], one) if isinstance(parts[key], Mapping) else self._bare(one)
            for key, one in value.items()
        })  # fmt: skip

    def _words(self, text: Mapping[str, str]) -> dict[str, str]:
        return self._kept({lang: plain_text(text[lang]) for lang in self.languages if text.get(lang)})

    def _bare(self, value: Plain) -> Plain:
        if isinstance(value, Mapping):
            return self._kept({key: self._bare(one) for key, one in value.items()})
        if isinstance(value, list):
            return [self._bare(one) for one in value]
        if isinstance(value, bool) or value is None:
            return value
        return number(value) if isinstance(value, (int, Decimal)) else plain_text(str(value))

    @staticmethod
    def _kept(found: dict[str, Plain]) -> dict[str, Plain]:
        """Without what says nothing: blanks, and a `false` that is as good as silence."""
        return {key: value for key, value in found.items() if value not in ("", None, False, [], {})}


def _resolved(about: Part, defs: Part) -> Part:
    ref = about.get("$ref")
    return {**defs[ref.rsplit("/", 1)[-1]], **about} if ref else about


def _is_sealed(about: Part | None, defs: Part) -> bool:
    """Whether a field is sealed itself or holds something that is."""
    return about is not None and bool(about.get("x-normative") or _has_inner_marks(about, defs))


def _has_inner_marks(about: Part, defs: Part) -> bool:
    """Whether something inside a field that is not marked itself is; common parts do not count there."""
    own = [*about.get("properties", {}).values()]
    items = about.get("items")
    if isinstance(items, Mapping):
        own += items.get("properties", {}).values()
    return any(_is_sealed(one, defs) for one in own)


def _has_marks(about: Part, defs: Part) -> bool:
    return any("x-normative" in one for one in _resolved(about, defs).get("properties", {}).values())


@cache
def sealed_fields(kind: str) -> frozenset[str]:
    """The names of the fields of a kind of which something is sealed."""
    about = schema(kind)
    known = about["properties"].items()
    return frozenset(name for name, one in known if _is_sealed(one, about["$defs"]))
