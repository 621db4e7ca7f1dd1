"""The colours of a drawn crest, so that a page can see whether it stands out from the ground.

A drawing is read, never shown or run, and only as far as it is plain: colours of attributes, of `style` and of
`<style>`. What cannot be told for certain (a photograph inside, an unknown name of a colour) is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element, ParseError, fromstring

# A crest larger than that is not looked into: it would be slow to load anyway.
_MOST_BYTES: Final = 1_000_000
_PAINTED: Final = frozenset({"path", "rect", "circle", "ellipse", "polygon", "polyline", "text", "use"})
# What may hold any colour.
_FOREIGN: Final = frozenset({"image", "foreignObject"})
# What tells something about the drawing, or cuts out of what is drawn.
_UNPAINTED: Final = frozenset({"clipPath", "mask", "metadata", "title", "desc"})
_DECLARED: Final = re.compile(r"(?:^|[;{\s])(fill|stroke|stop-color)\s*:\s*([^;}!]+)")
_HEX: Final = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_RGB: Final = re.compile(r"rgba?\(\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*(?:[,/].*)?\)")
# The names of HTML 4, and those that heralds use besides.
_NAMES: Final = {
    "black": "#000000", "white": "#ffffff", "red": "#ff0000", "green": "#008000", "blue": "#0000ff",
    "yellow": "#ffff00", "gold": "#ffd700", "silver": "#c0c0c0", "gray": "#808080", "grey": "#808080",
    "maroon": "#800000", "purple": "#800080", "fuchsia": "#ff00ff", "lime": "#00ff00", "olive": "#808000",
    "navy": "#000080", "teal": "#008080", "aqua": "#00ffff", "orange": "#ffa500", "brown": "#a52a2a",
    # A drawing that stands in a page as a picture knows no colour of the page.
    "currentcolor": "#000000",
}  # fmt: skip
_NO_COLOUR: Final = ("none", "transparent", "inherit", "url(")


def crest_colours(file: Path) -> tuple[str, ...]:
    """The colours with which an SVG file paints, as `#rrggbb`; none where they cannot be told, as for a PNG file."""
    if file.suffix.lower() != ".svg":
        return ()
    try:
        raw = file.read_bytes()
    except OSError:
        return ()
    return drawn_colours(raw) if len(raw) <= _MOST_BYTES else ()


def drawn_colours(svg: bytes) -> tuple[str, ...]:
    """The colours of a drawing, in the order in which they occur; none where one of them cannot be told."""
    # Entities can grow without end; a drawing that adapts itself to the screen needs no help.
    if b"<!ENTITY" in svg or b"prefers-color-scheme" in svg:
        return ()
    try:
        root = fromstring(svg)
    except (ParseError, ValueError, LookupError):
        return ()
    found = tuple(dict.fromkeys(_of(root)))
    return () if "" in found else found


def _of(root: Element) -> Iterator[str]:
    """The colours of a drawing; blank for one that cannot be told. Drawings may be nested deeper than calls may be."""
    ahead = [(root, "black")]
    while ahead:
        element, inherited = ahead.pop()
        name, paints = _local(element.tag), _paints(element)
        if name in _UNPAINTED:
            continue
        # What has a class is painted by <style>, what is kept for later by whoever uses it.
        elsewhere = "class" in element.attrib or name in ("defs", "symbol")
        fill = paints.pop("fill", "inherit" if elsewhere else inherited)
        if name in _FOREIGN:
            yield ""
        if name == "style":
            yield from _told(value for _, value in _DECLARED.findall(element.text or ""))
        yield from _told([*paints.values(), *((fill,) if name in _PAINTED else ())])
        ahead += [(child, fill) for child in reversed(element)]


def _paints(element: Element) -> dict[str, str]:
    found = {key: value for key in ("fill", "stroke", "stop-color") if (value := element.get(key))}
    return found | dict(_DECLARED.findall(element.get("style", "")))


def _told(values: Iterable[str]) -> Iterator[str]:
    for value in values:
        text = value.strip().lower()
        if not text.startswith(_NO_COLOUR):
            yield _colour(text)


def _colour(text: str) -> str:
    if _HEX.fullmatch(text):
        short = "".join(sign * 2 for sign in text[1:4])
        return f"#{short}" if len(text) < 7 else text[:7]
    if parts := _RGB.fullmatch(text):
        return "#" + "".join(f"{min(int(part), 255):02x}" for part in parts.groups())
    return _NAMES.get(text, "")


def _local(tag: object) -> str:
    """The name of an element without its namespace; blank for comments."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
