"""A charter: who stands behind it, what it promises group by group, and the rights that come with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from charterkit.model.charter import Charter, Consultation
from charterkit.model.common import Titled
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.parts import Entry, promise_entries, sealed_entries
from charterkit.site.pieces import Piece
from charterkit.site.portfolio import besides_sentence, charter_rows, own_address
from charterkit.site.records import complaint_facts, source_link, source_links
from charterkit.site.releases.act_words import APPROVERS as APPROVERS
from charterkit.site.releases.approval import VERIFY_SCRIPT, Approval, approval, seal_key
from charterkit.site.releases.having_say import consultation_links
from charterkit.site.releases.sealed_places import otherwise_here
from charterkit.site.results.sides import year_links
from charterkit.site.results.tallies import Tally, tally
from charterkit.site.sharing.descriptions import charter_description
from charterkit.site.sharing.embed import Embed, embed
from charterkit.strings import mark

PARTS: Final[Mapping[str, str]] = {
    "charter": mark("This charter is approved by"),
    "standards": mark("Standards are approved by"),
    "procedures": mark("Procedures are approved by"),
    "methodology": mark("The methodology is approved by"),
    "services": mark("Services are approved by"),
}
EVERY: Final[Mapping[str, str]] = {
    "month": mark("every month"),
    "quarter": mark("every quarter"),
    "half_year": mark("every half-year"),
    "year": mark("every year"),
    "two_years": mark("every two years"),
}


@dataclass(frozen=True, slots=True)
class GroupPart:
    """A chapter of the charter with its promises; `id` is its anchor."""

    id: str
    title: Piece
    text: Piece
    promises: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class AdoptedPart:
    """A chapter of another charter whose promises hold here too."""

    charter: Link
    title: Piece
    promises: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A principle, a right or a duty."""

    title: Piece
    text: Piece


@dataclass(frozen=True, slots=True)
class ConsultationPart:
    """One step of the public consultation."""

    day: str
    topic: Piece
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class CharterView:
    """What the page of a charter shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: Piece
    """The title of the charter."""
    purpose: Piece
    """Why it was made."""
    contents: tuple[Link, ...]
    """The sections of the page, folded."""
    seal: str
    """Its key in the release in force, for comparing its texts; blank where they cannot be compared."""
    approval: tuple[Fact, ...]
    """Who publishes and who approves."""
    sealed: Approval | None
    """What was decided on it; None where nothing was."""
    consultations: tuple[Link, ...]
    """The way to its draft, while people can comment on it."""
    otherwise: tuple[Link, ...]
    """The ways to its own words of what another charter has approved later in other words."""
    versions: Link | None
    """The way to its versions; None where there is none."""
    tally: Tally | None
    """How many of its promises are in which state; None where it has none of its own."""
    years: tuple[Link, ...]
    """The ways to what came of its promises in each year."""
    besides: str
    """How many promises of other charters hold here too; blank where none does."""
    groups: tuple[GroupPart, ...]
    """Its chapters with their promises."""
    adopted: tuple[AdoptedPart, ...]
    """Promises of other charters that it makes its own, chapter by chapter."""
    adopters: tuple[Link, ...]
    """Other charters that make promises of this one their own."""
    principles: tuple[Passage, ...]
    """The principles that it rests on."""
    scope: Piece
    """For whom and for what it holds."""
    rights: tuple[Passage, ...]
    """What people may ask for."""
    duties: tuple[Passage, ...]
    """What is asked of them."""
    complaints: tuple[Fact, ...]
    """How to complain."""
    complaints_text: Piece
    """The body's own words about complaints."""
    legal_force: Piece
    """What the charter means in law, in the body's own words."""
    legal_basis: tuple[Link, ...]
    """The laws that it rests on."""
    consultation: tuple[ConsultationPart, ...]
    """How people had a say in it."""
    follow_up: tuple[Fact, ...]
    """To whom the body reports, and when the charter is looked at again."""
    sources: tuple[Link, ...]
    """Documents that it was taken from."""
    source: Link | None
    """The way to its file."""
    embed: Embed | None
    """The badge for other sites; None while the address of this one is unknown."""


