"""Atom feeds (RFC 4287): the frame that all of them have, and an entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

from charterkit.richtext.signs import writable
from charterkit.site.context import Context

_ATOM: Final = "http://www.w3.org/2005/Atom"
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of news: `id` is its name for ever, `page` where it stands, `day` when it became known."""

    id: str
    title: str
    day: date
    page: str
    content: str


def feed_file(context: Context, address: str, title: str, page: str, entries: Iterable[Entry]) -> bytes:
    """The bytes of a feed at an address; `page` is where the same is read. The first entry is the newest."""
    found, publisher = tuple(entries), context.publication.publisher
    root = ElementTree.Element("feed", {"xmlns": _ATOM, _XML_LANG: context.reader.words.lang})
    own, name = context.absolute(address), context.reader.bare(publisher.name)
    _add(root, "id", own)
    _add(root, "title", title)
    if publisher.demonstration:
        _add(root, "subtitle", context.say("The body and its figures are invented."))
    elif publisher.notice:
        _add(root, "subtitle", context.reader.bare(publisher.notice))
    _add(root, "updated", _moment(context, found[0].day))
    _link(root, "self", own, "application/atom+xml")
    _link(root, "alternate", page, "text/html")
    _add(ElementTree.SubElement(root, "author"), "name", name)
    if publisher.licence:
        _add(root, "rights", publisher.licence)
    for one in found:
        root.append(_entry(context, one))
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(context: Context, one: Entry) -> ElementTree.Element:
    entry = ElementTree.Element("entry")
    _add(entry, "id", one.id)
    _add(entry, "title", one.title)
    _add(entry, "updated", _moment(context, one.day))
    _link(entry, "alternate", one.page, "text/html")
    _add(entry, "content", one.content)
    return entry


def _moment(context: Context, day: date) -> str:
    """The beginning of a day where the publisher is."""
    zone = ZoneInfo(context.publication.publisher.time_zone)
    return datetime.combine(day, time(0), zone).isoformat()


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = writable(text)


def _link(parent: ElementTree.Element, rel: str, href: str, type: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": rel, "type": type, "href": href})
