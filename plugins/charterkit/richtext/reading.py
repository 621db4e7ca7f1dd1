"""The two parsers of Markdown: one that reads the subset, and one that reads more, to name what is outside it."""

from __future__ import annotations

from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, image, link
from markdown_it.token import Token

from charterkit.richtext.links import is_safe_link

MAX_NESTING = 20


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
RENDERER = (
    _Renderer("commonmark", {"html": False, "xhtmlOut": False, "maxNesting": MAX_NESTING})
    .enable("table")
    .disable([*_NEVER, "fence", "hr", "html_block", "html_inline"])
)
CHECKER = (
    _Checker("commonmark", {"html": True, "maxNesting": 2 * MAX_NESTING}).enable("table").disable(_NEVER)
)


def _link(state: StateInline, silent: bool) -> bool:
    return state.pos < _last_address(state.src) and link(state, silent)


def _image(state: StateInline, silent: bool) -> bool:
    return state.pos < _last_address(state.src) and image(state, silent)


@lru_cache(maxsize=8)
def _last_address(source: str) -> int:
    """Where the last address of a link may begin; -1 if there is none."""
    return source.rfind("](")


# The parser reads on from every "[" to the end to find its "]", up to `MAX_NESTING` times over. There are no
# references here: without an address after it no "[" begins anything, and this is seen at once.
for _parser in (RENDERER, CHECKER):
    _parser.inline.ruler.at("link", _link)
    _parser.inline.ruler.at("image", _image)


@lru_cache(maxsize=4)  # few: a text of many signs becomes a hundred times larger
def read(source: str) -> tuple[Token, ...]:
    """The tokens of a text of the subset. Who wants to change one changes a copy: the next caller gets the same."""
    return tuple(RENDERER.parse(source))
