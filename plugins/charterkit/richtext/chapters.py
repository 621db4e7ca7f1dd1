"""Long documents in chapters: a text is cut where its headings of the second level stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from charterkit.richtext.reading import RENDERER
from charterkit.richtext.signs import with_unix_breaks, writable
from charterkit.richtext.subset import is_too_long


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a document: its heading (blank before the first one) and its text, both still Markdown."""

    heading: str
    text: str


def chapters(text: str) -> tuple[Chapter, ...]:
    """The chapters of a document, in order; what stands before the first heading comes first."""
    text = writable(with_unix_breaks(text))
    lines, headings = text.split("\n"), _headings(text)
    edges = [*(line for line, _ in headings), len(lines)]
    found = [Chapter("", "\n".join(lines[: edges[0]]).strip("\n"))]
    for (start, heading), end in zip(headings, edges[1:], strict=True):
        found.append(Chapter(heading, "\n".join(lines[start + 1 : end]).strip("\n")))
    return tuple(one for one in found if one.heading or one.text)


def _headings(text: str) -> list[tuple[int, str]]:
    """The line and the words of each heading that stands for itself; one in a quotation does not."""
    if is_too_long(text):
        return []
    tokens = RENDERER.parse(text)
    return [
        (token.map[0], inline.content)
        for token, inline in pairwise(tokens)
        if token.type == "heading_open" and token.level == 0 and token.tag == "h2" and token.map
    ]
