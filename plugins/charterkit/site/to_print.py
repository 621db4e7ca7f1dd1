"""The PDFs of a page: one at its head where it is the page itself on paper, the others in a section at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from html import escape
from typing import Final

from charterkit.numbers import format_number
from charterkit.site.context import Context, Link
from charterkit.site.pages import Kind, Page
from charterkit.site.pieces import Piece
from charterkit.site.printed import Print, Sort
from charterkit.strings import mark

# What a page is called as a PDF of its own.
_WHOLE: Final = {
    Sort.CHARTER: mark("The whole charter to print"),
    Sort.STANDARDS: mark("All standards to print"),
    Sort.METHODOLOGY: mark("The whole methodology to print"),
    Sort.YEAR: mark("The results of the year to print"),
    Sort.ASSESSMENT: mark("The whole self-assessment to print"),
    Sort.ACTIONS: mark("The whole improvement plan to print"),
    Sort.STRATEGY: mark("The whole strategy to print"),
    Sort.SURVEY: mark("The whole survey to print"),
    Sort.PROGRAMME: mark("The whole programme to print"),
}
_FORMATS: Final = {
    Sort.POSTER: {
        "a4": mark("Poster, A4"),
        "a3": mark("Poster, A3"),
        "large": mark("Leaflet in large print, A4"),
    },
    Sort.TIMETABLE: {
        "a4": mark("All stops on a sheet, A4"),
        "a3": mark("All stops on a sheet, A3"),
        "large": mark("All stops in large print, A4"),
    },
}
_KILO: Final = 1000
# Stands for the title, which may be in another language and then says so.
_TITLE: Final = "\ufffc"


@dataclass(frozen=True, slots=True)
class Sheets:
    """PDFs under a heading of their own; it is blank for those that need none. A long list is folded."""

    title: Piece | str
    links: tuple[Link, ...]
    folded: bool = False


@dataclass(frozen=True, slots=True)
class ToPrint:
    """The PDFs of a page."""

    whole: Link | None
    sheets: tuple[Sheets, ...]


def to_print(context: Context, page: Page) -> ToPrint | None:
    """The PDFs of a page in its language; None where none were made for it."""
    found = tuple(_of_page(context, page))
    if not found:
        return None
    whole = next((one for one in found if one.sort in _WHOLE), None)
    return ToPrint(
        _link(context, whole, context.say(_WHOLE[whole.sort])) if whole else None,
        tuple(_sheets(context, found)),
    )


def _of_page(context: Context, page: Page) -> Iterator[Print]:
    """Those that stand beside the page; of a service, the posters of the places where it is offered."""
    places: tuple[str, ...] = ()
    if page.kind is Kind.SERVICE:
        places = context.publication.services[page.key].places
    for one in context.site.settings.prints.get(context.reader.lang, ()):
        if one.page == page.address or (one.sort is Sort.POSTER and one.record in places):
            yield one


def _sheets(context: Context, found: tuple[Print, ...]) -> Iterator[Sheets]:
    groups = [one for one in found if one.sort is Sort.GROUP]
    if groups:
        yield Sheets(context.say("Single chapters"), tuple(_link(context, one, one.title) for one in groups))
    posters = [one for one in found if one.sort is Sort.POSTER]
    for title in dict.fromkeys(one.title for one in posters):
        yield Sheets(title, _in_formats(context, (one for one in posters if one.title == title)))
    tables = _in_formats(context, (one for one in found if one.sort is Sort.TIMETABLE))
    if tables:
        yield Sheets("", tables)
    stops = tuple(_link(context, one, one.title) for one in found if one.sort is Sort.STOP)
    if stops:
        yield Sheets(context.say("A sheet for each stop"), stops, folded=True)


def _in_formats(context: Context, found: Iterable[Print]) -> tuple[Link, ...]:
    return tuple(_link(context, one, context.say(_FORMATS[one.sort][one.format])) for one in found)


def _link(context: Context, one: Print, title: Piece | str) -> Link:
    """Whoever follows it should know beforehand what comes: a file, its language, its size."""
    language = context.reader.words.language_name(context.reader.words.lang)
    told = context.say(
        "{title} (PDF, {language}, {size})", title=_TITLE, language=language, size=_size(context, one.size)
    )
    html = title.html if isinstance(title, Piece) else escape(title, quote=False)
    return Link(Piece(escape(told, quote=False).replace(_TITLE, html)), context.links.file(one.address))


def _size(context: Context, size: int) -> str:
    """A size in bytes as people read it: never nought, and no more exact than anybody needs."""
    lang = context.reader.words.lang
    if size < _KILO**2:
        return context.say("{n} kB", n=format_number(Fraction(max(size, _KILO), _KILO), lang, 0))
    return context.say("{n} MB", n=format_number(Fraction(size, _KILO**2), lang, 1))
