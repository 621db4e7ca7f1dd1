"""Pictures that networks show beside a shared link (PNG, 1200 × 630), typeset at build with Typst's own fonts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from charterkit.exports.badges import HUES
from charterkit.exports.download import Download
from charterkit.richtext.signs import writable
from charterkit.site.addresses import card_file
from charterkit.site.colours import DEFAULT, LIGHT_GROUNDS, accent
from charterkit.site.sharing.cards import Card, card

if TYPE_CHECKING:
    from charterkit.site.render import Renderer

# The page of the template is 600 × 315 points: two pixels a point give the size that networks ask for.
_PIXELS_PER_INCH: Final = 144
# A name is set the smaller the longer it is; the longest are cut.
_SIZES: Final = ((28, 44), (56, 36), (110, 28))
_LONGEST: Final = 170


def cards(renderer: Renderer) -> Iterator[Download]:
    """The card of the site, of every charter, and of every promise where the publisher wants it."""
    for record in sorted(renderer.directory.cards):
        yield Download(card_file(record), partial(_card, renderer, record))


def _card(renderer: Renderer, record: str, lang: str) -> bytes:
    context = renderer.context(lang, card_file(record).count("/"))
    colour = renderer.site.publication.publisher.site.colour or DEFAULT
    return card_bytes(card(context, record), accent(colour, LIGHT_GROUNDS).colour, context.reader.words.lang)


def card_bytes(shown: Card, colour: str, lang: str) -> bytes:
    """The picture. The words go in as data beside the template, so that no sign in them is markup."""
    title = shown.title if len(shown.title) <= _LONGEST else f"{shown.title[: _LONGEST - 1].rstrip()}…"
    told = {
        "publisher": shown.publisher,
        "title": title,
        "size": next((size for longest, size in _SIZES if len(title) <= longest), 22),
        "text": shown.text,
        "state": shown.state,
        "mark": shown.look.mark if shown.look is not None else "",
        "hue": HUES[shown.look.hue] if shown.look is not None else "#1d1b18",
        "day": shown.day,
        "notice": shown.notice,
        "colour": colour,
        "lang": lang,
    }
    data = json.dumps({name: writable(one) if isinstance(one, str) else one for name, one in told.items()})
    picture: bytes = _compiler().compile(
        _template(), format="png", ppi=_PIXELS_PER_INCH, sys_inputs={"card": data}
    )
    return picture


@cache
def _compiler() -> Any:
    """Typst with the fonts that it brings along and no others: the same picture on every machine."""
    from typst import Compiler

    return Compiler(ignore_system_fonts=True)


@cache
def _template() -> bytes:
    return (files("charterkit") / "templates" / "card.typ").read_bytes()
