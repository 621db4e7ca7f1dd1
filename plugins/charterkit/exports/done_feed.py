"""The finished actions as an Atom feed: what people said, what was done about it, and whether it helped."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from charterkit.exports.atom import Entry, feed_file
from charterkit.exports.download import Download
from charterkit.rules.quality.plan import ActionStanding
from charterkit.site.addresses import DONE_FEED
from charterkit.site.context import Context
from charterkit.site.pieces import words_of
from charterkit.site.quality.lines import figure_link
from charterkit.site.quality.looks import MOVED_LOOKS
from charterkit.site.quality.pages import PLAN, SAID_AND_DID, action_address

if TYPE_CHECKING:
    from charterkit.site.render import Renderer

# As many actions as a feed reader is told of; the pages hold all of them.
MOST_ENTRIES: Final = 50


def done_feeds(renderer: Renderer) -> Iterator[Download]:
    """The feed of what was done; none while the site's address is unknown or nothing is done."""
    if renderer.site.settings.site_url and renderer.directory.plan.done:
        yield Download(DONE_FEED, partial(_feed, renderer))


def _feed(renderer: Renderer, lang: str) -> bytes:
    context = renderer.context(lang, DONE_FEED.count("/"))
    done = context.directory.plan.done[:MOST_ENTRIES]
    told = any(one.action.said and one.action.did for one in done)
    name = context.reader.bare(context.publication.publisher.name)
    title = context.say("What we did: {group}", group=name)
    page = context.absolute(SAID_AND_DID if told else PLAN)
    return feed_file(context, DONE_FEED, title, page, (_entry(context, one) for one in done))


def _entry(context: Context, one: ActionStanding) -> Entry:
    page = context.absolute(action_address(one.action.id))
    assert one.action.done is not None, one.action.id
    return Entry(
        f"{page}#done",
        context.reader.bare(one.action.title),
        one.action.done,
        page,
        " ".join(_said(context, one)),
    )


def _said(context: Context, one: ActionStanding) -> Iterator[str]:
    """What people said and what was done, else what the action is; then what became of its figures."""
    action, reader = one.action, context.reader
    if action.said and action.did:
        yield context.say("You said: {words}", words=reader.plain(action.said))
        yield context.say("We did: {words}", words=reader.plain(action.did))
    elif action.text:
        yield reader.plain(action.text)
    for move in one.moves:
        verdict = context.say(MOVED_LOOKS[move.verdict][2])
        yield context.say(
            "{figure}: {verdict}.", figure=words_of(figure_link(context, move).text), verdict=verdict
        )
