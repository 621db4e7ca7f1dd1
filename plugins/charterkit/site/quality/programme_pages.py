"""The pages of programmes of many bodies: the programme, its replies, its waves, and each body in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from charterkit.model.publication import Publication
from charterkit.site.kinds import Kind, Page

# A table of replies with more lines than this goes on on the next page.
REPLY_ROWS: Final = 70


def programme_address(programme: str) -> str:
    """Where a programme stands."""
    return f"quality/programmes/{programme}/"


def wave_address(programme: str, wave: str) -> str:
    """Where a wave stands; no wave is called like the pages beside it."""
    return f"{programme_address(programme)}{wave}/"


def member_address(programme: str, body: str) -> str:
    """Where a body in the programme stands."""
    return f"{programme_address(programme)}bodies/{body}/"


def replies_address(programme: str, part: int = 1) -> str:
    """Where a part of the replies stands (from 1)."""
    return f"{programme_address(programme)}replies/" + (f"{part}/" if part > 1 else "")


def programme_file(programme: str, ending: str) -> str:
    """The address of a file of a programme: `replies.csv`, `deliverables.csv` or `json`."""
    return f"{programme_address(programme)}{programme}.{ending}"


def invited(publication: Publication, programme: str) -> tuple[str, ...]:
    """The bodies that were invited, each once."""
    register = publication.registers.get(programme)
    return tuple(dict.fromkeys(one.body for one in register.replies)) if register else ()


def programme_pages(publication: Publication) -> Iterator[Page]:
    """The pages of all programmes."""
    for programme in publication.programmes.values():
        id, bodies, file = programme.id, invited(publication, programme.id), programme.file
        yield Page(Kind.PROGRAMME, programme_address(id), id, file)
        for wave in programme.waves:
            yield Page(Kind.WAVE, wave_address(id, wave.id), f"{id}/{wave.id}", file)
        for part in range(1, -(-len(bodies) // REPLY_ROWS) + 1):
            yield Page(Kind.REPLIES, replies_address(id, part), f"{id}/{part}", file)
        for body in bodies:
            yield Page(Kind.MEMBER, member_address(id, body), f"{id}/{body}", file)
