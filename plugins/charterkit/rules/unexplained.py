"""Missed targets of which nothing is said: neither why, nor what is being done. The body chooses how grave that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from charterkit.model.methodology import UnexplainedMisses
from charterkit.model.publication import Publication
from charterkit.problems import Level, Problem, Spot, problem
from charterkit.rules.standing import Standing
from charterkit.rules.status import Status

_LEVELS: Mapping[UnexplainedMisses, Level] = {
    UnexplainedMisses.REFUSE: Level.ERROR,
    UnexplainedMisses.WARN: Level.WARNING,
    UnexplainedMisses.ADVISE: Level.ADVICE,
}


def unexplained(standing: Standing) -> Iterator[Problem]:
    """Every line of results that misses its target in the newest figure and gives neither a cause nor an action.

    A figure that is near its target is not asked about, nor the sum of shorter periods, which has no line.
    """
    chosen = _chosen(standing.publication)
    language = standing.publication.publisher.root_language
    seen: set[Spot] = set()
    for promise in standing.promises.values():
        for measure in promise.measures:
            file = f"charters/results/{measure.indicator.id}.csv"
            for outcome in measure.outcomes:
                row = outcome.row
                if row is None or not row.line or outcome.status is not Status.NOT_MET:
                    continue
                spot = Spot(file, line=row.line)
                if spot not in seen and not row.cause and not row.action:
                    seen.add(spot)
                    wanted = f"{file.removesuffix('.csv')}.{language}.csv"
                    yield replace(problem("cause-missing", spot, wanted=wanted), chosen=chosen)


def _chosen(publication: Publication) -> Level:
    """The level that the methodology sets; without one nothing is published before a miss is explained."""
    methodology = publication.methodology
    return _LEVELS[methodology.unexplained_misses if methodology is not None else UnexplainedMisses.REFUSE]
