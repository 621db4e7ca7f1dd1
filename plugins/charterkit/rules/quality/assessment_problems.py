"""What is wrong in the records of self-assessments: references, days, scores, what is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from charterkit.data.loaded import Known
from charterkit.model.assessment import Assessment, Finding, Shown
from charterkit.model.caf import SUBS, Part, Scoring, parts
from charterkit.model.publication import Publication
from charterkit.problems import Problem, Spot, problem
from charterkit.rules.lookup import unknown
from charterkit.rules.quality.assessments import (
    EVIDENCE_ABOVE,
    FEWEST_ASSESSORS,
    assessors,
    lacks_evidence,
    shows,
)


def assessment_problems(publication: Publication) -> Iterator[Problem]:
    """Whatever is wrong whichever day it is."""
    for one in publication.assessments.values():
        spot = Spot(one.file)
        yield from _round_before(spot.at("repeats"), one, publication)
        if one.until is not None and one.until < one.since:
            yield problem(
                "until-before-from", spot.at("until"), field="until", found=one.until, since=one.since
            )
        yield from _twice(spot, one)
        for index, finding in enumerate(one.findings):
            yield from _score(spot.at("findings", index), finding, one.scoring)
        yield from _unscored(spot, one)
        yield from _exposed(one)


def assessment_references(publication: Publication, known: Known) -> Iterator[Problem]:
    """Bodies and rounds that are named and not there."""
    for one in publication.assessments.values():
        spot, rounds = Spot(one.file), known.of_kind("assessment")
        yield from unknown(spot.at("body"), "body", one.body, publication.bodies)
        yield from unknown(spot.at("repeats"), "assessment", one.repeats, rounds)


def assessment_days(publication: Publication, today: date | None) -> Iterator[Problem]:
    """Days on which something is said to have been done and that have not come yet."""
    if today is None:
        return
    for one in publication.assessments.values():
        for spot, day in _done(one):
            if day is not None and day > today:
                yield problem("assessment-day-to-come", spot, field=spot.field_name, found=day, today=today)


def _done(one: Assessment) -> Iterator[tuple[Spot, date | None]]:
    spot = Spot(one.file)
    yield spot.at("until"), one.until
    for index, step in enumerate(one.steps):
        yield spot.at("steps", index, "done"), step.done
    for index, given in enumerate(one.recognition):
        yield spot.at("recognition", index, "day"), given.day


def _round_before(spot: Spot, one: Assessment, publication: Publication) -> Iterator[Problem]:
    before = publication.assessments.get(one.repeats)
    if before is None:
        return
    if before.since >= one.since:
        yield problem("assessment-repeats-itself", spot, field="repeats", found=before.id)
    if before.body != one.body:
        yield problem("assessment-repeats-other-body", spot, field="repeats", found=before.id)


def _twice(spot: Spot, one: Assessment) -> Iterator[Problem]:
    lists: tuple[tuple[str, str, Iterable[object]], ...] = (
        ("groups", "id", (group.id for group in one.groups)),
        ("steps", "number", (step.number for step in one.steps)),
        ("findings", "id", (finding.id for finding in one.findings)),
        ("wording", "id", (text.id for text in one.wording)),
    )
    for name, key, ids in lists:
        seen: set[object] = set()
        for index, id in enumerate(ids):
            if id in seen:
                yield problem("entry-twice", spot.at(name, index, key), field=name, found=id)
            seen.add(id)


def _score(spot: Spot, one: Finding, scoring: Scoring) -> Iterator[Problem]:
    if one.score is not None:
        if one.not_assessed:
            yield problem("assessment-scored-anyway", spot.at("score"), field=spot.field_name, sub=one.id)
        yield from _parts(spot.at("score"), one, scoring)
    if lacks_evidence(one, scoring):
        yield problem(
            "assessment-no-evidence",
            spot.at("score"),
            field=spot.at("score").field_name,
            sub=one.id,
            limit=EVIDENCE_ABOVE,
        )


def _parts(spot: Spot, one: Finding, scoring: Scoring) -> Iterator[Problem]:
    given = [part for part, _ in one.score.given] if one.score is not None else []
    wanted = parts(scoring, one.id)
    strange = [part for part in given if part not in wanted]
    for part in strange:
        yield _strange(spot.at(part.value), one.id, part, scoring)
    missing = [part for part in wanted if part not in given]
    if missing and not strange:
        yield problem(
            "assessment-score-part",
            spot,
            field=spot.field_name,
            missing=_named(missing),
            wanted=_named(wanted),
        )


def _strange(spot: Spot, sub: str, part: Part, scoring: Scoring) -> Problem:
    wanted = parts(scoring, sub)
    if (part is Part.CONSENSUS) == (Part.CONSENSUS in wanted):
        return problem(
            "assessment-score-panel",
            spot.key(),
            field=spot.field_name,
            found=part.value,
            sub=sub,
            wanted=_named(wanted),
        )
    return problem(
        "assessment-scoring-mixed",
        spot.key(),
        field=spot.field_name,
        found=part.value,
        scoring=scoring.value,
        wanted=_named(wanted),
    )


def _named(found: Iterable[Part]) -> str:
    return ", ".join(part.value for part in found)


def _unscored(spot: Spot, one: Assessment) -> Iterator[Problem]:
    """Sub-criteria of which neither a score nor a reason for its absence is known, once the scores are agreed."""
    settled = {finding.id for finding in one.findings if finding.score is not None or finding.not_assessed}
    open_ones = [sub for sub in SUBS if sub not in settled]
    if one.until is not None and open_ones:
        yield problem("assessment-unscored", spot.at("until"), found=one.until, subs=", ".join(open_ones))


def _exposed(one: Assessment) -> Iterator[Problem]:
    """Scores that would be shown although so few agreed on them that they are nearly personal."""
    shown = any(finding.score and shows(one, finding, Shown.SCORES) for finding in one.findings)
    if not shown:
        return
    people = assessors(one)
    if not one.groups:
        yield problem("assessment-group-missing", Spot(one.file, ("public",)), field="public")
    elif people < FEWEST_ASSESSORS:
        yield problem(
            "assessment-few-assessors",
            Spot(one.file, ("groups",)),
            field="groups",
            found=people,
            wanted=FEWEST_ASSESSORS,
        )
