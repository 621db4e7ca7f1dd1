"""The demonstration and the examples from real life: they are right, and the demonstration shows everything."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from charterkit.data.load import load
from charterkit.model.publication import Publication
from charterkit.model.requirement import (
    Answer,
    AtOnce,
    BetterThan,
    ByDay,
    InWords,
    Limit,
    Operator,
    Requirement,
    Span,
)
from charterkit.problems import Level
from charterkit.rules.check import check
from charterkit.rules.standing import Standing, standing
from charterkit.rules.status import PromiseStatus, Status

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted(path for path in (ROOT / "tests/examples").iterdir() if path.is_dir())
# The demonstration is written for this day; on another one other periods would be due.
TODAY = date(2025, 11, 21)


@pytest.fixture(scope="module")
def demonstration() -> Publication:
    publication = check(load(ROOT)).publication
    assert publication is not None
    return publication


@pytest.fixture(scope="module")
def seen(demonstration: Publication) -> Standing:
    return standing(demonstration, TODAY)


@pytest.mark.parametrize("root", [ROOT, *EXAMPLES], ids=lambda root: root.name)
def test_an_example_has_no_errors_and_no_warnings(root: Path) -> None:
    checked = check(load(root))

    assert [found for found in checked.problems if found.level is not Level.ADVICE] == []
    assert checked.publishable


def test_there_are_examples_from_real_life() -> None:
    assert EXAMPLES


def test_the_demonstration_is_large_enough_to_be_one(demonstration: Publication) -> None:
    assert len(demonstration.commitments) >= 9
    assert len(demonstration.standards) >= 9
    reported = [len({row.period for row in found.rows}) for found in demonstration.series.values()]
    assert sum(periods >= 8 for periods in reported) >= 9


def test_the_demonstration_shows_every_status(seen: Standing) -> None:
    shown = {
        outcome.status
        for promise in seen.promises.values()
        for measure in promise.measures
        for outcome in measure.outcomes
    }

    assert shown == set(Status)
    assert {promise.status for promise in seen.promises.values()} == set(PromiseStatus)


def form(requirement: Requirement) -> str:
    match requirement:
        case Limit(operator, _):
            return operator.value
        case _:
            return type(requirement).__name__


def test_the_demonstration_shows_every_form_of_a_target(demonstration: Publication) -> None:
    measures = [measure for one in demonstration.commitments.values() for measure in one.measures]
    targets = [target.requirement for measure in measures for target in measure.targets]
    norms = [norm.requirement for standard in demonstration.standards.values() for norm in standard.norms]
    other = {kind.__name__ for kind in (Span, Answer, BetterThan, ByDay, AtOnce, InWords)}

    assert {form(requirement) for requirement in targets} == {*Operator, *other}
    assert {form(requirement) for requirement in norms} >= {"at_most", "at_least"}


def test_the_demonstration_speaks_every_shipped_language(demonstration: Publication) -> None:
    languages = {"lt", "en", "sl", "bg", "hu"}
    texts = [text for one in demonstration.commitments.values() for text in (one.title, one.promise)]

    assert set(demonstration.publisher.languages) == languages
    assert all(set(text) == languages for text in texts)
    assert demonstration.publisher.demonstration
