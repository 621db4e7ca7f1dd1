"""The record of an indicator in the order of Eurostat's metadata structure (ESMS 2.0), for paper.

Statisticians look for an answer at its place; a concept about which nothing is known says so and is not left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from charterkit.model.indicator import Indicator
from charterkit.site.context import Context, Fact
from charterkit.site.methods import indicator_facts as facts
from charterkit.site.records import source_links
from charterkit.strings import mark

Facts: TypeAlias = tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of ESMS: its number, name and code, and what is known; nothing where it is not stated."""

    number: int
    title: str
    code: str
    facts: Facts


@dataclass(frozen=True, slots=True)
class Given:
    """What the page knows beside the record: how it is judged, how its latest figure was worked out, its results."""

    judged: Facts
    worked_out: Facts
    results: Facts


def _contact(context: Context, one: Indicator, _: Given) -> Facts:
    return facts.owner_facts(context, one.owner)


def _update(context: Context, one: Indicator, _: Given) -> Facts:
    return facts.version_facts(context, one)


def _presentation(context: Context, one: Indicator, _: Given) -> Facts:
    definition = facts.text_facts(context, (context.say("What is measured"), one.definition))
    return (*definition, *facts.kind_facts(context, one))


def _mandate(context: Context, _: Indicator, __: Given) -> Facts:
    method = context.publication.methodology
    laws = source_links(context, method.legal_basis) if method else ()
    return (Fact(context.say("Legal basis"), laws),) if laws else ()


def _accessibility(context: Context, one: Indicator, given: Given) -> Facts:
    return (*given.results, *facts.document_facts(context, one))


def _relevance(context: Context, one: Indicator, given: Given) -> Facts:
    return (*facts.reason_facts(context, one), *given.judged)


def _processing(context: Context, one: Indicator, given: Given) -> Facts:
    return (*facts.source_facts(context, one), *facts.making_of_figure(context, one), *given.worked_out)


def _comment(context: Context, one: Indicator, _: Given) -> Facts:
    return (*facts.baseline_facts(context, one), *facts.lineage(context, one))


def _of(found: Callable[[Context, Indicator], Facts]) -> Callable[[Context, Indicator, Given], Facts]:
    return lambda context, one, _: found(context, one)


def _nothing(_: Context, __: Indicator, ___: Given) -> Facts:
    return ()


# ESMS 2.0 in its order. Nobody records what a figure costs; the place is kept for who looks for it.
_CONCEPTS: Final = (
    (mark("Contact"), "CONTACT", _contact),
    (mark("Metadata update"), "META_UPDATE", _update),
    (mark("Statistical presentation"), "STAT_PRES", _presentation),
    (mark("Unit of measure"), "UNIT_MEASURE", _of(facts.unit_facts)),
    (mark("Reference period"), "REF_PERIOD", _of(facts.reach_facts)),
    (mark("Institutional mandate"), "INST_MANDATE", _mandate),
    (mark("Confidentiality"), "CONF", _of(facts.protection_facts)),
    (mark("Release policy"), "REL_POLICY", _of(facts.due_facts)),
    (mark("Frequency of publication"), "FREQ_DISS", _of(facts.frequency_facts)),
    (mark("Accessibility and clarity"), "ACCESSIBILITY_CLARITY", _accessibility),
    (mark("Quality management"), "QUALITY_MGMNT", _of(facts.checking_facts)),
    (mark("Relevance"), "RELEVANCE", _relevance),
    (mark("Accuracy and reliability"), "ACCURACY", _of(facts.limit_facts)),
    (mark("Timeliness and punctuality"), "TIMELINESS_PUNCT", _of(facts.due_facts)),
    (mark("Coherence and comparability"), "COHER_COMPAR", _of(facts.comparison_facts)),
    (mark("Cost and burden"), "COST_BURDEN", _nothing),
    (mark("Data revision"), "DATA_REV", _of(facts.revision_facts)),
    (mark("Statistical processing"), "STAT_PROCESS", _processing),
    (mark("Comment"), "COMMENT_DSET", _comment),
)


def concepts(context: Context, one: Indicator, given: Given) -> tuple[Concept, ...]:
    """The whole record, concept by concept."""
    return tuple(
        Concept(number, context.say(title), code, found(context, one, given))
        for number, (title, code, found) in enumerate(_CONCEPTS, start=1)
    )
