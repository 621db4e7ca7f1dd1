"""Whether everything is there that actions and goals name: promises, indicators, bodies, surveys, assessments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from charterkit.data.load import Known
from charterkit.model.action import Action, Cause, Move
from charterkit.model.publication import Publication
from charterkit.model.strategy import Goal, Strategy
from charterkit.problems import Problem, Spot, problem
from charterkit.rules.lookup import unknown, unknowns
from charterkit.rules.quality.elsewhere import Named, known_assessments, known_surveys
from charterkit.text import nearest


def action_references(publication: Publication, known: Known, _: date | None) -> Iterator[Problem]:
    """Every id in an action or the strategy that names nothing."""
    checker = _References(publication, known)
    for action in publication.actions.values():
        yield from checker.action(action)
    if publication.strategy is not None:
        yield from checker.strategy(publication.strategy)


class _References:
    def __init__(self, publication: Publication, known: Known) -> None:
        self.publication = publication
        self.known = known
        self.surveys = known_surveys(publication)
        self.assessments = known_assessments(publication)
        goals = publication.strategy.goals if publication.strategy is not None else ()
        self.lines = {goal.id: tuple(line.id for line in goal.lines) for goal in goals}
        self.can_name_goals = publication.strategy is not None or not known.of_kind("strategy")

    def action(self, action: Action) -> Iterator[Problem]:
        """What one action names."""
        spot = Spot(action.file)
        yield from unknown(spot.at("owner", "body"), "body", action.owner.body, self.publication.bodies)
        yield from self._causes(spot, action.because)
        yield from self._moves(spot, action.moves)
        # A strategy that cannot be read may be the one that has the goal.
        if self.can_name_goals:
            yield from unknown(spot.at("goal"), "goal", action.goal, self.lines)
            lines = self.lines.get(action.goal)
            if lines is not None or not action.goal:
                yield from unknown(spot.at("line"), "work line", action.line, lines or ())

    def strategy(self, strategy: Strategy) -> Iterator[Problem]:
        """What the strategy names, and what it names twice."""
        spot = Spot(strategy.file)
        if strategy.owner is not None:
            yield from unknown(spot.at("owner", "body"), "body", strategy.owner.body, self.publication.bodies)
        yield from _twice(spot.at("channels"), (one.id for one in strategy.channels))
        yield from _twice(spot.at("goals"), (one.id for one in strategy.goals))
        channels = [one.id for one in strategy.channels]
        for index, goal in enumerate(strategy.goals):
            yield from self._goal(spot.at("goals", index), goal, channels)

    def _goal(self, spot: Spot, goal: Goal, channels: list[str]) -> Iterator[Problem]:
        yield from self._causes(spot, goal.because)
        yield from self._moves(spot, goal.moves)
        yield from _twice(spot.at("lines"), (one.id for one in goal.lines))
        for index, line in enumerate(goal.lines):
            yield from unknowns(spot.at("lines", index, "channels"), "channel", line.channels, channels)
        yield from unknown(
            spot.at("remeasured_by"), "survey", goal.remeasured_by, self.known.of_kind("survey")
        )
        # Of an action that cannot be read nobody knows which goal it serves.
        unread = len(self.known.of_kind("action")) > len(self.publication.actions)
        if not unread and all(one.goal != goal.id for one in self.publication.actions.values()):
            here = spot.at("id")
            yield problem("goal-without-action", here, field=here.field_name, found=goal.id)

    def _causes(self, spot: Spot, causes: Iterable[Cause]) -> Iterator[Problem]:
        for index, cause in enumerate(causes):
            here = spot.at("because", index)
            promises = self.known.of_kind("commitment")
            yield from unknown(here.at("commitment"), "commitment", cause.commitment, promises)
            pair = ("survey", cause.survey), ("item", cause.item)
            yield from self._elsewhere(here, *pair, self.surveys)
            pair = ("assessment", cause.assessment), ("criterion", cause.criterion)
            yield from self._elsewhere(here, *pair, self.assessments)

    def _elsewhere(
        self, spot: Spot, record: tuple[str, str], part: tuple[str, str], known: Named
    ) -> Iterator[Problem]:
        """A record of another kind and a part of it; of one that cannot be read nobody knows the parts."""
        yield from unknown(spot.at(record[0]), record[0], record[1], self.known.of_kind(record[0]))
        if record[1] in known:
            yield from unknown(spot.at(part[0]), part[0], part[1], known[record[1]])

    def _moves(self, spot: Spot, moves: Iterable[Move]) -> Iterator[Problem]:
        for index, move in enumerate(moves):
            here = spot.at("moves", index)
            indicators = self.known.of_kind("indicator")
            yield from unknown(here.at("indicator"), "indicator", move.indicator, indicators)
            yield from self._slice(here.at("only"), move)

    def _slice(self, spot: Spot, move: Move) -> Iterator[Problem]:
        """The dimensions and values of a slice; those of bodies are bodies."""
        indicator = self.publication.indicators.get(move.indicator)
        if indicator is None:
            return
        splits = {one.id: one.values for one in indicator.disaggregations}
        splits.setdefault("body", tuple(sorted(self.publication.bodies)))
        for name, value in move.only:
            allowed = splits.get(name, tuple(splits))
            if name not in splits or value not in allowed:
                wrong = value if name in splits else name
                best = nearest(wrong, allowed) or ""
                yield problem(
                    "slice-unknown", spot.at(name),
                    field=spot.field_name, indicator=indicator.id, found=wrong, nearest=best,
                )  # fmt: skip


def _twice(spot: Spot, ids: Iterable[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, id in enumerate(ids):
        if id in seen:
            yield problem("entry-twice", spot.at(index, "id"), field=spot.field_name, found=id)
        seen.add(id)
