"""One page of a long results board: a group of a charter, or a part of it."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.site.board import Board, board
from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.views.results import part_title


@dataclass(frozen=True, slots=True)
class BoardView:
    """What one page of a long board shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: str
    """The group, and which part of it."""
    charter: Link
    """The charter that the promises belong to."""
    board: Board
    """The promises with their latest results."""
    others: tuple[Link, ...]
    """The other pages of the same charter's board."""


def view(context: Context, page: Page) -> BoardView:
    """One page of a long board."""
    part = context.directory.boards[page.key]
    charter = context.publication.charters[part.charter]
    group = context.directory.groups[part.charter, part.group]
    promises = (context.standing.promises[one.full_id] for one in part.commitments)
    title = part_title(context, part)
    trail = (context.home_link(), context.section_link(context.say("Results"), "results/"))
    return BoardView(
        page=PageHead(title, context.say("Results: {group}", group=title), trail),
        title=title,
        charter=context.charter_link(charter),
        board=board(context, f"{part.charter}-{part.group}", context.line(group.title), promises),
        others=tuple(
            Link(part_title(context, other), context.links.to(other.address))
            for other in context.directory.boards.values()
            if other.charter == part.charter and other.address != part.address
        ),
    )
