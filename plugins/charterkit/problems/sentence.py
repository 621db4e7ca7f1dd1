"""The sentence and the cure of a problem, and how grave it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How grave a problem is. An error stops publishing."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is wrong, and the cure, as messages to translate; `{names}` are filled in when it is spoken."""

    level: Level
    wrong: str
    cure: str


def error(wrong: str, cure: str) -> Sentence:
    """Nothing is published until it is mended."""
    return Sentence(Level.ERROR, wrong, cure)


def warning(wrong: str, cure: str) -> Sentence:
    """It should be mended, but the site can be published."""
    return Sentence(Level.WARNING, wrong, cure)


def advice(wrong: str, cure: str) -> Sentence:
    """Worth a look."""
    return Sentence(Level.ADVICE, wrong, cure)
