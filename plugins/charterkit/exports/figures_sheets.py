"""The table of figures that CSV files and workbooks share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

from charterkit.data.tables import BODY_COLUMN
from charterkit.exports.figures_model import FigureLine, FigureTable, Header, PromiseVerdict, PublishedValue
from charterkit.exports.sheets import Cell, Column, Number, Row, Sheet
from charterkit.model.result import Count
from charterkit.numbers import Bound
from charterkit.site.results.figures import unit_of
from charterkit.strings import Words, mark

_ABOUT: Final = (mark("Indicator"),)
_TIME: Final = (mark("Period"), mark("From"), mark("Until"))
_FIGURE: Final = (
    mark("Value"),
    mark("Unit"),
    mark("Numerator"),
    mark("Denominator"),
    mark("People who answered"),
    mark("True figure: from"),
    mark("True figure: to"),
    mark("True figure: certainty"),
    mark("State of the figure"),
    mark("Published"),
    mark("Figure before"),
    mark("Figure before: published"),
    mark("Not comparable with earlier figures from"),
)
_JUDGED: Final = (
    mark("Promise"),
    mark("Target"),
    mark("Verdict"),
    mark("Target as a number"),
    mark("Target: second number"),
    mark("Same figure again"),
)
_SAID: Final = (
    mark("Reason"),
    mark("Cause"),
    mark("What we do about it"),
    mark("Deadline"),
    mark("Note"),
    mark("Source"),
    mark("Stated by the body itself"),
)
_OWNER: Final = (mark("Who answers for it"),)
_GENERAL: Final = (
    mark("Publisher"),
    mark("Licence"),
    mark("Address of the licence"),
    mark("Day shown"),
    mark("Invented for demonstration"),
)
_CODES: Final = (
    mark("Code of the indicator"),
    mark("Code of the period"),
    mark("Code of the promise"),
    mark("Code of the target"),
    mark("Code of the verdict"),
    mark("Code of the state"),
)
_HEADINGS: Final = (*_TIME, *_FIGURE, *_JUDGED, *_SAID, *_OWNER)
_WIDE: Final = frozenset(
    {
        *("Reason", "Cause", "What we do about it", "Note", "Indicator", "Promise", "Target", "Why"),
        *("What is measured", "Limits", "Not comparable"),
    }
)


@cache
def columns(words: Words, headings: tuple[str, ...]) -> tuple[Column, ...]:
    """The columns of these headings in a language."""
    return tuple(Column(words.say(heading), heading in _WIDE) for heading in headings)


@dataclass(frozen=True, slots=True)
class SheetMaker:
    """Lays tables of figures out for one reader."""

    words: Words
    header: Header

    def figures(self, tables: Iterable[FigureTable], whole: bool = False) -> Sheet:
        """Every figure of these indicators on a line; one that several promises rest on has a line for each.

        With `whole`, every line also says who publishes it, under which licence and as of which day: a file of one
        table has no other place for it.
        """
        listed = tuple(tables)
        parts = self._parts(listed)
        general = self._general() if whole else ()
        headings = _HEADINGS + (_GENERAL if whole else ()) + _CODES
        return Sheet(
            self.words.say("Figures"),
            (
                *columns(self.words, _ABOUT),
                *map(Column, parts.values()),
                *columns(self.words, headings),
            ),
            tuple(
                self._row(table, line, verdict, general, tuple(parts), again=at > 0)
                for table in listed
                for line in table.lines
                for at, verdict in enumerate(line.verdicts or (None,))
            ),
        )

    def _parts(self, tables: Iterable[FigureTable]) -> Mapping[str, str]:
        """The columns of the parts by their id; two splits of one id and of different names keep the id."""
        names: dict[str, str] = {}
        for table in tables:
            named = {**table.splits, BODY_COLUMN: self.words.say("Body")}
            for column in dict.fromkeys(column for line in table.lines for column, _ in line.part):
                name = named.get(column) or column
                names[column] = name if names.get(column, name) == name else column
        return names

    def _row(
        self,
        table: FigureTable,
        line: FigureLine,
        verdict: PromiseVerdict | None,
        general: Row,
        parts: tuple[str, ...],
        again: bool,
    ) -> Row:
        part = dict(line.part)
        return (
            table.title,
            *(self._part_name(table, column, part.get(column)) for column in parts),
            line.period_name,
            line.period.start,
            line.period.end,
            *self._figure(table, line),
            *self._judged(verdict, again),
            *_said(line),
            ", ".join(name for name in (table.body, table.role) if name),
            *general,
            *_codes(table, line, verdict),
        )

    def _part_name(self, table: FigureTable, column: str, value: str | None) -> Cell:
        if value is None or (column, value) in table.names:
            return table.names.get((column, value or ""))
        return self.header.bodies.get(value, value) if column == BODY_COLUMN else value

    def _figure(self, table: FigureTable, line: FigureLine) -> Row:
        before = line.replaced[-1] if line.replaced else None
        percent = unit_of(table.indicator).id == "percent"
        return (
            self.value(line.value, percent),
            table.unit,
            count(line.numerator),
            count(line.denominator),
            count(line.n),
            *_range(line, percent),
            line.state_word,
            line.published,
            self.value(before.value, percent) if before else None,
            before.published if before else None,
            line.break_on,
        )

    def value(self, value: PublishedValue | None, percent: bool = False) -> Cell:
        """A figure as a cell. A bound is no number: nothing may calculate with it, so it keeps its sign as text."""
        match value:
            case None:
                return None
            case PublishedValue(bool(yes)):
                return self.words.say("yes") if yes else self.words.say("no")
            case PublishedValue(Decimal() as number, Bound.EXACT):
                return Number(number, value.decimals, percent)
            case PublishedValue(Decimal() as number, bound):
                return f"{bound.sign}{number:f}"
            case _:
                return value.value if isinstance(value.value, date) else None

    def _judged(self, verdict: PromiseVerdict | None, again: bool) -> Row:
        repeated = self.words.say("yes") if again else None
        if verdict is None:
            return (None,) * (len(_JUDGED) - 1) + (repeated,)
        target = verdict.target
        limit = target.limit if target else None
        if isinstance(limit, bool):
            limit = None
        return (
            verdict.title,
            target.words if target else None,
            verdict.word,
            Number(limit) if isinstance(limit, Decimal) else limit,
            Number(target.upper) if target and target.upper is not None else None,
            repeated,
        )

    def _general(self) -> Row:
        header = self.header
        return (
            header.publisher,
            header.licence,
            header.licence_url,
            header.today,
            self.words.say("yes") if header.demonstration else self.words.say("no"),
        )


def count(value: Count | None) -> Cell:
    """A count as a cell; one that is a bound keeps its sign."""
    if value is None:
        return None
    return Number(value.value) if value.bound is Bound.EXACT else f"{value.bound.sign}{value.value:f}"


def period_code(label: str) -> str:
    """The label of a period so that no spreadsheet takes a month for a day: `2025-M07` is the same as `2025-07`."""
    year, dash, month = label.partition("-")
    return f"{year}-M{month}" if dash and len(month) == 2 and month.isdecimal() else label


def _range(line: FigureLine, percent: bool) -> Row:
    found = line.range
    if found is None:
        return None, None, None
    # How many decimals the page shows is how many there are.
    ends = (Number(end, max(0, -int(end.as_tuple().exponent)), percent) for end in (found.low, found.high))
    return (*ends, Number(Decimal(found.level), 0, percent=True))


def _said(line: FigureLine) -> Iterator[Cell]:
    words = line.words
    yield from (
        words.reason,
        words.cause,
        words.action,
        words.action_by,
        words.note,
        words.source,
        words.stated,
    )


def _codes(table: FigureTable, line: FigureLine, verdict: PromiseVerdict | None) -> Row:
    return (
        table.indicator.id,
        period_code(line.period.label),
        verdict.promise if verdict else None,
        verdict.target.form if verdict and verdict.target else None,
        verdict.status if verdict else None,
        line.state,
    )
