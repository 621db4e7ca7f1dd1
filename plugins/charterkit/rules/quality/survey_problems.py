"""What can be wrong with surveys: references that lead nowhere, and what cannot be true of a questionnaire."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from charterkit.data.loaded import Known
from charterkit.data.survey_blocks import standard_block
from charterkit.model.publication import Publication
from charterkit.model.survey import Block, Item, ItemType, Survey
from charterkit.problems import Problem, Spot, problem
from charterkit.rules.lookup import unknown, unknowns

# Below the page of a survey these addresses are taken.
RESERVED_GROUPS = frozenset({"method", "questionnaire"})
# LimeSurvey keeps this code of a part of a question for itself.
RESERVED_OPTIONS = frozenset({"time"})
_CHOICES = frozenset({ItemType.SINGLE, ItemType.MULTIPLE})


def survey_references(publication: Publication, known: Known) -> Iterator[Problem]:
    """Everything that a survey names and that is not there."""
    commitments, indicators = known.of_kind("commitment"), known.of_kind("indicator")
    for survey in publication.surveys.values():
        spot = Spot(survey.file)
        yield from unknowns(spot.at("bodies"), "body", survey.bodies, frozenset(publication.bodies))
        yield from unknown(
            spot.at("repeats"), "survey", survey.repeats, known.of_kind("survey") - {survey.id}
        )
        groups, scales = [one.id for one in survey.groups], [one.id for one in survey.scales]
        for index, group in enumerate(survey.groups):
            others = [one for one in groups if one != group.id]
            yield from unknowns(spot.at("groups", index, "sum_of"), "group", group.sum_of, others)
        for index, block in enumerate(survey.blocks):
            at = spot.at("blocks", index)
            yield from unknowns(at.at("groups"), "group", block.groups, groups)
            yield from unknown(at.at("scale"), "scale", block.scale, scales)
            shipped = [one.id for one in _standard(block)]
            for number, about in enumerate(block.about):
                here = at.at("about", number)
                yield from unknown(here.at("item"), "item", about.item, shipped)
                yield from unknowns(here.at("commitments"), "commitment", about.commitments, commitments)
                yield from unknowns(here.at("indicators"), "indicator", about.indicators, indicators)
            for here, item in _written(at, block):
                yield from unknown(here.at("scale"), "scale", item.scale, scales)
                yield from unknowns(here.at("commitments"), "commitment", item.commitments, commitments)
                yield from unknowns(here.at("indicators"), "indicator", item.indicators, indicators)


def survey_problems(publication: Publication) -> Iterator[Problem]:
    """What cannot be true of a survey."""
    for survey in publication.surveys.values():
        spot = Spot(survey.file)
        yield from _days(spot, survey)
        earlier = publication.surveys.get(survey.repeats)
        dated = earlier is not None and not (earlier.undated or survey.undated)
        if earlier is not None and dated and earlier.first >= survey.first:
            yield problem("survey-repeats-later", spot.at("repeats"), found=earlier.id, since=earlier.first)
        yield from _groups(spot, survey, survey.smallest_count(publication.methodology))
        if survey.already_published and not survey.sources:
            yield problem("survey-published-where", spot.at("already_published"))
        yield from _twice(spot.at("scales"), [one.id for one in survey.scales])
        for index, scale in enumerate(survey.scales):
            if scale.min >= scale.max:
                yield problem("survey-scale", spot.at("scales", index, "max"), found=scale.max, low=scale.min)
        yield from _twice(spot.at("blocks"), [one.id for one in survey.blocks])
        yield from _items(spot, survey)


def _days(spot: Spot, survey: Survey) -> Iterator[Problem]:
    """When people were asked: two days in their order, or a period; or that nobody knows it."""
    if survey.since and survey.until and survey.until < survey.since:
        yield problem("survey-dates", spot.at("until"), found=survey.until, since=survey.since)
    stated = survey.period or survey.since or survey.until
    if survey.undated and stated:
        yield problem("survey-undated", spot.at("undated"))
    elif not survey.undated and not survey.period and not (survey.since and survey.until):
        yield problem("survey-when", spot)
    if survey.period and survey.when is None:
        yield problem("period-form", spot.at("period"), found=survey.period)


def _groups(spot: Spot, survey: Survey, k: int) -> Iterator[Problem]:
    yield from _twice(spot.at("groups"), [one.id for one in survey.groups])
    for index, group in enumerate(survey.groups):
        at = spot.at("groups", index)
        if group.id in RESERVED_GROUPS:
            yield problem("id-reserved", at.at("id"), found=group.id)
        if group.returned is not None and 0 < group.returned < k:
            yield problem("survey-group-few", at.at("returned"), found=group.id, k=k)
        if group.invited is not None and group.returned is not None and group.returned > group.invited:
            yield problem(
                "survey-returned-over", at.at("returned"), found=group.returned, invited=group.invited
            )


def _items(spot: Spot, survey: Survey) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, block in enumerate(survey.blocks):
        at = spot.at("blocks", index)
        for here, item in ((None, one) for one in _standard(block)):
            seen.add(item.code)
            if survey.scale_of(block, item) is None:
                yield problem("survey-scale-missing", here or at.at("standard"), found=item.id)
                break
        for here, item in _written(at, block):
            if item.code in seen:
                yield problem("entry-twice", here.at("id"), field=here.field_name, found=item.id)
            seen.add(item.code)
            if item.type is ItemType.SCALE and not item.scale and survey.scale_of(block, item) is None:
                yield problem("survey-scale-missing", here.at("type"), found=item.id)
            if item.type in _CHOICES and not item.options:
                yield problem("survey-options", here.at("type"), found=item.id)
            yield from _twice(here.at("options"), [one.id for one in item.options])
            for number, option in enumerate(item.options):
                if item.type is ItemType.MULTIPLE and option.id in RESERVED_OPTIONS:
                    yield problem("survey-option-reserved", here.at("options", number, "id"), found=option.id)


def _twice(spot: Spot, ids: Iterable[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, id in enumerate(ids):
        if id in seen:
            yield problem("entry-twice", spot.at(index, "id"), field=spot.at(index).field_name, found=id)
        seen.add(id)


def _standard(block: Block) -> tuple[Item, ...]:
    return standard_block(block.standard).items if block.standard else ()


def _written(at: Spot, block: Block) -> Iterator[tuple[Spot, Item]]:
    """The items that stand in the file; those of a standard block come before them."""
    own = block.items[len(_standard(block)) :]
    yield from ((at.at("items", index), item) for index, item in enumerate(own))
