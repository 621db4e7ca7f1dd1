"""What a charter reaches, and so what is put to the vote with it: the text of a release before it is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from charterkit.data.content import canonical, digest
from charterkit.data.sources import Sources
from charterkit.model.commitment import Commitment
from charterkit.model.publication import Publication
from charterkit.model.release import Content
from charterkit.rules.adoption import adopted_groups, bound

FORMAT = "charterkit/1"


def reached(publication: Publication, charter: str) -> tuple[str, ...]:
    """The keys of everything that a charter promises, and by which it is judged; sorted."""
    record = publication.charters[charter]
    commitments = tuple(_commitments(publication, charter))
    services = {id for one in commitments for id in one.services if id in publication.services}
    standards = {id for one in commitments for id in _standards(one) if id in publication.standards}
    indicators = {measure.indicator for one in commitments for measure in one.measures}
    seals_services = "services" in record.seals
    if seals_services:
        own = (publication.services[id].standard for id in services)
        standards |= {id for id in own if id in publication.standards}
    procedures = {
        id
        for id, one in publication.procedures.items()
        if standards.intersection(one.standards) or services.intersection(one.services)
    }
    bodies = {record.publisher, *record.covers, *(id for one in commitments for id in one.bodies)}
    bodies |= {id for procedure in procedures for id in publication.procedures[procedure].bodies}
    if record.adopts:
        bodies |= set(bound(record))
    return tuple(sorted((
        f"charter/{charter}",
        *(f"commitment/{one.full_id}" for one in commitments),
        *_keys("standard", standards),
        *_keys("indicator", indicators & set(publication.indicators)),
        *_keys("procedure", procedures),
        *_keys("service", services if seals_services else ()),
        *_keys("body", bodies & set(publication.bodies)),
        *(("methodology",) if publication.methodology is not None else ()),
    )))  # fmt: skip


def working_records(publication: Publication, sources: Sources, charter: str) -> Mapping[str, Content]:
    """The content of everything that a charter reaches, as the working text says it now."""
    languages = voted_in(publication)
    found = {key: sources.content(key, languages) for key in reached(publication, charter)}
    return {key: content for key, content in found.items() if content}


def voted_in(publication: Publication) -> tuple[str, ...]:
    """The languages in which a text is put to the vote."""
    return publication.publisher.authoritative or publication.publisher.languages[:1]


def content_file(
    charter: str, version: str, previous: str, languages: Iterable[str], records: Mapping[str, Content]
) -> bytes:
    """The bytes of a release's content: their SHA-256 is the digest that the decision prints."""
    sealed = {
        key: {"sha256": digest(canonical(content)), "content": content} for key, content in records.items()
    }
    return canonical({
        "format": FORMAT,
        "charter": charter,
        "version": version,
        "previous": previous,
        "languages": list(languages),
        "records": sealed,
    })  # fmt: skip


def _commitments(publication: Publication, charter: str) -> Iterator[Commitment]:
    """Its own promises and those that it adopts from other charters."""
    yield from publication.commitments_of(charter)
    adopted = set(adopted_groups(publication.charters[charter], publication.charters))
    yield from (one for one in publication.commitments.values() if (one.charter, one.group) in adopted)


def _standards(commitment: Commitment) -> Iterator[str]:
    yield from commitment.standards
    yield from (measure.standard for measure in commitment.measures if measure.standard)


def _keys(kind: str, ids: Iterable[str]) -> Iterator[str]:
    return (f"{kind}/{id}" for id in ids)
