"""How far a release has come, in words: its state as a mark, and the banner above a text that does not hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from charterkit.marks import mark_in_context
from charterkit.rules.releases.states import Dated, ReleaseState
from charterkit.site.context import Context
from charterkit.site.releases.day_words import days_words, first_day_words, last_day_words
from charterkit.site.results.verdicts import Badge
from charterkit.strings import Words
from charterkit.text import inside

CONTEXT: Final = "release"

STATES: Final[Mapping[ReleaseState, tuple[str, str, str]]] = {
    ReleaseState.PROPOSED: ("part", "warn", mark_in_context("release", "Not yet decided by all")),
    ReleaseState.APPROVED: ("part", "warn", mark_in_context("release", "Approved, not yet in force")),
    ReleaseState.IN_FORCE: ("met", "good", mark_in_context("release", "In force")),
    ReleaseState.SUPERSEDED: ("none", "neutral", mark_in_context("release", "Superseded")),
    ReleaseState.REPEALED: ("not", "bad", mark_in_context("release", "Repealed")),
    ReleaseState.REJECTED: ("not", "bad", mark_in_context("release", "Rejected")),
    ReleaseState.WITHDRAWN: ("none", "neutral", mark_in_context("release", "Withdrawn")),
}


def state_badge(context: Context, state: ReleaseState) -> Badge:
    """The state as a shape, a hue and a word."""
    shape, hue, word = STATES[state]
    return Badge(shape, hue, context.reader.words.in_context(CONTEXT, word))


def state_line(context: Context, one: Dated) -> Badge:
    """The state with its days in one sentence, where any are known."""
    badge = state_badge(context, one.state)
    return replace(badge, word=_with_days(context.reader.words, one, badge.word))


def _with_days(words: Words, one: Dated, state: str) -> str:
    days = days_words(words, one)
    if not days:
        return state
    if one.since is None or one.since_in or one.until_in:
        # What is known of a month or a year is two facts, and no sentence.
        return f"{state} · {days}"
    day, is_open = words.day(one.since), one.until is None
    match one.state:
        case ReleaseState.APPROVED if is_open:
            return words.say("Approved; in force from {day}", day=day)
        case ReleaseState.APPROVED:
            return words.say("Approved; will be in force: {days}", days=days)
        case ReleaseState.IN_FORCE if is_open:
            return words.say("In force since {day}", day=day)
        case ReleaseState.IN_FORCE:
            return words.say("In force: {days}", days=days)
    return words.say("{state}; in force: {days}", state=state, days=days)


def banner(context: Context, one: Dated) -> str:
    """That a text does not hold, and why; blank for the one in force."""
    words, version = context.reader.words, one.release.version
    match one.state:
        case ReleaseState.SUPERSEDED if one.until is not None:
            return context.say(
                "This version ({version}) is no longer in force. Last day in force: {day}.",
                version=version,
                day=last_day_words(words, one),
            )
        case ReleaseState.REPEALED if one.until is not None:
            return context.say(
                "This version ({version}) was repealed. Last day in force: {day}.",
                version=version,
                day=last_day_words(words, one),
            )
        case ReleaseState.APPROVED if one.since is not None:
            return context.say(
                "This version ({version}) is approved but not yet in force. First day in force: {day}.",
                version=version,
                day=first_day_words(words, one),
            )
        case ReleaseState.APPROVED:
            return context.say(
                "This version ({version}) is approved but not yet in force. "
                "The day on which it takes effect is not known yet.",
                version=version,
            )
        case _:
            return ""


def print_mark(context: Context, one: Dated) -> str:
    """What stands on every printed sheet of a text that does not hold; blank for the one in force."""
    if one.state is ReleaseState.IN_FORCE:
        return ""
    return context.say(
        "Version {version} – {state}",
        version=one.release.version,
        state=inside(state_badge(context, one.state).word),
    )
