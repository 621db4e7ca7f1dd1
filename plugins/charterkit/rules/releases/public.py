"""Which releases the public may know of, and the text of each by itself: a proposal is nobody's business yet.

A release is known once an act about it is. Its text is public once it is decided on: what a council has rejected, or
what another approver still has to decide, is listed with its acts and no more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from charterkit.data.corrections import corrected_record
from charterkit.data.published import as_sealed
from charterkit.data.reread import Translated, id_of, kind_of, laid
from charterkit.data.sources import NO_SOURCES, Sources
from charterkit.model.publication import Publication
from charterkit.model.release import Content, Release
from charterkit.periods import YearStart
from charterkit.rules.releases.change import Change
from charterkit.rules.releases.changes import changes
from charterkit.rules.releases.reading import held
from charterkit.rules.releases.states import DECIDED, Dated, dated, in_force, known_acts
from charterkit.text import NO_TEXT


@dataclass(frozen=True, eq=False)
class Working:
    """The text in the files. `shown` says that a preview shows it where citizens read a release."""

    publication: Publication
    sources: Sources = NO_SOURCES
    shown: bool = False


class Versions:
    """The releases of every charter as the public may know of them on a day, the oldest first."""

    def __init__(self, releases: Mapping[str, tuple[Release, ...]], today: date) -> None:
        self.today = today
        self._known = {charter: _known(own, today) for charter, own in releases.items()}
        self._changes: dict[str, tuple[Change, ...]] = {}
        self._shown: Mapping[str, Dated] | None = None
        self._translated: dict[str, Mapping[str, Content]] = {}

    @property
    def charters(self) -> tuple[str, ...]:
        """The charters about which anything was decided."""
        return tuple(charter for charter, own in self._known.items() if own)

    def known(self, charter: str) -> tuple[Dated, ...]:
        """All releases of a charter about which there is an act."""
        return self._known.get(charter, ())

    def texts(self, charter: str) -> tuple[Dated, ...]:
        """Those whose text is public, by the days from which they hold; those without any day last."""
        decided = [one for one in self.known(charter) if one.state in DECIDED]
        return tuple(sorted(decided, key=lambda one: one.since or one.until or date.max))

    def in_force(self, charter: str) -> Dated | None:
        """The release that holds on the day; None where none does."""
        return in_force(self.known(charter), self.today)

    @property
    def shown(self) -> Mapping[str, Dated]:
        """The release in force by which each record is shown; worked out once."""
        if self._shown is None:
            found = {charter: self.in_force(charter) for charter in self.charters}
            now = {charter: one for charter, one in found.items() if one is not None}
            by_digest = {one.release.digest: one for one in now.values()}
            self._shown = {key: by_digest[release.digest] for key, release in held(now).items()}
        return self._shown

    def text(self, charter: str, version: str) -> Dated | None:
        """A release whose text is public; None where there is none of this name."""
        return next((one for one in self.texts(charter) if one.release.version == version), None)

    def before(self, one: Dated) -> Dated | None:
        """The release before one; None for the first."""
        return _neighbour(self.texts(one.release.charter), one, -1)

    def after(self, one: Dated) -> Dated | None:
        """The release after one; None for the last."""
        return _neighbour(self.texts(one.release.charter), one, 1)

    def changes(self, one: Dated, year_starts: YearStart) -> tuple[Change, ...]:
        """What changed with a release against the one before it; worked out once."""
        before, digest = self.before(one), one.release.digest
        if before is None:
            return ()
        if digest not in self._changes:
            records = before.release.records, one.release.records
            self._changes[digest] = changes(*records, one.since, year_starts=year_starts)
        return self._changes[digest]

    def in_all_languages(self, one: Dated, working: Working) -> Mapping[str, Content]:
        """The records of a release with their translations; put together once."""
        digest = one.release.digest
        if digest not in self._translated:
            self._translated[digest] = in_all_languages(one.release, working)
        return self._translated[digest]

    def first(self, charter: str) -> Dated | None:
        """The first release of a charter."""
        return next(iter(self.texts(charter)), None)


def by_itself(release: Release, working: Working) -> Publication:
    """What a release says, with today's translations where they still fit, and without any result."""
    sources = replace(working.sources, series=NO_SOURCES.series)
    return as_sealed(release, sources, working.publication.publisher)


def in_all_languages(release: Release, working: Working) -> Mapping[str, Content]:
    """The records of a release with their translations: today's where they still fit, else those kept with it."""
    plain = working.sources.plain
    bodies = {body.id: body.name for body in working.publication.publisher.bodies}
    found: dict[str, dict[str, Any]] = {}
    for key, content in release.records.items():
        if kind_of(key) == "body":
            today = bodies.get(id_of(key), NO_TEXT)
            found[key] = {
                **content,
                "name": Translated(release, key).words(("name",), content["name"], today),
            }
        else:
            found[key] = laid(key, release, plain.get(key))
        if "prose" in content:
            today = working.sources.prose.get(id_of(key), NO_TEXT)
            sealed = corrected_record(release, key)["prose"]
            found[key]["prose"] = Translated(release, key).words(("prose",), sealed, today)
    return found


def _known(releases: tuple[Release, ...], today: date) -> tuple[Dated, ...]:
    return tuple(one for one in dated(releases, today) if known_acts(one.release, today))


def _neighbour(texts: tuple[Dated, ...], one: Dated, step: int) -> Dated | None:
    place = next(place for place, other in enumerate(texts) if other.release.version == one.release.version)
    return texts[place + step] if 0 <= place + step < len(texts) else None
