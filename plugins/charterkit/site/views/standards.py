"""The list of standards: how services are delivered, and how staff behave."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.model.standard import Family, Standard
from charterkit.site.context import Context, PageHead
from charterkit.site.pages import Page
from charterkit.site.parts import Entry
from charterkit.site.pieces import Piece
from charterkit.site.records import norm_in_force, norm_sentence


@dataclass(frozen=True, slots=True)
class StandardsView:
    """What the list of standards shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    lead: str
    """What a standard is."""
    quality: tuple[Entry, ...]
    """Standards that set a measurable level."""
    conduct: tuple[Entry, ...]
    """Standards of conduct."""
    procedures: tuple[Entry, ...]
    """The documents by which the work is done."""


def view(context: Context, page: Page) -> StandardsView:
    """The list of standards."""
    lead = context.say(
        "Our standards say how services are delivered and how staff behave. The promises rest on them."
    )
    return StandardsView(
        page=PageHead(context.say("Standards"), lead, (context.home_link(),)),
        lead=lead,
        quality=_entries(context, Family.QUALITY),
        conduct=_entries(context, Family.CONDUCT),
        procedures=tuple(
            Entry("", context.procedure_link(one.id), context.line(one.summary))
            for one in context.publication.procedures.values()
        ),
    )


def _entries(context: Context, family: Family) -> tuple[Entry, ...]:
    standards = context.publication.standards.values()
    return tuple(_entry(context, one) for one in standards if one.family is family)


def _entry(context: Context, standard: Standard) -> Entry:
    norm = norm_in_force(standard.norms, context.standing.today)
    text: Piece | str = norm_sentence(context, norm) if norm else context.reader.brief(standard.statement)
    return Entry("", context.standard_link(standard.id), text)
