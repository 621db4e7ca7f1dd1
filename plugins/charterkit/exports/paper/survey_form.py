"""The questionnaire of a survey as a form on paper, with the codes that its answers have in every file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from charterkit.exports.limesurvey import choices, code_of, question_text
from charterkit.exports.paper.typeset import Paper
from charterkit.model.publisher import Publisher
from charterkit.model.survey import Block, Item, ItemType, RespondentGroup, Side, Survey
from charterkit.site.pieces import Reader
from charterkit.site.printed import Sort


def form_paper(survey: Survey, group: RespondentGroup, who: Reader, publisher: Publisher) -> Paper:
    """The form for one group in one language."""
    title, say = who.bare(survey.title), who.words.say
    demonstration = f"{say('Demonstration.')} {say('The body and its figures are invented.')}"
    data: dict[str, Any] = {
        "lang": who.lang,
        "title": title,
        "body": who.bare(publisher.name),
        "notice": demonstration if publisher.demonstration else "",
        "summary": who.plain(survey.summary),
        "group": who.bare(group.title),
        "days": who.words.days(survey.since, survey.until)
        if survey.since and survey.until
        else survey.period,
        "please": say("Please do not write your name. Leave out what you do not want to answer."),
        "code": f"{survey.id} · {group.id}",
        "parts": list(_parts(survey, group, who)),
    }
    return Paper(
        f"{survey.id}-{group.id}", "survey", title, data, title, f"quality/surveys/{survey.id}/", Sort.CHARTER
    )


def _parts(survey: Survey, group: RespondentGroup, who: Reader) -> Iterator[dict[str, Any]]:
    asked = {item.id for _, item in survey.asked(group)}
    for block in survey.blocks:
        items = [item for item in block.items if item.id in asked]
        for number, side in enumerate(one for one in Side if any(one in block.sides(item) for item in items)):
            same = [item for item in items if side in block.sides(item)]
            title, text = (who.bare(block.title), who.plain(block.text)) if not number else ("", "")
            scaled = [item for item in same if item.type is ItemType.SCALE]
            yield {
                "title": title,
                "text": text,
                "question": who.bare(block.question(side)) if scaled and block.question(side) else "",
                "answers": [words for _, words in choices(survey, block, scaled[0], who)] if scaled else [],
                "rows": [_row(item, side, who) for item in scaled],
                "others": [
                    _other(survey, block, item, side, who) for item in same if item.type is not ItemType.SCALE
                ],
            }


def _row(item: Item, side: Side, who: Reader) -> dict[str, str]:
    own = item.question(side)
    return {
        "title": who.bare(own) if own else who.bare(item.title),
        "text": who.bare(item.text) if item.text and not own else "",
        "code": code_of(item, side),
    }


def _other(survey: Survey, block: Block, item: Item, side: Side, who: Reader) -> dict[str, Any]:
    return {
        "question": question_text(block, item, side, who),
        "code": code_of(item, side),
        "answers": [words for _, words in choices(survey, block, item, who)],
        "in_line": item.type is ItemType.NPS,
    }
