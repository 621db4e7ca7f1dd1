"""A wording before and after in one language, for pages and for plain text: block by block, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest
from typing import Final

from charterkit.richtext import LineKind
from charterkit.richtext.signs import writable
from charterkit.rules.releases.lines_diff import LEFT_OUT, WordedLine, line_diff, near, one_line, only_changed
from charterkit.rules.releases.tree import long_text_fields
from charterkit.rules.releases.words_diff import Fate, Run
from charterkit.strings import Words

# Around what went and what came, wherever lines and colours may be lost: in plain text, in a copy, read aloud. Programs
# that read a screen say minus and plus, but no brackets; the blank keeps “[− 5 −]” from being minus five.
SIGNS: Final[Mapping[Fate, tuple[str, str]]] = {
    Fate.KEPT: ("", ""),
    Fate.OUT: ("[−\u00a0", "\u00a0−]"),
    Fate.IN: ("[+\u00a0", "\u00a0+]"),
}


@dataclass(frozen=True, slots=True)
class WordedBlock:
    """Lines that belong together: `tag` is p (a paragraph or a row), h (a heading), ul, ol, or gap (lines left out)."""

    tag: str
    lines: tuple[WordedLine, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording before and after. `note` says that it is there in this language alone; blank in the reader's own."""

    lang: str
    lines: tuple[WordedLine, ...]
    note: str = ""

    @property
    def runs(self) -> tuple[Run, ...]:
        """All runs, one after the other."""
        return tuple(run for one in self.lines for run in one.runs)

    @property
    def is_changed(self) -> bool:
        """Whether any word went or came."""
        return any(one.is_changed for one in self.lines)

    @property
    def is_new(self) -> bool:
        """Whether nothing stood there before: then no word need be marked."""
        return all(run.fate is Fate.IN for run in self.runs)

    def blocks(self) -> tuple[WordedBlock, ...]:
        """The lines as paragraphs, headings and lists."""
        groups = groupby(enumerate(self.lines), key=lambda pair: _group(pair[0], pair[1]))
        return tuple(WordedBlock(tag, tuple(one for _, one in lines)) for (tag, _), lines in groups)

    def marked(self) -> Iterator[str]:
        """The lines as plain text, with signs around what went and what came."""
        for one in self.lines:
            indent = "  " * one.line.depth
            mark = f"{one.line.mark} " if one.line.mark else ""
            words = "".join(_signed(run, after) for run, after in zip_longest(one.runs, one.runs[1:]))
            yield f"{indent}{mark}{' '.join(writable(words or one.line.words).split())}"

    def brief(self, length: int) -> Wording:
        """The same without most of what stayed."""
        return replace(self, lines=tuple(near(one, length) for one in self.lines))


def wording(lang: str, field: str, before: str, after: str, words: Words) -> Wording:
    """A field before and after; of a document of many pages only what changed, below its headings."""
    is_long = field in long_text_fields()
    lines = only_changed(line_diff(before, after)) if is_long else one_line(before, after)
    return Wording(lang, lines, _note(lang, words))


def kept(lang: str, text: str, words: Words) -> Wording:
    """A text that is only quoted, in a language that is not the reader's."""
    return Wording(lang, line_diff(text, text), _note(lang, words))


def _note(lang: str, words: Words) -> str:
    if lang.partition("-")[0] == words.lang.partition("-")[0]:
        return ""
    return words.say("This part is there only in {language}.", language=words.language_name(lang))


def is_marked(found: Iterable[Wording]) -> bool:
    """Whether any word is marked; of a wording that is new as a whole none is."""
    return any(one.is_changed and not one.is_new for one in found)


def _signed(run: Run, after: Run | None) -> str:
    """A run between its signs; what comes in the place of what went stands apart from it."""
    first, last = SIGNS[run.fate]
    apart = run.fate is Fate.OUT and after is not None and after.fate is Fate.IN
    return f"{first}{run.text}{last}{' ' if apart else ''}"


def legend(words: Words) -> str:
    """What the signs of plain text mean."""
    out, put = (f"{SIGNS[fate][0]}…{SIGNS[fate][1]}" for fate in (Fate.OUT, Fate.IN))
    return words.say("{out}: taken out. {put}: put in.", out=out, put=put)


def look_legend(words: Words) -> str:
    """What the looks of a page mean."""
    return words.say("Struck through: taken out. Bold and underlined: put in.")


def _group(place: int, one: WordedLine) -> tuple[str, int]:
    """What a line belongs to: items of one list stand together, every other line by itself."""
    if one is LEFT_OUT:
        return "gap", place
    match one.line.kind:
        case LineKind.ITEM if one.line.mark:
            return ("ul" if one.line.mark == "-" else "ol"), -1
        case LineKind.HEADING:
            return "h", place
    return "p", place
