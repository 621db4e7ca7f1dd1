"""What changed between two texts of a charter, for a page of the site: record by record, each change in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from charterkit.rules.releases.change import Change
from charterkit.rules.releases.effects import Effect
from charterkit.rules.releases.words_diff import Fate, Run
from charterkit.site.context import Context
from charterkit.site.pieces import Piece
from charterkit.site.releases.change_words import ChangeWords, Told, Wording
from charterkit.site.releases.field_names import effect_name

# As much of a wording that stayed is shown whole.
_KEPT: Final = 240


@dataclass(frozen=True, slots=True)
class ChangedPlace:
    """One change: what changed in the record (blank: all of it), what it does, in sentences and word by word."""

    place: str
    detail: Piece
    effects: tuple[str, ...]
    sentences: tuple[str, ...]
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class ChangedRecord:
    """A record with everything that changed in it; `id` is its anchor, `href` leads to it where it is shown.

    `why` are the reasons that the drafter gives.
    """

    id: str
    number: str
    title: Piece
    kind: str
    href: str
    changes: tuple[ChangedPlace, ...]
    why: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangesPart:
    """All changes between two texts: how many of each effect, and record by record.

    `translated` says in which language the vote is on the words, where they are quoted in another one.
    """

    summary: tuple[str, ...]
    records: tuple[ChangedRecord, ...]
    translated: str = ""


def _untold(key: str) -> tuple[Piece, ...]:
    return ()


def changes_part(
    context: Context,
    told: ChangeWords,
    found: Iterable[Change],
    href: Callable[[str], str],
    why: Callable[[str], tuple[Piece, ...]] = _untold,
) -> ChangesPart:
    """These changes in words; by the key of a record `href` leads to it (blank: it is not shown), `why` gives reasons."""
    changes = tuple(found)
    groups = groupby((told.told(one) for one in changes), key=lambda one: one.change.subject)
    return ChangesPart(
        summary(context, changes),
        tuple(
            replace(_record(context, told, subject, tuple(group), href(subject)), why=why(subject))
            for subject, group in groups
        ),
        _translated(context, changes),
    )


def _translated(context: Context, found: Iterable[Change]) -> str:
    """That quoted words are a translation; blank for readers of a language of the vote, and where nothing changed."""
    publisher, words = context.publication.publisher, context.reader.words
    voted = publisher.authoritative or publisher.languages[:1]
    if words.lang in voted or not tuple(found):
        return ""
    names = ", ".join(words.language_name(lang) for lang in voted)
    return context.say(
        "Old and new words are shown in translation. The vote is on the text in: {languages}.",
        languages=names,
    )


def summary(context: Context, found: Iterable[Change]) -> tuple[str, ...]:
    """How many changes there are of each effect; a measure that was turned round counts with what became of it, too."""
    counted = Counter(effect for one in found for effect in (one.effect, one.then) if effect is not None)
    words = context.reader.words
    return tuple(
        context.say("{name}: {number}", name=effect_name(effect, words), number=counted[effect])
        for effect in Effect
        if counted[effect]
    )


def _brief(wordings: Iterable[Wording]) -> tuple[Wording, ...]:
    """The wordings without most of what stayed: of a document of many pages only what stands around a change."""
    return tuple(replace(one, runs=tuple(_near(one.runs))) for one in wordings)


def _near(runs: tuple[Run, ...]) -> Iterator[Run]:
    for place, run in enumerate(runs):
        if run.fate is not Fate.KEPT or len(run.text) <= _KEPT:
            yield run
            continue
        head = "" if place == 0 else run.text[: _KEPT // 2].rpartition(" ")[0]
        tail = "" if place == len(runs) - 1 else run.text[-_KEPT // 2 :].partition(" ")[2]
        yield Run(Fate.KEPT, f"{head} … {tail}")


def _record(
    context: Context, told: ChangeWords, subject: str, group: tuple[Told, ...], href: str
) -> ChangedRecord:
    own = told.after.get(subject) or told.before.get(subject) or {}
    first, line = group[0], context.line
    return ChangedRecord(
        f"changed-{subject.replace('/', '-')}",
        str(own.get("number", "")),
        line(first.title) if first.title else Piece(subject.rpartition("/")[2]),
        first.kind,
        href,
        tuple(
            ChangedPlace(one.place, line(one.detail), one.effects, one.sentences, _brief(one.wordings))
            for one in group
        ),
    )
