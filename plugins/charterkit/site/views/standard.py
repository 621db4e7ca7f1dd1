"""A service standard: what it demands, how time is counted, which promises rest on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from charterkit.model.requirement import Extension, Norm
from charterkit.model.standard import NormType, Reach, Standard
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.parts import Entry, promise_entries
from charterkit.site.pieces import Piece
from charterkit.site.records import (
    ended_note,
    lineage_facts,
    norm_in_force,
    norm_sentence,
    source_link,
    source_links,
)
from charterkit.site.redress.feedback import TellPart, about_text
from charterkit.site.releases.sealed_places import otherwise_elsewhere
from charterkit.site.results.figures import Unit
from charterkit.site.services.clocks import clock_facts
from charterkit.site.services.deadline_examples import Example, deadline_examples, longest_time
from charterkit.site.services.in_brief import ServicesOfBody, by_body
from charterkit.strings import mark

_REACH: Final[Mapping[Reach, str]] = {
    Reach.GENERAL: mark("It holds for all cases taken together."),
    Reach.SPECIFIC: mark("It holds for every single case: you can check it in your own."),
}


@dataclass(frozen=True, slots=True)
class NormRow:
    """A level that the standard sets or has set, and from when to when; `until` is blank while it has no end."""

    since: str
    until: str
    norm: Piece | str
    extension: tuple[Piece | str, ...]


@dataclass(frozen=True, slots=True)
class NormTable:
    """The levels of a standard or of one of its variants, newest first; `id` is unique in the page."""

    id: str
    caption: Piece | str
    rows: tuple[NormRow, ...]


@dataclass(frozen=True, slots=True)
class StandardView:
    """What the page of a standard shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: Piece
    """The title of the standard."""
    ended: Piece | str
    """That it is no longer in force; blank while it is."""
    statement: Piece
    """The standard in words."""
    norm: Piece | str
    """The level in force; blank where none is set."""
    reach: str
    """Whether it holds for each case or over all together."""
    explanation: Piece
    """What is behind it."""
    norms: tuple[NormTable, ...]
    """Its levels over time, and those of its variants."""
    clock: tuple[Fact, ...]
    """How time is counted."""
    examples: tuple[Example, ...]
    """Deadlines worked out for requests that arrive in the next weeks."""
    promises: tuple[Entry, ...]
    """The promises that rest on it."""
    services: tuple[ServicesOfBody, ...]
    """The services that are delivered by it."""
    legal_basis: tuple[Link, ...]
    """The laws that it rests on."""
    origin: tuple[Fact, ...]
    """Where it comes from."""
    tell_us: TellPart | None
    """The ways to say that it is not clear or has a mistake; None where nobody can be told."""
    elsewhere: tuple[Link, ...]
    """The ways to other words of it, which other charters have approved."""
    source: Link | None
    """The way to its file."""


def view(context: Context, page: Page) -> StandardView:
    """The page of a standard."""
    standard = context.publication.standards[page.key]
    title = context.say("Standard: {title}", title=context.reader.bare(standard.title))
    norm = norm_in_force(standard.norms, context.standing.today)
    promises = (
        context.standing.promises[one.full_id] for one in context.directory.by_standard.get(standard.id, ())
    )
    return StandardView(
        page=PageHead(title, context.reader.plain(standard.statement, 160) or title, _trail(context)),
        title=context.line(standard.title),
        ended=ended_note(context, standard.ended),
        statement=context.block(standard.statement),
        norm=norm_sentence(context, norm) if norm else "",
        reach=context.say(_REACH[standard.applies_to]) if standard.norms and standard.applies_to else "",
        explanation=context.block(standard.explanation),
        norms=_tables(context, standard),
        clock=_clock(context, standard),
        examples=_examples(context, standard, norm),
        promises=promise_entries(context, promises),
        services=by_body(context, [one.id for one in context.directory.services.get(standard.id, ())]),
        legal_basis=source_links(context, standard.legal_basis),
        origin=_origin(context, standard),
        tell_us=about_text(context, page, standard.title),
        elsewhere=otherwise_elsewhere(context, f"standard/{standard.id}"),
        source=source_link(context, standard.file),
    )


def _trail(context: Context) -> tuple[Link, ...]:
    return context.home_link(), context.section_link(context.say("Standards"), "standards/")


def _clock(context: Context, standard: Standard) -> tuple[Fact, ...]:
    if standard.clock is None:
        return ()
    return clock_facts(context, standard.clock, in_working_days=standard.in_working_days)


def _examples(context: Context, standard: Standard, norm: Norm | None) -> tuple[Example, ...]:
    limit = longest_time(norm) if norm is not None and standard.ended is None else None
    if limit is None or standard.clock is None or standard.type is not NormType.TIME:
        return ()
    return deadline_examples(context, limit, standard.clock)


def _tables(context: Context, standard: Standard) -> tuple[NormTable, ...]:
    own = NormTable("norms", context.say("What the standard demands"), _rows(context, standard.norms))
    variants = (
        NormTable(f"norms-{one.id}", context.line(one.when), _rows(context, one.norms))
        for one in standard.variants
    )
    return tuple(table for table in (own, *variants) if table.rows)


def _rows(context: Context, norms: tuple[Norm, ...]) -> tuple[NormRow, ...]:
    newest_first = sorted(norms, key=lambda norm: norm.since, reverse=True)
    followers = (None, *newest_first)
    return tuple(_row(context, norm, later) for norm, later in zip(newest_first, followers, strict=False))


def _row(context: Context, norm: Norm, later: Norm | None) -> NormRow:
    words = context.reader.words
    until = norm.until or (later.since - timedelta(days=1) if later else None)
    return NormRow(
        words.short_day(norm.since),
        words.short_day(until) if until else "",
        norm_sentence(context, norm),
        _extension(context, norm.extension, norm.unit) if norm.extension else (),
    )


def _extension(context: Context, extension: Extension, unit: str) -> tuple[Piece | str, ...]:
    amount = context.figures.amount(extension.at_most, Unit(unit or "count"))
    longer = context.say("May be extended by at most {time}.", time=amount)
    texts = (context.block(extension.when), context.block(extension.notice))
    return (longer, *(text for text in texts if text))


def _origin(context: Context, standard: Standard) -> tuple[Fact, ...]:
    origins = standard.lineage.origins if standard.lineage else ()
    links = tuple(context.standard_link(id) for id in origins)
    return lineage_facts(context, standard.lineage, links)
