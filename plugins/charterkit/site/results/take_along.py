"""The files in which the figures of a page can be taken along, and the licence that allows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from charterkit.site.addresses import FEED, figures_file, survey_file
from charterkit.site.context import Context, Link
from charterkit.site.licences import LICENCES
from charterkit.strings import mark

_FILES: Final[Mapping[str, tuple[str, str]]] = {
    "csv": (mark("CSV: one table, for every spreadsheet program"), "text/csv"),
    "xlsx": (
        mark("XLSX: a workbook, for Excel or LibreOffice"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "json": (mark("JSON: for programmers"), "application/json"),
}


@dataclass(frozen=True, slots=True)
class File:
    """A file to take along: the way to it, its media type, whom it is for, and its address below a language."""

    words: str
    href: str
    type: str
    address: str


@dataclass(frozen=True, slots=True)
class TakeAlong:
    """The files of a page, and the licence under which they may be used; None where none is named."""

    files: tuple[File, ...]
    licence: Link | None
    feed: str
    """The way to the feed of all results; blank where there is none."""


def take_along(context: Context, indicator: str = "") -> TakeAlong | None:
    """The files with the figures of an indicator, or of the whole publication; None where it measures nothing."""
    if not context.publication.indicators:
        return None
    files = ((ending, figures_file(indicator, ending)) for ending in _FILES)
    return _taken(context, files, context.links.file(FEED) if context.directory.published else "")


def files_of(context: Context, stem: str) -> TakeAlong:
    """The files of another table, which all have the same address but for their endings."""
    return _taken(context, ((ending, f"{stem}.{ending}") for ending in _FILES))


def survey_files(context: Context, survey: str) -> TakeAlong:
    """The files with the figures of a survey."""
    return _taken(context, ((ending, survey_file(survey, ending)) for ending in _FILES if ending != "xlsx"))


def _taken(context: Context, files: Iterable[tuple[str, str]], feed: str = "") -> TakeAlong:
    """Files by their endings and addresses, with the licence of the publisher."""
    licence = context.publication.publisher.licence
    found = tuple(_file(context, *_FILES[ending], address) for ending, address in files)
    return TakeAlong(found, Link(licence, LICENCES.get(licence, "")) if licence else None, feed)


def _file(context: Context, words: str, type: str, address: str) -> File:
    return File(context.say(words), context.links.file(address), type, address)
