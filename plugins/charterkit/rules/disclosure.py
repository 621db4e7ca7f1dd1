"""Hidden figures that can be worked out from published ones, and what else has to be hidden so that they cannot.

Looked at is each indicator by itself: the sums of its slices, of its periods and of its counts. That two indicators
count the same persons is known to nobody here, and what a text tells is for people to read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from charterkit.model.indicator import Indicator
from charterkit.model.publication import Publication
from charterkit.model.result import Series, State
from charterkit.model.small_numbers import PARTS_OF_A_WHOLE
from charterkit.problems import Problem, Spot, problem
from charterkit.rules.cells import Amount, Cell, Cells, Sum
from charterkit.rules.guard import guarded
from charterkit.rules.linear import Relation, System, fixed, solved

# In a group below this size that all or none of its members are counted is said of each of them.
_SMALL_GROUP = 30
_NAMED = 12
_TRIED = 8


def disclosures(publication: Publication) -> Iterator[Problem]:
    """What the results files give away of figures that they hide."""
    for id, indicator in publication.indicators.items():
        series = publication.series.get(id)
        if series is None:
            continue
        yield from _uniform(indicator, series)
        # Most files hide nothing, and then there is nothing to add up.
        if any(guarded(row, indicator).state is State.SUPPRESSED for row in series.newest()):
            yield from _earlier(indicator, series)
            yield from _Disclosure(indicator, series).problems()


def _earlier(indicator: Indicator, series: Series) -> Iterator[Problem]:
    """Lines that a suppressed one replaces, and that still show their figure."""
    newest = {(row.period, row.slice): guarded(row, indicator) for row in series.newest()}
    for row in series.rows:
        now, then = newest[row.period, row.slice], guarded(row, indicator)
        told = any(one is not None for one in (then.figure, then.denominator, then.n))
        if now.state is State.SUPPRESSED and told:
            spot = Spot(series.file, line=row.line)
            yield problem("suppressed-earlier", spot, cell=Cell(row.period, row.slice), line=now.line)


def _uniform(indicator: Indicator, series: Series) -> Iterator[Problem]:
    """Small groups of which everybody or nobody is counted, so that the figure is about each of them."""
    if not indicator.confidentiality.persons or indicator.type not in PARTS_OF_A_WHOLE:
        return
    for row in series.newest():
        top, bottom = row.numerator, row.denominator
        if guarded(row, indicator).state is State.SUPPRESSED or top is None or bottom is None:
            continue
        if 0 < bottom.value < _SMALL_GROUP and top.value in (0, bottom.value):
            yield problem("all-or-none", Spot(series.file, line=row.line), cell=Cell(row.period, row.slice))


@dataclass(frozen=True, slots=True)
class _Found:
    """A hidden cell that can be worked out; `by` is the one sum that does it, if one does."""

    cell: Cell
    by: Sum | None


class _Disclosure:
    """One indicator's cells, looked at for hidden ones that can be worked out."""

    def __init__(self, indicator: Indicator, series: Series) -> None:
        self.cells = Cells(indicator, series)
        self.file = series.file
        self.whole_numbers = self.cells.whole_numbers

    def problems(self) -> Iterator[Problem]:
        """One for each hidden cell that is none."""
        hidden = self.cells.hidden
        for group in self._groups(hidden):
            found = self._disclosed(group, hidden)
            more = self._more(found)
            for cell in sorted(found):
                yield self._problem(_Found(cell, self._simply(cell)), more)

    def _problem(self, found: _Found, more: Sequence[Cell]) -> Problem:
        spot = Spot(self.file, line=self.cells.rows[found.cell].line)
        second = ", ".join(map(str, more))
        by = found.by
        if by is None:
            tied = _named(self._shown([found.cell], self.cells.hidden))
            return problem("suppressed-worked-out", spot, cell=found.cell, cells=tied, second=second)
        others = _named(part for part in by.parts if part != found.cell)
        if by.whole == found.cell:
            return problem("suppressed-sum", spot, cell=found.cell, cells=others, second=second)
        return problem(
            "suppressed-left-over", spot, cell=found.cell, whole=by.whole, cells=others, second=second
        )

    def _simply(self, cell: Cell) -> Sum | None:
        """The sum in which the cell is the only one that is hidden."""
        for one, _ in self.cells.sums:
            cells = (one.whole, *one.parts)
            others = [other for other in cells if other != cell]
            if len(one.parts) > 1 and cell in cells and all(map(self._is_shown, others)):
                return one
        return None

    def _is_shown(self, cell: Cell) -> bool:
        return cell in self.cells.rows and cell not in self.cells.hidden

    def _more(self, found: frozenset[Cell]) -> tuple[Cell, ...]:
        """The smallest cell that has to be hidden too; where none is enough by itself, one after the other."""
        chosen: list[Cell] = []
        left, hidden = found, self.cells.hidden
        while left and (candidates := self._shown(left, hidden)):
            tried = [
                (self._left(hidden | {one}, {*found, *chosen, one}), index, one)
                for index, one in enumerate(candidates)
            ]
            left, _, best = min(tried, key=lambda one: (len(one[0]), one[1]))
            chosen.append(best)
            hidden |= {best}
        for one in tuple(chosen):
            fewer = [other for other in chosen if other != one]
            if not left and not self._left(self.cells.hidden.union(fewer), {*found, *fewer}):
                chosen = fewer
        return tuple(chosen)

    def _shown(self, near: Iterable[Cell], hidden: frozenset[Cell]) -> list[Cell]:
        """The published cells in the sums of these cells, else of all that hangs together with them; smallest first.

        A zero hides nothing: whoever knows that zeros are shown, knows that a hidden one is none.
        """
        tied = set(near)
        wider = tied.union(*(group for group in self._groups(hidden) if tied & group))
        return self._beside(tied, hidden) or self._beside(wider, hidden)

    def _beside(self, tied: set[Cell], hidden: frozenset[Cell]) -> list[Cell]:
        sums = ((one.whole, *one.parts) for one, _ in self.cells.sums)
        beside = {cell for cells in sums if tied.intersection(cells) for cell in cells}
        shown = [
            one for one in beside if one in self.cells.rows and one not in hidden and self.cells.size(one)
        ]
        return sorted(shown, key=lambda cell: (self.cells.size(cell), cell))[:_TRIED]

    def _left(self, hidden: frozenset[Cell], about: set[Cell]) -> frozenset[Cell]:
        """The cells that can be worked out where all these are hidden, among those that are tied to some of them."""
        groups = (group for group in self._groups(hidden) if group & about)
        return frozenset().union(*(self._disclosed(group, hidden) for group in groups))

    def _groups(self, hidden: frozenset[Cell]) -> list[frozenset[Cell]]:
        """The cells that are not known, each with those that it shares a sum with: groups say nothing of each other."""
        groups = {cell: {cell} for cell in sorted(hidden)}
        for one, _ in self.cells.sums:
            unknown = [cell for cell in (one.whole, *one.parts) if self.cells.is_open(cell, hidden)]
            merged = set(unknown).union(*(groups.get(cell, ()) for cell in unknown))
            groups.update(dict.fromkeys(sorted(merged), merged))
        distinct = {id(group): group for group in groups.values()}
        return [frozenset(group) for group in distinct.values() if group & hidden]

    def _disclosed(self, group: frozenset[Cell], hidden: frozenset[Cell]) -> frozenset[Cell]:
        """The hidden cells of a group of which some number can have one value only."""
        relations = self.cells.relations(group, hidden)
        # Whoever hides a cell has something to hide: at least one. Where that cannot be, a zero was hidden too.
        system = self._system(relations, hidden, 1 if self.whole_numbers else 0)
        found = fixed(system)
        if found is None:
            system = self._system(relations, hidden, 0)
            found = fixed(system)
        # Figures that contradict each other still say what their sums say.
        certain = solved(system) if found is None else found
        return frozenset(amount.cell for amount in certain if amount.cell in hidden & group)

    def _system(
        self, relations: tuple[Relation[Amount], ...], hidden: frozenset[Cell], least: int
    ) -> System[Amount]:
        amounts = dict.fromkeys(amount for relation in relations for amount, _ in relation.terms)
        ranges = {amount: self.cells.range(amount, hidden, least) for amount in amounts}
        return System(ranges, relations, self.whole_numbers)


def _named(cells: Iterable[Cell]) -> str:
    """The cells as staff find them in the file; of very many the first ones."""
    names = [str(cell) for cell in cells]
    return ", ".join((*names[:_NAMED], *(("…",) if len(names) > _NAMED else ())))
