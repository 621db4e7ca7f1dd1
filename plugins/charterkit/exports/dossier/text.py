"""The text of the charter itself: clean, or marked up against the release in force."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from charterkit.exports.dossier.articles import Article, Chapter, Field
from charterkit.exports.dossier.compare import compared, whole
from charterkit.exports.dossier.rows import SIGNS_OF_A_LINE
from charterkit.exports.dossier.tree import (
    Block,
    Heading,
    Look,
    NewPage,
    Paragraph,
    Run,
    Style,
    plain,
    strong,
    words_of,
)

One = TypeVar("One")

# A field of one short paragraph stands behind its label, on the same line.
_SHORT: Final = 240


def clean(found: Iterable[Chapter]) -> tuple[Block, ...]:
    """The whole text as it is proposed."""
    return tuple(block for chapter in found for block in _chapter(chapter))


def _chapter(chapter: Chapter) -> Iterator[Block]:
    yield from _chapter_head(chapter)
    for article in chapter.articles:
        yield from article_blocks(article, chapter.title)


def _chapter_head(chapter: Chapter) -> tuple[Block, ...]:
    head = Heading(1, plain(chapter.title))
    return (NewPage(), *chapter.above, head) if chapter.annex else (head,)


def article_blocks(article: Article, above: str = "") -> tuple[Block, ...]:
    """An article with its heading, which is left out where it would only repeat the one above."""
    return (*_article_head(article, above), *(block for one in article.fields for block in field_blocks(one)))


def _article_head(article: Article, above: str) -> tuple[Block, ...]:
    return (Heading(2, plain(article.name)),) if article.name and article.name != above else ()


def field_blocks(one: Field) -> tuple[Block, ...]:
    """What a field says behind its label or below it."""
    if one.lead:
        return tuple(_as_lead(block) for block in one.blocks)
    match one.blocks:
        case (Paragraph(runs, Style.BODY),) if one.label and len(words_of(runs)) <= _SHORT:
            return (Paragraph((*strong(f"{one.label}: "), *runs)),)
    if not one.label:
        return one.blocks
    return (Paragraph(plain(one.label), Style.LABEL), *_as_lines(one.blocks))


def _as_lines(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Short paragraphs as the lines of one: the parts of an answer, such as a body and its time limit."""
    if not all(_is_line(one) for one in blocks):
        return blocks
    lines = (
        one.runs if place == 0 else (Run("\n"), *one.runs)
        for place, one in enumerate(blocks)
        if isinstance(one, Paragraph)
    )
    return (Paragraph(tuple(run for runs in lines for run in runs)),)


def _is_line(block: Block) -> bool:
    match block:
        case Paragraph(runs, Style.BODY):
            return len(words_of(runs)) <= SIGNS_OF_A_LINE
    return False


def _as_lead(block: Block) -> Block:
    return Paragraph(block.runs, Style.LEAD) if isinstance(block, Paragraph) else block


def marked_up(old: Sequence[Chapter], new: Sequence[Chapter]) -> tuple[Block, ...]:
    """The text with what was inserted underlined and what was deleted struck through.

    What belongs together is found by the ids of chapters, records and fields; words are compared only within it.
    """
    found: list[Block] = []
    for before, after in pairs(old, new, lambda one: one.id):
        found += _marked_chapter(before, after)
    return tuple(found)


def _marked_chapter(before: Chapter | None, after: Chapter | None) -> Iterator[Block]:
    yield from _marked(_chapter_head(before) if before else (), _chapter_head(after) if after else ())
    old, new = before.articles if before else (), after.articles if after else ()
    for one, other in pairs(old, new, lambda article: (article.key, article.id)):
        yield from marked_article(one, other, (after or before or Chapter("", "", ())).title)


def marked_article(before: Article | None, after: Article | None, above: str = "") -> Iterator[Block]:
    """An article with what came into it and what went."""
    yield from _marked(
        _article_head(before, above) if before else (), _article_head(after, above) if after else ()
    )
    for one, other in field_pairs(before, after):
        yield from _marked(field_blocks(one) if one else (), field_blocks(other) if other else ())


def field_pairs(before: Article | None, after: Article | None) -> Iterator[tuple[Field | None, Field | None]]:
    """The fields of an article before and after; several under one label are told apart by their order."""
    for one, other in pairs(_named(before), _named(after), lambda pair: pair[0]):
        yield one[1] if one else None, other[1] if other else None


def _named(article: Article | None) -> tuple[tuple[tuple[str, str, int], Field], ...]:
    seen: dict[tuple[str, str], int] = {}
    found = []
    for one in article.fields if article else ():
        place = (one.path, one.label)
        seen[place] = seen.get(place, -1) + 1
        found.append(((*place, seen[place]), one))
    return tuple(found)


def _marked(before: Sequence[Block], after: Sequence[Block]) -> tuple[Block, ...]:
    if not before:
        return tuple(whole(one, Look.INSERTED) for one in after)
    if not after:
        return tuple(whole(one, Look.DELETED) for one in before)
    return compared(before, after)


def pairs(
    old: Sequence[One], new: Sequence[One], key: Callable[[One], object]
) -> Iterator[tuple[One | None, One | None]]:
    """Each of the new ones with the old one of the same key; what is gone stands behind what it stood behind."""
    known = {key(one) for one in new}
    before = {key(one): one for one in old}
    gone: dict[object, list[One]] = {}
    last: object = None
    for one in old:
        last = key(one) if key(one) in known else last
        if key(one) not in known:
            gone.setdefault(last, []).append(one)
    yield from ((one, None) for one in gone.get(None, ()))
    for one in new:
        yield before.get(key(one)), one
        yield from ((other, None) for other in gone.get(key(one), ()))
