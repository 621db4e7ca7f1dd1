"""The days of acts and releases in words: of an old one often no more than a month or a year is known."""

from __future__ import annotations

from charterkit.model.release import KnownDay
from charterkit.periods import Period
from charterkit.rules.releases.states import Dated
from charterkit.strings import Words


def known_day(words: Words, day: KnownDay | None) -> str:
    """A day; the month or the year, and that the day is not known; or that alone. Small letter."""
    if day is None:
        return words.say("day not known")
    if isinstance(day, Period):
        return words.say("{period} (day not known)", period=words.period(day))
    return words.day(day)


def first_day_words(words: Words, one: Dated) -> str:
    """From when a release holds; that the day is not known where no source says it."""
    return known_day(words, one.since_in or one.since)


def last_day_words(words: Words, one: Dated) -> str:
    """Until when a release holds."""
    return known_day(words, one.until_in or one.until)


def days_words(words: Words, one: Dated) -> str:
    """From when until when a release holds or held; blank where it never did and no day is known."""
    if one.since is None and one.until is None:
        return ""
    if one.since is not None and one.until is not None and one.until < one.since:
        return ""
    if one.since is None or one.since_in or one.until_in:
        return _vague(words, one)
    if one.until is None:
        return words.say("From {day}", day=words.day(one.since))
    return words.days(one.since, one.until)


def in_force_from(words: Words, one: Dated) -> str:
    """The sentence that says from when a release holds or held; blank where nobody knows that yet."""
    if one.since is None and one.until is None:
        return ""
    if one.since is None or one.since_in:
        return words.say("First day in force: {day}.", day=first_day_words(words, one))
    return words.say("In force from {day}.", day=words.day(one.since))


def whole_text(words: Words, one: Dated, title: str) -> str:
    """What the page of a release holds, for lists of pages elsewhere."""
    if one.since is None or one.since_in is not None:
        return words.say(
            "{charter}: the whole text as it was approved. First day in force: {day}.",
            charter=title,
            day=first_day_words(words, one),
        )
    return words.say(
        "{charter}: the whole text as it was approved. In force from {day}.",
        charter=title,
        day=words.day(one.since),
    )


def _vague(words: Words, one: Dated) -> str:
    """Each end by itself: a month or a year fits into no sentence about a span of days."""
    first = words.say("First day: {day}", day=first_day_words(words, one))
    if one.until is None:
        return first
    return f"{first} · {words.say('Last day: {day}', day=last_day_words(words, one))}"
