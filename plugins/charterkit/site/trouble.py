"""Problems in the page of a preview: whoever writes the records sees at once what is wrong, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from charterkit import report
from charterkit.problems import Problem, blocks
from charterkit.site.render import fragment
from charterkit.strings import Words


@dataclass(frozen=True, slots=True)
class TroubleLine:
    """One problem: where, how grave, what is wrong, how to mend it, and its id."""

    place: str
    level: str
    wrong: str
    cure: str
    id: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """The problems of the records, as a panel for the top of a page."""

    heading: str
    lines: tuple[TroubleLine, ...]
    blocks: bool
    lang: str


def trouble(problems: Sequence[Problem], words: Words) -> Trouble:
    """What the panel shows; its heading says whether anything keeps the site from being published."""
    stopped = blocks(problems)
    heading = (
        words.say("This must be mended before the site can be published")
        if stopped
        else words.say("Worth a look")
    )
    lines = tuple(
        TroubleLine(
            str(found.place),
            report.level(found, words),
            report.sentence(found, words),
            report.cure(found, words),
            found.id,
        )
        for found in problems
    )
    return Trouble(heading, lines, stopped, words.lang)


def trouble_panel(problems: Sequence[Problem], words: Words) -> str:
    """The panel as an HTML fragment."""
    return fragment("parts/trouble", {"trouble": trouble(problems, words)})


def trouble_page(problems: Sequence[Problem], words: Words) -> str:
    """A whole document, for the time when the records are such that no page can be made."""
    return fragment("trouble", {"trouble": trouble(problems, words)})
