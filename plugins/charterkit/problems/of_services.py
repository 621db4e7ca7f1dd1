"""What can be wrong with a service: its fees, its times, and the hours of the places where it is offered."""

from __future__ import annotations

from charterkit.problems.sentence import Sentence, advice, error
from charterkit.strings import mark

SERVICES: dict[str, Sentence] = {
    "fee-form": error(
        mark("{field}: exactly one of free, amount and rule must stand here; there are {count}."),
        mark(
            "Write free: true where nothing is paid, amount: with its currency, or rule: in words. A second fee is an "
            "entry of its own."
        ),
    ),
    "fee-detail": error(
        mark("{field}: {found} belongs to an amount, and no amount stands here."),
        mark("Add amount:, or remove the line."),
    ),
    "fee-zero": error(
        mark("{field}: an amount of 0 does not tell people that nothing is paid."),
        mark("Write free: true instead; leave the fee out where the body does not say what is paid."),
    ),
    "fee-currency": error(
        mark("{field}: it is not said in which currency the amount is."),
        mark("Add currency: with the three capital letters of an existing currency, such as EUR."),
    ),
    "up-to-smaller": error(
        mark("{field}: up_to is {found}, which is not more than {low}."),
        mark(
            "Write the smaller number first and the larger one in up_to; leave up_to out where there is only one."
        ),
    ),
    "hours-order": error(
        mark("{field}: closing at {closes} is not later than opening at {opens}."),
        mark("Correct one of the two times. Where there is a break, write two entries."),
    ),
    "hours-half": error(
        mark("{field}: only one of opens and closes stands here."),
        mark("Write both times; leave both out for days on which it is closed."),
    ),
    "nothing-needed": error(
        mark(
            "no_requirements says that nothing is needed, but requirements lists what is needed (entries: {count})."
        ),
        mark("Remove no_requirements:, or the list under requirements:."),
    ),
    "service-time-sum": advice(
        mark("{field}: {stated} is written here, but the steps add up to {added}."),
        mark(
            "Correct the one that is wrong. Where steps overlap or people wait in between, say so in takes_note: readers "
            "add up as well."
        ),
    ),
    "service-time-part": advice(
        mark("{field}: {stated} is written here, but those steps alone that have a time take {added}."),
        mark(
            "Correct what is wrong: the total, or the time of a step. The steps without a time come on top."
        ),
    ),
    "service-over-class": advice(
        mark("{field}: {stated} is longer than the class {found} allows, which is {most}."),
        mark("Shorten the time, or correct the class of the service under complexity:."),
    ),
}
