"""Corrections of sealed text: wording only. Another number, day, unit or id is an amendment and needs a vote."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from charterkit.data.content import plain_text
from charterkit.data.corrections import corrected, text_places, words_at
from charterkit.model.release import Act, ActKind, Content, Correction, Release
from charterkit.problems import Problem, Spot, problem

# Signs that stand for a unit or a limit, as a word would.
_SIGNS = frozenset("%‰°<>=±~≤≥≈")


def wording_problems(releases: Sequence[Release]) -> Iterator[Problem]:
    """What is wrong with the corrections of releases."""
    for release in releases:
        before: tuple[Act, ...] = ()
        for act in release.acts:
            yield from act_wording(release, before, act)
            before = (*before, act)


def act_wording(release: Release, before: tuple[Act, ...], act: Act) -> Iterator[Problem]:
    """What is wrong with the corrections of one act about a release, after those that came before it."""
    if bool(act.corrections) is not (act.kind is ActKind.CORRECTION):
        yield problem("release-correction-act", Spot(act.file, ("corrections",)))
        return
    for index, one in enumerate(act.corrections):
        spot = Spot(act.file, ("corrections", index))
        earlier = (*before, replace(act, corrections=act.corrections[:index]))
        records = corrected(replace(release, acts=earlier))
        yield from _one(one, records, spot)


def figures(words: str) -> tuple[str, ...]:
    """The figures in a text and the signs of units and limits, in their order: what a correction may not touch."""
    found: list[str] = []
    inside = False
    for sign in words:
        is_figure = unicodedata.category(sign)[0] == "N"
        if is_figure and inside:
            found[-1] += sign
        elif is_figure or sign in _SIGNS or unicodedata.category(sign) == "Sc":
            found.append(sign)
        inside = is_figure
    return tuple(found)


def _one(one: Correction, records: Mapping[str, Content], spot: Spot) -> Iterator[Problem]:
    content = records.get(one.subject)
    if content is None:
        yield problem("release-correction-place", spot.at("subject"), found=one.subject)
    elif one.field not in text_places(one.subject, content):
        yield problem("release-correction-place", spot.at("field"), found=f"{one.subject} {one.field}")
    elif (words := words_at(content, one.field)) != one.before:
        yield problem("release-correction-words", spot.at("before"), expected=words, actual=one.before)
    elif one.after in ("", one.before) or plain_text(one.after) != one.after:
        yield problem("release-correction-none", spot.at("after"))
    elif figures(one.before) != figures(one.after):
        before, after = ", ".join(figures(one.before)), ", ".join(figures(one.after))
        yield problem(
            "release-correction-figures", spot.at("after"), expected=before or "–", actual=after or "–"
        )
