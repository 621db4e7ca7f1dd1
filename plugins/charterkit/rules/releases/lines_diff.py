"""Two long texts side by side, line by line and then word by word: headings and lists stay what they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final

from charterkit.richtext import Line, LineKind, to_lines
from charterkit.rules.releases.words_diff import Fate, Run, word_diff

# Below this likeness a changed line is told as one that went and one that came.
_ALIKE: Final = 0.35
# A text of so many lines is shown whole; of a longer one only what changed, below its headings.
_SHORT: Final = 4


@dataclass(frozen=True, slots=True)
class WordedLine:
    """A line before and after: what it is, and its runs. One without runs stands for lines that were left out."""

    line: Line
    runs: tuple[Run, ...]

    @property
    def is_changed(self) -> bool:
        """Whether any word of it went or came."""
        return any(run.fate is not Fate.KEPT for run in self.runs)


def one_line(before: str, after: str) -> tuple[WordedLine, ...]:
    """A short text, in which no sign means anything but itself."""
    return (WordedLine(Line(after or before), word_diff(before, after)),)


def line_diff(before: str, after: str) -> tuple[WordedLine, ...]:
    """A long text: its words as they are read, without the signs that make headings and lists of them."""
    older, newer = to_lines(before), to_lines(after)
    matcher = SequenceMatcher(None, [_said(one) for one in older], [_said(one) for one in newer], False)
    found: list[WordedLine] = []
    for tag, low, high, first, last in matcher.get_opcodes():
        if tag == "equal":
            found += (_whole(one, Fate.KEPT) for one in newer[first:last])
        else:
            found += _replaced(older[low:high], newer[first:last])
    return tuple(found)


def _said(one: Line) -> tuple[LineKind, int, str]:
    """What makes two lines the same: an item keeps its place in the list when others come and go."""
    return one.kind, one.depth, one.words


def _replaced(older: Sequence[Line], newer: Sequence[Line]) -> Iterator[WordedLine]:
    """Pairs the lines of a changed stretch that are alike, in their order; the others went or came."""
    start = 0
    came: list[WordedLine] = []
    for one in newer:
        place = next((n for n in range(start, len(older)) if _is_like(older[n], one)), None)
        if place is None:
            came.append(_whole(one, Fate.IN))
            continue
        yield from (*(_whole(gone, Fate.OUT) for gone in older[start:place]), *came)
        yield WordedLine(one, word_diff(older[place].words, one.words))
        start, came = place + 1, []
    yield from (*(_whole(gone, Fate.OUT) for gone in older[start:]), *came)


def _is_like(one: Line, other: Line) -> bool:
    if one.kind is not other.kind:
        return False
    return SequenceMatcher(None, one.words.split(), other.words.split(), False).ratio() >= _ALIKE


def _whole(one: Line, fate: Fate) -> WordedLine:
    return WordedLine(one, (Run(fate, one.words),) if one.words else ())


def only_changed(found: Sequence[WordedLine]) -> tuple[WordedLine, ...]:
    """Of a long text the lines that changed, each below the heading that it stands under."""
    if len(found) <= _SHORT or not any(one.is_changed for one in found):
        return tuple(found)
    kept: list[WordedLine] = []
    heading: WordedLine | None = None
    for one in found:
        if one.line.kind is LineKind.HEADING:
            heading = one
        if one.is_changed:
            kept += [heading] if heading is not None and heading is not one else []
            kept.append(one)
            heading = None
        elif kept and kept[-1].runs:
            kept.append(LEFT_OUT)
    return tuple(kept[:-1] if kept[-1] is LEFT_OUT else kept)


def near(one: WordedLine, length: int) -> WordedLine:
    """A line without most of what stayed in it: of a run that is longer only its ends, beside what changed."""
    return replace(one, runs=tuple(_near(one.runs, length)))


def _near(runs: tuple[Run, ...], length: int) -> Iterator[Run]:
    for place, run in enumerate(runs):
        if run.fate is not Fate.KEPT or len(run.text) <= length or len(runs) == 1:
            yield run
            continue
        head = "" if place == 0 else run.text[: length // 2].rpartition(" ")[0]
        tail = "" if place == len(runs) - 1 else run.text[-length // 2 :].partition(" ")[2]
        yield Run(Fate.KEPT, f"{head} … {tail}")


# What stands for lines that were left out.
LEFT_OUT: Final = WordedLine(Line("…"), ())
