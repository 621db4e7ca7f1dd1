"""The news of the results as an Atom feed (RFC 4287): every newly published figure in a sentence, corrections too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import quote
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

from charterkit.exports.download import Download
from charterkit.richtext.signs import writable
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
_ATOM: Final = "http://www.w3.org/2005/Atom"
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def feeds(renderer: Renderer) -> Iterator[Download]:
    """The feed of the results; none while the site's address is unknown or no figure has a day of publication."""
    if renderer.directory.published:
        yield Download(FEED, partial(_feed, renderer))


def _feed(renderer: Renderer, lang: str) -> bytes:
    return feed(renderer.context(lang, FEED.count("/")))


def feed(context: Context) -> bytes:
    """The newest figures in the reader's language; every date in it is the day on which a figure was published."""
    found = context.directory.published[:MOST_ENTRIES]
    root = ElementTree.Element("feed", {"xmlns": _ATOM, _XML_LANG: context.reader.words.lang})
    own, publisher = context.absolute(FEED), context.publication.publisher
    name = context.reader.bare(publisher.name)
    _add(root, "id", own)
    _add(root, "title", context.say("Results: {group}", group=name))
    if publisher.demonstration:
        _add(root, "subtitle", context.say("The body and its figures are invented."))
    elif publisher.notice:
        _add(root, "subtitle", context.reader.bare(publisher.notice))
    _add(root, "updated", _moment(context, found[0].day))
    _link(root, "self", own, "application/atom+xml")
    _link(root, "alternate", context.absolute("results/"), "text/html")
    _add(ElementTree.SubElement(root, "author"), "name", name)
    if publisher.licence:
        _add(root, "rights", publisher.licence)
    for one in found:
        root.append(_entry(context, one))
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(context: Context, one: Published) -> ElementTree.Element:
    entry = ElementTree.Element("entry")
    page = context.absolute(f"results/{one.indicator.id}/")
    _add(entry, "id", f"{page}#{_key(one)}")
    _add(entry, "title", _title(context, one))
    _add(entry, "updated", _moment(context, one.day))
    _link(entry, "alternate", page, "text/html")
    _add(entry, "content", " ".join(_sentences(context, one)))
    return entry


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


def _moment(context: Context, day: date) -> str:
    """The beginning of a day where the publisher is."""
    zone = ZoneInfo(context.publication.publisher.time_zone)
    return datetime.combine(day, time(0), zone).isoformat()


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = writable(text)


def _link(parent: ElementTree.Element, rel: str, href: str, type: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": rel, "type": type, "href": href})
