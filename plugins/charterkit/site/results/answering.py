"""Who answers for a figure: the body and the role, how to reach them, and the promises that rest on it."""

from __future__ import annotations

from dataclasses import replace

from charterkit.model.common import NO_CONTACT, Contact
from charterkit.model.indicator import Indicator, Owner
from charterkit.rules.standing import IndicatorStanding
from charterkit.site.context import Context, Fact
from charterkit.site.methods.indicator_facts import owner_facts


def answer_facts(context: Context, standing: IndicatorStanding, *, with_promises: bool) -> tuple[Fact, ...]:
    """Who answers for an indicator; the promises too, unless the page tells the verdict of each by itself."""
    answers = owner_facts(context, _reachable(context, standing.indicator))
    return (*answers, *_promises(context, standing)) if with_promises else answers


def _reachable(context: Context, indicator: Indicator) -> Owner:
    """The owner; who gives no way of their own is reached through the body, by telephone or e-mail."""
    owner = indicator.owner
    # A preview is shown although the record names a body that does not exist.
    body = context.publication.bodies.get(owner.body)
    if owner.contact != NO_CONTACT or body is None:
        return owner
    return replace(owner, contact=Contact(phone=body.contact.phone, email=body.contact.email))


def _promises(context: Context, standing: IndicatorStanding) -> tuple[Fact, ...]:
    found = {one.commitment.full_id: one.commitment for one in standing.measures}
    if not found:
        return ()
    term = context.say("Promise") if len(found) == 1 else context.say("Promises")
    return (Fact(term, tuple(map(context.commitment_link, found.values()))),)
