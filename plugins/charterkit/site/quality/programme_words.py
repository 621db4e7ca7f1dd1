"""What programmes call things: states, answers, levels of government; and links to their pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from charterkit.model.programme import Answer, Programme, Wave
from charterkit.model.publisher import GovernmentLevel
from charterkit.rules.quality.progress import Choice, Item, ItemState, Progress, Said, states
from charterkit.site.context import Context, Link
from charterkit.site.pieces import Piece, joined
from charterkit.site.quality.programme_pages import member_address, programme_address, wave_address
from charterkit.site.results.figures import Unit
from charterkit.site.results.tallies import CountRow
from charterkit.site.results.verdicts import Badge
from charterkit.strings import mark

# The shape, the hue and the word of a state.
_ITEMS: Final[Mapping[ItemState, tuple[str, str, str]]] = {
    ItemState.DELIVERED: ("met", "good", mark("Delivered")),
    ItemState.LATE: ("not", "bad", mark("Late")),
    ItemState.DUE: ("part", "warn", mark("Due soon")),
    ItemState.NOT_DUE: ("none", "neutral", mark("Not due yet")),
    ItemState.DROPPED: ("none", "neutral", mark("Dropped")),
    ItemState.NOT_STATED: ("none", "neutral", mark("Not stated")),
}
_ANSWERS: Final[Mapping[Answer | Said, str]] = {
    Answer.YES: mark("Yes"),
    Answer.ALREADY: mark("Already doing it"),
    Answer.NO: mark("No"),
    Said.UNCLEAR: mark("Not said"),
    Said.SILENT: mark("No answer"),
}
_CHOICES: Final[Mapping[Said, str]] = {
    Said.ALREADY: mark("Already doing it"),
    Said.NO: mark("No"),
    Said.UNCLEAR: mark("Answered without choosing"),
    Said.SILENT: mark("No answer"),
}
_LEVELS: Final[Mapping[GovernmentLevel | None, str]] = {
    GovernmentLevel.NATIONAL: mark("State level"),
    GovernmentLevel.REGIONAL: mark("Regional level"),
    GovernmentLevel.LOCAL: mark("Local level"),
    None: mark("Level not stated"),
}


def state_badge(context: Context, state: ItemState) -> Badge:
    """A state as a page shows it."""
    shape, hue, word = _ITEMS[state]
    return Badge(shape, hue, context.say(word))


def answer_word(context: Context, answer: Answer | Said) -> str:
    """An answer to one option in a word or two."""
    return context.say(_ANSWERS[answer])


def choice_name(context: Context, programme: Programme, choice: Choice) -> Piece | str:
    """What a body chose as a whole: the options that it joins, or why there are none."""
    if choice.said is not Said.JOINS:
        return context.say(_CHOICES[choice.said])
    titles = {option.id: option.title for option in programme.options}
    return joined(" + ", *(context.line(titles[id]) for id in choice.options))


def answered(context: Context, progress: Progress) -> Iterator[str]:
    """How many bodies have answered, and how many have not, where there are any."""
    words = context.reader.words
    yield words.count("{n} has answered.", "{n} have answered.", len(progress.answered))
    if progress.silent:
        yield words.count(
            "{n} has not answered: that is not a no.",
            "{n} have not answered: that is not a no.",
            len(progress.silent),
        )


def level_name(context: Context, level: GovernmentLevel | None) -> str:
    """A level of government, for a list of bodies."""
    return context.say(_LEVELS[level])


def body_level(context: Context, body: str) -> str:
    """The level of government of a body."""
    found = context.directory.bodies.get(body)
    return level_name(context, found.level if found else None)


def number(context: Context, value: int) -> str:
    """A count in the reader's writing."""
    return context.figures.amount(value, Unit("count", 0))


def of_wave(context: Context, wave: Wave) -> str:
    """From when until when a wave lasts."""
    return context.reader.words.days(wave.since, wave.until)


def days_late(context: Context, item: Item) -> str:
    """How late a deliverable is, or was delivered; blank where it is not."""
    if not item.days_late:
        return ""
    words = context.reader.words
    if item.state is ItemState.DELIVERED:
        return words.count("{n} day late", "{n} days late", item.days_late)
    return words.count("late by {n} day so far", "late by {n} days so far", item.days_late)


def programme_link(context: Context, programme: Programme) -> Link:
    """The title of a programme, leading to its page."""
    return context.link(programme.title, programme_address(programme.id))


def wave_link(context: Context, programme: str, wave: Wave) -> Link:
    """The title of a wave, leading to its page."""
    return context.link(wave.title, wave_address(programme, wave.id))


def member_link(context: Context, programme: str, body: str) -> Link:
    """The name of a body, leading to its page in the programme."""
    found = context.directory.bodies.get(body)
    return context.link(found.name, member_address(programme, body)) if found else Link(body)


def deliverable_title(context: Context, programme: Programme, id: str) -> Piece:
    """What a deliverable is called."""
    return next(context.line(one.title) for one in programme.deliverables if one.id == id)


def trail(context: Context, progress: Progress | None = None) -> tuple[Link, ...]:
    """The way up: home, the hub of the quality systems where the site has one, and the programme."""
    hub = any(page.address == "quality/" for page in context.directory.pages)
    up = (context.section_link(context.say("How we improve"), "quality/"),) if hub else ()
    above = (programme_link(context, progress.programme),) if progress else ()
    return (context.home_link(), *up, *above)


def count_cells(
    context: Context, title: Link, cells: Iterable[tuple[Piece | str, int]], within: bool = False
) -> CountRow:
    """A row of counts under their heads; a count of nothing is blank."""
    states = ((head, number(context, value) if value else "") for head, value in cells)
    return CountRow(title, tuple(states), within)


def item_cells(context: Context, items: Iterable[Item]) -> tuple[tuple[str, int], ...]:
    """How many deliverables are in each state, under the word of the state."""
    return tuple((context.say(_ITEMS[state][2]), len(found)) for state, found in states(items).items())


def state_counts(context: Context, items: Iterable[Item]) -> tuple[tuple[Badge, str], ...]:
    """How many deliverables are in each state, each with its badge."""
    return tuple(
        (state_badge(context, state), number(context, len(found))) for state, found in states(items).items()
    )
