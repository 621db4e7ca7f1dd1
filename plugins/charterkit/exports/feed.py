"""The news of the results as an Atom feed (RFC 4287): every newly published figure in a sentence, corrections too."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from charterkit.exports.atom import Entry, feed_file
from charterkit.exports.download import Download
from charterkit.rules.published import Published
from charterkit.site.addresses import FEED
from charterkit.site.context import Context
from charterkit.site.pieces import words_of
from charterkit.site.results.revisions import replacement
from charterkit.site.results.slices import slice_name
from charterkit.site.results.telling import tell, told_verdict
from charterkit.text import beginning

if TYPE_CHECKING:
    from charterkit.site.render import Renderer

# As many figures as a feed reader is told of; the pages hold all of them.
MOST_ENTRIES: Final = 50


def feeds(renderer: Renderer) -> Iterator[Download]:
    """The feed of the results; none while the site's address is unknown or no figure has a day of publication."""
    if renderer.directory.published:
        yield Download(FEED, partial(_feed, renderer))


def _feed(renderer: Renderer, lang: str) -> bytes:
    return feed(renderer.context(lang, FEED.count("/")))


def feed(context: Context) -> bytes:
    """The newest figures in the reader's language; every date in it is the day on which a figure was published."""
    name = context.reader.bare(context.publication.publisher.name)
    title = context.say("Results: {group}", group=name)
    entries = [_entry(context, one) for one in context.directory.published[:MOST_ENTRIES]]
    return feed_file(context, FEED, title, context.absolute("results/"), entries)


def _entry(context: Context, one: Published) -> Entry:
    page = context.absolute(f"results/{one.indicator.id}/")
    return Entry(
        f"{page}#{_key(one)}", _title(context, one), one.day, page, " ".join(_sentences(context, one))
    )


def _key(one: Published) -> str:
    """What tells the publication of a figure from all others, for ever: its period, its part and its day."""
    parts = (
        one.row.period.label,
        *(f"{column}={value}" for column, value in one.row.slice),
        one.day.isoformat(),
    )
    return quote(",".join(parts), safe="/=,")


def _title(context: Context, one: Published) -> str:
    title = context.reader.bare(one.indicator.title)
    part = slice_name(context, one.row.slice, one.indicator)
    named = f"{title}: {words_of(part)}" if part else title
    period = beginning(context.reader.words.period(one.row.period))
    if one.before is not None:
        return context.say("{title} – {period} (figure replaced)", title=named, period=period)
    return f"{named} – {period}"


def _sentences(context: Context, one: Published) -> Iterator[str]:
    """The figure and its verdict as its page tells them; of one that took another's place both, and the reason."""
    figures, indicator = context.figures, one.indicator
    if one.before is None:
        yield from tell(figures, one.outcome, one.outcomes, indicator, judged=one.judged)
        return
    yield replacement(context, one.before, one.row, indicator)
    if one.judged:
        yield told_verdict(figures, one.outcome, indicator)
    if one.row.reason:
        yield context.reader.plain(one.row.reason)
