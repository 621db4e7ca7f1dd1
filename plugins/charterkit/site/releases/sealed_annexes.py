"""A release in full: what its promises rest on – standards, indicators, procedures, services and the methodology."""

from __future__ import annotations

from collections.abc import Iterator

from charterkit.model.indicator import Indicator, Part
from charterkit.model.methodology import Methodology
from charterkit.model.procedure import Procedure
from charterkit.model.requirement import Norm
from charterkit.model.service import Service
from charterkit.model.standard import Standard
from charterkit.site.methods.indicator_facts import (
    frequency_facts,
    kind_facts,
    protection_facts,
    reach_facts,
    unit_facts,
)
from charterkit.site.records import norm_sentence
from charterkit.site.releases.sealed_parts import Record, Said, SaidRow, SealedItem, SealedPart, Whole
from charterkit.site.results.figures import Unit
from charterkit.site.services.clocks import clock_facts
from charterkit.site.views.indicator import DIRECTIONS, DIRECTIONS_OF_DAYS, near_words


def annex_item(found: Whole, kind: str, id: str) -> SealedItem | None:
    """A standard, an indicator, a procedure or a service in full; None of any other kind."""
    records = found.records
    match kind:
        case "standard":
            return _standard(found, records.standards[id])
        case "indicator":
            return _indicator(found, records.indicators[id])
        case "procedure":
            return _procedure(found, records.procedures[id])
        case "service":
            return _service(found, records.services[id])
        case _:
            return None


def _standard(found: Whole, one: Standard) -> SealedItem:
    record = found.record(f"standard/{one.id}")
    title, lead = record.line(one.title, "title"), record.block(one.statement, "statement")
    rows = tuple(_of_standard(found, record, one))
    return SealedItem(f"standard-{one.id}", "", title, (lead,), (*rows, *record.rest()))


def _of_standard(found: Whole, record: Record, one: Standard) -> Iterator[SaidRow]:
    say = found.say
    yield from _norms(found, record, say("What the standard demands"), one.norms, "norms")
    for index, variant in enumerate(one.variants):
        here = f"variants/{index}"
        name = record.line(variant.when, f"{here}/when")
        rows = tuple(_norms(found, record, say("What the standard demands"), variant.norms, f"{here}/norms"))
        yield SaidRow(say("Special case"), (name, *(said for row in rows for said in row.values)))
    if one.clock:
        texts = ("clock/starts", "clock/stops", "clock/pauses")
        yield from record.facts(clock_facts(found.context, one.clock), *texts)
    yield from record.sources(one.legal_basis)
    yield from record.origin(one.lineage, "standard")
    yield from record.end(one.ended)


def _norms(found: Whole, record: Record, term: str, norms: tuple[Norm, ...], path: str) -> Iterator[SaidRow]:
    values = tuple(
        said for index, norm in enumerate(norms) for said in _norm(found, record, norm, f"{path}/{index}")
    )
    if values:
        yield SaidRow(term, values)


def _norm(found: Whole, record: Record, norm: Norm, here: str) -> Iterator[Said]:
    words, demand = found.context.reader.words, norm_sentence(found.context, norm)
    if norm.until is None:
        text = found.say("From {day}: {target}", day=words.day(norm.since), target=demand)
    else:
        text = found.say("{days}: {target}", days=words.days(norm.since, norm.until), target=demand)
    yield Said(text, record.demand(norm.requirement, here))
    if norm.extension:
        longest = found.context.figures.amount(norm.extension.at_most, Unit(norm.unit or "count"))
        said = found.say("May be extended by at most {time}.", time=longest)
        yield Said(said, record.at(f"{here}/extension/at_most"))
        for name, text_of in (("when", norm.extension.when), ("notice", norm.extension.notice)):
            if text_of:
                yield record.block(text_of, f"{here}/extension/{name}")


def _indicator(found: Whole, one: Indicator) -> SealedItem:
    record = found.record(f"indicator/{one.id}")
    title, lead = record.line(one.title, "title"), record.block(one.definition, "definition")
    rows = tuple(_of_indicator(found, record, one))
    return SealedItem(f"indicator-{one.id}", "", title, (lead,), (*rows, *record.rest()))


def _of_indicator(found: Whole, record: Record, one: Indicator) -> Iterator[SaidRow]:
    say, context = found.say, found.context
    yield from record.facts(kind_facts(context, one), "question")
    yield from record.facts(unit_facts(context, one))
    directions = DIRECTIONS_OF_DAYS if one.unit == "date" else DIRECTIONS
    yield SaidRow(say("Direction"), (Said(say(directions[one.direction])),))
    above = (
        say("Counted above the line"),
        say("Included above the line"),
        say("Not included above the line"),
    )
    below = (
        say("Counted below the line"),
        say("Included below the line"),
        say("Not included below the line"),
    )
    yield from _counted(record, above, one.numerator, "numerator")
    yield from _counted(record, below, one.denominator, "denominator")
    yield from record.row(say("How it is worked out"), one.formula, "formula")
    yield from record.row(say("Weighting"), one.weighting, "weighting")
    if one.near:
        yield SaidRow(say("Nearly met means"), (Said(near_words(context, one, one.near)),))
    yield from record.facts((*frequency_facts(context, one), *reach_facts(context, one)))
    yield from record.facts(protection_facts(context, one))
    for index, version in enumerate(one.method_versions):
        day = say("Change of method on {day}", day=context.reader.words.day(version.since))
        yield from record.row(day, version.change, f"method_versions/{index}/change")
    yield from _split(found, record, one)
    yield from record.origin(one.lineage, "indicator")
    yield from record.end(one.ended)


