"""A promise: what it says, whether it is kept, what to do when it is broken, and who answers for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from charterkit.model.commitment import Commitment, Dimension, Redress
from charterkit.model.publisher import Concern
from charterkit.rules.standing import PromiseStanding
from charterkit.site.context import Context, Fact, FactList, Link, PageHead, standards_of
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.portfolio import adopters_fact
from charterkit.site.quality.lines import ActionLine
from charterkit.site.quality.on_pages import actions_of_promise, measure_with_actions
from charterkit.site.quality.survey_about import SaidLine, said_of
from charterkit.site.records import (
    brief_complaint_facts,
    brief_contacts,
    contact_facts,
    ended_note,
    lineage_facts,
    norm_in_force,
    norm_sentence,
    source_link,
    source_links,
    successor_facts,
)
from charterkit.site.redress.feedback import TellPart, Topic, tell_part
from charterkit.site.redress.remedies import redress_facts
from charterkit.site.releases.approval import (
    CHECK_SCRIPT,
    Verify,
    decision_facts,
    release_read,
    seal_key,
    verify,
)
from charterkit.site.releases.history import HistoryEntry, history
from charterkit.site.results.measured import MeasurePart, measure_part
from charterkit.site.results.sides import field_name
from charterkit.site.results.verdicts import PROMISE_LOOKS
from charterkit.site.services.in_brief import ServicesOfBody, by_body
from charterkit.site.sharing.descriptions import promise_description
from charterkit.site.sharing.embed import badge_link
from charterkit.text import Text

# As many bodies as are named beside the promise itself.
_NAMED: Final = 2


@dataclass(frozen=True, slots=True)
class StandardPart:
    """A standard behind the promise: its name, what it demands today, its statement and laws."""

    title: Link
    norm: Piece | str
    statement: Piece
    laws: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Responsible:
    """A body that answers for the promise: all its contacts, or the two quickest where many bodies answer."""

    name: Link
    contacts: Piece
    brief: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class CommitmentView:
    """What the page of a promise shows, in the order of a citizen's questions."""

    page: PageHead
    """Title, description and trail, for the shell."""
    seal: str
    """Its key in the release in force, for comparing its texts; blank where they cannot be compared."""
    kicker: str
    """The number of the promise and the side of quality that it is about."""
    title: Piece
    """Its title."""
    ended: Piece | str
    """That it is no longer in force; blank while it is."""
    ended_reason: Piece
    """Why it is no longer in force."""
    promise: Piece
    """The promise, word for word."""
    bodies: tuple[Link, ...]
    """Who gives it; where many do, how many they are."""
    badge: Piece
    """Whether it is kept."""
    meaning: str
    """What that status means; blank where a single measure says it better."""
    measures: tuple[MeasurePart, ...]
    """How each of its measures stands."""
    actions: tuple[ActionLine, ...]
    """What is done because it was missed."""
    said: tuple[SaidLine, ...]
    """What people said of it in surveys."""
    conditions: Piece
    """When it does not hold, or holds otherwise."""
    explanation: Piece
    """What is behind it."""
    remedy: Piece
    """What people get when it is broken."""
    how: Piece
    """How to claim that."""
    redress: tuple[Fact, ...]
    """How soon, and how much money."""
    complaints: Piece
    """How to complain, and who reviews the answer."""
    complain: Link
    """The way to the page on complaints."""
    tell_us: TellPart | None
    """The ways to say that it was not kept, is not clear, or has a mistake; None where nobody can be told."""
    standards: tuple[StandardPart, ...]
    """The standards behind it."""
    services: tuple[ServicesOfBody, ...]
    """The services that it holds for."""
    responsible: tuple[Responsible, ...]
    """Who answers for it."""
    history: tuple[HistoryEntry, ...]
    """What became of it since it was first promised; nothing where it was never sealed."""
    decision: tuple[Fact, ...]
    """What is known about its approval and its origin."""
    check: Verify | None
    """How to check that its text is the approved one; None where none is in force."""
    by_hand: str
    """Where it is told how to do so by hand."""
    source: Link | None
    """The way to its file."""
    embed: Link | None
    """The way to its badge for other sites; None while the address of this one is unknown."""


