"""Advice that a body has looked at and leaves as it is: it says so in its files, and is not told again.

A record acknowledges advice about itself with a reason, that of a programme also advice about its tables; a line of
results confirms that it is right as it stands.
Errors and warnings cannot be acknowledged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from charterkit.model.common import Acknowledged
from charterkit.model.publication import Publication
from charterkit.problems import SENTENCES, Level, Problem, Spot, blocks, problem
from charterkit.problems.of_plausibility import QUESTIONS
from charterkit.text import nearest

_NEEDLESS = "acknowledged-needless"
# The tables of a programme have no place of their own to acknowledge anything: its record does.
_TABLES: Final = re.compile(r"(charters/quality/programmes/[^/.]+)\.(?:replies|deliverables)\.csv")


def acknowledge(
    publication: Publication, problems: Iterable[Problem]
) -> tuple[list[Problem], tuple[Problem, ...]]:
    """What is left to tell, with what is wrong in the acknowledgements themselves; and what is acknowledged."""
    entries = dict(_entries(publication))
    confirmed = _confirmed(publication)
    left: list[Problem] = []
    quiet: list[Problem] = []
    for found in problems:
        named = {one.problem for one in entries.get(record_of(found), ())}
        is_quiet = found.level is Level.ADVICE and (
            found.id in confirmed.get((found.spot.file, found.spot.line), ())
            if found.id in QUESTIONS
            else found.id in named
        )
        (quiet if is_quiet else left).append(found)
    said = {(record_of(found), found.id) for found in quiet}
    wrong = [one for file, listed in entries.items() for one in _wrong(Spot(file), listed, said)]
    # While something stops publishing, advice may be silent for that reason alone.
    stopped = blocks(left)
    return left + [one for one in wrong if not (stopped and one.id == _NEEDLESS)], tuple(quiet)


def record_of(found: Problem) -> str:
    """The file that can acknowledge advice: its own, of the tables of a programme the record of the programme."""
    table = _TABLES.fullmatch(found.spot.file)
    return f"{table[1]}.yml" if table else found.spot.file


def can_acknowledge(found: Problem) -> bool:
    """Whether a record, or a line of results, can say that a piece of advice is looked at."""
    file = record_of(found)
    in_record = file.startswith(("charters/", "standards/")) and file.endswith(".yml")
    return found.level is Level.ADVICE and (found.id in QUESTIONS or (in_record and found.id != _NEEDLESS))


def _entries(publication: Publication) -> Iterator[tuple[str, Sequence[Acknowledged]]]:
    yield "charters/publisher.yml", publication.publisher.acknowledged
    if publication.methodology is not None:
        yield publication.methodology.file, publication.methodology.acknowledged
    if publication.strategy is not None:
        yield publication.strategy.file, publication.strategy.acknowledged
    for records in (
        publication.charters, publication.commitments, publication.standards, publication.indicators,
        publication.services, publication.procedures, publication.calendars, publication.assessments,
        publication.actions, publication.programmes,
    ):  # fmt: skip
        yield from ((one.file, one.acknowledged) for one in records.values())


def _confirmed(publication: Publication) -> dict[tuple[str, int], Sequence[str]]:
    return {
        (series.file, row.line): row.confirmed
        for series in publication.series.values()
        for row in series.rows
        if row.confirmed
    }


def _wrong(record: Spot, listed: Sequence[Acknowledged], said: set[tuple[str, str]]) -> Iterator[Problem]:
    for index, one in enumerate(listed):
        spot, found = record.at("acknowledged", index, "problem"), one.problem
        if found not in SENTENCES:
            best = nearest(found, sorted(_advice())) or ""
            yield problem("acknowledged-unknown", spot, field=spot.field_name, found=found, nearest=best)
        elif found in QUESTIONS:
            yield problem("acknowledged-elsewhere", spot, field=spot.field_name, found=found)
        elif found not in _advice():
            yield problem("acknowledged-grave", spot, field=spot.field_name, found=found)
        elif (record.file, found) not in said:
            yield problem(_NEEDLESS, spot, field=spot.field_name, found=found)


def _advice() -> set[str]:
    return {id for id, sentence in SENTENCES.items() if sentence.level is Level.ADVICE} - {
        *QUESTIONS,
        _NEEDLESS,
    }
