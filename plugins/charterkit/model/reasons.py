"""Why a working text differs from the release in force: written before the vote, for those who vote."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.text import Text


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something changes. `subject` is the record as a release names it (`commitment/citizens/answer-letters`),
    `field` a part of it, or blank where the reason is about the whole record.

    `clarified` is declared by the drafter: the change says better what was meant, and asks for nothing else.
    """

    subject: str
    why: Text
    field: str = ""
    clarified: bool = False


@dataclass(frozen=True, slots=True)
class Reasons:
    """The reasons for the changes of one charter."""

    charter: str
    changes: tuple[Reason, ...]
    file: str = ""
