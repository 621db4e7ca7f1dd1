"""A charter: who stands behind it, what it promises group by group, and the rights that come with it.

On what it rests, and when it is looked at again, stands on a page of its own (`charter_about`).
"""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.model.charter import Charter
from charterkit.model.common import Titled
from charterkit.site.addresses import about_address
from charterkit.site.charter_pages import has_about
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.parts import Entry, promise_entries, sealed_entries
from charterkit.site.pieces import Piece
from charterkit.site.portfolio import besides_sentence
from charterkit.site.records import complaint_facts, source_link
from charterkit.site.releases.act_words import APPROVERS, PARTS
from charterkit.site.releases.approval import CHECK_SCRIPT, Approval, approval, seal_key
from charterkit.site.releases.having_say import consultation_links, versions_name
from charterkit.site.releases.sealed_places import otherwise_here
from charterkit.site.results.sides import year_links
from charterkit.site.results.tallies import Tally, tally
from charterkit.site.sharing.descriptions import charter_description
from charterkit.site.sharing.embed import badge_link


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
    """The way to its versions, and to how people had a say in it; None where there is neither."""
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
    about: Link | None
    """The way to what else there is to tell of it; None where that is nothing."""
    source: Link | None
    """The way to its file."""
    embed: Link | None
    """The way to its badge for other sites; None while the address of this one is unknown."""


def view(context: Context, page: Page) -> CharterView:
    """The page of a charter."""
    charter = context.publication.charters[page.key]
    title = context.reader.bare(charter.title)
    groups = _groups(context, charter)
    counts = context.directory.counts[charter.id]
    complaints, box = charter.complaints, approval(context, charter)
    script = CHECK_SCRIPT if box and box.verify else ""
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
        scope=context.block(charter.scope),
        rights=passages(context, charter.rights),
        duties=passages(context, charter.duties),
        complaints=complaint_facts(context, complaints) if complaints else (),
        complaints_text=context.block(complaints.text) if complaints else Piece(),
        about=_about(context, charter),
        source=source_link(context, charter.file),
        embed=badge_link(context, page.key),
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
    name = versions_name(context, charter)
    return context.section_link(name, f"charters/{charter.id}/versions/") if name else None


def _about(context: Context, charter: Charter) -> Link | None:
    if not has_about(context.publication, charter):
        return None
    return context.section_link(context.say("More about this charter"), about_address(charter.id))


def _approval(context: Context, charter: Charter, *, decided: bool) -> tuple[Fact, ...]:
    say = context.say
    facts = [Fact(say("Published by"), (context.body_link(charter.publisher),))]
    if not decided:
        facts.append(Fact(say("Status"), (Link(say("Not yet approved and sealed")),)))
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


def passages(context: Context, found: tuple[Titled, ...]) -> tuple[Passage, ...]:
    """Principles, rights or duties as a page shows them."""
    return tuple(Passage(context.line(one.title), context.block(one.text)) for one in found)
