"""What changed in a group since the survey before: each figure then and now, and what the difference means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from charterkit.model.survey import ItemType, RespondentGroup, Side, Survey
from charterkit.numbers import Number
from charterkit.rules.quality.survey_figures import Figures
from charterkit.rules.quality.survey_gaps import Asked, Change, change, change_of_shares
from charterkit.site.context import Context
from charterkit.site.pieces import Piece
from charterkit.site.quality.survey_words import MOVED_COUNTS, asked_of, average, moved, percent, signed


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A figure in both surveys: what it is, before, now, the difference and what it means."""

    title: Piece
    side: str
    before: str
    now: str
    difference: str
    moved: str


def changes_since(
    context: Context, found: Iterable[Asked], earlier: Survey, group: RespondentGroup
) -> Iterator[ChangeRow]:
    """Every figure of a group that the survey before has too."""
    same = earlier.group(group.id)
    before = {one.item.id: one for one in asked_of(context, earlier, same)} if same else {}
    for one in found:
        for side, figures in one.sides.items():
            older = before[one.item.id].sides.get(side) if one.item.id in before else None
            row = _change(context, one, side, figures, older) if older else None
            if row is not None:
                yield row


def summary_of(context: Context, changes: tuple[ChangeRow, ...]) -> str:
    """How many figures moved."""
    found = Counter(one.moved for one in changes)
    counted = ((said, found[moved(context, one)]) for one, said in MOVED_COUNTS.items())
    return " ".join(context.say(said, n=n) for said, n in counted if n)


def _change(context: Context, one: Asked, side: Side, now: Figures, before: Figures) -> ChangeRow | None:
    title = context.line(one.item.title)
    name = context.say("Expectation") if side is Side.EXPECTATION else ""
    found = change(now, before)
    if found is not None and found.now.mean is not None and found.before.mean is not None:
        score = one.item.type is ItemType.NPS
        show = _whole if score else average
        return ChangeRow(
            title, name, show(context, found.before.mean), show(context, found.now.mean),
            signed(context, found.difference, 0 if score else 2), moved(context, found.moved),
        )  # fmt: skip
    answer = "yes" if one.item.type is ItemType.YES_NO else ""
    shares = change_of_shares(now, before, answer)
    return _change_of_share(context, title, name, shares, answer) if shares is not None else None


def _change_of_share(
    context: Context, title: Piece, name: str, found: Change, answer: str
) -> ChangeRow | None:
    now = found.now.shares.get(answer) if answer else found.now.best
    before = found.before.shares.get(answer) if answer else found.before.best
    if now is None or before is None:
        return None
    return ChangeRow(
        title, name, percent(context, before, found.before), percent(context, now, found.now),
        signed(context, found.difference, 1), moved(context, found.moved),
    )  # fmt: skip


def _whole(context: Context, value: Number) -> str:
    return signed(context, Fraction(value), 0)
