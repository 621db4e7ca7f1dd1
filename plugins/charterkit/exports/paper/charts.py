"""Charts on paper: the drawings of the site as SVG that needs neither a stylesheet nor a screen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

from charterkit.periods import Period
from charterkit.rules.standing import IndicatorStanding, MeasureStanding
from charterkit.rules.timeline import Outcome
from charterkit.rules.years import YearStanding
from charterkit.site.charts.chart import ChartPart, chart
from charterkit.site.charts.frame import GUTTERS
from charterkit.site.charts.parts import PartsChart
from charterkit.site.charts.shapes import Drawing, Group, Shape
from charterkit.site.charts.widths import SIZE
from charterkit.site.charts.words import Key
from charterkit.site.context import Context
from charterkit.site.pieces import Piece, joined
from charterkit.site.results.slices import slice_name

# The width of a drawing in its own pixels: words of 15 of them come out at 9.5 points in half a line of text.
_WIDTH: Final = 330
# Room for the shapes that stand on an edge.
_RIM: Final = 8
# What only a wide screen has room for; its counterpart for narrow ones is what paper shows.
_MINOR: Final = "chart-minor"
# The rules of assets/chart.css in colours for print. Whatever a hue tells is told by a shape and a word, too.
_STYLE: Final = """
text { fill: #55524b; font: 400 15px "Libertinus Serif"; paint-order: stroke; stroke: #fff; stroke-width: 4px; }
.chart-last text { fill: #171613; font-weight: 600; }
.chart-demand text { fill: ACCENT; }
.chart-grid line { stroke: #c9c4b8; }
.chart-line { stroke: #171613; stroke-width: 2.5; stroke-linecap: round; }
.chart-soft { stroke-dasharray: .1 5; }
.chart-dot { fill: #171613; stroke: #fff; stroke-width: 1.5; }
.chart-dot.chart-open { fill: #fff; stroke: #171613; stroke-width: 2; }
.chart-arrow { fill: #171613; stroke: #fff; stroke-width: 1.5; }
.chart-column { fill: #171613; }
.chart-column.chart-past { fill: #79746a; }
.chart-column.chart-open { fill: #fff; stroke: #171613; stroke-width: 2; }
.chart-track { fill: #f3f0e8; stroke: #c9c4b8; }
.chart-zero { stroke: #79746a; stroke-width: 2; }
.chart-gap line { stroke: #171613; stroke-width: 3; }
.chart-target { stroke: ACCENT; stroke-width: 2.5; }
.chart-over { stroke-dasharray: 7 4; }
.chart-near { fill: #8a5a00; fill-opacity: .14; }
.chart-zone { fill: ACCENT; fill-opacity: .1; }
.chart-break { stroke: #79746a; stroke-width: 1.5; stroke-dasharray: 2 4; }
.chart-whisker { stroke: #55524b; stroke-width: 1.5; }
.chart-baseline { fill: #fff; stroke: #171613; stroke-width: 2; }
.chart-mark { fill: none; stroke-width: 2; }
.good { stroke: #1c6b3a; } .warn { stroke: #8a5a00; } .bad { stroke: #a3231d; } .neutral { stroke: #55524b; }
.good .chart-full, .good .chart-half { fill: #1c6b3a; }
.warn .chart-full, .warn .chart-half { fill: #8a5a00; }
.bad .chart-full, .bad .chart-half { fill: #a3231d; }
.neutral .chart-full, .neutral .chart-half { fill: #55524b; }
.chart-mark .chart-half { stroke: none; }
"""
# The signs of the key, as in templates/parts/chart.html.j2.
_SIGNS: Final = {
    "target": '<g class="chart-target chart-over"><path d="M0 8h28"/></g>',
    "target-bar": '<g class="chart-target"><path d="M14 0v16"/></g>',
    "near": '<g class="chart-near"><rect width="28" height="16"/></g>',
    "open": '<g class="chart-dot chart-open"><circle cx="14" cy="8" r="4.5"/></g>',
    "open-bar": '<g class="chart-column chart-open"><rect x="2" y="3" width="24" height="10"/></g>',
    "break": '<g class="chart-break"><path d="M14 0v16"/></g>',
    "arrow": '<g class="chart-arrow"><path d="M9 4h10l-5 9z"/></g>',
    "whisker": '<g class="chart-whisker"><path d="M14 0v16"/></g>',
    "ring": '<g class="chart-dot chart-open"><circle cx="14" cy="8" r="6"/></g>',
    "disc": '<g class="chart-dot"><circle cx="14" cy="8" r="6"/></g>',
    "baseline": '<g class="chart-baseline"><path d="M14 2l6 6-6 6-6-6z"/></g>',
}
# Places that go across: of these a percentage is a part of the width.
_EM: Final = re.compile(r"-?[\d.]+em")
_ACROSS: Final = frozenset({"x", "x1", "x2", "cx", "width"})


@dataclass(frozen=True, slots=True)
class KeyOnPaper:
    """A line of the key: its sign as SVG (blank for a mere remark), and what it means."""

    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class ChartOnPaper:
    """A chart: what it shows, in a sentence and as a drawing; `alt` is for those who cannot see that."""

    title: Piece
    caption: Piece | str
    svg: str
    alt: str
    keys: tuple[KeyOnPaper, ...]
    statuses: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class PanelOnPaper:
    """One part of a whole: its name, its period, its figure, and a drawing that says nothing more."""

    name: Piece
    period: str
    figure: str
    svg: str


@dataclass(frozen=True, slots=True)
class PanelsOnPaper:
    """The parts of a whole beside each other."""

    caption: str
    panels: tuple[PanelOnPaper, ...]
    keys: tuple[KeyOnPaper, ...]


def of_indicator(context: Context, standing: IndicatorStanding, colour: str) -> ChartOnPaper | None:
    """The chart of an indicator, with the targets of the first promise that rests on it; None where it has none."""
    first = next(iter(standing.measures), None)
    outcomes = first.outcomes if first is not None else standing.outcomes
    part = chart(context, standing.indicator.id, standing.indicator, outcomes, "")
    return _on_paper(part, Piece(), colour) if part is not None else None


def of_year(context: Context, standing: YearStanding, colour: str) -> Iterator[ChartOnPaper]:
    """The charts of everything that promises of a year are measured by, up to its end, each once."""
    seen: set[tuple[str, tuple[tuple[str, str], ...]]] = set()
    for measure in (one for promise in standing.promises for one in promise.standing.measures):
        key = measure.indicator.id, tuple(measure.measure.only)
        outcomes = tuple(_until(measure, standing.year))
        if key not in seen and any(standing.year.covers(one.period) for one in outcomes):
            part = chart(context, measure.indicator.id, measure.indicator, outcomes, "")
            if part is not None:
                yield _on_paper(part, _title(context, measure), colour)
        seen.add(key)


def _until(measure: MeasureStanding, year: Period) -> Iterable[Outcome]:
    return (one for one in measure.outcomes if one.period.end <= year.end)


def _title(context: Context, measure: MeasureStanding) -> Piece:
    title = context.line(measure.indicator.title)
    part = slice_name(context, measure.measure.only, measure.indicator)
    return joined(" – ", title, part) if part else title


def of_part(part: ChartPart, colour: str) -> ChartOnPaper:
    """A chart of the site that has a heading of its own on paper."""
    return _on_paper(part, Piece(), colour)


def of_panels(part: PartsChart, colour: str) -> PanelsOnPaper:
    """Bars beside each other on one scale, each under its name and its figure."""
    panels = (PanelOnPaper(one.name, one.period, one.figure, svg(one.drawing, colour)) for one in part.panels)
    return PanelsOnPaper(part.caption, tuple(panels), tuple(_key(one, colour) for one in part.keys))


def _on_paper(part: ChartPart, title: Piece, colour: str) -> ChartOnPaper:
    return ChartOnPaper(
        title,
        part.caption,
        svg(part.drawing, colour),
        f"{part.title}. {part.description}",
        tuple(_key(one, colour) for one in part.keys),
        () if part.only_wide else part.statuses,
    )


def _key(key: Key, colour: str) -> KeyOnPaper:
    sign = _SIGNS.get(key.look, "")
    return KeyOnPaper(_whole(28, 16, sign, colour) if sign else "", key.text)


def svg(drawing: Drawing, colour: str) -> str:
    """A drawing with its own colours, all places in pixels; `colour` is that of the publisher."""
    gutter = GUTTERS[drawing.gutter]
    field = _WIDTH - gutter
    groups = "".join(_group(one, field) for one in drawing.groups if one.shapes and _MINOR not in one.look)
    inner = f'<g transform="translate({gutter + _RIM} {_RIM})">{groups}</g>'
    return _whole(_WIDTH + 2 * _RIM, drawing.height + 2 * _RIM, inner, colour)


def _whole(width: int, height: int, inner: str, colour: str) -> str:
    style = _STYLE.replace("ACCENT", colour)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
    return f"{head}<style>{style}</style>{inner}</svg>"


def _group(group: Group, field: int) -> str:
    shapes = "".join(_shape(one, field) for one in group.shapes if ("class", _MINOR) not in one.attributes)
    return f'<g class="{escape(group.look)}">{shapes}</g>'


def _shape(one: Shape, field: int) -> str:
    places = [(name, _pixels(name, value, field)) for name, value in one.attributes]
    if one.tag == "svg":
        at = dict(places)
        closed = ' class="chart-half"' if one.path.endswith("z") else ""
        return f'<path{closed} transform="translate({at["x"]} {at["y"]})" d="{escape(one.path)}"/>'
    written = "".join(f' {name}="{escape(value)}"' for name, value in places)
    return f"<{one.tag}{written}>{escape(one.text)}</{one.tag}>"


def _pixels(name: str, value: str, field: int) -> str:
    if name in _ACROSS and value.endswith("%"):
        return f"{float(value.removesuffix('%')) * field / 100:.2f}"
    # On the screen a drawing grows with its words; an em is not the same for a shape and for a word here.
    return f"{float(value.removesuffix('em')) * SIZE:.2f}" if _EM.fullmatch(value) else value
