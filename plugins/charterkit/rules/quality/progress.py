"""How a programme of many bodies stands on a day: who answered what, who takes part, what is delivered, what is late.

Every number of a programme is the length of a list of its bodies: nothing is counted that cannot be named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final, TypeVar

from charterkit.model.programme import Answer, Delivery, Mark, Programme, Register, Reply, Wave
from charterkit.model.publication import Publication
from charterkit.model.publisher import GovernmentLevel

# So many days before its last day a deliverable counts as due.
SOON: Final = 30
_Key = TypeVar("_Key")


class ItemState(StrEnum):
    """Where a deliverable of a body stands, in the order in which people ask."""

    DELIVERED = "delivered"
    LATE = "late"
    DUE = "due"
    NOT_DUE = "not_due"
    DROPPED = "dropped"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True)
class Item:
    """One deliverable of one body. `days_late` is counted to the day of delivery, or to today while it is missing."""

    body: str
    deliverable: str
    state: ItemState
    due: date | None
    days_late: int
    told: Delivery

    @property
    def delivered(self) -> date | None:
        """The day of delivery, where it is known."""
        return self.told.delivered


class Said(StrEnum):
    """What a body said to the invitation as a whole. Not to have answered is none of the answers."""

    JOINS = "joins"
    ALREADY = "already"
    NO = "no"
    UNCLEAR = "unclear"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Choice:
    """The answer of a body: where it `JOINS`, to which options."""

    said: Said
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A body that was invited: what it chose, its wave (None where it does not take part), and what it delivers."""

    body: str
    reply: Reply
    choice: Choice
    wave: Wave | None
    items: tuple[Item, ...]

    @property
    def late(self) -> tuple[Item, ...]:
        """What is missing and past its day."""
        return tuple(one for one in self.items if one.state is ItemState.LATE)


Members = tuple[Member, ...]


@dataclass(frozen=True)
class Progress:
    """A programme on a day: all invited bodies, in the order of the table of replies, each once."""

    programme: Programme
    register: Register
    today: date
    members: Members

    @cached_property
    def by_body(self) -> Mapping[str, Member]:
        """The invited bodies by id."""
        return {one.body: one for one in self.members}

    @cached_property
    def answered(self) -> Members:
        """Those that have answered, whatever they said."""
        return tuple(one for one in self.members if one.choice.said is not Said.SILENT)

    @cached_property
    def silent(self) -> Members:
        """Those that have not answered."""
        return tuple(one for one in self.members if one.choice.said is Said.SILENT)

    @cached_property
    def joined(self) -> Members:
        """Those that take part in a wave."""
        return tuple(one for one in self.members if one.wave is not None)

    @cached_property
    def behind(self) -> Members:
        """Those that owe something whose day has passed, who waits longest in front."""
        owing = (one for one in self.joined if one.late)
        return tuple(sorted(owing, key=lambda one: -max(item.days_late for item in one.late)))

    def of_wave(self, wave: str) -> Members:
        """The bodies of a wave."""
        return tuple(one for one in self.joined if one.wave is not None and one.wave.id == wave)

    @cached_property
    def choices(self) -> Mapping[Choice, Members]:
        """The invited bodies by what they chose: more options before fewer, those who did not answer last."""
        return dict(sorted(grouped(self.members, lambda one: one.choice).items(), key=_choice_order))

    def answers_to(self, option: str) -> Mapping[Answer | Said, Members]:
        """The invited bodies by their answer to an option; `UNCLEAR` are those that answered, but not to this."""
        found = grouped(self.members, lambda one: _answer_to(one, option))
        order: tuple[Answer | Said, ...] = (*Answer, Said.UNCLEAR, Said.SILENT)
        return {key: found.get(key, ()) for key in order}


def progress(publication: Publication, id: str, today: date) -> Progress:
    """How a programme stands on a day."""
    programme = publication.programmes[id]
    register = publication.registers.get(id, Register(id))
    waves = {wave.id: wave for wave in programme.waves}
    told = {(one.body, one.deliverable): one for one in register.deliveries}
    members: dict[str, Member] = {}
    for reply in register.replies:
        wave = waves.get(reply.wave)
        items = _items(programme, wave, reply.body, told, today) if wave else ()
        members.setdefault(reply.body, Member(reply.body, reply, choice(programme, reply), wave, items))
    return Progress(programme, register, today, tuple(members.values()))