def _counted(record: Record, terms: tuple[str, str, str], part: Part | None, path: str) -> Iterator[SaidRow]:
    if part is not None:
        yield from record.row(terms[0], part.definition, f"{path}/definition")
        yield from record.row(terms[1], part.includes, f"{path}/includes")
        yield from record.row(terms[2], part.excludes, f"{path}/excludes")


def _split(found: Whole, record: Record, one: Indicator) -> Iterator[SaidRow]:
    """By what the figure is broken down."""
    for index, split in enumerate(one.disaggregations):
        here = f"disaggregations/{index}"
        title = (record.line(split.title, f"{here}/title"),) if split.title else ()
        names = tuple(record.line(name, f"{here}/names/{value}") for value, name in split.names)
        yield SaidRow(found.say("How the figure is broken down"), (*title, *names))


def _procedure(found: Whole, one: Procedure) -> SealedItem:
    record = found.record(f"procedure/{one.id}")
    title, lead = record.line(one.title, "title"), record.block(one.summary, "summary")
    text = (record.block(one.text, "prose"),) if one.text else ()
    rows = tuple(_of_procedure(found, record, one))
    return SealedItem(f"procedure-{one.id}", one.number, title, (lead, *text), (*rows, *record.rest()))


def _of_procedure(found: Whole, record: Record, one: Procedure) -> Iterator[SaidRow]:
    say = found.say
    for index, annex in enumerate(one.annexes):
        here = f"annexes/{index}"
        texts = (record.block(annex.text, f"{here}/text"),) if annex.text else ()
        yield SaidRow(say("Annex"), (record.line(annex.title, f"{here}/title"), *texts))
    if one.edition:
        yield SaidRow(say("Edition"), (Said(one.edition),))
    if one.bodies:
        yield SaidRow(say("Who works by it"), tuple(found.body(id) for id in one.bodies))
    if one.standards:
        yield SaidRow(say("Standards"), tuple(found.named("standard", id) for id in one.standards))
    yield from record.sources(one.legal_basis)
    yield from record.end(one.ended)


def _service(found: Whole, one: Service) -> SealedItem:
    record = found.record(f"service/{one.id}")
    title, lead = record.line(one.title, "title"), record.block(one.summary, "summary")
    bodies = tuple(found.body(id) for id in one.bodies)
    who = (SaidRow(found.say("Who answers for it"), bodies),) if bodies else ()
    law = tuple(record.sources(one.legal_basis))
    rows = (*who, *law, *record.rest())
    return SealedItem(f"service-{one.id}", one.number, title, (lead,), rows)


def methodology_part(found: Whole, one: Methodology) -> SealedPart:
    """The methodology in full."""
    record, say = found.record("methodology"), found.say
    title, summary = (
        record.line(one.title, "title"),
        (record.block(one.summary, "summary"),) if one.summary else (),
    )
    sections = tuple(record.passages(one.sections, "sections"))
    rows = (
        *record.row(say("When figures are revised"), one.revision_policy, "revision_policy"),
        *record.row(say("Complaints"), one.complaints, "complaints"),
        _smallest(found, one),
        *_classes(found, record, one),
        *_review(found, record, one),
        *record.sources(one.legal_basis),
        *record.rest(),
    )
    return SealedPart("methodology", title, summary, sections, rows)


def _smallest(found: Whole, one: Methodology) -> SaidRow:
    hidden = found.context.reader.words.count(
        "Counts of fewer than {n} person are not shown.",
        "Counts of fewer than {n} people are not shown.",
        one.k,
    )
    return SaidRow(found.say("Protection of persons"), (Said(hidden),))


def _classes(found: Whole, record: Record, one: Methodology) -> Iterator[SaidRow]:
    for index, sort in enumerate(one.service_classes):
        here = f"service_classes/{index}"
        values = [record.line(sort.title, f"{here}/title")]
        if sort.at_most:
            limit = found.say("at most {amount}", amount=found.context.figures.duration(sort.at_most))
            values.append(Said(limit, record.at(f"{here}/at_most/value")))
        values += (
            said for row in record.sources(sort.legal_basis, f"{here}/legal_basis") for said in row.values
        )
        yield SaidRow(found.say("Class of services"), tuple(values))


def _review(found: Whole, record: Record, one: Methodology) -> Iterator[SaidRow]:
    if one.review_every:
        every = found.context.figures.duration(one.review_every)
        yield SaidRow(found.say("Time between reviews"), (Said(every, record.at("review_every/value")),))
