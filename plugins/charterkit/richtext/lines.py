"""A long text as lines of plain words, each of which says what it is: a heading, an item of a list, a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from markdown_it.token import Token


class LineKind(StrEnum):
    """What a line is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Line:
    """A block of a text. `mark` is what stands before an item ("-", "1."), `depth` how deep its list lies (from 0)."""

    words: str
    kind: LineKind = LineKind.PARAGRAPH
    mark: str = ""
    depth: int = 0

    @property
    def plain(self) -> str:
        """The line for places without lists: "- item", "1. item"."""
        return f"{'  ' * self.depth}{self.mark} {self.words}" if self.mark else self.words


def lines_in(tokens: Sequence[Token]) -> Iterator[Line]:
    """The lines of a text that was parsed."""
    numbers: list[int | None] = []
    mark, kind = "", LineKind.PARAGRAPH
    row: list[str] | None = None
    for token in tokens:
        match token.type:
            case "bullet_list_open":
                numbers.append(None)
            case "ordered_list_open":
                numbers.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                numbers.pop()
            case "list_item_open":
                mark, kind = _next_mark(numbers), LineKind.ITEM
            case "heading_open":
                kind = LineKind.HEADING
            case "tr_open":
                row = []
            case "inline" if row is not None:
                row.append(words_in(token.children or []))
            case "inline":
                yield Line(words_in(token.children or []), kind, mark, len(numbers) - 1 if mark else 0)
                mark, kind = "", LineKind.PARAGRAPH
            case "tr_close":
                yield Line(" | ".join(row or []), LineKind.ROW)
                row = None


def _next_mark(numbers: list[int | None]) -> str:
    number = numbers[-1]
    if number is None:
        return "-"
    numbers[-1] = number + 1
    return f"{number}."


def words_in(tokens: Sequence[Token]) -> str:
    """The words of tokens within a line; a hard break ends a line of it."""
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(
        words_in(token.children or []) if token.type == "image" else breaks.get(token.type, token.content)
        for token in tokens
    )
