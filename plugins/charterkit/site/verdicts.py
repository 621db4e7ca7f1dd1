"""What a status looks like and what it says: a shape, a hue, a word, and whole sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from charterkit.model.indicator import SURVEYS, Indicator, IndicatorType
from charterkit.model.result import Count, Row, State
from charterkit.numbers import bounded, format_number
from charterkit.rules.status import PromiseStatus, Status, Why
from charterkit.rules.timeline import Outcome
from charterkit.site.figures import Figures, target_unit, unit_of
from charterkit.site.pieces import Piece
from charterkit.strings import Words, mark


@dataclass(frozen=True, slots=True)
class Look:
    """The shape (`met`, `part`, `not`, `none`), the hue (`good`, `warn`, `bad`, `neutral`), word and meaning."""

    mark: str
    hue: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A status as a page shows it: shape, hue and the word in the reader's language."""

    mark: str
    hue: str
    word: str


@dataclass(frozen=True, slots=True)
class Badges:
    """Every status in one language, already rendered: pages show the same few over and over."""

    results: Mapping[Status, Piece]
    promises: Mapping[PromiseStatus, Piece]


LOOKS: Final[Mapping[Status, Look]] = {
    Status.MET: Look(
        "met", "good", mark("Met"), mark("The period is over, the figure is final and it reaches the target.")
    ),
    Status.NEAR: Look(
        "part",
        "warn",
        mark("Nearly met"),
        mark(
            "The final figure misses the target by no more than the margin that the indicator’s record allows. "
            "It does not count as kept."
        ),
    ),
    Status.NOT_MET: Look(
        "not",
        "bad",
        mark("Not met"),
        mark("The period is over, the figure is final and it misses the target."),
    ),
    Status.ON_TRACK: Look(
        "met", "good", mark("On track"), mark("The figure is not final yet. So far it reaches the target.")
    ),
    Status.AT_RISK: Look(
        "part",
        "warn",
        mark("At risk"),
        mark("The figure is not final yet. So far it narrowly misses the target."),
    ),
    Status.OFF_TRACK: Look(
        "not", "bad", mark("Off track"), mark("The figure is not final yet. So far it misses the target.")
    ),
    Status.OPEN: Look(
        "none", "neutral", mark("Open"), mark("The period is still running, or its figure is not due yet.")
    ),
    Status.OVERDUE: Look(
        "none", "bad", mark("Overdue"), mark("The figure should have been published, and was not.")
    ),
    Status.NO_DATA: Look("none", "neutral", mark("No data"), mark("There is no figure for the period.")),
    Status.NO_CASES: Look(
        "none", "neutral", mark("No cases"), mark("Nothing happened that could be measured.")
    ),
    Status.NO_TARGET: Look(
        "none",
        "neutral",
        mark("Not judged"),
        mark("There is a figure, but no target that it could be compared with."),
    ),
    Status.NOT_APPLICABLE: Look(
        "none", "neutral", mark("Not applicable"), mark("The promise did not apply in the period.")
    ),
    Status.SUPPRESSED: Look(
        "none",
        "neutral",
        mark("Not shown"),
        mark("The figure is withheld, because individual people could be recognised from it."),
    ),
}

PROMISE_LOOKS: Final[Mapping[PromiseStatus, Look]] = {
    PromiseStatus.MET: Look(
        "met",
        "good",
        mark("Kept"),
        mark("Every target of this promise was met in the latest period that is due."),
    ),
    PromiseStatus.PARTLY_MET: Look(
        "part",
        "warn",
        mark("Partly kept"),
        mark("Some targets of this promise were met in the latest period that is due, and some were not."),
    ),
    PromiseStatus.NOT_MET: Look(
        "not",
        "bad",
        mark("Not kept"),
        mark("No target of this promise was met in the latest period that is due."),
    ),
    PromiseStatus.NOT_EVALUATED: Look(
        "none",
        "neutral",
        mark("Not evaluated"),
        mark("For the latest period that is due, the figures do not say whether this promise was kept."),
    ),
    PromiseStatus.NOT_MEASURED: Look(
        "none", "neutral", mark("Not measured"), mark("No indicator measures this promise.")
    ),
}

MISSED: Final = frozenset({Status.NEAR, Status.NOT_MET, Status.AT_RISK, Status.OFF_TRACK})

