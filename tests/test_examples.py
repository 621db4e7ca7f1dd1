"""The demonstration and the examples from real life: they are right, and the demonstration shows everything.

A folder that is put into `tests/examples/` is an example from then on; nothing has to be listed here.
"""

from __future__ import annotations

import shutil
import sys
from datetime import date
from functools import cache
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
from charterkit.problems.of_plausibility import PLAUSIBILITY
from charterkit.rules.check import Checked, check
from charterkit.rules.standing import Standing, standing
from charterkit.rules.status import PromiseStatus, Status
from conftest import build

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

from check_site import faults

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted(path for path in (ROOT / "tests/examples").iterdir() if path.is_dir())
# Their names say it: everything in them is invented. All the others are real.
INVENTED = [path for path in EXAMPLES if path.name.startswith("demonstration-")]
REAL = [path for path in EXAMPLES if path not in INVENTED]
# What whoever reads an example has to be told: where it is from, what went where, what was decided, what is not known.
HEADINGS = (
    ("# Where this example comes from",),
    ("## Page", "## Pages"),
    ("## What was taken", "## What was published, and where it is now"),
    ("## What was decided here",),
    ("## What is unknown and therefore left out",),
)
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


@cache
def looked_at(root: Path) -> Checked:
    """An example as `charter check` sees it, on the day that it is set to."""
    loaded = load(root)
    return check(loaded, date.fromisoformat(loaded.config.today))


def of_each_example(roots: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("root", roots, ids=lambda root: root.name)


@of_each_example([ROOT, *EXAMPLES])
def test_an_example_has_no_errors_and_no_warnings(root: Path) -> None:
    checked = looked_at(root)

    assert [found for found in checked.problems if found.level is not Level.ADVICE] == []
    assert checked.publishable


@of_each_example(EXAMPLES)
def test_an_example_says_where_it_comes_from(root: Path) -> None:
    headings = (root / "SOURCE.md").read_text(encoding="utf-8").splitlines()

    assert [names for names in HEADINGS if not set(names) & set(headings)] == []


@of_each_example(EXAMPLES)
def test_advice_that_an_example_gets_is_true_of_the_body_and_told(root: Path) -> None:
    told = (root / "SOURCE.md").read_text(encoding="utf-8")
    silent = {found.id for found in looked_at(root).problems if f"`{found.id}`" not in told}

    assert not silent or "`charter check` gives the advice" in told


@of_each_example([ROOT, *EXAMPLES])
def test_nobody_is_asked_about_figures_that_are_right(root: Path) -> None:
    checked = looked_at(root)

    assert [(found.place.file, found.id) for found in checked.problems if found.id in PLAUSIBILITY] == []


# Of its first self-assessment the demonstration says that nobody wrote down what showed the scores.
WITHOUT_EVIDENCE = (154, 160, 172, 184, 202, 214, 226, 232, 238, 250, 262, 274, 278, 286, 306, 310)


def test_the_demonstration_has_answered_its_question_and_its_advice() -> None:
    quiet = [(found.place.file, found.place.line, found.id) for found in looked_at(ROOT).acknowledged]

    assert looked_at(ROOT).problems == ()
    assert quiet == [
        ("charters/citizens/commitments/plain-letters.yml", 13, "commitment-unmeasured"),
        ("charters/citizens/commitments/quiet-reading-room.yml", 15, "commitment-unmeasured"),
        ("charters/citizens/commitments/welcome-everyone.yml", 15, "commitment-unmeasured"),
        *(
            ("charters/quality/assessments/caf-2023.yml", line, "assessment-no-evidence")
            for line in WITHOUT_EVIDENCE
        ),
        ("charters/results/emergency-help-wait.csv", 6, "outlier"),
    ]


@of_each_example(REAL)
def test_an_example_is_real_and_says_that_the_body_did_not_publish_it(root: Path) -> None:
    publication = looked_at(root).publication
    assert publication is not None
    publisher = publication.publisher

    assert not publisher.demonstration
    assert set(publisher.notice) == set(publisher.languages)
    assert all(charter.sources for charter in publication.charters.values())


@of_each_example(INVENTED)
def test_what_is_invented_says_so(root: Path) -> None:
    publication = looked_at(root).publication
    assert publication is not None

    assert publication.publisher.demonstration
    assert "From nobody" in (root / "SOURCE.md").read_text(encoding="utf-8")


@of_each_example(EXAMPLES)
def test_an_example_becomes_a_sound_site(root: Path, tmp_path: Path) -> None:
    built = build(shutil.copytree(root, tmp_path / root.name))

    assert built.published, built.said
    assert list(faults(built.folder)) == []


def test_there_are_examples_from_real_life() -> None:
    assert REAL


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
