"""What is wrong with the Markdown of one text, as problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from charterkit.problems import Problem, Spot, problem
from charterkit.richtext import MAX_CHARACTERS, RichFaultKind, check, links

_IDS: Mapping[RichFaultKind, str] = {
    RichFaultKind.RAW_HTML: "text-html",
    RichFaultKind.IMAGE: "text-picture",
    RichFaultKind.LINK_SCHEME: "text-link",
    RichFaultKind.LINK_EMPTY: "text-link",
    RichFaultKind.HEADING_LEVEL: "text-heading",
    RichFaultKind.UNSUPPORTED: "text-unsupported",
    RichFaultKind.UNWRITABLE: "text-unwritable",
    RichFaultKind.TOO_DEEP: "text-too-deep",
    RichFaultKind.TOO_LONG: "text-too-long",
}


def markdown_problems(spot: Spot, text: str) -> Iterator[Problem]:
    """Everything in a long text that is outside the safe subset, and every link that leads nowhere certain.

    In a file of prose (a spot with a line) each stands at its own line, in a record at the text.
    """
    has_html = False
    for fault in check(text):
        if has_html and fault.found.startswith("</"):
            continue  # the end of what has been named
        has_html |= fault.kind is RichFaultKind.RAW_HTML
        here = _line_of(spot, fault.line)
        yield problem(_IDS[fault.kind], here, field=_name(spot), found=fault.found, limit=MAX_CHARACTERS)
    for target in links(text):
        # A record's text stands on several pages, so a relative address would mean something else on each.
        if not target.startswith(("https://", "http://", "mailto:", "tel:")):
            here = _line_of(spot, text[: max(text.find(target), 0)].count("\n"))
            yield problem("text-link", here, field=_name(spot), found=target)


def _line_of(spot: Spot, line: int) -> Spot:
    return replace(spot, line=spot.line + line) if spot.line else spot


def _name(spot: Spot) -> str:
    return spot.field_name or PurePosixPath(spot.file).name
