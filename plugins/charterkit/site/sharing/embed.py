"""How others show on their own site how a promise or a charter stands: the picture, and the lines to copy."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from charterkit.site.addresses import badge_file, badges_address
from charterkit.site.context import Context, Link
from charterkit.site.sharing.cards import card


@dataclass(frozen=True, slots=True)
class Embed:
    """The badge as it looks today, in words too, and the lines of HTML that show it."""

    src: str
    alt: str
    lines: str


def embed(context: Context, record: str) -> Embed:
    """The badge of a promise or a charter; the address of the site has to be known.

    The words in the lines never say how it stands: they are copied once, and the picture changes.
    """
    shown, file = card(context, record), badge_file(record)
    page = context.absolute(f"charters/{record}/")
    alt = context.say("How it stands: {title} ({publisher})", title=shown.title, publisher=shown.publisher)
    lines = f'<a href="{escape(page)}"><img src="{escape(context.absolute(file))}" alt="{escape(alt)}"></a>'
    return Embed(context.links.file(file), shown.alt, lines)


def badge_link(context: Context, record: str) -> Link | None:
    """The way to the badge of a promise or a charter; None while the address of the site is unknown."""
    if not context.site.settings.site_url:
        return None
    page = context.links.to(badges_address(record.partition("/")[0]))
    place = f"#{badge_anchor(record)}" if "/" in record else ""
    return Link(context.say("Show this on your own site"), page + place)


def badge_anchor(promise: str) -> str:
    """Where the badge of a promise (`charter/promise`) stands on the page of badges."""
    return f"badge-{promise.partition('/')[2]}"
