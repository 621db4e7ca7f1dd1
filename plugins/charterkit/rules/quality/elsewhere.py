"""What actions and goals name of other kinds: surveys with their items, self-assessments with their criteria."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from charterkit.model.caf import CRITERIA, SUBS
from charterkit.model.publication import Publication

Named = Mapping[str, frozenset[str]]


def known_surveys(publication: Publication) -> Named:
    """The items of every survey by its id."""
    return {
        id: frozenset(item.id for _, item in survey.items()) for id, survey in publication.surveys.items()
    }


def known_assessments(publication: Publication) -> Named:
    """The criteria and sub-criteria of every self-assessment by its id."""
    named = frozenset((*(one.id for one in CRITERIA), *SUBS))
    return dict.fromkeys(publication.assessments, named)


def has_measured(publication: Publication, survey: str, today: date) -> bool:
    """Whether the results of a survey are there on the day."""
    found = publication.surveys.get(survey)
    return found is not None and survey in publication.answers and found.last <= today
