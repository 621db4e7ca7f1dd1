"""What a working text may not do to what was approved: drop it, or give another target to a time that is over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from charterkit.data.content import number as written
from charterkit.data.content import plain_text
from charterkit.data.load import Known
from charterkit.model.commitment import Commitment, Measure
from charterkit.model.publication import Publication
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
from charterkit.rules.standing import MeasureStanding, Standing
from charterkit.rules.timeline import Outcome

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
    for promise in now.promises.values():
        working = publication.commitments.get(promise.commitment.full_id)
        for measure in promise.measures if working is not None else ():
            assert working is not None
            yield from _rewritten(working, measure, now.today)


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


def _rewritten(working: Commitment, standing: MeasureStanding, today: date) -> Iterator[Problem]:
    """The first period that is over and was promised something else than the working text says of it now."""
    index, measure = _same(working, standing.measure, standing.index)
    if working.ended is not None and measure is None:
        return
    for outcome in standing.outcomes:
        if outcome.release and outcome.judged and outcome.period.end < today:
            wanted = outcome.verdict.target
            here = governing_target(measure.targets, outcome.period.end) if measure is not None else None
            if not _says_the_same(here, wanted):
                yield _refused(working, index, measure, here, outcome)
                return


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
