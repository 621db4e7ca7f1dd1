"""A body in a programme: what it answered, its wave, and what it delivers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charterkit.model.programme import Programme
from charterkit.rules.quality.progress import Item, Member, Said
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.quality import programme_words as words_of
from charterkit.site.quality.programme_entries import told
from charterkit.site.quality.programme_rows import ItemCell, item_cell
from charterkit.site.records import source_link
from charterkit.text import sentences


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A deliverable: what it is, its last day, where it stands."""

    title: Piece
    text: Piece
    due: str
    cell: ItemCell


@dataclass(frozen=True, slots=True)
class MemberView:
    """What the page of a body in a programme shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    programme: Piece
    """The programme."""
    name: Piece
    """The body."""
    lead: str
    """What it answered, or that it has not, and whether it takes part."""
    answer: tuple[Fact, ...]
    """Its reply: to each option, when, whom to ask."""
    remark: Piece
    """What else to know."""
    items: tuple[ItemRow, ...]
    """What it delivers."""
    as_of: str
    """The day of all this."""
    body: tuple[Fact, ...]
    """The body itself: its page, its level, its website."""
    source: Link | None
    """The way to the table of replies."""


def view(context: Context, page: Page) -> MemberView:
    """The page of a body in a programme."""
    id, _, own = page.key.partition("/")
    progress = context.standing.programmes[id]
    programme, member = progress.programme, progress.by_body[own]
    body = context.directory.bodies[own]
    name = context.reader.bare(body.name)
    title = context.say("{body}: {programme}", body=name, programme=context.reader.bare(programme.title))
    lead = told(context, member)
    return MemberView(
        page=PageHead(title, sentences(title, lead), words_of.trail(context, progress)),
        programme=context.line(programme.title),
        name=context.line(body.name),
        lead=lead,
        answer=tuple(_answer(context, programme, member)),
        remark=context.line(member.reply.remark),
        items=tuple(_item(context, programme, one) for one in member.items),
        as_of=context.say("As of {day}", day=context.reader.words.day(progress.today)),
        body=tuple(_body(context, own)),
        source=source_link(context, progress.register.replies_file),
    )


def _answer(context: Context, programme: Programme, member: Member) -> Iterator[Fact]:
    say, reply, words = context.say, member.reply, context.reader.words
    if member.choice.said is not Said.SILENT:
        for option in programme.options:
            answer = words_of.answer_word(context, reply.to(option.id) or Said.UNCLEAR)
            yield Fact(context.reader.bare(option.title), (Link(answer),))
        day = words.day(reply.answered) if reply.answered else say("day not known")
        yield Fact(say("Answered on"), (Link(day),))
    else:
        yield Fact(say("Answer"), (Link(say("No answer")),))
    if member.wave is not None:
        when = words_of.of_wave(context, member.wave)
        yield Fact(say("Wave"), (words_of.wave_link(context, programme.id, member.wave), Link(when)))
    if reply.joined:
        yield Fact(say("Joined on"), (Link(words.day(reply.joined)),))
    if reply.contact:
        yield Fact(say("Person to talk to"), (Link(context.line(reply.contact)),))


def _item(context: Context, programme: Programme, item: Item) -> ItemRow:
    about = next(one for one in programme.deliverables if one.id == item.deliverable)
    due = context.reader.words.short_day(item.due) if item.due else "–"
    return ItemRow(context.line(about.title), context.block(about.text), due, item_cell(context, item))


def _body(context: Context, id: str) -> Iterator[Fact]:
    say, body = context.say, context.directory.bodies[id]
    yield Fact(say("Its own page"), (context.body_link(id),))
    yield Fact(say("Level of government"), (Link(words_of.body_level(context, id)),))
    if body.contact.url:
        yield Fact(say("Website"), (Link(body.contact.url, body.contact.url),))
