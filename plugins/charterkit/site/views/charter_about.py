"""What else there is to tell of a charter: whom it covers, on what it rests, and when it is looked at again."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.model.charter import Charter
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.portfolio import charter_rows, own_address
from charterkit.site.records import source_link, source_links
from charterkit.site.releases.approval import CHECK_SCRIPT, Verify, release_read, seal_key, verify
from charterkit.site.releases.report_times import EVERY
from charterkit.site.sharing.embed import badge_link
from charterkit.site.views.charter import Passage, passages
from charterkit.site.views.versions import trail
from charterkit.text import sentences


@dataclass(frozen=True, slots=True)
class CharterAboutView:
    """What the page shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    charter: Piece
    """The title of the charter."""
    lead: str
    """What is told here."""
    seal: str
    """Its key in the release in force, for comparing its texts; blank where they cannot be compared."""
    covers: tuple[Link, ...]
    """The bodies for which it holds."""
    principles: tuple[Passage, ...]
    """The principles that it rests on."""
    legal_force: Piece
    """What the charter means in law, in the body's own words."""
    legal_basis: tuple[Link, ...]
    """The laws that it rests on."""
    adopters: tuple[Link, ...]
    """Other charters that make promises of this one their own."""
    follow_up: tuple[Fact, ...]
    """To whom the body reports, and when the charter is looked at again."""
    sources: tuple[Link, ...]
    """Documents that it was taken from."""
    check: Verify | None
    """How to check that its texts are the approved ones; None where no approved text stands here."""
    by_hand: str
    """Where it is told how to do so by hand."""
    source: Link | None
    """The way to its file."""
    embed: Link | None
    """The way to its badge for other sites; None while the address of this one is unknown."""


def view(context: Context, page: Page) -> CharterAboutView:
    """The page about a charter."""
    charter = context.publication.charters[page.key]
    release = release_read(context, charter.id)
    # The other parts of the page are not words that somebody approved.
    check = verify(context, release) if release and (charter.principles or charter.legal_force) else None
    lead = context.say(
        "Whom it covers, what it rests on, what it means in law, and when it is looked at again."
    )
    return CharterAboutView(
        page=_head(context, charter, lead, has_check=check is not None),
        charter=context.line(charter.title),
        lead=lead,
        seal=seal_key(context, charter.id, f"charter/{charter.id}"),
        covers=tuple(context.body_link(body) for body in charter.covers),
        principles=passages(context, charter.principles),
        legal_force=context.block(charter.legal_force),
        legal_basis=source_links(context, charter.legal_basis),
        adopters=_adopters(context, charter),
        follow_up=(*_reports(context, charter), *_review(context, charter)),
        sources=source_links(context, charter.sources),
        check=check,
        by_hand=f"{context.links.to(f'charters/{charter.id}/')}#verify",
        source=source_link(context, charter.file),
        embed=badge_link(context, charter.id),
    )


def _head(context: Context, charter: Charter, lead: str, *, has_check: bool) -> PageHead:
    name = context.reader.bare(charter.title)
    return PageHead(
        context.say("More about the charter: {charter}", charter=name),
        sentences(name, lead),
        trail(context, charter),
        CHECK_SCRIPT if has_check else "",
    )


def _adopters(context: Context, charter: Charter) -> tuple[Link, ...]:
    adopters = (context.directory.adopters.get((charter.id, group.id), ()) for group in charter.groups)
    found = dict.fromkeys(id for ids in adopters for id in ids)
    rows = charter_rows(context, (context.publication.charters[id] for id in found), own_address)
    return tuple(row.title for row in rows)


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
