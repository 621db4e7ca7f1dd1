"""The amending form: only the items that change, by number, each in its full new wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from charterkit.exports.dossier.acts import act_name
from charterkit.exports.dossier.articles import Article, Chapter
from charterkit.exports.dossier.facts import Sitting
from charterkit.exports.dossier.text import article_blocks, pairs
from charterkit.exports.dossier.tree import Block, Heading, Paragraph, Style, para, plain, strong
from charterkit.exports.dossier.voice import Voice
from charterkit.model.release import ActKind


def amendment(
    voice: Voice, sitting: Sitting, old: Sequence[Chapter], new: Sequence[Chapter]
) -> tuple[Block, ...]:
    """What is to be amended, in the order of the text; nothing where nothing is."""
    found = tuple(_changed(old, new))
    if not found:
        return ()
    return (*_opening(voice, sitting), *(block for pair in found for block in _item(voice, *pair)))


def _changed(
    old: Sequence[Chapter], new: Sequence[Chapter]
) -> Iterator[tuple[str, Article | None, Article | None]]:
    for before, after in pairs(old, new, lambda one: one.id):
        chapter = (after or before or Chapter("", "", ())).title
        articles = (before.articles if before else (), after.articles if after else ())
        for one, other in pairs(*articles, lambda article: (article.key, article.id)):
            if one != other:
                yield chapter, one, other


def _opening(voice: Voice, sitting: Sitting) -> Iterator[Block]:
    yield para(
        voice.say(
            "This form can take the place of the text as a whole where only the changes are put to the vote. "
            "It holds every item that changes, in its full new wording."
        ),
        Style.NOTE,
    )
    title = voice.bare(voice.sealed.charter.title)
    acts = [
        act
        for act in (sitting.base.acts if sitting.base else ())
        if act.by in sitting.approvers and act.kind is ActKind.APPROVAL
    ]
    if acts:
        names = "; ".join(act_name(voice, act) for act in acts)
        yield para(
            voice.say(
                "To amend the charter “{title}”, approved by: {acts}. The changes:", title=title, acts=names
            )
        )
    else:
        yield para(voice.say("To amend the charter “{title}”. The changes:", title=title))


def _item(voice: Voice, chapter: str, before: Article | None, after: Article | None) -> Iterator[Block]:
    article = after or before
    assert article is not None
    yield Heading(1, plain(_instruction(voice, chapter, article, before is None, after is None)))
    if after is not None:
        yield Paragraph(strong(after.name), Style.BODY) if after.name else para(chapter)
        yield from article_blocks(after, after.name)


def _instruction(voice: Voice, chapter: str, article: Article, is_new: bool, is_gone: bool) -> str:
    number, name = article.number.rstrip("."), article.title or chapter
    if article.number:
        if is_new:
            return voice.say("To add item {number}:", number=number)
        if is_gone:
            return voice.say("To remove item {number} (“{title}”).", number=number, title=article.title)
        return voice.say("To amend item {number} and word it as follows:", number=number)
    if is_new:
        return voice.say("To add the part “{title}” ({chapter}):", title=name, chapter=chapter)
    if is_gone:
        return voice.say("To remove the part “{title}” ({chapter}).", title=name, chapter=chapter)
    return voice.say(
        "To amend the part “{title}” ({chapter}) and word it as follows:", title=name, chapter=chapter
    )
