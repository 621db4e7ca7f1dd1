"""The pages about the releases of charters: their lists, their texts, their changes, and open consultations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from charterkit.model.publication import Publication
from charterkit.rules.releases.consulting import public_consultation
from charterkit.rules.releases.public import Versions
from charterkit.site.addresses import chapter_address, consultation_address, version_address
from charterkit.site.kinds import Kind, Page

_OF_A_VERSION: Final = frozenset({Kind.VERSION, Kind.VERSION_CHAPTER, Kind.VERSION_CHANGES})


def release_pages(publication: Publication, versions: Versions) -> Iterator[Page]:
    """These pages of every charter."""
    for charter in publication.charters:
        if public_consultation(publication, charter, versions.today) is not None:
            yield Page(Kind.CONSULTATION, consultation_address(charter), charter)
        if has_versions_page(publication, versions, charter):
            yield Page(Kind.VERSIONS, f"charters/{charter}/versions/", charter)
        for place, one in enumerate(versions.texts(charter)):
            key, address = f"{charter}/{one.release.version}", version_address(charter, one.release.version)
            yield Page(Kind.VERSION, address, key)
            for chapter in versions.chapters(one):
                own = chapter_address(charter, one.release.version, chapter.name)
                yield Page(Kind.VERSION_CHAPTER, own, f"{key}/{chapter.name}")
            if place > 0:
                yield Page(Kind.VERSION_CHANGES, f"{address}changes/", key)
            if place > 1:
                yield Page(Kind.VERSION_CHANGES, f"{address}changes/first/", f"{key}/first")


def has_versions_page(publication: Publication, versions: Versions, charter: str) -> bool:
    """Whether there is anything to tell of how a charter came about: versions, or how people had a say."""
    return bool(versions.known(charter) or publication.charters[charter].consultation)


def is_hidden(versions: Versions, page: Page) -> bool:
    """Whether search engines should leave a page out: it shows a text that does not hold."""
    if page.kind not in _OF_A_VERSION:
        return False
    charter, version = page.key.split("/")[:2]
    now = versions.in_force(charter)
    return now is None or now.release.version != version
