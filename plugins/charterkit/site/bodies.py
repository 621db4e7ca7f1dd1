"""What concerns each body, worked out once for all pages: its promises, its charters, its figures, its parts."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from charterkit.model.charter import Charter
from charterkit.model.procedure import Procedure
from charterkit.model.publisher import Body, ServicePlace
from charterkit.model.service import Service
from charterkit.rules.adoption import adopted_groups, bound
from charterkit.rules.standing import IndicatorStanding, PromiseStanding, Standing

Promises = tuple[PromiseStanding, ...]
ByGroup = Mapping[tuple[str, str], Promises]
_Thing = TypeVar("_Thing")
_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class BodyRecord:
    """A body with all that concerns it; `adopted` holds only promises that do not name the body anyway."""

    body: Body
    own: Promises
    adopted: Promises
    published: tuple[Charter, ...]
    covering: tuple[Charter, ...]
    indicators: tuple[IndicatorStanding, ...]
    services: tuple[Service, ...]
    procedures: tuple[Procedure, ...]
    places: tuple[ServicePlace, ...]
    parts: tuple[Body, ...]


def body_records(standing: Standing, by_group: ByGroup) -> Mapping[str, BodyRecord]:
    """The records of all bodies, in the order of the publisher's file."""
    publication = standing.publication
    charters, bodies = publication.charters.values(), publication.bodies
    own = gathered(standing.promises.values(), lambda one: one.commitment.bodies)
    adopted = _adopted(charters, publication.charters, by_group)
    published = gathered(charters, lambda one: (one.publisher,))
    covering = gathered(charters, lambda one: one.covers)
    indicators = gathered(standing.indicators.values(), lambda one: (one.indicator.owner.body,))
    offered = (one for one in publication.services.values() if one.ended is None)
    services = gathered(offered, lambda one: one.bodies)
    procedures = gathered(publication.procedures.values(), lambda one: one.bodies)
    places = gathered(publication.publisher.places, lambda one: (one.body,))
    parts = gathered(bodies.values(), lambda one: (one.part_of,))
    return {
        id: BodyRecord(
            body,
            own.get(id, ()),
            tuple(adopted.get(id, {}).values()),
            published.get(id, ()),
            covering.get(id, ()),
            indicators.get(id, ()),
            services.get(id, ()),
            procedures.get(id, ()),
            places.get(id, ()),
            parts.get(id, ()),
        )
        for id, body in bodies.items()
    }


def gathered(
    things: Iterable[_Thing], keys: Callable[[_Thing], Iterable[_Key]]
) -> dict[_Key, tuple[_Thing, ...]]:
    """Things by each of their keys, in their order."""
    found: dict[_Key, list[_Thing]] = {}
    for thing in things:
        for key in keys(thing):
            found.setdefault(key, []).append(thing)
    return {key: tuple(ones) for key, ones in found.items()}


def _adopted(
    charters: Iterable[Charter], by_id: Mapping[str, Charter], by_group: ByGroup
) -> dict[str, dict[str, PromiseStanding]]:
    """By body: the promises that hold for it only because a charter adopted them, each once."""
    found: dict[str, dict[str, PromiseStanding]] = {}
    for charter in charters:
        promises = [one for key in adopted_groups(charter, by_id) for one in by_group.get(key, ())]
        for body in bound(charter) if promises else ():
            kept = found.setdefault(body, {})
            kept.update(
                (one.commitment.full_id, one) for one in promises if body not in one.commitment.bodies
            )
    return found
