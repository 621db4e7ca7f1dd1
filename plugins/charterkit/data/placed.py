"""What is wrong with the places of files: records that are missing, results that belong to nothing."""

from __future__ import annotations

from charterkit.data.loaded import Known
from charterkit.data.records import Records
from charterkit.data.shelf import Entry
from charterkit.problems import Problem, Spot, problem
from charterkit.text import nearest


def missing(known: Known) -> list[Problem]:
    """The records without which nothing can be published."""
    places = {"publisher": "charters/publisher.yml", "charter": "charters"}
    return [
        problem(f"{kind}-missing", Spot(place)) for kind, place in places.items() if not known.of_kind(kind)
    ]


def about_indicator(id: str, entries: list[Entry], known: frozenset[str]) -> list[Problem]:
    """Results that belong to nothing; where the indicator is there but cannot be read, they wait for it."""
    if id in known:
        return []
    best = nearest(id, sorted(known)) or ""
    return [problem("results-without-indicator", Spot(one.file), found=id, nearest=best) for one in entries]


def about_languages(entries: list[Entry], records: Records) -> list[Problem]:
    """Words in a language that the site does not have."""
    publisher = records.publisher
    assert publisher is not None
    found = []
    for entry in entries:
        if entry.language and entry.language not in publisher.languages:
            found.append(problem("words-language", Spot(entry.file), found=entry.language))
    return found
