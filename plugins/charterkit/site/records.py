"""What records have in common: contacts, laws, complaint routes, norms, origin, end, file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from charterkit.model.charter import Channel, ChannelKind, Complaints
from charterkit.model.commitment import Commitment
from charterkit.model.common import NO_CONTACT, Contact, Duration, Ended, Lineage, Source
from charterkit.model.publisher import BodyType
from charterkit.model.requirement import InWords, Norm, Requirement
from charterkit.site.context import Context, Fact, Link
from charterkit.site.pieces import Piece
from charterkit.site.redress.time_limits import time_limit
from charterkit.site.results.figures import Unit
from charterkit.strings import mark

_CHANNELS: Final[Mapping[ChannelKind, str]] = {
    ChannelKind.PHONE: mark("Telephone"),
    ChannelKind.EMAIL: mark("E-mail"),
    ChannelKind.WEB: mark("Online"),
    ChannelKind.POST: mark("By post"),
    ChannelKind.IN_PERSON: mark("In person"),
}
_BODY_TYPES: Final[Mapping[BodyType, str]] = {
    BodyType.MUNICIPALITY: mark("Municipality"),
    BodyType.COUNCIL: mark("Elected council"),
    BodyType.ADMINISTRATION: mark("Administration"),
    BodyType.INSTITUTION: mark("Public institution"),
    BodyType.UNIT: mark("Department"),
    BodyType.COUNTY_OFFICE: mark("County office"),
    BodyType.AGENCY: mark("Agency"),
    BodyType.MINISTRY: mark("Ministry"),
    BodyType.OTHER: mark("Public body"),
}
# Where a complaint can be made at once.
_FROM_AFAR: Final = frozenset({ChannelKind.PHONE, ChannelKind.EMAIL, ChannelKind.WEB})


def takes_complaints(context: Context) -> bool:
    """Whether it is said anywhere how to complain, be it only by the contacts of the publisher."""
    publication = context.publication
    return publication.publisher.contact != NO_CONTACT or any(
        charter.complaints for charter in publication.charters.values()
    )


def contact_facts(context: Context, contact: Contact) -> tuple[Fact, ...]:
    """How to reach somebody: only what is known."""
    say = context.say
    facts = [
        (say("Telephone"), Link(contact.phone, phone_address(contact.phone)) if contact.phone else None),
        (say("E-mail"), Link(contact.email, f"mailto:{contact.email}") if contact.email else None),
        (say("Website"), Link(contact.url, contact.url) if contact.url else None),
        (say("Address"), Link(context.line(contact.address)) if contact.address else None),
        (say("Opening hours"), Link(context.line(contact.hours)) if contact.hours else None),
    ]
    return tuple(Fact(term, (link,)) for term, link in facts if link is not None)


def body_type(context: Context, type: BodyType) -> str:
    """What sort of organisation a body is, in a word or two."""
    return context.say(_BODY_TYPES[type])


def brief_contacts(contact: Contact) -> tuple[Link, ...]:
    """Telephone and e-mail of somebody, as far as they are known."""
    phone = Link(contact.phone, phone_address(contact.phone)) if contact.phone else None
    email = Link(contact.email, f"mailto:{contact.email}") if contact.email else None
    return tuple(link for link in (phone, email) if link is not None)


def phone_address(number: str) -> str:
    """The link that calls a number."""
    return "tel:" + "".join(sign for sign in number if sign.isdigit() or sign == "+")


def source_links(context: Context, sources: Iterable[Source]) -> tuple[Link, ...]:
    """Laws and documents by name, leading to where they can be read."""
    return tuple(_source_link(context, source) for source in sources)


def _source_link(context: Context, source: Source) -> Link:
    title = context.line(source.title)
    if not source.article:
        return Link(title, source.url)
    bare = context.reader.bare(source.title)
    if title.fallback:
        return Link(title, source.url)
    # A bare number is an article in any language; anything else is the whole reference as the body writes it.
    if source.article.isdecimal():
        named = context.say("{law}, article {article}", law=bare, article=source.article)
    else:
        named = context.say("{law}, {reference}", law=bare, reference=source.article)
    return Link(named, source.url)


def complaint_facts(context: Context, complaints: Complaints) -> tuple[Fact, ...]:
    """How to complain, how soon an answer comes, and who reviews it."""
    return (*channel_facts(context, complaints.channels), *_answer_facts(context, complaints))


def brief_complaint_facts(context: Context, complaints: Complaints) -> tuple[Fact, ...]:
    """The same on the page of a promise: the ways that need no visit in one answer, then who reviews it."""
    links = tuple(_channel_link(context, one) for one in complaints.channels if one.kind in _FROM_AFAR)
    ways = (Fact(context.say("Where to complain"), links),) if links else ()
    return (*ways, *_answer_facts(context, complaints))


def channel_facts(
    context: Context, channels: Iterable[Channel], places: tuple[Link, ...] = ()
) -> tuple[Fact, ...]:
    """Ways to reach somebody: the number or address of each, and what else is said of it.

    Where nothing is said of coming in person, the `places` where people are served answer it.
    """
    return tuple(
        Fact(context.say(_CHANNELS[one.kind]), _channel_values(context, one, places)) for one in channels
    )


def _channel_values(context: Context, channel: Channel, places: tuple[Link, ...]) -> tuple[Link, ...]:
    link, said = _channel_link(context, channel), context.line(channel.text)
    found = [link] if link.text else []
    found += [Link(said)] if said and said != link.text else []
    elsewhere = places if channel.kind is ChannelKind.IN_PERSON else ()
    return tuple(found) or elsewhere or (Link(context.say("You can use this way.")),)


def _answer_facts(context: Context, complaints: Complaints) -> tuple[Fact, ...]:
    facts = []
    if complaints.answer_within:
        facts.append(answer_time_fact(context, complaints.answer_within))
    if complaints.appeal:
        appeal = complaints.appeal
        links = [Link(context.line(appeal.body), appeal.url)]
        if appeal.within:
            links.append(Link(context.say("Time limit: {time}", time=time_limit(context, appeal.within))))
        facts.append(Fact(context.say("If the answer does not satisfy you"), tuple(links)))
    return tuple(facts)


def answer_time_fact(context: Context, within: Duration) -> Fact:
    """How soon the body has to answer."""
    return Fact(context.say("Time limit for our answer"), (Link(context.figures.duration(within)),))


def _channel_link(context: Context, channel: Channel) -> Link:
    match channel.kind:
        case ChannelKind.PHONE:
            return Link(
                channel.at or context.line(channel.text), phone_address(channel.at) if channel.at else ""
            )
        case ChannelKind.EMAIL:
            return Link(
                channel.at or context.line(channel.text), f"mailto:{channel.at}" if channel.at else ""
            )
        case ChannelKind.WEB:
            return Link(context.line(channel.text) or channel.at, channel.at)
        case _:
            return Link(context.line(channel.text) or channel.at)


def in_own_words(context: Context, demand: Requirement) -> Piece | None:
    """A demand in the body's words where they are in another language than the page; else None."""
    piece = context.reader.brief(demand.words, None) if isinstance(demand, InWords) else None
    return piece if piece and piece.fallback else None


