"""The pages about surveys: their list, and of each its results, its groups, its questionnaire and its method."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from charterkit.model.publication import Publication
from charterkit.site.kinds import Kind, Page

# Where the list of surveys stands.
SURVEYS: Final = "quality/surveys/"


def survey_pages(publication: Publication) -> Iterator[Page]:
    """The pages of all surveys, the latest first; none where there is no survey."""
    if publication.surveys:
        yield Page(Kind.SURVEYS, SURVEYS)
    for id, one in publication.surveys.items():
        address = survey_address(id)
        yield Page(Kind.SURVEY, address, id, one.file)
        for group in one.groups:
            yield Page(Kind.SURVEY_GROUP, f"{address}{group.id}/", f"{id}/{group.id}", one.file)
        yield Page(Kind.QUESTIONNAIRE, f"{address}questionnaire/", id, one.file)
        yield Page(Kind.SURVEY_METHOD, f"{address}method/", id, one.file)


def survey_address(id: str) -> str:
    """Where a survey stands."""
    return f"{SURVEYS}{id}/"
