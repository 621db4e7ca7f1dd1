"""The second wall: an allow-list of tags, attributes and addresses for everything that stems from authors."""

from __future__ import annotations

import re
from collections import Counter
from html import escape, unescape

import nh3

from charterkit.richtext.links import SCHEMES, is_safe_link, is_within_site
from charterkit.richtext.signs import escaped, writable

MAX_PAGE_NESTING = 500
_ALIGNED = {"align-left", "align-center", "align-right"}


def _link_filter(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "href":
        return value if is_safe_link(value) else None
    if attribute == "src":
        return value if is_within_site(value) else None
    return value


_INLINE_TAGS = {"a", "br", "code", "em", "strong"}
_BLOCK_TAGS = {"blockquote", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "ul"}
_TABLE_TAGS = {"table", "tbody", "td", "th", "thead", "tr"}
CLEANER = nh3.Cleaner(
    tags=_INLINE_TAGS | _BLOCK_TAGS | _TABLE_TAGS,
    attributes={"a": {"href", "rel", "title"}, "ol": {"start"}, "th": {"scope"}},
    allowed_classes={"td": _ALIGNED, "th": _ALIGNED},
    attribute_filter=_link_filter,
    url_schemes=set(SCHEMES),
    link_rel=None,
)
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
    url_schemes=set(SCHEMES),
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
        return f"<p>{escaped(writable(html))}</p>"
    return _IMAGE.sub(_image_or_words, _PAGE_CLEANER.clean(writable(html)))


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
