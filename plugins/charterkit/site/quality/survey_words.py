"""Surveys in words: figures with their ranges, who was asked, what a change means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from charterkit.model.indicator import Sample
from charterkit.model.result import Count
from charterkit.model.survey import ItemType, Mode, RespondentGroup, Role, Side, Survey
from charterkit.numbers import Bound, Number, format_number, format_percent, rounded
from charterkit.rules.quality.survey_figures import Figures
from charterkit.rules.quality.survey_gaps import Asked, Moved, asked
from charterkit.rules.quality.survey_public import public_answers
from charterkit.rules.uncertainty import SMALL_BASE, Exactness, Interval
from charterkit.site.context import Context, Fact, Link
from charterkit.site.pieces import Piece
from charterkit.site.results.surveys import EXACTNESS, SAMPLES
from charterkit.strings import mark

MODES: Final[Mapping[Mode, str]] = {
    Mode.PAPER: mark("on paper"),
    Mode.PHONE: mark("by telephone"),
    Mode.WEB: mark("on the web"),
    Mode.IN_PERSON: mark("in person"),
}
ROLES: Final[Mapping[Role, str]] = {
    Role.CLIENTS: mark("Clients"),
    Role.PARTNERS: mark("Partners"),
    Role.STAFF: mark("Staff"),
    Role.ALL: mark("All groups together"),
}
_MOVED: Final[Mapping[Moved, str]] = {
    Moved.HIGHER: mark("higher"),
    Moved.LOWER: mark("lower"),
    Moved.SAME: mark("the same"),
    Moved.CANNOT_BE_TOLD: mark("cannot be told apart"),
    Moved.NO_STATEMENT: mark("nobody can say"),
}
# How many figures moved which way, one sentence for each way.
MOVED_COUNTS: Final[Mapping[Moved, str]] = {
    Moved.HIGHER: mark("Higher than before: {n}."),
    Moved.LOWER: mark("Lower than before: {n}."),
    Moved.SAME: mark("The same as before: {n}."),
    Moved.CANNOT_BE_TOLD: mark("The difference may be chance: {n}."),
    Moved.NO_STATEMENT: mark("It cannot be said: {n}."),
}
WHY_NO_RANGE: Final[Mapping[Exactness, str]] = {
    Exactness.NOT_REPRESENTATIVE: mark(
        "No range is given: those who answered chose to do so themselves, and nobody can say how far they stand for the others."
    ),
    Exactness.SAMPLE_UNKNOWN: mark("No range is given: it is not known how the people asked were found."),
    Exactness.EVERYBODY: mark("No range is needed: everybody was asked."),
    Exactness.SIZE_UNKNOWN: mark("No range is given: it is not published how many answered."),
    Exactness.INTERVAL: mark("In brackets: the range in which the true figure lies with 95% certainty."),
}
_MINUS: Final = "\u2212"


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as a page shows it, with the range in which the true one lies; both blank where there is none."""

    figure: str
    range: str = ""


NOTHING: Final = Told("–")


def average(context: Context, value: Number) -> str:
    """An average on a scale, with two decimals."""
    return format_number(value, context.reader.words.lang, 2)


def percent(context: Context, value: Number, told: Figures | None = None) -> str:
    """A share in per cent with one decimal; one that somebody printed without decimals stays without."""
    printed = told is not None and not told.counts and rounded(value, 1) == rounded(value, 0)
    return format_percent(value, context.reader.words.lang, 0 if printed else 1)


def signed(context: Context, value: Fraction, decimals: int = 2) -> str:
    """A difference with its sign; one that is shown as 0 has none."""
    shown = rounded(value, decimals)
    text = format_number(abs(shown), context.reader.words.lang, decimals)
    return text if not shown else f"{'+' if shown > 0 else _MINUS}{text}"


def told(context: Context, found: Figures | None) -> Told:
    """The figure of a question: the average, the score, or that it is not shown."""
    if found is None:
        return NOTHING
    if found.mean is None:
        hidden = "" in found.hidden or (found.hidden and found.question.item.type is ItemType.SCALE)
        return Told(context.say("not shown")) if hidden else NOTHING
    decimals = 0 if found.question.item.type is ItemType.NPS else 2
    figure = format_number(found.mean, context.reader.words.lang, decimals)
    return Told(figure, _range(context, found.interval(), max(decimals, 1)))


def told_share(context: Context, found: Figures, share: Fraction) -> Told:
    """A share with its range."""
    interval = found.interval_of(share)
    if interval is None:
        return Told(percent(context, share, found))
    low, high = (
        format_number(rounded(end, 1), context.reader.words.lang, 1) for end in (interval.low, interval.high)
    )
    return Told(percent(context, share, found), f"{low}–{high}")


def _range(context: Context, interval: Interval | None, decimals: int) -> str:
    if interval is None:
        return ""
    lang = context.reader.words.lang
    low, high = (
        format_number(rounded(end, decimals), lang, decimals) for end in (interval.low, interval.high)
    )
    return f"{low}–{high}"


