"""How others show on their own site how a promise or a charter stands: the picture, and the lines to copy."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from charterkit.site.addresses import badge_file
from charterkit.site.context import Context
from charterkit.site.sharing.cards import card


@dataclass(frozen=True, slots=True)
class Embed:
    """The badge as it looks today, in words too, and the lines of HTML that show it."""

    src: str
    alt: str
    lines: str


def embed(context: Context, record: str) -> Embed | None:
    """The badge of a promise or a charter; None while the address of the site is unknown.

    The words in the lines never say how it stands: they are copied once, and the picture changes.
    """
    if not context.site.settings.site_url:
        return None
    shown, file = card(context, record), badge_file(record)
    page = context.absolute(f"charters/{record}/")
    alt = context.say("How it stands: {title} ({publisher})", title=shown.title, publisher=shown.publisher)
    lines = f'<a href="{escape(page)}"><img src="{escape(context.absolute(file))}" alt="{escape(alt)}"></a>'
    return Embed(context.links.file(file), shown.alt, lines)
