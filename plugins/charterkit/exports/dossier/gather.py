"""Gathers what a sitting is told, and makes the files of its desk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from charterkit import __version__
from charterkit.exports.dossier.cover import cover
from charterkit.exports.dossier.documents import checksums, leaflets
from charterkit.exports.dossier.docx_file import docx_file
from charterkit.exports.dossier.facts import Base, Sitting, Tried
from charterkit.exports.dossier.pdf_file import pdf_file
from charterkit.exports.dossier.tree import Leaflet
from charterkit.exports.paper.context import paper_context
from charterkit.model.publication import Publication
from charterkit.model.publisher import Body, BodyType
from charterkit.model.release import Approver
from charterkit.rules.releases.change import Change
from charterkit.rules.releases.proposing import Proposal
from charterkit.rules.releases.retrospect import of_change
from charterkit.rules.standing import Standing
from charterkit.site.context import Settings, Site, directory

CONTENT: Final = "content.json"
COVER: Final = "README.txt"
CHECKSUMS: Final = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Checks:
    """What the check of the working text looked at; `recorded` says that an old version is entered, without a vote."""

    today: date
    files: int
    acknowledged: int = 0
    recorded: bool = False


def sitting(proposal: Proposal, publication: Publication, checks: Checks) -> Sitting:
    """Everything that the documents tell about a proposal."""
    charter = publication.charters[proposal.charter]
    reasons = publication.reasons.get(proposal.charter)
    base = proposal.base
    return Sitting(
        charter=proposal.charter,
        version=proposal.version,
        digest=proposal.digest,
        records=proposal.records,
        languages=proposal.languages,
        approvers=proposal.approvers,
        today=checks.today,
        program=__version__,
        files=checks.files,
        country=publication.publisher.country,
        base=Base(base.version, base.records, base.acts, proposal.founding) if base else None,
        changes=proposal.changes,
        reasons=reasons.changes if reasons else (),
        steps=charter.consultation,
        consultation=publication.consultations.get(proposal.charter),
        bodies=_bodies(publication, proposal.approvers),
        acknowledged=checks.acknowledged,
        tried={} if checks.recorded else _tried(proposal, publication, checks.today),
        recorded=checks.recorded,
    )


def _bodies(publication: Publication, approvers: Iterable[Approver]) -> Mapping[Approver, Body]:
    """The bodies that decide, as far as the publisher names them."""
    councils = [one for one in publication.publisher.bodies if one.type is BodyType.COUNCIL]
    return {who: councils[0] for who in approvers if who is Approver.COUNCIL and len(councils) == 1}


def _tried(proposal: Proposal, publication: Publication, today: date) -> Mapping[str, tuple[Tried, ...]]:
    """What the latest figures say about the targets that change."""
    found: dict[str, list[Tried]] = {}
    for change in proposal.changes:
        told = of_change(change, publication=publication, today=today, since=_since(change, today))
        if told is not None and change.kind == "commitment":
            ids = [str(one.get("indicator", "")) for one in change.measured if one]
            if ids and f"indicator/{ids[-1]}" in proposal.records:
                found.setdefault(change.subject, []).append(Tried(ids[-1], told))
    return {subject: tuple(several) for subject, several in found.items()}


def _since(change: Change, today: date) -> date:
    """The first day after today on which the change asks for something else, as nobody knows yet when it holds."""
    later = [one.since for one in change.stretches if one.effect is not None and one.since > today]
    return min(later, default=today + timedelta(days=1))


def desk(
    told: Sitting, publication: Publication, standing: Standing, content: bytes, fonts: Iterable[Path] = ()
) -> dict[str, bytes]:
    """Every file of the dossier by its path: the content, the documents in each language of the vote, the cover."""
    site = Site(publication, standing, publication.publisher.languages, Settings())
    known = directory(site)
    files: dict[str, bytes] = {CONTENT: content}
    by_lang: dict[str, tuple[Leaflet, ...]] = {}
    for lang in told.languages:
        by_lang[lang] = leaflets(told, paper_context(site, known, lang))
        for one in by_lang[lang]:
            files[f"{lang}/{one.name}.pdf"] = pdf_file(one, tuple(fonts))
            files[f"{lang}/{one.name}.docx"] = docx_file(one)
    contexts = {lang: paper_context(site, known, lang) for lang in told.languages}
    files[COVER] = cover(told, contexts, by_lang)
    return {**files, CHECKSUMS: checksums(files)}
