"""The publisher's colour, made readable: the same hue, as light or dark as WCAG 2.2 wants it (4.5 to 1)."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass
from typing import Final, TypeAlias

Colour: TypeAlias = tuple[float, float, float]

READABLE: Final = 4.5
# What is no text, by WCAG 2.2 (1.4.11).
SEEN: Final = 3.0
# Thin coloured letters need more on a dark screen, where light ones seem to glow.
READABLE_ON_DARK: Final = 7.0
DEFAULT: Final = "#1d5c4d"
# The backgrounds of assets/charter.css (--paper and --tint) on which links stand.
LIGHT_GROUNDS: Final = ("#fdfcf9", "#f3f0e8")
DARK_GROUNDS: Final = ("#171613", "#23211d")
_INKS: Final = ("#ffffff", "#171613")
_STEP: Final = 0.005
# Colours that a reader forces on a page, and paper, would take the plate away.
_PLATE: Final = (
    "padding: 4px; forced-color-adjust: none; print-color-adjust: exact; -webkit-print-color-adjust: exact;"
)
_HEX: Final = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Accent:
    """A colour for links and buttons, and the colour of words upon it; both as `#rrggbb`."""

    colour: str
    ink: str


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG: from 1 (the same) to 21 (black on white)."""
    lighter, darker = sorted((_luminance(_parse(one)), _luminance(_parse(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def accent(colour: str, grounds: tuple[str, ...]) -> Accent:
    """The colour, made lighter or darker until it can be read on every one of the grounds."""
    wanted = colour if _HEX.fullmatch(colour) else DEFAULT
    readable = _readable(wanted.lower(), grounds)
    return Accent(readable, max(_INKS, key=lambda ink: contrast(ink, readable)))


def stylesheet(colour: str) -> str:
    """The accent for light and for dark screens, as the end of the stylesheet."""
    light, dark = accent(colour, LIGHT_GROUNDS), accent(colour, DARK_GROUNDS)
    return (
        f":root {{ --accent: {light.colour}; --accent-ink: {light.ink}; }}\n"
        "@media screen and (prefers-color-scheme: dark) {\n"
        f"  :root {{ --accent: {dark.colour}; --accent-ink: {dark.ink}; }}\n"
        "}\n"
    )


def crest_plate(crest: tuple[str, ...]) -> str:
    """The end of the stylesheet for a crest in these colours: a plate where none of them stands out from the page.

    None are given where they are not known; such a crest stands on the page as it is.
    """
    if _is_faint(crest, LIGHT_GROUNDS[0]):
        # On a dark page this plate is the ground itself.
        return f".crest {{ {_PLATE} background: {DARK_GROUNDS[0]}; }}\n"
    if _is_faint(crest, DARK_GROUNDS[0]):
        plate = f".crest {{ {_PLATE} background: {LIGHT_GROUNDS[0]}; }}"
        return f"@media screen and (prefers-color-scheme: dark) {{ {plate} }}\n"
    return ""


def _is_faint(crest: tuple[str, ...], ground: str) -> bool:
    return bool(crest) and all(contrast(colour, ground) < SEEN for colour in crest)


def _readable(colour: str, grounds: tuple[str, ...]) -> str:
    hue, lightness, saturation = rgb_to_hls(*_parse(colour))
    on_dark = _luminance(_parse(grounds[0])) < 0.5
    wanted, step = (READABLE_ON_DARK, _STEP) if on_dark else (READABLE, -_STEP)
    while min(contrast(colour, ground) for ground in grounds) < wanted and 0 < lightness + step < 1:
        lightness += step
        colour = _hex(hls_to_rgb(hue, lightness, saturation))
    return colour


def _parse(colour: str) -> Colour:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
