"""What changed between two texts of a charter, for a page of the site: record by record, each change in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from charterkit.rules.releases.change import Change
from charterkit.rules.releases.noise import Needed, needed
from charterkit.site.context import Context
from charterkit.site.pieces import Piece
from charterkit.site.releases.change_words import ChangeWords, Told
from charterkit.site.releases.field_names import kinds_name
from charterkit.site.releases.tally import renumbered, tally
from charterkit.site.releases.wordings import Wording, is_marked, look_legend

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

    `concerns` says which promises rest on it, `why` are the reasons that the drafter gives.
    """

    id: str
    number: str
    title: Piece
    href: str
    changes: tuple[ChangedPlace, ...]
    concerns: str = ""
    why: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangedKind:
    """All records of a kind in which something changed."""

    title: str
    records: tuple[ChangedRecord, ...]


@dataclass(frozen=True, slots=True)
class ChangesPart:
    """All changes between two texts: how many of each effect, and record by record below their kinds.

    `renumbered` names the promises of which only the number is another one. `translated` says in which language the
    vote is on the words, where they are quoted in another one. `legend` says what the marks of words mean, blank where no
    word has one. `lang` is that of the page.
    """

    summary: tuple[str, ...]
    kinds: tuple[ChangedKind, ...]
    lang: str
    renumbered: str = ""
    translated: str = ""
    legend: str = ""

    @property
    def records(self) -> tuple[ChangedRecord, ...]:
        """The records of all kinds."""
        return tuple(one for kind in self.kinds for one in kind.records)


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
    shown = needed(found, told.after)
    words = context.reader.words
    kinds = tuple(_kinds(context, told, shown, href, why))
    places = (place for kind in kinds for one in kind.records for place in one.changes)
    return ChangesPart(
        tally(shown.told, words),
        kinds,
        words.lang,
        renumbered(shown.renumbered, told),
        _translated(context, shown.told),
        look_legend(words) if any(is_marked(one.wordings) for one in places) else "",
    )


def _kinds(
    context: Context,
    told: ChangeWords,
    shown: Needed,
    href: Callable[[str], str],
    why: Callable[[str], tuple[Piece, ...]],
) -> Iterator[ChangedKind]:
    for kind, found in groupby(shown.told, key=lambda one: one.kind):
        groups = groupby((told.told(one) for one in found), key=lambda one: one.change.subject)
        records = (
            _record(context, told, tuple(group), href(subject), why(subject)) for subject, group in groups
        )
        yield ChangedKind(kinds_name(kind, context.reader.words), tuple(records))


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


def _record(
    context: Context, told: ChangeWords, group: tuple[Told, ...], href: str, why: tuple[Piece, ...]
) -> ChangedRecord:
    first, line = group[0], context.line
    subject = first.change.subject
    own = told.after.get(subject) or told.before.get(subject) or {}
    return ChangedRecord(
        f"changed-{subject.replace('/', '-')}",
        str(own.get("number", "")),
        line(first.title) if first.title else Piece(subject.rpartition("/")[2]),
        href,
        tuple(_place(context, one) for one in group),
        first.concerns,
        why,
    )


def _place(context: Context, one: Told) -> ChangedPlace:
    wordings = tuple(wording.brief(_KEPT) for wording in one.wordings)
    return ChangedPlace(one.place, context.line(one.detail), one.effects, one.sentences, wordings)