def view(context: Context, page: Page) -> CharterView:
    """The page of a charter."""
    charter = context.publication.charters[page.key]
    title = context.reader.bare(charter.title)
    groups = _groups(context, charter)
    counts = context.directory.counts[charter.id]
    complaints, box = charter.complaints, approval(context, charter)
    script = VERIFY_SCRIPT if box and box.verify else ""
    return CharterView(
        page=PageHead(title, charter_description(context, charter.id), _trail(context), script),
        title=context.line(charter.title),
        purpose=context.block(charter.purpose),
        contents=tuple(Link(group.title, f"#group-{group.id}") for group in groups),
        seal=seal_key(context, charter.id, f"charter/{charter.id}"),
        approval=_approval(context, charter, decided=box is not None),
        sealed=box,
        consultations=consultation_links(context, {charter.id: charter}),
        otherwise=otherwise_here(context, charter.id),
        versions=_versions(context, charter),
        tally=tally(context, counts) if counts.all else None,
        years=year_links(context, charter.id),
        besides=besides_sentence(context, charter.id),
        groups=groups,
        adopted=tuple(_adopted(context, *group) for group in context.directory.adopted[charter.id]),
        adopters=_adopters(context, charter),
        principles=_passages(context, charter.principles),
        scope=context.block(charter.scope),
        rights=_passages(context, charter.rights),
        duties=_passages(context, charter.duties),
        complaints=complaint_facts(context, complaints) if complaints else (),
        complaints_text=context.block(complaints.text) if complaints else Piece(),
        legal_force=context.block(charter.legal_force),
        legal_basis=source_links(context, charter.legal_basis),
        consultation=tuple(_consultation(context, one) for one in charter.consultation),
        follow_up=(*_reports(context, charter), *_review(context, charter)),
        sources=source_links(context, charter.sources),
        source=source_link(context, charter.file),
        embed=embed(context, page.key),
    )


def _trail(context: Context) -> tuple[Link, ...]:
    return context.home_link(), context.section_link(context.say("Promises"), "charters/")


def _groups(context: Context, charter: Charter) -> tuple[GroupPart, ...]:
    return tuple(
        GroupPart(
            group.id,
            context.line(group.title),
            context.block(group.text),
            sealed_entries(context, context.directory.promises.get((charter.id, group.id), ())),
        )
        for group in charter.groups
    )


def _versions(context: Context, charter: Charter) -> Link | None:
    if not context.directory.versions.known(charter.id):
        return None
    return context.section_link(
        context.say("All versions of this charter"), f"charters/{charter.id}/versions/"
    )


def _approval(context: Context, charter: Charter, *, decided: bool) -> tuple[Fact, ...]:
    say = context.say
    facts = [Fact(say("Published by"), (context.body_link(charter.publisher),))]
    if not decided:
        facts.append(Fact(say("Status"), (Link(say("Not yet approved and sealed")),)))
    if charter.covers:
        facts.append(Fact(say("Bodies covered"), tuple(context.body_link(body) for body in charter.covers)))
    # Once it is decided on, its acts say who did.
    approvers = () if decided else charter.approvers
    facts += [
        Fact(say(PARTS[part]), (Link(say(APPROVERS[who])),))
        for part, who in approvers
        if part in PARTS and who in APPROVERS
    ]
    return tuple(facts)


def _adopted(context: Context, charter: str, group: str) -> AdoptedPart:
    promises = context.directory.promises.get((charter, group), ())
    return AdoptedPart(
        context.charter_link(context.publication.charters[charter]),
        context.line(context.directory.groups[charter, group].title),
        promise_entries(context, promises),
    )


def _adopters(context: Context, charter: Charter) -> tuple[Link, ...]:
    adopters = (context.directory.adopters.get((charter.id, group.id), ()) for group in charter.groups)
    found = dict.fromkeys(id for ids in adopters for id in ids)
    rows = charter_rows(context, (context.publication.charters[id] for id in found), own_address)
    return tuple(row.title for row in rows)


def _passages(context: Context, passages: tuple[Titled, ...]) -> tuple[Passage, ...]:
    return tuple(Passage(context.line(one.title), context.block(one.text)) for one in passages)


def _consultation(context: Context, one: Consultation) -> ConsultationPart:
    say = context.say
    facts = (
        (say("Place"), one.place),
        (say("Who took part"), one.participants),
        (say("What came of it"), one.outcome),
    )
    return ConsultationPart(
        context.reader.words.day(one.date),
        context.line(one.topic),
        tuple(Fact(term, (Link(context.block(text)),)) for term, text in facts if text),
    )


def _reports(context: Context, charter: Charter) -> tuple[Fact, ...]:
    reports, say = charter.reports, context.say
    if reports is None:
        return ()
    facts = [Fact(say("Reports go to"), (Link(context.line(reports.to)), Link(say(EVERY[reports.every]))))]
    if reports.by:
        day = context.reader.words.day(context.figures.next_day(reports.by))
        facts.append(Fact(say("Next report due"), (Link(day),)))
    return tuple(facts)


def _review(context: Context, charter: Charter) -> tuple[Fact, ...]:
    review, say = charter.review, context.say
    if review is None:
        return ()
    facts = []
    if review.every:
        facts.append(Fact(say("Time between reviews"), (Link(context.figures.duration(review.every)),)))
    if review.next:
        facts.append(Fact(say("Next review"), (Link(context.reader.words.day(review.next)),)))
    return tuple(facts)
