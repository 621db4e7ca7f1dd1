"""A strategy for better service: goals from the gaps that were found, and the survey that measures them again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from charterkit.model.action import Cause, Move
from charterkit.model.common import Acknowledged, Source, Titled
from charterkit.model.indicator import Owner
from charterkit.text import NO_TEXT, Text


@dataclass(frozen=True, slots=True)
class ServiceChannel:
    """A way on which people are served, so that work lines can name it."""

    id: str
    title: Text
    text: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class WorkLine:
    """What is worked on to reach a goal, on which channels, and until when."""

    id: str
    title: Text
    text: Text = NO_TEXT
    channels: tuple[str, ...] = ()
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """What should be better at the end: the gaps it comes from, and what will show that it is reached.

    `remeasured_by` is the id of a survey, blank where only figures measure it again.
    """

    id: str
    title: Text
    because: tuple[Cause, ...]
    text: Text = NO_TEXT
    lines: tuple[WorkLine, ...] = ()
    due: date | None = None
    moves: tuple[Move, ...] = ()
    remeasured_by: str = ""


@dataclass(frozen=True, slots=True)
class Strategy:
    """The strategy of the publisher, from its first to its last day, both included."""

    title: Text
    since: date
    until: date
    goals: tuple[Goal, ...]
    summary: Text = NO_TEXT
    owner: Owner | None = None
    values: tuple[Titled, ...] = ()
    channels: tuple[ServiceChannel, ...] = ()
    sources: tuple[Source, ...] = ()
    acknowledged: tuple[Acknowledged, ...] = ()
    file: str = ""
