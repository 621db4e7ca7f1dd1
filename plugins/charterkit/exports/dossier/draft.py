"""One decision that is to be drafted: who makes it, on what, and the words that depend on that."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from charterkit.exports.dossier.acts import founding_act
from charterkit.exports.dossier.facts import Sitting
from charterkit.exports.dossier.gaps import gap, gapped
from charterkit.exports.dossier.legal import CAPITAL_SUBJECTS, TOGETHER, form, worded
from charterkit.exports.dossier.tree import Runs, plain, strong
from charterkit.exports.dossier.voice import Voice
from charterkit.model.release import Act, Approver, Portion
from charterkit.strings import mark


@dataclass(frozen=True)
class Draft:
    """One decision: who makes it, on what."""

    voice: Voice
    sitting: Sitting
    approver: Approver
    portions: tuple[Portion, ...]

    @property
    def is_together(self) -> bool:
        """Whether several people decide: then their decision is told in the third person."""
        return self.approver in TOGETHER

    @property
    def is_on_charter(self) -> bool:
        """Whether the charter itself is decided on, and not only what it rests on."""
        return Portion.CHARTER in self.portions

    @cached_property
    def title(self) -> str:
        """The title of the charter."""
        return self.voice.bare(self.voice.sealed.charter.title)

    @property
    def form(self) -> str:
        """What the act is called."""
        return form(self.voice.context.reader.words, self.approver, self.sitting.country)

    @cached_property
    def founding(self) -> Act | None:
        """The act by which this approver made what is decided on now; None where it is made for the first time."""
        found = (founding_act(self.sitting, self.approver, part) for part in self.portions)
        return next((act for act in found if act is not None), None)

    @property
    def unknown_body(self) -> str:
        """What belongs into the gap where no record says who decides."""
        return self.voice.in_context("to fill in", "name of the body that decides")

    def body(self) -> Runs:
        """Who decides; a gap where no record says it."""
        body = self.sitting.bodies.get(self.approver)
        name = self.voice.bare(body.name) if body else ""
        return strong(name.upper()) if name else gap(self.unknown_body)

    def addressee(self) -> Runs:
        """Who decides, inside a line; a gap where no record says it."""
        body = self.sitting.bodies.get(self.approver)
        name = self.voice.bare(body.name) if body else ""
        return plain(name) if name else gap(self.unknown_body)

    def subject(self) -> str:
        """What the decision is about, in capitals where the country's acts are called so."""
        found = self.voice.say(self._subject(), title=self.title)
        return found.upper() if self.sitting.country in CAPITAL_SUBJECTS else found

    def _subject(self) -> str:
        match self.is_on_charter, self.founding is not None:
            case True, True:
                return mark("On a revised text of the charter “{title}”")
            case True, False:
                return mark("On the approval of the charter “{title}”")
            case False, True:
                return mark("On a revised text of annexes to the charter “{title}”")
        return mark("On the approval of annexes to the charter “{title}”")

    def sentence(self, message: str, **gaps: str) -> Runs:
        """A sentence with gaps."""
        return gapped(self.voice, worded(self.sitting.country, message), gaps)
