"""The published figures as files: of each indicator beside its page, and of the whole publication."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from charterkit.exports.csv_file import csv_bytes
from charterkit.exports.download import Download
from charterkit.exports.figures_about import AboutMaker
from charterkit.exports.figures_json import json_bytes
from charterkit.exports.figures_model import FigureTable, Header
from charterkit.exports.figures_sheets import SheetMaker
from charterkit.exports.figures_table import TableMaker
from charterkit.exports.promises_sheet import promises_sheet
from charterkit.exports.status import status_lines
from charterkit.exports.xlsx_file import Properties, xlsx_bytes
from charterkit.richtext.signs import writable
from charterkit.rules.standing import Standing
from charterkit.site.addresses import figures_file
from charterkit.site.licences import LICENCES
from charterkit.site.pieces import reader
from charterkit.site.results.figures import Figures, own_units
from charterkit.strings import Words

Tables = tuple[FigureTable, ...]


def figure_files(standing: Standing) -> Iterator[Download]:
    """The figures of each indicator and of all, as CSV, as a workbook and as JSON."""
    voices = _Voices(standing)
    for id in standing.indicators:
        for ending, make in OF_INDICATOR.items():
            yield Download(figures_file(id, ending), partial(_of_indicator, voices, make, id))
    if standing.indicators:
        for ending, make_all in OF_ALL.items():
            yield Download(figures_file("", ending), partial(_of_all, voices, make_all))


@dataclass(frozen=True, slots=True)
class Voice:
    """All that writes figures for the readers of one language."""

    standing: Standing
    words: Words
    header: Header
    tables: TableMaker
    sheets: SheetMaker
    about: AboutMaker


def voice(standing: Standing, lang: str) -> Voice:
    """What writes figures in a language."""
    publication, publisher = standing.publication, standing.publication.publisher
    who = reader(lang, publisher.reading_order)
    units = own_units(publication.methodology, lang, publisher.reading_order)
    header = Header(
        lang,
        writable(who.bare(publisher.name)),
        publisher.licence,
        LICENCES.get(publisher.licence, ""),
        standing.today,
        publisher.demonstration,
        {body.id: writable(who.bare(body.name)) for body in publisher.bodies},
    )
    figures = Figures(who, units, publisher.year_starts, standing.today)
    tables = TableMaker(figures, header.bodies)
    return Voice(
        standing, who.words, header, tables, SheetMaker(who.words, header), AboutMaker(who.words, header)
    )


def _csv(voice: Voice, table: FigureTable) -> bytes:
    return csv_bytes(voice.sheets.figures([table], whole=True), voice.header.lang)


def _xlsx(voice: Voice, table: FigureTable) -> bytes:
    sheets = (voice.sheets.figures([table]), voice.about.of_indicator(table))
    return xlsx_bytes(sheets, _properties(voice, table.title))


def _json(voice: Voice, table: FigureTable) -> bytes:
    return json_bytes(voice.header, [table], None)


def _csv_of_all(voice: Voice, tables: Tables) -> bytes:
    return csv_bytes(voice.sheets.figures(tables, whole=True), voice.header.lang)


def _xlsx_of_all(voice: Voice, tables: Tables) -> bytes:
    titles = {table.indicator.id: table.title for table in tables}
    sheets = (
        voice.sheets.figures(tables),
        voice.about.indicators(tables),
        promises_sheet(voice.words, status_lines(voice.standing, voice.words), titles),
        voice.about.of_publication(),
    )
    return xlsx_bytes(sheets, _properties(voice, voice.words.say("All figures")))


def _json_of_all(voice: Voice, tables: Tables) -> bytes:
    return json_bytes(voice.header, tables, status_lines(voice.standing, voice.words))


def _properties(voice: Voice, title: str) -> Properties:
    return Properties(title, voice.header.publisher, voice.header.today)


# What an indicator's figures and those of a whole publication can be had as, by the ending of the file.
OF_INDICATOR: Final[Mapping[str, Callable[[Voice, FigureTable], bytes]]] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "json": _json,
}
OF_ALL: Final[Mapping[str, Callable[[Voice, Tables], bytes]]] = {
    "csv": _csv_of_all,
    "xlsx": _xlsx_of_all,
    "json": _json_of_all,
}


@dataclass
class _Voices:
    """The voice of each language, and the tables of the language that was asked for last.

    A site is built language by language, and six files need each table; all languages at once were too much to keep.
    """

    standing: Standing
    _made: dict[str, Voice] = field(default_factory=dict)
    _lang: str = ""
    _tables: dict[str, FigureTable] = field(default_factory=dict)

    def of(self, lang: str) -> Voice:
        """The voice of a language."""
        if lang not in self._made:
            self._made[lang] = voice(self.standing, lang)
        return self._made[lang]

    def table(self, id: str, lang: str) -> FigureTable:
        """The table of an indicator in a language."""
        if lang != self._lang:
            self._lang, self._tables = lang, {}
        if id not in self._tables:
            self._tables[id] = self.of(lang).tables.table(self.standing.indicators[id])
        return self._tables[id]


def _of_indicator(voices: _Voices, make: Callable[[Voice, FigureTable], bytes], id: str, lang: str) -> bytes:
    return make(voices.of(lang), voices.table(id, lang))


def _of_all(voices: _Voices, make: Callable[[Voice, Tables], bytes], lang: str) -> bytes:
    tables = tuple(voices.table(id, lang) for id in voices.standing.indicators)
    return make(voices.of(lang), tables)
