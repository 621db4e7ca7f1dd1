"""What the last figures would have meant under new targets."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from charterkit.model.commitment import Measure
from charterkit.model.indicator import Direction, Indicator, Tolerance
from charterkit.periods import Frequency
from charterkit.rules.demands import Says
from charterkit.rules.releases.change import Change
from charterkit.rules.releases.changes import changes
from charterkit.rules.releases.retrospect import Retrospect, of_change
from charterkit.site.pieces import reader
from charterkit.site.releases.look_back import looking_back
from charterkit.site.results.figures import Figures, Unit
from factory import INDICATOR, PUBLISHER, commitment, day, publication, read_results

YEARLY = replace(INDICATOR, frequency=Frequency.YEARLY, starts=day("2021-01-01"))
DOWN = replace(YEARLY, id="down", direction=Direction.LOWER)
FIGURES = "period,value,state\n2021,88,\n2022,93.1,\n2023,,missing\n2024,99,provisional\n"
SINCE = day("2025-01-01")


def records(indicator: str, *targets: dict[str, str]) -> dict[str, dict[str, Any]]:
    measure = {"indicator": indicator, "targets": [{"from": "2019-01-01", **one} for one in targets]}
    share = {"type": "share", "unit": "percent"}
    return {
        "commitment/citizens/answers": {"number": "1", "measures": [measure]},
        "indicator/letters": {**share, "direction": "higher"},
        **(
            {
                "indicator/down": {
                    **share,
                    "direction": "lower",
                    "lineage": {"from": ["letters"], "how": "turned_round"},
                }
            }
            if indicator == "down"
            else {}
        ),
    }


def found(
    before: dict[str, str],
    after: dict[str, str],
    indicator: Indicator = YEARLY,
    newer: str = "letters",
    since: str = "2025-01-01",
) -> Retrospect | None:
    series, problems = read_results(FIGURES, indicator)
    assert not problems
    known = publication((commitment(Measure("letters")),), (indicator, DOWN), (series,))
    change = change_of(records("letters", before), records(newer, after))
    return of_change(change, known, day("2025-06-01"), day(since))


def change_of(before: dict[str, dict[str, Any]], after: dict[str, dict[str, Any]]) -> Change:
    return next(one for one in changes(before, after, SINCE) if one.kind == "commitment")


@pytest.mark.parametrize(
    ("old", "new", "under_old", "under_new"),
    [
        ("90", "95", Says.HOLDS, Says.MISSES),
        ("90", "93.1", Says.HOLDS, Says.HOLDS),
        ("90", "93.2", Says.HOLDS, Says.MISSES),
        ("95", "94", Says.MISSES, Says.MISSES),
        ("95", "90", Says.MISSES, Says.HOLDS),
    ],
)
def test_the_last_settled_figure_is_held_against_both_targets(
    old: str, new: str, under_old: Says, under_new: Says
) -> None:
    """The figure of 2024 is provisional and that of 2023 is missing, so that of 2022 counts."""
    told = found({"at_least": old}, {"at_least": new})

    assert told is not None
    assert (told.period.label, told.figure.value) == ("2022", Fraction("93.1"))
    assert (told.under_old, told.under_new) == (under_old, under_new)


def test_only_what_was_known_before_the_change_counts() -> None:
    told = found({"at_least": "90"}, {"at_least": "95"}, since="2022-07-01")

    assert told is not None
    assert (told.period.label, told.under_old, told.under_new) == ("2021", Says.MISSES, Says.MISSES)


def test_a_narrow_miss_is_one() -> None:
    told = found({"at_least": "90"}, {"at_least": "95"}, replace(YEARLY, near=Tolerance(Decimal(2))))

    assert told is not None
    assert told.under_new is Says.NEAR


def test_of_a_measure_that_is_turned_round_the_figure_is_turned_too() -> None:
    """93.1 per cent up are 6.9 per cent down: within the old 10, beyond the new 5."""
    told = found({"at_least": "90"}, {"at_most": "5"}, newer="down")

    assert told is not None
    assert told.turned
    assert told.figure.value == Fraction("6.9")
    assert (told.under_old, told.under_new) == (Says.HOLDS, Says.MISSES)


def test_nothing_is_said_where_the_demands_cannot_be_compared() -> None:
    assert found({"at_least": "90"}, {"better_than": "previous"}) is None
    assert found({"at_least": "90"}, {"at_most": "95"}) is None


def test_nothing_is_said_without_a_figure() -> None:
    known = publication((commitment(Measure("letters")),), (YEARLY,))
    change = change_of(records("letters", {"at_least": "90"}), records("letters", {"at_least": "95"}))

    assert of_change(change, known, day("2025-06-01"), SINCE) is None


def test_nothing_is_said_where_the_base_was_narrowed() -> None:
    before, after = records("letters", {"at_least": "90"}), records("letters", {"at_least": "95"})
    after["indicator/letters"]["denominator"] = {"excludes": {"en": "Incomplete letters."}}
    series, _ = read_results(FIGURES, YEARLY)
    known = publication((commitment(Measure("letters")),), (YEARLY,), (series,))

    assert of_change(change_of(before, after), known, day("2025-06-01"), SINCE) is None


def test_it_is_said_in_whole_sentences() -> None:
    told = found({"at_least": "90"}, {"at_most": "5"}, newer="down")
    assert told is not None
    figures = Figures(reader("en", ("en",)), {}, PUBLISHER.year_starts, day("2025-06-01"))

    assert looking_back(told, figures, Unit("percent", 1), Unit("percent")) == (
        "The last figure, put the new way (2022): 6.9%.",
        "The target of that time (at least 90%) was met.",
        "The new target (at most 5%) would have been missed.",
    )
