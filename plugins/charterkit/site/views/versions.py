"""How a charter came about: its versions with the days on which they held, and how people had a say before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charterkit.model.charter import Charter
from charterkit.rules.releases.states import DECIDED, Dated, ReleaseState
from charterkit.site.addresses import version_address
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.releases.act_words import APPROVERS, act_facts
from charterkit.site.releases.approval import entered_later, release_read, version_link, working_note
from charterkit.site.releases.having_say import ConsultationPart, consultation_steps
from charterkit.site.releases.state_words import state_line
from charterkit.site.results.verdicts import Badge
from charterkit.text import beginning, sentences


@dataclass(frozen=True, slots=True)
class VersionEntry:
    """A release in the list: its name (leading to its text where that is public), its state with its days, its acts, its changes."""

    title: Link
    state: Badge
    facts: tuple[Fact, ...]
    changes: Link | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class VersionsView:
    """What the list of versions shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    charter: Piece
    """The title of the charter."""
    title: str
    """The heading."""
    lead: str
    """What is told here."""
    note: str
    """That a preview shows the working text; blank where none does."""
    held: tuple[VersionEntry, ...]
    """The releases that hold, will hold or have held, the newest first."""
    waiting: tuple[VersionEntry, ...]
    """Those on which somebody still has to decide."""
    others: tuple[VersionEntry, ...]
    """Those that were rejected or withdrawn."""
    consultation: tuple[ConsultationPart, ...]
    """How people had a say before it was made."""


def view(context: Context, page: Page) -> VersionsView:
    """The list of versions of a charter."""
    charter, versions = context.publication.charters[page.key], context.directory.versions
    title, lead = _title(context, charter), _lead(context, charter)
    others = [one for one in versions.known(charter.id) if one.state not in DECIDED]
    return VersionsView(
        page=PageHead(title, sentences(title, lead), trail(context, charter)),
        charter=context.line(charter.title),
        title=versions_heading(context, charter),
        lead=lead,
        note=_note(context, charter),
        held=tuple(_entry(context, one) for one in reversed(versions.texts(charter.id))),
        waiting=tuple(_entry(context, one) for one in others if one.state is ReleaseState.PROPOSED),
        others=tuple(_entry(context, one) for one in others if one.state is not ReleaseState.PROPOSED),
        consultation=consultation_steps(context, charter),
    )


def versions_heading(context: Context, charter: Charter) -> str:
    """The heading of the page."""
    known = context.directory.versions.known(charter.id)
    return context.say("Versions") if known else context.say("How people had a say")


def _title(context: Context, charter: Charter) -> str:
    bare = context.reader.bare(charter.title)
    if context.directory.versions.known(charter.id):
        return context.say("Versions: {charter}", charter=bare)
    return context.say("How people had a say: {charter}", charter=bare)


def trail(context: Context, charter: Charter) -> tuple[Link, ...]:
    """The way to the pages of a charter."""
    promises = context.section_link(context.say("Promises"), "charters/")
    return context.home_link(), promises, context.charter_link(charter)


def changes_link(context: Context, one: Dated) -> Link | None:
    """The way to what changed with a release; None for the first one."""
    before = context.directory.versions.before(one)
    if before is None:
        return None
    address = version_address(one.release.charter, one.release.version)
    text = context.say("What changed since version {version}", version=before.release.version)
    return context.section_link(text, f"{address}changes/")


def _lead(context: Context, charter: Charter) -> str:
    if not context.directory.versions.known(charter.id):
        return context.say("What was asked before this charter was made, who took part, and what came of it.")
    kept = context.say(
        "Every version that was ever approved stays here, word for word, with the days on which it was in force."
    )
    if not charter.consultation:
        return kept
    said = context.say("Below them stands how people had a say.")
    return f"{kept} {said}"


def _note(context: Context, charter: Charter) -> str:
    one = context.directory.versions.in_force(charter.id)
    return working_note(context, one) if one and release_read(context, charter.id) is None else ""


def _entry(context: Context, one: Dated) -> VersionEntry:
    public = one.state in DECIDED
    return VersionEntry(
        version_link(context, one) if public else Link(version_link(context, one).text),
        state_line(context, one),
        (*act_facts(context, one), *_waiting(context, one)),
        changes_link(context, one) if public else None,
        entered_later(context, one),
    )


def _waiting(context: Context, one: Dated) -> Iterator[Fact]:
    """Who still has to decide."""
    if one.missing:
        who = tuple(Link(beginning(context.say(APPROVERS[approver]))) for approver in one.missing)
        yield Fact(context.say("Still to decide"), who)
