"""The safe subset of Markdown: what is outside it, and what is inside it as HTML or plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from markdown_it.token import Token

from charterkit.richtext.allowed import CLEANER
from charterkit.richtext.lines import Line, lines_in, words_in
from charterkit.richtext.links import is_safe_link
from charterkit.richtext.reading import CHECKER, MAX_NESTING, RENDERER, read
from charterkit.richtext.signs import UNWRITABLE, escaped, with_unix_breaks, writable

MAX_CHARACTERS = 100_000
MAX_TABLE_CELLS = 50_000

# One line without any sign of Markdown or HTML: most authored texts are of this kind.
_UNMARKED = re.compile(r"(?![\s#+\-=>|~]|\d{1,9}[.)])[^\\`*_\[\]<>&\r\n]+(?<!\s)")


class RichFaultKind(StrEnum):
    """What is wrong with an authored text.

    HEADING_LEVEL: a heading of level 1, 5 or 6. UNSUPPORTED: a code block or a horizontal rule. UNWRITABLE:
    a control character or half of a surrogate pair. TOO_DEEP: lists or quotes nested so deeply that the
    innermost would be lost. TOO_LONG: more than `MAX_CHARACTERS`, or tables that could fill more than
    `MAX_TABLE_CELLS`.
    """

    RAW_HTML = "raw_html"
    IMAGE = "image"
    LINK_SCHEME = "link_scheme"
    LINK_EMPTY = "link_empty"
    HEADING_LEVEL = "heading_level"
    UNSUPPORTED = "unsupported"
    UNWRITABLE = "unwritable"
    TOO_DEEP = "too_deep"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class RichFault:
    """One thing to mend: its line in the text (from 0), and what stands there, cut to 60 characters."""

    kind: RichFaultKind
    line: int
    found: str


def check(text: str) -> tuple[RichFault, ...]:
    """Everything in the text that is outside the safe subset, in the order of its lines."""
    if is_too_long(text):
        return (RichFault(RichFaultKind.TOO_LONG, 0, str(len(text))),)
    lines = with_unix_breaks(text).split("\n")
    faults = list(_unwritable_faults(lines))
    if not _UNMARKED.fullmatch(text):
        faults += _markdown_faults(CHECKER.parse(writable(text)), lines)
    return tuple(sorted(faults, key=lambda fault: fault.line))


def is_too_long(text: str) -> bool:
    # A short row is filled up to the length of its table's head: 2 kB of source can become 600 kB of cells.
    widest = max(line.count("|") for line in text.split("\n"))
    return len(text) > MAX_CHARACTERS or widest * text.count("\n") > MAX_TABLE_CELLS


def _unwritable_faults(lines: Sequence[str]) -> Iterator[RichFault]:
    for number, line in enumerate(lines):
        if match := UNWRITABLE.search(line):
            yield RichFault(RichFaultKind.UNWRITABLE, number, f"U+{ord(match[0]):04X}")


def _markdown_faults(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[RichFault]:
    number = 0
    for token in tokens:
        number = token.map[0] if token.map else number
        if kind := _block_fault(token):
            yield RichFault(kind, number, _excerpt(lines[number]))
        for child in token.children or ():
            if kind := _inline_fault(child):
                yield RichFault(kind, number, _excerpt(_address(child) or child.content or lines[number]))
            number += _breaks_in(child)


def _breaks_in(child: Token) -> int:
    if child.type == "html_inline":
        return child.content.count("\n")
    return int(child.type in ("softbreak", "hardbreak"))


def _block_fault(token: Token) -> RichFaultKind | None:
    match token.type:
        case "html_block":
            return RichFaultKind.RAW_HTML
        case "heading_open" if token.tag not in ("h2", "h3", "h4"):
            return RichFaultKind.HEADING_LEVEL
        case "fence" | "hr":
            return RichFaultKind.UNSUPPORTED
        case _ if token.nesting == 1 and token.level == MAX_NESTING:
            return RichFaultKind.TOO_DEEP
    return None


def _inline_fault(token: Token) -> RichFaultKind | None:
    match token.type:
        case "html_inline":
            return RichFaultKind.RAW_HTML
        case "image":
            return RichFaultKind.IMAGE
        case "link_open" if not _address(token).strip():
            return RichFaultKind.LINK_EMPTY
        case "link_open" if not is_safe_link(_address(token)):
            return RichFaultKind.LINK_SCHEME
    return None


def _address(token: Token) -> str:
    return str(token.attrs.get("href", token.attrs.get("src", "")))


def _excerpt(written: str) -> str:
    return written.strip().partition("\n")[0][:60]


def to_html(text: str, *, heading_shift: int = 0) -> str:
    """The text as block HTML; `heading_shift` levels deeper than written, never above h2 or below h6.

    Links to other hosts carry `rel="external"`; cells of aligned columns the class align-left, -center or
    -right. A text too long to be read as Markdown comes out as plain paragraphs.
    """
    return _html(text, heading_shift)


@lru_cache(maxsize=4096)
def _html(text: str, shift: int) -> str:
    source = writable(text).strip("\n")
    if _UNMARKED.fullmatch(source):
        return f"<p>{escaped(source)}</p>"
    return _escaped_paragraphs(source) if is_too_long(source) else _html_of_markdown(source, shift)


def _html_of_markdown(source: str, shift: int) -> str:
    tokens = [_dressed(token, shift) for token in read(source)]
    return CLEANER.clean(RENDERER.renderer.render(tokens, RENDERER.options, {})).strip()


def _dressed(token: Token, shift: int) -> Token:
    """A token of the renderer in the form that this site's pages use."""
    match token.type:
        case "inline":
            return token.copy(children=[_dressed(child, shift) for child in token.children or ()])
        case "heading_open" | "heading_close":
            return token.copy(tag=f"h{min(max(min(max(int(token.tag[1]), 2), 4) + shift, 2), 6)}")
        case "link_open" if re.match("https?:", _address(token), re.IGNORECASE):
            return token.copy(attrs={**token.attrs, "rel": "external"})
        case "th_open" | "td_open":
            return token.copy(attrs=_of_cell(token))
        case "image":
            return token.copy(type="text", content=words_in(token.children or []))
    return token


