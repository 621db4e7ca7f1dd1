"""Everything that a sitting is told about, gathered once for all documents and languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from charterkit.model.charter import Consultation
from charterkit.model.consultation import OpenConsultation
from charterkit.model.publisher import Body
from charterkit.model.reasons import Reason
from charterkit.model.release import Act, Approver, Content, Portion
from charterkit.rules.releases.change import Change
from charterkit.rules.releases.retrospect import Retrospect
from charterkit.text import NO_TEXT, Text


@dataclass(frozen=True, slots=True)
class Base:
    """The release in force, against which the proposal is held, and the acts by which the charter was made."""

    version: str
    records: Mapping[str, Content]
    acts: tuple[Act, ...] = ()
    founding: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Tried:
    """What the latest figure of a measure says about its target in force and about the proposed one."""

    indicator: str
    told: Retrospect


@dataclass(frozen=True, slots=True)
class Sitting:
    """A proposal with all that is said about it.

    `digest` is the SHA-256 of its content, `languages` those in which it is put to the vote. `approvers` are those
    who have to decide, each with the parts on which they do. `recorded`: it was decided long ago, and is entered now.
    """

    charter: str
    version: str
    digest: str
    records: Mapping[str, Content]
    languages: tuple[str, ...]
    approvers: Mapping[Approver, tuple[Portion, ...]]
    today: date
    program: str
    files: int
    country: str = ""
    base: Base | None = None
    changes: tuple[Change, ...] = ()
    reasons: tuple[Reason, ...] = ()
    steps: tuple[Consultation, ...] = ()
    consultation: OpenConsultation | None = None
    bodies: Mapping[Approver, Body] = field(default_factory=dict)
    acknowledged: int = 0
    tried: Mapping[str, tuple[Tried, ...]] = field(default_factory=dict)
    recorded: bool = False

    @property
    def short(self) -> str:
        """The beginning of the digest, for the head of every page."""
        return self.digest[:12]

    def why(self, subject: str, path: str) -> Text:
        """The reason of a change: that of the field, else that of the whole record."""
        return next((one.why for one in self.reasons if _is_about(one, subject, path)), NO_TEXT)


def _is_about(reason: Reason, subject: str, path: str) -> bool:
    head = reason.field.partition("/")[0]
    return reason.subject == subject and (not head or head == path)
