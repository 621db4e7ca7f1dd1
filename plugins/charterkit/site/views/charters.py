"""The list of charters, under the bodies that publish them."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.portfolio import FEW, Shelf, about_charters, own_address, shelves


@dataclass(frozen=True, slots=True)
class ChartersView:
    """What the list of charters shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    lead: str
    """What a charter is."""
    contents: tuple[Link, ...]
    """The bodies that publish charters, where there are many charters of several bodies."""
    shelves: tuple[Shelf, ...]
    """The charters, under the bodies that publish them."""
    few: bool
    """Whether there are so few that each is introduced."""


def view(context: Context, page: Page) -> ChartersView:
    """The list of charters."""
    lead = about_charters(context)
    charters = context.publication.charters.values()
    found, few = shelves(context, charters, own_address), len(charters) <= FEW
    return ChartersView(
        page=PageHead(context.say("Promises"), lead, (context.home_link(),)),
        lead=lead,
        contents=()
        if few or len(found) == 1
        else tuple(Link(one.publisher.text, f"#{one.id}") for one in found),
        shelves=found,
        few=few,
    )
