"""The files in which the figures of a page can be taken along, and the licence that allows it."""

from __future__ import annotations

from collections.abc import Mapping
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
    licence = context.publication.publisher.licence
    return TakeAlong(
        tuple(
            _file(context, words, type, figures_file(indicator, ending))
            for ending, (words, type) in _FILES.items()
        ),
        Link(licence, LICENCES.get(licence, "")) if licence else None,
        context.links.file(FEED) if context.directory.published else "",
    )


def files_of(context: Context, stem: str) -> TakeAlong:
    """The files of another table, which all have the same address but for their endings."""
    licence = context.publication.publisher.licence
    return TakeAlong(
        tuple(_file(context, words, type, f"{stem}.{ending}") for ending, (words, type) in _FILES.items()),
        Link(licence, LICENCES.get(licence, "")) if licence else None,
        "",
    )


def survey_files(context: Context, survey: str) -> TakeAlong:
    """The files with the figures of a survey."""
    licence = context.publication.publisher.licence
    files = (
        _file(context, words, type, survey_file(survey, ending))
        for ending, (words, type) in _FILES.items()
        if ending != "xlsx"
    )
    return TakeAlong(tuple(files), Link(licence, LICENCES.get(licence, "")) if licence else None, "")


def _file(context: Context, words: str, type: str, address: str) -> File:
    return File(context.say(words), context.links.file(address), type, address)
