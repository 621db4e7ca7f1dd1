"""What the promises rest on, as annexes: standards, indicators, procedures and the methodology."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from charterkit.exports.dossier.articles import Article, Chapter, Field, ending, field
from charterkit.exports.dossier.tree import Heading, para, strong
from charterkit.exports.dossier.voice import Voice
from charterkit.model.common import Lineage
from charterkit.model.indicator import Indicator
from charterkit.model.methodology import Methodology, ServiceClass
from charterkit.model.procedure import Procedure
from charterkit.model.standard import Standard
from charterkit.site.alphabet import sort_key
from charterkit.site.methods.indicator_facts import (
    frequency_facts,
    kind_facts,
    making_of_figure,
    protection_facts,
    reach_facts,
    unit_facts,
    version_facts,
)
from charterkit.site.services.clocks import clock_facts
from charterkit.site.views.indicator import DIRECTIONS, DIRECTIONS_OF_DAYS, near_words


def annexes(voice: Voice) -> tuple[Chapter, ...]:
    """The annexes of a charter, those without records left out."""
    sealed, say = voice.sealed, voice.say
    standards = (_standard(voice, id, one) for id, one in sealed.standards.items())
    indicators = (_indicator(voice, id, one) for id, one in sealed.indicators.items())
    procedures = (_procedure(voice, id, one) for id, one in sealed.procedures.items())
    method = sealed.methodology
    return (
        Chapter("standards", say("Service standards"), _by_name(voice, standards), annex=True),
        Chapter("indicators", say("Indicators"), _by_name(voice, indicators), annex=True),
        Chapter("procedures", say("Procedures"), _by_name(voice, procedures), annex=True),
        Chapter(
            "methodology", say("How we measure"), _methodology(voice, method) if method else (), annex=True
        ),
    )


def _by_name(voice: Voice, found: Iterable[Article]) -> tuple[Article, ...]:
    """From A to Z: the promises name standards and indicators by their titles."""
    lang = voice.context.reader.lang
    return tuple(sorted(found, key=lambda one: (sort_key(one.title, lang), one.key)))


def _standard(voice: Voice, id: str, one: Standard) -> Article:
    return Article(f"standard/{id}", "", "", voice.bare(one.title), tuple(_of_standard(voice, one)))


def _of_standard(voice: Voice, one: Standard) -> Iterator[Field]:
    yield from field("statement", "", voice.block(one.statement))
    yield from field("norms", voice.say("The standard"), voice.norms(one.norms))
    for variant in one.variants:
        yield from field("variants", voice.bare(variant.when), voice.norms(variant.norms))
    yield from _clock(voice, one)
    yield from field("legal_basis", voice.say("Legal basis"), voice.sources(one.legal_basis))
    yield from _origin(voice, one.lineage, voice.standard)
    if one.ended:
        yield ending(voice, one.ended)


def _clock(voice: Voice, one: Standard) -> Iterator[Field]:
    if one.clock is None:
        return
    # The calendar is no part of what is put to the vote, so it is not at hand; the norm says which days are counted.
    facts = clock_facts(voice.context, one.clock, in_working_days=one.in_working_days)
    for term, found in voice.facts(facts):
        yield Field("clock", term, found)


def _origin(voice: Voice, lineage: Lineage | None, name: Callable[[str], str]) -> Iterator[Field]:
    if lineage is not None:
        yield Field("lineage", *voice.lineage(lineage, (name(id) for id in lineage.origins)))


def _indicator(voice: Voice, id: str, one: Indicator) -> Article:
    return Article(f"indicator/{id}", "", "", voice.bare(one.title), tuple(_of_indicator(voice, one)))


def _of_indicator(voice: Voice, one: Indicator) -> Iterator[Field]:
    context = voice.context
    yield from field("definition", "", voice.block(one.definition))
    facts = {
        "type": kind_facts(context, one),
        "unit": unit_facts(context, one),
        "formula": making_of_figure(context, one),
        "frequency": frequency_facts(context, one),
        "starts": reach_facts(context, one),
        "confidentiality": protection_facts(context, one),
        "method_versions": version_facts(context, one),
    }
    for path, found in facts.items():
        for term, words in voice.facts(found):
            yield Field(path, term, words)
        if path == "unit":
            directions = DIRECTIONS_OF_DAYS if one.unit == "date" else DIRECTIONS
            yield Field("direction", voice.say("Direction"), (para(voice.say(directions[one.direction])),))
    if one.near:
        yield Field("near", voice.say("Nearly met means"), (para(near_words(context, one, one.near)),))
    yield from _origin(voice, one.lineage, voice.indicator)
    if one.ended:
        yield ending(voice, one.ended)


def _procedure(voice: Voice, id: str, one: Procedure) -> Article:
    return Article(f"procedure/{id}", "", "", voice.bare(one.title), tuple(_of_procedure(voice, one)))


def _of_procedure(voice: Voice, one: Procedure) -> Iterator[Field]:
    say = voice.say
    yield from field("summary", "", voice.block(one.summary))
    yield from field("edition", say("Edition"), (para(one.edition),) if one.edition else ())
    names = ", ".join(voice.body(id) for id in one.bodies)
    yield from field("bodies", say("Who works by it"), (para(names),) if names else ())
    standards = ", ".join(voice.standard(id) for id in one.standards)
    yield from field("standards", say("Standards"), (para(standards),) if standards else ())
    # Behind the annexes it would be read as theirs.
    yield from field("legal_basis", say("Legal basis"), voice.sources(one.legal_basis))
    yield from field("prose", "", voice.block(one.text, 2))
    for n, annex in enumerate(one.annexes, start=1):
        # The charter has annexes of its own.
        title = say("Annex {n} to this procedure. {title}", n=n, title=voice.bare(annex.title))
        yield Field("annexes", "", (Heading(3, strong(title)), *voice.block(annex.text, 3)))
    if one.ended:
        yield ending(voice, one.ended)


def _methodology(voice: Voice, one: Methodology) -> tuple[Article, ...]:
    say = voice.say
    sections = (
        Article("methodology", f"sections/{part.id or place}", "", voice.bare(part.title),
                field("sections", "", voice.block(part.text)))
        for place, part in enumerate(one.sections)
    )  # fmt: skip
    hidden = voice.context.reader.words.count(
        "Counts of fewer than {n} person are not shown.",
        "Counts of fewer than {n} people are not shown.",
        one.k,
    )
    rest = (
        *field("revision_policy", say("When figures are revised"), voice.block(one.revision_policy)),
        *field("complaints", say("Complaints"), voice.block(one.complaints)),
        Field("k", say("Protection of persons"), (para(hidden),)),
        *(_service_class(voice, part) for part in one.service_classes),
        *field("review_every", say("Time between reviews"),
               (para(voice.duration(one.review_every)),) if one.review_every else ()),
        *field("legal_basis", say("Legal basis"), voice.sources(one.legal_basis)),
    )  # fmt: skip
    summary = field("summary", "", voice.block(one.summary))
    return (
        Article("methodology", "", "", voice.bare(one.title), summary),
        *sections,
        Article("methodology", "rules", "", say("Rules for all indicators"), rest),
    )


def _service_class(voice: Voice, one: ServiceClass) -> Field:
    limit = voice.say("at most {amount}", amount=voice.duration(one.at_most)) if one.at_most else ""
    found = (*((para(limit),) if limit else ()), *voice.sources(one.legal_basis))
    label = voice.say("Class of services: {name}", name=voice.bare(one.title))
    return Field("service_classes", label, found or (para(voice.say("No time limit is set.")),))
