"""A programme in which many bodies improve together: invitation, replies, waves, and what each body delivers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from charterkit.model.common import NO_CONTACT, Acknowledged, Contact, Source
from charterkit.text import NO_TEXT, Text


@dataclass(frozen=True, slots=True)
class Option:
    """What a body can choose in its reply; `id` is a column of the table of replies."""

    id: str
    title: Text
    text: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Invitation:
    """The letter that asked the bodies to join: to how many it was `sent`, and the last day asked for (`reply_by`)."""

    number: str = ""
    day: date | None = None
    reply_by: date | None = None
    sent: int | None = None
    addressees: Text = NO_TEXT
    text: Text = NO_TEXT
    options: tuple[Option, ...] = ()
    documents: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Deliverable:
    """Something that each body delivers."""

    id: str
    title: Text
    text: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class WaveDue:
    """The last day for a deliverable in a wave."""

    deliverable: str
    day: date


@dataclass(frozen=True, slots=True)
class Wave:
    """Bodies that go through the programme at the same time, from `since` to `until`, both included.

    `places` is for how many bodies there is room.
    """

    id: str
    title: Text
    since: date
    until: date
    places: int | None = None
    due: tuple[WaveDue, ...] = ()
    text: Text = NO_TEXT

    def due_day(self, deliverable: str) -> date | None:
        """The last day for a deliverable; None where the wave sets none."""
        return next((one.day for one in self.due if one.deliverable == deliverable), None)


@dataclass(frozen=True, slots=True)
class Workshop:
    """A meeting or training; `bodies` and `people` are how many took part, as far as it was counted."""

    day: date
    title: Text
    until: date | None = None
    place: Text = NO_TEXT
    bodies: int | None = None
    people: int | None = None
    text: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Programme:
    """What the programme is. Informative: nothing of it is approved with a charter."""

    id: str
    title: Text
    organiser: str
    summary: Text = NO_TEXT
    description: Text = NO_TEXT
    project: str = ""
    funding: Text = NO_TEXT
    consultants: Text = NO_TEXT
    contact: Contact = NO_CONTACT
    invitation: Invitation | None = None
    deliverables: tuple[Deliverable, ...] = ()
    waves: tuple[Wave, ...] = ()
    overlapping: bool = False
    workshops: tuple[Workshop, ...] = ()
    sources: tuple[Source, ...] = ()
    acknowledged: tuple[Acknowledged, ...] = ()
    file: str = ""

    @property
    def options(self) -> tuple[Option, ...]:
        """What the bodies could choose."""
        return self.invitation.options if self.invitation else ()


class Answer(StrEnum):
    """What a body answers to one option: it joins, it does not, or it already does the same by itself."""

    YES = "yes"
    ALREADY = "already"
    NO = "no"


class Mark(StrEnum):
    """What the table of deliverables says where no day says it."""

    NOTHING = ""
    DELIVERED = "delivered"
    DROPPED = "dropped"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True)
class Reply:
    """The line of an invited body. Without a day and without answers it has not answered, which is never a no.

    `answers` are by option, in the order of the columns; `wave` is blank where the body does not take part. `contact`
    is a role. `columns` says where the cells of the line begin, `sound` whether all of them could be read.
    """

    body: str
    answered: date | None = None
    answers: tuple[tuple[str, Answer], ...] = ()
    wave: str = ""
    joined: date | None = None
    contact: Text = NO_TEXT
    remark: Text = NO_TEXT
    line: int = 0
    columns: tuple[tuple[str, int], ...] = field(default=(), compare=False)
    sound: bool = True

    @property
    def is_answer(self) -> bool:
        """Whether the body has answered at all."""
        return self.answered is not None or bool(self.answers)

    def to(self, option: str) -> Answer | None:
        """The answer to an option; None where the body did not say."""
        return dict(self.answers).get(option)


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the table of deliverables says of one deliverable of one body."""

    body: str
    deliverable: str
    due: date | None = None
    delivered: date | None = None
    mark: Mark = Mark.NOTHING
    reason: Text = NO_TEXT
    source: str = ""
    line: int = 0
    columns: tuple[tuple[str, int], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Register:
    """The tables of a programme, in the order of their lines; the files are blank where there is none.

    `whole` says whether every line of the replies could be read.
    """

    programme: str
    replies: tuple[Reply, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    replies_file: str = ""
    deliveries_file: str = ""
    whole: bool = True
