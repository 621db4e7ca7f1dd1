"""Authored texts on their way into the tree: what passed the allow-list of `richtext`, as blocks and runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from charterkit.exports.dossier.tree import Block, Grid, Heading, Items, Look, Paragraph, Run, Runs, Style
from charterkit.exports.paper.nodes import Node, nodes
from charterkit.site.pieces import Piece

_BLOCKS: Final = frozenset({"p", "ul", "ol", "h", "blockquote", "div", "dl", "table"})
_LOOKS: Final = {"strong": Look.STRONG, "em": Look.EMPHASIS, "code": Look.CODE}


def blocks(piece: Piece | str, level: int | None = None) -> tuple[Block, ...]:
    """The text as blocks; its headings stand below `level`, or are bold words where that is None."""
    return tuple(_blocks(nodes(piece), level))


def runs(piece: Piece | str) -> Runs:
    """The text as words in one line."""
    return tuple(_runs(nodes(piece), Look.PLAIN, ""))


def _blocks(found: Iterable[Node], level: int | None) -> Iterator[Block]:
    loose: list[Node] = []
    for one in found:
        if isinstance(one, dict) and (one["t"] in _BLOCKS or _holds_blocks(one)):
            yield from _paragraph(loose)
            loose = []
            yield from _block(one, level)
        else:
            loose.append(one)
    yield from _paragraph(loose)


def _holds_blocks(one: dict[str, Any]) -> bool:
    return any(isinstance(part, dict) and part["t"] in _BLOCKS for part in one.get("c", ()))


def _paragraph(loose: list[Node], style: Style = Style.BODY) -> Iterator[Block]:
    found = tuple(_runs(loose, Look.PLAIN, ""))
    if found:
        yield Paragraph(found, style)


def _block(one: dict[str, Any], level: int | None) -> Iterator[Block]:
    match one["t"]:
        case "p":
            yield from _paragraph(one["c"])
        case "ul" | "ol":
            items = tuple(tuple(_blocks(item["c"], None)) for item in one["c"] if isinstance(item, dict))
            yield Items(items, one.get("start", 1) if one["t"] == "ol" else None)
        case "h" if level is not None:
            yield Heading(min(level + 1 + one["depth"], 6), tuple(_runs(one["c"], Look.PLAIN, "")))
        case "h":
            yield Paragraph(tuple(_runs(one["c"], Look.STRONG, "")), Style.LABEL)
        case "blockquote":
            for part in _blocks(one["c"], level):
                yield Paragraph(part.runs, Style.QUOTE) if isinstance(part, Paragraph) else part
        case "table":
            yield _grid(one)
        case _:
            yield from _blocks(one["c"], level)


def _grid(one: dict[str, Any]) -> Grid:
    parts = {part["t"]: part["c"] for part in one["c"] if isinstance(part, dict)}
    heads = [cell for row in parts.get("thead", ()) for cell in row["c"]]
    rows = tuple(
        tuple(tuple(_blocks(cell["c"], None)) for cell in row["c"]) for row in parts.get("tbody", ())
    )
    width = len(heads)
    return Grid(tuple(tuple(_runs(cell["c"], Look.PLAIN, "")) for cell in heads), rows, (1,) * width)


def _runs(found: Iterable[Node], look: Look, href: str) -> Iterator[Run]:
    for one in found:
        if isinstance(one, str):
            yield Run(one, look, href)
        elif one["t"] == "br":
            yield Run("\n", look)
        else:
            yield from _runs(one.get("c", ()), _LOOKS.get(one["t"], look), one.get("href", href))
