"""Small true tables of persons, what a results file says of them, and what a reader could make of the page.

The reader of this module knows nothing of the check: it takes the page as it is published and tries out every table of
whole numbers that fits what it reads there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, product

from bs4 import BeautifulSoup

from charterkit.model.commitment import Measure
from charterkit.model.indicator import (
    Confidentiality,
    Direction,
    Disaggregation,
    Indicator,
    IndicatorType,
    Owner,
    Part,
)
from charterkit.model.publication import Publication
from charterkit.model.result import Series
from charterkit.periods import Frequency
from charterkit.site.render import Renderer
from factory import WORDS, commitment, period, read_results
from test_site_sample import publication, site
from test_site_sample_body import START
from test_site_services import rendered

K = 5
# More than any true count: where nothing published bounds a number, so many are tried.
_REACH = 20
QUARTERS = ("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4")
# The periods of a file, each longer one with the quarters that it is made of.
SPANS: Mapping[str, tuple[str, ...]] = {
    **{quarter: (quarter,) for quarter in QUARTERS},
    "2024-H1": QUARTERS[:2],
    "2024-H2": QUARTERS[2:],
    "2024": QUARTERS,
}

Place = tuple[str, tuple[str, ...]]
"""A period and the value of each dimension; a blank value is all of them."""


@dataclass(frozen=True)
class Table:
    """A true table: the values of each dimension, the places that the file has lines for, and the leaves' counts.

    A leaf has all or, for a share, `(those counted, all)`.
    """

    dimensions: tuple[tuple[str, ...], ...]
    lines: tuple[Place, ...]
    leaves: Mapping[Place, tuple[int, ...]]
    hidden: frozenset[Place] = field(default=frozenset())

    @property
    def is_share(self) -> bool:
        """Whether two numbers are counted, one of them a part of the other."""
        return len(next(iter(self.leaves.values()))) > 1

    def true(self, place: Place) -> tuple[int, ...]:
        """What is really counted at a place."""
        return tuple(map(sum, zip(*(self.leaves[leaf] for leaf in self.inside(place)), strict=True)))

    def inside(self, place: Place) -> list[Place]:
        """The leaves that a place is made of."""
        chosen = [(value,) if value else all for value, all in zip(place[1], self.dimensions, strict=True)]
        return [(quarter, values) for quarter in SPANS[place[0]] for values in product(*chosen)]

    def is_small(self, place: Place) -> bool:
        """Whether a count of the place, or what it leaves over, is of 1 to 4 persons."""
        counts = self.true(place)
        return any(0 < count < K for count in (*counts, counts[-1] - counts[0]))


def indicator(table: Table) -> Indicator:
    """The record of a table: `d0`, `d1` are its dimensions."""
    return Indicator(
        id="split",
        type=IndicatorType.SHARE if table.is_share else IndicatorType.COUNT,
        title=WORDS,
        definition=WORDS,
        unit="percent" if table.is_share else "count",
        direction=Direction.HIGHER,
        frequency=Frequency.QUARTERLY,
        starts=START,
        owner=Owner("town"),
        decimals=1 if table.is_share else 0,
        numerator=Part(WORDS) if table.is_share else None,
        denominator=Part(WORDS) if table.is_share else None,
        disaggregations=tuple(
            Disaggregation(f"d{index}", values) for index, values in enumerate(table.dimensions)
        ),
        confidentiality=Confidentiality(persons=True, k=K),
        file="standards/indicators/split.yml",
    )


def results(table: Table) -> Series:
    """The file of results of a table, read as it would be."""
    columns = [f"d{index}" for index in range(len(table.dimensions))]
    counts = ["numerator", "denominator"] if table.is_share else ["value"]
    lines = [",".join(("period", *columns, *counts, "state"))]
    for place in table.lines:
        shown = ["" for _ in counts] if place in table.hidden else [str(one) for one in table.true(place)]
        lines.append(",".join((place[0], *place[1], *shown, "suppressed" if place in table.hidden else "")))
    found, problems = read_results("\n".join((*lines, "")), indicator(table))
    assert not problems, problems
    return replace(found, file="charters/results/split.csv")


def records(table: Table) -> Publication:
    """The sample publication with a promise that measures each slice of the table."""
    slices = dict.fromkeys(values for _, values in table.lines)
    measures = tuple(Measure("split", only=_slice(values)) for values in slices)
    promise = replace(commitment(*measures, id="split"), number="9.9")
    base = publication()
    return replace(
        base,
        commitments={**base.commitments, promise.full_id: promise},
        indicators={**base.indicators, "split": indicator(table)},
        series={**base.series, "split": results(table)},
    )


def _slice(values: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple((f"d{index}", value) for index, value in enumerate(values) if value)


Published = Mapping[Place, tuple[int, ...] | None]


def published(table: Table) -> dict[Place, tuple[int, ...] | None]:
    """What the page of the indicator shows of each line: its numbers, or None for “Not shown”."""
    page = BeautifulSoup(rendered(Renderer(site(records(table))), "results/split/"), "html.parser")
    words = {_short(label): label for label in SPANS}
    found: dict[Place, tuple[int, ...] | None] = {}
    for part in page.select("table.figures"):
        caption = part.caption.get_text() if part.caption else ""
        named = {name for name in re.split(r"[^\w]+", caption) if "_" in name}
        values = tuple(next(iter(named & set(all)), "") for all in table.dimensions)
        for line in part.select("tbody tr"):
            label = words.get(line.th.get_text().strip()) if line.th else None
            if label is not None and (label, values) in table.lines:
                found[label, values] = _numbers(line.get_text(" "), line.select("td"), table.is_share)
    return found


def _short(label: str) -> str:
    one = period(label)
    year, _, part = label.partition("-")
    return one.label if not part else f"{part} {year}"


def _numbers(text: str, cells: Sequence[object], is_share: bool) -> tuple[int, ...] | None:
    if "Not shown" in text:
        return None
    told = [cell.get_text().strip() for cell in cells]  # type: ignore[attr-defined]
    if is_share:
        both = re.fullmatch(r"(\d+) of (\d+)", told[1])
        assert both is not None, told
        return int(both[1]), int(both[2])
    return (int(told[0]),)


def possible(table: Table, told: Published) -> dict[Place, set[tuple[int, ...]]]:
    """Values of every hidden place in tables that fit the page: two of them, or the only one.

    Whoever looks knows that zeros are shown, and so that what is hidden is not nobody.
    """
    hidden = [place for place, numbers in told.items() if numbers is None]
    for least in (1, 0):
        first = next(_tables(table, told, least), None)
        if first is not None:
            return {place: _two(table, told, least, place, first) for place in hidden}
    return {place: set() for place in hidden}


Leaves = Mapping[Place, tuple[int, ...]]


def _two(table: Table, told: Published, least: int, place: Place, first: Leaves) -> set[tuple[int, ...]]:
    """The value of a place in a table, and another one in another table, if there is any."""
    value = replace(table, leaves=first).true(place)
    for other in _tables(table, told, least, place):
        if replace(table, leaves=other).true(place) != value:
            return {value, replace(table, leaves=other).true(place)}
    return {value}


def _tables(table: Table, told: Published, least: int, sought: Place | None = None) -> Iterator[Leaves]:
    """Every table of whole numbers in which all that is published holds; of a place sought one each."""
    sums = [(table.inside(place), numbers) for place, numbers in told.items()]
    known = [leaf for leaf in table.leaves if told.get(leaf) is not None]
    inside = table.inside(sought) if sought else []
    order = list(dict.fromkeys((*known, *inside, *table.leaves)))
    first = len({*known, *inside}) if sought else len(order)
    most = _most(table, told)
    for beginning in _filled({}, order[:first], sums, least, most):
        yield from islice(_filled(beginning, order, sums, least, most), 1)


def _most(table: Table, told: Published) -> dict[Place, int]:
    """The most that can be counted in each leaf: no more than in anything published that it is a part of."""
    bounds = dict.fromkeys(table.leaves, _REACH)
    for place, numbers in told.items():
        for leaf in table.inside(place):
            if numbers is not None:
                bounds[leaf] = min(bounds[leaf], numbers[-1]) if len(table.inside(place)) > 1 else numbers[-1]
    return bounds


def _filled(
    done: Leaves,
    places: list[Place],
    sums: Sequence[tuple[list[Place], tuple[int, ...] | None]],
    least: int,
    most: Mapping[Place, int],
) -> Iterator[Leaves]:
    if len(done) == len(places):
        yield done
        return
    place = places[len(done)]
    for guess in _guesses(place, sums, most):
        more = {**done, place: guess}
        if all(_fits(more, leaves, numbers, least) for leaves, numbers in sums if place in leaves):
            yield from _filled(more, places, sums, least, most)


def _guesses(
    place: Place, sums: Iterable[tuple[list[Place], tuple[int, ...] | None]], most: Mapping[Place, int]
) -> Iterable[tuple[int, ...]]:
    own = next((numbers for leaves, numbers in sums if leaves == [place]), None)
    if own is not None:
        return [own]
    width = len(next(numbers for _, numbers in sums if numbers is not None))
    whole = range(most[place] + 1)
    if width == 1:
        return [(count,) for count in whole]
    return [(part, all) for all in whole for part in range(all + 1)]


def _fits(
    done: Mapping[Place, tuple[int, ...]], leaves: list[Place], numbers: tuple[int, ...] | None, least: int
) -> bool:
    """Whether the leaves that are filled in leave a sum possible."""
    filled = [done[leaf] for leaf in leaves if leaf in done]
    total = tuple(map(sum, zip(*filled, strict=True)))
    complete = len(filled) == len(leaves)
    if numbers is None:
        return not complete or total[-1] >= least
    # Neither those counted, nor those left over, nor all of them may be more than is published.
    if complete:
        return total == numbers
    return all(one <= known for one, known in zip(total, numbers, strict=True)) and (
        total[-1] - total[0] <= numbers[-1] - numbers[0]
    )
