"""The words of this site that not everybody uses every day, explained in a sentence or two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from charterkit.strings import mark

# By anchor: the word, and what it means. The order of a reader who comes from outside: promise, figure, complaint.
TERMS: Final[Mapping[str, tuple[str, str]]] = {
    "charter": (
        mark("Charter"),
        mark("A list of promises that a public body makes to the people it serves."),
    ),
    "promise": (
        mark("Promise"),
        mark(
            "One thing that the body says it will do, in such words that everybody can see whether it was done."
        ),
    ),
    "standard": (
        mark("Standard"),
        mark("The level that a service has to reach, for example an answer within a number of days."),
    ),
    "indicator": (
        mark("Indicator"),
        mark("A figure that is counted in the same way each time, to see whether a promise is kept."),
    ),
    "target": (
        mark("Target"),
        mark("The value that the figure has to reach for the promise to count as kept."),
    ),
    "methodology": (
        mark("Methodology"),
        mark("The rules by which everything is counted and judged. They are public and the same for all."),
    ),
    "provisional": (
        mark("Provisional"),
        mark(
            "A figure that is published early and may still change. It does not decide whether a promise was kept."
        ),
    ),
    "working-day": (
        mark("Working day"),
        mark(
            "A day on which offices work: as a rule Monday to Friday, without public holidays. Which day counts as the "
            "first is said with each standard."
        ),
    ),
    "redress": (
        mark("Redress"),
        mark("What you get when a promise was broken, for example an apology or money."),
    ),
    "appeal": (
        mark("Appeal"),
        mark("You ask somebody else to look at our answer again, because you do not agree with it."),
    ),
    "ombudsperson": (
        mark("Ombudsperson"),
        mark("An independent person or office that looks into complaints about public bodies."),
    ),
    "draft": (
        mark("Draft"),
        mark("A text that has not been approved yet. It may still change."),
    ),
}
