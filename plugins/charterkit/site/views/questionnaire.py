"""The questionnaire of a survey, word for word: blocks, questions, answers."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.model.survey import Block, Item, ItemType, Side, Survey
from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.quality.survey_pages import survey_address
from charterkit.site.quality.survey_words import side_name
from charterkit.site.views.surveys import survey_trail
from charterkit.text import sentences


@dataclass(frozen=True, slots=True)
class Asked:
    """What an item is called, what is meant, its own questions, its answers, the promises that it is about."""

    title: Piece
    text: Piece
    questions: tuple[Piece, ...]
    answers: tuple[Piece | str, ...]
    about: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class BlockPart:
    """Questions that stand together, with what is asked about each of them and on which scale."""

    id: str
    title: Piece
    text: Piece
    groups: str
    questions: tuple[Link, ...]
    scale: str
    items: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class QuestionnaireView:
    """What the page of a questionnaire shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: str
    """What the page is called."""
    survey: Link
    """The way to the survey."""
    blocks: tuple[BlockPart, ...]
    """The blocks in their order."""


def view(context: Context, page: Page) -> QuestionnaireView:
    """The questionnaire of a survey."""
    survey, title = context.publication.surveys[page.key], context.say("The questions, word for word")
    head = context.say("Questionnaire: {survey}", survey=context.reader.bare(survey.title))
    return QuestionnaireView(
        PageHead(head, sentences(head, title), survey_trail(context, survey)),
        title,
        context.link(survey.title, survey_address(survey.id)),
        tuple(_block(context, survey, one) for one in survey.blocks),
    )


def _block(context: Context, survey: Survey, block: Block) -> BlockPart:
    names = [context.reader.bare(one.title) for one in survey.groups if one.id in block.groups]
    sides = tuple(side for side in Side if block.question(side))
    return BlockPart(
        block.id,
        context.line(block.title),
        context.block(block.text),
        context.say("Asked of: {groups}", groups=context.reader.words.listing(names)) if names else "",
        tuple(Link(context.line(block.question(side)), "", side_name(context, side)) for side in sides),
        scale_words(context, survey, block),
        tuple(_item(context, survey, block, one) for one in block.items),
    )


def scale_words(context: Context, survey: Survey, block: Block) -> str:
    """The scale of a block with the words of its ends; blank where nothing in it is answered on one."""
    first = next((one for one in block.items if one.type is ItemType.SCALE), None)
    scale = survey.scale_of(block, first) if first else None
    if scale is None:
        return ""
    if not (scale.low and scale.high):
        return context.say("Answers from {low} to {high}.", low=scale.min, high=scale.max)
    return context.say(
        "Answers from {low} ({worst}) to {high} ({best}).",
        low=scale.min,
        worst=context.reader.bare(scale.low),
        high=scale.max,
        best=context.reader.bare(scale.high),
    )


def _item(context: Context, survey: Survey, block: Block, item: Item) -> Asked:
    own = tuple(context.line(item.question(side)) for side in block.sides(item) if item.question(side))
    promises = [context.publication.commitments.get(id) for id in item.commitments]
    about = [context.commitment_link(one) for one in promises if one is not None]
    about += [context.result_link(id) for id in item.indicators]
    return Asked(
        context.line(item.title), context.line(item.text), own, tuple(_answers(context, item)), tuple(about)
    )


def _answers(context: Context, item: Item) -> tuple[Piece | str, ...]:
    say = context.say
    match item.type:
        case ItemType.SINGLE | ItemType.MULTIPLE:
            return tuple(context.line(one.title) for one in item.options)
        case ItemType.YES_NO:
            return say("Yes"), say("No")
        case ItemType.NPS:
            return (say("Answers from {low} to {high}.", low=0, high=10),)
        case ItemType.TEXT:
            return (say("In your own words"),)
        case _:
            return ()
