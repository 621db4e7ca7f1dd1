"""Long authored texts: a safe subset of Markdown, checked, and turned into HTML or plain text.

The subset: paragraphs, bullet and numbered lists, emphasis, strong, inline code, links, headings of level 2
to 4, tables, block quotes and hard line breaks. Two walls stand against anything else. The Markdown parser
knows no raw HTML, image or unsafe link: they come out as words. Its output then passes an allow-list of
tags, attributes and addresses. So every function is safe for every input, checked or not; `check` says what
an author has to mend before the text may be published.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from html import escape, unescape
from urllib.parse import unquote

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

MAX_CHARACTERS = 100_000
MAX_TABLE_CELLS = 50_000
MAX_NESTING = 20
MAX_PAGE_NESTING = 500

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_ALIGNED = {"align-left", "align-center", "align-right"}
# A form feed or a lone surrogate cannot be written into a valid page (and the sanitiser refuses surrogates).
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
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


class _Renderer(MarkdownIt):
    """Reads the subset; an unsafe link stays the characters it is made of."""

    def validateLink(self, url: str) -> bool:
        return is_safe_link(url)


class _Checker(MarkdownIt):
    """Reads more than the subset, so that what is outside it can be named; keeps addresses as written."""

    def validateLink(self, url: str) -> bool:
        return True

    def normalizeLink(self, url: str) -> str:
        return url


# Reference definitions vanish from the text, and indentation or a row of "=" is hardly ever meant as
# Markdown.
_NEVER = ["code", "lheading", "reference"]
_RENDERER = (
    _Renderer("commonmark", {"html": False, "xhtmlOut": False, "maxNesting": MAX_NESTING})
    .enable("table")
    .disable([*_NEVER, "fence", "hr", "html_block", "html_inline"])
)
_CHECKER = (
    _Checker("commonmark", {"html": True, "maxNesting": 2 * MAX_NESTING}).enable("table").disable(_NEVER)
)


def is_safe_link(target: str) -> bool:
    """Whether a reader may be sent there: http, https, mailto, tel, or an address within this site.

    Judged as written and with every disguise taken off (entities, percent signs, spaces, invisible
    characters). An address that leaves the site without naming a scheme (`//host`) is refused, an empty one
    too.
    """
    bare = _undisguised(target)
    return bare != "" and {_scheme(target.strip()), _scheme(bare)} <= _SCHEMES | {""}


def _scheme(address: str) -> str:
    """What stands before the colon; nothing for an address within the site; "//" for another host's."""
    if re.match(r"[/\\]{2}", address):
        return "//"
    head, colon, _ = re.split("[/?#]", address, maxsplit=1)[0].partition(":")
    return head.lower() or ":" if colon else ""


def _undisguised(target: str) -> str:
    """The address that a careless reader could see in `target`; nothing if it is wrapped too often."""
    bare = target
    for _ in range(5):
        before, bare = bare, unquote(unescape(bare))
        if bare == before:
            return "".join(char for char in bare if unicodedata.category(char)[0] not in "CZ")
    return ""


