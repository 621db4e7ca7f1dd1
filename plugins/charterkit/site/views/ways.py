"""The ways in, in one list: by situation, by area of life, by body, by the way in which people reach us."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.site.context import Context, PageHead
from charterkit.site.pages import Page
from charterkit.site.ways import WayRow, way_rows


@dataclass(frozen=True, slots=True)
class WaysView:
    """What the list of ways shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    lead: str
    """What the list is good for."""
    rows: tuple[WayRow, ...]
    """The ways, sort by sort."""


def view(context: Context, page: Page) -> WaysView:
    """The list of ways."""
    lead = context.say(
        "Find a service by what happened to you, by topic, by who you turn to, or by how you reach us."
    )
    up = (context.home_link(), context.section_link(context.say("Services"), "services/"))
    return WaysView(PageHead(context.say("Ways to our services"), lead, up), lead, way_rows(context))
