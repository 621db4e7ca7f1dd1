"""The worked examples of the methodology, told like real results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from charterkit.rules.worked_examples import Example, Lesson, examples, gaps, year
from charterkit.site.context import Context
from charterkit.site.pieces import Piece
from charterkit.site.results.telling import told_figure, told_verdict
from charterkit.site.results.verdicts import state_sentences
from charterkit.site.results.working import Working, total_working
from charterkit.strings import mark

LESSONS: Final[Mapping[Lesson, str]] = {
    Lesson.REACHED: mark("The target is reached exactly"),
    Lesson.NOT_ROUNDED: mark("Nothing is rounded first"),
    Lesson.MISSED: mark("The target is missed by more than the margin"),
    Lesson.AT_MOST: mark("The target must not be exceeded"),
    Lesson.BETWEEN: mark("The figure has to stay between two numbers"),
    Lesson.BOUND_DECIDES: mark("“Less than” is enough, because every possible figure reaches the target"),
    Lesson.BOUND_OPEN: mark("“Less than” is not enough, because some possible figures miss the target"),
    Lesson.RUNNING: mark("The period is still running"),
    Lesson.PROVISIONAL: mark("The figure is provisional"),
    Lesson.TARGET_CHANGED: mark("The target was raised in the middle of the period"),
    Lesson.ZERO: mark("There were 40 cases, none of them in time. Zero is a figure."),
    Lesson.NO_CASES: mark("There were no cases: 0 of 0."),
    Lesson.LATE: mark("Nothing was published, and the day by which it was due has passed."),
    Lesson.MISSING: mark("The data were not collected or were lost."),
    Lesson.NOT_APPLICABLE: mark("The promise did not apply, for example because an office was closed."),
    Lesson.SUPPRESSED: mark("So few people were counted that one of them could be recognised."),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What an example shows, its verdict, and the sentences that a page of results would have."""

    lesson: str
    badge: Piece
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearTold:
    """How a year is judged by its quarters."""

    working: Working
    badge: Piece
    sentences: tuple[str, ...]


def judged_examples(context: Context) -> tuple[Told, ...]:
    """Figures that are held against a target."""
    return _told(context, examples())


def gap_examples(context: Context) -> tuple[Told, ...]:
    """What can stand where people expect a figure."""
    return _told(context, gaps())


def year_example(context: Context) -> YearTold:
    """A year that is judged by the counts of its quarters."""
    example, parts = year()
    outcome = example.outcome
    return YearTold(
        total_working(context, example.indicator, (), outcome, parts),
        context.badges.results[outcome.status],
        _sentences(context, example),
    )


def _told(context: Context, found: Mapping[Lesson, Example]) -> tuple[Told, ...]:
    return tuple(
        Told(
            context.say(LESSONS[lesson]),
            context.badges.results[one.outcome.status],
            _sentences(context, one),
        )
        for lesson, one in found.items()
    )


def _sentences(context: Context, example: Example) -> tuple[str, ...]:
    """What a page of results would say, but for the comparison with earlier figures: an example has none."""
    outcome, indicator, figures = example.outcome, example.indicator, context.figures
    sentences = [*told_figure(figures, outcome, indicator), told_verdict(figures, outcome, indicator)]
    if outcome.verdict.target_changed:
        sentences.append(
            context.say("The target changed during this period; the one in force on its last day counts.")
        )
    # Without a figure its verdict has said everything.
    told = sentences if outcome.figure is not None else sentences[-1:]
    return (*told, *(state_sentences(outcome.row, context.reader.words) if outcome.row else ()))
