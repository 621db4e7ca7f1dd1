"""The words of this site explained, those of its verdicts too, each with an anchor to which other pages lead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charterkit.site.context import Context, Link, PageHead
from charterkit.site.glossary import TERMS
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.results.verdicts import LOOKS, PROMISE_LOOKS


@dataclass(frozen=True, slots=True)
class Word:
    """A word and what it means; `id` is its anchor, `links` lead to more."""

    id: str
    word: Piece | str
    meaning: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class WordsView:
    """What the page of explained words shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    terms: tuple[Word, ...]
    """The words of the site."""
    promises: tuple[Word, ...]
    """What is said of a promise."""
    results: tuple[Word, ...]
    """What is said of a single result."""


def view(context: Context, page: Page) -> WordsView:
    """The page of explained words."""
    described = context.say("What the words on this website mean, in plain sentences.")
    return WordsView(
        page=PageHead(context.say("Words explained"), described, (context.home_link(),)),
        terms=tuple(_terms(context)),
        promises=tuple(
            Word(
                f"promise-{status.value.replace('_', '-')}",
                context.badges.promises[status],
                context.say(look.meaning),
            )
            for status, look in PROMISE_LOOKS.items()
        ),
        results=tuple(
            Word(
                f"result-{status.value.replace('_', '-')}",
                context.badges.results[status],
                context.say(look.meaning),
            )
            for status, look in LOOKS.items()
        ),
    )


def _terms(context: Context) -> Iterator[Word]:
    calendars = tuple(map(context.calendar_link, context.publication.calendars))
    for id, (word, meaning) in TERMS.items():
        yield Word(id, context.say(word), context.say(meaning), calendars if id == "working-day" else ())
