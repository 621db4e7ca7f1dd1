"""The files that all pages of a site share: style, script, icon."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Final

from charterkit.model.publisher import Publisher
from charterkit.site import colours

# The files of the package that each shared file of a site is made of.
_ASSETS: Final[Mapping[str, tuple[str, ...]]] = {
    "assets/charter.css": (
        "charter.css",
        "service.css",
        "home.css",
        "method.css",
        "boards.css",
        "programme.css",
        "ways.css",
        "find.css",
        "year.css",
        "chart.css",
        "feedback.css",
        "embed.css",
        "versions.css",
        "quality.css",
        "survey.css",
    ),
    "assets/check.js": ("check.js",),
    "assets/search.js": ("search.js",),
}
# Browsers ask for an icon in any case; a site without a crest gives them this one.
_ICON: Final = "assets/icon.svg"


def shipped(name: str) -> bytes:
    """A file of the package as it is."""
    return (files("charterkit") / "assets" / name).read_bytes()


def static_assets(publisher: Publisher, crest_colours: tuple[str, ...]) -> Mapping[str, bytes]:
    """The files that all pages share, by their address.

    The stylesheet ends with the publisher's colours, and with what makes a crest of these colours seen.
    """
    found = {address: b"".join(map(shipped, names)) for address, names in _ASSETS.items()}
    own = colours.stylesheet(publisher.site.colour or colours.DEFAULT) + colours.crest_plate(crest_colours)
    found["assets/charter.css"] += own.encode()
    if not publisher.site.crest:
        found[_ICON] = shipped("icon.svg")
    return found
