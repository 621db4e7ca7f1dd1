"""Long authored texts: a safe subset of Markdown, checked, and turned into HTML or plain text.

The subset: paragraphs, bullet and numbered lists, emphasis, strong, inline code, links, headings of level 2
to 4, tables, block quotes and hard line breaks. Two walls stand against anything else. The Markdown parser
knows no raw HTML, image or unsafe link: they come out as words. Its output then passes an allow-list of
tags, attributes and addresses. So every function is safe for every input, checked or not; `check` says what
an author has to mend before the text may be published.
"""

from charterkit.richtext.allowed import MAX_PAGE_NESTING, clean_page
from charterkit.richtext.chapters import Chapter, chapters
from charterkit.richtext.lines import Line, LineKind
from charterkit.richtext.links import is_safe_link
from charterkit.richtext.reading import MAX_NESTING
from charterkit.richtext.subset import (
    MAX_CHARACTERS,
    MAX_TABLE_CELLS,
    RichFault,
    RichFaultKind,
    check,
    links,
    to_html,
    to_inline,
    to_lines,
    to_plain,
)

__all__ = [
    "MAX_CHARACTERS",
    "MAX_NESTING",
    "MAX_PAGE_NESTING",
    "MAX_TABLE_CELLS",
    "Chapter",
    "Line",
    "LineKind",
    "RichFault",
    "RichFaultKind",
    "chapters",
    "check",
    "clean_page",
    "is_safe_link",
    "links",
    "to_html",
    "to_inline",
    "to_lines",
    "to_plain",
]
