"""The releases of all charters as an Atom feed: each version on the day on which it was approved."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from charterkit.exports.atom import Entry, feed_file
from charterkit.exports.download import Download
from charterkit.rules.news import News, VersionApproved, release_of
from charterkit.rules.releases.states import Dated
from charterkit.site.addresses import RELEASES_FEED, version_address
from charterkit.site.context import Context
from charterkit.site.pieces import words_of
from charterkit.site.releases.act_words import act_facts
from charterkit.site.releases.day_words import in_force_from

if TYPE_CHECKING:
    from charterkit.site.render import Renderer


def release_feeds(renderer: Renderer) -> Iterator[Download]:
    """The feed of the releases; none while the site's address is unknown or nothing was approved."""
    if renderer.site.settings.site_url and any(_releases(renderer.directory.news)):
        yield Download(RELEASES_FEED, partial(_feed, renderer))


def _releases(found: tuple[News, ...]) -> Iterator[tuple[News, Dated]]:
    for one in found:
        release = release_of(one)
        if release is not None:
            yield one, release


def _feed(renderer: Renderer, lang: str) -> bytes:
    context = renderer.context(lang, RELEASES_FEED.count("/"))
    name = context.reader.bare(context.publication.publisher.name)
    title = context.say("Versions: {charter}", charter=name)
    entries = [_entry(context, one, release) for one, release in _releases(context.directory.news)]
    return feed_file(context, RELEASES_FEED, title, context.absolute("charters/"), entries)


def _entry(context: Context, one: News, release: Dated) -> Entry:
    charter = context.publication.charters[release.release.charter]
    page = context.absolute(version_address(charter.id, release.release.version))
    approved = isinstance(one.event, VersionApproved)
    state = context.say("New version approved") if approved else context.say("New version in force")
    named = context.say(
        "{charter}, version {version}",
        charter=context.reader.bare(charter.title),
        version=release.release.version,
    )
    return Entry(
        f"{page}#{'approved' if approved else 'in-force'}",
        f"{state}: {named}",
        one.day,
        page,
        "; ".join(_said(context, release)),
    )


def _said(context: Context, release: Dated) -> Iterator[str]:
    for fact in act_facts(context, release):
        yield f"{fact.term}: {', '.join(words_of(value.text) for value in fact.values)}"
    known = in_force_from(context.reader.words, release)
    if known:
        yield known
