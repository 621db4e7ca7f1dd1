"""The answers to a survey, added up: one line for each question of a group, and for each answer to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from charterkit.model.result import Count
from charterkit.model.survey import Side


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where an answer stands: whose, about what, which side of it."""

    group: str
    item: str
    side: Side


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of the figures: of one answer (`4`, `4-5`, `desk`), or with a blank `answer` of the question.

    `share` is in per cent. A `hidden` line shows nothing: its figure would point at somebody.
    """

    place: Place
    answer: str = ""
    count: int | None = None
    share: Decimal | None = None
    n: Count | None = None
    mean: Decimal | None = None
    sd: Decimal | None = None
    hidden: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Answers:
    """All lines of a survey's figures, in the order of the file."""

    survey: str
    lines: tuple[Answer, ...] = ()
    file: str = ""
    by_place: Mapping[Place, tuple[Answer, ...]] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, survey: str, lines: tuple[Answer, ...], file: str = "") -> Answers:
        """The lines with an index by their place."""
        found: dict[Place, list[Answer]] = {}
        for line in lines:
            found.setdefault(line.place, []).append(line)
        return cls(survey, lines, file, {place: tuple(some) for place, some in found.items()})

    def at(self, place: Place) -> tuple[Answer, ...]:
        """The lines of one question of one group."""
        return self.by_place.get(place, ())
