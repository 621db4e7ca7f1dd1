"""The way to the page on improvement, from wherever results are told."""

from __future__ import annotations

from charterkit.site.context import Context, Link
from charterkit.site.kinds import Kind
from charterkit.site.quality.pages import HUB


def improving_link(context: Context) -> Link | None:
    """The way to the page on improvement; None where the site has none."""
    if not any(page.kind is Kind.QUALITY for page in context.directory.pages):
        return None
    return context.section_link(context.say("How we improve"), HUB)
