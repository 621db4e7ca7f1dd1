"""A survey of what people expect and what they experience: its questionnaire and its fieldwork."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from charterkit.model.common import Source
from charterkit.model.indicator import SMALLEST_COUNT, Sample
from charterkit.model.methodology import Methodology
from charterkit.model.result import Count
from charterkit.numbers import Bound
from charterkit.periods import CALENDAR_YEAR, Period, parse_period
from charterkit.text import NO_TEXT, Text


class Side(StrEnum):
    """What a question is about: what people expect (how important it is to them), or how it was."""

    EXPECTATION = "expectation"
    EXPERIENCE = "experience"


class ItemType(StrEnum):
    """How a question is answered; `nps` asks from 0 to 10 whether one would recommend the body."""

    SCALE = "scale"
    SINGLE = "single"
    MULTIPLE = "multiple"
    YES_NO = "yes_no"
    NPS = "nps"
    TEXT = "text"


class Role(StrEnum):
    """What the people of a group are to the body; `all` is a group that is made of others."""

    CLIENTS = "clients"
    PARTNERS = "partners"
    STAFF = "staff"
    ALL = "all"


class Mode(StrEnum):
    """How people were asked."""

    PAPER = "paper"
    PHONE = "phone"
    WEB = "web"
    IN_PERSON = "in_person"


class StandardBlock(StrEnum):
    """The blocks that come with the program: ten elements of service, five traits of staff (Slovenia)."""

    SERVICE_ELEMENTS = "service-elements"
    STAFF_TRAITS = "staff-traits"


class Turnout(StrEnum):
    """How exactly it is known how many answered."""

    EXACT = "exact"
    MORE_THAN = "more_than"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class AnswerScale:
    """Whole numbers from the worst answer to the best, with the words of both ends."""

    id: str
    min: int
    max: int
    low: Text = NO_TEXT
    high: Text = NO_TEXT

    @property
    def answers(self) -> tuple[str, ...]:
        """The answers as the file of the figures writes them."""
        return tuple(str(one) for one in range(self.min, self.max + 1))

    @property
    def best_two(self) -> str:
        """The two best answers together, as the file writes them: `4-5`."""
        return f"{self.max - 1}-{self.max}"


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose; its id is the code in every file."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is asked about; `text` says what is meant, the two others are questions of its own."""

    id: str
    type: ItemType
    title: Text
    text: Text = NO_TEXT
    expectation: Text = NO_TEXT
    experience: Text = NO_TEXT
    parts: tuple[Side, ...] = ()
    scale: str = ""
    options: tuple[Option, ...] = ()
    commitments: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The id as LimeSurvey allows it: without hyphens."""
        return self.id.replace("-", "")

    def question(self, side: Side) -> Text:
        """The item's own words for a question; none where that of its block is asked."""
        return self.expectation if side is Side.EXPECTATION else self.experience


