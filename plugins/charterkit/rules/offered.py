"""By which ways people get a service, and which services are there to be got."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from charterkit.model.charter import ChannelKind
from charterkit.model.commitment import Commitment
from charterkit.model.common import Area
from charterkit.model.service import LifeEvent, OnlineLevel, Scope, Service

# From here on people need not come: they ask for the service online.
ONLINE: Final = frozenset({OnlineLevel.APPLY, OnlineLevel.FULL})


def for_people(services: Iterable[Service]) -> tuple[Service, ...]:
    """Services that are offered to people outside the body: none of its own units only, none that has ended."""
    return tuple(one for one in services if one.ended is None and one.scope is Scope.EXTERNAL)


def goes_by(kind: ChannelKind, service: Service) -> bool:
    """Whether a service can be asked for in this way."""
    online = service.online is not None and service.online.level in ONLINE
    return (
        any(one.kind is kind for one in service.channels)
        or (kind is ChannelKind.WEB and online)
        or (kind is ChannelKind.IN_PERSON and bool(service.places))
    )


def by_life_event(services: Iterable[Service]) -> dict[LifeEvent, tuple[Service, ...]]:
    """The services for each situation in which people come for one, in a fixed order, without empty ones."""
    offered = for_people(services)
    found = {event: tuple(one for one in offered if event in one.life_events) for event in LifeEvent}
    return {event: ones for event, ones in found.items() if ones}


def by_area(records: Iterable[Service | Commitment]) -> dict[Area, tuple[Service | Commitment, ...]]:
    """What is offered or promised to people in each area of life, in a fixed order; areas without any are left out."""
    offered = [one for one in records if one.ended is None and not _is_internal(one)]
    found = {area: tuple(one for one in offered if area in one.areas) for area in Area}
    return {area: ones for area, ones in found.items() if ones}


def _is_internal(one: Service | Commitment) -> bool:
    return isinstance(one, Service) and one.scope is Scope.INTERNAL


def by_channel(services: Iterable[Service]) -> dict[ChannelKind, tuple[Service, ...]]:
    """The services that can be asked for in each way; ways without any are left out."""
    offered = for_people(services)
    found = {kind: tuple(one for one in offered if goes_by(kind, one)) for kind in _CHANNELS}
    return {kind: ones for kind, ones in found.items() if ones}


# The way that costs people least comes first.
_CHANNELS: Final = (
    ChannelKind.WEB,
    ChannelKind.PHONE,
    ChannelKind.EMAIL,
    ChannelKind.POST,
    ChannelKind.IN_PERSON,
)
