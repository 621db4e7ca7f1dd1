"""The consultation about the next release of a charter: whether the public sees it, and what would change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from charterkit.model.consultation import OpenConsultation
from charterkit.model.publication import Publication
from charterkit.model.release import Content, Release
from charterkit.rules.releases.change import Change
from charterkit.rules.releases.changes import changes
from charterkit.rules.releases.public import Working
from charterkit.rules.releases.sealing import voted_in, working_records


def public_consultation(publication: Publication, charter: str, today: date) -> OpenConsultation | None:
    """The consultation of a charter, once it is published and has begun; answers are shown after its end, too."""
    one = publication.consultations.get(charter)
    return one if one is not None and one.published and one.since <= today else None


def is_open(one: OpenConsultation, today: date) -> bool:
    """Whether people can still comment on a day."""
    return one.since <= today <= one.until


def draft_of(working: Working, charter: str) -> Release:
    """The working text of a charter as if it were proposed now: it has no name and no acts."""
    if charter not in working.drafts:
        records = working_records(working.publication, working.sources, charter)
        working.drafts[charter] = Release(charter, "", "", records, voted_in(working.publication))
    return working.drafts[charter]


def would_change(
    before: Mapping[str, Content], draft: Release, working: Working, today: date
) -> tuple[Change, ...]:
    """What would change from the release in force to the draft, if it took effect on a day."""
    reasons = working.publication.reasons.get(draft.charter)
    declared = reasons.changes if reasons is not None else ()
    return changes(
        before,
        draft.records,
        today,
        year_starts=working.publication.publisher.year_starts,
        clarified=frozenset((one.subject, one.field) for one in declared if one.clarified),
    )
