"""Which pages a site has, and where: addresses are a promise and the same in every language.

Below `results/` the folders `bodies`, `charters`, `fields`, `periods` and `years` are reserved: no indicator may be called
like them. Below `find/` stand the pages of a long list from A to Z, which differ from language to language
(`search/letters.py`), and the files of the search's index.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from charterkit.model.charter import ChannelKind
from charterkit.model.commitment import Commitment, Dimension
from charterkit.model.publication import Publication
from charterkit.periods import Period
from charterkit.rules.offered import by_area, by_channel, by_life_event
from charterkit.rules.releases.public import Versions
from charterkit.site.charter_pages import charter_pages
from charterkit.site.kinds import Kind as Kind
from charterkit.site.kinds import Page as Page
from charterkit.site.quality.pages import quality_pages
from charterkit.site.release_pages import release_pages

# A results board with more rows or more charters than this is split: by charter, a long one by group, and then into
# parts.
BOARD_ROWS: Final = 200
BOARD_CHARTERS: Final = 8


@dataclass(frozen=True, slots=True)
class BoardPart:
    """The promises on one page of a long results board: a charter, a group of it, or a part of that (from 1).

    `group` is blank where the page holds the whole charter.
    """

    charter: str
    group: str
    part: int
    commitments: tuple[Commitment, ...]

    @property
    def address(self) -> str:
        """Where the part stands: the first one of a group has the group's own address."""
        group = f"results/charters/{self.charter}/" + (f"{self.group}/" if self.group else "")
        return group if self.part == 1 else f"{group}{self.part}/"


def pages(
    publication: Publication,
    years: tuple[Period, ...] = (),
    versions: Versions | None = None,
    *,
    badges: bool = False,
) -> tuple[Page, ...]:
    """All pages of the site in a fixed order, the home page first.

    `years` are those about which there is a page, `versions` the releases; `badges` says whether other sites can show
    badges of this one.
    """
    return tuple(_pages(publication, years, versions, badges=badges))


def year_address(year: Period) -> str:
    """Where a year of the publisher stands: `results/years/2024/`, `results/years/fy2018-19/`."""
    return f"results/years/{year.label.lower().replace('/', '-')}/"


def board_parts(publication: Publication) -> tuple[BoardPart, ...]:
    """The pages of the results board; none where it is short enough for one page."""
    short = _all_rows(publication.commitments.values()) <= BOARD_ROWS
    if short and len(publication.charters) <= BOARD_CHARTERS:
        return ()
    return tuple(_parts(publication))


def ways_to(publication: Publication) -> tuple[str, ...]:
    """The ways in, each with a page: situations, areas of life, channels, by what the records call them."""
    services = publication.services.values()
    areas = by_area((*services, *publication.commitments.values()))
    return (*by_life_event(services), *areas, *by_channel(services))


def way_address(way: str) -> str:
    """Where a way to services stands: `ways/birth/`, `ways/in-person/`, `ways/online/`."""
    if way == ChannelKind.WEB:
        return "ways/online/"
    return f"ways/{way.replace('_', '-')}/"


def _pages(
    publication: Publication, years: tuple[Period, ...], versions: Versions | None, *, badges: bool
) -> Iterator[Page]:
    yield Page(Kind.HOME, "")
    yield from charter_pages(publication, badges=badges)
    yield from release_pages(publication, versions) if versions is not None else ()
    yield from _services(publication)
    yield from _standards(publication)
    yield from _procedures(publication)
    yield from _results(publication)
    yield from _sides(publication, years)
    yield from quality_pages(publication)
    yield from _methodology(publication)
    yield from _bodies(publication)
    yield Page(Kind.CHANGES, "changes/")
    yield Page(Kind.FIND, "find/")
    yield Page(Kind.COMPLAIN, "complain/")
    yield Page(Kind.ACCESSIBILITY, "accessibility/", source="charters/publisher.yml")
    yield Page(Kind.PRIVACY, "privacy/", source="charters/publisher.yml")
    yield Page(Kind.CONTACT, "contact/", source="charters/publisher.yml")
    yield Page(Kind.WORDS, "words/")


