"""What the last figures would have meant under new targets, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from charterkit.rules.demands import Says
from charterkit.rules.releases.retrospect import Retrospect
from charterkit.site.results.figures import Figures, Unit
from charterkit.strings import mark

_UNDER_OLD: Final[Mapping[Says, str]] = {
    Says.HOLDS: mark("The target of that time ({target}) was met."),
    Says.NEAR: mark("The target of that time ({target}) was narrowly missed."),
    Says.MISSES: mark("The target of that time ({target}) was missed."),
}
_UNDER_NEW: Final[Mapping[Says, str]] = {
    Says.HOLDS: mark("The new target ({target}) would have been met."),
    Says.NEAR: mark("The new target ({target}) would have been narrowly missed."),
    Says.MISSES: mark("The new target ({target}) would have been missed."),
}


def looking_back(found: Retrospect, figures: Figures, unit: Unit, asked: Unit) -> tuple[str, ...]:
    """The last figure, and what it says about the target that governed it and about the new one.

    `unit` is that of the figure, `asked` that of the targets. Both targets are named: the one that governed the period
    need not be the one that is replaced.
    """
    words = figures.reader.words
    figure, period = figures.figure(found.figure, unit, found.new), words.period(found.period)
    if found.turned:
        last = words.say(
            "The last figure, put the new way ({period}): {figure}.", period=period, figure=figure
        )
    else:
        last = words.say("The last figure ({period}): {figure}.", period=period, figure=figure)
    old, new = (figures.target(one, asked) for one in (found.old, found.new))
    return (
        last,
        words.say(_UNDER_OLD[found.under_old], target=old),
        words.say(_UNDER_NEW[found.under_new], target=new),
    )
