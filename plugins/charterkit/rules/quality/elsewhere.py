"""What actions and goals name of other kinds: surveys with their items, self-assessments with their criteria.

One place decides what of them is known; where nothing is known of a kind, its ids are taken as they are written.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from charterkit.model.publication import Publication

Named = Mapping[str, frozenset[str]]


def known_surveys(publication: Publication) -> Named | None:
    """The items of every survey by its id; None while a publication cannot hold any."""
    return None


def known_assessments(publication: Publication) -> Named | None:
    """The criteria and sub-criteria of every self-assessment by its id; None while a publication cannot hold any."""
    return None


def has_measured(publication: Publication, survey: str, today: date) -> bool:
    """Whether the results of a survey are there on the day."""
    return False
