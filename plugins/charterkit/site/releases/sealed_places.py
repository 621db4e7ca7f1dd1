"""Where the sealed text of a record can be read, and which charters have approved a shared record in other words."""

from __future__ import annotations

from typing import Final

from charterkit.data.corrections import corrected_record
from charterkit.data.reread import id_of, kind_of
from charterkit.rules.releases.states import Dated
from charterkit.site.context import Context, Link
from charterkit.site.pieces import GAP, Piece, around
from charterkit.site.releases.approval import release_read
from charterkit.site.releases.sealed_text import way_in

# What several charters may reach, and has a page of its own.
_SHARED: Final = ("standard", "indicator", "procedure", "service")


def sealed_text_link(context: Context, one: Dated, key: str) -> str:
    """The way to the place where a version says what it holds of a record."""
    return way_in(context, one)(key)


def otherwise_elsewhere(context: Context, key: str) -> tuple[Link, ...]:
    """The charters in force that have approved other words of a record than its page shows: each to those words."""
    shown = context.directory.versions.shown
    return tuple(
        _named(context, context.line(context.publication.charters[charter].title), one, key)
        for charter, one in _in_force(context).items()
        if _differs(one, shown.get(key), key)
    )


def otherwise_here(context: Context, charter: str) -> tuple[Link, ...]:
    """The shared records that a charter has approved in other words than their own pages show: each to its words."""
    one, shown = release_read(context, charter), context.directory.versions.shown
    if one is None:
        return ()
    keys = (key for key in sorted(one.release.records) if kind_of(key) in _SHARED)
    return tuple(
        _named(context, _title(context, key), one, key) for key in keys if _differs(one, shown.get(key), key)
    )


def _in_force(context: Context) -> dict[str, Dated]:
    """The releases that the pages show, by charter; none in a preview of the working text."""
    found = {id: release_read(context, id) for id in context.publication.charters}
    return {id: one for id, one in found.items() if one is not None}


def _differs(one: Dated, shown: Dated | None, key: str) -> bool:
    if shown is None or shown is one or key not in one.release.records:
        return False
    return corrected_record(one.release, key) != corrected_record(shown.release, key)


def _title(context: Context, key: str) -> Piece | str:
    links = {
        "standard": context.standard_link,
        "indicator": context.record_link,
        "procedure": context.procedure_link,
        "service": context.service_link,
    }
    return links[kind_of(key)](id_of(key)).text


def _named(context: Context, name: Piece | str, one: Dated, key: str) -> Link:
    version = context.say("{name}, version {version}", name=GAP, version=one.release.version)
    text = around(version, name) if isinstance(name, Piece) else version.replace(GAP, name)
    return Link(text, sealed_text_link(context, one, key))