def _services(publication: Publication) -> Iterator[Page]:
    if publication.services:
        yield Page(Kind.SERVICES, "services/")
        yield Page(Kind.WAYS, "ways/")
    for way in ways_to(publication):
        yield Page(Kind.WAY, way_address(way), way)
    for service in publication.services.values():
        yield Page(Kind.SERVICE, f"services/{service.id}/", service.id, service.file)


def _standards(publication: Publication) -> Iterator[Page]:
    yield Page(Kind.STANDARDS, "standards/")
    for standard in publication.standards.values():
        yield Page(Kind.STANDARD, f"standards/{standard.id}/", standard.id, standard.file)
    for calendar in publication.calendars.values():
        yield Page(Kind.CALENDAR, f"calendars/{calendar.id}/", calendar.id, calendar.file)


def _procedures(publication: Publication) -> Iterator[Page]:
    if publication.procedures:
        yield Page(Kind.PROCEDURES, "procedures/")
    for procedure in publication.procedures.values():
        yield Page(Kind.PROCEDURE, f"procedures/{procedure.id}/", procedure.id, procedure.file)


def _results(publication: Publication) -> Iterator[Page]:
    yield Page(Kind.RESULTS, "results/")
    for part in board_parts(publication):
        yield Page(Kind.BOARD, part.address, part.address)
    for indicator in publication.indicators:
        series = publication.series.get(indicator)
        yield Page(Kind.RESULT, f"results/{indicator}/", indicator, series.file if series else "")


def _sides(publication: Publication, years: tuple[Period, ...]) -> Iterator[Page]:
    """The results from other sides: of each body that promises something, of each field, of each year."""
    promised = publication.commitments.values()
    bodies = {body for one in promised for body in one.bodies}
    fields = {one.dimension for one in promised}
    for body in publication.bodies:
        if body in bodies:
            yield Page(Kind.SIDE, f"results/bodies/{body}/", body)
    for field in Dimension:
        if field in fields:
            yield Page(Kind.SIDE, f"results/fields/{field}/", field)
    if years:
        yield Page(Kind.PERIODS, "results/periods/")
    for year in reversed(years):
        yield Page(Kind.YEAR, year_address(year), year.label)


def _methodology(publication: Publication) -> Iterator[Page]:
    methodology = publication.methodology
    yield Page(Kind.METHODOLOGY, "methodology/", source=methodology.file if methodology else "")
    for indicator in publication.indicators.values():
        yield Page(Kind.INDICATOR, f"methodology/{indicator.id}/", indicator.id, indicator.file)


def _bodies(publication: Publication) -> Iterator[Page]:
    source = "charters/publisher.yml"
    yield Page(Kind.BODIES, "bodies/", source=source)
    for body in publication.bodies:
        yield Page(Kind.BODY, f"bodies/{body}/", body, source)


def _rows(commitment: Commitment) -> int:
    return max(1, len(commitment.measures))


def _all_rows(commitments: Iterable[Commitment]) -> int:
    return sum(map(_rows, commitments))


def _parts(publication: Publication) -> Iterator[BoardPart]:
    grouped: dict[str, dict[str, list[Commitment]]] = {}
    for one in publication.commitments.values():
        grouped.setdefault(one.charter, {}).setdefault(one.group, []).append(one)
    for charter in publication.charters.values():
        groups = grouped.get(charter.id, {})
        in_order = [(group.id, groups[group.id]) for group in charter.groups if group.id in groups]
        yield from _parts_of(charter.id, in_order)


def _parts_of(charter: str, groups: list[tuple[str, list[Commitment]]]) -> Iterator[BoardPart]:
    whole = tuple(one for _, commitments in groups for one in commitments)
    if whole and _all_rows(whole) <= BOARD_ROWS:
        yield BoardPart(charter, "", 1, whole)
        return
    for group, commitments in groups:
        for part, chunk in enumerate(_chunks(commitments), start=1):
            yield BoardPart(charter, group, part, chunk)


def _chunks(commitments: list[Commitment]) -> Iterator[tuple[Commitment, ...]]:
    chunk: list[Commitment] = []
    filled = 0
    for one in commitments:
        if chunk and filled + _rows(one) > BOARD_ROWS:
            yield tuple(chunk)
            chunk, filled = [], 0
        chunk.append(one)
        filled += _rows(one)
    if chunk:
        yield tuple(chunk)