def moved(context: Context, change: Moved) -> str:
    """What became of a figure, in a word."""
    return context.say(_MOVED[change])


def survey_days(context: Context, survey: Survey) -> str:
    """When people were asked: the days, or the period where they are not known, or what the source says of the time."""
    words, named = context.reader.words, survey.when
    if survey.since and survey.until:
        return words.days(survey.since, survey.until)
    return words.period(named) if named is not None else context.reader.bare(survey.undated)


def mode_words(context: Context, survey: Survey) -> str:
    """How people were asked."""
    return context.reader.words.listing([context.say(MODES[one]) for one in survey.modes])


def answered(context: Context, group: RespondentGroup) -> str:
    """How many answered, with how many were asked where that is known."""
    turnout, words = group.turnout, context.reader.words
    if turnout is None:
        return context.say("It is not published how many answered.")
    count = context.figures.count(turnout)
    if group.invited is None or group.response_rate is None:
        return answers_counted(context, turnout)
    invited = format_number(Decimal(group.invited), words.lang)
    return context.say(
        "{count} of {invited} people asked answered ({rate}).",
        count=count,
        invited=invited,
        rate=percent(context, group.response_rate * 100),
    )


def few(context: Context, group: RespondentGroup) -> str:
    """How much a single answer weighs where few people answered; blank where enough did, or nobody knows."""
    count = group.turnout
    if count is None or count.bound is not Bound.EXACT or not 0 < count.value < SMALL_BASE:
        return ""
    points = format_number(rounded(Fraction(100) / Fraction(count.value), 1), context.reader.words.lang, 1)
    return context.reader.words.count(
        "Only {n} person answered: a single answer more or less changes a share by {points} percentage points.",
        "Only {n} people answered: a single answer more or less changes a share by {points} percentage points.",
        int(count.value),
        points=points,
    )


def at_best(context: Context, found: Figures) -> Iterator[str]:
    """How little the shares of few answers tell, where it is not known how the people asked were found."""
    lang = context.reader.words.lang
    for share in dict.fromkeys(found.shares.values()):
        interval = found.interval_at_best(share)
        if interval is not None:
            yield context.say(
                "{share}: even if people had been chosen at random, the true share would lie anywhere between {low} and {high} (with 95% certainty). How they were chosen is not known.",
                share=percent(context, share, found),
                low=format_percent(rounded(interval.low, 1), lang, 1),
                high=format_percent(rounded(interval.high, 1), lang, 1),
            )


def answers_counted(context: Context, count: Count) -> str:
    """How many answers there are."""
    shown = context.figures.count(count)
    return context.reader.words.count("{count} answer", "{count} answers", int(count.value), count=shown)


def sample_facts(context: Context, survey: Survey, sample: Sample) -> tuple[Fact, ...]:
    """Who was asked, and what that means for the figures."""
    say = context.say
    return (
        Fact(say("Who was asked"), (Link(say(SAMPLES[sample])),)),
        Fact(say("How exact the figure is"), (Link(say(EXACTNESS[sample])),)),
    )


def why_no_range(context: Context, found: tuple[Asked, ...]) -> str:
    """What stands in brackets behind the figures, or why nothing does."""
    all_figures = [told for one in found for told in one.sides.values()]
    reasons = [one.exactness_of_share() for one in all_figures]
    if Exactness.INTERVAL in reasons:
        return context.say(WHY_NO_RANGE[Exactness.INTERVAL])
    return context.say(WHY_NO_RANGE[reasons[0]]) if reasons else ""


def hides(found: tuple[Asked, ...]) -> bool:
    """Whether anything of a group is not shown."""
    return any(told.hidden for one in found for told in one.sides.values())


def hidden_note(context: Context, survey: Survey) -> str:
    """Why some figures are not shown, or why even small ones are."""
    if survey.already_published:
        return context.say("Small numbers are shown as well: the body had already published them itself.")
    k = survey.smallest_count(context.publication.methodology)
    return context.reader.words.count(
        "Not shown is what counts fewer than {n} person, and what that could be worked out from.",
        "Not shown is what counts fewer than {n} people, and what that could be worked out from.",
        k,
    )


def asked_of(context: Context, survey: Survey, group: RespondentGroup) -> tuple[Asked, ...]:
    """What a group said, as far as it is published."""
    answers = public_answers(context.publication, survey.id)
    return asked(survey, group, answers) if answers is not None else ()


def question_words(context: Context, one: Figures) -> Piece:
    """The words of a question: its own, else those of its block."""
    question = one.question
    return context.line(question.item.question(question.side) or question.block.question(question.side))


def side_name(context: Context, side: Side) -> str:
    """What a side of an item is called."""
    return context.say("Expectation") if side is Side.EXPECTATION else context.say("Experience")
