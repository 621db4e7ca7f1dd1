"""All problems of a folder in reading order: those of single files, and those between records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from charterkit.data.load import Loaded
from charterkit.data.sources import NO_SOURCES, Sources
from charterkit.model.publication import Publication
from charterkit.problems import Problem, blocks, settle
from charterkit.rules.acknowledged import acknowledge
from charterkit.rules.adoption import adoptions
from charterkit.rules.calendars import calendars
from charterkit.rules.consistency import consistency
from charterkit.rules.disclosure import disclosures
from charterkit.rules.feedback import feedback_problems
from charterkit.rules.hours import hour_problems
from charterkit.rules.plausibility import plausibility
from charterkit.rules.procedures import procedures
from charterkit.rules.quality.survey_disclosure import survey_disclosures
from charterkit.rules.quality.survey_problems import survey_problems, survey_references
from charterkit.rules.quality.survey_sums import survey_sums
from charterkit.rules.references import references
from charterkit.rules.releases.guards import guards
from charterkit.rules.releases.reading import what_is_read
from charterkit.rules.releases.verify import release_problems
from charterkit.rules.services import service_problems
from charterkit.rules.standing import Memory, Standing, standing
from charterkit.rules.statements import statement_problems
from charterkit.rules.unexplained import unexplained

# What is looked at in a publication by itself; a new subject adds a function here.
RULES: Final[tuple[Callable[[Publication], Iterable[Problem]], ...]] = (
    adoptions,
    procedures,
    service_problems,
    hour_problems,
    calendars,
    disclosures,
    plausibility,
    feedback_problems,
    release_problems,
    survey_problems,
    survey_sums,
    survey_disclosures,
)


@dataclass(frozen=True)
class Checked:
    """A publication with every problem found in it, each at its place, and how it stands on the day of the check.

    `publication` is what citizens read on that day: releases in force, and the working text of charters that have
    none. `working` is the working text of everything, `sources` what it is made of, `draft` whether it is shown in the
    place of releases. What the body has `acknowledged` is no problem any more.
    """

    publication: Publication | None
    problems: tuple[Problem, ...]
    files: int
    standing: Standing | None = None
    acknowledged: tuple[Problem, ...] = ()
    working: Publication | None = None
    sources: Sources = NO_SOURCES
    draft: bool = False

    @property
    def publishable(self) -> bool:
        """Whether nothing forbids publishing."""
        return self.publication is not None and not blocks(self.problems)


def check(
    loaded: Loaded, today: date | None = None, memory: Memory | None = None, *, draft: bool = False
) -> Checked:
    """What a folder holds, looked at as a whole; with a day also what its results leave unexplained by then.

    Problems are those of the working text. A `draft` shows it too, where citizens read a release. A `memory` of
    earlier checks spares judging again what has not changed since.
    """
    found = list(loaded.problems)
    publication, now = loaded.publication, None
    read = publication
    quiet: tuple[Problem, ...] = ()
    if publication is not None:
        found += references(publication, loaded.known)
        found += survey_references(publication, loaded.known)
        found += consistency(publication, loaded.known)
        found += (one for rule in RULES for one in rule(publication))
        found += statement_problems(publication, today)
        # Nothing is read from releases that are not as they were sealed: they may hold anything.
        whole = not any(one.id.startswith("release-") for one in found)
        publication = publication if whole else replace(publication, releases={})
        read = publication
        if today is not None:
            read = publication if draft else what_is_read(publication, loaded.sources, today)
            now = standing(read, today, memory)
            found += unexplained(now)
            found += guards(publication, loaded.known, now)
        found, quiet = acknowledge(publication, found)
    places = loaded.documents
    return Checked(
        read,
        settle(found, places),
        loaded.files,
        now,
        settle(quiet, places),
        publication,
        loaded.sources,
        draft,
    )
