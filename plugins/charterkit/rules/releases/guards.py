"""What a working text may not do to what was approved: drop it, or give another target to a time that is over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from charterkit.data.content import number as written
from charterkit.data.content import plain_text
from charterkit.data.load import Known
from charterkit.data.reread import laid, typed
from charterkit.model.commitment import Commitment, Measure
from charterkit.model.publication import Publication
from charterkit.model.release import Release
from charterkit.model.requirement import (
    Answer,
    AtOnce,
    BetterThan,
    ByDay,
    InWords,
    Limit,
    Requirement,
    Span,
    Target,
)  # fmt: skip
from charterkit.problems import Problem, Spot, problem
from charterkit.rules.demands import in_force as governing_target
from charterkit.rules.releases.reading import releases_in_force
from charterkit.rules.releases.states import ReleaseState, dated
from charterkit.rules.standing import MeasureStanding, Standing
from charterkit.rules.timeline import Outcome

_ENDED: Final = (ReleaseState.REJECTED, ReleaseState.WITHDRAWN)
_FILES: Mapping[str, str] = {
    "charter": "charters/{}/charter.yml",
    "standard": "standards/quality/{}.yml",
    "indicator": "standards/indicators/{}.yml",
    "procedure": "standards/procedures/{}.yml",
    "service": "standards/services/{}.yml",
}


def guards(publication: Publication, known: Known, now: Standing) -> Iterator[Problem]:
    """Everything in a working text that would rewrite what its releases hold; `now` is what citizens read."""
    yield from _dropped(publication, known, now.today)
    votes = Votes(publication.releases)
    for promise in now.promises.values():
        working = publication.commitments.get(promise.commitment.full_id)
        for measure in promise.measures if working is not None else ():
            assert working is not None
            yield from _rewritten(working, measure, now.today, votes)


def _dropped(publication: Publication, known: Known, today: date) -> Iterator[Problem]:
    """Records that a release in force holds and that have no file any more."""
    told: set[str] = set()
    for one in releases_in_force(publication.releases, today).values():
        for key in one.release.records:
            kind, _, id = key.partition("/")
            if key not in told and kind != "body" and id not in known.of_kind(kind):
                if kind == "methodology" and publication.methodology is not None:
                    continue
                told.add(key)
                yield problem(
                    "sealed-dropped", Spot(file_of(key)), found=id or kind, version=one.release.version
                )


def file_of(key: str) -> str:
    """The file in which the record of a key stands, or would stand."""
    kind, _, id = key.partition("/")
    if kind == "commitment":
        charter, _, own = id.partition("/")
        return f"charters/{charter}/commitments/{own}.yml"
    return _FILES.get(kind, "standards/methodology.yml").format(id)


def _rewritten(
    working: Commitment, standing: MeasureStanding, today: date, votes: Votes
) -> Iterator[Problem]:
    """The first period that is over and was promised something else than the working text says of it now.

    Where the approved target stands as it did and a new one below it begins too early, nothing is rewritten: of a
    period that is over the new one says nothing, whenever the vote comes. That is advice, and a text that was fine
    when it was written stays so while time passes. Nor is anything rewritten by what a later vote was, or is, on.
    """
    index, measure = _same(working, standing.measure, standing.index)
    if working.ended is not None and measure is None:
        return
    over = [one for one in standing.outcomes if one.release and one.judged and one.period.end < today]
    early: list[Problem] = []
    for outcome in over:
        wanted = outcome.verdict.target
        here = governing_target(measure.targets, outcome.period.end) if measure is not None else None
        if _says_the_same(here, wanted) or votes.has(working, index, outcome, here):
            continue
        if measure is None or not _is_added(here, wanted, measure.targets):
            yield _refused(working, index, measure, here, outcome)
            return
        early.append(_too_early(working, index, measure, here, outcome, over[-1].period.end))
    yield from early[:1]


def _is_added(here: Target | None, wanted: Target | None, targets: Sequence[Target]) -> bool:
    """Whether a target was written below the approved one, which stands there as it did."""
    stands = wanted is None or any(
        one.since == wanted.since and _says_the_same(one, wanted) for one in targets
    )
    return here is not None and stands


class Votes:
    """What was put to the vote of every charter and was neither rejected nor withdrawn."""

    def __init__(self, releases: Mapping[str, Sequence[Release]]) -> None:
        self._releases = {
            charter: [one.release for one in dated(own, date.max) if one.state not in _ENDED]
            for charter, own in releases.items()
        }

    def has(self, working: Commitment, index: int, outcome: Outcome, here: Target | None) -> bool:
        """Whether a version after the one that governs a period says of it what the working text says."""
        own = self._releases.get(working.charter, [])
        names = [one.version for one in own]
        later = own[names.index(outcome.release) + 1 :] if outcome.release in names else []
        return any(self._says(one, working, index, outcome.period.end, here) for one in later)

    def _says(
        self, release: Release, working: Commitment, index: int, day: date, here: Target | None
    ) -> bool:
        key = f"commitment/{working.full_id}"
        sealed = typed(key, laid(key, release, None)) if key in release.records else None
        if not isinstance(sealed, Commitment) or index >= len(working.measures):
            return False
        _, measure = _same(sealed, working.measures[index], index)
        return measure is not None and _says_the_same(here, governing_target(measure.targets, day))


def _same(working: Commitment, measure: Measure, index: int) -> tuple[int, Measure | None]:
    same = [
        (place, one)
        for place, one in enumerate(working.measures)
        if (one.indicator, one.only) == (measure.indicator, measure.only)
    ]
    exact = [(place, one) for place, one in same if place == index]
    return next(iter(exact or same), (index, None))


def _says_the_same(here: Target | None, sealed: Target | None) -> bool:
    """Whether two targets demand the same; words are compared in the languages in which they were voted on."""
    if here is None or sealed is None:
        return here is sealed
    if isinstance(here.requirement, InWords) and isinstance(sealed.requirement, InWords):
        words = here.requirement.words
        return all(
            plain_text(words.get(lang, "")) == text
            for lang, text in sealed.requirement.words.items()
            if lang in words
        )
    return (here.requirement, here.per) == (sealed.requirement, sealed.per)


def _refused(
    working: Commitment, index: int, measure: Measure | None, here: Target | None, outcome: Outcome
) -> Problem:
    spot = Spot(working.file)
    if measure is not None:
        spot = spot.at("measures", index, "targets")
        place = _place(measure.targets, here)
        spot = spot.at(place) if place is not None else spot
    wanted = outcome.verdict.target
    return problem(
        "sealed-target",
        spot,
        period=outcome.period.label,
        version=outcome.release,
        wanted=as_written(wanted) if wanted is not None else "–",
    )


def _too_early(
    working: Commitment, index: int, measure: Measure, here: Target | None, outcome: Outcome, last: date
) -> Problem:
    spot = Spot(working.file).at("measures", index, "targets")
    place = _place(measure.targets, here)
    return problem(
        "target-too-early",
        spot.at(place, "from") if place is not None else spot,
        period=outcome.period.label,
        version=outcome.release,
        day=(last + timedelta(days=1)).isoformat(),
    )


def _place(targets: Sequence[Target], target: Target | None) -> int | None:
    return next((place for place, one in enumerate(targets) if one is target), None)


def as_written(target: Target) -> str:
    """A target as a file writes it: `from: 2019-07-01, at_least: 90`."""
    per = f", per: {target.per}" if target.per else ""
    return f"from: {target.since.isoformat()}, {_form(target.requirement)}{per}"


def _form(demand: Requirement) -> str:
    match demand:
        case Limit(operator, value):
            return f"{operator}: {written(value)}"
        case Span(low, high):
            return f"between: [{written(low)}, {written(high)}]"
        case Answer(yes):
            return f"equals: {'yes' if yes else 'no'}"
        case BetterThan(period):
            return f"better_than: {period or 'previous'}"
        case ByDay(day):
            return f"by: {day.month:02}-{day.day:02}"
        case AtOnce():
            return "at_once: true"
        case InWords():
            return "words"
