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
        "ways.css",
        "find.css",
        "year.css",
        "chart.css",
        "feedback.css",
        "embed.css",
    ),
    "assets/search.js": ("search.js",),
}
# Browsers ask for an icon in any case; a site without a crest gives them this one.
_ICON: Final = "assets/icon.svg"


def colours_css(publisher: Publisher) -> str:
    """The stylesheet with the publisher's colour."""
    return colours.stylesheet(publisher.site.colour or colours.DEFAULT)


def static_assets(publisher: Publisher) -> Mapping[str, bytes]:
    """The files that all pages share, by their address: the stylesheet ends with the publisher's colours."""
    shipped = files("charterkit") / "assets"
    found = {
        address: b"".join((shipped / name).read_bytes() for name in names)
        for address, names in _ASSETS.items()
    }
    found["assets/charter.css"] += colours_css(publisher).encode()
    if not publisher.site.crest:
        found[_ICON] = (shipped / "icon.svg").read_bytes()
    return found