def view(context: Context, page: Page) -> CommitmentView:
    """The page of a promise."""
    standing = context.standing.promises[page.key]
    one = standing.commitment
    redress = one.redress or Redress(Text.of({}))
    release = release_read(context, one.charter)
    seal = seal_key(context, one.charter, f"commitment/{page.key}")
    return CommitmentView(
        page=_head(context, one, has_check=release is not None),
        seal=seal,
        kicker=_kicker(context, one),
        title=context.line(one.title),
        ended=ended_note(context, one.ended),
        ended_reason=context.block(one.ended.reason) if one.ended else Piece(),
        promise=context.line(one.promise),
        bodies=_bodies(context, one),
        badge=context.badges.promises[standing.status],
        meaning=_meaning(context, standing),
        measures=_measures(context, standing, seal),
        actions=actions_of_promise(context, page.key),
        said=said_of(context, page.key),
        conditions=context.block(one.conditions),
        explanation=context.block(one.explanation),
        remedy=context.block(redress.remedy),
        how=context.block(redress.how),
        redress=redress_facts(context, redress),
        complaints=_complaints(context, one.charter),
        complain=context.section_link(context.say("How to complain"), "complain/"),
        tell_us=tell_part(context, _topic(context, page, one), Concern),
        standards=tuple(_standard(context, id) for id in standards_of(one)),
        services=by_body(context, one.services),
        responsible=tuple(_responsible(context, body, len(one.bodies) > 1) for body in one.bodies),
        history=history(context, standing),
        decision=_decision(context, one),
        check=verify(context, release) if release else None,
        by_hand=f"{context.links.to(f'charters/{one.charter}/')}#verify",
        source=source_link(context, one.file),
        embed=badge_link(context, page.key),
    )


def _head(context: Context, one: Commitment, *, has_check: bool) -> PageHead:
    described = promise_description(context, one.full_id)
    return PageHead(_title(context, one), described, _trail(context, one), CHECK_SCRIPT if has_check else "")


def _measures(context: Context, standing: PromiseStanding, seal: str) -> tuple[MeasurePart, ...]:
    promise = standing.commitment.full_id
    return tuple(
        measure_with_actions(context, measure_part(context, one, seal), one.current, promise)
        for one in standing.measures
    )


def _topic(context: Context, page: Page, one: Commitment) -> Topic:
    name = f"{one.number} {context.reader.bare(one.title)}"
    charter = context.publication.charters.get(one.charter)
    return Topic(page, one.full_id, name, charter.complaints if charter else None, one.title)


def _title(context: Context, one: Commitment) -> str:
    """The title for a tab or a list of hits; where other promises are called the same, with the charter."""
    title = context.reader.bare(one.title)
    if context.directory.titles[one.title] == 1:
        return title
    charter = context.publication.charters.get(one.charter)
    return f"{title} – {context.reader.bare(charter.title) if charter else one.charter}"


def _trail(context: Context, one: Commitment) -> tuple[Link, ...]:
    way = (context.home_link(), context.section_link(context.say("Promises"), "charters/"))
    return (
        (*way, context.link_to_charter(one.charter)) if one.charter in context.publication.charters else way
    )


def _bodies(context: Context, one: Commitment) -> tuple[Link, ...]:
    if len(one.bodies) <= _NAMED:
        return tuple(context.body_link(body) for body in one.bodies)
    number = context.reader.words.count(
        "{n} body answers for this promise", "{n} bodies answer for this promise", len(one.bodies)
    )
    return (Link(number, "#answers"),)


def _kicker(context: Context, one: Commitment) -> str:
    if one.dimension is Dimension.OTHER:
        return context.say("Promise {number}", number=one.number)
    side = field_name(context, one.dimension)
    return context.say("Promise {number} · {dimension}", number=one.number, dimension=side)


def _meaning(context: Context, standing: PromiseStanding) -> str:
    if len(standing.measures) == 1 and standing.measures[0].current is not None:
        return ""
    return context.say(PROMISE_LOOKS[standing.status].meaning)


@lru_cache(maxsize=256)
def _complaints(context: Context, charter: str) -> Piece:
    known = context.publication.charters.get(charter)
    complaints = known.complaints if known else None
    facts = brief_complaint_facts(context, complaints) if complaints else ()
    return context.render_facts(FactList(facts)) if facts else Piece()


@lru_cache(maxsize=1024)
def _standard(context: Context, id: str) -> StandardPart:
    standard = context.publication.standards.get(id)
    if standard is None:
        return StandardPart(Link(id), "", Piece(), ())
    norm = norm_in_force(standard.norms, context.standing.today)
    return StandardPart(
        context.standard_link(id),
        norm_sentence(context, norm) if norm else "",
        context.block(standard.statement),
        source_links(context, standard.legal_basis),
    )


@lru_cache(maxsize=1024)
def _responsible(context: Context, id: str, briefly: bool) -> Responsible:
    name, body = context.body_link(id), context.directory.bodies.get(id)
    if body is None:
        return Responsible(name, Piece(), ())
    if briefly:
        return Responsible(name, Piece(), brief_contacts(body.contact))
    facts = contact_facts(context, body.contact)
    return Responsible(name, context.render_facts(FactList(facts)) if facts else Piece(), ())


def _decision(context: Context, one: Commitment) -> tuple[Fact, ...]:
    charter = context.link_to_charter(one.charter)
    facts = (Fact(context.say("Charter"), (charter,)), *decision_facts(context, one.charter))
    origins = one.lineage.origins if one.lineage else ()
    found = (context.publication.commitments.get(f"{one.charter}/{id}") for id in origins)
    links = tuple(context.commitment_link(origin) for origin in found if origin is not None)
    lines = (*lineage_facts(context, one.lineage, links), *successor_facts(context, one))
    return (*facts, *adopters_fact(context, one), *lines)
