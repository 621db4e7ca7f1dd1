"""How people have a say in a charter: the ways to what is open, and what came of earlier steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from charterkit.model.charter import Charter, Consultation
from charterkit.rules.releases.consulting import is_open, public_consultation
from charterkit.site.addresses import consultation_address
from charterkit.site.context import Context, Fact, Link
from charterkit.site.pieces import Piece


@dataclass(frozen=True, slots=True)
class ConsultationPart:
    """One step of the public consultation before a charter was made."""

    day: str
    topic: Piece
    facts: tuple[Fact, ...]


def consultation_steps(context: Context, charter: Charter) -> tuple[ConsultationPart, ...]:
    """How people had a say in a charter, step by step."""
    return tuple(_step(context, one) for one in charter.consultation)


def versions_name(context: Context, charter: Charter) -> str:
    """What the way to the page of versions promises; blank where a charter has neither versions nor such steps."""
    if not context.directory.versions.known(charter.id):
        return context.say("How people had a say in this charter") if charter.consultation else ""
    if charter.consultation:
        return context.say("All versions of this charter, and how people had a say")
    return context.say("All versions of this charter")


def consultation_links(context: Context, charters: Mapping[str, Charter]) -> tuple[Link, ...]:
    """The ways to the consultations that are open on the day."""
    today = context.standing.today
    found = {id: public_consultation(context.publication, id, today) for id in charters}
    return tuple(
        context.section_link(
            context.say("Have your say: {charter}", charter=context.reader.bare(charters[id].title)),
            consultation_address(id),
        )
        for id, one in found.items()
        if one is not None and is_open(one, today)
    )


def _step(context: Context, one: Consultation) -> ConsultationPart:
    say = context.say
    facts = (
        (say("Place"), one.place),
        (say("Who took part"), one.participants),
        (say("What came of it"), one.outcome),
    )
    return ConsultationPart(
        context.reader.words.day(one.date),
        context.line(one.topic),
        tuple(Fact(term, (Link(context.block(text)),)) for term, text in facts if text),
    )
