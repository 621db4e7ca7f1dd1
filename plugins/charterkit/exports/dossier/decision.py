"""The draft decision: the country's usual skeleton, with gaps where only the sitting knows what belongs there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from charterkit.exports.dossier.acts import act_name, date_and_number
from charterkit.exports.dossier.facts import Sitting
from charterkit.exports.dossier.gaps import gap, gapped
from charterkit.exports.dossier.legal import PORTIONS, TOGETHER, Part, form, signatory, skeleton
from charterkit.exports.dossier.tree import (
    Block,
    Items,
    Look,
    Paragraph,
    Run,
    Runs,
    Style,
    para,
    plain,
    strong,
)
from charterkit.exports.dossier.voice import Voice
from charterkit.model.release import ActKind, Approver, Portion
from charterkit.strings import mark
from charterkit.text import inside


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
        return form(self.voice.context.reader.words, self.approver)

    @property
    def unknown_body(self) -> str:
        """What belongs into the gap where no record says who decides."""
        return self.voice.in_context("to fill in", "name of the body that decides")

    def body(self) -> Runs:
        """Who decides; a gap where no record says it."""
        body = self.sitting.bodies.get(self.approver)
        name = self.voice.bare(body.name) if body else ""
        return (
            strong(name.upper())
            if name
            else gap(self.voice.in_context("to fill in", "name of the body that decides"))
        )

    def subject(self) -> str:
        """What the decision is about."""
        if not self.is_on_charter:
            return self.voice.say("On the approval of annexes to the charter “{title}”", title=self.title)
        if self.sitting.base is not None:
            return self.voice.say("On a new wording of the charter “{title}”", title=self.title)
        return self.voice.say("On the approval of the charter “{title}”", title=self.title)

    def sentence(self, message: str, **gaps: str) -> Runs:
        """A sentence with gaps."""
        return gapped(self.voice, message, gaps)


def decision(draft: Draft) -> tuple[Block, ...]:
    """The draft, part by part in the order of the country."""
    mark_of_draft = Paragraph(plain(draft.voice.say("Draft").upper()), Style.ANNEX)
    parts = skeleton(draft.sitting.country)
    return (mark_of_draft, *(block for part in parts for block in _PARTS[part](draft)))


def _body(draft: Draft) -> Iterator[Block]:
    yield Paragraph(draft.body(), Style.CENTRED)


def _form(draft: Draft) -> Iterator[Block]:
    yield Paragraph(strong(draft.form.upper()), Style.CENTRED)


def _numbered(draft: Draft) -> Iterator[Block]:
    """What a decision is called where its number and its day are a part of the name."""
    in_context = draft.voice.in_context
    gaps = {
        "number": in_context("to fill in", "number of the act"),
        "year": in_context("to fill in", "year"),
        "date": in_context("to fill in", "month and day"),
    }
    runs = gapped(draft.voice, mark("{form} No {number}/{year} ({date})"), gaps, form=inside(draft.form))
    yield Paragraph(runs, Style.CENTRED)


def _minutes(draft: Draft) -> Iterator[Block]:
    """At which sitting it was adopted; nobody sits where one person decides."""
    if draft.is_together:
        in_context = draft.voice.in_context
        gaps = {
            "date": in_context("to fill in", "day, month, year"),
            "number": in_context("to fill in", "number of the minutes"),
        }
        yield Paragraph(
            draft.sentence(mark("Adopted at the sitting of {date}, minutes No {number}"), **gaps),
            Style.CENTRED,
        )


def _responsible(draft: Draft) -> Iterator[Block]:
    """Who carries it out, until when."""
    in_context = draft.voice.in_context
    who, day = in_context("to fill in", "who carries it out"), in_context("to fill in", "day, month, year")
    yield Paragraph(draft.sentence(mark("Responsible: {who}"), who=who))
    yield Paragraph(draft.sentence(mark("To be done by: {day}"), day=day))


def _subject(draft: Draft) -> Iterator[Block]:
    yield Paragraph(strong(draft.subject()), Style.CENTRED)


def _dateline(draft: Draft) -> Iterator[Block]:
    gaps = date_and_number(draft.voice)
    yield Paragraph(draft.sentence(mark("{date} No {number}"), **gaps), Style.CENTRED)
    yield Paragraph(gap(draft.voice.in_context("to fill in", "place of signing")), Style.CENTRED)


def _recital(draft: Draft) -> Iterator[Block]:
    law = draft.voice.in_context("to fill in", "law, article, paragraph")
    if draft.sitting.country == "SI" and draft.is_together:
        yield from _slovenian_recital(draft, law)
    elif draft.is_together:
        body = draft.sitting.bodies.get(draft.approver)
        name = draft.voice.bare(body.name) if body else ""
        runs = gapped(
            draft.voice,
            mark("Acting under {law}, {body} decides:"),
            {
                "law": law,
                **(
                    {}
                    if name
                    else {"body": draft.voice.in_context("to fill in", "name of the body that decides")}
                ),
            },
            **({"body": name} if name else {}),
        )
        yield Paragraph(runs)
    else:
        yield Paragraph(draft.sentence(mark("Acting under {law}:"), law=law))
    laws = draft.voice.sealed.charter.legal_basis
    if laws:
        named = "; ".join(draft.voice.bare(one.title) for one in laws)
        note = draft.voice.say(
            "For the drafter: the charter itself rests on {laws}. Delete this note.", laws=named
        )
        yield para(note, Style.NOTE)


def _slovenian_recital(draft: Draft, law: str) -> Iterator[Block]:
    body = draft.sitting.bodies.get(draft.approver)
    name = (
        draft.voice.bare(body.name)
        if body
        else draft.voice.in_context("to fill in", "name of the body that decides")
    )
    runs = gapped(
        draft.voice,
        mark("Under {law}, {body} adopted at its sitting number {sitting}, on {date}, this"),
        {
            "law": law,
            "sitting": draft.voice.in_context("to fill in", "number of the sitting"),
            "date": draft.voice.in_context("to fill in", "day, month, year"),
        },
        body=name,
    )
    yield Paragraph(runs)


def _points(draft: Draft) -> Iterator[Block]:
    found = (_approve(draft), _content(draft), *_repeal(draft), _effect(draft), _publish(draft))
    yield Items(found, 1)


def _approve(draft: Draft) -> tuple[Block, ...]:
    others = [part for part in draft.portions if part is not Portion.CHARTER]
    listed = tuple((para(draft.voice.say(PORTIONS[part])),) for part in others)
    words = draft.voice.say(_approval(draft), title=draft.title, version=draft.sitting.version)
    return (para(words), *((Items(listed),) if listed else ()))


def _approval(draft: Draft) -> str:
    match draft.is_on_charter, draft.is_together:
        case True, True:
            return mark("To approve the charter “{title}”, version {version} (annexed).")
        case True, False:
            return mark("I approve the charter “{title}”, version {version} (annexed).")
        case False, True:
            return mark("To approve annexes to the charter “{title}”, version {version}:")
    return mark("I approve annexes to the charter “{title}”, version {version}:")


def _content(draft: Draft) -> tuple[Block, ...]:
    words = draft.voice.say("The approved content is the file content.json. Its SHA-256 checksum is:")
    return (para(words), Paragraph((Run(draft.sitting.digest, Look.CODE),)))


def _repeal(draft: Draft) -> Iterator[tuple[Block, ...]]:
    acts = draft.sitting.base.acts if draft.sitting.base else ()
    own = [act for act in acts if act.by is draft.approver and act.kind is ActKind.APPROVAL]
    if not own:
        return
    words = (
        draft.voice.say("To repeal, with all its amendments:")
        if draft.is_together
        else draft.voice.say("I repeal, with all its amendments:")
    )
    yield para(words), Items(tuple((para(act_name(draft.voice, act)),) for act in own))


def _effect(draft: Draft) -> tuple[Block, ...]:
    day = draft.voice.in_context("to fill in", "day, month, year")
    if draft.is_together:
        return (Paragraph(draft.sentence(mark("This decision takes effect on {day}."), day=day)),)
    return (Paragraph(draft.sentence(mark("This order takes effect on {day}."), day=day)),)


def _publish(draft: Draft) -> tuple[Block, ...]:
    gaps = {
        "gazette": draft.voice.in_context("to fill in", "official gazette"),
        "website": draft.voice.in_context("to fill in", "website"),
    }
    if draft.is_together:
        return (
            Paragraph(draft.sentence(mark("To publish this decision here: {gazette}, {website}."), **gaps)),
        )
    return (Paragraph(draft.sentence(mark("This order is published here: {gazette}, {website}."), **gaps)),)


def _appeal(draft: Draft) -> Iterator[Block]:
    in_context = draft.voice.in_context
    gaps = {
        "court": in_context("to fill in", "court or commission"),
        "time": in_context("to fill in", "time limit"),
        "law": in_context("to fill in", "law"),
    }
    if draft.is_together:
        message = mark(
            "An appeal against this decision may be lodged. Where: {court}. Time limit: {time}. Legal basis: {law}."
        )
    else:
        message = mark(
            "An appeal against this order may be lodged. Where: {court}. Time limit: {time}. Legal basis: {law}."
        )
    yield Paragraph(draft.sentence(message, **gaps))


def _signature(draft: Draft) -> Iterator[Block]:
    words = draft.voice.context.reader.words
    name = draft.voice.in_context("to fill in", "signature, first name and surname")
    yield Paragraph((*plain(f"{signatory(words, draft.approver)}   "), *gap(name)), Style.SIGNATURE)
    if draft.sitting.country == "HU" and draft.approver is Approver.COUNCIL:
        second = words.in_context("signs a decision of the council", "Notary of the municipality")
        yield Paragraph((*plain(f"{second}   "), *gap(name)), Style.SIGNATURE)


_PARTS: Final[Mapping[Part, Callable[[Draft], Iterator[Block]]]] = {
    Part.BODY: _body,
    Part.FORM: _form,
    Part.NUMBERED: _numbered,
    Part.MINUTES: _minutes,
    Part.RESPONSIBLE: _responsible,
    Part.SUBJECT: _subject,
    Part.DATELINE: _dateline,
    Part.RECITAL: _recital,
    Part.POINTS: _points,
    Part.APPEAL: _appeal,
    Part.SIGNATURE: _signature,
}
