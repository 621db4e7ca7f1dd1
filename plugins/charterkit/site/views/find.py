"""The search, and everything from A to Z below it: promises, standards, results, pages.

A script looks into the index and shows what it finds; without it, the list is whole. A long list stands on pages of its
own, a letter each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.search.entries import SAID, Entry, Sort
from charterkit.site.search.letters import LetterPage, in_order, letter_pages
from charterkit.strings import mark_count

_FOUND: Final = mark_count("{n} page was found.", "{n} pages were found.")


@dataclass(frozen=True, slots=True)
class Found:
    """An entry of the list: what it is, its title, a few words about it; of a promise, where there are several
    charters, the one in which it stands."""

    kind: str
    title: Link
    text: Piece | str
    charter: Piece | str = ""


@dataclass(frozen=True, slots=True)
class LetterWay:
    """The way to the entries under a letter; `parts` lead to those of a letter with many."""

    letter: Link
    parts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FindView:
    """What the search and the list from A to Z show; `{n}` stands for a number, `{query}` for what was looked for."""

    page: PageHead
    """Title, description and trail, for the shell."""
    lead: str
    """What is in the list."""
    hint: str
    """How to look for something; only where the script runs."""
    action: str
    """Where the form leads: this page itself."""
    root: str
    """The folder of the index."""
    find_label: str
    """What can be looked for in it."""
    counted: tuple[tuple[str, str], ...]
    """The sentence in which the script tells how many pages it found, by plural form (of CLDR)."""
    nothing: str
    """What the script says where it found none."""
    without: str
    """What is said where the script does not run."""
    failed: str
    """What the script says where the index cannot be loaded."""
    choose: str
    """How a letter is chosen; blank where the list is short."""
    letters: tuple[LetterWay, ...]
    """The ways to the pages of a long list."""
    entries: tuple[Found, ...]
    """All entries of a short list, in alphabetical order."""


def view(context: Context, page: Page) -> FindView:
    """The search and the list from A to Z."""
    say = context.say
    lead = (
        say(
            "All services, promises, standards, results, bodies and pages of this site, in alphabetical order."
        )
        if context.publication.services
        else say("All promises, standards, results, bodies and pages of this site, in alphabetical order.")
    )
    pages = letter_pages(context)
    return FindView(
        page=PageHead(say("Search"), lead, (context.home_link(),), "assets/search.js"),
        lead=lead,
        hint=say("Write what it is about, in your own words. Small typing errors do not matter."),
        action=context.links.to("find/"),
        root=context.links.file("find/"),
        find_label=context.find_label(),
        counted=context.reader.words.forms(*_FOUND),
        nothing=say(
            "Nothing was found for “{query}”. Try other or fewer words, or look through the list from A to Z below.",
            query="{query}",
        ),
        failed=say("The search does not work at the moment. Please look through the list from A to Z below."),
        without=say("Your browser does not run the search. Look through the list from A to Z below."),
        choose=say("Choose the letter with which its title begins.") if pages else "",
        letters=tuple(_way(context, page) for page in pages if page.part == 1),
        entries=() if pages else tuple(found(context, one) for one in in_order(context)),
    )


def _way(context: Context, page: LetterPage) -> LetterWay:
    parts = tuple(Link(part.name, context.links.to(part.address)) for part in page.parts)
    return LetterWay(Link(page.name, context.links.to(page.address)), parts)


def found(context: Context, entry: Entry) -> Found:
    """An entry as the list shows it."""
    title = entry.title
    several = len(context.publication.charters) > 1 and entry.charter
    return Found(
        context.say(SAID[entry.sort]),
        Link(title if isinstance(title, str) else context.line(title), context.links.to(entry.address)),
        _about(context, entry),
        context.line(context.publication.charters[entry.charter].title) if several else "",
    )


def _about(context: Context, entry: Entry) -> Piece | str:
    """Short texts whole, the beginning of long ones; the product's own pages speak for themselves."""
    if entry.sort in (Sort.PAGE, Sort.LIST):
        return ""
    if entry.sort in (Sort.PROMISE, Sort.SERVICE, Sort.INTERNAL, Sort.PROCEDURE):
        return context.line(entry.lead)
    return context.reader.brief(entry.lead)
