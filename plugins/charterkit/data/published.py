"""The records as citizens read them: each as its release sealed it, with today's informative fields around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from charterkit.data.corrections import corrected_record
from charterkit.data.records import Records
from charterkit.data.reread import Translated, id_of, kind_of, laid, typed
from charterkit.data.sources import Sources
from charterkit.model.commitment import Commitment
from charterkit.model.publication import Publication
from charterkit.model.publisher import Body, BodyType, Publisher
from charterkit.model.release import Release
from charterkit.text import NO_TEXT, Text


def published(
    publication: Publication, sources: Sources, held: Mapping[str, Release], hidden: Iterable[str]
) -> Publication:
    """The publication with every record of `held` as its release has it, and without those that are `hidden`.

    `publication` is the working text; records that no release holds stay as they stand in it.
    """
    working, away = dict(_working(publication)), frozenset(hidden)
    keys = dict.fromkeys((*working, *(key for key in held if kind_of(key) != "body")))
    found = {
        key: _record(key, held[key], sources) if key in held else working[key]
        for key in keys
        if key not in away
    }
    publisher = _publisher(publication.publisher, held)
    records = Records.of((publisher, *found.values()))
    # An indicator for which nothing was reported yet has no results at all.
    results = {
        id: publication.series[id] if working.get(f"indicator/{id}") == one else sources.series(one)
        for id, one in records.indicators.items()
        if id in publication.series
    }
    prose = dict(_prose(publication, sources, held))
    laid_out = _without_strays(records.publication(results, prose, publication.releases))
    # Only what a release can hold is read from releases; all other records are today's, whichever kinds there are.
    return replace(
        publication,
        publisher=laid_out.publisher,
        charters=laid_out.charters,
        commitments=laid_out.commitments,
        standards=laid_out.standards,
        indicators=laid_out.indicators,
        series=laid_out.series,
        methodology=laid_out.methodology,
        services=laid_out.services,
        procedures=laid_out.procedures,
    )


def _working(publication: Publication) -> Iterator[tuple[str, object]]:
    yield from ((f"charter/{id}", one) for id, one in publication.charters.items())
    yield from ((f"commitment/{id}", one) for id, one in publication.commitments.items())
    yield from ((f"standard/{id}", one) for id, one in publication.standards.items())
    yield from ((f"indicator/{id}", one) for id, one in publication.indicators.items())
    yield from ((f"service/{id}", one) for id, one in publication.services.items())
    yield from ((f"procedure/{id}", one) for id, one in publication.procedures.items())
    if publication.methodology is not None:
        yield "methodology", publication.methodology


def _record(key: str, release: Release, sources: Sources) -> object:
    return typed(key, laid(key, release, sources.plain.get(key)), **sources.given.get(key, {}))


def _publisher(publisher: Publisher, held: Mapping[str, Release]) -> Publisher:
    """The publisher whose bodies have the names under which they were sealed."""
    names = {
        id_of(key): _name(key, release, publisher) for key, release in held.items() if kind_of(key) == "body"
    }
    known = {body.id for body in publisher.bodies}
    bodies = [replace(body, name=names.get(body.id, body.name)) for body in publisher.bodies]
    bodies += [Body(id, BodyType.OTHER, name) for id, name in names.items() if id not in known]
    return replace(publisher, bodies=tuple(bodies))


def _name(key: str, release: Release, publisher: Publisher) -> Text:
    today = next((body.name for body in publisher.bodies if body.id == id_of(key)), NO_TEXT)
    return Text.of(Translated(release, key).words(("name",), corrected_record(release, key)["name"], today))


def _prose(
    publication: Publication, sources: Sources, held: Mapping[str, Release]
) -> Iterator[tuple[str, Text]]:
    """The texts of procedures: as sealed, with today's translations as long as they fit."""
    yield from ((id, one) for id, one in sources.prose.items() if f"procedure/{id}" not in held)
    for key, release in held.items():
        prose = corrected_record(release, key).get("prose")
        if kind_of(key) == "procedure" and prose:
            today = sources.prose.get(id_of(key), NO_TEXT)
            yield id_of(key), Text.of(Translated(release, key).words(("prose",), prose, today))


def _without_strays(publication: Publication) -> Publication:
    """Without names of services that are offered no longer: a sealed promise may still name them."""
    services = publication.services
    commitments: dict[str, Commitment] = {
        id: replace(one, services=tuple(name for name in one.services if name in services))
        if any(name not in services for name in one.services)
        else one
        for id, one in publication.commitments.items()
    }
    return replace(publication, commitments=commitments)


def as_sealed(release: Release, sources: Sources, publisher: Publisher) -> Publication:
    """A whole release by itself, without results: what it holds, and nothing that it does not."""
    held = dict.fromkeys(release.records, release)
    empty = Publication(_only(publisher, release), {}, {}, {}, {})
    return published(empty, sources, held, ())


def _only(publisher: Publisher, release: Release) -> Publisher:
    return replace(
        publisher, bodies=tuple(body for body in publisher.bodies if f"body/{body.id}" in release.records)
    )
