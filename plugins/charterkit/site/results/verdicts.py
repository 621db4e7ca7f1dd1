"""What a status looks like and what it says: a shape, a hue, a word and its meaning."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from charterkit.model.result import Row, State
from charterkit.rules.quality.loop import Loop
from charterkit.rules.quality.moved import Moved
from charterkit.rules.status import PromiseStatus, Status
from charterkit.site.pieces import Piece
from charterkit.site.quality.looks import ACTION_LOOKS, LOOP_LOOKS, MOVED_LOOKS
from charterkit.strings import Words, mark


@dataclass(frozen=True, slots=True)
class Look:
    """The shape (`met`, `part`, `not`, `none`), the hue (`good`, `warn`, `bad`, `neutral`), word and meaning."""

    mark: str
    hue: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A status as a page shows it: shape, hue and the word in the reader's language."""

    mark: str
    hue: str
    word: str


@dataclass(frozen=True, slots=True)
class Badges:
    """Every status in one language, already rendered: pages show the same few over and over."""

    results: Mapping[Status, Piece]
    promises: Mapping[PromiseStatus, Piece]
    actions: Mapping[str, Piece]
    """By the state of an action, and for one that is overdue."""
    moved: Mapping[Moved, Piece]
    loops: Mapping[Loop, Piece]


LOOKS: Final[Mapping[Status, Look]] = {
    Status.MET: Look(
        "met", "good", mark("Met"), mark("The period is over, the figure is final and it reaches the target.")
    ),
    Status.NEAR: Look(
        "part",
        "warn",
        mark("Nearly met"),
        mark(
            "The final figure misses the target by no more than the margin that the indicator’s record allows. "
            "It does not count as kept."
        ),
    ),
    Status.NOT_MET: Look(
        "not",
        "bad",
        mark("Not met"),
        mark("The period is over, the figure is final and it misses the target."),
    ),
    Status.ON_TRACK: Look(
        "met", "good", mark("On track"), mark("The figure is not final yet. So far it reaches the target.")
    ),
    Status.AT_RISK: Look(
        "part",
        "warn",
        mark("At risk"),
        mark("The figure is not final yet. So far it narrowly misses the target."),
    ),
    Status.OFF_TRACK: Look(
        "not", "bad", mark("Off track"), mark("The figure is not final yet. So far it misses the target.")
    ),
    Status.OPEN: Look(
        "none", "neutral", mark("Open"), mark("The period is still running, or its figure is not due yet.")
    ),
    Status.OVERDUE: Look(
        "none", "bad", mark("Overdue"), mark("The figure should have been published, and was not.")
    ),
    Status.NO_DATA: Look("none", "neutral", mark("No data"), mark("There is no figure for the period.")),
    Status.NO_CASES: Look(
        "none", "neutral", mark("No cases"), mark("Nothing happened that could be measured.")
    ),
    Status.NO_TARGET: Look(
        "none",
        "neutral",
        mark("Not judged"),
        mark("There is a figure, but no target that it could be compared with."),
    ),
    Status.NOT_APPLICABLE: Look(
        "none", "neutral", mark("Not applicable"), mark("The promise did not apply in the period.")
    ),
    Status.SUPPRESSED: Look(
        "none",
        "neutral",
        mark("Not shown"),
        mark(
            "The figure is withheld, because people could be recognised from it or from another figure that could be worked out with it."
        ),
    ),
}

PROMISE_LOOKS: Final[Mapping[PromiseStatus, Look]] = {
    PromiseStatus.MET: Look(
        "met",
        "good",
        mark("Kept"),
        mark("Every target of this promise was met in the latest period that is due."),
    ),
    PromiseStatus.PARTLY_MET: Look(
        "part",
        "warn",
        mark("Partly kept"),
        mark("Some targets of this promise were met in the latest period that is due, and some were not."),
    ),
    PromiseStatus.NOT_MET: Look(
        "not",
        "bad",
        mark("Not kept"),
        mark("No target of this promise was met in the latest period that is due."),
    ),
    PromiseStatus.NOT_EVALUATED: Look(
        "none",
        "neutral",
        mark("Not known"),
        mark("For the latest period that is due, the figures do not say whether this promise was kept."),
    ),
    PromiseStatus.NOT_MEASURED: Look(
        "none", "neutral", mark("Not measured"), mark("No indicator measures this promise.")
    ),
}

MISSED: Final = frozenset({Status.NEAR, Status.NOT_MET, Status.AT_RISK, Status.OFF_TRACK})

_STATES: Final[Mapping[State, str]] = {
    State.PROVISIONAL: mark("This figure is not final and may still change."),
    State.ESTIMATED: mark("This figure is an estimate."),
    State.PROJECTED: mark("This figure is a forecast."),
}


def badges(words: Words, render: Callable[[Badge], Piece]) -> Badges:
    """The badges of a language, each rendered once."""
    return Badges(
        {status: render(_badge(look, words)) for status, look in LOOKS.items()},
        {status: render(_badge(look, words)) for status, look in PROMISE_LOOKS.items()},
        {state: render(_of(look, words)) for state, look in ACTION_LOOKS.items()},
        {moved: render(_of(look, words)) for moved, look in MOVED_LOOKS.items()},
        {loop: render(_of(look, words)) for loop, look in LOOP_LOOKS.items()},
    )


def state_sentences(row: Row, words: Words) -> tuple[str, ...]:
    """How far from final a figure is; nothing where it is final."""
    return (words.say(_STATES[row.state]),) if row.state in _STATES else ()


def _of(look: tuple[str, str, str], words: Words) -> Badge:
    shape, hue, word = look
    return Badge(shape, hue, words.say(word))


def _badge(look: Look, words: Words) -> Badge:
    return Badge(look.mark, look.hue, words.say(look.word))
