"""Where the number of a demand stands in the sealed content, for comparing the one that a page shows."""

from __future__ import annotations

from charterkit.model.requirement import InWords, Limit, Requirement, Span


def demand_place(requirement: Requirement, here: str) -> str:
    """The place of the number or of the words below the demand's own; blank where it has neither, or no place."""
    match requirement:
        case Limit(operator, _) if here:
            return f"{here}/{operator.value}"
        case Span() if here:
            return f"{here}/between"
        case InWords() if here:
            return f"{here}/words"
        case _:
            return ""
