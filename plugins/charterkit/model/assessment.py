"""A self-assessment of a body by the Common Assessment Framework: its plan, its groups, what was found, the scores.

Only what the groups agreed on is recorded. The scores of single assessors stand in no record: in a small group they
would tell who thinks what.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from charterkit.model.caf import Edition, Part, Scoring
from charterkit.model.common import Acknowledged, Source
from charterkit.text import NO_TEXT, Text


class Shown(StrEnum):
    """What of the findings is shown to the public; what is not named here is not shown."""

    SCORES = "scores"
    STRENGTHS = "strengths"
    AREAS = "areas"
    EVIDENCE = "evidence"
    IDEAS = "ideas"


@dataclass(frozen=True, slots=True)
class Score:
    """The points that a group agreed on, 0 to 100 each: one number, or one for each part of the cycle."""

    consensus: int | None = None
    plan: int | None = None
    do: int | None = None
    check: int | None = None
    act: int | None = None
    trends: int | None = None
    targets: int | None = None

    @property
    def given(self) -> tuple[tuple[Part, int], ...]:
        """The parts that have a number."""
        pairs = ((Part(field.name), getattr(self, field.name)) for field in fields(self))
        return tuple((part, points) for part, points in pairs if points is not None)


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found about a sub-criterion. `not_assessed` says why it was left out; `public` overrides the whole."""

    id: str
    strengths: tuple[Text, ...] = ()
    areas: tuple[Text, ...] = ()
    evidence: tuple[Text, ...] = ()
    ideas: tuple[Text, ...] = ()
    score: Score | None = None
    not_assessed: Text = NO_TEXT
    public: tuple[Shown, ...] | None = None


@dataclass(frozen=True, slots=True)
class AssessmentGroup:
    """Those who assessed: how many, and how they were chosen; never who."""

    id: str
    name: Text
    size: int
    composed: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Step:
    """One of the ten steps as planned and done; `who` is a role."""

    number: int
    who: Text = NO_TEXT
    planned: date | None = None
    done: date | None = None
    evidence: Text = NO_TEXT
    communication: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Recognition:
    """What others said of the self-assessment: external feedback, a label, an award."""

    title: Text
    by: Text = NO_TEXT
    day: date | None = None
    text: Text = NO_TEXT
    url: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """A text of the framework itself, about a criterion or a sub-criterion, where the body may publish it."""

    id: str
    title: Text
    text: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Assessment:
    """One self-assessment. `until` is the day on which the scores were agreed; None while it is under way.

    `repeats` is the round before; `public` is what is shown of all findings that do not say it themselves.
    """

    id: str
    title: Text
    model: Edition
    scoring: Scoring
    body: str
    since: date
    until: date | None = None
    summary: Text = NO_TEXT
    repeats: str = ""
    groups: tuple[AssessmentGroup, ...] = ()
    steps: tuple[Step, ...] = ()
    findings: tuple[Finding, ...] = ()
    public: tuple[Shown, ...] = ()
    recognition: tuple[Recognition, ...] = ()
    report: Source | None = None
    wording: tuple[Wording, ...] = ()
    wording_source: Source | None = None
    acknowledged: tuple[Acknowledged, ...] = ()
    file: str = ""
