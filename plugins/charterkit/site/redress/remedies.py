"""What people get when a promise is broken: how soon, how much money, and for many promises in a list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from charterkit.model.commitment import Commitment, Redress
from charterkit.site.context import Context, Fact, Link
from charterkit.site.pieces import Piece
from charterkit.site.results.figures import Unit


@dataclass(frozen=True, slots=True)
class Remedy:
    """What one promise gives when it is broken: its number, its title, the beginning of the words, the facts."""

    key: str
    title: Link
    text: Piece
    facts: tuple[Fact, ...]


def redress_facts(context: Context, redress: Redress) -> tuple[Fact, ...]:
    """How soon it comes, and how much money it is."""
    facts = []
    if redress.within:
        time = context.say("at most {amount}", amount=context.figures.duration(redress.within))
        facts.append(Fact(context.say("How soon"), (Link(time),)))
    if redress.compensation:
        amount = context.figures.amount(redress.compensation.amount, Unit(redress.compensation.currency))
        asked = (
            context.say("You need not ask for it.")
            if redress.compensation.automatic
            else context.say("You have to ask for it.")
        )
        facts.append(Fact(context.say("Compensation"), (Link(amount), Link(asked))))
    return tuple(facts)


def remedies(context: Context, promises: Iterable[Commitment]) -> tuple[Remedy, ...]:
    """What each promise gives when it is broken; nothing of those that give nothing or hold no longer."""
    return tuple(
        Remedy(
            one.number,
            context.commitment_link(one),
            context.reader.brief(one.redress.remedy),
            redress_facts(context, one.redress),
        )
        for one in promises
        if one.redress is not None and one.ended is None
    )
