"""The blocks of questions that come with the program, and how a survey takes them over."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from charterkit.data import source
from charterkit.data.build import build
from charterkit.model.survey import Block, Item, StandardBlock, Survey


def with_standard_items(survey: Survey) -> Survey:
    """The survey with the items of the standard blocks that it includes by name."""
    return replace(survey, blocks=tuple(map(_filled, survey.blocks)))


@cache
def standard_block(name: StandardBlock) -> Block:
    """A block that comes with the program, in all the languages that it speaks."""
    raw = (files("charterkit") / "surveys" / f"{name.value}.yml").read_bytes()
    data: Any = source.read(name.value, raw).data
    return build(Block, data, id=name.value)


def _filled(block: Block) -> Block:
    if block.standard is None:
        return block
    shipped = standard_block(block.standard)
    return replace(
        block,
        title=block.title or shipped.title,
        expectation=block.expectation or shipped.expectation,
        experience=block.experience or shipped.experience,
        parts=block.parts or shipped.parts,
        items=(*(_told(one, block) for one in shipped.items), *block.items),
    )


def _told(item: Item, block: Block) -> Item:
    """A standard item with the promises and indicators that the survey says it is about."""
    about = [one for one in block.about if one.item == item.id]
    return replace(
        item,
        commitments=tuple(dict.fromkeys(id for one in about for id in one.commitments)),
        indicators=tuple(dict.fromkeys(id for one in about for id in one.indicators)),
    )
