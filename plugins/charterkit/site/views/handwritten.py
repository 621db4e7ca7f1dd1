"""A page that people wrote in docs/."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.site.context import Context, PageHead
from charterkit.site.pieces import FALLBACK_CLASS, Piece
from charterkit.site.sharing.descriptions import page_description
from charterkit.strings import text_direction


@dataclass(frozen=True, slots=True)
class HandwrittenView:
    """What a hand-written page shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: str
    """The heading; blank where the text has its own."""
    text: Piece
    """The text, sanitised."""
    lang: str
    """The language of the text, where it is not the page's; else blank."""
    dir: str
    """The direction of its script."""
    note: str
    """That the page is not available in the reader's language; blank where it is."""
    note_class: str
    """The class of that note."""


def view(context: Context, title: str, text: Piece, content_lang: str) -> HandwrittenView:
    """A hand-written page whose text was sanitised."""
    language = context.reader.words.language_name(content_lang)
    other = content_lang != context.reader.lang
    return HandwrittenView(
        page=PageHead(title, page_description(title, text), (context.home_link(),)),
        title="" if "<h1" in text.html else title,
        text=text,
        lang=content_lang if content_lang != context.reader.words.lang else "",
        dir=text_direction(content_lang),
        note=context.say("This page is available in another language only: {language}.", language=language)
        if other
        else "",
        note_class=FALLBACK_CLASS,
    )
