"""The page for an address that does not exist, in every language at once."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.site.context import Context, Link, PageHead


@dataclass(frozen=True, slots=True)
class NotFoundPart:
    """The page in one language."""

    lang: str
    title: str
    text: str
    search: str
    button: str
    find: str
    home: Link


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """What the page shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    first: NotFoundPart
    """The first language of the site."""
    others: tuple[NotFoundPart, ...]
    """The other ones."""


def view(contexts: tuple[Context, ...]) -> NotFoundView:
    """The page, from one context a language."""
    first, *others = map(_part, contexts)
    return NotFoundView(PageHead(first.title, first.text), first, tuple(others))


def _part(context: Context) -> NotFoundPart:
    return NotFoundPart(
        lang=context.reader.words.lang,
        title=context.say("This page does not exist"),
        text=context.say(
            "The address may be mistyped, or the page may have moved. Search for it by its name."
        ),
        search=context.find_label(),
        button=context.say("Find"),
        find=context.links.to("find/"),
        home=context.home_link(),
    )
