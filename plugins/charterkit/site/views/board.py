"""One page of a long results board: a charter, a group of it, or a part of that."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import BoardPart, Page
from charterkit.site.portfolio import own_address
from charterkit.site.results.board import Board, board
from charterkit.site.views.results import charter_boards, part_title


@dataclass(frozen=True, slots=True)
class BoardView:
    """What one page of a long board shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: str
    """The charter; or the group, and which part of it."""
    charter: Link
    """The charter that the promises belong to."""
    boards: tuple[Board, ...]
    """The promises with their latest results, group by group."""
    others: tuple[Link, ...]
    """The other pages of the same charter's board."""


def view(context: Context, page: Page) -> BoardView:
    """One page of a long board."""
    part = context.directory.boards[page.key]
    charter = context.publication.charters[part.charter]
    title = part_title(context, part)
    told = context.say("Results: {group}", group=title)
    trail = (context.home_link(), context.section_link(context.say("Results"), "results/"))
    return BoardView(
        page=PageHead(title if part.group else told, told, trail),
        title=title,
        charter=Link(
            context.say("Open this charter") if not part.group else context.line(charter.title),
            context.links.to(own_address(charter)),
        ),
        boards=_boards(context, part),
        others=tuple(
            Link(part_title(context, other), context.links.to(other.address))
            for other in context.directory.boards_of[part.charter]
            if other.address != part.address
        ),
    )


def _boards(context: Context, part: BoardPart) -> tuple[Board, ...]:
    if not part.group:
        return charter_boards(context, context.publication.charters[part.charter])
    group = context.directory.groups[part.charter, part.group]
    promises = (context.standing.promises[one.full_id] for one in part.commitments)
    return (board(context, f"{part.charter}-{part.group}", context.line(group.title), promises),)