def _of_cell(token: Token) -> dict[str, str | int | float]:
    others = {name: value for name, value in token.attrs.items() if name != "style"}
    alignment = str(token.attrs.get("style", "")).removeprefix("text-align:")
    scope = {"scope": "col"} if token.type == "th_open" else {}
    return {**others, **scope, **({"class": f"align-{alignment}"} if alignment else {})}


def to_inline(text: str) -> str:
    """The text as HTML for one line: emphasis, code and links; of blocks only their words, spaces between."""
    source = writable(text).strip("\n")
    if _UNMARKED.fullmatch(source):
        return escaped(source)
    if is_too_long(source):
        return escaped(" ".join(source.split()))
    return " ".join(_inline_html(token) for token in read(source) if token.type == "inline").strip()


def _inline_html(token: Token) -> str:
    children = [
        child.copy(type="text", content=" ")
        if child.type in ("softbreak", "hardbreak")
        else _dressed(child, 0)
        for child in token.children or ()
    ]
    return CLEANER.clean(RENDERER.renderer.render([token.copy(children=children)], RENDERER.options, {}))


def to_plain(text: str, limit: int | None = None) -> str:
    """The text without its signs, one block a line: "- item", "1. item", the cells of a row divided by " | ".

    With a `limit` (1 or more) the result is at most so many characters: cut between words, with "…" at the
    end.
    """
    source = writable(text).strip("\n")
    plain = source if _is_verbatim(source) else "\n".join(one.plain for one in to_lines(source))
    return plain if limit is None or len(plain) <= limit else _cut(plain, limit)


def to_lines(text: str) -> tuple[Line, ...]:
    """The text without its signs, block by block: what each is, and its words."""
    source = writable(text).strip("\n")
    if _is_verbatim(source):
        return tuple(Line(words) for words in source.split("\n") if words)
    return tuple(lines_in(read(source)))


def _is_verbatim(source: str) -> bool:
    return bool(_UNMARKED.fullmatch(source)) or is_too_long(source)


def _cut(plain: str, limit: int) -> str:
    head = plain[: limit - 1]
    ends_in_word = not (head[-1:].isspace() or plain[limit - 1].isspace())
    if ends_in_word and len(parts := head.rsplit(maxsplit=1)) == 2:
        head = parts[0]
    return head.rstrip(" \n,;:–-") + "…"


def links(text: str) -> tuple[str, ...]:
    """Where the links of the text lead, in order, encoded as in the HTML; refused ones are not among them."""
    if _UNMARKED.fullmatch(text) or is_too_long(text):
        return ()
    tokens = read(writable(text).strip("\n"))
    children = (child for token in tokens for child in token.children or ())
    return tuple(_address(child) for child in children if child.type == "link_open" and _address(child))


def _escaped_paragraphs(text: str) -> str:
    blocks = (block.strip() for block in re.split(r"\n[ \t]*\n", text))
    return "\n".join(f"<p>{escaped(block)}</p>" for block in blocks if block)
