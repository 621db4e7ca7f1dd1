"""Questions about figures that are well formed and may still be wrong; staff mend them, or say that they are right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from charterkit.model.indicator import COMPUTED, Indicator, IndicatorType
from charterkit.model.publication import Publication
from charterkit.model.requirement import Target
from charterkit.model.result import Row
from charterkit.model.standard import NormType
from charterkit.numbers import agrees
from charterkit.periods import Frequency, Length, a_year_earlier
from charterkit.problems import Problem, Spot, problem
from charterkit.rules.plausible_sizes import ENOUGH, is_exact, percent_slips, shown, sizes
from charterkit.rules.plausible_sums import Slice, parts, shorter_periods

_PERCENT = re.compile(r"(?<![0-9.,])([0-9]{1,3}(?:[.,][0-9]{1,4})?) ?%")
# So many periods in a row with the same figure, and so many cases, are no coincidence any more.
_IN_A_ROW = 4
_SOME_CASES = 10
_MANY_CASES = 30
# The proportion of the two counts that tells a swap from more work done than came in.
_SWAPPED = Fraction(5, 4)
_SLACK = Fraction(1, 10)
_SHARES = frozenset({IndicatorType.SHARE, IndicatorType.SURVEY_SHARE})
_PER = {
    "day": Length.DAY, "week": Length.WEEK, "month": Length.MONTH, "quarter": Length.QUARTER, "year": Length.YEAR,
}  # fmt: skip

Counted = tuple[Row, Fraction, Fraction]


def plausibility(publication: Publication) -> Iterator[Problem]:
    """Every question; which of them are answered already is for `acknowledged` to say."""
    targets: dict[str, list[Target]] = {}
    for commitment in publication.commitments.values():
        for measure in commitment.measures:
            targets.setdefault(measure.indicator, []).extend(measure.targets)
    yield from _frequencies(publication)
    for id, series in publication.series.items():
        indicator = publication.indicators[id]
        yield from _Questions(series.file, indicator, series.newest()).all(targets.get(id, ()))


def _frequencies(publication: Publication) -> Iterator[Problem]:
    """Indicators that only count what is promised so many times in a time shorter than they are counted in."""
    told: set[str] = set()
    for commitment in publication.commitments.values():
        for measure in commitment.measures:
            indicator = publication.indicators.get(measure.indicator)
            standard = publication.standards.get(measure.standard)
            if indicator is None or indicator.type is not IndicatorType.COUNT or indicator.id in told:
                continue
            per = {target.per for target in measure.targets if target.per}
            if standard is not None and standard.type is NormType.FREQUENCY:
                per |= {norm.per for norm in standard.norms if norm.per}
            if any(_is_shorter(one, indicator.frequency) for one in per):
                told.add(indicator.id)
                yield problem("frequency-without-due", Spot(indicator.file, ("type",)))


def _is_shorter(per: str, frequency: Frequency) -> bool:
    length = frequency.length
    return length is not None and _PER[per].shorter_than(length)


class _Questions:
    """The questions about one series, of which the newest row of each period and slice counts."""

    def __init__(self, file: str, indicator: Indicator, rows: Sequence[Row]) -> None:
        self.file = file
        self.indicator = indicator
        self.rows = rows

    def all(self, targets: Sequence[Target]) -> Iterator[Problem]:
        for rows in self._comparable():
            explained = [*percent_slips(self._spot, rows, self.indicator, targets), *self._swapped(rows)]
            yield from explained
            told = {found.spot for found in explained}
            yield from (found for found in sizes(self._spot, rows, self.indicator) if found.spot not in told)
            yield from self._repeated(rows)
            yield from self._copied(rows)
        yield from parts(self._spot, self.rows, self.indicator)
        yield from shorter_periods(self._spot, self.rows, self.indicator)
        for row in self.rows:
            yield from self._reported(row)

    def _spot(self, row: Row) -> Spot:
        return Spot(self.file, line=row.line)

    def _comparable(self) -> list[list[Row]]:
        """The rows of one slice and one length of period between two breaks, oldest first."""
        groups: dict[tuple[Slice, Length, int], list[Row]] = {}
        for row in self.rows:
            breaks = sum(one.since <= row.period.end for one in self.indicator.breaks)
            groups.setdefault((row.slice, row.period.length, breaks), []).append(row)
        return list(groups.values())

    def _swapped(self, rows: Sequence[Row]) -> Iterator[Problem]:
        """The one period whose counts stand the other way round than in all others, and fit them when swapped."""
        if self.indicator.type not in COMPUTED - _SHARES:
            return
        counted = [(row, top, bottom) for row, top, bottom in _counted(rows) if top and bottom]
        above = [one for one in counted if one[1] > one[2]]
        below = [one for one in counted if one[1] < one[2]]
        if len(counted) < ENOUGH or len(above) + len(below) < len(counted):
            return
        for odd, others in ((above, below), (below, above)):
            if len(odd) == 1 and _is_swapped(odd[0], others):
                row, top, bottom = odd[0]
                yield problem(
                    "counts-swapped", self._spot(row), count=len(others),
                    numerator=shown(top), denominator=shown(bottom),
                )  # fmt: skip

    def _repeated(self, rows: Sequence[Row]) -> Iterator[Problem]:
        """Runs of one figure that is too particular to come back by itself; asked where the fourth stands."""
        told = [row for row in rows if is_exact(row.figure)]
        for figure, group in groupby(told, key=lambda row: row.figure and row.figure.value):
            run = list(group)
            if figure is not None and len(run) >= _IN_A_ROW and all(map(self._is_particular, run)):
                yield problem(
                    "figure-repeated", self._spot(run[_IN_A_ROW - 1]), found=shown(figure), count=_IN_A_ROW,
                    first=run[0].period.label, last=run[_IN_A_ROW - 1].period.label,
                )  # fmt: skip

    def _is_particular(self, row: Row) -> bool:
        """Whether a figure says more than “all”, “none” or a round number."""
        if self.indicator.type in COMPUTED and row.numerator is not None and row.denominator is not None:
            top, bottom = row.numerator.value, row.denominator.value
            return bottom >= _SOME_CASES and top not in (0, bottom)
        written = row.figure.printed.lstrip("0.").replace(".", "") if row.figure is not None else ""
        return row.figure is not None and row.figure.decimals > 0 and len(written.rstrip("0")) > 2

    def _copied(self, rows: Sequence[Row]) -> Iterator[Problem]:
        """Two counts that both come back in the next period or a year later, where neither is fixed in advance."""
        if self.indicator.type not in COMPUTED:
            return
        counted = [(row, top, bottom) for row, top, bottom in _counted(rows) if bottom >= _MANY_CASES]
        bases = [bottom for _, _, bottom in counted]
        by_period = {row.period: (row, top, bottom) for row, top, bottom in counted}
        for index, (row, top, bottom) in enumerate(counted):
            earlier = {counted[index - 1][0].period} if index else set()
            earlier |= {one for one in (a_year_earlier(row.period),) if one in by_period}
            same = [by_period[one][0] for one in sorted(earlier) if by_period[one][1:] == (top, bottom)]
            if same and top not in (0, bottom) and bases.count(bottom) <= 1 + len(same):
                yield problem(
                    "counts-repeated", self._spot(row),
                    numerator=shown(top), denominator=shown(bottom), other=same[-1].period.label,
                )  # fmt: skip

    def _reported(self, row: Row) -> Iterator[Problem]:
        """The one per cent that the body itself printed, where the counts give another."""
        printed = _PERCENT.findall(row.reported)
        if len(printed) != 1 or self.indicator.unit != "percent" or self.indicator.type not in COMPUTED:
            return
        written = Decimal(printed[0].replace(",", "."))
        for _, top, bottom in _counted([row]):
            if bottom and row.figure is not None and not agrees(written, row.figure.value):
                yield problem(
                    "reported-not-counts", self._spot(row), found=row.reported,
                    numerator=shown(top), denominator=shown(bottom), wanted=shown(row.figure.value),
                )  # fmt: skip


def _is_swapped(odd: Counted, rest: Sequence[Counted]) -> bool:
    ratio, others = odd[1] / odd[2], [top / bottom for _, top, bottom in rest]
    fits = min(others) * (1 - _SLACK) <= 1 / ratio <= max(others) * (1 + _SLACK)
    return fits and max(ratio, 1 / ratio) >= _SWAPPED


def _counted(rows: Sequence[Row]) -> list[Counted]:
    """The rows with both counts, each of them exact."""
    return [
        (row, Fraction(row.numerator.value), Fraction(row.denominator.value))
        for row in rows
        if row.numerator is not None
        and row.denominator is not None
        and is_exact(row.numerator)
        and is_exact(row.denominator)
    ]
