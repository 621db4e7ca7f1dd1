"""Charters in lists: under the bodies that publish them, from A to Z, each with how well it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from charterkit.model.charter import Charter
from charterkit.model.commitment import Commitment
from charterkit.rules.standing import Counts
from charterkit.rules.years import SMALLEST_BASE
from charterkit.site.addresses import about_address
from charterkit.site.alphabet import sort_key
from charterkit.site.context import Context, Fact, Link
from charterkit.site.pieces import Piece
from charterkit.site.results.figures import Unit, share_of

# So many charters are introduced with their purpose; more of them stand in tables, a line each.
FEW: Final = 8
# As many charters as the page of a promise names where they adopted it; the page of its own charter names all.
_ADOPTERS: Final = 3


@dataclass(frozen=True, slots=True)
class CharterRow:
    """A charter with what came of its own promises, and how many promises of others hold under it too.

    `kept` is the number kept of all, `share` the same in per cent of those that could be judged; both are a dash where
    none could, the share also where they are too few.
    """

    title: Link
    purpose: Piece
    kept: str
    share: str
    sentence: str
    besides: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """The charters that one body publishes; `id` is unique in the page."""

    id: str
    publisher: Link
    sentence: str
    rows: tuple[CharterRow, ...]


@dataclass(frozen=True, slots=True)
class CharterList:
    """Charters from A to Z; `few` where each can be introduced."""

    rows: tuple[CharterRow, ...]
    few: bool


def charter_list(context: Context, charters: tuple[Charter, ...]) -> CharterList | None:
    """Charters that lead to their own pages; None where there are none."""
    if not charters:
        return None
    return CharterList(charter_rows(context, charters, own_address), len(charters) <= FEW)


def shelves(
    context: Context, charters: Iterable[Charter], address: Callable[[Charter], str]
) -> tuple[Shelf, ...]:
    """Charters under their publishing bodies, in the publisher's own order of these; `address` says where each leads."""
    by_body: dict[str, list[Charter]] = {}
    for charter in charters:
        by_body.setdefault(charter.publisher, []).append(charter)
    order = (*context.directory.bodies, *(id for id in by_body if id not in context.directory.bodies))
    return tuple(_shelf(context, id, by_body[id], address) for id in order if id in by_body)


def charter_rows(
    context: Context, charters: Iterable[Charter], address: Callable[[Charter], str]
) -> tuple[CharterRow, ...]:
    """Charters from A to Z in the reader's alphabet."""
    lang, bare = context.reader.lang, context.reader.bare
    in_order = sorted(charters, key=lambda one: sort_key(bare(one.title), lang))
    return tuple(_row(context, charter, address(charter)) for charter in in_order)


def about_charters(context: Context) -> str:
    """What a charter is."""
    return context.say(
        "A charter says what you can expect from a public body: its promises, how well they are kept, and what to "
        "do when one is broken."
    )


def own_address(charter: Charter) -> str:
    """Where the page of a charter stands."""
    return f"charters/{charter.id}/"


def kept_sentence(context: Context, counts: Counts) -> str:
    """How many of these promises are kept."""
    if not counts.all:
        return context.say("No promise of its own.")
    if not counts.evaluated:
        return context.say("No promise could be judged.")
    return context.reader.words.count(
        "{kept} of {n} promise is kept.", "{kept} of {n} promises are kept.", counts.all, kept=counts.kept
    )


def besides_sentence(context: Context, charter: str) -> str:
    """How many promises of other charters hold under this one too; blank where none does."""
    number = context.standing.counts_of(context.directory.adopted_promises(charter)).all
    if not number:
        return ""
    return context.reader.words.count(
        "{n} promise of another charter holds here too.",
        "{n} promises of other charters hold here too.",
        number,
    )


def adopters_fact(context: Context, commitment: Commitment) -> tuple[Fact, ...]:
    """The charters that adopted a promise; where many did, how many they are."""
    adopters = context.directory.adopters.get((commitment.charter, commitment.group), ())
    if not adopters:
        return ()
    charters = context.publication.charters
    links = tuple(context.charter_link(charters[id]) for id in adopters[:_ADOPTERS])
    if len(adopters) > _ADOPTERS:
        number = context.reader.words.count("{n} other charter", "{n} other charters", len(adopters))
        links = (Link(number, f"{context.links.to(about_address(commitment.charter))}#adopters"),)
    return (Fact(context.say("Holds in these charters too"), links),)


def _shelf(context: Context, body: str, charters: list[Charter], address: Callable[[Charter], str]) -> Shelf:
    promises = (
        one
        for charter in charters
        for group in charter.groups
        for one in context.directory.promises.get((charter.id, group.id), ())
    )
    return Shelf(
        f"of-{body}",
        context.body_link(body),
        kept_sentence(context, context.standing.counts_of(promises)),
        charter_rows(context, charters, address),
    )


def _row(context: Context, charter: Charter, address: str) -> CharterRow:
    counts, figures = context.directory.counts[charter.id], context.figures
    kept, all = (figures.amount(number, Unit("count", 0)) for number in (counts.kept, counts.all))
    share = share_of(counts.kept, counts.evaluated) if counts.evaluated >= SMALLEST_BASE else None
    return CharterRow(
        context.link(charter.title, address),
        context.reader.brief(charter.purpose),
        context.say("{part} of {whole}", part=kept, whole=all) if counts.evaluated else "–",
        figures.amount(share, Unit("percent", 0)) if share is not None else "–",
        kept_sentence(context, counts),
        besides_sentence(context, charter.id),
    )