def norm_sentence(context: Context, norm: Norm) -> Piece | str:
    """What a norm demands."""
    return in_own_words(context, norm.requirement) or context.figures.demand(
        norm.requirement, Unit(norm.unit or "count"), norm.per
    )


def norm_in_force(norms: Iterable[Norm], day: date) -> Norm | None:
    """The norm that holds on the day: the newest that has begun and not ended."""
    begun = [norm for norm in norms if norm.since <= day and (norm.until is None or day <= norm.until)]
    return max(begun, key=lambda norm: norm.since, default=None)


def ended_note(context: Context, ended: Ended | None) -> Piece | str:
    """That a record holds no longer; blank while it does."""
    if ended is None:
        return ""
    day = context.reader.words.day(ended.since)
    return context.say("No longer in force from {day}.", day=day)


def lineage_facts(context: Context, lineage: Lineage | None, links: tuple[Link, ...]) -> tuple[Fact, ...]:
    """Where a record comes from; nothing where it is new."""
    if lineage is None or not links:
        return ()
    if lineage.how == "turned_round":
        return (Fact(context.say("Predecessor (counted the other way round)"), links),)
    return (Fact(context.say("Predecessor") if len(links) == 1 else context.say("Predecessors"), links),)


def successor_facts(context: Context, one: Commitment) -> tuple[Fact, ...]:
    """Which promises came out of this one; nothing where there is none."""
    links = tuple(
        context.commitment_link(other)
        for other in context.publication.commitments_of(one.charter)
        if other.lineage is not None and one.id in other.lineage.origins
    )
    if not links:
        return ()
    return (Fact(context.say("Successor") if len(links) == 1 else context.say("Successors"), links),)


def source_link(context: Context, file: str) -> Link | None:
    """The way to the record's file, where the site says in which repository it lies."""
    settings = context.site.settings
    if not (file and settings.repo_url and settings.edit_uri):
        return None
    base = settings.repo_url.rstrip("/") + "/" + settings.edit_uri.strip("/")
    return Link(context.say("Source of this page"), f"{base}/{file}")
