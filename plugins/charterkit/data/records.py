"""The records of a folder by kind and id, in reading order: what a publication is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from charterkit.data.survey_blocks import with_standard_items
from charterkit.model.action import Action
from charterkit.model.answers import Answers
from charterkit.model.assessment import Assessment
from charterkit.model.calendar import Calendar
from charterkit.model.charter import Charter
from charterkit.model.commitment import Commitment
from charterkit.model.consultation import OpenConsultation
from charterkit.model.indicator import Indicator
from charterkit.model.methodology import Methodology
from charterkit.model.procedure import Procedure
from charterkit.model.programme import Programme
from charterkit.model.publication import Publication
from charterkit.model.publisher import Publisher
from charterkit.model.reasons import Reasons
from charterkit.model.release import Release
from charterkit.model.result import Series
from charterkit.model.service import Service
from charterkit.model.standard import Standard
from charterkit.model.strategy import Strategy
from charterkit.model.survey import Survey
from charterkit.text import Text

_DIGITS_OR_LETTERS = re.compile(r"[0-9]+|[A-Za-z]+")

Record = TypeVar("Record")
Numbered = TypeVar("Numbered", Service, Procedure)


@dataclass(frozen=True)
class Records:
    """The records that could be read, by kind and id, in reading order."""

    publisher: Publisher | None
    charters: Mapping[str, Charter]
    commitments: Mapping[str, Commitment]
    standards: Mapping[str, Standard]
    indicators: Mapping[str, Indicator]
    methodology: Methodology | None
    services: Mapping[str, Service]
    procedures: Mapping[str, Procedure]
    calendars: Mapping[str, Calendar]
    reasons: Mapping[str, Reasons]
    consultations: Mapping[str, OpenConsultation]
    programmes: Mapping[str, Programme]
    assessments: Mapping[str, Assessment]
    actions: Mapping[str, Action]
    strategy: Strategy | None
    surveys: Mapping[str, Survey]

    @classmethod
    def of(cls, records: Iterable[object]) -> Records:
        """The records of all files; of records with the same id the last one."""
        found = tuple(records)
        methodology = next(iter(_all(found, Methodology)), None)
        commitments = sorted(_all(found, Commitment), key=lambda one: (one.charter, number_order(one.number)))
        return cls(
            next(iter(_all(found, Publisher)), None),
            {one.id: one for one in _all(found, Charter)},
            {one.full_id: one for one in commitments},
            {one.id: one for one in _all(found, Standard)},
            {one.id: _protected(one, methodology) for one in _all(found, Indicator)},
            methodology,
            {one.id: one for one in _by_number(_all(found, Service))},
            {one.id: one for one in _by_number(_all(found, Procedure))},
            {one.id: one for one in _all(found, Calendar)},
            {one.charter: one for one in _all(found, Reasons)},
            {one.charter: one for one in _all(found, OpenConsultation)},
            {one.id: one for one in _all(found, Programme)},
            {one.id: one for one in sorted(_all(found, Assessment), key=lambda one: (one.since, one.id))},
            {one.id: one for one in _all(found, Action)},
            next(iter(_all(found, Strategy)), None),
            {one.id: with_standard_items(one) for one in _latest_first(_all(found, Survey))},
        )

    def publication(
        self,
        results: Mapping[str, Series],
        prose: Mapping[str, Text],
        releases: Mapping[str, tuple[Release, ...]],
        answers: Mapping[str, Answers] = MappingProxyType({}),
    ) -> Publication:
        """Everything together; `prose` are the texts of procedures by their id."""
        assert self.publisher is not None
        procedures = {
            id: replace(one, text=prose[id]) if id in prose else one for id, one in self.procedures.items()
        }
        return Publication(
            self.publisher,
            self.charters,
            self.commitments,
            self.standards,
            self.indicators,
            results,
            self.methodology,
            self.services,
            procedures,
            self.calendars,
            releases,
            self.reasons,
            self.consultations,
            programmes=self.programmes,
            assessments=self.assessments,
            actions=self.actions,
            strategy=self.strategy,
            surveys=self.surveys,
            answers=answers,
        )


def _protected(indicator: Indicator, methodology: Methodology | None) -> Indicator:
    """The indicator with the smallest count that holds for it: its own, else that of the methodology."""
    own = indicator.confidentiality
    if methodology is None or not own.persons or own.k is not None:
        return indicator
    return replace(indicator, confidentiality=replace(own, k=methodology.k))


def _all(records: Iterable[object], kind: type[Record]) -> list[Record]:
    return [one for one in records if isinstance(one, kind)]


def _latest_first(surveys: list[Survey]) -> list[Survey]:
    return sorted(surveys, key=lambda one: (-one.last.toordinal(), one.id))


def _by_number(records: list[Numbered]) -> list[Numbered]:
    """By number, those without one behind the others and by id."""
    return sorted(records, key=lambda one: (not one.number, number_order(one.number), one.id))


def number_order(number: str) -> list[tuple[int, str]]:
    """As people count: 2.9 before 2.10, and 4.1a between 4.1 and 4.2."""
    parts = _DIGITS_OR_LETTERS.findall(number)
    return [(int(part), "") if part.isdecimal() else (10**9, part) for part in parts]
