"""Views on their way to paper: plain data that a Typst template walks, with every authored text as a string.

A `Piece` is HTML that passed the allow-list of `richtext`, so it has few elements. It is read into a tree of nodes: a
string is words as they are, a mapping is an element with its name (`t`), what it holds (`c`), and its language,
address or the like. Nothing in the tree is ever read as Typst's own markup.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from enum import Enum
from html.parser import HTMLParser
from typing import Any, Final, TypeAlias

from charterkit.richtext.signs import writable
from charterkit.site.pieces import FALLBACK_CLASS, Piece

Node: TypeAlias = "str | dict[str, Any]"

_BLOCKS: Final = frozenset(
    {"p", "ul", "ol", "li", "h2", "h3", "h4", "h5", "h6", "blockquote", "div", "dl", "dt", "dd"}
    | {"table", "thead", "tbody", "tr", "th", "td"}
)
_INLINE: Final = frozenset({"a", "code", "em", "strong", "span"})
_HEADING: Final = re.compile(r"h[2-6]")
_BLANKS: Final = re.compile(r"[ \t\n]+")
# What can be reached from paper: a whole address, a mailbox, a telephone.
_REACHABLE: Final = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
# Fields of views that have no place on paper: the way through the site, its shell, drawings that need a stylesheet.
_ON_SCREEN_ONLY: Final = frozenset({"page", "source", "contents", "verdicts", "tell_us", "take_along"})


class _Reader(HTMLParser):
    """Builds the tree of a piece."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top: list[Node] = []
        self._open: list[tuple[str, list[Node]]] = [("", self.top)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element, or put a line break."""
        if tag == "br":
            self._open[-1][1].append({"t": "br"})
        elif tag in _BLOCKS or tag in _INLINE:
            node: dict[str, Any] = {"t": tag, "c": [], **_kept(tag, dict(attrs))}
            self._open[-1][1].append(node)
            self._open.append((tag, node["c"]))

    def handle_endtag(self, tag: str) -> None:
        """End an element; one that was never begun is not missed."""
        if any(name == tag for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Take words as they are; a line break in the source is a space."""
        before = self._open[-1][1][-1:]
        words = _BLANKS.sub(" ", data)
        self._open[-1][1].append(words.lstrip(" ") if before == [{"t": "br"}] else words)


def _kept(tag: str, attrs: dict[str, str | None]) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    if attrs.get("lang"):
        kept["lang"] = attrs["lang"]
    if tag == "a" and reachable(attrs.get("href") or ""):
        kept["href"] = attrs["href"]
    if tag == "ol" and (attrs.get("start") or "").isdecimal():
        kept["start"] = int(attrs["start"] or 1)
    if attrs.get("class") == FALLBACK_CLASS:
        kept["t"] = "note"
    if attrs.get("data-mark"):
        kept |= {"t": "badge", "mark": attrs["data-mark"], "hue": attrs.get("data-hue", "")}
    return kept


def reachable(href: str) -> str:
    """The address where it leads somewhere from paper; else nothing."""
    return href if _REACHABLE.match(href) else ""


def nodes(piece: Piece | str) -> list[Node]:
    """The tree of a piece; a bare string is words as they are."""
    if isinstance(piece, str):
        return [writable(piece)] if piece else []
    reader = _Reader()
    reader.feed(piece.html)
    reader.close()
    return _with_depths(_tidy(reader.top))


def _tidy(found: list[Node]) -> list[Node]:
    """Without the blanks that stand between blocks."""
    holds_blocks = any(isinstance(one, dict) and one["t"] in _BLOCKS for one in found)
    kept = [one for one in found if not (holds_blocks and isinstance(one, str) and not one.strip(" "))]
    for one in kept:
        if isinstance(one, dict) and "c" in one:
            one["c"] = _tidy(one["c"])
    return kept


def _with_depths(found: list[Node]) -> list[Node]:
    """Headings get a depth of their own, from 0 on and without a gap: on paper they stand below another heading."""
    levels: list[int] = []
    for one in _walk(found):
        if _HEADING.fullmatch(one["t"]):
            level = int(one["t"][1])
            levels = [*(higher for higher in levels if higher < level), level]
            one |= {"t": "h", "depth": len(levels) - 1}
    return found


def _walk(found: list[Node]) -> list[dict[str, Any]]:
    return [
        node
        for one in found
        if isinstance(one, dict)
        for node in (one, *_walk(one.get("c", [])))
    ]  # fmt: skip


def as_data(value: Any) -> Any:
    """A view as plain data: its fields by name, pieces as nodes, links to what can be reached from paper."""
    if isinstance(value, Piece):
        return nodes(value)
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _field(field.name, getattr(value, field.name))
            for field in fields(value)
            if field.name not in _ON_SCREEN_ONLY
        }
    if isinstance(value, (list, tuple)):
        return [as_data(one) for one in value]
    if isinstance(value, dict):
        return {key: as_data(one) for key, one in value.items()}
    return writable(value) if isinstance(value, str) else value


def _field(name: str, value: Any) -> Any:
    return reachable(value) if name == "href" else as_data(value)
