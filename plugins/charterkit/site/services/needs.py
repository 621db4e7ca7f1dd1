"""What one needs for a service: in every case, in some cases, and for single variants of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from charterkit.model.service import Need, Service
from charterkit.site.context import Context, Link
from charterkit.site.pieces import Piece
from charterkit.text import beginning


@dataclass(frozen=True, slots=True)
class NeedPart:
    """Something that one needs: how many of it, when, where to get it and why."""

    title: Piece
    amount: str
    when: Piece
    where: Link | None
    why: Piece


@dataclass(frozen=True, slots=True)
class NeedsPart:
    """What one needs in every case, in some cases, for single variants (named once), and what the body gets itself.

    What the body gets itself comes with where it gets it. `nothing` is that nothing is needed, where that is said.
    """

    always: tuple[NeedPart, ...]
    sometimes: tuple[NeedPart, ...]
    of_variants: tuple[tuple[tuple[Piece, ...], tuple[NeedPart, ...]], ...]
    fetched: tuple[tuple[Piece, Piece], ...]
    nothing: bool

    def __bool__(self) -> bool:
        return bool(self.nothing or self.always or self.sometimes or self.of_variants or self.fetched)


def needs(context: Context, service: Service) -> NeedsPart:
    """What one needs."""
    general = tuple(_need(context, need) for need in service.requirements if not need.variants)
    return NeedsPart(
        tuple(part for part in general if not part.when),
        tuple(part for part in general if part.when),
        tuple(_needs_of_variants(context, service)),
        tuple((context.line(one.title), context.line(one.source)) for one in service.fetched),
        service.no_requirements and not service.requirements,
    )


def _needs_of_variants(
    context: Context, service: Service
) -> Iterator[tuple[tuple[Piece, ...], tuple[NeedPart, ...]]]:
    """What is needed for the same variants stands together, in the order of the record."""
    for ids in dict.fromkeys(need.variants for need in service.requirements if need.variants):
        same = (need for need in service.requirements if need.variants == ids)
        yield only_for(context, ids, service), tuple(_need(context, need) for need in same)


def _need(context: Context, need: Need) -> NeedPart:
    say, words = context.say, context.reader.words
    amounts = [say("the original")] if need.original else []
    if need.copies is not None:
        amounts.append(words.count("{n} copy", "{n} copies", need.copies))
    where = context.line(need.where) or (say("Go to the page") if need.url else "")
    return NeedPart(
        context.line(need.title),
        beginning(words.listing(amounts)) if amounts else "",
        context.line(need.when),
        Link(where, need.url) if where else None,
        context.line(need.why),
    )


def only_for(context: Context, ids: Iterable[str], service: Service) -> tuple[Piece, ...]:
    """The titles of the variants that something is for."""
    titles = {variant.id: variant.title for variant in service.variants}
    return tuple(context.line(titles[id]) for id in ids if id in titles)
