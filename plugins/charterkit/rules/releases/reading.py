"""Which text citizens read of each record: that of the newest release in force, or the working text, or none yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from charterkit.data.published import published
from charterkit.data.sources import Sources
from charterkit.model.publication import Publication
from charterkit.model.release import Release
from charterkit.rules.releases.sealing import reached
from charterkit.rules.releases.states import Dated, dated, in_force

_DAY_ONE = date.min


def what_is_read(publication: Publication, sources: Sources, today: date) -> Publication:
    """The publication that citizens read on a day.

    A charter without a release in force shows its working text. A record that several charters reach is shown as
    the newest release in force has it; one that only texts still to be approved reach is not shown.
    """
    now = releases_in_force(publication.releases, today)
    if not now:
        return publication
    return published(publication, sources, held(now), hidden(publication, now))


def releases_in_force(releases: Mapping[str, tuple[Release, ...]], today: date) -> Mapping[str, Dated]:
    """The release in force of each charter that has one."""
    found = {charter: in_force(dated(own, today), today) for charter, own in releases.items()}
    return {charter: one for charter, one in found.items() if one is not None}


def held(now: Mapping[str, Dated]) -> Mapping[str, Release]:
    """The release by which each record is shown. A promise is its own charter's, whoever has adopted it as well."""
    found: dict[str, Release] = {}
    for one in sorted(now.values(), key=lambda one: (one.since or _DAY_ONE, one.release.charter)):
        found |= {
            key: one.release for key in one.release.records if _own_charter(key) in ("", one.release.charter)
        }
    return found


def hidden(publication: Publication, now: Mapping[str, Dated]) -> frozenset[str]:
    """The records of the working text that nobody has approved yet, under charters that are approved."""
    sealed = {key for one in now.values() for key in one.release.records}
    reach = {charter: set(reached(publication, charter)) for charter in publication.charters}
    free = {key for charter, keys in reach.items() if charter not in now for key in keys}
    drafts = {key for charter in now if charter in reach for key in reach[charter]} - free - sealed
    return frozenset(drafts - set(_named(publication, drafts)))


def _named(publication: Publication, drafts: set[str]) -> Iterator[str]:
    """What services name that anybody can ask for already: it is not new with the draft."""
    for id, service in publication.services.items():
        if f"service/{id}" not in drafts and service.standard:
            yield f"standard/{service.standard}"


def _own_charter(key: str) -> str:
    """The charter to which a record belongs: promises and charters do, what they share does not."""
    kind, _, id = key.partition("/")
    return id.partition("/")[0] if kind in ("charter", "commitment") else ""
