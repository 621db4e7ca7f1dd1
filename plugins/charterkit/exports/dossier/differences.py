"""What is not the same in the text in force and in the proposal, row by row, as a table tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from charterkit.exports.dossier.articles import Article, Chapter, Field, ended_by
from charterkit.exports.dossier.compare import before_and_after, is_marked
from charterkit.exports.dossier.facts import Sitting
from charterkit.exports.dossier.text import field_pairs, pairs
from charterkit.exports.dossier.tree import Block, para
from charterkit.exports.dossier.voice import Voice
from charterkit.rules.releases.change import Change
from charterkit.rules.releases.effects import Effect
from charterkit.rules.releases.lineage import has_left
from charterkit.rules.releases.noise import needed
from charterkit.site.releases.change_words import ChangeWords

_WHOLE_UP_TO: Final = 4
# What a promise says first, and where it comes from.
_GIST: Final = ("promise", "measures", "lineage")
_LEFT_OUT: Final = para("…")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changes: where, what stood there, what is to stand there, why, and what it does."""

    subject: str
    path: str
    name: str
    label: str
    old: tuple[Block, ...]
    new: tuple[Block, ...]
    why: str
    effects: tuple[Effect, ...]


def differences(
    voice: Voice, sitting: Sitting, old: Sequence[Chapter], new: Sequence[Chapter]
) -> tuple[Difference, ...]:
    """Every difference in the order of the text; what no words of the text show stands at the end."""
    found = tuple(_shown(voice, sitting, _articles(old), _articles(new)))
    told = {(one.subject, one.path) for one in found} | {(one.subject, "") for one in found if not one.path}
    whole = {one.subject for one in found if not one.path}
    rest = (
        _hidden(voice, sitting, one)
        for one in needed(sitting.changes, sitting.records).told
        if one.subject not in whole and (one.subject, _head(one)) not in told
    )
    return (*found, *rest)


def _articles(chapters: Sequence[Chapter]) -> tuple[Article, ...]:
    return tuple(article for chapter in chapters for article in chapter.articles)


def _shown(
    voice: Voice, sitting: Sitting, old: Sequence[Article], new: Sequence[Article]
) -> Iterator[Difference]:
    for before, after in pairs(old, new, lambda one: (one.key, one.id)):
        if before == after:
            continue
        if before is None or after is None:
            yield _whole(voice, sitting, before, after)
            continue
        ending = ended_by(before, after)
        if ending is not None:
            yield _ended(voice, sitting, before, ending)
            continue
        # What ended needs no new number.
        if before.name != after.name and not has_left(after.key, sitting.records):
            yield _name(voice, sitting, before, after)
        for one, other in field_pairs(before, after):
            if one != other:
                yield _field(voice, sitting, after, one, other)


def _whole(voice: Voice, sitting: Sitting, before: Article | None, after: Article | None) -> Difference:
    article = after or before
    assert article is not None
    path = article.id.partition("/")[0]
    effects = _effects(sitting, article.key, path) or (Effect.NEW if before is None else Effect.REMOVED,)
    old, new = (_gist(one) if one else () for one in (before, after))
    why = voice.bare(sitting.why(article.key, path))
    return Difference(article.key, path, article.name, "", old, new, why, effects)


def _ended(voice: Voice, sitting: Sitting, before: Article, ending: Field) -> Difference:
    """What goes: the words in force on one side, on the other that they hold no longer, and why."""
    effects = _effects(sitting, before.key, ending.path)
    why = voice.bare(sitting.why(before.key, ending.path))
    return Difference(before.key, "ended", before.name, "", _gist(before), ending.blocks, why, effects)


def _gist(article: Article) -> tuple[Block, ...]:
    """What an article says first, with its targets; the rest stands in the text of the charter."""
    said = [one for one in article.fields if one.path in _GIST] or article.fields[:1]
    return tuple(block for one in said for block in _labelled(one))


def _labelled(one: Field) -> tuple[Block, ...]:
    return (*((para(one.label),) if one.label else ()), *one.blocks)


def _name(voice: Voice, sitting: Sitting, before: Article, after: Article) -> Difference:
    old, new = before_and_after((para(before.name),), (para(after.name),))
    path = "title" if before.title != after.title else "number"
    effects = _effects(sitting, after.key, path)
    label = voice.say("Title") if path == "title" else voice.say("Number")
    why = voice.bare(sitting.why(after.key, path))
    return Difference(after.key, path, after.name, label, old, new, why, effects)


def _field(
    voice: Voice, sitting: Sitting, article: Article, before: Field | None, after: Field | None
) -> Difference:
    one = after or before
    assert one is not None
    if before is not None and after is not None:
        old, new = (_only_changed(one) for one in before_and_after(before.blocks, after.blocks))
    else:
        old, new = (side.blocks if side else () for side in (before, after))
    effects = _effects(sitting, article.key, one.path)
    why = voice.bare(sitting.why(article.key, one.path))
    return Difference(article.key, one.path, article.name, one.label, old, new, why, effects)


def _only_changed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Of a long text the blocks in which something changes, with dots for the others."""
    if len(blocks) <= _WHOLE_UP_TO:
        return tuple(blocks)
    found: list[Block] = []
    for block in blocks:
        if is_marked(block):
            found.append(block)
        elif not found or found[-1] != _LEFT_OUT:
            found.append(_LEFT_OUT)
    return tuple(found)


def _effects(sitting: Sitting, subject: str, path: str) -> tuple[Effect, ...]:
    found = (one for one in sitting.changes if one.subject == subject and _head(one) in ("", path))
    return tuple(dict.fromkeys(effect for one in found for effect in (one.effect, one.then) if effect))


def _head(one: Change) -> str:
    return one.field.partition("/")[0]


def _hidden(voice: Voice, sitting: Sitting, one: Change) -> Difference:
    """A change that the text of the charter has no words for: told in sentences."""
    base = sitting.base.records if sitting.base else {}
    told = ChangeWords(voice.context.figures, base, sitting.records).told(one)
    name, why = record_name(voice, sitting, one.subject), voice.bare(sitting.why(one.subject, _head(one)))
    said = tuple(para(sentence) for sentence in told.sentences)
    quoted = tuple(para(line) for wording in told.wordings for line in wording.marked())
    new = (*said, *quoted)
    return Difference(one.subject, _head(one), name, told.place, (), new, why, (one.effect,))


def record_name(voice: Voice, sitting: Sitting, key: str) -> str:
    """What a record is called, in the proposal or, where it is gone, in the release in force."""
    base = sitting.base.records if sitting.base else {}
    content = sitting.records.get(key) or base.get(key) or {}
    title = content.get("title") or content.get("name") or {}
    number = f"{content.get('number', '')}." if key.startswith("commitment/") else ""
    lang = voice.context.reader.lang
    return f"{number} {title.get(lang, '') or key}".strip()
