"""What a release says, article by article: the clean text, the marked-up text and every table are read from these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charterkit.exports.dossier.tree import Block, Items, para
from charterkit.exports.dossier.voice import Voice
from charterkit.model.charter import Appeal, Charter, Complaints
from charterkit.model.commitment import Commitment, Measure
from charterkit.model.common import Ended, Titled
from charterkit.site.pieces import words_of
from charterkit.site.redress.remedies import redress_facts
from charterkit.site.redress.time_limits import time_limit
from charterkit.site.releases.act_words import APPROVERS, PARTS
from charterkit.site.releases.report_times import report_times
from charterkit.site.results.slices import slice_name
from charterkit.text import sentences


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that an article says: the field of the record it comes from, its label (blank: none), its words."""

    path: str
    label: str
    blocks: tuple[Block, ...]
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """One record, or one passage of a charter: `key` is the record, `id` tells the passages of a record apart."""

    key: str
    id: str
    number: str
    title: str
    fields: tuple[Field, ...]

    @property
    def name(self) -> str:
        """How a table names it."""
        return f"{self.number} {self.title}".strip()


@dataclass(frozen=True, slots=True)
class Chapter:
    """Articles under one heading. An `annex` begins on a page of its own; `above` stands over its heading."""

    id: str
    title: str
    articles: tuple[Article, ...]
    annex: bool = False
    above: tuple[Block, ...] = ()


def ending(voice: Voice, ended: Ended) -> Field:
    """That a record holds no longer: since when, and why."""
    day = voice.in_context("of a record", "No longer in force from {day}.", day=voice.day_inside(ended.since))
    return Field("ended", "", (para(day), *voice.block(ended.reason)))


def ended_by(before: Article | None, after: Article | None) -> Field | None:
    """What says that an article holds no longer, where that is new: since when, and why."""
    if before is None or after is None:
        return None
    found = (next((field for field in one.fields if field.path == "ended"), None) for one in (before, after))
    old, new = found
    return new if old is None else None


def before_annexes(voice: Voice) -> tuple[Chapter, ...]:
    """What the charter says itself: its promises, and what stands around them."""
    charter = voice.sealed.charter
    return (
        *_before(voice, charter),
        *_groups(voice, charter),
        *_adopted(voice, charter),
        *_after(voice, charter),
    )


def field(path: str, label: str, found: tuple[Block, ...], *, lead: bool = False) -> tuple[Field, ...]:
    """A field, or nothing where it has no words."""
    return (Field(path, label, found, lead),) if found else ()


def _one(voice: Voice, path: str, title: str, *found: Field) -> Chapter:
    key = f"charter/{voice.sealed.charter_id}"
    return Chapter(path, title, (Article(key, path, "", title, found),) if found else ())


def _before(voice: Voice, charter: Charter) -> Iterator[Chapter]:
    yield _one(voice, "purpose", voice.say("Purpose"), *field("purpose", "", voice.block(charter.purpose)))
    covers: tuple[Block, ...] = tuple(
        [Items(tuple((para(voice.body(id)),) for id in charter.covers))] if charter.covers else []
    )
    yield _one(
        voice,
        "scope",
        voice.say("For whom it holds"),
        *field("scope", "", voice.block(charter.scope)),
        *field("publisher", voice.say("Published by"), (para(voice.body(charter.publisher)),)),
        *field("covers", voice.say("Bodies covered"), covers),
    )
    yield _passages(voice, "principles", voice.say("Principles"), charter.principles)


def _passages(voice: Voice, path: str, title: str, found: tuple[Titled, ...]) -> Chapter:
    key = f"charter/{voice.sealed.charter_id}"
    return Chapter(
        path,
        title,
        tuple(
            Article(
                key,
                f"{path}/{one.id or place}",
                "",
                voice.bare(one.title),
                field(path, "", voice.block(one.text)),
            )
            for place, one in enumerate(found)
        ),
    )


def _groups(voice: Voice, charter: Charter) -> Iterator[Chapter]:
    key = f"charter/{charter.id}"
    for group in charter.groups:
        own = [one for one in voice.sealed.commitments if (one.charter, one.group) == (charter.id, group.id)]
        intro = (
            (Article(key, f"groups/{group.id}", "", "", field("groups", "", voice.block(group.text))),)
            if group.text
            else ()
        )
        title = voice.bare(group.title)
        yield Chapter(f"group/{group.id}", title, (*intro, *(promise(voice, one) for one in own)))


def _adopted(voice: Voice, charter: Charter) -> Iterator[Chapter]:
    taken = [one for one in voice.sealed.commitments if one.charter != charter.id]
    title = voice.say("Adopted promises")
    yield Chapter("adopted", title, tuple(promise(voice, one) for one in taken))


