"""The list of procedures: the documents by which the work is done."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.site.context import Context, PageHead
from charterkit.site.pages import Page
from charterkit.site.parts import Entry


@dataclass(frozen=True, slots=True)
class ProceduresView:
    """What the list of procedures shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    lead: str
    """What a procedure is."""
    procedures: tuple[Entry, ...]
    """The procedures in the order of their numbers."""


def view(context: Context, page: Page) -> ProceduresView:
    """The list of procedures."""
    lead = context.say("Approved documents that say how we do our work, step by step.")
    return ProceduresView(
        page=PageHead(context.say("Procedures"), lead, (context.home_link(),)),
        lead=lead,
        procedures=tuple(
            Entry(one.number, context.procedure_link(one.id), context.line(one.summary))
            for one in context.publication.procedures.values()
        ),
    )
