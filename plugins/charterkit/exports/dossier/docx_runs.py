"""The words of a paragraph of a DOCX: a text is only ever put into a run, it can be no field and no markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from charterkit.exports.dossier.lines import JOINER, unparted
from charterkit.exports.dossier.tree import Look, Run, Runs
from charterkit.numbers import NO_BREAK_SPACE
from charterkit.richtext.signs import writable

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as Written

# How long the line of a place to fill in is, at least and at most: as long as what belongs there.
_SHORTEST, _LONGEST = 10, 24
# Words below the line of a place to fill in stay together up to this many signs.
_HINT: Final = 28


def fill(paragraph: Written, runs: Runs) -> None:
    """Puts words into a paragraph."""
    for run in unparted(runs, joiner=JOINER):
        shown_words = shown(run)
        first, *rest = shown_words.split(JOINER)
        _add(paragraph, first, run.look)
        for words in rest:
            _join(paragraph)
            _add(paragraph, words, run.look)


def _add(paragraph: Written, words: str, look: Look) -> None:
    written = paragraph.add_run()
    for place, line in enumerate(words.split("\n")):
        if place:
            written.add_break()
        for step, part in enumerate(line.split("\t")):
            if step:
                written.add_tab()
            written.add_text(part)
    _dress(written, look)


def _join(paragraph: Written) -> None:
    """A sign without width at which no line ends; next to no height, for a font that has to draw it."""
    from docx.shared import Pt

    written = paragraph.add_run()
    written.add_text(JOINER)
    written.font.size = Pt(1)


def shown(run: Run) -> str:
    """What stands on the paper of a run: its words, or a line to write on with the words behind it."""
    words = writable(run.text)
    if run.look is not Look.GAP:
        return words
    line = "_" * max(_SHORTEST, min(_LONGEST, len(words) + 4))
    hint = words.replace(" ", NO_BREAK_SPACE) if len(words) <= _HINT else words
    return f"{line} ({hint})" if words else line


def _dress(written: Any, look: Look) -> None:
    from docx.shared import Pt

    font = written.font
    match look:
        case Look.STRONG:
            font.bold = True
        case Look.EMPHASIS:
            font.italic = True
        case Look.INSERTED:
            font.underline, font.bold = True, True
        case Look.DELETED:
            font.strike = True
        case Look.CODE:
            font.name, font.size = "Courier New", Pt(9.5)