SENTENCES: Final[Mapping[Why, str]] = {
    Why.NOT_APPLICABLE: mark("The promise did not apply in this period."),
    Why.ENDED: mark("Nothing is reported for this period any more."),
    Why.SUPPRESSED: mark("The figure is not shown, to protect the people behind it."),
    Why.NO_CASES: mark("There were no cases in this period, so there is nothing to judge."),
    Why.MISSING: mark("There is no figure for this period."),
    Why.RUNNING: mark("The period is not over yet."),
    Why.NOT_YET_DUE: mark("The figure is not due yet. It has to be published by {due}."),
    Why.PAST_DUE: mark("The figure should have been published by {due}. It is overdue."),
    Why.NO_DUE_DATE: mark("No figure was published for this period."),
    Why.BOUND: mark(
        "The published figure, {figure}, is not exact enough to compare it with the target: {target}."
    ),
    Why.NO_TARGET: mark("Result: {figure}. No target was set for this period, so the result is not judged."),
    Why.CONTEXT: mark("Result: {figure}. Neither more nor less of it is better, so it is not judged."),
    Why.IN_WORDS: mark("Result: {figure}. The target is set in words, so the result is not judged."),
    Why.NOTHING_TO_COMPARE: mark(
        "Result: {figure}. Target: {target}. There is no earlier figure to compare the result with."
    ),
    Why.HOLDS_SO_FAR: mark("Figure so far: {figure}. Target: {target}. So far the target is met."),
    Why.NEAR_SO_FAR: mark("Figure so far: {figure}. Target: {target}. So far the target is narrowly missed."),
    Why.MISSES_SO_FAR: mark("Figure so far: {figure}. Target: {target}. So far the target is missed."),
    Why.STILL_COUNTING: mark(
        "Figure so far: {figure}. Target for the whole period: {target}. Counting goes on until the period ends."
    ),
    Why.HOLDS: mark("Result: {figure}. Target: {target}. The target was met."),
    Why.NEAR: mark(
        "Result: {figure}. Target: {target}. The target was narrowly missed, which does not count as kept."
    ),
    Why.MISSES: mark("Result: {figure}. Target: {target}. The target was not met."),
}

_STATES: Final[Mapping[State, str]] = {
    State.PROVISIONAL: mark("This figure is provisional and may still change."),
    State.ESTIMATED: mark("This figure is an estimate."),
    State.PROJECTED: mark("This figure is a forecast."),
}


def badges(words: Words, render: Callable[[Badge], Piece]) -> Badges:
    """The badges of a language, each rendered once."""
    return Badges(
        {status: render(_badge(look, words)) for status, look in LOOKS.items()},
        {status: render(_badge(look, words)) for status, look in PROMISE_LOOKS.items()},
    )


def outcome_sentences(outcome: Outcome, indicator: Indicator, figures: Figures) -> tuple[str, ...]:
    """What came out in a period, told in whole sentences: the verdict first, then how settled it is."""
    say = figures.reader.words.say
    sentences = [_verdict_sentence(outcome, indicator, figures)]
    if outcome.row is not None:
        sentences += state_sentences(outcome.row, figures.reader.words)
    if outcome.verdict.target_changed:
        sentences.append(
            say("The target changed during this period; the one in force on its last day counts.")
        )
    return tuple(sentences)


def state_sentences(row: Row, words: Words) -> tuple[str, ...]:
    """How far from final a figure is; nothing where it is final."""
    return (words.say(_STATES[row.state]),) if row.state in _STATES else ()


def counted(count: Count, words: Words) -> str:
    """A count as the language writes it, behind the sign of its bound."""
    return bounded(format_number(count.value, words.lang), count.bound)


def _badge(look: Look, words: Words) -> Badge:
    return Badge(look.mark, look.hue, words.say(look.word))


def _verdict_sentence(outcome: Outcome, indicator: Indicator, figures: Figures) -> str:
    words = figures.reader.words
    target = outcome.verdict.target
    figure = figures.figure(outcome.figure, unit_of(indicator), target) if outcome.figure else ""
    demand = figures.target(target, target_unit(indicator), outcome.period) if target else ""
    due = words.day(outcome.due) if outcome.due else ""
    return words.say(SENTENCES[outcome.verdict.why], figure=figure, target=demand, due=due)


def basis_sentences(row: Row, indicator: Indicator, words: Words) -> tuple[str, ...]:
    """What the figure of a row rests on: its counts, or how many people were asked."""
    sentences = []
    if row.denominator is not None and indicator.type is IndicatorType.RANK:
        compared = counted(row.denominator, words)
        sentences.append(words.say("Compared: {number}", number=compared))
    elif row.numerator is not None and row.denominator is not None:
        top, bottom = counted(row.numerator, words), counted(row.denominator, words)
        sentences.append(words.say("Counted: {part} of {whole}", part=top, whole=bottom))
    if row.n is not None:
        sentences.append(words.say("People asked: {number}", number=counted(row.n, words)))
    elif row.denominator is None and indicator.type in SURVEYS:
        sentences.append(words.say("Number of people asked: not published"))
    return tuple(sentences)
