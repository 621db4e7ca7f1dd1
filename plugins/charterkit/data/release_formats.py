"""The formats in which releases were ever written, and the steps that make today's out of each.

What is sealed is never written again, so every format stays readable for good: a new one gets a step here that
turns what the one before it says into what the new one would say. Digests are those of the bytes as they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Whole = dict[str, Any]
Step = Callable[[Whole], Whole]

CURRENT = "charterkit/1"
# From each earlier format: the next one, and the step that leads to it.
STEPS: Mapping[str, tuple[str, Step]] = {}


def known(steps: Mapping[str, tuple[str, Step]] = STEPS) -> tuple[str, ...]:
    """Every format that can be read."""
    return (*steps, CURRENT)


def of_today(content: Whole, steps: Mapping[str, tuple[str, Step]] = STEPS) -> Whole:
    """What a content.json of a known format says, in today's format."""
    while content["format"] in steps:
        following, step = steps[content["format"]]
        content = {**step(content), "format": following}
    return content
