"""The sheets that say what the figures mean: about one indicator, about the publication, about every indicator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from charterkit.exports.figures_model import FigureTable, Header
from charterkit.exports.figures_sheets import columns
from charterkit.exports.sheets import Cell, Row, Sheet
from charterkit.strings import Words, mark

_INDICATORS: Final = (
    mark("Indicator"),
    mark("What is measured"),
    mark("Unit"),
    mark("Numerator"),
    mark("Denominator"),
    mark("Who answers for it"),
    mark("Limits"),
    mark("Not comparable"),
    mark("Code of the indicator"),
)


@dataclass(frozen=True, slots=True)
class AboutMaker:
    """Writes these sheets for one reader."""

    words: Words
    header: Header

    def indicators(self, tables: Iterable[FigureTable]) -> Sheet:
        """Every indicator on a line: what it measures, in which unit, who answers, what to bear in mind."""
        found = columns(self.words, _INDICATORS)
        return Sheet(self.words.say("Indicators"), found, tuple(self._indicator(one) for one in tables))

    def of_indicator(self, table: FigureTable) -> Sheet:
        """What a reader of the figures of one indicator has to know."""
        terms = (self.words.say(heading) for heading in _INDICATORS)
        own = tuple(zip(terms, self._indicator(table), strict=True))
        return self._about((*own, *self._general()))

    def of_publication(self) -> Sheet:
        """What holds for every figure."""
        return self._about(tuple(self._general()))

    def _about(self, facts: tuple[tuple[str, Cell], ...]) -> Sheet:
        say = self.words.say
        notice = say("The body and its figures are invented.")
        first = ((say("Invented for demonstration"), notice),) if self.header.demonstration else ()
        return Sheet(say("About these figures"), (), (*first, *(fact for fact in facts if fact[1])))

    def _indicator(self, table: FigureTable) -> Row:
        return (
            table.title,
            table.definition,
            table.unit,
            table.numerator,
            table.denominator,
            ", ".join(name for name in (table.body, table.role) if name),
            table.limitations,
            "\n".join(self._breaks(table)),
            table.indicator.id,
        )

    def _breaks(self, table: FigureTable) -> Iterator[str]:
        for since, reason in table.breaks:
            yield self.words.say("Not comparable with figures before {day}", day=self.words.day(since))
            yield reason

    def _general(self) -> Iterator[tuple[str, str | date]]:
        say, header = self.words.say, self.header
        yield say("Publisher"), header.publisher
        yield say("Day shown"), header.today
        yield say("Licence"), header.licence
        yield say("Address of the licence"), header.licence_url
        yield (
            say("How to read this file"),
            say(
                "A figure used for several promises has one line for each promise. Before you add "
                "figures up, leave out the lines that are marked as the same figure again. A figure from "
                "which people could be recognised is not shown."
            ),
        )
