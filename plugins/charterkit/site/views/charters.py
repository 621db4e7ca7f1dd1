"""The list of charters."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.model.charter import Charter
from charterkit.site.context import Context, PageHead
from charterkit.site.pages import Page
from charterkit.site.parts import Entry


@dataclass(frozen=True, slots=True)
class ChartersView:
    """What the list of charters shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    lead: str
    """What a charter is."""
    charters: tuple[Entry, ...]
    """The charters with their purpose and the number of their promises."""


def view(context: Context, page: Page) -> ChartersView:
    """The list of charters."""
    lead = context.say(
        "A charter says what you can expect from a public body: its promises, how well they are kept, and what to "
        "do when one is broken."
    )
    return ChartersView(
        page=PageHead(context.say("Promises"), lead, (context.home_link(),)),
        lead=lead,
        charters=tuple(_entry(context, charter) for charter in context.publication.charters.values()),
    )


def _entry(context: Context, charter: Charter) -> Entry:
    counts = context.standing.counts(charter.id)
    number = context.reader.words.count("{n} promise", "{n} promises", counts.all)
    return Entry(number, context.charter_link(charter), context.reader.brief(charter.purpose))