@dataclass(frozen=True, slots=True)
class About:
    """What an item of a standard block is about in this body: its promises and indicators."""

    item: str
    commitments: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Questions that stand together; with `standard` the items of a block that comes with the program come first.

    `about` says of those what they are about; the items of the body say it themselves.
    """

    id: str
    title: Text = NO_TEXT
    text: Text = NO_TEXT
    expectation: Text = NO_TEXT
    experience: Text = NO_TEXT
    standard: StandardBlock | None = None
    scale: str = ""
    parts: tuple[Side, ...] = ()
    groups: tuple[str, ...] = ()
    about: tuple[About, ...] = ()
    items: tuple[Item, ...] = ()

    def question(self, side: Side) -> Text:
        """What is asked about each item that has no question of its own."""
        return self.expectation if side is Side.EXPECTATION else self.experience

    def sides(self, item: Item) -> tuple[Side, ...]:
        """What is asked about an item, the expectation first."""
        asked = item.parts or self.parts or (Side.EXPERIENCE,)
        return tuple(side for side in Side if side in asked)


@dataclass(frozen=True, slots=True)
class RespondentGroup:
    """People who were asked the same; `sum_of` names the groups whose answers are its own, added up."""

    id: str
    role: Role
    title: Text
    invited: int | None = None
    returned: int | None = None
    returned_as: Turnout = Turnout.EXACT
    sum_of: tuple[str, ...] = ()
    sample: Sample | None = None

    @property
    def turnout(self) -> Count | None:
        """How many answered; None where nobody knows."""
        return None if self.returned is None else Count(Decimal(self.returned), _BOUNDS[self.returned_as])

    @property
    def response_rate(self) -> Fraction | None:
        """Which part (0 to 1) of those who were asked answered; None unless both are known exactly."""
        if self.invited is None or self.returned is None or self.returned_as is not Turnout.EXACT:
            return None
        return Fraction(self.returned, self.invited)


_BOUNDS: Mapping[Turnout, Bound] = {
    Turnout.EXACT: Bound.EXACT,
    Turnout.MORE_THAN: Bound.ABOVE,
    Turnout.ABOUT: Bound.ABOUT,
}


@dataclass(frozen=True, slots=True)
class Survey:
    """A survey; `since` and `until` are the first and the last day on which people could answer.

    Where they are not known, `period` names the time as the files of results do; where not even that is known,
    `undated` says what the source says of the time. `already_published`: the body published these answers itself
    before, where `sources` say.
    """

    id: str
    title: Text
    sample: Sample
    groups: tuple[RespondentGroup, ...]
    blocks: tuple[Block, ...]
    since: date | None = None
    until: date | None = None
    period: str = ""
    undated: Text = NO_TEXT
    summary: Text = NO_TEXT
    conducted_by: Text = NO_TEXT
    bodies: tuple[str, ...] = ()
    modes: tuple[Mode, ...] = ()
    sampling: Text = NO_TEXT
    weighting: Text = NO_TEXT
    limitations: Text = NO_TEXT
    repeats: str = ""
    scales: tuple[AnswerScale, ...] = ()
    sources: tuple[Source, ...] = ()
    already_published: bool = False
    file: str = ""

    def smallest_count(self, methodology: Methodology | None) -> int:
        """The smallest number of people that may be told of: any (1) where the answers are known to all already."""
        if self.already_published:
            return 1
        return methodology.k if methodology is not None else SMALLEST_COUNT

    @property
    def when(self) -> Period | None:
        """The period in which people were asked, where the record names one."""
        return parse_period(self.period, CALENDAR_YEAR) if self.period else None

    @property
    def first(self) -> date:
        """The first day on which people can have answered, for putting surveys in order; an undated one comes first."""
        named = self.when
        return self.since or (named.start if named else self.until or date.min)

    @property
    def last(self) -> date:
        """The last day on which people can have answered."""
        named = self.when
        return self.until or (named.end if named else self.since or date.min)

    def group(self, id: str) -> RespondentGroup | None:
        """A group by its id."""
        return next((one for one in self.groups if one.id == id), None)

    def sample_of(self, group: RespondentGroup) -> Sample:
        """How the people of a group were found."""
        return group.sample or self.sample

    def asked(self, group: RespondentGroup) -> Iterator[tuple[Block, Item]]:
        """What a group was asked; one that is made of others, what all of them were asked."""
        members = group.sum_of or (group.id,)
        for block in self.blocks:
            if not block.groups or group.id in block.groups or set(members) <= set(block.groups):
                yield from ((block, item) for item in block.items)

    def items(self) -> Iterator[tuple[Block, Item]]:
        """Every item, in the order of the questionnaire."""
        yield from ((block, item) for block in self.blocks for item in block.items)

    def item(self, id: str) -> Item | None:
        """An item by its id."""
        return next((item for _, item in self.items() if item.id == id), None)

    def scale_of(self, block: Block, item: Item) -> AnswerScale | None:
        """The scale of an item's answers: its own, that of its block, else the first one of the survey."""
        named = item.scale or block.scale
        if not named:
            return next(iter(self.scales), None)
        return next((one for one in self.scales if one.id == named), None)

    def answers_of(self, block: Block, item: Item) -> tuple[str, ...]:
        """The answers that add up to all who answered; those of `multiple` do not, and texts have none."""
        if item.type is ItemType.SCALE:
            scale = self.scale_of(block, item)
            return scale.answers if scale else ()
        return CLOSED.get(item.type) or tuple(one.id for one in item.options)


CLOSED: Mapping[ItemType, tuple[str, ...]] = {
    ItemType.YES_NO: ("yes", "no"),
    ItemType.NPS: ("promoters", "passives", "detractors"),
}
