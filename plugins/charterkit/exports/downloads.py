"""The files that people can take along, beside the pages: where they stand, and their bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from charterkit.exports.calendar_file import stop_calendar
from charterkit.model.procedure import Procedure, Stop
from charterkit.model.publication import Publication
from charterkit.rules.visits import planned
from charterkit.site.addresses import stop_file


@dataclass(frozen=True, slots=True)
class Downloads:
    """All downloads of a publication, by their address below a language."""

    publication: Publication
    today: date
    stops: Mapping[str, tuple[Procedure, Stop]]

    @classmethod
    def of(cls, publication: Publication, today: date) -> Downloads:
        """The downloads of a publication as of a day."""
        return cls(publication, today, dict(_stops(publication)))

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where they stand."""
        return tuple(self.stops)

    def make(self, address: str, lang: str) -> bytes:
        """The bytes of the download at an address, in a language."""
        procedure, stop = self.stops[address]
        assert procedure.timetable is not None
        found = planned(self.publication, procedure.timetable, stop, self.today)
        return stop_calendar(self.publication, procedure, stop, found, self.today, lang)


def _stops(publication: Publication) -> Iterator[tuple[str, tuple[Procedure, Stop]]]:
    for procedure in publication.procedures.values():
        for stop in procedure.timetable.stops if procedure.timetable else ():
            yield stop_file(procedure.id, stop.id), (procedure, stop)
