"""Whether every id that a service or a procedure names exists."""

from __future__ import annotations

from collections.abc import Iterator

from charterkit.data.load import Known
from charterkit.model.procedure import Procedure, Timetable
from charterkit.model.publication import Publication
from charterkit.model.service import Service
from charterkit.problems import Problem, Spot, problem
from charterkit.rules.lookup import unknown, unknown_calendar, unknown_origins, unknowns


def service_references(publication: Publication, known: Known) -> Iterator[Problem]:
    """Everything in services and procedures that points nowhere."""
    found = _ServiceReferences(publication, known)
    for service in publication.services.values():
        yield from found.service(service)
    for procedure in publication.procedures.values():
        yield from found.procedure(procedure)


class _ServiceReferences:
    def __init__(self, publication: Publication, known: Known) -> None:
        self.known = known
        self.bodies = frozenset(publication.bodies)
        self.places = frozenset(place.id for place in publication.publisher.places)
        self.methodology = publication.methodology

    def service(self, service: Service) -> Iterator[Problem]:
        """The bodies, places, class, standard and variants that a service names."""
        spot = Spot(service.file)
        yield from unknowns(spot.at("bodies"), "body", service.bodies, self.bodies)
        yield from unknowns(spot.at("places"), "place", service.places, self.places)
        yield from unknown(spot.at("standard"), "standard", service.standard, self.known.of_kind("standard"))
        yield from self._complexity(spot.at("complexity"), service)
        yield from self._variants(spot, service)
        for index, step in enumerate(service.steps):
            yield from unknown(spot.at("steps", index, "body"), "body", step.body, self.bodies)
        yield from unknown_calendar(spot, service.clock, self.known)
        yield from unknown_origins(service.file, "service", service.lineage, self.known)

    def _complexity(self, spot: Spot, service: Service) -> Iterator[Problem]:
        if self.methodology is None and self.known.of_kind("methodology"):
            return  # the file that describes the classes cannot be read
        classes = self.methodology.service_classes if self.methodology is not None else ()
        yield from unknown(spot, "service_class", service.complexity, [one.id for one in classes])

    def _variants(self, spot: Spot, service: Service) -> Iterator[Problem]:
        own = [variant.id for variant in service.variants]
        for index, id in enumerate(own):
            if id in own[:index]:
                yield problem("entry-twice", spot.at("variants", index, "id"), field="variants", found=id)
        for index, need in enumerate(service.requirements):
            yield from unknowns(spot.at("requirements", index, "variants"), "variant", need.variants, own)
        for index, step in enumerate(service.steps):
            yield from unknowns(spot.at("steps", index, "variants"), "variant", step.variants, own)

    def procedure(self, procedure: Procedure) -> Iterator[Problem]:
        """The bodies, services, standards, calendar and stops that a procedure names."""
        spot = Spot(procedure.file)
        yield from unknowns(spot.at("bodies"), "body", procedure.bodies, self.bodies)
        for kind, ids in (("service", procedure.services), ("standard", procedure.standards)):
            yield from unknowns(spot.at(f"{kind}s"), kind, ids, self.known.of_kind(kind))
        if procedure.timetable is not None:
            yield from self._timetable(spot.at("timetable"), procedure.timetable)
        yield from unknown_origins(procedure.file, "procedure", procedure.lineage, self.known)

    def _timetable(self, spot: Spot, timetable: Timetable) -> Iterator[Problem]:
        calendars = self.known.of_kind("calendar")
        yield from unknown(spot.at("calendar"), "calendar", timetable.calendar, calendars)
        routes = [route.id for route in timetable.routes]
        stops = [stop.id for stop in timetable.stops]
        for name, own in (("routes", routes), ("stops", stops)):
            for index, id in enumerate(own):
                if id in own[:index]:
                    yield problem(
                        "entry-twice", spot.at(name, index, "id"), field=f"timetable.{name}", found=id
                    )
        for index, stop in enumerate(timetable.stops):
            yield from unknown(spot.at("stops", index, "route"), "route", stop.route, routes)
        for index, exception in enumerate(timetable.exceptions):
            yield from unknowns(spot.at("exceptions", index, "stops"), "stop", exception.stops, stops)
