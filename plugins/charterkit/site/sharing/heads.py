"""What networks and search engines are told of a page: for the preview of a shared link, and as data of schema.org."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from charterkit.rules.news import release_of
from charterkit.site.addresses import DONE_FEED, FEED, RELEASES_FEED, card_file
from charterkit.site.context import Context, PageHead
from charterkit.site.pages import Kind, Page
from charterkit.site.pieces import Piece
from charterkit.site.sharing.cards import card
from charterkit.site.sharing.linked_data import linked_data

# Networks want a country beside the language. Where several would do it is left out rather than guessed.
_LOCALES: Final[Mapping[str, str]] = {"bg": "bg_BG", "hu": "hu_HU", "lt": "lt_LT", "sl": "sl_SI"}
# Other pages that are about a charter.
_OF_A_CHARTER: Final = frozenset({
    Kind.CHARTER_ABOUT, Kind.BADGES, Kind.VERSIONS, Kind.VERSION, Kind.VERSION_CHAPTER, Kind.VERSION_CHANGES
})  # fmt: skip
# The pages whose readers may want to follow the results.
_WITH_FEED: Final = frozenset({Kind.HOME, Kind.RESULTS, Kind.RESULT})
# What is done.
_WITH_DONE: Final = frozenset({Kind.QUALITY, Kind.ACTIONS, Kind.ACTION, Kind.SAID})
# And the releases.
_WITH_RELEASES: Final = frozenset({Kind.CHARTERS, Kind.CHARTER, Kind.VERSIONS, Kind.VERSION, Kind.CHANGES})


@dataclass(frozen=True, slots=True)
class Sharing:
    """What the head of a page says to others than its reader; the picture is blank where there is none.

    `kind` is `website` for the first page and `article` for all others, in the words of the Open Graph.
    """

    title: str
    description: str
    site: str
    kind: str
    locale: str
    url: str
    card: str
    card_alt: str
    feed: str
    feed_title: str
    data: Piece


def sharing(context: Context, head: PageHead, address: str, page: Page | None) -> Sharing | None:
    """What is told of the page at an address; None while the address of the site is unknown.

    Everything here needs full addresses; `page` is None for a page of docs/.
    """
    if not context.site.settings.site_url:
        return None
    name = context.reader.bare(context.publication.publisher.name)
    feed, feed_title = _feed(context, page)
    shown = card_of(context, page)
    return Sharing(
        title=head.title,
        description=head.description,
        site=name,
        kind="article" if address else "website",
        locale=_LOCALES.get(context.reader.words.lang, ""),
        url=context.absolute(address),
        card=context.absolute(card_file(shown)) if shown is not None else "",
        card_alt=card(context, shown).alt if shown is not None else "",
        feed=feed,
        feed_title=feed_title,
        data=linked_data(context, head, address, page),
    )


def _feed(context: Context, page: Page | None) -> tuple[str, str]:
    """The feed that the readers of a page may want to follow, with its title; blank where there is none."""
    if page is not None and page.kind in _WITH_FEED and context.directory.published:
        return context.links.file(FEED), context.say("New results")
    if page is not None and page.kind in _WITH_DONE and context.directory.plan.done:
        return context.links.file(DONE_FEED), context.say("What we have done")
    if page is not None and page.kind in _WITH_RELEASES and any(map(release_of, context.directory.news)):
        return context.links.file(RELEASES_FEED), context.say("New versions of charters")
    return "", ""


def card_of(context: Context, page: Page | None) -> str | None:
    """The record whose card a page shows: of its promise, else of its charter, else (blank) of the site."""
    cards, key = context.directory.cards, page.key if page is not None else ""
    kind, charter = page.kind if page is not None else None, key.partition("/")[0]
    if kind in (Kind.CHARTER, Kind.COMMITMENT):
        wanted: tuple[str, ...] = (key, charter, "")
    else:
        wanted = (charter, "") if kind in _OF_A_CHARTER else ("",)
    return next((one for one in wanted if one in cards), None)