def _link_filter(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "href":
        return value if is_safe_link(value) else None
    if attribute == "src":
        return value if is_safe_link(value) and _scheme(_undisguised(value)) == "" else None
    return value


_INLINE_TAGS = {"a", "br", "code", "em", "strong"}
_BLOCK_TAGS = {"blockquote", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "ul"}
_TABLE_TAGS = {"table", "tbody", "td", "th", "thead", "tr"}
_CLEANER = nh3.Cleaner(
    tags=_INLINE_TAGS | _BLOCK_TAGS | _TABLE_TAGS,
    attributes={"a": {"href", "rel", "title"}, "ol": {"start"}, "th": {"scope"}},
    allowed_classes={"td": _ALIGNED, "th": _ALIGNED},
    attribute_filter=_link_filter,
    url_schemes=set(_SCHEMES),
    link_rel=None,
)


def check(text: str) -> tuple[RichFault, ...]:
    """Everything in the text that is outside the safe subset, in the order of its lines."""
    if _is_too_long(text):
        return (RichFault(RichFaultKind.TOO_LONG, 0, str(len(text))),)
    lines = _with_unix_breaks(text).split("\n")
    faults = list(_unwritable_faults(lines))
    if not _UNMARKED.fullmatch(text):
        faults += _markdown_faults(_CHECKER.parse(_writable(text)), lines)
    return tuple(sorted(faults, key=lambda fault: fault.line))


def _is_too_long(text: str) -> bool:
    # A short row is filled up to the length of its table's head: 2 kB of source can become 600 kB of cells.
    widest = max(line.count("|") for line in text.split("\n"))
    return len(text) > MAX_CHARACTERS or widest * text.count("\n") > MAX_TABLE_CELLS


def _unwritable_faults(lines: Sequence[str]) -> Iterator[RichFault]:
    for number, line in enumerate(lines):
        if match := _UNWRITABLE.search(line):
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
    source = _writable(text).strip("\n")
    if _UNMARKED.fullmatch(source):
        return f"<p>{_escaped(source)}</p>"
    return _escaped_paragraphs(source) if _is_too_long(source) else _html_of_markdown(source, shift)


def _html_of_markdown(source: str, shift: int) -> str:
    tokens = _RENDERER.parse(source)
    for token in tokens:
        _dress(token, shift)
        for child in token.children or ():
            _dress(child, shift)
    return _CLEANER.clean(_RENDERER.renderer.render(tokens, _RENDERER.options, {})).strip()


def _dress(token: Token, shift: int) -> None:
    """Give a token of the renderer the form that this site's pages use."""
    match token.type:
        case "heading_open" | "heading_close":
            token.tag = f"h{min(max(min(max(int(token.tag[1]), 2), 4) + shift, 2), 6)}"
        case "link_open" if re.match("https?:", _address(token), re.IGNORECASE):
            token.attrSet("rel", "external")
        case "th_open" | "td_open":
            alignment = str(token.attrs.pop("style", "")).removeprefix("text-align:")
            token.attrs |= {"scope": "col"} if token.type == "th_open" else {}
            token.attrs |= {"class": f"align-{alignment}"} if alignment else {}
        case "image":
            token.type, token.content = "text", _words(token.children or [])


def to_inline(text: str) -> str:
    """The text as HTML for one line: emphasis, code and links; of blocks only their words, spaces between."""
    source = _writable(text).strip("\n")
    if _UNMARKED.fullmatch(source):
        return _escaped(source)
    if _is_too_long(source):
        return _escaped(" ".join(source.split()))
    tokens = _RENDERER.parse(source)
    return " ".join(_inline_html(token) for token in tokens if token.type == "inline").strip()


def _inline_html(token: Token) -> str:
    for child in token.children or ():
        _dress(child, 0)
        if child.type in ("softbreak", "hardbreak"):
            child.type, child.content = "text", " "
    return _CLEANER.clean(_RENDERER.renderer.render([token], _RENDERER.options, {}))


def to_plain(text: str, limit: int | None = None) -> str:
    """The text without its signs, one block a line: "- item", "1. item", the cells of a row divided by " | ".

    With a `limit` (1 or more) the result is at most so many characters: cut between words, with "…" at the
    end.
    """
    source = _writable(text).strip("\n")
    is_verbatim = _UNMARKED.fullmatch(source) or _is_too_long(source)
    plain = source if is_verbatim else "\n".join(_plain_lines(_RENDERER.parse(source)))
    return plain if limit is None or len(plain) <= limit else _cut(plain, limit)


def _plain_lines(tokens: Sequence[Token]) -> Iterator[str]:
    numbers: list[int | None] = []
    marker = ""
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
                marker = _next_marker(numbers)
            case "tr_open":
                row = []
            case "inline" if row is not None:
                row.append(_words(token.children or []))
            case "inline":
                yield marker + _words(token.children or [])
                marker = ""
            case "tr_close":
                yield " | ".join(row or [])
                row = None


def _next_marker(numbers: list[int | None]) -> str:
    indent, number = "  " * (len(numbers) - 1), numbers[-1]
    if number is None:
        return f"{indent}- "
    numbers[-1] = number + 1
    return f"{indent}{number}. "


def _words(tokens: Sequence[Token]) -> str:
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(
        _words(token.children or []) if token.type == "image" else breaks.get(token.type, token.content)
        for token in tokens
    )


def _cut(plain: str, limit: int) -> str:
    head = plain[: limit - 1]
    ends_in_word = not (head[-1:].isspace() or plain[limit - 1].isspace())
    if ends_in_word and len(parts := head.rsplit(maxsplit=1)) == 2:
        head = parts[0]
    return head.rstrip(" \n,;:–-") + "…"


def links(text: str) -> tuple[str, ...]:
    """Where the links of the text lead, in order, encoded as in the HTML; refused ones are not among them."""
    if _UNMARKED.fullmatch(text) or _is_too_long(text):
        return ()
    tokens = _RENDERER.parse(_writable(text))
    children = (child for token in tokens for child in token.children or ())
    return tuple(_address(child) for child in children if child.type == "link_open" and _address(child))


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", _with_unix_breaks(text))


def _with_unix_breaks(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _escaped(text: str) -> str:
    # The sanitiser writes a no-break space by name; both ways to the HTML give the same bytes.
    return escape(text, quote=False).replace("\xa0", "&nbsp;")


def _escaped_paragraphs(text: str) -> str:
    blocks = (block.strip() for block in re.split(r"\n[ \t]*\n", text))
    return "\n".join(f"<p>{_escaped(block)}</p>" for block in blocks if block)


_ADMONITIONS = {
    "admonition", "abstract", "attention", "bug", "caution", "danger", "error", "example", "failure",
    "hint", "important", "info", "note", "question", "quote", "success", "tip", "warning",
}  # fmt: skip
_PAGE_TAGS = {
    "abbr", "b", "bdi", "bdo", "caption", "cite", "col", "colgroup", "dd", "del", "details", "dfn", "div",
    "dl", "dt", "figcaption", "figure", "h1", "hr", "i", "img", "ins", "kbd", "mark", "pre", "q", "s",
    "samp", "section", "small", "span", "sub", "summary", "sup", "tfoot", "time", "u", "var", "wbr",
}  # fmt: skip
_PAGE_CLEANER = nh3.Cleaner(
    tags=_INLINE_TAGS | _BLOCK_TAGS | _TABLE_TAGS | _PAGE_TAGS,
    clean_content_tags={"iframe", "math", "noscript", "object", "script", "style", "svg", "template"},
    attributes={
        "*": {"dir", "id", "lang"},
        "a": {"href", "hreflang", "rel", "title"},
        "abbr": {"title"},
        "col": {"span"},
        "colgroup": {"span"},
        "details": {"open"},
        "dfn": {"title"},
        "img": {"alt", "height", "src", "title", "width"},
        "ol": {"reversed", "start", "type"},
        "td": {"colspan", "headers", "rowspan"},
        "th": {"abbr", "colspan", "headers", "rowspan", "scope"},
        "time": {"datetime"},
    },
    allowed_classes={
        "a": {"footnote-backref", "footnote-ref", "headerlink"},
        "details": _ADMONITIONS,
        "div": _ADMONITIONS | {"footnote", "highlight", "toc"},
        "p": {"admonition-title"},
        "td": _ALIGNED,
        "th": _ALIGNED,
    },
    attribute_filter=_link_filter,
    url_schemes=set(_SCHEMES),
    link_rel=None,
)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")
# Elements that hold nothing, or that the next of their kind closes: they do not nest by themselves.
_FLAT_TAGS = {
    "area", "base", "br", "col", "colgroup", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
    "option", "p", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "wbr",
}  # fmt: skip
_IMAGE = re.compile(r'<img((?: [a-z]+="[^"]*")*)>')


def clean_page(html: str) -> str:
    """The HTML of a hand-written page with only what such a page may hold.

    No script, style, form, frame, event handler or `style` attribute survives; an image from elsewhere
    becomes its alternative text. Classes stay where Python-Markdown sets them: admonitions, footnotes,
    permanent links. A page of elements nested deeper than `MAX_PAGE_NESTING` comes out as text: it would take
    for ever to repair.
    """
    if _page_nesting(html) > MAX_PAGE_NESTING:
        return f"<p>{_escaped(_writable(html))}</p>"
    return _IMAGE.sub(_image_or_words, _PAGE_CLEANER.clean(_writable(html)))


def _page_nesting(html: str) -> int:
    is_open: Counter[str] = Counter()
    depth = deepest = 0
    for closing, name in _TAG.findall(html.lower()):
        if closing and is_open[name]:
            is_open[name], depth = is_open[name] - 1, depth - 1
        elif not closing and name not in _FLAT_TAGS:
            is_open[name], depth = is_open[name] + 1, depth + 1
        deepest = max(deepest, depth)
    return deepest


def _image_or_words(image: re.Match[str]) -> str:
    attributes = dict(re.findall(r' ([a-z]+)="([^"]*)"', image[1]))
    # In an attribute "<" may stand bare: the words must be escaped anew for the place where they go.
    return image[0] if attributes.get("src") else escape(unescape(attributes.get("alt", "")))
