"""What is said of changes, each in two tenses: of a text that is to come or has just come, and of one of long ago."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

from charterkit.rules.releases.effects import Effect
from charterkit.rules.releases.hindrance import Hindrance
from charterkit.strings import mark

# The present, and the past.
Tenses: TypeAlias = tuple[str, str]

WHOLE: Final[Mapping[tuple[str, Effect], Tenses]] = {
    ("commitment", Effect.NEW): (mark("This promise is new."), mark("This promise was added.")),
    ("commitment", Effect.REMOVED): (mark("This promise is dropped."), mark("This promise was dropped.")),
    ("standard", Effect.NEW): (mark("This standard is new."), mark("This standard was added.")),
    ("standard", Effect.REMOVED): (mark("This standard is dropped."), mark("This standard was dropped.")),
    ("indicator", Effect.NEW): (mark("This indicator is new."), mark("This indicator was added.")),
    ("indicator", Effect.REMOVED): (mark("This indicator is dropped."), mark("This indicator was dropped.")),
}
PART: Final[Mapping[Effect, Tenses]] = {
    Effect.NEW: (mark("This part is new."), mark("This part was added.")),
    Effect.REMOVED: (mark("This part is dropped."), mark("This part was dropped.")),
    Effect.REWORDED: (mark("The wording changes."), mark("The wording was changed.")),
    Effect.MOVED: (mark("The order changes."), mark("The order was changed.")),
    Effect.CLARIFIED: (
        mark("The body declares that only the wording becomes clearer and the meaning stays the same."),
        mark("The body declared that only the wording became clearer and the meaning stayed the same."),
    ),
    Effect.MEASURE_CHANGED: (
        mark("What is measured changes. Figures from before and after cannot be compared."),
        mark("What is measured was changed. Figures from before and after cannot be compared."),
    ),
    Effect.METHOD_CHANGED: (
        mark("What is written about how it is counted changes."),
        mark("What is written about how it is counted was changed."),
    ),
}
CLOCK: Final[Tenses] = (
    mark("How the time is counted changes. Times from before and after cannot be compared."),
    mark("How the time is counted was changed. Times from before and after cannot be compared."),
)
UNIT: Final[Tenses] = (
    mark("The unit changes, so figures from before and after cannot be compared."),
    mark("The unit was changed, so figures from before and after cannot be compared."),
)
COUNTED: Final[Tenses] = (
    mark("How it is counted changes on {day}: {change}"),
    mark("How it is counted changed on {day}: {change}"),
)
COUNTED_BARE: Final[Tenses] = (
    mark("How it is counted changes on {day}."),
    mark("How it is counted changed on {day}."),
)
CHANGES: Final[Tenses] = (mark("This part changes."), mark("This part was changed."))
BEFORE: Final[Tenses] = (mark("Until now: {value}."), mark("Until then: {value}."))
AFTER: Final[Tenses] = (mark("From now on: {value}."), mark("From then on: {value}."))
AGAIN: Final[Tenses] = (mark("This holds again."), mark("This held again from then on."))
PLACE: Final[Tenses] = (mark("It takes the place of: {names}."), mark("It took the place of: {names}."))
SAME: Final[Tenses] = (mark("The same is demanded as before."), mark("The same was demanded as before."))
OVER: Final[Tenses] = (
    mark("What was demanded for a time that is over is given differently."),
    mark("What had been demanded for a time that was over was given differently."),
)
DESCENTS: Final[Mapping[Effect, Tenses]] = {
    Effect.SPLIT: (mark("It is split. Its parts: {names}."), mark("It was split. Its parts: {names}.")),
    Effect.MERGED: (mark("These were merged into it: {names}."), mark("These were merged into it: {names}.")),
}
TAKEN_OUT: Final[Tenses] = (
    mark("It is taken out of: {names}."),
    mark("It was taken out of: {names}."),
)

STRICTER: Final[Mapping[tuple[str, Effect], Tenses]] = {
    ("commitment", Effect.TIGHTENED): (
        mark("The promise becomes stricter."),
        mark("The promise became stricter."),
    ),
    ("commitment", Effect.LOOSENED): (
        mark("The promise becomes less strict."),
        mark("The promise became less strict."),
    ),
    ("standard", Effect.TIGHTENED): (
        mark("The standard becomes stricter."),
        mark("The standard became stricter."),
    ),
    ("standard", Effect.LOOSENED): (
        mark("The standard becomes less strict."),
        mark("The standard became less strict."),
    ),
}
OLD_DEMAND: Final[Tenses] = (
    mark("Demanded until now: {demand}."),
    mark("Demanded until then: {demand}."),
)
NEW_DEMAND: Final[Tenses] = (
    mark("Demanded from now on: {demand}."),
    mark("Demanded from then on: {demand}."),
)
NO_OLD_TARGET: Final[Tenses] = (
    mark("Until now there was no target."),
    mark("Until then there was no target."),
)
NO_OLD_DEMAND: Final[Tenses] = (
    mark("Until now nothing was demanded."),
    mark("Until then nothing was demanded."),
)
NO_TARGET: Final[Tenses] = (
    mark("From then on there is no target."),
    mark("From then on there was no target."),
)
NO_DEMAND: Final[Tenses] = (
    mark("From then on nothing is demanded."),
    mark("From then on nothing was demanded."),
)
TURNED: Final[Tenses] = (
    mark("The measure is turned round: the new figure is 100 minus the old one."),
    mark("The measure was turned round: the new figure is 100 minus the old one."),
)
STAYS: Final[Tenses] = (mark("The demand stays: {demand}."), mark("The demand stayed: {demand}."))
AIM: Final[Tenses] = (
    mark("The target stays. New aim: {aim}."),
    mark("The target stayed. New aim: {aim}."),
)
NO_AIM: Final[Tenses] = (
    mark("The target stays. The aim is dropped."),
    mark("The target stayed. The aim was dropped."),
)
SINCE: Final[Tenses] = (mark("This holds from {day}."), mark("This came into force on {day}."))
DURING: Final[Tenses] = (
    mark("This holds on these days: {days}."),
    mark("This held on these days: {days}."),
)

# Why nobody can say whether more or less is promised.
WHY: Final[Mapping[Hindrance, str]] = {
    Hindrance.WORDS: mark(
        "At least one of the two is in words, so it cannot be calculated whether more or less is promised."
    ),
    Hindrance.EARLIER: mark(
        "Whether more or less is promised cannot be said: the demand depends on another figure."
    ),
    Hindrance.MEASURED: mark(
        "Whether more or less is promised cannot be said: before and after, different things are measured."
    ),
    Hindrance.UNIT: mark(
        "Whether more or less is promised cannot be said: before and after, it is counted in different units."
    ),
    Hindrance.DIRECTION: mark(
        "Whether more or less is promised cannot be said: before and after, different figures count as better."
    ),
    Hindrance.AGAINST: mark(
        "Whether more or less is promised cannot be said: it is not clear which figures are the better ones."
    ),
    Hindrance.BOTH_WAYS: mark(
        "Whether more or less is promised cannot be said: some figures meet only the old demand, others only the new one."
    ),
    Hindrance.PER: mark(
        "Whether more or less is promised cannot be said: the two are meant for different lengths of time."
    ),
    Hindrance.LONGER: mark(
        "Whether more or less is promised cannot be said: the time limit is shorter, but more time may be added in "
        "special cases."
    ),
    Hindrance.SHORTER: mark(
        "Whether more or less is promised cannot be said: the time limit is longer, but less time may be added in "
        "special cases."
    ),
    Hindrance.CONDITIONS: mark(
        "Whether more or less is promised cannot be said: more time may be added in other cases than before."
    ),
    Hindrance.TIMES: mark("It is stricter on some days and less strict on others."),
}
