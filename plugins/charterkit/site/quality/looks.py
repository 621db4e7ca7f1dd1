"""What the states of actions, figures that must move and loops look like, and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from charterkit.model.action import ActionState
from charterkit.rules.quality.loop import Loop
from charterkit.rules.quality.moved import Moved
from charterkit.rules.quality.plan import Priority
from charterkit.strings import mark

# Shape, hue and word; an action that is overdue says so in the place of its state.
LATE: Final = "late"
ACTION_LOOKS: Final[Mapping[str, tuple[str, str, str]]] = {
    LATE: ("none", "bad", mark("Overdue")),
    ActionState.PLANNED.value: ("not", "neutral", mark("Planned")),
    ActionState.UNDER_WAY.value: ("part", "neutral", mark("Under way")),
    ActionState.DONE.value: ("met", "good", mark("Done")),
    ActionState.DROPPED.value: ("none", "neutral", mark("Dropped")),
}
MOVED_LOOKS: Final[Mapping[Moved, tuple[str, str, str]]] = {
    Moved.ENOUGH: ("met", "good", mark("It helped")),
    Moved.NOT_ENOUGH: ("part", "warn", mark("It helped, but not enough")),
    Moved.NOT_AT_ALL: ("not", "bad", mark("It did not help")),
    Moved.WRONG_WAY: ("not", "bad", mark("It became worse")),
    Moved.CANNOT_TELL: ("none", "neutral", mark("It cannot be told")),
    Moved.NOT_COMPARABLE: ("none", "neutral", mark("It cannot be compared")),
    Moved.NOT_MEASURED: ("none", "neutral", mark("Not measured yet")),
    Moved.TO_COME: ("none", "neutral", mark("Still to come")),
}
LOOP_LOOKS: Final[Mapping[Loop, tuple[str, str, str]]] = {
    Loop.CLOSED: ("met", "good", mark("Done and measured again")),
    Loop.WAITING: ("part", "neutral", mark("Waiting to be measured again")),
    Loop.UNDER_WAY: ("part", "neutral", mark("Actions under way")),
    Loop.NOTHING: ("none", "warn", mark("Nothing is being done yet")),
}
PRIORITIES: Final[Mapping[Priority, str]] = {
    Priority.FIRST: mark("Do first"),
    Priority.NEXT: mark("Do next"),
    Priority.ROOM: mark("When there is room"),
}
# What each verdict on a figure means, for the rule on the page.
MOVED_MEANINGS: Final[Mapping[Moved, str]] = {
    Moved.ENOUGH: mark("The figure moved the right way, and as far as it had to."),
    Moved.NOT_ENOUGH: mark("The figure moved the right way, but not as far as it had to."),
    Moved.NOT_AT_ALL: mark("The figure is the same as before."),
    Moved.WRONG_WAY: mark("The figure moved the wrong way."),
    Moved.CANNOT_TELL: mark(
        "The two figures are so inexact that they cannot be told apart: the difference may be chance."
    ),
    Moved.NOT_COMPARABLE: mark(
        "Between the two periods the data or the method changed, so nothing can be compared."
    ),
    Moved.NOT_MEASURED: mark("One of the two figures is not published, or not final."),
    Moved.TO_COME: mark("The period in which it shows is not over yet."),
}
