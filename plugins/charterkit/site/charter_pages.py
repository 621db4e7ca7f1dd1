"""The pages about charters and their promises."""

from __future__ import annotations

from collections.abc import Iterator

from charterkit.model.charter import Charter
from charterkit.model.publication import Publication
from charterkit.site.addresses import about_address, badges_address
from charterkit.site.kinds import Kind, Page


def charter_pages(publication: Publication, *, badges: bool) -> Iterator[Page]:
    """These pages; `badges` says whether other sites can show badges of this one."""
    yield Page(Kind.CHARTERS, "charters/")
    for charter in publication.charters.values():
        yield Page(Kind.CHARTER, f"charters/{charter.id}/", charter.id, charter.file)
        if has_about(publication, charter):
            yield Page(Kind.CHARTER_ABOUT, about_address(charter.id), charter.id, charter.file)
        if badges:
            yield Page(Kind.BADGES, badges_address(charter.id), charter.id)
    for full_id, one in publication.commitments.items():
        yield Page(Kind.COMMITMENT, f"charters/{full_id}/", full_id, one.file)


def has_about(publication: Publication, charter: Charter) -> bool:
    """Whether there is anything to tell of a charter beside its promises and the rights that come with them."""
    law = (charter.legal_force, charter.legal_basis)
    told = (charter.covers, charter.principles, *law, charter.reports, charter.review, charter.sources)
    return any(told) or _is_adopted(publication, charter.id)


def _is_adopted(publication: Publication, charter: str) -> bool:
    others = (one for id, one in publication.charters.items() if id != charter)
    return any(adoption.charter == charter for one in others for adoption in one.adopts)
