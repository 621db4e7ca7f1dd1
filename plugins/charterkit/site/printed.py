"""What of the site there is to print: PDFs that stand beside the pages whose words they have."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from charterkit.site.pieces import Piece


class Sort(StrEnum):
    """The sort of a paper."""

    CHARTER = "charter"
    GROUP = "group"
    STANDARDS = "standards"
    METHODOLOGY = "methodology"
    YEAR = "year"
    ASSESSMENT = "assessment"
    ACTIONS = "actions"
    STRATEGY = "strategy"
    SURVEY = "survey"
    PROGRAMME = "programme"
    POSTER = "poster"
    TIMETABLE = "timetable"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Print:
    """A PDF: the address of the page beside which it stands, the stem of its file, its title, its size in bytes.

    `record` names the place of a poster or the stop of a timetable, `format` is that of a sheet for a wall; both are
    blank where there is no choice.
    """

    page: str
    name: str
    sort: Sort
    title: Piece | str
    size: int
    record: str = ""
    format: str = ""

    @property
    def address(self) -> str:
        """Where it stands below its language: an address that stays."""
        return print_file(self.page, self.name)


def print_file(page: str, name: str) -> str:
    """The address of a PDF beside a page, below a language."""
    return f"{page}{name}.pdf"
