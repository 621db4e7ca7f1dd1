"""The replies of the invited bodies: who answered what, when, and in which wave they take part."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.model.programme import Programme
from charterkit.rules.quality.progress import Member, Said
from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.quality import programme_words as words_of
from charterkit.site.quality.programme_pages import REPLY_ROWS, replies_address
from charterkit.site.records import source_link


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """The reply of a body; `silent` where it has not answered, `wave` is None where it does not take part."""

    body: Link
    level: str
    answer: Piece | str
    silent: bool
    day: str
    wave: Link | None


@dataclass(frozen=True, slots=True)
class RepliesView:
    """What a page of replies shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    programme: Piece
    """The programme."""
    told: tuple[str, ...]
    """How many were invited, have answered, have not."""
    rows: tuple[ReplyRow, ...]
    """The bodies, in the order of the table."""
    parts: tuple[Link, ...]
    """The other pages of a long list."""
    source: Link | None
    """The way to the table."""


def view(context: Context, page: Page) -> RepliesView:
    """The page of the replies."""
    id, _, part = page.key.partition("/")
    progress = context.standing.programmes[id]
    programme, number = progress.programme, int(part)
    title = context.say("Replies: {programme}", programme=context.reader.bare(programme.title))
    shown = progress.members[(number - 1) * REPLY_ROWS : number * REPLY_ROWS]
    words = context.reader.words
    return RepliesView(
        page=PageHead(title, title, words_of.trail(context, progress)),
        programme=context.line(programme.title),
        told=(
            words.count("{n} body was invited.", "{n} bodies were invited.", len(progress.members)),
            *words_of.answered(context, progress),
        ),
        rows=tuple(_row(context, programme, one) for one in shown),
        parts=_parts(context, id, number, len(progress.members)),
        source=source_link(context, progress.register.replies_file),
    )


def _parts(context: Context, id: str, own: int, bodies: int) -> tuple[Link, ...]:
    last = -(-bodies // REPLY_ROWS)
    return tuple(
        Link(
            context.say("Part {part} of {last}", part=part, last=last),
            context.links.to(replies_address(id, part)) if part != own else "",
        )
        for part in range(1, last + 1)
        if last > 1
    )


def _row(context: Context, programme: Programme, one: Member) -> ReplyRow:
    day = context.reader.words.short_day(one.reply.answered) if one.reply.answered else ""
    return ReplyRow(
        words_of.member_link(context, programme.id, one.body),
        words_of.body_level(context, one.body),
        words_of.choice_name(context, programme, one.choice),
        one.choice.said is Said.SILENT,
        day,
        words_of.wave_link(context, programme.id, one.wave) if one.wave else None,
    )
