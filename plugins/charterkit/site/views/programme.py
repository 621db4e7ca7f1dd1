"""A programme of many bodies: who takes part, what is delivered, its waves, who is behind, invitation, workshops."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from charterkit.model.programme import Invitation, Programme, Workshop
from charterkit.rules.quality.progress import Item, ItemState, Progress, items_of
from charterkit.site.charts.parts import PartsChart
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.quality import programme_words as words_of
from charterkit.site.quality.programme_charts import answer_bars, wave_lines
from charterkit.site.quality.programme_pages import programme_file, replies_address
from charterkit.site.quality.programme_tables import answer_tables, deliverable_table, wave_table
from charterkit.site.records import contact_facts, source_link, source_links
from charterkit.site.results.tallies import CountTable
from charterkit.site.results.verdicts import Badge
from charterkit.strings import mark

# As many that are behind as the page names; the pages of the waves have all.
_BEHIND: Final = 15
_FILES: Final = {
    "replies.csv": mark("Replies (CSV)"),
    "deliverables.csv": mark("Deliverables (CSV)"),
    "json": mark("All of it (JSON)"),
}


@dataclass(frozen=True, slots=True)
class LateRow:
    """What a body owes although its day has passed."""

    body: Link
    deliverable: Piece
    due: str
    late: str


@dataclass(frozen=True, slots=True)
class OptionPart:
    """Something that the bodies could choose."""

    title: Piece
    text: Piece


@dataclass(frozen=True, slots=True)
class InvitationPart:
    """The letter: its number and days, what it says, what was offered, what was sent with it."""

    facts: tuple[Fact, ...]
    text: Piece
    options: tuple[OptionPart, ...]
    documents: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class WorkshopPart:
    """A meeting: when, what about, where and with how many."""

    when: str
    title: Piece
    facts: tuple[Piece | str, ...]
    text: Piece


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """What the page of a programme shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: Piece
    """What it is called."""
    summary: Piece
    """What it is."""
    description: Piece
    """What it is for."""
    joined: str
    """How many bodies take part."""
    of_invited: str
    """Of how many that were invited; blank where it is not known who was."""
    coverage: tuple[str, ...]
    """How many take part, have answered and have not, in sentences."""
    answers: PartsChart | None
    """What they answered, as bars."""
    tables: tuple[CountTable, ...]
    """The answers to each option, and by level of government."""
    replies: Link | None
    """The way to the replies of all."""
    delivered: str
    """How many deliverables were delivered."""
    of_owed: str
    """Of how many."""
    delivery: tuple[str, ...]
    """What is delivered and what is late, in sentences."""
    states: tuple[tuple[Badge, str], ...]
    """How many deliverables are in each state."""
    deliverables: CountTable | None
    """The same for each of them."""
    timeline: PartsChart | None
    """The waves in time."""
    waves: CountTable | None
    """The waves, with what their bodies delivered."""
    behind: tuple[LateRow, ...]
    """Who is behind, the longest first."""
    behind_said: str
    """How many are behind, as of which day."""
    more_behind: str
    """How many more there are."""
    invitation: InvitationPart | None
    """The letter that asked the bodies to join."""
    workshops: tuple[WorkshopPart, ...]
    """Meetings and trainings."""
    facts: tuple[Fact, ...]
    """Who runs it, who pays, whom to ask."""
    files: tuple[Link, ...]
    """What can be taken along."""
    sources: tuple[Link, ...]
    """Where the record was taken from."""
    source: Link | None
    """The way to its file."""


def view(context: Context, page: Page) -> ProgrammeView:
    """The page of a programme."""
    progress = context.standing.programmes[page.key]
    programme, owed = progress.programme, items_of(progress.joined)
    title = context.reader.bare(programme.title)
    description = context.reader.plain(programme.summary, 160) or title
    done = [one for one in owed if one.state is ItemState.DELIVERED]
    late = late_rows(context, progress)
    return ProgrammeView(
        page=PageHead(title, description, words_of.trail(context)),
        title=context.line(programme.title),
        summary=context.line(programme.summary),
        description=context.block(programme.description),
        joined=words_of.number(context, len(progress.joined)),
        of_invited=_of(context, len(progress.members)),
        coverage=tuple(_coverage(context, progress)),
        answers=answer_bars(context, progress),
        tables=tuple(answer_tables(context, progress)),
        replies=_replies(context, progress),
        delivered=words_of.number(context, len(done)),
        of_owed=_of(context, len(owed)),
        delivery=_delivery(context, progress),
        states=words_of.state_counts(context, owed),
        deliverables=deliverable_table(context, progress),
        timeline=wave_lines(context, progress),
        waves=wave_table(context, progress),
        behind=late[:_BEHIND],
        behind_said=_behind(context, progress),
        more_behind=_more(context, len(late) - _BEHIND),
        invitation=_letter(context, programme.invitation) if programme.invitation else None,
        workshops=tuple(_workshop(context, one) for one in programme.workshops),
        facts=tuple(_facts(context, programme)),
        files=tuple(
            Link(context.say(said), context.links.file(programme_file(programme.id, ending)))
            for ending, said in _FILES.items()
        ),
        sources=source_links(context, programme.sources),
        source=source_link(context, programme.file),
    )


