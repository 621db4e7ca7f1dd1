"""Fees in a reader's words: nothing, an amount, or a rule, with the cases in which they are paid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from charterkit.model.service import Fee, Service
from charterkit.site.context import Context, Link
from charterkit.site.pieces import Piece
from charterkit.site.records import source_links
from charterkit.site.results.figures import BigNumber, Unit


@dataclass(frozen=True, slots=True)
class FeePart:
    """One fee: what it is called, what is paid and for each of what, in which cases, and the laws that set it."""

    title: Piece
    paid: Piece | str
    per: Piece | str
    details: tuple[Piece | str, ...]
    laws: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ShortCost:
    """What a service costs in the fewest words, as a number where it is one, and whether there is more to say.

    `open` where the words name no price: there is no usual one from which others could differ.
    """

    paid: Piece | str
    number: BigNumber | None = None
    small: Piece | str = ""
    more: bool = False
    open: bool = False


def fee_parts(context: Context, fees: Iterable[Fee]) -> tuple[FeePart, ...]:
    """Fees in full."""
    return tuple(_part(context, fee) for fee in fees)


def step_fee_parts(context: Context, service: Service) -> tuple[FeePart, ...]:
    """What is paid at the single steps, each with the number of its step."""
    return tuple(
        _part(context, fee, context.say("At step {number}", number=number))
        for number, step in enumerate(service.steps, start=1)
        for fee in step.fees
    )


def short_cost(context: Context, service: Service) -> ShortCost:
    """What a service costs, for somebody who has one glance for it."""
    at_steps = tuple(fee for step in service.steps for fee in step.fees)
    fees = service.fees or at_steps
    if is_free(service):
        return ShortCost(context.say("Free of charge"))
    elsewhere = costs_otherwise(service)
    usual = _usual(fees)
    if not fees:
        elsewhere = any(variant.fees for variant in service.variants)
        words = context.say("Depends on the case") if elsewhere else context.say("Not stated")
        return ShortCost(words, more=elsewhere, open=True)
    if all(fee.free for fee in fees):
        return ShortCost(context.say("Free of charge"), more=elsewhere)
    if len(usual) == 1 and not usual[0].rule:
        return _short(context, usual[0], elsewhere or len(fees) > 1)
    if usual and len(usual) == len(fees) and all(fee.title for fee in usual):
        return ShortCost(context.say("Several fees"), more=True)
    if not service.fees and len(at_steps) > 1:
        return ShortCost(context.say("Paid at several steps"), more=True, open=True)
    return ShortCost(context.say("Depends on the case"), more=True, open=True)


def _short(context: Context, fee: Fee, more: bool) -> ShortCost:
    number = None
    if fee.amount is not None:
        number = context.figures.big_span(fee.amount, fee.up_to, Unit(fee.currency))
    return ShortCost(paid(context, fee), number, _per(context, fee), more)


def is_free(service: Service) -> bool:
    """Whether nothing is ever paid for a service."""
    at_steps = (fee for step in service.steps for fee in step.fees)
    elsewhere = (fee for variant in service.variants for fee in variant.fees)
    fees = (*service.fees, *at_steps, *elsewhere)
    return bool(fees) and all(fee.free and not fee.when for fee in fees)


def costs_otherwise(service: Service) -> bool:
    """Whether in a special case something else is paid than usually; a sum that is only stated again is no other."""
    usual = _usual(service.fees or (fee for step in service.steps for fee in step.fees))
    return any(variant.fees and _sums(variant.fees) != _sums(usual) for variant in service.variants)


def _usual(fees: Iterable[Fee]) -> list[Fee]:
    return [fee for fee in fees if not (fee.surcharge or fee.when)]


def _sums(fees: Iterable[Fee]) -> list[Fee]:
    return [replace(fee, legal_basis=()) for fee in fees]


def fee_texts(fee: FeePart) -> tuple[Piece | str, ...]:
    """The words of a fee, one after the other; an amount and what it is for belong together."""
    named = (fee.title,) if fee.title else ()
    if isinstance(fee.paid, str) and isinstance(fee.per, str) and fee.per:
        return (*named, f"{fee.paid} {fee.per}", *fee.details)
    return (*named, *(text for text in (fee.paid, fee.per, *fee.details) if text))


def is_free_by_itself(service: Service) -> bool:
    """Whether a service says of itself that it is free in every case; a variant without fees of its own is free too."""
    return bool(service.fees) and all(fee.free and not fee.when for fee in service.fees)


def paid(context: Context, fee: Fee) -> Piece | str:
    """What is paid: "€12.50", "10–20 EUR", the words of a rule, or that it is free."""
    if fee.amount is not None:
        return context.figures.span(fee.amount, fee.up_to, Unit(fee.currency))
    return context.line(fee.rule) if fee.rule else context.say("Free of charge")


def _part(context: Context, fee: Fee, first: str = "") -> FeePart:
    details = (first, *_details(context, fee))
    return FeePart(
        context.line(fee.title),
        paid(context, fee),
        _per(context, fee),
        tuple(one for one in details if one),
        source_links(context, fee.legal_basis),
    )


def _details(context: Context, fee: Fee) -> Iterator[Piece | str]:
    yield context.line(fee.when)
    if fee.surcharge:
        yield context.say("This is paid on top of the other fees.")


def _per(context: Context, fee: Fee) -> Piece | str:
    what = context.line(fee.per)
    if not what or what.fallback:
        return what
    return context.say("per {what}", what=context.reader.bare(fee.per))
