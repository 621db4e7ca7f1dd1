"""A procedure: the document itself in chapters, who approved it, and when a service on wheels comes where."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.model.procedure import Approval, Procedure
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import ChapterPiece, Piece
from charterkit.site.records import contact_facts, ended_note, lineage_facts, source_link, source_links
from charterkit.site.services.timetable import TimetablePart, timetable_part


@dataclass(frozen=True, slots=True)
class AnnexPart:
    """An annex: its title, leading to where it can be read, or its text."""

    title: Link
    text: Piece


@dataclass(frozen=True, slots=True)
class ProcedureView:
    """What the page of a procedure shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: Piece
    """The title of the document."""
    summary: Piece
    """What it settles."""
    ended: Piece | str
    """That it is no longer in force; blank while it is."""
    contents: tuple[Link, ...]
    """The chapters, folded."""
    timetable: TimetablePart | None
    """When it comes where; None where nothing travels."""
    note: Piece
    """That the text is in another language; blank where it is not."""
    chapters: tuple[ChapterPiece, ...]
    """The document itself."""
    annexes: tuple[AnnexPart, ...]
    """What belongs to it."""
    approval: tuple[Fact, ...]
    """Who approved it, when, from when on; empty where the record does not say."""
    about: tuple[Fact, ...]
    """The standards that it serves, and who works by it."""
    contact: tuple[Fact, ...]
    """How to reach those who answer for it."""
    legal_basis: tuple[Link, ...]
    """The laws that it rests on."""
    sources: tuple[Link, ...]
    """Documents that the record was taken from."""
    source: Link | None
    """The way to its file."""


def view(context: Context, page: Page) -> ProcedureView:
    """The page of a procedure."""
    procedure = context.publication.procedures[page.key]
    title = context.reader.bare(procedure.title)
    note, chapters = context.reader.chapters(procedure.text)
    return ProcedureView(
        page=PageHead(title, context.reader.plain(procedure.summary, 160) or title, _trail(context)),
        title=context.line(procedure.title),
        summary=context.line(procedure.summary),
        ended=ended_note(context, procedure.ended),
        contents=tuple(Link(one.heading, f"#{one.id}") for one in chapters if one.heading),
        timetable=timetable_part(context, procedure),
        note=note,
        chapters=chapters,
        annexes=_annexes(context, procedure),
        approval=_approval(context, procedure),
        about=_about(context, procedure),
        contact=contact_facts(context, procedure.contact),
        legal_basis=source_links(context, procedure.legal_basis),
        sources=source_links(context, procedure.sources),
        source=source_link(context, procedure.file),
    )


def _trail(context: Context) -> tuple[Link, ...]:
    return context.home_link(), context.section_link(context.say("Procedures"), "procedures/")


def _annexes(context: Context, procedure: Procedure) -> tuple[AnnexPart, ...]:
    return tuple(
        AnnexPart(Link(context.line(one.title), one.url), context.block(one.text))
        for one in procedure.annexes
    )


def _approval(context: Context, procedure: Procedure) -> tuple[Fact, ...]:
    say, one = context.say, procedure.approval
    facts = list(_decision(context, one)) if one is not None else []
    if procedure.edition:
        facts.append(Fact(say("Edition"), (Link(procedure.edition),)))
    return tuple(facts)


def _decision(context: Context, one: Approval) -> tuple[Fact, ...]:
    say, day = context.say, context.reader.words.day
    act = " ".join(part for part in (context.reader.bare(one.act), one.number) if part)
    facts = [
        Fact(say("Approved by"), (Link(context.line(one.by)),)),
        Fact(say("Act of approval"), (Link(act, one.url),)) if act or one.url else None,
        Fact(say("Day of the decision"), (Link(day(one.day)),)),
        Fact(say("In force since"), (Link(day(one.in_force)),)) if one.in_force else None,
    ]
    return tuple(fact for fact in facts if fact is not None)


def _about(context: Context, procedure: Procedure) -> tuple[Fact, ...]:
    say = context.say
    links = (
        (say("Who works by it"), tuple(context.body_link(id) for id in procedure.bodies)),
        (say("Standards"), tuple(context.standard_link(id) for id in procedure.standards)),
    )
    origins = procedure.lineage.origins if procedure.lineage else ()
    origin = lineage_facts(context, procedure.lineage, tuple(context.procedure_link(id) for id in origins))
    return (*(Fact(term, found) for term, found in links if found), *origin)
