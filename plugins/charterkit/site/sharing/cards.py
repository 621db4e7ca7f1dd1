"""What stands on the picture for a shared link: the promise or the charter, how it stands, and as of which day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from charterkit.site.context import Context
from charterkit.site.portfolio import kept_sentence
from charterkit.site.records import ended_note
from charterkit.site.results.verdicts import PROMISE_LOOKS, Look

# A notice says what somebody must know before they believe the rest: it is hardly ever cut.
_LONGEST_NOTICE: Final = 300


@dataclass(frozen=True, slots=True)
class Card:
    """The words on a card, as bare text.

    `state` says how it stands; `look` gives the state of a single promise its shape and hue. `notice` says that all is
    invented, or who wrote it down, where the site says so.
    """

    publisher: str
    title: str
    text: str
    state: str
    look: Look | None
    day: str
    notice: str

    @property
    def alt(self) -> str:
        """The card for those who do not see it."""
        name = f"{self.publisher}: {self.title}." if self.publisher else f"{self.title}."
        state = self.state if self.state.endswith(".") else f"{self.state}."
        return " ".join(filter(None, (name, state, self.day, self.notice)))


def card(context: Context, record: str) -> Card:
    """The card of a promise, of a charter, or (blank) of the whole site."""
    bare, publication = context.reader.bare, context.publication
    name = bare(publication.publisher.name)
    if (standing := context.standing.promises.get(record)) is not None:
        one, look = standing.commitment, PROMISE_LOOKS[standing.status]
        ended = standing.has_ended(context.standing.today)
        state = str(ended_note(context, one.ended)) if ended else context.say(look.word)
        text = context.reader.plain(one.promise, 160)
        return _card(context, name, bare(one.title), text, state, None if ended else look)
    if (charter := publication.charters.get(record)) is not None:
        state = kept_sentence(context, context.directory.counts[charter.id])
        return _card(context, name, bare(charter.title), "", state, None)
    state = kept_sentence(context, context.directory.total)
    return _card(context, "", name, "", state, None)


def _card(context: Context, name: str, title: str, text: str, state: str, look: Look | None) -> Card:
    day = context.say("Day shown: {day}.", day=context.reader.words.day(context.standing.today))
    return Card(name, title, text, state, look, day, notice(context))


def notice(context: Context) -> str:
    """What holds for everything on the site, wherever it is shown; blank where nothing particular does."""
    publisher = context.publication.publisher
    if publisher.demonstration:
        return context.say("The body and its figures are invented.")
    return context.reader.plain(publisher.notice, _LONGEST_NOTICE)