def promise(voice: Voice, one: Commitment) -> Article:
    """A promise with all that is promised by it."""
    key = f"commitment/{one.full_id}"
    return Article(key, "", f"{one.number}.", voice.bare(one.title), tuple(_promise(voice, one)))


def _promise(voice: Voice, one: Commitment) -> Iterator[Field]:
    yield from field("promise", "", voice.block(one.promise), lead=True)
    yield from field("conditions", voice.say("Limits and conditions"), voice.block(one.conditions))
    for measure in one.measures:
        yield from _measure(voice, measure)
    if one.standards:
        names = ", ".join(voice.standard(id) for id in one.standards)
        yield Field("standards", voice.say("Standards"), (para(names),))
    if one.redress:
        yield from field("redress", voice.say("If we fail"), voice.block(one.redress.remedy))
        yield from field("redress", voice.say("How to claim it"), voice.block(one.redress.how))
        for fact in redress_facts(voice.context, one.redress):
            told = sentences(*(words_of(link.text) for link in fact.values))
            yield Field("redress", fact.term, (para(told),))
    if one.bodies:
        yield Field(
            "bodies", voice.say("Who keeps it"), (para(", ".join(voice.body(id) for id in one.bodies)),)
        )
    if one.lineage:
        yield Field("lineage", *voice.lineage(one.lineage, _origins(voice, one)))
    if one.ended:
        yield ending(voice, one.ended)


def _origins(voice: Voice, one: Commitment) -> Iterator[str]:
    assert one.lineage is not None
    known = {other.id: voice.bare(other.title) for other in voice.sealed.commitments}
    return (known.get(id, id) for id in one.lineage.origins)


def _measure(voice: Voice, measure: Measure) -> Iterator[Field]:
    name = voice.indicator(measure.indicator)
    indicator = voice.sealed.indicators.get(measure.indicator)
    if measure.only and indicator is not None:
        name = f"{name}: {words_of(slice_name(voice.context, measure.only, indicator))}"
    label = voice.say("Target: {indicator}", indicator=name)
    yield from field("measures", label, voice.targets(measure) or (para(voice.say("No target is set.")),))


def _after(voice: Voice, charter: Charter) -> Iterator[Chapter]:
    say = voice.say
    yield _passages(voice, "rights", say("Your rights"), charter.rights)
    yield _passages(voice, "duties", say("What we ask of you"), charter.duties)
    if charter.complaints:
        found = tuple(_complaints(voice, charter.complaints))
        yield _one(voice, "complaints", say("If a promise is not kept"), *found)
    yield _one(
        voice,
        "legal_force",
        say("What it means in law"),
        *field("legal_force", "", voice.block(charter.legal_force)),
        *field("legal_basis", say("Legal basis"), voice.sources(charter.legal_basis)),
    )
    yield _one(voice, "follow_up", say("Approval, reports and reviews"), *_follow_up(voice, charter))


def _complaints(voice: Voice, one: Complaints) -> Iterator[Field]:
    if one.within:
        yield Field(
            "complaints", voice.say("Your time limit"), (para(time_limit(voice.context, one.within)),)
        )
    if one.answer_within:
        words = voice.duration(one.answer_within)
        yield Field("complaints", voice.say("Time limit for our answer"), (para(words),))
    if one.appeal:
        yield _appeal(voice, voice.say("If you do not agree with our answer"), one.appeal)
    for other in one.further:
        yield _appeal(voice, voice.say("Who else can help: {body}", body=voice.bare(other.body)), other)


def _appeal(voice: Voice, label: str, one: Appeal) -> Field:
    within = (
        voice.say("Your time limit: {time}", time=time_limit(voice.context, one.within)) if one.within else ""
    )
    name = voice.bare(one.body)
    lines = ("" if name in label else name, within)
    law = voice.sources((one.law,)) if one.law else ()
    return Field("complaints", label, (*(para(line) for line in lines if line), *law))


def _follow_up(voice: Voice, charter: Charter) -> Iterator[Field]:
    for part, who in charter.approvers:
        if part in PARTS and who in APPROVERS:
            yield Field("approvers", voice.say(PARTS[part]), (para(voice.say(APPROVERS[who])),))
    if charter.reports:
        lines = [voice.bare(charter.reports.to), report_times(voice.context.reader.words, charter.reports)]
        yield Field("reports", voice.say("Reports go to"), tuple(para(line) for line in lines))
    if charter.review and charter.review.every:
        every = voice.duration(charter.review.every)
        yield Field("review", voice.say("Time between reviews"), (para(every),))
