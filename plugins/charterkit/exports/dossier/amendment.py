"""The amending form: only the items that change, by number, each in its full new wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from charterkit.exports.dossier.acts import act_name_inside
from charterkit.exports.dossier.articles import Article, Chapter, ended_by
from charterkit.exports.dossier.draft import Draft
from charterkit.exports.dossier.legal import AMENDING_SIGNS
from charterkit.exports.dossier.text import article_blocks, pairs
from charterkit.exports.dossier.tree import Block, Heading, Paragraph, Style, para, plain, strong
from charterkit.exports.dossier.voice import Voice
from charterkit.strings import mark


def amendment(draft: Draft, old: Sequence[Chapter], new: Sequence[Chapter]) -> tuple[Block, ...]:
    """What one approver is to amend, in the order of the text; nothing where nothing of theirs is."""
    found = enumerate(_changed(old, new), start=1)
    items = tuple(block for place, pair in found for block in _item(draft, place, *pair))
    return (*_opening(draft), *items) if items else ()


def _changed(
    old: Sequence[Chapter], new: Sequence[Chapter]
) -> Iterator[tuple[str, Article | None, Article | None]]:
    for before, after in pairs(old, new, lambda one: one.id):
        chapter = (after or before or Chapter("", "", ())).title
        articles = (before.articles if before else (), after.articles if after else ())
        for one, other in pairs(*articles, lambda article: (article.key, article.id)):
            if one != other:
                yield chapter, one, other


def _opening(draft: Draft) -> Iterator[Block]:
    voice = draft.voice
    yield para(
        voice.say(
            "This form can take the place of the text as a whole where only the changes are put to the vote. "
            "It holds every item that changes, in its full new wording."
        ),
        Style.NOTE,
    )
    if draft.founding is None:
        bare = (
            mark("To amend the charter “{title}” as follows:")
            if draft.is_on_charter
            else mark("To amend annexes to the charter “{title}” as follows:")
        )
        yield para(voice.say(bare, title=draft.title))
        return
    act = act_name_inside(voice, draft.founding)
    message = (
        mark("To amend the charter “{title}”, approved by {act}, as follows:")
        if draft.is_on_charter
        else mark("To amend annexes to the charter “{title}”, approved by {act}, as follows:")
    )
    yield para(voice.say(message, title=draft.title, act=act))


def _item(
    draft: Draft, place: int, chapter: str, before: Article | None, after: Article | None
) -> Iterator[Block]:
    ending = ended_by(before, after)
    told = _instruction(draft.voice, chapter, before, None if ending else after)
    sign = AMENDING_SIGNS.get(draft.sitting.country, "")
    yield Heading(1, plain(f"{sign}{place}. {told}"))
    if ending:
        # What goes is not worded once more; from which day it goes, and why, is said.
        yield from ending.blocks
    elif after is not None:
        yield Paragraph(strong(after.name), Style.LABEL) if after.name else para(chapter, Style.LABEL)
        yield from article_blocks(after, after.name)


def _instruction(voice: Voice, chapter: str, before: Article | None, after: Article | None) -> str:
    article = after or before
    assert article is not None
    name = article.title or chapter
    if article.number:
        return _of_item(voice, before, after)
    return _of_part(voice, name, "" if name == chapter else chapter, before is None, after is None)


def _of_part(voice: Voice, name: str, chapter: str, is_new: bool, is_gone: bool) -> str:
    """What to do with a passage without a number; the chapter that it is the whole of is not named twice."""
    if not chapter:
        if is_new:
            return voice.say("To add the part “{title}”:", title=name)
        if is_gone:
            return voice.say("To remove the part “{title}”.", title=name)
        return voice.say("To amend the part “{title}” and word it as follows:", title=name)
    if is_new:
        return voice.say("To add the part “{title}” ({chapter}):", title=name, chapter=chapter)
    if is_gone:
        return voice.say("To remove the part “{title}” ({chapter}).", title=name, chapter=chapter)
    return voice.say(
        "To amend the part “{title}” ({chapter}) and word it as follows:", title=name, chapter=chapter
    )


def _of_item(voice: Voice, before: Article | None, after: Article | None) -> str:
    """What is to be done with a numbered item: it is cited by the number under which it is in force."""
    old, new = (one.number.rstrip(".") if one else "" for one in (before, after))
    if before is None:
        return voice.say("To add item {number}:", number=new)
    if after is None:
        return voice.say("To remove item {number} (“{title}”).", number=old, title=before.title)
    if old != new:
        return voice.say(
            "To amend item {old}, which becomes item {number}, and word it as follows:", old=old, number=new
        )
    return voice.say("To amend item {number} and word it as follows:", number=new)
