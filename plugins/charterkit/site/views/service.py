"""A service: the questions of somebody who needs it, in one order that is the same on every page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charterkit.model.charter import Appeal
from charterkit.model.common import NO_CONTACT
from charterkit.model.service import Scope, Service
from charterkit.rules.offered import ONLINE
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.parts import Entry, promise_entries
from charterkit.site.pieces import Piece
from charterkit.site.records import contact_facts, lineage_facts, source_link, source_links
from charterkit.site.redress.feedback import TellPart, about_text
from charterkit.site.redress.time_limits import time_limit
from charterkit.site.services import parts as service_parts
from charterkit.site.services.in_brief import ShortFact, for_whom, in_short, suspension
from charterkit.site.services.needs import NeedsPart, needs
from charterkit.site.services.parts import CostPart, StepPart, TimePart, WherePart


@dataclass(frozen=True, slots=True)
class Notice:
    """That the service is not offered, for a while or for good, and why."""

    text: Piece | str
    reason: Piece


@dataclass(frozen=True, slots=True)
class Answering:
    """Who answers for the service: the body, and how to reach those who do."""

    body: Link
    facts: tuple[Fact, ...]
    others: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ServiceView:
    """What the page of a service shows, in the order of a citizen's questions."""

    page: PageHead
    """Title, description and trail, for the shell."""
    kicker: str
    """That it is a service, with the number by which the charter cites it."""
    title: Piece
    """What people call it."""
    summary: Piece
    """What one gets here, in a sentence."""
    notices: tuple[Notice, ...]
    """That it is not offered; none where it is."""
    ended: bool
    """Whether it is gone for good."""
    short: tuple[ShortFact, ...]
    """Time, cost and way, set large."""
    start: Link | None
    """Where to begin online; None where it cannot be asked for there, or not on the day of the site."""
    description: Piece
    """More about it."""
    audience: Piece
    """Who may ask for it."""
    clients: str
    """Whom it serves, in a few words."""
    internal: str
    """That it is for the body's own units; blank where it is for people outside."""
    needs: NeedsPart
    """What one needs."""
    steps: tuple[StepPart, ...]
    """What happens, step by step."""
    time: TimePart
    """How long it takes."""
    cost: CostPart
    """What it costs."""
    output: Piece
    """What one gets in the end."""
    where: WherePart
    """Where and how one asks for it."""
    refused: Piece
    """What one can do when the answer is no."""
    appeal: tuple[Fact, ...]
    """Who reviews a refusal."""
    promises: tuple[Entry, ...]
    """What is promised for it, and whether that is kept."""
    answers: Answering
    """Who answers for it."""
    legal_basis: tuple[Link, ...]
    """The laws that it rests on."""
    origin: tuple[Fact, ...]
    """Where the record comes from, when it was read last, and who keeps it."""
    tell_us: TellPart | None
    """The ways to say that it is not clear or has a mistake; None where nobody can be told."""
    source: Link | None
    """The way to its file."""


def view(context: Context, page: Page) -> ServiceView:
    """The page of a service."""
    one = context.publication.services[page.key]
    say, block = context.say, context.block
    title = say("Service: {title}", title=context.reader.bare(one.title))
    return ServiceView(
        page=PageHead(title, context.reader.plain(one.summary, 160), _trail(context)),
        kicker=say("Service {number}", number=one.number) if one.number else say("Service"),
        title=context.line(one.title),
        summary=context.line(one.summary),
        notices=tuple(_notices(context, one)),
        # Nobody needs the time and the cost of what is no longer there.
        ended=one.ended is not None,
        short=in_short(context, one),
        start=_start(context, one),
        description=block(one.description),
        audience=block(one.audience),
        clients=for_whom(context, one),
        internal=say("It is a service for our own units.") if one.scope is Scope.INTERNAL else "",
        needs=needs(context, one),
        steps=service_parts.steps(context, one),
        time=service_parts.time(context, one),
        cost=service_parts.cost(context, one),
        output=block(one.output),
        where=service_parts.where(context, one),
        refused=block(one.if_refused),
        appeal=_appeal(context, one.appeal) if one.appeal else (),
        promises=_promises(context, one),
        answers=_answers(context, one),
        legal_basis=source_links(context, one.legal_basis),
        origin=_origin(context, one),
        tell_us=about_text(context, page, one.title),
        source=source_link(context, one.file),
    )


def _trail(context: Context) -> tuple[Link, ...]:
    return context.home_link(), context.section_link(context.say("Services"), "services/")


def _notices(context: Context, one: Service) -> Iterator[Notice]:
    if one.ended:
        day = context.reader.words.day(one.ended.since)
        text = context.say("This service is no longer offered as of {day}.", day=day)
        yield Notice(text, context.block(one.ended.reason))
    elif one.suspended and (text := suspension(context, one)):
        yield Notice(text, context.line(one.suspended.reason))


def _start(context: Context, one: Service) -> Link | None:
    online = one.online
    if online is None or not online.url or online.level not in ONLINE:
        return None
    if not one.is_offered(context.standing.today):
        return None
    return Link(context.say("Start online"), online.url)


def _appeal(context: Context, appeal: Appeal) -> tuple[Fact, ...]:
    values = [Link(context.line(appeal.body), appeal.url)]
    if appeal.within:
        values.append(Link(context.say("Time limit: {time}", time=time_limit(context, appeal.within))))
    law = source_links(context, (appeal.law,)) if appeal.law else ()
    facts = (
        Fact(context.say("Who reviews a refusal"), tuple(values)),
        *contact_facts(context, appeal.contact),
        *((Fact(context.say("Legal basis"), law),) if law else ()),
    )
    return (
        (*facts, Fact(context.say("What else to know"), (Link(context.block(appeal.text)),)))
        if appeal.text
        else facts
    )


def _promises(context: Context, one: Service) -> tuple[Entry, ...]:
    """The promises that name the service, then those that rest on its standard; those that have ended promise nothing."""
    directory = context.directory
    found = (*directory.by_service.get(one.id, ()), *directory.by_standard.get(one.standard, ()))
    holding = dict.fromkeys(promise.full_id for promise in found if promise.ended is None)
    return promise_entries(context, (context.standing.promises[id] for id in holding))


def _answers(context: Context, one: Service) -> Answering:
    first = context.directory.bodies.get(one.bodies[0])
    contact = one.contact if one.contact != NO_CONTACT or first is None else first.contact
    role = (Fact(context.say("Role"), (Link(context.line(one.role)),)),) if one.role else ()
    return Answering(
        context.body_link(one.bodies[0]),
        (*role, *contact_facts(context, contact)),
        tuple(context.body_link(body) for body in one.bodies[1:]),
    )


def _origin(context: Context, one: Service) -> tuple[Fact, ...]:
    say = context.say
    origins = one.lineage.origins if one.lineage else ()
    facts = [*lineage_facts(context, one.lineage, tuple(context.service_link(id) for id in origins))]
    if one.sources:
        facts.append(Fact(say("Taken from"), source_links(context, one.sources)))
    if one.reviewed:
        facts.append(Fact(say("Last checked"), (Link(context.reader.words.day(one.reviewed)),)))
    if one.editor:
        facts.append(Fact(say("Kept up to date by"), (Link(context.line(one.editor)),)))
    return tuple(facts)
