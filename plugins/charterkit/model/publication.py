"""Everything that one publisher publishes, as one immutable value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

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
from charterkit.model.programme import Programme, Register
from charterkit.model.publisher import Body, Publisher
from charterkit.model.reasons import Reasons
from charterkit.model.release import Release
from charterkit.model.result import Series
from charterkit.model.service import Service
from charterkit.model.standard import Standard
from charterkit.model.strategy import Strategy
from charterkit.model.survey import Survey

_Sealed: TypeAlias = Charter | Commitment | Standard | Indicator | Service | Procedure | Methodology


@dataclass(frozen=True, slots=True)
class Publication:
    """The records of one publisher; every mapping is by id and in reading order.

    `releases` are those of each charter, in the order of their first acts, those without an act last; `reasons` and
    `consultations` those about the next one, by charter; `registers` the tables of each programme. `surveys` begin with
    the latest; `answers` are theirs, by survey.
    """

    publisher: Publisher
    charters: Mapping[str, Charter]
    commitments: Mapping[str, Commitment]
    standards: Mapping[str, Standard]
    indicators: Mapping[str, Indicator]
    series: Mapping[str, Series] = field(default_factory=dict)
    methodology: Methodology | None = None
    services: Mapping[str, Service] = field(default_factory=dict)
    procedures: Mapping[str, Procedure] = field(default_factory=dict)
    calendars: Mapping[str, Calendar] = field(default_factory=dict)
    releases: Mapping[str, tuple[Release, ...]] = field(default_factory=dict)
    reasons: Mapping[str, Reasons] = field(default_factory=dict)
    consultations: Mapping[str, OpenConsultation] = field(default_factory=dict)
    programmes: Mapping[str, Programme] = field(default_factory=dict)
    registers: Mapping[str, Register] = field(default_factory=dict)
    assessments: Mapping[str, Assessment] = field(default_factory=dict)
    actions: Mapping[str, Action] = field(default_factory=dict)
    strategy: Strategy | None = None
    surveys: Mapping[str, Survey] = field(default_factory=dict)
    answers: Mapping[str, Answers] = field(default_factory=dict)

    @property
    def bodies(self) -> Mapping[str, Body]:
        """The publisher's bodies by id."""
        return {body.id: body for body in self.publisher.bodies}

    def file_of(self, key: str) -> str:
        """The file of a sealed record by its key (`standard/telephone`); the key itself where there is none any more.

        Of a procedure the beginning of the names: its text stands in files of their own beside its record.
        """
        kind, _, id = key.partition("/")
        if kind == "body":
            return "charters/publisher.yml"
        shelves: Mapping[str, Mapping[str, _Sealed]] = {
            "charter": self.charters,
            "commitment": {one.full_id: one for one in self.commitments.values()},
            "standard": self.standards,
            "indicator": self.indicators,
            "service": self.services,
            "procedure": self.procedures,
            "methodology": {"": self.methodology} if self.methodology else {},
        }
        found = shelves.get(kind, {}).get(id)
        if found is None:
            return key
        return f"{found.file.removesuffix('yml')}*" if kind == "procedure" else found.file

    def commitments_of(self, charter: str) -> tuple[Commitment, ...]:
        """The commitments of a charter in the order of their numbers."""
        return tuple(one for one in self.commitments.values() if one.charter == charter)
