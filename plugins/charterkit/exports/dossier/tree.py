"""What a document of the sitting says, before it is PDF or DOCX: headings, paragraphs, lists and tables of plain words.

Every text is a bare string. Neither writer reads anything in it as a command of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Look(StrEnum):
    """How words are set; what was inserted or deleted is told by its line, never by colour alone."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    INSERTED = "inserted"
    DELETED = "deleted"
    CODE = "code"
    GAP = "gap"
    """A place that somebody fills in by hand; the words say with what."""


class Style(StrEnum):
    """What a paragraph is."""

    BODY = "body"
    CENTRED = "centred"
    """Lines of a decision that stand in the middle: its kind, its subject."""
    OPERATIVE = "operative"
    """The word with which a body decides."""
    DRAFT = "draft"
    """The mark of a draft, at the right edge."""
    ANNEX = "annex"
    """The head of an annex, on the right side of the page."""
    SIGNATURE = "signature"
    """Who signs, at the left; its other words, the places for signature and name, stand at the right edge."""
    LEAD = "lead"
    """A promise: the words that people remember."""
    LABEL = "label"
    """The name of what follows."""
    QUOTE = "quote"
    NOTE = "note"
    """For whoever prepares the sitting; not part of what is decided."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike; `href` is where they lead, blank where nowhere."""

    text: str
    look: Look = Look.PLAIN
    href: str = ""


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 stands right below the title."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a line break in a run ends a line of it."""

    runs: Runs
    style: Style = Style.BODY


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `start` is the number of its first item, None where it has bullets."""

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a row of heads, which every page repeats; `widths` are shares of the whole.

    `part` is how much of the line the whole takes, in per cent; the columns of `right` hold numbers.
    """

    head: tuple[Runs, ...]
    rows: tuple[Row, ...]
    widths: tuple[int, ...]
    part: int = 100
    right: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


Block: TypeAlias = "Heading | Paragraph | Items | Grid | NewPage"
Row: TypeAlias = tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Leaflet:
    """One document of the sitting. `name` is the stem of its files, `kicker` the sort of document it is.

    `head` stands at the top of every page, `foot` at its bottom beside the number of the page; `above` stands over the
    title. A document that is a form of its own (a decision) shows no title above its text. `contents` is the title of
    the list of its chapters with their pages; blank where it has none.
    """

    name: str
    lang: str
    title: str
    kicker: str
    body: str
    head: str
    foot: str
    blocks: tuple[Block, ...]
    above: tuple[Block, ...] = ()
    landscape: bool = False
    titled: bool = True
    contents: str = ""


def without_gaps(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with headings that leave out no level: one below another stands exactly one level deeper.

    Readers who move from heading to heading get lost in a gap, and PDF/UA-1 refuses one.
    """
    above: list[int] = []
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            while above and above[-1] >= block.level:
                above.pop()
            above.append(block.level)
            block = Heading(len(above), block.runs)
        found.append(block)
    return tuple(found)


def plain(text: str, look: Look = Look.PLAIN) -> Runs:
    """Words as one run; nothing where there are none."""
    return (Run(text, look),) if text else ()


def strong(text: str) -> Runs:
    """Words in bold."""
    return plain(text, Look.STRONG)


def para(text: str, style: Style = Style.BODY) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph(plain(text), style)


def words_of(runs: Runs) -> str:
    """The words of runs without their look."""
    return "".join(run.text for run in runs)
