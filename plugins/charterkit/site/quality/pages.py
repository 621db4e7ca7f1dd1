"""Where the pages on improvement stand. Only what has records has pages, and the hub only where one of them has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from charterkit.model.publication import Publication
from charterkit.site.kinds import Kind, Page
from charterkit.site.quality.assessment_pages import assessment_pages
from charterkit.site.quality.programme_pages import programme_pages
from charterkit.site.quality.survey_pages import survey_pages

# As many actions as a page of the plan, and of what was said and done, lists.
ROWS: Final = 30

HUB: Final = "quality/"
PLAN: Final = "quality/actions/"
SAID_AND_DID: Final = "quality/said-and-did/"
STRATEGY: Final = "quality/strategy/"


def action_address(id: str) -> str:
    """Where an action stands."""
    return f"{PLAN}{id}/"


def part_address(base: str, part: int) -> str:
    """Where a part (from 1) of a long list stands: the first one has the list's own address."""
    return base if part == 1 else f"{base}{part}/"


def quality_pages(publication: Publication) -> Iterator[Page]:
    """All pages on improvement, the hub first."""
    found = [page for subject in SUBJECTS for page in subject(publication)]
    if found:
        yield Page(Kind.QUALITY, HUB)
    yield from found


def _actions(publication: Publication) -> Iterator[Page]:
    actions = publication.actions.values()
    yield from _parts(Kind.ACTIONS, PLAN, len(actions))
    for one in actions:
        yield Page(Kind.ACTION, action_address(one.id), one.id, one.file)
    yield from _parts(Kind.SAID, SAID_AND_DID, sum(bool(one.said and one.did) for one in actions))


def _strategy(publication: Publication) -> Iterator[Page]:
    if publication.strategy is not None:
        yield Page(Kind.STRATEGY, STRATEGY, source=publication.strategy.file)


def _parts(kind: Kind, base: str, rows: int) -> Iterator[Page]:
    for part in range(1, -(-rows // ROWS) + 1):
        yield Page(kind, part_address(base, part), str(part))


# Each subject of the quality systems with its pages; a new one adds its function here.
SUBJECTS: Final[tuple[Callable[[Publication], Iterable[Page]], ...]] = (
    _actions,
    _strategy,
    survey_pages,
    assessment_pages,
    programme_pages,
)
