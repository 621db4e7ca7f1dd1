"""What is wrong with the Markdown of one text, as problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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
    """Everything in a long text that is outside the safe subset, and every link that leads nowhere certain."""
    has_html = False
    for fault in check(text):
        if has_html and fault.found.startswith("</"):
            continue  # the end of what has been named
        has_html |= fault.kind is RichFaultKind.RAW_HTML
        yield problem(_IDS[fault.kind], spot, field=spot.field_name, found=fault.found, limit=MAX_CHARACTERS)
    for target in links(text):
        # A record's text stands on several pages, so a relative address would mean something else on each.
        if not target.startswith(("https://", "http://", "mailto:", "tel:")):
            yield problem("text-link", spot, field=spot.field_name, found=target)
