"""What is wrong with a file, as a value: where it stands, how grave it is, and which sentence explains it.

The ids are stable words that staff may quote and search for. Their sentences stand in the modules of this
package, the handbook lists them all, and every one of them is provoked by a file in `tests/bad/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from charterkit.problems.of_actions import ACTIONS
from charterkit.problems.of_assessments import ASSESSMENTS
from charterkit.problems.of_fields import FIELDS
from charterkit.problems.of_files import FILES
from charterkit.problems.of_plausibility import PLAUSIBILITY
from charterkit.problems.of_programmes import PROGRAMMES
from charterkit.problems.of_records import RECORDS
from charterkit.problems.of_releases import RELEASES
from charterkit.problems.of_results import RESULTS
from charterkit.problems.of_services import SERVICES
from charterkit.problems.of_statements import STATEMENTS
from charterkit.problems.of_surveys import SURVEYS
from charterkit.problems.sentence import Level, Sentence

__all__ = [
    "SENTENCES",
    "Level",
    "Part",
    "Place",
    "Problem",
    "Sentence",
    "Spot",
    "blocks",
    "problem",
    "settle",
]

SENTENCES: Mapping[str, Sentence] = MappingProxyType(
    {
        **FILES,
        **FIELDS,
        **RECORDS,
        **SERVICES,
        **RESULTS,
        **PLAUSIBILITY,
        **STATEMENTS,
        **RELEASES,
        **PROGRAMMES,
        **ASSESSMENTS,
        **ACTIONS,
        **SURVEYS,
    }
)

Step = str | int


class Part(StrEnum):
    """Which end of a key-value pair a problem points at."""

    VALUE = "value"
    KEY = "key"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position that an editor can jump to; lines and columns count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Spot:
    """What a problem points at: a value by its path in a record, or a line and column if they are known."""

    file: str
    path: tuple[Step, ...] = ()
    part: Part = Part.VALUE
    line: int = 0
    column: int = 1

    def at(self, *steps: Step) -> Spot:
        """The spot further inside this one."""
        return Spot(self.file, (*self.path, *steps), self.part, self.line, self.column)

    def key(self) -> Spot:
        """The same spot, pointing at the name of the field instead of its value."""
        return replace(self, part=Part.KEY)

    @property
    def field_name(self) -> str:
        """The path as staff write it: `measures[0].targets[1].from`."""
        text = ""
        for step in self.path:
            text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
        return text


class Locator(Protocol):
    """Anything that can say where a spot stands in its file."""

    def place(self, spot: Spot) -> Place:
        """The place of the spot, or the nearest enclosing one that exists."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that staff should mend; its sentence and cure are found by `id` in every language."""

    id: str
    spot: Spot
    details: tuple[tuple[str, str], ...] = ()
    place: Place = field(default=Place(""))
    chosen: Level | None = None

    @property
    def level(self) -> Level:
        """Error: nothing is published. Warning: should be mended. Advice: worth a look.

        It is the one of the sentence, unless the body has `chosen` another for problems of this kind.
        """
        return self.chosen or SENTENCES[self.id].level

    @property
    def named(self) -> dict[str, str]:
        """The values that fill the sentence."""
        return dict(self.details)


def problem(id: str, spot: Spot, **details: object) -> Problem:
    """A problem at a spot; `details` fill the placeholders of its sentence."""
    return Problem(id, spot, tuple((name, str(value)) for name, value in details.items()), Place(spot.file))


def _place(spot: Spot, locator: Locator) -> Place:
    return Place(spot.file, spot.line, spot.column) if spot.line else locator.place(spot)


def settle(problems: Iterable[Problem], locator: Locator) -> tuple[Problem, ...]:
    """The problems with their places filled in, in reading order and without repetition."""
    placed = {replace(found, place=_place(found.spot, locator)) for found in problems}
    return tuple(sorted(placed, key=lambda found: (found.place, found.id, found.details)))


def blocks(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems forbids publishing."""
    return any(found.level is Level.ERROR for found in problems)