def all_progress(publication: Publication, today: date) -> Mapping[str, Progress]:
    """How all programmes stand on a day, by id."""
    return {id: progress(publication, id, today) for id in publication.programmes}


def levels(publication: Publication, members: Iterable[Member]) -> Mapping[GovernmentLevel | None, Members]:
    """Bodies by their level of government, the state first; None for those of which it is not said."""
    bodies = publication.bodies
    found = grouped(members, lambda one: bodies[one.body].level if one.body in bodies else None)
    order = (*reversed(GovernmentLevel), None)
    return {level: found[level] for level in order if level in found}


def states(items: Iterable[Item]) -> Mapping[ItemState, tuple[Item, ...]]:
    """Deliverables by where they stand; every state is there."""
    found = grouped(items, lambda one: one.state)
    return {state: found.get(state, ()) for state in ItemState}


def items_of(members: Iterable[Member], deliverable: str = "") -> tuple[Item, ...]:
    """What these bodies deliver, or only the deliverable that is named."""
    return tuple(
        item for one in members for item in one.items if not deliverable or item.deliverable == deliverable
    )


def choice(programme: Programme, reply: Reply) -> Choice:
    """What a body said as a whole: a no only where it said no to everything."""
    if not reply.is_answer:
        return Choice(Said.SILENT)
    answers = {option.id: reply.to(option.id) for option in programme.options}
    joins = tuple(id for id, answer in answers.items() if answer is Answer.YES)
    if joins:
        return Choice(Said.JOINS, joins)
    if Answer.ALREADY in answers.values():
        return Choice(Said.ALREADY)
    refused = answers and all(answer is Answer.NO for answer in answers.values())
    return Choice(Said.NO if refused else Said.UNCLEAR)


_Thing = TypeVar("_Thing")


def grouped(things: Iterable[_Thing], key: Callable[[_Thing], _Key]) -> dict[_Key, tuple[_Thing, ...]]:
    """Things by their one key, in their order: no thing is left out, and none is there twice."""
    found: dict[_Key, list[_Thing]] = {}
    for thing in things:
        found.setdefault(key(thing), []).append(thing)
    return {one: tuple(same) for one, same in found.items()}


def _choice_order(entry: tuple[Choice, object]) -> tuple[int, int, tuple[str, ...]]:
    one = entry[0]
    return tuple(Said).index(one.said), -len(one.options), one.options


def _answer_to(member: Member, option: str) -> Answer | Said:
    if member.choice.said is Said.SILENT:
        return Said.SILENT
    return member.reply.to(option) or Said.UNCLEAR


def _items(
    programme: Programme, wave: Wave, body: str, told: Mapping[tuple[str, str], Delivery], today: date
) -> tuple[Item, ...]:
    found = []
    for one in programme.deliverables:
        delivery = told.get((body, one.id), Delivery(body, one.id))
        due = delivery.due or wave.due_day(one.id)
        state = item_state(delivery, due, today)
        found.append(Item(body, one.id, state, due, _days_late(delivery, due, state, today), delivery))
    return tuple(found)


def item_state(told: Delivery, due: date | None, today: date) -> ItemState:
    """Where a deliverable stands on a day; of one that is only to come, nothing that lies ahead is counted."""
    if told.mark is Mark.DROPPED:
        return ItemState.DROPPED
    if told.mark is Mark.DELIVERED or (told.delivered is not None and told.delivered <= today):
        return ItemState.DELIVERED
    if told.mark is Mark.NOT_STATED or due is None:
        return ItemState.NOT_STATED
    if due < today:
        return ItemState.LATE
    return ItemState.DUE if (due - today).days <= SOON else ItemState.NOT_DUE


def _days_late(told: Delivery, due: date | None, state: ItemState, today: date) -> int:
    """How many days past its last day; 0 for what is in time, and for what nobody can count."""
    until = told.delivered if state is ItemState.DELIVERED else today if state is ItemState.LATE else None
    return max(0, (until - due).days) if until and due else 0
