"""What readers call the kinds of records, their fields, and the effects of changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from charterkit.rules.releases.effects import Effect
from charterkit.site.releases.act_words import PARTS as APPROVED
from charterkit.strings import Words, mark, mark_in_context

CONTEXT: Final = "change"

EFFECTS: Final[Mapping[Effect, str]] = {
    Effect.NEW: mark_in_context("change", "New"),
    Effect.REMOVED: mark_in_context("change", "Dropped"),
    Effect.TIGHTENED: mark_in_context("change", "Stricter"),
    Effect.LOOSENED: mark_in_context("change", "Less strict"),
    Effect.CHANGED: mark_in_context("change", "Changed"),
    Effect.REWORDED: mark_in_context("change", "Reworded"),
    Effect.SPLIT: mark_in_context("change", "Split"),
    Effect.MERGED: mark_in_context("change", "Merged"),
    Effect.TURNED_ROUND: mark_in_context("change", "Measure turned round"),
    Effect.MEASURE_CHANGED: mark_in_context("change", "Measured differently"),
    Effect.METHOD_CHANGED: mark_in_context("change", "Counted differently"),
    Effect.MOVED: mark_in_context("change", "Moved"),
    Effect.CLARIFIED: mark_in_context("change", "Clarified"),
}
KINDS: Final[Mapping[str, str]] = {
    "charter": mark("Charter"),
    "commitment": mark("Promise"),
    "standard": mark("Standard"),
    "indicator": mark("Indicator"),
    "service": mark("Service"),
    "procedure": mark("Procedure"),
    "methodology": mark("Methodology"),
    "body": mark("Body"),
}
# Above all records of a kind.
_SEVERAL: Final[Mapping[str, str]] = {
    "charter": mark("Charter"),
    "commitment": mark("Promises"),
    "standard": mark("Standards"),
    "indicator": mark("Indicators"),
    "service": mark("Services"),
    "procedure": mark("Procedures"),
    "methodology": mark("Methodology"),
    "body": mark("Bodies"),
}
# What a release of the past did.
_DONE: Final[Mapping[Effect, str]] = {
    Effect.NEW: mark_in_context("change in the past", "Added"),
    Effect.REMOVED: mark_in_context("change in the past", "Dropped"),
    Effect.TIGHTENED: mark_in_context("change in the past", "Made stricter"),
    Effect.LOOSENED: mark_in_context("change in the past", "Made less strict"),
    Effect.CHANGED: mark_in_context("change in the past", "Was changed"),
    Effect.REWORDED: mark_in_context("change in the past", "Was reworded"),
    Effect.SPLIT: mark_in_context("change in the past", "Was split"),
    Effect.MERGED: mark_in_context("change in the past", "Was merged"),
    Effect.TURNED_ROUND: mark_in_context("change in the past", "The measure was turned round"),
    Effect.MEASURE_CHANGED: mark_in_context("change in the past", "Something else was measured from then on"),
    Effect.METHOD_CHANGED: mark_in_context("change in the past", "Was counted differently from then on"),
    Effect.MOVED: mark_in_context("change in the past", "Was moved"),
    Effect.CLARIFIED: mark_in_context("change in the past", "Was made clearer"),
}
# By the first part of the way to a field.
_FIELDS: Final[Mapping[str, str]] = {
    "adopts": mark("Adopted promises"),
    "annexes": mark("Annexes"),
    "applies_to": mark("For whom it holds"),
    "approvers": mark("Who decides"),
    **{f"approvers/{part}": name for part, name in APPROVED.items()},
    "bodies": mark("Who answers for it"),
    "clock": mark("How time is counted"),
    "complaints": mark("Complaints"),
    "conditions": mark("Limits and conditions"),
    "confidentiality": mark("Protection of persons"),
    "covers": mark("Bodies covered"),
    "definition": mark("What is measured"),
    "denominator": mark("Counted below the line"),
    "direction": mark("Direction"),
    "disaggregations": mark("How the figure is broken down"),
    "duties": mark("What we ask of you"),
    "edition": mark("Edition"),
    "ended": mark("End"),
    "ends": mark("Measured until"),
    "formula": mark("How it is worked out"),
    "frequency": mark("How often"),
    "group": mark("Group"),
    "groups": mark("Groups of promises"),
    "k": mark("Protection of persons"),
    "legal_basis": mark("Legal basis"),
    "legal_force": mark("Legal force"),
    "lineage": mark("Predecessor"),
    "measures": mark("How it is measured"),
    "method_versions": mark("Changes of the method"),
    "name": mark("Name"),
    "near": mark("Nearly met means"),
    "norms": mark("What the standard demands"),
    "number": mark("Number"),
    "numerator": mark("Counted above the line"),
    "principles": mark("Principles"),
    "promise": mark("Wording of the promise"),
    "prose": mark("Full text"),
    "publisher": mark("Published by"),
    "purpose": mark("Purpose"),
    "question": mark("The question"),
    "redress": mark("If we fail"),
    "reports": mark("Reports"),
    "review_every": mark("Time between reviews"),
    "revision_policy": mark("When figures are revised"),
    "rights": mark("Your rights"),
    "sample": mark("Who was asked"),
    "scale": mark("Scale"),
    "scope": mark("Where and for whom it holds"),
    "sections": mark("Chapters of the text"),
    "seals": mark("What is approved with it"),
    "services": mark("Services"),
    "standards": mark("Standards"),
    "starts": mark("Measured from"),
    "statement": mark("Wording of the standard"),
    "summary": mark("In brief"),
    "title": mark("Title"),
    "type": mark("Kind of figure"),
    "unit": mark("Unit"),
    "units": mark("Unit"),
    "variants": mark("Special cases"),
    "weighting": mark("Weighting"),
    "window": mark("Period covered"),
}
# By the whole way to a field, where a part of it has a name of its own.
_PARTS: Final[Mapping[str, str]] = {
    "numerator/includes": mark("Included above the line"),
    "numerator/excludes": mark("Not included above the line"),
    "denominator/includes": mark("Included below the line"),
    "denominator/excludes": mark("Not included below the line"),
    "redress/compensation": mark("Compensation"),
    "complaints/answer_within": mark("Time limit for our answer"),
    "complaints/appeal": mark("If the answer does not satisfy you"),
}


def field_name(field: str, words: Words) -> str:
    """What readers call a field; the way to it as it stands in the record where it has no name."""
    parts = field.split("/")
    ways = ("/".join(parts[:length]) for length in range(len(parts), 0, -1))
    known = next(
        (_PARTS.get(way) or _FIELDS.get(way) for way in ways if way in _PARTS or way in _FIELDS), None
    )
    if known is None:
        return field
    return words.say(known)


def effect_name(effect: Effect, words: Words) -> str:
    """The word for what a change does."""
    return words.in_context(CONTEXT, EFFECTS[effect])


def done_name(effect: Effect, words: Words) -> str:
    """What a release of the past did, for a history."""
    return words.in_context("change in the past", _DONE[effect])


def kinds_name(kind: str, words: Words) -> str:
    """The words above all records of a kind."""
    return words.say(_SEVERAL[kind]) if kind in _SEVERAL else kind


def kind_name(kind: str, words: Words) -> str:
    """The word for a kind of record."""
    return words.say(KINDS[kind]) if kind in KINDS else kind
