"""What the last figures would have meant under new targets, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from charterkit.rules.demands import Says
from charterkit.rules.releases.retrospect import Retrospect
from charterkit.site.results.figures import Figures, Unit
from charterkit.strings import mark

_UNDER_OLD: Final[Mapping[Says, str]] = {
    Says.HOLDS: mark("The old target was met."),
    Says.NEAR: mark("The old target was narrowly missed."),
    Says.MISSES: mark("The old target was missed."),
}
_UNDER_NEW: Final[Mapping[Says, str]] = {
    Says.HOLDS: mark("The new target would have been met."),
    Says.NEAR: mark("The new target would have been narrowly missed."),
    Says.MISSES: mark("The new target would have been missed."),
}


def looking_back(found: Retrospect, figures: Figures, unit: Unit) -> tuple[str, ...]:
    """The last figure, and what it says about the old and about the new target; `unit` is that of the figure."""
    words = figures.reader.words
    figure, period = figures.figure(found.figure, unit, found.new), words.period(found.period)
    if found.turned:
        last = words.say(
            "The last figure, put the new way ({period}): {figure}.", period=period, figure=figure
        )
    else:
        last = words.say("The last figure ({period}): {figure}.", period=period, figure=figure)
    return last, words.say(_UNDER_OLD[found.under_old]), words.say(_UNDER_NEW[found.under_new])
