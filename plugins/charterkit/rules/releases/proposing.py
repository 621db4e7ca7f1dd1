"""The working text of a charter on its way to the vote: what it changes, and what is still missing for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from charterkit.data.content import digest
from charterkit.data.corrections import corrected
from charterkit.data.sources import Sources
from charterkit.model.publication import Publication
from charterkit.model.reasons import Reason
from charterkit.model.release import Act, ActKind, Approver, Content, Portion, Release
from charterkit.rules.releases.chain import newest_seal
from charterkit.rules.releases.change import Change
from charterkit.rules.releases.changes import changes
from charterkit.rules.releases.sealing import content_file, voted_in, working_records
from charterkit.rules.releases.states import (
    DECIDED,
    Dated,
    approvers_of,
    changed_portions,
    dated,
    in_force,
)
from charterkit.text import is_device

_VERSION: Final = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_LONGEST_VERSION: Final = 40


@dataclass(frozen=True, slots=True)
class Proposal:
    """A text as it can be put to the vote: the bytes of its content, and what it changes.

    `base` is the release against which it is held, None for a first one. `approvers` are those who have to decide,
    each with the parts on which they do. `unexplained` are the changes that still lack a reason.
    """

    charter: str
    version: str
    content: bytes
    records: Mapping[str, Content]
    languages: tuple[str, ...]
    base: Release | None
    founding: tuple[Act, ...]
    changes: tuple[Change, ...]
    approvers: Mapping[Approver, tuple[Portion, ...]]
    unexplained: tuple[Change, ...]

    @property
    def digest(self) -> str:
        """The SHA-256 of the content."""
        return digest(self.content)

    @property
    def changes_nothing(self) -> bool:
        """Whether the text is that of the release in force."""
        return self.base is not None and dict(corrected(self.base)) == dict(self.records)


def is_version(text: str) -> bool:
    """Whether a release can be called so: it names a folder, too."""
    return (
        _VERSION.fullmatch(text) is not None
        and len(text) <= _LONGEST_VERSION
        and not is_device(text.partition(".")[0])
    )


def next_version(releases: Sequence[Release], today: date) -> str:
    """What the next release is called where nobody says it: the proposal that waits, else the year."""
    waiting = [one.version for one in releases if not one.acts]
    if waiting:
        return waiting[-1]
    taken = {one.version for one in releases}
    names = (str(today.year) if n == 1 else f"{today.year}-{n}" for n in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def proposal(publication: Publication, sources: Sources, charter: str, version: str, today: date) -> Proposal:
    """The working text of a charter as a proposal under a version."""
    acted = tuple(one for one in publication.releases.get(charter, ()) if one.acts)
    base = _base(dated(acted, today), today)
    records, languages = working_records(publication, sources, charter), voted_in(publication)
    reasons = publication.reasons.get(charter)
    told = reasons.changes if reasons else ()
    found = _changes(publication, base, records, told, today)
    content = content_file(charter, version, newest_seal(acted), languages, records)
    release = Release(charter, version, digest(content), records, languages)
    return Proposal(
        charter,
        version,
        content,
        records,
        languages,
        base,
        tuple(_founding(acted)),
        found,
        _approvers(release, base),
        tuple(one for one in found if not any(explains(reason, one) for reason in told)),
    )


def _base(dates: Sequence[Dated], today: date) -> Release | None:
    """The release in force; before any is, the newest that was decided on."""
    now = in_force(dates, today)
    decided = [one.release for one in dates if one.state in DECIDED]
    return now.release if now else decided[-1] if decided else None


def _changes(
    publication: Publication,
    base: Release | None,
    records: Mapping[str, Content],
    reasons: Iterable[Reason],
    today: date,
) -> tuple[Change, ...]:
    if base is None:
        return ()
    clarified = frozenset((one.subject, one.field) for one in reasons if one.clarified)
    year = publication.publisher.year_starts
    return changes(corrected(base), records, today, year_starts=year, clarified=clarified)


def explains(reason: Reason, change: Change) -> bool:
    """Whether a reason is about a change: about the field, a field around it, or the whole record."""
    if reason.subject != change.subject:
        return False
    return not reason.field or f"{change.field}/".startswith(f"{reason.field}/")


def _founding(releases: Iterable[Release]) -> Iterable[Act]:
    """The first approval by each approver: by these the charter was made."""
    seen: set[Approver] = set()
    for act in (act for one in releases for act in one.acts if act.kind is ActKind.APPROVAL):
        if act.by is not None and act.by not in seen:
            seen.add(act.by)
            yield act


def _approvers(release: Release, base: Release | None) -> Mapping[Approver, tuple[Portion, ...]]:
    """Who has to decide on what: only on parts that change; a part without an approver goes with the charter."""
    who = approvers_of(release)
    whole = who.get(Portion.CHARTER, Approver.COUNCIL)
    found: dict[Approver, list[Portion]] = {}
    changed = changed_portions(release, base)
    for portion in Portion:
        if portion in changed:
            found.setdefault(who.get(portion, whole), []).append(portion)
    return {one: tuple(parts) for one, parts in found.items()}
