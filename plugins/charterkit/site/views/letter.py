"""A page of the list from A to Z, where that is too long for one: the entries under a letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from charterkit.richtext import to_plain
from charterkit.site.context import Context, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import words_of
from charterkit.site.search.letters import LetterPage
from charterkit.site.shell import NavItem
from charterkit.site.views.find import Found, found

# Lists of hits show about so many characters.
_SHOWN: Final = 160


@dataclass(frozen=True, slots=True)
class LetterView:
    """What a page of the list from A to Z shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: str
    """The heading."""
    letters: tuple[NavItem, ...]
    """The ways to all letters."""
    parts: tuple[NavItem, ...]
    """The ways to the parts of this one; none where it has just one."""
    entries: tuple[Found, ...]
    """The entries, in alphabetical order."""


def view(context: Context, page: Page) -> LetterView:
    """A page of the list from A to Z."""
    assert isinstance(page, LetterPage)
    say = context.say
    title = say("From A to Z: {letters}", letters=page.name)
    parts = tuple(
        NavItem(one.name, context.links.to(one.address), number == page.part)
        for number, one in enumerate(page.parts, 1)
    )
    named = f"{title} ({parts[page.part - 1].title})" if parts else title
    entries = tuple(found(context, one) for one in page.entries)
    titles = " · ".join(words_of(one.title.text) for one in entries)
    return LetterView(
        page=PageHead(
            named,
            to_plain(f"{named} · {titles}", _SHOWN),
            (context.home_link(), context.section_link(say("Search"), "find/")),
        ),
        title=title,
        letters=tuple(
            NavItem(one.name, context.links.to(one.address), one.name == page.name) for one in page.letters
        ),
        parts=parts,
        entries=entries,
    )
