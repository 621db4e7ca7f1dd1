"""What is to be published by when, in the words of a reader: for pages, calendars, lists and letters alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from charterkit.data.tables import BODY_COLUMN
from charterkit.model.action import Action
from charterkit.model.common import NO_CONTACT, Contact
from charterkit.model.publication import Publication
from charterkit.richtext.signs import writable
from charterkit.rules.appointments import Appointment, Occasion
from charterkit.rules.due import Duty
from charterkit.rules.quality.plan import ActionStanding, Lateness
from charterkit.site.pieces import Reader
from charterkit.strings import mark
from charterkit.text import Text, beginning

_OCCASIONS: Final[Mapping[Occasion, str]] = {
    Occasion.REPORT: mark("Report on the charter “{title}”, to: {text}"),
    Occasion.REVIEW: mark("Review of the charter “{title}”"),
    Occasion.ACTION: mark("Improvement measure for “{title}”: {text}"),
}


@dataclass(frozen=True, slots=True, eq=False)
class DutyWords:
    """Writes duties and appointments for one reader, each value on one line and without signs that steer a terminal."""

    reader: Reader
    publication: Publication

    def line(self, text: Text) -> str:
        """A short authored text on one line."""
        return " ".join(writable(self.reader.bare(text)).split())

    def name(self, duty: Duty) -> str:
        """The title of the indicator, and the part where not the whole is meant."""
        return ": ".join((self.line(duty.indicator.title), *self.parts(duty)))

    def parts(self, duty: Duty) -> Iterator[str]:
        """What the part is called where not the whole is meant; a value without a name as the file calls it."""
        for column, value in duty.slice:
            name = duty.indicator.name_of(column, value)
            named = column == BODY_COLUMN and value in self.publication.bodies
            yield self.line(name) if name else self.body(value) if named else writable(value)

    def period(self, duty: Duty) -> str:
        """The period by its full name, as the beginning of a line."""
        return beginning(self.reader.words.period(duty.period))

    def body(self, id: str) -> str:
        """The name of a body; its bare id where there is no such body."""
        body = self.publication.bodies.get(id)
        return self.line(body.name) if body is not None else id

    def when(self, duty: Duty) -> str:
        """By when the figure is due, or since when it is overdue, in whole sentences."""
        words, due = self.reader.words, self.reader.words.day(duty.due)
        if duty.overdue_since is not None:
            since = words.day(duty.overdue_since)
            return words.say(
                "Overdue since {since}. The figure should have been published by {due}.", since=since, due=due
            )
        if duty.is_provisional:
            return words.say("The published figure may still change. The final one is due by {due}.", due=due)
        return words.say("Due by {due}.", due=due)

    def promises(self, duty: Duty) -> tuple[str, ...]:
        """The promises that wait for it, each with its number and title."""
        found = (self.publication.commitments[id] for id in duty.promises)
        return tuple(f"{one.number} {self.line(one.title)}".strip() for one in found)

    def late_action(self, one: ActionStanding) -> str:
        """That the last day of an action has passed, or the one on which it had to begin."""
        words, action = self.reader.words, one.action
        if one.late is Lateness.START:
            start, due = words.day(action.start), words.day(action.due)
            return words.say("It had to start on {start}, and has to be done by {due}.", start=start, due=due)
        return words.say("It had to be done by {day}.", day=words.day(action.due))

    def contact_of(self, action: Action) -> Contact:
        """How to reach those who answer for an action; their body, where nothing else is said."""
        body = self.publication.bodies.get(action.owner.body)
        own = action.owner.contact
        return own if own != NO_CONTACT or body is None else body.contact

    def occasion(self, one: Appointment) -> str:
        """What is to be done on a day."""
        sentence = _OCCASIONS[one.occasion]
        return self.reader.words.say(
            sentence, title=self.line(one.title), text=" ".join(writable(self.reader.plain(one.text)).split())
        )

    def appointed(self, one: Appointment) -> str:
        """By when; of a day that has passed, that it has."""
        words = self.reader.words
        if one.is_past:
            return words.say(
                "It was planned for {day}. Please check what came of it.", day=words.day(one.day)
            )
        return words.say("Planned for {day}.", day=words.day(one.day))
