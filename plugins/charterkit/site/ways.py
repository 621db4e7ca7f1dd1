"""The ways in: by the situation that people are in, by area of life, by body, by the way in which they reach us."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from charterkit.model.charter import ChannelKind
from charterkit.model.commitment import Commitment
from charterkit.model.common import Area
from charterkit.model.service import LifeEvent, Service
from charterkit.rules.offered import by_area, by_channel, by_life_event, for_people
from charterkit.site.context import Context, Link
from charterkit.site.pages import way_address
from charterkit.site.results.figures import Unit
from charterkit.site.services.in_brief import CHANNELS
from charterkit.strings import mark
from charterkit.text import beginning

_EVENTS: Final[Mapping[LifeEvent, str]] = {
    LifeEvent.BIRTH: mark("Birth of a child"),
    LifeEvent.EDUCATION: mark("Kindergarten, school, studies"),
    LifeEvent.FAMILY: mark("Marriage and family"),
    LifeEvent.HOME: mark("Home and building"),
    LifeEvent.MOVING: mark("Moving house"),
    LifeEvent.WORK: mark("Work and unemployment"),
    LifeEvent.MONEY: mark("Benefits and money difficulties"),
    LifeEvent.ILLNESS: mark("Illness and disability"),
    LifeEvent.CARE: mark("Old age and care"),
    LifeEvent.DEATH: mark("Death in the family"),
    LifeEvent.BUSINESS: mark("Business and trade"),
    LifeEvent.TRAVEL: mark("Driving and travel"),
    LifeEvent.LEISURE: mark("Culture, sport, leisure"),
    LifeEvent.EMERGENCY: mark("Emergency"),
    LifeEvent.PAPERS: mark("Documents and certificates"),
}
_AREAS: Final[Mapping[Area, str]] = {
    Area.CONTACT: mark("Letters, calls and the counter"),
    Area.REGISTRY: mark("Civil registry and residence"),
    Area.SCHOOLS: mark("Kindergartens and schools"),
    Area.SOCIAL: mark("Social support and care"),
    Area.HEALTH: mark("Health"),
    Area.CULTURE: mark("Culture and libraries"),
    Area.SPORT: mark("Sport and free time"),
    Area.ROADS: mark("Roads, street lights and transport"),
    Area.BUILDING: mark("Building and land"),
    Area.ENVIRONMENT: mark("Waste, water and surroundings"),
    Area.TRADE: mark("Trade and firms"),
    Area.TAXES: mark("Taxes and duties"),
    Area.SAFETY: mark("Safety and order"),
    Area.GOVERNMENT: mark("Council, budget and decisions"),
}
# As many bodies as a row names; more of them have a page.
_BODIES: Final = 12


@dataclass(frozen=True, slots=True)
class WayRow:
    """Ways of one sort side by side, each with the number of records behind it (blank where none are counted)."""

    id: str
    term: str
    links: tuple[tuple[Link, str], ...]


def way_rows(context: Context) -> tuple[WayRow, ...]:
    """All ways in, with those to the bodies and to everything; those without anything behind them are left out."""
    say, services = context.say, context.publication.services.values()
    everything = [(context.section_link(say("From A to Z"), "find/"), "")]
    if services:
        number = _number(context, len(for_people(services)))
        everything.insert(0, (context.section_link(say("All services"), "services/"), number))
    rows = (
        WayRow("situations", say("Your situation"), tuple(_events(context))),
        WayRow("areas", say("Topic"), tuple(_areas(context))),
        WayRow("bodies", say("Who you turn to"), tuple(_bodies(context))),
        WayRow("channels", say("How you reach us"), tuple(_channels(context))),
        WayRow("everything", say("Full lists"), tuple(everything)),
    )
    return tuple(row for row in rows if row.links)


def way_name(context: Context, way: str) -> str:
    """What a way is called: a situation, an area of life, or a channel ("By telephone")."""
    names = {
        **{str(one): text for one, text in _EVENTS.items()},
        **{str(one): text for one, text in _AREAS.items()},
        **{str(one): text for one, text in CHANNELS.items()},
    }
    return beginning(context.say(names[way]))


def services_of_way(context: Context, way: str) -> tuple[Service, ...]:
    """The services behind a way."""
    if way in _AREAS:
        return tuple(one for one in _of_area(context, Area(way)) if isinstance(one, Service))
    services = context.publication.services.values()
    situations = {str(event): ones for event, ones in by_life_event(services).items()}
    return situations.get(way) or {str(kind): ones for kind, ones in by_channel(services).items()}[way]


def promises_of_way(context: Context, way: str) -> tuple[Commitment, ...]:
    """The promises behind a way; only areas of life have any."""
    if way not in _AREAS:
        return ()
    return tuple(one for one in _of_area(context, Area(way)) if isinstance(one, Commitment))


def way_title(context: Context, way: str) -> str:
    """What the page of a way is called in a list of pages."""
    name = way_name(context, way)
    if way in _AREAS:
        return context.say("{area}: services and promises", area=name)
    return context.say("{way}: services", way=name)


def _of_area(context: Context, area: Area) -> tuple[Service | Commitment, ...]:
    return _by_area(context)[area]


def _by_area(context: Context) -> dict[Area, tuple[Service | Commitment, ...]]:
    records = context.publication
    return by_area((*records.services.values(), *records.commitments.values()))


def _areas(context: Context) -> Iterator[tuple[Link, str]]:
    for area, found in _by_area(context).items():
        yield _way(context, area, len(found))


def _events(context: Context) -> Iterator[tuple[Link, str]]:
    for event, services in by_life_event(context.publication.services.values()).items():
        yield _way(context, event, len(services))


def _channels(context: Context) -> Iterator[tuple[Link, str]]:
    for kind, services in by_channel(context.publication.services.values()).items():
        yield _way(context, kind, len(services))


def _way(context: Context, way: LifeEvent | Area | ChannelKind, number: int) -> tuple[Link, str]:
    return context.section_link(way_name(context, way), way_address(way)), _number(context, number)


def _bodies(context: Context) -> Iterator[tuple[Link, str]]:
    found = [id for id, one in context.directory.body_records.items() if one.services or one.own]
    if len(found) > _BODIES:
        words = context.reader.words.count("All {n} institution", "All {n} institutions", len(found))
        yield context.section_link(words, "bodies/"), ""
        return
    yield from ((context.body_link(id), "") for id in found)


def _number(context: Context, number: int) -> str:
    return context.figures.amount(number, Unit("count", 0))
