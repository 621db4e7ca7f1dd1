"""All problems of the quality systems: those of the records by themselves, and those that their standing shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Final

from charterkit.data.load import Known
from charterkit.model.publication import Publication
from charterkit.problems import Problem
from charterkit.rules.quality.action_problems import action_problems, causes_not_missed
from charterkit.rules.quality.action_references import action_references
from charterkit.rules.quality.assessment_problems import assessment_days, assessment_problems
from charterkit.rules.quality.programmes import programme_problems
from charterkit.rules.quality.survey_disclosure import survey_disclosures
from charterkit.rules.quality.survey_problems import survey_problems, survey_references
from charterkit.rules.quality.survey_sums import survey_sums
from charterkit.rules.standing import Standing

# What is looked at by itself, what with the day; a new subject adds its function here.
OF_RECORDS: Final[tuple[Callable[[Publication], Iterable[Problem]], ...]] = (
    assessment_problems,
    survey_problems,
    survey_sums,
    survey_disclosures,
)
OF_DAY: Final[tuple[Callable[[Publication, date | None], Iterable[Problem]], ...]] = (
    assessment_days,
    programme_problems,
)
# What is looked at with the ids that have a file, too.
RULES: Final[tuple[Callable[[Publication, Known, date | None], Iterable[Problem]], ...]] = (
    action_references,
    action_problems,
)
# What is held against the results.
OF_STANDING: Final[tuple[Callable[[Publication, Standing], Iterable[Problem]], ...]] = (causes_not_missed,)


def quality_problems(publication: Publication, known: Known, today: date | None) -> Iterator[Problem]:
    """Whatever is wrong with the records of the quality systems."""
    yield from survey_references(publication, known)
    for of_records in OF_RECORDS:
        yield from of_records(publication)
    for of_day in OF_DAY:
        yield from of_day(publication, today)
    for rule in RULES:
        yield from rule(publication, known, today)


def standing_problems(publication: Publication, standing: Standing) -> Iterator[Problem]:
    """Whatever they say that the results do not bear out."""
    for rule in OF_STANDING:
        yield from rule(publication, standing)
