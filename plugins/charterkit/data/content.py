"""What of a record is sealed: its normative fields in the authoritative languages, in one canonical form.

Which fields these are stands in the schemas (`x-normative`). Where a normative field has parts of which some are
marked, only those are sealed; where none is, all are. Two files that say the same give the same content: the order
of fields, line ends, the spelling of a number ("95.0") and what is left blank make no difference.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal
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
    return Sealing(about["$defs"], tuple(languages)).fields(about, data)


def number(value: Decimal | int) -> str:
    """A number as it is sealed: decimal, without an exponent and without needless zeros."""
    text = format(Decimal(value), "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def plain_text(words: str) -> str:
    """A text as it is sealed: Unicode form NFC, lines that end in a line feed alone, nothing blank around it."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return unicodedata.normalize("NFC", "\n".join(line.rstrip() for line in lines)).strip()


class Sealing:
    """Walks a record and its schema side by side."""

    def __init__(self, defs: Part, languages: tuple[str, ...]) -> None:
        self.defs = defs
        self.languages = languages

    def fields(self, about: Part, data: Plain) -> dict[str, Plain]:
        """The sealed fields of a record, or of a part of which some fields are marked."""
        known = about.get("properties", {})
        sealed = ((key, value) for key, value in data.items() if key in known and self.is_sealed(known[key]))
        return _kept({key: self.value(known[key], value) for key, value in sealed})

    def value(self, about: Part, value: Plain) -> Plain:
        """What is sealed of the value of a field."""
        about = self.resolved(about)
        if "x-text" in about:
            return _kept({lang: plain_text(value[lang]) for lang in self.languages if value.get(lang)})
        if isinstance(value, Mapping):
            return self._mapping(about, value)
        items = about.get("items")
        if isinstance(value, list) and isinstance(items, Mapping):
            return [self.value(items, one) for one in value]
        return _bare(value)

    def _mapping(self, about: Part, value: Plain) -> Plain:
        if by_language(about):
            return _kept({lang: _bare(value[lang]) for lang in self.languages if lang in value})
        if self.has_marks(about):
            return self.fields(about, value)
        known, others = about.get("properties", {}), about.get("additionalProperties")
        parts = {key: known.get(key, others) for key in value}
        return _kept({
            key: self.value(parts[key], one) if isinstance(parts[key], Mapping) else _bare(one)
            for key, one in value.items()
        })  # fmt: skip

    def resolved(self, about: Part) -> Part:
        """A field's schema with the common part that it names folded in."""
        ref = about.get("$ref")
        return {**self.defs[ref.rsplit("/", 1)[-1]], **about} if ref else about

    def is_sealed(self, about: Part) -> bool:
        """Whether a field is sealed itself or holds something that is; common parts are asked only once sealed."""
        if about.get("x-normative"):
            return True
        items = about.get("items")
        inner = [*about.get("properties", {}).values()]
        inner += items.get("properties", {}).values() if isinstance(items, Mapping) else ()
        return any(self.is_sealed(one) for one in inner)

    def has_marks(self, about: Part) -> bool:
        """Whether of the parts of a field some are marked, so that the others are not sealed with it."""
        return any("x-normative" in one for one in self.resolved(about).get("properties", {}).values())


def by_language(about: Part) -> bool:
    """Whether a field holds something in several languages that is no text: the plural forms of a unit."""
    return str(about.get("propertyNames", {}).get("$ref", "")).endswith("/language")


def _bare(value: Plain) -> Plain:
    """A value of which no schema says more than that it is one."""
    if isinstance(value, Mapping):
        return _kept({key: _bare(one) for key, one in value.items()})
    if isinstance(value, list):
        return [_bare(one) for one in value]
    if isinstance(value, bool) or value is None:
        return value
    return number(value) if isinstance(value, (int, Decimal)) else plain_text(str(value))


def _kept(found: dict[str, Plain]) -> dict[str, Plain]:
    """Without what says nothing: blanks, and a `false` that is as good as silence."""
    return {key: value for key, value in found.items() if value not in ("", None, False, [], {})}
