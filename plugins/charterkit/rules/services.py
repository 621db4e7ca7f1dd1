"""Whether what a service says of its fees and times fits together, and fits the class of the service."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from charterkit.model.methodology import ServiceClass
from charterkit.model.publication import Publication
from charterkit.model.service import Fee, Service, TimeTaken
from charterkit.numbers import is_currency_code
from charterkit.problems import Problem, Spot, problem
from charterkit.rules.channels import channel_problems
from charterkit.rules.times import differs, exceeds, surpassed, written


def service_problems(publication: Publication) -> Iterator[Problem]:
    """Everything in sound records of services that cannot be meant as it stands, or that readers will stumble over."""
    methodology = publication.methodology
    classes = {one.id: one for one in methodology.service_classes} if methodology else {}
    for service in publication.services.values():
        spot = Spot(service.file)
        for here, fees in _fee_lists(spot, service):
            for index, fee in enumerate(fees):
                yield from _fee(here.at(index), fee)
        for here, takes in _times(spot, service):
            yield from _ranges(here, takes)
        yield from _sums(spot, service)
        yield from _nothing_needed(spot, service)
        yield from _class(spot, service, classes)
        yield from _suspension(spot, service)
        yield from channel_problems(spot.at("channels"), service.channels)


def _fee_lists(spot: Spot, service: Service) -> Iterator[tuple[Spot, Sequence[Fee]]]:
    yield spot.at("fees"), service.fees
    for index, variant in enumerate(service.variants):
        yield spot.at("variants", index, "fees"), variant.fees
    for index, step in enumerate(service.steps):
        yield spot.at("steps", index, "fees"), step.fees


def _times(spot: Spot, service: Service) -> Iterator[tuple[Spot, Sequence[TimeTaken]]]:
    yield from _stated(spot, service)
    for index, step in enumerate(service.steps):
        yield spot.at("steps", index, "takes"), step.takes


def _stated(spot: Spot, service: Service) -> Iterator[tuple[Spot, Sequence[TimeTaken]]]:
    yield spot.at("takes"), service.takes
    for index, variant in enumerate(service.variants):
        yield spot.at("variants", index, "takes"), variant.takes


def _fee(spot: Spot, fee: Fee) -> Iterator[Problem]:
    forms = sum((fee.free, fee.amount is not None, bool(fee.rule)))
    if forms != 1:
        yield problem("fee-form", spot, field=spot.field_name, count=forms)
    elif fee.amount is None:
        details = (("currency", bool(fee.currency)), ("up_to", fee.up_to is not None), ("per", bool(fee.per)))
        for name in (name for name, there in details if there):
            yield problem("fee-detail", spot.at(name), field=spot.field_name, found=name)
    else:
        yield from _amount(spot, fee)


def _amount(spot: Spot, fee: Fee) -> Iterator[Problem]:
    assert fee.amount is not None
    if not is_currency_code(fee.currency):
        yield problem("fee-currency", spot.at("currency"), field=spot.field_name)
    if fee.up_to is None and not fee.amount:
        yield problem("fee-zero", spot.at("amount"), field=spot.field_name)
    if fee.up_to is not None and fee.up_to <= fee.amount:
        yield problem(
            "up-to-smaller", spot.at("up_to"), field=spot.field_name, found=fee.up_to, low=fee.amount
        )


def _ranges(spot: Spot, takes: Sequence[TimeTaken]) -> Iterator[Problem]:
    for index, one in enumerate(takes):
        if one.up_to is not None and one.up_to <= one.value:
            here = spot.at(index)
            yield problem(
                "up-to-smaller", here.at("up_to"), field=here.field_name, found=one.up_to, low=one.value
            )


def _sums(spot: Spot, service: Service) -> Iterator[Problem]:
    """Printed totals that are not what the steps add up to, or less than some of them already take.

    Where steps are told for single variants, each variant's own total is held against the steps that are for it, and
    the total of the service against none: nobody can tell which of the variants it is for.
    """
    if not any(step.variants for step in service.steps):
        yield from _sum(spot.at("takes"), service.takes, [step.takes for step in service.steps])
        return
    for index, variant in enumerate(service.variants):
        own = [step.takes for step in service.steps if not step.variants or variant.id in step.variants]
        yield from _sum(spot.at("variants", index, "takes"), variant.takes, own)


def _sum(spot: Spot, stated: Sequence[TimeTaken], steps: Sequence[Sequence[TimeTaken]]) -> Iterator[Problem]:
    parts = [one for step in steps for one in step]
    added = written(parts, like=stated)
    if surpassed(stated, parts) and not all(steps):
        yield problem("service-time-part", spot, field=spot.field_name, stated=written(stated), added=added)
    elif stated and parts and all(steps) and (differs(stated, parts) or surpassed(stated, parts)):
        yield problem("service-time-sum", spot, field=spot.field_name, stated=written(stated), added=added)


def _class(spot: Spot, service: Service, classes: Mapping[str, ServiceClass]) -> Iterator[Problem]:
    most = classes[service.complexity].at_most if service.complexity in classes else None
    if most is None:
        return
    for here, takes in _stated(spot, service):
        if exceeds(takes, most):
            yield problem(
                "service-over-class", here, field=here.field_name,
                stated=written(takes), found=service.complexity, most=written([TimeTaken(most.value, most.unit)]),
            )  # fmt: skip


def _nothing_needed(spot: Spot, service: Service) -> Iterator[Problem]:
    if service.no_requirements and service.requirements:
        count = len(service.requirements)
        yield problem("nothing-needed", spot.at("no_requirements"), count=count)


def _suspension(spot: Spot, service: Service) -> Iterator[Problem]:
    gap = service.suspended
    if gap is not None and gap.until is not None and gap.until < gap.since:
        here = spot.at("suspended", "until")
        yield problem("until-before-from", here, field=here.field_name, found=gap.until, since=gap.since)
