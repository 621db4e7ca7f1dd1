"""What the product itself does with every figure, in plain words: the chapters that no body has to write."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from charterkit.model.methodology import Methodology
from charterkit.rules.uncertainty import wilson
from charterkit.rules.years import SMALLEST_BASE
from charterkit.site.context import Context
from charterkit.site.pieces import Piece
from charterkit.site.results.figures import Unit
from charterkit.site.results.surveys import certainty_principles
from charterkit.text import NO_TEXT

# Of 15 people asked 14 are content.
_CONTENT, _ASKED = 14, 15


@dataclass(frozen=True, slots=True)
class Article:
    """A chapter of the methodology: what the product says, and behind it what the body says; `id` is its anchor."""

    id: str
    title: str
    sentences: tuple[str, ...]
    text: Piece


def articles(context: Context) -> tuple[Article, ...]:
    """The chapters behind the rules and examples."""
    method = context.publication.methodology
    own = _own_words(context, method)
    return (
        Article("shares", context.say("Shares, but no average"), _shares(context), Piece()),
        Article("rounding", context.say("Rounding"), _rounding(context), Piece()),
        Article("changes", context.say("When the target or the method changes"), _changes(context), Piece()),
        Article("small", context.say("Small numbers"), _small(context, method), Piece()),
        Article("surveys", context.say("How certain the result of a survey is"), _surveys(context), Piece()),
        Article("corrections", context.say("Corrections"), _corrections(context), own[0]),
        Article("complaints", context.say("Complaints"), _complaints(context), own[1]),
    )


def _own_words(context: Context, method: Methodology | None) -> tuple[Piece, Piece]:
    if method is None:
        return Piece(), Piece()
    return context.block(method.revision_policy), context.block(method.complaints)


def _shares(context: Context) -> tuple[str, ...]:
    return (
        context.say(
            "We publish how many promises have each verdict. We also publish two shares of promises "
            "kept: of those that could be judged, and of all. Each is labelled, so that nobody "
            "mixes them up."
        ),
        context.reader.words.count(
            "A percentage of promises is shown only where at least {n} promise could be judged.",
            "A percentage of promises is shown only where at least {n} promises could be judged.",
            SMALLEST_BASE,
        ),
        context.say(
            "There is no overall mark. A share, a waiting time and a number of visits cannot be averaged, and a good "
            "figure must not hide a bad one."
        ),
    )


def _rounding(context: Context) -> tuple[str, ...]:
    return (
        context.say(
            "Shares and rates are worked out exactly from the counts. Only what is shown is rounded; a half is "
            "rounded away from zero."
        ),
        context.say(
            "Where rounding would make a missed target look met, the figure is shown with more decimals."
        ),
    )


def _changes(context: Context) -> tuple[str, ...]:
    return (
        context.say(
            "If the target changes during a period, the one in force on its last day counts, and the result says so."
        ),
        context.say(
            "If the way of measuring changes so much that figures cannot be compared any more, the record names the "
            "day. Figures before and after it are not compared with each other."
        ),
    )


def _small(context: Context, method: Methodology | None) -> tuple[str, ...]:
    k = (method or Methodology(NO_TEXT)).k
    return (
        context.reader.words.count(
            "Counts of fewer than {n} person are not shown.",
            "Counts of fewer than {n} people are not shown.",
            k,
        ),
        context.say(
            "The share based on such a count is not shown either, nor is a sum from which it could "
            "be worked out. If an indicator has another limit, its record says so."
        ),
    )


def _surveys(context: Context) -> tuple[str, ...]:
    exact = Fraction(_CONTENT, _ASKED)
    ends = wilson(exact, Decimal(_ASKED))
    share, low, high = (
        context.figures.amount(one * 100, Unit("percent", 1)) for one in (exact, ends.low, ends.high)
    )
    return (
        context.say(
            "A survey asks only some people, so the true share may be somewhat higher or lower. How "
            "much can be calculated with the formula of E. B. Wilson: the fewer people answer, the "
            "wider the range. The range is made so that it contains the true share in 95 of 100 such "
            "surveys."
        ),
        context.say(
            "Example: 14 of 15 people are content. Share: {share}. Range: from {low} to {high}.",
            share=share,
            low=low,
            high=high,
        ),
        *certainty_principles(context),
        context.say(
            "Where anyone who wanted to could answer, no range is calculated: such a survey does not "
            "represent everyone."
        ),
    )


def _corrections(context: Context) -> tuple[str, ...]:
    return (
        context.say(
            "When a published figure is replaced, the old one stays on the page of results with the day of its publication."
        ),
        context.say(
            "A final figure is replaced only with a written reason. Provisional figures, estimates and forecasts are "
            "marked until the final figure takes their place."
        ),
    )


def _complaints(context: Context) -> tuple[str, ...]:
    return (context.say("Complaints are counted beside the figures. They never change a verdict."),)
