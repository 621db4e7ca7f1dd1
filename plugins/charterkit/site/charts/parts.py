"""The parts of a figure side by side: each body, each channel; all on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from charterkit.model.indicator import Indicator
from charterkit.rules.standing import IndicatorStanding
from charterkit.rules.timeline import Outcome, Slice
from charterkit.site.charts.bars import bar
from charterkit.site.charts.chart import scale_of
from charterkit.site.charts.data import Data, gather
from charterkit.site.charts.frame import Frame
from charterkit.site.charts.kinds import Kind, kind_of
from charterkit.site.charts.plot import small
from charterkit.site.charts.scale import Scale
from charterkit.site.charts.shapes import Drawing
from charterkit.site.charts.words import Key, Voice
from charterkit.site.context import Context
from charterkit.site.pieces import Piece
from charterkit.site.results.slices import slice_name

# So many parts can be compared by eye; of more, the table tells.
_MOST: Final = 24
# How high a drawing of one part is, in pixels: low enough that many are seen together.
_TOP: Final = 8
_PLOT: Final = 88


@dataclass(frozen=True, slots=True)
class Panel:
    """One part: its name, its newest figure and period, and the drawing, which adds nothing that is not said."""

    name: Piece
    period: str
    figure: str
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class PartsChart:
    """The parts of a figure as a page shows them."""

    caption: str
    panels: tuple[Panel, ...]
    keys: tuple[Key, ...]


def parts_chart(context: Context, standing: IndicatorStanding) -> PartsChart | None:
    """The parts of an indicator; None where there are fewer than two, or so many that nobody compares them."""
    outcomes = _by_part(standing)
    gathered = {part: gather(standing.indicator, found) for part, found in outcomes.items()}
    shown = {part: data for part, data in gathered.items() if data.shown}
    if not 2 <= len(shown) <= _MOST:
        return None
    kind = _kind(standing.indicator, shown)
    if kind is None:
        return None
    voice, scale = Voice(context, standing.indicator), _scale(standing.indicator, shown, kind)
    ends = voice.ticks(scale)
    return PartsChart(
        context.say("All parts on the same scale: {low} – {high}.", low=ends[0], high=ends[-1]),
        tuple(_panel(context, voice, part, data, (scale, kind)) for part, data in shown.items()),
        tuple(_keys(voice, shown, kind)),
    )


def _by_part(standing: IndicatorStanding) -> Mapping[Slice, tuple[Outcome, ...]]:
    """The outcomes of each part: judged ones where a promise looks at just that part."""
    found = dict(standing.parts)
    found |= {one.measure.only: one.outcomes for one in standing.measures if one.measure.only in found}
    return found


def _kind(indicator: Indicator, shown: Mapping[Slice, Data]) -> Kind | None:
    """Lines where any part has enough figures for one, else a bar for the newest figure."""
    kinds = {kind_of(indicator, data) for data in shown.values()}
    if kinds & {Kind.STRIP} or indicator.unit == "date":
        return None
    return Kind.LINE if kinds & {Kind.LINE, Kind.COLUMNS} else Kind.BARS


def _scale(indicator: Indicator, shown: Mapping[Slice, Data], kind: Kind) -> Scale:
    points = tuple(
        one for data in shown.values() for one in (data.points if kind is Kind.LINE else data.shown[-1:])
    )
    return scale_of(indicator, Data(points), kind)


def _panel(context: Context, voice: Voice, part: Slice, data: Data, how: tuple[Scale, Kind]) -> Panel:
    newest, (scale, kind) = data.shown[-1], how
    if kind is Kind.LINE:
        drawing = small(Frame(tuple(one.period for one in data.points), scale, "", _TOP, _PLOT), data)
    else:
        drawing = bar(newest, scale)
    return Panel(
        slice_name(context, part, voice.indicator), voice.name(newest), voice.figure(newest), drawing
    )


def _keys(voice: Voice, shown: Mapping[Slice, Data], kind: Kind) -> Iterator[Key]:
    """The target, where it is the same for all parts that have one."""
    newest = [data for data in shown.values() if data.points[-1].target is not None]
    if len({data.points[-1].target for data in newest}) == 1 and (target := voice.target(newest[0])):
        yield Key("target-bar" if kind is Kind.BARS else "target", target)
