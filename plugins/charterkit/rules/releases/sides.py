"""The two sides of a comparison: a release, the text in force on a day, or the working text of a charter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from charterkit.data.corrections import corrected
from charterkit.data.reread import kind_of, laid, typed
from charterkit.data.sources import Sources
from charterkit.model.publication import Publication
from charterkit.model.release import Release
from charterkit.periods import Period
from charterkit.rules.releases.change import Change, Records
from charterkit.rules.releases.changes import changes
from charterkit.rules.releases.sealing import working_records
from charterkit.rules.releases.states import Dated, dated, in_force
from charterkit.text import nearest

# What the working text is called on the command line; no release may have this name then.
WORKING = "working"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison. `version` is blank for the working text; `since` is the first day on which it holds,
    None where that is not known; where it is known no better than by month or year, that is `since_in`, and `since` its
    last day."""

    charter: str
    version: str
    records: Records
    digest: str = ""
    since: date | None = None
    since_in: Period | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that was asked for and is not there: what was found instead of it, and what was possible.

    `day` is set where no release was in force on that day, `is_broken` where the release is there but cannot be
    understood; `found` is blank where the charter was not named and there are several.
    """

    found: str
    allowed: tuple[str, ...] = ()
    day: date | None = None
    is_broken: bool = False

    @property
    def nearest(self) -> str:
        """What was probably meant; blank where nothing is near."""
        return nearest(self.found, self.allowed) or ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What can be compared: the working text and every release, as known on a day."""

    publication: Publication
    sources: Sources
    today: date

    def sides(self, first: str, second: str, charter: str = "") -> tuple[Side, Side] | Unknown:
        """The two sides that these words name: `version`, a day (`YYYY-MM-DD`), `working`, each also behind
        `charter@`. Without a charter it is that of the other side, else the only one."""
        asked = [_named(word) for word in (first, second)]
        given = charter or next((one for one, _ in asked if one), "")
        charters = tuple(self.publication.charters)
        if not given and len(charters) != 1:
            return Unknown("", charters)
        before, after = (self.side(own or given or charters[0], name) for own, name in asked)
        if isinstance(before, Unknown):
            return before
        return after if isinstance(after, Unknown) else (before, after)

    def side(self, charter: str, name: str) -> Side | Unknown:
        """One side of a charter."""
        if charter not in self.publication.charters:
            return Unknown(charter, tuple(self.publication.charters))
        if name == WORKING:
            records = working_records(self.publication, self.sources, charter)
            return Side(charter, "", records, since=self.today)
        releases = self._dated(charter)
        day = _day(name)
        found = (
            in_force(releases, day)
            if day is not None
            else next((one for one in releases if one.release.version == name), None)
        )
        if found is None:
            return Unknown(name, (WORKING, *(one.release.version for one in releases)), day)
        release = found.release
        if not _is_understood(release):
            return Unknown(release.version, is_broken=True)
        return Side(charter, release.version, corrected(release), release.digest, found.since, found.since_in)

    def clarified(self, side: Side) -> frozenset[tuple[str, str]]:
        """The changes of a wording that their drafter declares to change no meaning; of the working text alone."""
        reasons = self.publication.reasons.get(side.charter)
        if reasons is None or side.version:
            return frozenset()
        return frozenset((one.subject, one.field) for one in reasons.changes if one.clarified)

    def _dated(self, charter: str) -> Sequence[Dated]:
        return dated(self.publication.releases.get(charter, ()), self.today)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides and what changed between them. `since` is the first day on which the later one holds.

    `demonstration`: the records are invented.
    """

    before: Side
    after: Side
    since: date | None
    changes: tuple[Change, ...]
    demonstration: bool = False


def _is_understood(release: Release) -> bool:
    """Whether every record is what its kind should be: somebody may have written into the file."""
    try:
        for key in release.records:
            if kind_of(key) != "body":
                typed(key, laid(key, release, None))
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError):
        return False
    return True


def compare(before: Side, after: Side, shelf: Shelf) -> Comparison:
    """What changed from one side to the other; of two charters, as if the first had become the second."""
    if before.charter != after.charter:
        before = replace(before, records=_as_of(before, after))
    publisher = shelf.publication.publisher
    found = changes(
        before.records,
        after.records,
        after.since,
        year_starts=publisher.year_starts,
        clarified=shelf.clarified(after),
    )
    return Comparison(before, after, after.since, found, publisher.demonstration)


def _as_of(before: Side, after: Side) -> Records:
    """The records of one charter under the keys that another has for its own of the same ids."""
    old, new = f"commitment/{before.charter}/", f"commitment/{after.charter}/"
    names = {f"charter/{before.charter}": f"charter/{after.charter}"}
    for key in before.records:
        own = f"{new}{key.removeprefix(old)}"
        # A promise that the other charter has adopted is the same one already.
        if key.startswith(old) and own in after.records and key not in after.records:
            names[key] = own
    taken = set(names.values())
    kept = {key: content for key, content in before.records.items() if key not in names and key not in taken}
    return {**kept, **{name: before.records[key] for key, name in names.items() if key in before.records}}


def _named(word: str) -> tuple[str, str]:
    """The charter and the name that a word on the command line holds; the charter is blank where it is not named."""
    charter, at, name = word.rpartition("@")
    return (charter, name) if at else ("", name)


def _day(word: str) -> date | None:
    try:
        return date.fromisoformat(word) if len(word) == len("2019-07-01") else None
    except ValueError:
        return None
