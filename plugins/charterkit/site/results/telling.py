"""A result told in whole sentences that are made from the data: what came out, whether that kept the target and
by how much, how it was a year earlier, and how sure all that is.

Every amount stands where no language needs another case of it: in brackets, after a colon or after a dash.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from charterkit.model.indicator import SURVEYS, Indicator, IndicatorType
from charterkit.model.requirement import Answer
from charterkit.numbers import format_number
from charterkit.rules.due import later
from charterkit.rules.status import Why
from charterkit.rules.telling import Facts, Margin, facts
from charterkit.rules.timeline import Outcome
from charterkit.rules.uncertainty import Exactness, exactness
from charterkit.site import signs
from charterkit.site.results.comparing import (
    comparison_sentences,
    figure_text,
    gap,
    revision_sentence,
    share_of_ranking,
)
from charterkit.site.results.figures import Figures, Unit, target_unit
from charterkit.site.results.verdicts import state_sentences
from charterkit.strings import mark
from charterkit.text import beginning

# Where there is no figure, one sentence says why.
WITHOUT_FIGURE: Final[Mapping[Why, str]] = {
    Why.NOT_APPLICABLE: mark("{period}: the promise did not apply."),
    Why.ENDED: mark("{period}: nothing is reported any more."),
    Why.SUPPRESSED: mark(
        "{period}: the figure is not shown, so that nobody can be recognised from it or from another figure that could be worked out with it."
    ),
    Why.NO_CASES: mark("{period}: there were no cases, so there is nothing to judge."),
    Why.MISSING: mark("{period}: there is no figure."),
    Why.RUNNING: mark("{period}: the period is not over yet."),
    Why.NOT_YET_DUE: mark("{period}: the figure is not due yet. It has to be published by {due}."),
    Why.PAST_DUE: mark(
        "{period}: the figure should have been published by {due}. It has been overdue since {since}."
    ),
    Why.NO_DUE_DATE: mark("{period}: no figure was published."),
}
# What a figure means for its target.
VERDICTS: Final[Mapping[Why, str]] = {
    Why.RUNNING: mark("The period is not over yet."),
    Why.BOUND: mark("The figure is not exact enough to tell whether the target ({target}) was met."),
    Why.NO_TARGET: mark("No target was set for this period, so the result is not judged."),
    Why.CONTEXT: mark("Neither more nor less of it is better, so it is not judged."),
    Why.IN_WORDS: mark("The target is set in words, so the result is not judged."),
    Why.NOTHING_TO_COMPARE: mark(
        "There is no earlier figure that would show whether the target ({target}) was met."
    ),
    Why.HOLDS_SO_FAR: mark("So far the target ({target}) is met."),
    Why.NEAR_SO_FAR: mark("So far the target ({target}) is only just missed."),
    Why.MISSES_SO_FAR: mark("So far the target ({target}) is missed."),
    Why.STILL_COUNTING: mark(
        "Target for the whole period: {target}. Counting continues until the period ends."
    ),
    Why.HOLDS: mark("The target ({target}) was met."),
    Why.NEAR: mark("The target ({target}) was only just missed. That does not count as kept."),
    Why.MISSES: mark("The target ({target}) was missed."),
}
# The same with the distance between the figure and the target.
_BY: Final[Mapping[Why, str]] = {
    Why.HOLDS_SO_FAR: mark("So far the target ({target}) is met, with {amount} to spare."),
    Why.NEAR_SO_FAR: mark("So far the target ({target}) is narrowly missed, by {amount}."),
    Why.MISSES_SO_FAR: mark("So far the target ({target}) is missed by {amount}."),
    Why.STILL_COUNTING: mark(
        "Target for the whole period: {target}. Still to go: {amount}. Counting continues until "
        "the period ends."
    ),
    Why.HOLDS: mark("The target ({target}) was met, with {amount} to spare."),
    Why.NEAR: mark("The target ({target}) was narrowly missed, by {amount}. That does not count as kept."),
    Why.MISSES: mark("The target ({target}) was missed by {amount}."),
}
# The figure is the very number that the target names.
_ON_THE_END: Final[Mapping[Why, str]] = {
    Why.HOLDS: mark("The target ({target}) was met exactly."),
    Why.HOLDS_SO_FAR: mark("So far the target ({target}) is met exactly."),
    Why.MISSES: mark("The target ({target}) was missed: the figure lies exactly on the limit."),
    Why.MISSES_SO_FAR: mark("So far the target ({target}) is missed: the figure lies exactly on the limit."),
}
_AVERAGES: Final = frozenset({IndicatorType.MEAN, IndicatorType.SURVEY_MEAN})
_PARTS_OF_A_WHOLE: Final = frozenset({IndicatorType.SHARE, IndicatorType.SURVEY_SHARE})
_QUOTIENTS: Final = frozenset({IndicatorType.RATE, IndicatorType.RATIO})


def tell(
    figures: Figures,
    outcome: Outcome,
    outcomes: Sequence[Outcome],
    indicator: Indicator,
    *,
    judged: bool = True,
) -> tuple[str, ...]:
    """What came out in a period, in whole sentences; `outcomes` are all those of the same measure.

    Without a verdict where a page says already that nobody gives one (`judged` is false).
    """
    verdict = told_verdict(figures, outcome, indicator)
    if outcome.row is None or outcome.figure is None:
        return (verdict, *_target_changed(figures, outcome))
    found = facts(outcome, outcomes, indicator, figures.today)
    sentences = (
        *told_figure(figures, outcome, indicator),
        *((verdict,) if judged else ()),
        *_certainty(figures, outcome, found, indicator),
        *comparison_sentences(figures, outcome, found, indicator),
        *_history(figures, outcome, found, indicator),
        *state_sentences(outcome.row, figures.reader.words),
        *_target_changed(figures, outcome),
    )
    return tuple(sentences)


def told_figure(figures: Figures, outcome: Outcome, indicator: Indicator) -> tuple[str, ...]:
    """The figure with its period and what it was counted from; nothing where there is no figure."""
    if outcome.figure is None:
        return ()
    say = figures.reader.words.say
    sentences = [_opening(figures, outcome, indicator)]
    if indicator.type is IndicatorType.RANK:
        share = share_of_ranking(outcome, indicator)
        if share is not None:
            decimals = 0 if share.value.denominator == 1 else 1
            shown = figures.figure(share, Unit("percent", decimals), outcome.verdict.target)
            sentences.append(say("That is within the top {share} of the ranking.", share=shown))
    return tuple(sentences)


def told_verdict(figures: Figures, outcome: Outcome, indicator: Indicator) -> str:
    """What the figure means for the target, or why there is none."""
    words, why = figures.reader.words, outcome.verdict.why
    if outcome.figure is None and why in WITHOUT_FIGURE:
        due = words.day(outcome.due) if outcome.due else ""
        since = words.day(later(outcome.due, 1)) if outcome.due else ""
        return words.say(WITHOUT_FIGURE[why], period=_period(figures, outcome), due=due, since=since)
    found = facts(outcome, (), indicator, figures.today).margin
    message, amount = _verdict(figures, outcome, found, indicator)
    return words.say(message, target=_demand(figures, outcome, indicator), amount=amount)


def _verdict(
    figures: Figures, outcome: Outcome, found: Margin | None, indicator: Indicator
) -> tuple[str, str]:
    why = outcome.verdict.why
    # A bound such as `<30` is undecided without any target too.
    if why is Why.BOUND and outcome.verdict.target is None:
        return VERDICTS[Why.NO_TARGET], ""
    if found is None or why not in _BY:
        return VERDICTS[why], ""
    amount = gap(figures, outcome, found.end, indicator)
    if amount:
        return _BY[why], amount
    return (_ON_THE_END if found.by == 0 else VERDICTS).get(why, VERDICTS[why]), ""


def _opening(figures: Figures, outcome: Outcome, indicator: Indicator) -> str:
    say, period = figures.reader.words.say, _period(figures, outcome)
    against = None if indicator.type is IndicatorType.RANK else outcome.verdict.target
    figure = figure_text(figures, outcome, indicator, against) + _quotient(figures, outcome, indicator)
    running = outcome.period.end >= figures.today
    counts = _counts(figures, outcome, indicator)
    if counts is not None:
        part, whole = counts
        if running:
            return say(
                "{period}, so far: {figure}, that is {part} of {whole}.",
                period=period, figure=figure, part=part, whole=whole,
            )  # fmt: skip
        return say(
            "{period}: {figure}, that is {part} of {whole}.",
            period=period, figure=figure, part=part, whole=whole,
        )  # fmt: skip
    if indicator.unit == "date":
        return say("{period}: done on {figure}.", period=period, figure=figure)
    if running:
        return say("{period}, so far: {figure}.", period=period, figure=figure)
    if indicator.type in _AVERAGES:
        return say("{period}: {figure} on average.", period=period, figure=figure)
    return say("{period}: {figure}.", period=period, figure=figure)


def _counts(figures: Figures, outcome: Outcome, indicator: Indicator) -> tuple[str, str] | None:
    row = outcome.row
    if indicator.type not in _PARTS_OF_A_WHOLE or row is None:
        return None
    if row.numerator is None or row.denominator is None:
        return None
    return figures.count(row.numerator, indicator.numerator), figures.count(
        row.denominator, indicator.denominator
    )


def _quotient(figures: Figures, outcome: Outcome, indicator: Indicator) -> str:
    """The counts behind a rate or a ratio as a sum that anybody can do again: " (12 ÷ 38,000 × 10,000)"."""
    row = outcome.row
    if indicator.type not in _QUOTIENTS or row is None or row.numerator is None or row.denominator is None:
        return ""
    words = figures.reader.words
    times, divided = signs.times(words), signs.divided(words)
    factor = f" {times} {format_number(indicator.factor, words.lang)}" if indicator.factor != 1 else ""
    top = figures.count(row.numerator, indicator.numerator)
    bottom = figures.count(row.denominator, indicator.denominator)
    return f" ({top} {divided} {bottom}{factor})"


def _certainty(figures: Figures, outcome: Outcome, found: Facts, indicator: Indicator) -> tuple[str, ...]:
    """How far the figure can be relied on: who was asked, and how many."""
    words, row = figures.reader.words, outcome.row
    sentences = []
    if found.cannot_tell:
        sentences.append(
            words.say("Only a sample was asked: the true figure may lie on the other side of the target.")
        )
    by_choice = row is not None and exactness(row, indicator) is Exactness.NOT_REPRESENTATIVE
    if by_choice and indicator.type in SURVEYS:
        sentences.append(
            words.say("Only people who chose to answer did so, and the figure does not represent everyone.")
        )
    if found.small_base is not None:
        sentences.append(
            words.count(
                "The figure is based on only {n} case.",
                "The figure is based on only {n} cases.",
                found.small_base.value,
            )
        )
    return tuple(sentences)


def _history(figures: Figures, outcome: Outcome, found: Facts, indicator: Indicator) -> tuple[str, ...]:
    if found.revision is None:
        return ()
    sentence = revision_sentence(figures, outcome, found.revision, indicator)
    return (sentence,) if sentence else ()


def _target_changed(figures: Figures, outcome: Outcome) -> tuple[str, ...]:
    if not outcome.verdict.target_changed:
        return ()
    say = figures.reader.words.say
    return (say("The target changed during this period; the one in force on its last day counts."),)


def _demand(figures: Figures, outcome: Outcome, indicator: Indicator) -> str:
    target = outcome.verdict.target
    if target is None:
        return ""
    said = figures.target(target, target_unit(indicator), outcome.period)
    if isinstance(target.requirement, Answer):
        return figures.reader.words.say("answer: {answer}", answer=said)
    return said


def _period(figures: Figures, outcome: Outcome) -> str:
    return beginning(figures.reader.words.period(outcome.period))
