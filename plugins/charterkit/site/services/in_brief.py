"""A service in a few words: whom it is for, whether it is offered, how long it takes, what it costs, which way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from charterkit.model.charter import ChannelKind
from charterkit.model.service import Client, OnlineLevel, Service, TimeTaken
from charterkit.rules.offered import goes_by
from charterkit.site.context import Context, Link
from charterkit.site.pieces import Piece
from charterkit.site.records import norm_in_force, norm_sentence
from charterkit.site.results.figures import BigNumber, Unit
from charterkit.site.services.deadline_examples import longest_time
from charterkit.site.services.fees import short_cost
from charterkit.strings import mark
from charterkit.text import beginning

_CLIENTS: Final[Mapping[Client, str]] = {
    Client.CITIZENS: mark("for citizens"),
    Client.BUSINESSES: mark("for businesses"),
    Client.GOVERNMENT: mark("for other public bodies"),
}
CHANNELS: Final[Mapping[ChannelKind, str]] = {
    ChannelKind.WEB: mark("online"),
    ChannelKind.IN_PERSON: mark("in person"),
    ChannelKind.PHONE: mark("by telephone"),
    ChannelKind.EMAIL: mark("by e-mail"),
    ChannelKind.POST: mark("by post"),
}
# Longer lists are told body by body.
_MOST_IN_ONE_LIST: Final = 8


@dataclass(frozen=True, slots=True)
class ShortFact:
    """One of the few facts that most people come for, set large, with small words and a way to more of it.

    Where the fact is a single number, `number` is the same with its unit apart.
    """

    term: str
    value: Piece | str
    number: BigNumber | None = None
    small: Piece | str = ""
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class ServicesOfBody:
    """Some services of one body; `count` says how many they are where the list is long, else it is blank."""

    body: Piece | str
    count: str
    services: tuple[Link, ...]


def by_body(context: Context, ids: Sequence[str]) -> tuple[ServicesOfBody, ...]:
    """A short list of services as it is; a long one by the bodies that answer for them."""
    if len(ids) <= _MOST_IN_ONE_LIST:
        links = tuple(context.service_link(id) for id in ids)
        return (ServicesOfBody("", "", links),) if links else ()
    answering: dict[str, list[str]] = {}
    for id in ids:
        service = context.publication.services.get(id)
        answering.setdefault(service.bodies[0] if service else "", []).append(id)
    return tuple(_of_body(context, body, own) for body, own in answering.items())


def _of_body(context: Context, id: str, services: Sequence[str]) -> ServicesOfBody:
    count = context.reader.words.count("{n} service", "{n} services", len(services))
    links = tuple(context.service_link(one) for one in services)
    return ServicesOfBody(context.body_link(id).text, count, links)


def for_whom(context: Context, service: Service) -> str:
    """Whom a service is for, in a few words; blank where it is not said."""
    return beginning(context.reader.words.listing([context.say(_CLIENTS[one]) for one in service.clients]))


def suspension(context: Context, service: Service) -> str:
    """That a service is not offered on the day of the site or will not be; blank where it is."""
    gap, words = service.suspended, context.reader.words
    if gap is None or not _ahead(gap.until, context.standing.today):
        return ""
    first = words.day(gap.since)
    if gap.until is None:
        return context.say(
            "This service is not offered from {first} on. It is not known yet until when.", first=first
        )
    return context.say(
        "This service is not offered from {first} to {last}.", first=first, last=words.day(gap.until)
    )


def _ahead(until: date | None, today: date) -> bool:
    return until is None or until >= today


def in_short(context: Context, service: Service) -> tuple[ShortFact, ...]:
    """Time, cost and way, each in a few words."""
    return (_time(context, service), _cost(context, service), *_way(context, service))


def _time(context: Context, service: Service) -> ShortFact:
    say = context.say
    usual = _usual_takes(context, service)
    others = any(variant.takes and variant.takes != usual for variant in service.variants)
    more = Link(say("Different in some cases"), "#time") if others else None
    if service.takes:
        ranged = any(one.up_to is not None for one in service.takes)
        term = say("Time") if ranged else say("Longest time")
        text = beginning(context.figures.takes(service.takes))
        return ShortFact(term, text, _number(context, service.takes), more=more)
    if norm := standard_norm(context, service):
        return ShortFact(say("Time"), norm, more=more)
    if service.takes_note or others:
        return ShortFact(say("Time"), say("Depends on the case"), more=Link(say("See how long"), "#time"))
    return ShortFact(say("Time"), say("Not stated"))


def _usual_takes(context: Context, service: Service) -> tuple[TimeTaken, ...]:
    standard = context.publication.standards.get(service.standard)
    if service.takes or standard is None:
        return service.takes
    norm = norm_in_force(standard.norms, context.standing.today)
    longest = longest_time(norm) if norm else None
    return (TimeTaken(longest.value, longest.unit),) if longest else ()


def _number(context: Context, takes: tuple[TimeTaken, ...]) -> BigNumber | None:
    if len(takes) != 1:
        return None
    return context.figures.big_span(takes[0].value, takes[0].up_to, Unit(takes[0].unit))


def _cost(context: Context, service: Service) -> ShortFact:
    cost = short_cost(context, service)
    words = context.say("See what it costs") if cost.open else context.say("Different in some cases")
    more = Link(words, "#cost") if cost.more else None
    return ShortFact(context.say("Cost"), cost.paid, cost.number, cost.small, more)


def _way(context: Context, service: Service) -> Iterator[ShortFact]:
    say = context.say
    more = Link(say("Where and how"), "#where")
    if service.online is not None and service.online.level is OnlineLevel.PROACTIVE:
        yield ShortFact(say("How"), say("You need not ask for it"), more=more)
        return
    ways = [say(text) for kind, text in CHANNELS.items() if goes_by(kind, service)]
    if ways:
        yield ShortFact(say("How"), beginning(context.reader.words.choice(ways)), more=more)


def standard_norm(context: Context, service: Service) -> Piece | str:
    """What the service's standard demands on the day of the site, with a capital; blank where it has none."""
    standard = context.publication.standards.get(service.standard)
    norm = norm_in_force(standard.norms, context.standing.today) if standard else None
    told = norm_sentence(context, norm) if norm else ""
    return beginning(told) if isinstance(told, str) else told
