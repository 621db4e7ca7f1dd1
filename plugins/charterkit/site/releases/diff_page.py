"""What changed between two releases, as one page that stands by itself."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby
from typing import Final

from charterkit.rules.releases.noise import needed
from charterkit.rules.releases.sides import Comparison, Side
from charterkit.site.pieces import Piece
from charterkit.site.releases.change_words import ChangeWords, Told
from charterkit.site.releases.day_words import known_day
from charterkit.site.releases.tally import renumbered, tally
from charterkit.site.releases.wordings import Wording, is_marked, look_legend
from charterkit.site.render import fragment
from charterkit.strings import Words, text_direction

_STYLE: Final = "diff.css"


@dataclass(frozen=True, slots=True)
class DiffChange:
    """One change as the page shows it."""

    place: str
    detail: Piece
    effects: tuple[str, ...]
    sentences: tuple[str, ...]
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class DiffItem:
    """A record with everything that changed in it; `id` is its anchor."""

    id: str
    number: str
    title: Piece
    kind: str
    changes: tuple[DiffChange, ...]
    concerns: str

    @property
    def is_marked(self) -> bool:
        """Whether any word in it is struck through or underlined."""
        return any(is_marked(one.wordings) for one in self.changes)


def diff_page(found: Comparison, told: ChangeWords) -> str:
    """The page, with its styles in it: it needs no other file."""
    words = told.figures.reader.words
    title, *lines = heading(found, told)
    shown = needed(found.changes, found.after.records)
    groups = groupby((told.told(one) for one in shown.told), key=lambda one: one.change.subject)
    items = [_item(subject, tuple(group), told) for subject, group in groups]
    return fragment(
        "releases/diff",
        {
            "lang": words.lang,
            "dir": text_direction(words.lang),
            "title": title,
            "lines": lines,
            "nothing": words.say("Nothing changed."),
            "summary": tally(shown.told, words),
            "renumbered": renumbered(shown.renumbered, told),
            "has_changes": bool(found.changes),
            "summary_title": words.say("In brief"),
            "legend": look_legend(words) if any(one.is_marked for one in items) else "",
            "marks": (words.say("taken out:"), words.say("put in:"), words.say("end of the change")),
            "items": items,
            "style": Piece((files("charterkit") / "assets" / _STYLE).read_text(encoding="utf-8")),
        },
    )


def heading(found: Comparison, told: ChangeWords) -> tuple[str, ...]:
    """What is compared: the title, the two sides, and from when on."""
    words = told.figures.reader.words
    charter = (
        told.figures.reader.bare(told.names.title(f"charter/{found.after.charter}")) or found.after.charter
    )
    lines = [
        words.say("Changes: {charter}", charter=charter),
        words.say("Before: {version}", version=_side(found.before, found, words)),
        words.say("After: {version}", version=_side(found.after, found, words)),
    ]
    if found.since is not None and found.after.version:
        vague = found.after.since_in
        lines.append(
            words.say("First day in force: {day}.", day=known_day(words, vague))
            if vague is not None
            else words.say("In force from {day}.", day=words.day(found.since))
        )
    if found.demonstration:
        lines.append(f"{words.say('Demonstration.')} {words.say('The body and its figures are invented.')}")
    return tuple(lines)


def _side(side: Side, found: Comparison, words: Words) -> str:
    name = side.version or words.say("working text")
    return name if found.before.charter == found.after.charter else f"{side.charter}, {name}"


def _item(subject: str, group: tuple[Told, ...], told: ChangeWords) -> DiffItem:
    reader = told.figures.reader
    first = group[0]
    own = told.after.get(subject) or told.before.get(subject) or {}
    title = reader.line(first.title) if first.title else Piece(subject.rpartition("/")[2], reader.lang)
    changes = tuple(
        DiffChange(one.place, reader.line(one.detail), one.effects, one.sentences, one.wordings)
        for one in group
    )
    return DiffItem(
        subject.replace("/", "-"), str(own.get("number", "")), title, first.kind, changes, first.concerns
    )
