"""Which release holds on a day: approved is not in force, and a day does not know what was decided after it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from charterkit.model.release import Act, ActKind, Approver, Portion, Release
from charterkit.periods import CALENDAR_YEAR, parse_period
from charterkit.rules.releases.states import ReleaseState, changed_portions, dated, in_force
from charterkit.text import Text
from factory import day

COUNCIL, DIRECTOR = Approver.COUNCIL, Approver.DIRECTOR
BODY = Text.of({"lt": "Taryba"})
RECORDS = {
    "charter/citizens": {"approvers": {"charter": "council", "standards": "director"}},
    "commitment/citizens/letters": {"id": "letters"},
}


def act(on: str, holds: str = "", kind: ActKind = ActKind.APPROVAL, by: Approver = COUNCIL) -> Act:
    return Act(kind, "", by, BODY, day(on), in_force=day(holds) if holds else None)


def release(version: str, *acts: Act, **records: dict[str, str]) -> Release:
    own = {**RECORDS, "commitment/citizens/letters": {"id": "letters", "promise": version}, **records}
    return Release("citizens", version, version, own, ("lt",), acts=acts)


FIRST = release("2019", act("2019-06-25", "2019-07-01"))
SECOND = release("2022", act("2021-12-16", "2022-01-01"))


def states(today: str, *releases: Release) -> list[ReleaseState]:
    return [one.state for one in dated(releases, day(today))]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2019-06-24", ["proposed", "proposed"]),
        ("2019-06-25", ["approved", "proposed"]),
        ("2019-07-01", ["in_force", "proposed"]),
        ("2021-12-15", ["in_force", "proposed"]),
        ("2021-12-31", ["in_force", "approved"]),
        ("2022-01-01", ["superseded", "in_force"]),
    ],
)
def test_the_state_of_two_releases_from_day_to_day(today: str, expected: list[str]) -> None:
    assert states(today, FIRST, SECOND) == expected


def test_the_release_in_force_is_the_one_whose_days_hold_the_day() -> None:
    found = dated((FIRST, SECOND), day("2025-01-01"))

    for on, version in (
        ("2019-06-30", None),
        ("2019-07-01", "2019"),
        ("2021-12-31", "2019"),
        ("2022-01-01", "2022"),
    ):
        holding = in_force(found, day(on))
        assert (holding.release.version if holding else None) == version
    assert found[0].until == day("2021-12-31")
    assert found[1].until is None


def test_every_approver_of_a_changed_part_must_have_acted() -> None:
    standards = {"standard/letters": {"id": "letters"}}
    alone = release("2022", act("2021-12-16", "2022-01-01"), **standards)
    both = replace(alone, acts=(*alone.acts, act("2021-12-20", "2022-02-01", by=DIRECTOR)))

    assert states("2022-03-01", FIRST, alone) == ["in_force", "proposed"]
    assert dated((FIRST, alone), day("2022-03-01"))[1].missing == (DIRECTOR,)
    assert states("2022-01-15", FIRST, both) == ["in_force", "approved"], "the later of the two days counts"
    assert states("2022-02-01", FIRST, both) == ["superseded", "in_force"]
    assert dated((FIRST, both), day("2022-03-01"))[1].approved == day("2021-12-20")


def test_a_part_that_did_not_change_needs_nobody() -> None:
    assert changed_portions(SECOND, FIRST) == {Portion.CHARTER}


def test_an_approval_without_a_day_waits_for_the_act_that_names_one() -> None:
    waiting = release("2022", act("2021-12-16"))
    entered = replace(
        waiting, acts=(*waiting.acts, act("2022-02-10", "2022-03-01", ActKind.ENTRY_INTO_FORCE))
    )

    assert states("2022-04-01", FIRST, waiting) == ["in_force", "approved"]
    assert states("2022-02-20", FIRST, entered) == ["in_force", "approved"]
    assert states("2022-03-01", FIRST, entered) == ["superseded", "in_force"]


@pytest.mark.parametrize(
    ("kind", "state"), [(ActKind.REJECTION, "rejected"), (ActKind.WITHDRAWAL, "withdrawn")]
)
def test_what_was_rejected_or_withdrawn_leaves_the_old_one_in_force(kind: ActKind, state: str) -> None:
    other = release("2022", act("2021-12-16", kind=kind))

    assert states("2022-06-01", FIRST, other) == ["in_force", state]


def test_a_repeal_ends_a_release_and_no_older_one_comes_back() -> None:
    repealed = replace(SECOND, acts=(*SECOND.acts, act("2023-05-01", "2023-06-01", ActKind.REPEAL)))

    assert states("2023-05-31", FIRST, repealed) == ["superseded", "in_force"]
    assert states("2023-06-01", FIRST, repealed) == ["superseded", "repealed"]
    assert in_force(dated((FIRST, repealed), day("2023-07-01")), day("2023-07-01")) is None


def test_a_release_that_takes_effect_earlier_than_one_approved_before_it_holds_in_between() -> None:
    late = release("2022", act("2021-12-16", "2023-01-01"))
    early = release("2022-1", act("2022-03-01", "2022-04-01"))
    found = dated((FIRST, late, early), day("2022-12-31"))

    assert [one.state for one in found] == ["superseded", "approved", "in_force"]


def old(of: str, holds: str = "", by: Approver | None = COUNCIL) -> Act:
    """An act that is recorded later, with as much of its days as its source tells."""
    days = [parse_period(one, CALENDAR_YEAR) if len(one) < 10 else day(one) for one in (of, holds) if one]
    found = (*days, None) if of else (None, *days)
    return replace(
        act("2000-01-01"), by=by, day=found[0], in_force=found[1] if len(found) > 1 else None, recorded=True
    )


def test_of_a_release_that_has_held_since_some_day_of_a_year_only_its_last_day_is_certain() -> None:
    first = release("2014", old("2014", "2014"))
    later = release("2019", old("2019-06-25", "2019-07-01"))
    (one,) = dated((first,), day("2014-12-31"))

    assert (one.since, one.approved, one.state) == (day("2014-12-31"), None, "in_force")
    assert one.since_in is not None
    assert one.since_in.label == "2014"
    assert in_force((one,), day("2014-12-30")) is None
    before, after = dated((first, later), day("2025-01-01"))
    assert (before.state, before.until, before.until_in) == ("superseded", day("2019-06-30"), None)
    assert (after.since_in, after.approved) == (None, day("2019-06-25"))


def test_a_text_that_is_known_to_hold_does_so_until_the_next_one_is_known_to() -> None:
    first = release("2009", old("2009-03-09", "2009-03-09"))
    before, after = dated((first, release("2014", old("", "2014-10"))), day("2020-01-01"))

    assert (before.until, after.since) == (day("2014-10-30"), day("2014-10-31"))
    assert before.until_in == after.since_in
    assert [in_force((before, after), day(on)) for on in ("2014-10-30", "2014-10-31")] == [before, after]


def test_an_old_release_without_any_day_never_holds_and_is_over_once_another_one_does() -> None:
    first = release("first", old("", by=None))
    alone = dated((first,), day("2020-01-01"))
    before, _ = dated((first, release("2019", old("2019-06-25", "2019-07-01"))), day("2020-01-01"))

    assert [(one.state, one.since, one.missing) for one in alone] == [("approved", None, ())]
    assert (before.state, before.since, before.until) == ("superseded", None, day("2019-06-30"))
    assert in_force((before,), day("2019-01-01")) is None
