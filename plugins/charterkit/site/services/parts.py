"""The larger parts of the page of a service: the steps, the time, the cost, where and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from charterkit.model.common import Duration
from charterkit.model.service import Form, Online, OnlineLevel, Service, ServiceVariant, Step
from charterkit.model.standard import Clock
from charterkit.rules.offered import ONLINE
from charterkit.site.context import Context, Fact, Link
from charterkit.site.pieces import Piece
from charterkit.site.records import channel_facts, norm_in_force, source_links
from charterkit.site.services.clocks import clock_facts
from charterkit.site.services.deadline_examples import Example, deadline_examples, longest_time
from charterkit.site.services.fees import (
    FeePart,
    costs_otherwise,
    fee_parts,
    fee_texts,
    is_free,
    is_free_by_itself,
    step_fee_parts,
)
from charterkit.site.services.in_brief import standard_norm
from charterkit.site.services.needs import only_for
from charterkit.site.services.places import PlacePart, place_part
from charterkit.strings import mark
from charterkit.text import beginning

_LEVELS: Final[Mapping[OnlineLevel, str]] = {
    OnlineLevel.INFORMATION: mark("Online you can read about it; you cannot ask for it there."),
    OnlineLevel.FORMS: mark("Online you can get the forms; you hand them in another way."),
    OnlineLevel.APPLY: mark("You can ask for it online."),
    OnlineLevel.FULL: mark("You can do all of it online, from asking to the result."),
    OnlineLevel.PROACTIVE: mark("You need not ask for it: we do it by ourselves."),
}


@dataclass(frozen=True, slots=True)
class StepPart:
    """A step: what the client does, what the body does; time, fee and who does it in `details`."""

    number: str
    only: tuple[Piece, ...]
    client: Piece
    agency: Piece
    details: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class VariantRow:
    """Another way of the service, with its time and fees."""

    title: Piece
    when: Piece
    time: str
    fees: tuple[FeePart, ...]


@dataclass(frozen=True, slots=True)
class VariantTable:
    """The other ways of a service, and whether any of them has a time or a cost of which there is something to say."""

    rows: tuple[VariantRow, ...]
    with_time: bool
    with_cost: bool

    def __bool__(self) -> bool:
        return bool(self.rows)


@dataclass(frozen=True, slots=True)
class TimePart:
    """How long it takes as a sentence (blank where it is not stated), what sets the time, and other ways."""

    sentence: Piece | str
    note: Piece
    facts: tuple[Fact, ...]
    variants: VariantTable
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class CostPart:
    """What is paid: nothing at all (`free`), fees, fees of other ways (`elsewhere`), or none of it stated."""

    free: bool
    fees: tuple[FeePart, ...]
    elsewhere: bool
    note: Piece


@dataclass(frozen=True, slots=True)
class OnlinePart:
    """How far one gets online, where to begin, and what is needed for it."""

    sentence: Piece | str
    link: Link | None
    note: Piece


@dataclass(frozen=True, slots=True)
class WherePart:
    """How far one gets online, the other ways to ask, the forms, and the places."""

    online: OnlinePart | None
    channels: tuple[Fact, ...]
    forms: tuple[Link, ...]
    places: tuple[PlacePart, ...]

    def __bool__(self) -> bool:
        return bool(self.online or self.channels or self.forms or self.places)


def steps(context: Context, service: Service) -> tuple[StepPart, ...]:
    """What happens, step by step."""
    return tuple(_step(context, number, step, service) for number, step in enumerate(service.steps, start=1))


def time(context: Context, service: Service) -> TimePart:
    """How long it takes."""
    return TimePart(
        _sentence(context, service),
        context.line(service.takes_note),
        _time_facts(context, service),
        _variants(context, service),
        _examples(context, service),
    )


def cost(context: Context, service: Service) -> CostPart:
    """What it costs."""
    free = is_free(service)
    fees = fee_parts(context, service.fees) or step_fee_parts(context, service)
    elsewhere = costs_otherwise(service) and not free
    return CostPart(free, () if free else fees, elsewhere, context.line(service.fees_note))


def where(context: Context, service: Service) -> WherePart:
    """Where and how one asks for it."""
    # A preview shows pages whose references are still wrong.
    known = context.directory.places
    places = tuple(place_part(context, known[id]) for id in service.places if id in known)
    links = tuple(Link(place.title, f"#{place.id}") for place in places)
    return WherePart(
        _online(context, service, service.online) if service.online else None,
        (*channel_facts(context, service.channels, links), *_languages(context, service)),
        tuple(_form(context, form) for form in service.forms),
        places,
    )


def _step(context: Context, number: int, step: Step, service: Service) -> StepPart:
    return StepPart(
        str(number),
        only_for(context, step.variants, service),
        context.block(step.client),
        context.block(step.agency),
        tuple(_step_details(context, step)),
    )


def _step_details(context: Context, step: Step) -> Iterator[Link]:
    if step.takes:
        yield Link(context.figures.takes(step.takes))
    if step.takes_note:
        yield Link(context.line(step.takes_note))
    for fee in fee_parts(context, step.fees):
        yield from (Link(text) for text in fee_texts(fee))
    if step.role:
        yield Link(context.line(step.role))
    if step.body:
        yield context.body_link(step.body)


def _variants(context: Context, service: Service) -> VariantTable:
    rows = tuple(_variant(context, variant, service) for variant in service.variants)
    return VariantTable(rows, any(row.time for row in rows), any(row.fees for row in rows))


def _variant(context: Context, variant: ServiceVariant, service: Service) -> VariantRow:
    # What is free in every case is free in this one; any other fee of the service may or may not hold here.
    free = service.fees[:1] if is_free_by_itself(service) else ()
    return VariantRow(
        context.line(variant.title),
        context.line(variant.when),
        context.figures.takes(variant.takes) if variant.takes else "",
        fee_parts(context, variant.fees or free),
    )


def _class_facts(context: Context, service: Service) -> tuple[Fact, ...]:
    methodology = context.publication.methodology
    classes = methodology.service_classes if methodology else ()
    found = next((one for one in classes if one.id == service.complexity), None)
    if found is None:
        return ()
    values = [Link(context.line(found.title))]
    if found.at_most:
        longest = context.figures.duration(found.at_most)
        values.append(Link(context.say("Longest time allowed: {time}", time=longest)))
    return (Fact(context.say("Class of service"), (*values, *source_links(context, found.legal_basis))),)


def _sentence(context: Context, service: Service) -> Piece | str:
    if not service.takes:
        return standard_norm(context, service)
    time = context.figures.takes(service.takes)
    if any(part.up_to is not None for part in service.takes):
        return beginning(time)
    return beginning(context.say("at most {amount}", amount=time))


def _time_facts(context: Context, service: Service) -> tuple[Fact, ...]:
    standard, clock = context.publication.standards.get(service.standard), _clock(context, service)
    in_working_days = standard is not None and standard.in_working_days
    facts = clock_facts(context, clock, in_working_days=in_working_days) if clock else ()
    if standard is not None:
        norm = standard_norm(context, service)
        values = (context.standard_link(standard.id), *((Link(norm),) if norm else ()))
        facts = (Fact(context.say("Standard"), values), *facts)
    return (*facts, *_class_facts(context, service))


def _clock(context: Context, service: Service) -> Clock | None:
    standard = context.publication.standards.get(service.standard)
    return service.clock or (standard.clock if standard else None)


def _examples(context: Context, service: Service) -> tuple[Example, ...]:
    """Deadlines worked out, where the service takes one single time; days and minutes together have no last day."""
    if not service.is_offered(context.standing.today):
        return ()
    clock, limit = _clock(context, service), _limit(context, service)
    return deadline_examples(context, limit, clock) if clock and limit else ()


def _limit(context: Context, service: Service) -> Duration | None:
    if service.takes:
        longest = service.takes[0]
        return Duration(longest.up_to or longest.value, longest.unit) if len(service.takes) == 1 else None
    standard = context.publication.standards.get(service.standard)
    norm = norm_in_force(standard.norms, context.standing.today) if standard else None
    return longest_time(norm) if norm else None


def _online(context: Context, service: Service, online: Online) -> OnlinePart:
    starts = online.level in ONLINE and service.is_offered(context.standing.today)
    words = context.say("Start online") if starts else context.say("Go to the page")
    return OnlinePart(
        context.say(_LEVELS[online.level]),
        Link(words, online.url) if online.url else None,
        context.line(online.note),
    )


def _languages(context: Context, service: Service) -> tuple[Fact, ...]:
    if not service.languages:
        return ()
    words = context.reader.words
    names = words.listing([words.language_name(code) for code in service.languages])
    return (Fact(context.say("Languages in which we serve you"), (Link(beginning(names)),)),)


def _form(context: Context, form: Form) -> Link:
    return Link(context.line(form.title), form.url)
