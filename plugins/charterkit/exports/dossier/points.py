"""The points of a decision: what is approved or worded anew, its checksum, what is repealed, effect, publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from charterkit.exports.dossier.acts import act_name, act_name_inside
from charterkit.exports.dossier.draft import Draft
from charterkit.exports.dossier.legal import PORTIONS
from charterkit.exports.dossier.tree import Block, Items, Look, Paragraph, Run, para
from charterkit.model.release import Act, ActKind, Portion
from charterkit.strings import mark


def points(draft: Draft) -> Iterator[Block]:
    """What is decided, point by point."""
    found = (_approve(draft), _content(draft), *_repeal(draft), _effect(draft), _publish(draft))
    yield Items(found, 1)


def _approve(draft: Draft) -> tuple[Block, ...]:
    others = [part for part in draft.portions if part is not Portion.CHARTER]
    listed = _ended(draft.voice.say(PORTIONS[part]) for part in others)
    named = {"title": draft.title, "version": draft.sitting.version}
    if draft.founding is None:
        words = draft.voice.say(_approval(draft), **named)
    else:
        act = act_name_inside(draft.voice, draft.founding)
        words = draft.voice.say(_new_wording(draft), **named, act=act)
    if not listed or not draft.is_on_charter:
        return (para(words), *((Items(listed),) if listed else ()))
    return (para(words), para(draft.voice.say("It includes:")), Items(listed))


def _ended(names: Iterable[str]) -> tuple[tuple[Block, ...], ...]:
    """The items of a list that ends a sentence."""
    *first, last = (*names, "")[:-1] or ("",)
    return tuple((para(one),) for one in (*(f"{name};" for name in first), f"{last}.") if last)


def _approval(draft: Draft) -> str:
    match draft.is_on_charter, draft.is_together:
        case True, True:
            return mark("To approve the charter “{title}”, version {version} (annexed).")
        case True, False:
            return mark("I approve the charter “{title}”, version {version} (annexed).")
        case False, True:
            return mark("To approve annexes to the charter “{title}”, version {version}:")
    return mark("I approve annexes to the charter “{title}”, version {version}:")


def _new_wording(draft: Draft) -> str:
    match draft.is_on_charter, draft.is_together:
        case True, True:
            return mark(
                "To adopt a revised text of the charter “{title}”, approved by {act}: version {version} (annexed)."
            )
        case True, False:
            return mark(
                "I approve a revised text of the charter “{title}”, approved by {act}: version {version} (annexed)."
            )
        case False, True:
            return mark(
                "To adopt a revised text, version {version}, of these annexes to the charter “{title}”, "
                "approved by {act}:"
            )
    return mark(
        "I approve a revised text, version {version}, of these annexes to the charter “{title}”, "
        "approved by {act}:"
    )


def _content(draft: Draft) -> tuple[Block, ...]:
    words = draft.voice.say("The approved content is the file content.json. Its SHA-256 checksum is:")
    return (para(words), Paragraph((Run(draft.sitting.digest, Look.CODE),)))


def _repeal(draft: Draft) -> Iterator[tuple[Block, ...]]:
    """The acts whose whole content is worded anew; never the one by which the charter holds."""
    acts = draft.sitting.base.acts if draft.sitting.base else ()
    own = [act for act in acts if _is_overtaken(draft, act)]
    if not own:
        return
    words = (
        draft.voice.say("To repeal, with all its amendments:")
        if draft.is_together
        else draft.voice.say("I repeal, with all its amendments:")
    )
    yield para(words), Items(_ended(act_name(draft.voice, act) for act in own))


def _is_overtaken(draft: Draft, act: Act) -> bool:
    """Whether an act decides on nothing that this draft leaves as it is."""
    is_own = act.by is draft.approver and act.kind is ActKind.APPROVAL and act != draft.founding
    return is_own and bool(act.covers) and set(act.covers) <= set(draft.portions)


def _effect(draft: Draft) -> tuple[Block, ...]:
    day = draft.voice.in_context("to fill in", "day, month, year")
    if draft.is_together:
        return (Paragraph(draft.sentence(mark("That this decision takes effect on {day}."), day=day)),)
    return (Paragraph(draft.sentence(mark("This order takes effect on {day}."), day=day)),)


def _publish(draft: Draft) -> tuple[Block, ...]:
    gaps = {
        "gazette": draft.voice.in_context("to fill in", "official gazette"),
        "website": draft.voice.in_context("to fill in", "website"),
    }
    if draft.is_together:
        return (
            Paragraph(
                draft.sentence(mark("To publish this decision in {gazette} and on {website}."), **gaps)
            ),
        )
    return (
        Paragraph(draft.sentence(mark("This order is published in {gazette} and on {website}."), **gaps)),
    )
