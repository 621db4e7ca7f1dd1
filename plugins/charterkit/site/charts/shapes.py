"""What a chart is drawn with. Across, places are per cent of its width; down, they go with the size of its words.

So words keep the size that the reader chose, on every screen; one drawing serves telephone and paper, and nothing has
to be scaled. Whoever draws reckons in pixels, as if words had their usual size (`widths.SIZE`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from charterkit.rules.status import Status
from charterkit.site.charts.widths import SIZE
from charterkit.site.results.verdicts import LOOKS

# The width of a drawing at least, in pixels, without the words on its left: on a telephone 320 pixels wide, and
# from the width from which on `chart-minor` is shown (30rem in assets/chart.css); both for words of their
# usual size.
NARROW: Final = 284
WIDE: Final = 540

# Drawn around a point, in pixels; the shapes are those of parts/status.html.j2.
_HALF: Final = "M0-5a5 5 0 0 0 0 10z"
_DASH: Final = "M-5 0h10"
_DOWN: Final = "M-5-4h10l-5 9z"
_UP: Final = "M-5 4h10l-5-9z"
_DIAMOND: Final = "M0-6l6 6-6 6-6-6z"
_LEFT: Final = "M4-5v10l-9-5z"
_RIGHT: Final = "M-4-5v10l9-5z"
_ARROWS: Final[Mapping[str, str]] = {
    "below": _DOWN,
    "above": _UP,
    "bar-below": _LEFT,
    "bar-above": _RIGHT,
}


@dataclass(frozen=True, slots=True)
class Shape:
    """One element: its name, its attributes, and its words, its tooltip or the path inside it."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    text: str = ""
    title: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that look alike: what CSS calls them. An empty one is not drawn."""

    look: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The groups of a chart from back to front, its height in pixels and the room for words on its left."""

    height: int
    gutter: str
    groups: tuple[Group, ...]

    @property
    def room(self) -> str:
        """The height, for an attribute."""
        return down(self.height)


def across(share: float) -> str:
    """A part of the width, for an attribute."""
    return f"{_short(share * 100)}%"


def down(pixels: float) -> str:
    """Pixels at the usual size of words, for an attribute: they grow with the words."""
    text = f"{pixels / SIZE:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("0", "-0") else f"{text}em"


def line(x1: str, y1: str, x2: str, y2: str) -> Shape:
    """A straight line."""
    return Shape("line", (("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)))


def box(left: float, top: float, width: float, height: float, title: str = "") -> Shape:
    """A rectangle: `left` and `width` are parts of the width of the drawing."""
    places = (("x", across(left)), ("y", down(top)), ("width", across(width)), ("height", down(height)))
    return Shape("rect", places, title=title)


def dot(x: float, y: float, title: str = "", radius: str = "4.5") -> Shape:
    """A disc or a ring, as CSS fills it."""
    return Shape("circle", (("cx", across(x)), ("cy", down(y)), ("r", radius)), title=title)


def arrow(x: float, y: float, bound: str, title: str) -> Shape:
    """Where the true figure lies `below` or `above` what is shown; of a lying bar, `bar-below` or `bar-above`."""
    return _placed(x, y, _ARROWS[bound], title)


def diamond(x: float, y: float, title: str) -> Shape:
    """Where things stood before."""
    return _placed(x, y, _DIAMOND, title)


def word(x: str, y: float, text: str, anchor: str = "start", look: str = "") -> Shape:
    """A line of words; `anchor` is the side that stands at `x`."""
    extra = ((("text-anchor", anchor),) if anchor != "start" else ()) + ((("class", look),) if look else ())
    return Shape("text", (("x", x), ("y", down(y)), *extra), text)


def marks(places: tuple[tuple[float | str, Status, str], ...], y: int, look: str = "") -> tuple[Group, ...]:
    """The shapes of statuses in a row, those of one hue together."""
    hues = dict.fromkeys(LOOKS[status].hue for _, status, _ in places)
    return tuple(
        Group(
            f"chart-mark {hue}{look}",
            tuple(
                shape
                for x, status, title in places
                if LOOKS[status].hue == hue
                for shape in _mark(x, y, LOOKS[status].mark, title)
            ),
        )
        for hue in hues
    )


def _mark(x: float | str, y: int, mark: str, title: str) -> tuple[Shape, ...]:
    place = x if isinstance(x, str) else across(x)
    circle = (("cx", place), ("cy", down(y)), ("r", "5"))
    match mark:
        case "met":
            return (Shape("circle", (*circle, ("class", "chart-full")), title=title),)
        case "part":
            return (Shape("circle", circle, title=title), _placed(place, y, _HALF, ""))
        case "not":
            return (Shape("circle", circle, title=title),)
        case _:
            return (_placed(place, y, _DASH, title),)


def _placed(x: float | str, y: float, path: str, title: str) -> Shape:
    place = x if isinstance(x, str) else across(x)
    # What says nothing lies over something that does.
    silent = () if title else (("pointer-events", "none"),)
    return Shape("svg", (("x", place), ("y", down(y)), *silent), title=title, path=path)


def _short(value: float) -> str:
    """At most one decimal, and none that says nothing."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
