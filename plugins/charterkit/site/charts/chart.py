"""The chart of a measure: which kind, on which scale, with which words; ready for parts/chart.html.j2."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from charterkit.model.indicator import Indicator, IndicatorType
from charterkit.rules.status import Status
from charterkit.rules.timeline import Outcome
from charterkit.site.charts.bars import BarWords, bars
from charterkit.site.charts.data import Data, gather, is_judged, last
from charterkit.site.charts.frame import Frame, gutter_for
from charterkit.site.charts.kinds import FEWEST, Kind, is_told, kind_of
from charterkit.site.charts.levels import values
from charterkit.site.charts.plot import PlotWords, plot
from charterkit.site.charts.scale import Bounds, Scale, scale
from charterkit.site.charts.shapes import Drawing
from charterkit.site.charts.strip import MOST, strip
from charterkit.site.charts.words import Key, Voice
from charterkit.site.context import Context
from charterkit.site.pieces import Piece

SHARES: Final = frozenset({IndicatorType.SHARE, IndicatorType.SURVEY_SHARE})
# A row of fewer verdicts says no more than the table below it.
_ROW: Final = 3
_PERCENT: Final = Fraction(100)


@dataclass(frozen=True, slots=True)
class ChartPart:
    """A chart as a page shows it.

    `id` is unique in the page; `title` and `description` are for those who cannot see it, `caption` is for
    everybody; `statuses` are the verdicts that occur, with their words, and `only_wide` says that their shapes
    find no room on a telephone; `table` is the id of the same figures in a table.
    """

    id: str
    title: str
    description: str
    caption: Piece | str
    drawing: Drawing
    keys: tuple[Key, ...]
    statuses: tuple[Piece, ...]
    table: str
    only_wide: bool = False


def chart(
    context: Context,
    id: str,
    indicator: Indicator,
    outcomes: Iterable[Outcome],
    table: str,
    caption: Piece | str = "",
) -> ChartPart | None:
    """The chart of a series of outcomes, oldest first; None where there is nothing to compare."""
    data = gather(indicator, outcomes)
    kind, voice = kind_of(indicator, data), Voice(context, indicator)
    if kind is None:
        return None
    if kind is Kind.STRIP:
        return _strip(voice, id, last(data, MOST), table, caption)
    found = scale_of(indicator, data, kind)
    if kind is Kind.BARS:
        drawing, told = bars(data, found, _bar_words(voice, data)), False
    else:
        drawing, told = _plot(voice, data, found, kind)
    marked = [one.look for one in drawing.groups if one.look.startswith("chart-mark ")]
    return ChartPart(
        id,
        voice.title(),
        voice.description(kind, data),
        caption or voice.caption(data),
        drawing,
        tuple(voice.keys(kind, data, found, not told)),
        _statuses(context, data) if marked else (),
        table,
        only_wide=any(look.endswith(" chart-minor") for look in marked),
    )


def all_the_same(context: Context, indicator: Indicator, outcomes: Iterable[Outcome]) -> str:
    """That a longer series of figures never changes, in a sentence; blank where it does, or is not drawn at all."""
    data = gather(indicator, outcomes)
    if len(data.shown) <= FEWEST or not is_told(data) or indicator.type is IndicatorType.YES_NO:
        return ""
    return Voice(context, indicator).caption(data)


def verdicts(
    context: Context, id: str, indicator: Indicator, outcomes: Iterable[Outcome], number: int
) -> ChartPart | None:
    """The verdicts of the last periods in a row, above their table; None where there are too few of them."""
    data = last(gather(indicator, outcomes), number)
    if len(data.points) < _ROW or not is_judged(data):
        return None
    return _strip(Voice(context, indicator), id, data, "", "")


def scale_of(indicator: Indicator, data: Data, kind: Kind) -> Scale:
    """The scale for the figures of a chart and all that was demanded of them."""
    baseline = (Fraction(indicator.baseline.value),) if indicator.baseline and kind is not Kind.BARS else ()
    ends = [end for one in data.shown for end in one.interval or ()]
    found = (*(one.value for one in data.shown if one.value is not None), *values(data.points), *baseline)
    highest = max(one.value for one in data.shown if one.value is not None)
    if kind is Kind.BARS:
        full = _full(indicator, highest)
        whole = (Fraction(0), *(full or found), *ends)
        return Scale((min(whole), max(whole) if any(whole) else Fraction(1)))
    if indicator.type is IndicatorType.RANK:
        return scale((Fraction(1), *found), Bounds(whole=True, lowest=Fraction(1)), inverted=True)
    return scale((*found, *ends), _bounds(indicator, kind, highest))


def _full(indicator: Indicator, highest: Fraction) -> tuple[Fraction, ...]:
    """What a bar of full length stands for, where there is a whole: all cases, or the best answer."""
    if indicator.type in SHARES and indicator.unit == "percent" and highest <= _PERCENT:
        return (_PERCENT,)
    return (Fraction(indicator.scale.max),) if indicator.scale is not None else ()


def _bounds(indicator: Indicator, kind: Kind, highest: Fraction) -> Bounds:
    """A share is never stretched to less than ten points; a bar always stands on zero."""
    share = indicator.type in SHARES and indicator.unit == "percent" and highest <= _PERCENT
    return Bounds(
        zero=kind is not Kind.LINE,
        lowest=Fraction(0) if share else None,
        highest=_PERCENT if share else None,
        whole=indicator.type is IndicatorType.COUNT,
        least=Fraction(10) if share else Fraction(0),
    )


def _plot(voice: Voice, data: Data, found: Scale, kind: Kind) -> tuple[Drawing, bool]:
    ticks = voice.ticks(found)
    gutter = gutter_for(ticks)
    if gutter is None:
        ticks = voice.bare_ticks(found)
        bare = ticks[1:] if found.inverted else ticks[:-1]
        gutter = gutter_for(bare) or "l"
    words = PlotWords(
        ticks,
        tuple(map(voice.name, data.points)),
        tuple(map(voice.tip, data.points)),
        tuple(map(voice.status_tip, data.points)),
        voice.figure(data.shown[-1]),
        tuple(filter(None, (voice.target(data), voice.demand(data)))),
    )
    frame = Frame(tuple(one.period for one in data.points), found, gutter)
    return plot(frame, data, words, kind is Kind.COLUMNS, voice.baseline())


def _bar_words(voice: Voice, data: Data) -> BarWords:
    return BarWords(
        tuple(map(voice.name, data.points)),
        tuple(map(voice.figure, data.points)),
        tuple(map(voice.status_tip, data.points)),
    )


def _strip(voice: Voice, id: str, data: Data, table: str, caption: Piece | str) -> ChartPart:
    periods, tips = tuple(map(voice.name, data.points)), tuple(map(voice.status_tip, data.points))
    return ChartPart(
        id,
        voice.title(),
        voice.description(Kind.STRIP, data),
        caption,
        strip(data, periods, tips),
        tuple(voice.keys(Kind.STRIP, data, None, with_target=False)),
        _statuses(voice.context, data),
        table,
    )


def _statuses(context: Context, data: Data) -> tuple[Piece, ...]:
    """The verdicts that occur, in the order of their table."""
    found = {one.status for one in data.points}
    return tuple(context.badges.results[status] for status in Status if status in found)