def _of(context: Context, number: int) -> str:
    return context.say("of {number}", number=words_of.number(context, number)) if number else ""


def _coverage(context: Context, progress: Progress) -> Iterator[str]:
    words, invited = context.reader.words, len(progress.members)
    if not invited:
        yield context.say("It is not published here who was invited.")
        return
    yield words.count(
        "{n} of the {invited} bodies that were invited takes part.",
        "{n} of the {invited} bodies that were invited take part.",
        len(progress.joined),
        invited=words_of.number(context, invited),
    )
    yield from words_of.answered(context, progress)


def _replies(context: Context, progress: Progress) -> Link | None:
    if not progress.members:
        return None
    said = context.reader.words.count(
        "The reply of {n} body", "The replies of all {n} bodies", len(progress.members)
    )
    return context.section_link(said, replies_address(progress.programme.id))


def _delivery(context: Context, progress: Progress) -> tuple[str, ...]:
    items, words = items_of(progress.joined), context.reader.words
    done = sum(one.state is ItemState.DELIVERED for one in items)
    late = sum(one.state is ItemState.LATE for one in items)
    # The day comes last: in Hungarian it ends with a full stop, and a count behind it would read as one number.
    return (
        words.count("{n} deliverable is there.", "{n} deliverables are there.", done),
        words.count("{n} is late.", "{n} are late.", late),
        context.say("As of {day}.", day=words.day(progress.today)),
    )


def late_rows(context: Context, progress: Progress) -> tuple[LateRow, ...]:
    """All that is behind, the longest first."""
    late = (item for one in progress.behind for item in one.late)
    return tuple(_late(context, progress, one) for one in sorted(late, key=lambda one: -one.days_late))


def _late(context: Context, progress: Progress, item: Item) -> LateRow:
    return LateRow(
        words_of.member_link(context, progress.programme.id, item.body),
        words_of.deliverable_title(context, progress.programme, item.deliverable),
        context.reader.words.short_day(item.due) if item.due else "–",
        words_of.number(context, item.days_late),
    )


def _behind(context: Context, progress: Progress) -> str:
    day = context.reader.words.day(progress.today)
    if not progress.behind:
        return context.say("Nobody is behind as of {day}.", day=day)
    return context.reader.words.count(
        "{n} body is behind as of {day}.", "{n} bodies are behind as of {day}.", len(progress.behind), day=day
    )


def _more(context: Context, number: int) -> str:
    if number <= 0:
        return ""
    return context.reader.words.count(
        "And {n} more; the pages of the waves name it.",
        "And {n} more; the pages of the waves name them.",
        number,
    )


def _letter(context: Context, one: Invitation) -> InvitationPart:
    return InvitationPart(
        tuple(_invitation(context, one)),
        context.block(one.text),
        tuple(OptionPart(context.line(each.title), context.block(each.text)) for each in one.options),
        source_links(context, one.documents),
    )


def _invitation(context: Context, one: Invitation) -> Iterator[Fact]:
    say, words = context.say, context.reader.words
    if one.number:
        yield Fact(say("Number"), (Link(one.number),))
    if one.day:
        yield Fact(say("Date"), (Link(words.day(one.day)),))
    if one.addressees:
        yield Fact(say("Sent to"), (Link(context.line(one.addressees)),))
    if one.reply_by:
        yield Fact(say("Reply by"), (Link(words.day(one.reply_by)),))


def _workshop(context: Context, one: Workshop) -> WorkshopPart:
    words = context.reader.words
    facts: list[Piece | str] = [context.line(one.place)] if one.place else []
    if one.bodies:
        facts.append(words.count("{n} body", "{n} bodies", one.bodies))
    if one.people:
        facts.append(words.count("{n} person", "{n} people", one.people))
    when = words.days(one.day, one.until or one.day)
    return WorkshopPart(when, context.line(one.title), tuple(facts), context.block(one.text))


def _facts(context: Context, programme: Programme) -> Iterator[Fact]:
    say = context.say
    yield Fact(say("Run by"), (context.body_link(programme.organiser),))
    if programme.project:
        yield Fact(say("Project"), (Link(programme.project),))
    if programme.funding:
        yield Fact(say("Who pays"), (Link(context.block(programme.funding)),))
    if programme.consultants:
        yield Fact(say("Who helps"), (Link(context.block(programme.consultants)),))
    yield from contact_facts(context, programme.contact)
