"""A release in full: the charter and its promises, word for word as they were approved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from charterkit.model.charter import Appeal, Charter, Complaints
from charterkit.model.commitment import Commitment, Measure
from charterkit.model.release import Release
from charterkit.model.requirement import Target
from charterkit.rules.releases.public import Working, by_itself
from charterkit.rules.releases.states import Dated
from charterkit.site.context import Context
from charterkit.site.redress.remedies import redress_facts
from charterkit.site.releases.report_times import report_times
from charterkit.site.releases.sealed_annexes import annex_item, annexes
from charterkit.site.releases.sealed_parts import Record, Said, SaidRow, SealedItem, SealedPart, Whole, anchor
from charterkit.site.results.figures import Figures, Unit, own_units, target_unit
from charterkit.site.results.slices import named, slice_name
from charterkit.site.views.charter import APPROVERS, PARTS

_NO_UNIT: Final = Unit("count")


def whole(context: Context, one: Dated) -> Whole:
    """A release by itself for the reader of a page."""
    return whole_of(context, one.release, context.site.working or Working(context.publication), sealed=True)


def whole_of(context: Context, release: Release, working: Working, *, sealed: bool) -> Whole:
    """A release, or a draft that is no release yet, by itself for the reader of a page."""
    records = by_itself(release, working)
    own = context.figures
    units = own_units(records.methodology, context.reader.lang, context.reader.order)
    figures = Figures(own.reader, units, own.year_starts, own.today)
    return Whole(
        replace(context, site=replace(context.site, publication=records), figures=figures),
        release,
        records,
        sealed,
    )


def item_of(found: Whole, key: str) -> SealedItem | None:
    """One record in full; None of kinds that are no records by themselves on a page."""
    kind, _, id = key.partition("/")
    if kind == "commitment":
        return _promise(found, found.records.commitments[id])
    return annex_item(found, kind, id)


def sealed_text(found: Whole) -> tuple[SealedPart, ...]:
    """The chapters of a release: what the charter says, its promises, and all that they rest on."""
    charter = found.records.charters[found.release.charter]
    record = found.record(f"charter/{charter.id}")
    # The title stands at the head of the page.
    record.at("title")
    parts = (
        *_before(found, record, charter),
        *_groups(found, record, charter),
        *_adopted(found, charter),
        *_after(found, record, charter),
        *annexes(found),
    )
    return tuple(part for part in parts if part.items or part.rows or part.intro)


def _part(
    id: str,
    title: str,
    intro: tuple[Said, ...] = (),
    items: tuple[SealedItem, ...] = (),
    rows: tuple[SaidRow, ...] = (),
) -> SealedPart:
    return SealedPart(id, Said(title), intro, items, rows)


def _before(found: Whole, record: Record, charter: Charter) -> Iterator[SealedPart]:
    say = found.say
    purpose = (record.block(charter.purpose, "purpose"),) if charter.purpose else ()
    yield _part("purpose", say("Purpose"), purpose)
    rows = [SaidRow(say("Published by"), (found.body(charter.publisher),))]
    if charter.covers:
        rows.append(SaidRow(say("Bodies covered"), tuple(found.body(id) for id in charter.covers)))
    scope = (record.block(charter.scope, "scope"),) if charter.scope else ()
    yield _part("scope", say("For whom it holds"), scope, rows=tuple(rows))
    yield _part(
        "principles", say("Principles"), items=tuple(record.passages(charter.principles, "principles"))
    )


def _groups(found: Whole, record: Record, charter: Charter) -> Iterator[SealedPart]:
    for index, group in enumerate(charter.groups):
        here = f"groups/{index}"
        own = (one for one in found.records.commitments_of(charter.id) if one.group == group.id)
        yield SealedPart(
            f"group-{group.id}",
            record.line(group.title, f"{here}/title"),
            (record.block(group.text, f"{here}/text"),) if group.text else (),
            tuple(_promise(found, one) for one in own),
        )


def _adopted(found: Whole, charter: Charter) -> Iterator[SealedPart]:
    taken = (one for one in found.records.commitments.values() if one.charter != charter.id)
    yield _part("adopted", found.say("Adopted promises"), items=tuple(_promise(found, one) for one in taken))


def _promise(found: Whole, one: Commitment) -> SealedItem:
    record = found.record(f"commitment/{one.full_id}")
    title, lead = record.line(one.title, "title"), record.line(one.promise, "promise")
    rows = tuple(_of_promise(found, record, one))
    return SealedItem(anchor(record.key), one.number, title, (lead,), (*rows, *record.rest()))


def _of_promise(found: Whole, record: Record, one: Commitment) -> Iterator[SaidRow]:
    say = found.say
    yield from record.row(say("Limits and conditions"), one.conditions, "conditions")
    for index, measure in enumerate(one.measures):
        yield _targets(found, record, measure, f"measures/{index}")
    if one.standards:
        yield SaidRow(say("Standards"), tuple(found.named("standard", id) for id in one.standards))
    if one.redress:
        yield from record.row(say("If we fail"), one.redress.remedy, "redress/remedy")
        yield from record.row(say("How to claim it"), one.redress.how, "redress/how")
        yield from record.facts(redress_facts(found.context, one.redress))
    if one.bodies:
        yield SaidRow(say("Who answers for it"), tuple(found.body(id) for id in one.bodies))
    if one.services:
        yield SaidRow(say("Services"), tuple(found.named("service", id) for id in one.services))
    yield from record.origin(one.lineage, "commitment")
    yield from record.end(one.ended)


def _targets(found: Whole, record: Record, measure: Measure, here: str) -> SaidRow:
    name, indicator = (
        found.named("indicator", measure.indicator),
        found.records.indicators.get(measure.indicator),
    )
    shown = name
    if indicator is not None and measure.only:
        part = slice_name(found.context, measure.only, indicator)
        shown = Said(named(found.context.line(indicator.title), part), "", name.href)
    unit = target_unit(indicator) if indicator is not None else _NO_UNIT
    targets = tuple(
        said
        for place, target in enumerate(measure.targets)
        for said in _target(found, record, target, unit, f"{here}/targets/{place}")
    )
    none = () if targets else (Said(found.say("No target is set.")),)
    return SaidRow(found.say("Target"), (shown, *targets, *none))


def _target(found: Whole, record: Record, target: Target, unit: Unit, here: str) -> Iterator[Said]:
    words, figures = found.context.reader.words, found.context.figures
    demand = figures.target(target, unit)
    if target.until is None:
        text = found.say("From {day}: {target}", day=words.day(target.since), target=demand)
    else:
        days = words.days(target.since, target.until)
        text = found.say("{days}: {target}", days=days, target=demand)
    yield Said(text, record.demand(target.requirement, here))
    if target.aim is not None:
        yield Said(found.say("We aim for {amount}.", amount=figures.amount(target.aim, unit)))


def _after(found: Whole, record: Record, charter: Charter) -> Iterator[SealedPart]:
    say = found.say
    yield _part("rights", say("Your rights"), items=tuple(record.passages(charter.rights, "rights")))
    yield _part("duties", say("What we ask of you"), items=tuple(record.passages(charter.duties, "duties")))
    if charter.complaints:
        rows = tuple(_complaints(found, record, charter.complaints))
        yield _part("complain", say("If a promise is not kept"), rows=rows)
    force = (record.block(charter.legal_force, "legal_force"),) if charter.legal_force else ()
    law = tuple(record.sources(charter.legal_basis))
    yield _part("law", say("What it means in law"), force, rows=law)
    rows = (*_follow_up(found, record, charter), *record.rest())
    yield _part("follow-up", say("Reports and reviews"), rows=rows)


def _complaints(found: Whole, record: Record, one: Complaints) -> Iterator[SaidRow]:
    duration = found.context.figures.duration
    if one.within:
        yield SaidRow(
            found.say("Your time limit"), (Said(duration(one.within), record.at("complaints/within/value")),)
        )
    if one.answer_within:
        place = record.at("complaints/answer_within/value")
        yield SaidRow(found.say("Time limit for our answer"), (Said(duration(one.answer_within), place),))
    if one.appeal:
        yield _appeal(
            found,
            record,
            found.say("If the answer does not satisfy you"),
            one.appeal,
            "complaints/appeal",
        )
    for index, other in enumerate(one.further):
        yield _appeal(found, record, found.say("Who else can help"), other, f"complaints/further/{index}")


def _appeal(found: Whole, record: Record, term: str, one: Appeal, here: str) -> SaidRow:
    values = [record.line(one.body, f"{here}/body")]
    if one.within:
        time = found.say("Time limit: {time}", time=found.context.figures.duration(one.within))
        values.append(Said(time, record.at(f"{here}/within/value")))
    if one.law:
        values += (said for row in record.sources((one.law,), f"{here}/law") for said in row.values)
        record.at(f"{here}/law/title")
    return SaidRow(term, tuple(values))


def _follow_up(found: Whole, record: Record, charter: Charter) -> Iterator[SaidRow]:
    say = found.say
    for part, who in charter.approvers:
        yield SaidRow(say(PARTS[part]), (Said(say(APPROVERS[who])),))
    if charter.reports:
        to = record.line(charter.reports.to, "reports/to")
        times = Said(report_times(found.context.reader.words, charter.reports))
        yield SaidRow(say("Reports go to"), (to, times))
    if charter.review and charter.review.every:
        every = found.context.figures.duration(charter.review.every)
        yield SaidRow(say("Time between reviews"), (Said(every, record.at("review/every/value")),))
