"""What changed: new and replaced figures, new targets, what has ended, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Final

from charterkit.site.changes import Change, changes
from charterkit.site.context import Context, PageHead
from charterkit.site.pages import Page

# As many changes as the page tells; older figures stand on the pages of their results.
_MOST: Final = 60


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What the page of changes shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    lead: str
    """What is told here."""
    years: tuple[tuple[str, tuple[Change, ...]], ...]
    """The changes of each year, the newest first."""
    older: str
    """Where older changes are; blank where there are none."""


def view(context: Context, page: Page) -> ChangesView:
    """The page of changes."""
    lead = context.say(
        "New versions of charters, new and corrected figures, new targets, and what has ended. The newest comes first."
    )
    told = changes(context, context.directory.news[:_MOST])
    years = ((str(year), tuple(ones)) for year, ones in groupby(told, key=lambda one: one.year))
    older = context.say("Older figures are on the page of each result.")
    return ChangesView(
        PageHead(context.say("What changed"), lead, (context.home_link(),)),
        lead,
        tuple(years),
        older if len(context.directory.news) > _MOST else "",
    )
