"""How a promise or a charter stands as a small picture (SVG) that other sites can show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from charterkit.exports.download import Download
from charterkit.richtext.signs import writable
from charterkit.site.addresses import badge_file
from charterkit.site.charts.widths import width
from charterkit.site.context import Context
from charterkit.site.sharing.cards import Card, card

if TYPE_CHECKING:
    from charterkit.site.render import Renderer

# The hues and papers of the pages: a badge brings its own ground, so that it can be read on any other.
HUES: Final[Mapping[str, str]] = {
    "good": "#17653a",
    "warn": "#8a4f00",
    "bad": "#ae2118",
    "neutral": "#57534c",
}
PAPER: Final = "#fdfcf9"
_INK: Final = "#1d1b18"
_SOFT: Final = "#57534c"
_EDGE: Final = "#79746a"
_FONT: Final = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
# Shapes of 16 pixels, as beside every status of the pages.
_SHAPES: Final[Mapping[str, str]] = {
    "met": '<circle cx="8" cy="8" r="7" fill="{hue}"/>',
    "part": '<circle cx="8" cy="8" r="6" fill="none" stroke="{hue}" stroke-width="2"/>'
    '<path d="M8 2a6 6 0 0 0 0 12z" fill="{hue}"/>',
    "not": '<circle cx="8" cy="8" r="6" fill="none" stroke="{hue}" stroke-width="2"/>',
    "none": '<path d="M3 8h10" fill="none" stroke="{hue}" stroke-width="2.5"/>',
}
_SIDE: Final = 14
_SHAPE: Final = 24
_LINE: Final = 22
# Longer titles are cut: a badge stands beside other things.
_LONGEST: Final = 48


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a badge, with room for a shape before it."""

    text: str
    colour: str
    bold: bool = False
    indent: int = 0

    @property
    def end(self) -> int:
        """Where it ends at most, in pixels."""
        return self.indent + width(self.text, self.bold)


def badges(renderer: Renderer) -> Iterator[Download]:
    """A badge of every charter and of every promise."""
    publication = renderer.site.publication
    for record in (*publication.charters, *publication.commitments):
        yield Download(badge_file(record), partial(_badge, renderer, record))


def _badge(renderer: Renderer, record: str, lang: str) -> bytes:
    context = renderer.context(lang, badge_file(record).count("/"))
    return badge(context, card(context, record))


def badge(context: Context, shown: Card) -> bytes:
    """The picture: the title, how it stands as shape, colour and word, and as of which day.

    The day is part of the picture, because a copy of it may be kept somewhere for long.
    """
    lines = tuple(_lines(shown))
    wide, high = max(line.end for line in lines) + 2 * _SIDE, len(lines) * _LINE + 2 * 10
    drawn = "".join(_drawn(line, place) for place, line in enumerate(lines))
    lang = escape(context.reader.words.lang)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
        f' role="img" aria-labelledby="title desc" xml:lang="{lang}">'
        f'<title id="title">{_words(f"{shown.title}: {shown.state}")}</title><desc id="desc">{_words(shown.alt)}</desc>'
        f'<rect x=".5" y=".5" width="{wide - 1}" height="{high - 1}" rx="6" fill="{PAPER}" stroke="{_EDGE}"/>'
        f"{_shape(shown)}"
        f'<g font-family="{_FONT}" font-size="15">{drawn}</g></svg>\n'
    ).encode()


def _lines(shown: Card) -> Iterator[_Line]:
    title = shown.title if len(shown.title) <= _LONGEST else f"{shown.title[: _LONGEST - 1].rstrip()}…"
    yield _Line(title, _INK, bold=True)
    hue = HUES[shown.look.hue] if shown.look is not None else _INK
    yield _Line(shown.state, hue, bold=True, indent=_SHAPE if shown.look is not None else 0)
    yield _Line(shown.day, _SOFT)
    yield from (_Line(part, _SOFT) for part in wrap(shown.notice, _LONGEST))


def _drawn(line: _Line, place: int) -> str:
    weight = ' font-weight="700"' if line.bold else ""
    x, y = _SIDE + line.indent, 10 + _LINE * place + 16
    return f'<text x="{x}" y="{y}" fill="{line.colour}"{weight}>{_words(line.text)}</text>'


def _shape(shown: Card) -> str:
    if shown.look is None:
        return ""
    shape = _SHAPES[shown.look.mark].format(hue=HUES[shown.look.hue])
    return f'<g transform="translate({_SIDE} {10 + _LINE + 3})">{shape}</g>'


def _words(text: str) -> str:
    return escape(writable(text))
