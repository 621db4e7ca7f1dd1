"""What follows from a programme: where each deliverable stands, who said what, and that counts are those of bodies."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charterkit.model.programme import (
    Answer,
    Deliverable,
    Delivery,
    Invitation,
    Mark,
    Option,
    Programme,
    Register,
    Reply,
    Wave,
    WaveDue,
)
from charterkit.model.publication import Publication
from charterkit.model.publisher import Body, BodyType, GovernmentLevel, Publisher
from charterkit.rules.quality.progress import (
    Choice,
    ItemState,
    Progress,
    Said,
    choice,
    item_state,
    items_of,
    levels,
    progress,
    states,
)
from charterkit.text import NO_TEXT, Text

TODAY = date(2026, 5, 20)
NAME = Text.of({"en": "A name"})
PROGRAMME = Programme(
    "together",
    NAME,
    "ministry",
    invitation=Invitation(options=(Option("caf", NAME), Option("surveys", NAME))),
    deliverables=(Deliverable("report", NAME), Deliverable("plan", NAME)),
    waves=(
        Wave("first", NAME, date(2026, 1, 1), date(2026, 6, 30), due=(WaveDue("report", date(2026, 4, 30)),)),
        Wave("second", NAME, date(2026, 7, 1), date(2026, 12, 31)),
    ),
)
YES, NO, ALREADY = Answer.YES, Answer.NO, Answer.ALREADY


def day(offset: int) -> date:
    return TODAY + timedelta(days=offset)


def told(delivered: int | None = None, mark: Mark = Mark.NOTHING) -> Delivery:
    return Delivery("lake", "report", delivered=None if delivered is None else day(delivered), mark=mark)


@pytest.mark.parametrize(
    ("delivery", "due", "expected"),
    [
        (told(), 31, ItemState.NOT_DUE),
        (told(), 30, ItemState.DUE),
        (told(), 0, ItemState.DUE),
        (told(), -1, ItemState.LATE),
        (told(), None, ItemState.NOT_STATED),
        (told(0), -1, ItemState.DELIVERED),
        (told(-5), None, ItemState.DELIVERED),
        # What lies ahead has not happened yet.
        (told(1), -1, ItemState.LATE),
        (told(mark=Mark.DELIVERED), -1, ItemState.DELIVERED),
        (told(mark=Mark.DROPPED), -1, ItemState.DROPPED),
        (told(mark=Mark.NOT_STATED), -1, ItemState.NOT_STATED),
    ],
)
def test_where_a_deliverable_stands(delivery: Delivery, due: int | None, expected: ItemState) -> None:
    assert item_state(delivery, None if due is None else day(due), TODAY) is expected


@pytest.mark.parametrize(
    ("answered", "answers", "expected"),
    [
        (True, {"caf": YES, "surveys": NO}, Choice(Said.JOINS, ("caf",))),
        (True, {"caf": YES, "surveys": YES}, Choice(Said.JOINS, ("caf", "surveys"))),
        (True, {"surveys": YES, "caf": ALREADY}, Choice(Said.JOINS, ("surveys",))),
        (True, {"caf": ALREADY, "surveys": NO}, Choice(Said.ALREADY)),
        (True, {"caf": NO, "surveys": NO}, Choice(Said.NO)),
        # No to the one and nothing about the other is not a no.
        (True, {"caf": NO}, Choice(Said.UNCLEAR)),
        (True, {}, Choice(Said.UNCLEAR)),
        (False, {"caf": NO, "surveys": NO}, Choice(Said.NO)),
        (False, {}, Choice(Said.SILENT)),
    ],
)
def test_what_a_body_said(answered: bool, answers: dict[str, Answer], expected: Choice) -> None:
    reply = Reply("lake", TODAY if answered else None, tuple(answers.items()))

    assert choice(PROGRAMME, reply) == expected


def publication(replies: tuple[Reply, ...], deliveries: tuple[Delivery, ...] = ()) -> Publication:
    place = (GovernmentLevel.LOCAL, GovernmentLevel.REGIONAL, GovernmentLevel.NATIONAL, None)
    bodies = tuple(
        Body(id, BodyType.OTHER, NAME, level=place[index % 4])
        for index, id in enumerate(dict.fromkeys(one.body for one in replies))
    )
    return Publication(
        Publisher(NAME, ("en",), bodies, "Europe/Ljubljana"),
        {},
        {},
        {},
        {},
        programmes={"together": PROGRAMME},
        registers={"together": Register("together", replies, deliveries)},
    )


def test_who_is_behind_and_by_how_many_days() -> None:
    replies = tuple(Reply(id, TODAY, (("caf", YES),), "first") for id in ("lake", "hill", "wood"))
    deliveries = (
        Delivery("hill", "report", due=date(2026, 5, 10)),
        Delivery("wood", "report", delivered=date(2026, 5, 2)),
    )
    found = progress(publication(replies, deliveries), "together", TODAY)

    assert [(one.body, one.late[0].days_late) for one in found.behind] == [("lake", 20), ("hill", 10)]
    assert [item.days_late for item in found.by_body["wood"].items] == [2, 0]
    assert found.by_body["wood"].items[0].state is ItemState.DELIVERED


def test_a_body_with_two_lines_is_counted_once() -> None:
    replies = (Reply("lake", TODAY, (("caf", YES),), "first"), Reply("lake", TODAY, (("caf", NO),), "second"))
    found = progress(publication(replies), "together", TODAY)

    assert [one.body for one in found.joined] == ["lake"]
    assert found.of_wave("second") == ()


REPLIES = st.lists(
    st.builds(
        Reply,
        st.sampled_from([f"body-{number}" for number in range(12)]),
        st.none() | st.just(TODAY),
        st.dictionaries(st.sampled_from(["caf", "surveys"]), st.sampled_from(list(Answer))).map(
            lambda answers: tuple(answers.items())
        ),
        st.sampled_from(["", "first", "second"]),
    ),
    max_size=20,
).map(tuple)
DELIVERIES = st.lists(
    st.builds(
        Delivery,
        st.sampled_from([f"body-{number}" for number in range(12)]),
        st.sampled_from(["report", "plan"]),
        st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)),
        st.none() | st.dates(date(2026, 1, 1), TODAY),
        st.sampled_from(list(Mark)),
        st.just(NO_TEXT),
    ),
    max_size=20,
).map(tuple)


def bodies_of(found: Progress) -> list[str]:
    return sorted(one.body for one in found.members)


@given(REPLIES, DELIVERIES)
def test_every_count_is_the_sum_of_its_bodies(
    replies: tuple[Reply, ...], deliveries: tuple[Delivery, ...]
) -> None:
    there = publication(replies, deliveries)
    found = progress(there, "together", TODAY)

    for parts in (
        (found.answered, found.silent),
        found.choices.values(),
        found.answers_to("caf").values(),
        levels(there, found.members).values(),
    ):
        assert sorted(one.body for one in chain.from_iterable(parts)) == bodies_of(found)
    assert sum(len(found.of_wave(wave.id)) for wave in PROGRAMME.waves) == len(found.joined)
    items = items_of(found.joined)
    assert sum(map(len, states(items).values())) == len(items) == 2 * len(found.joined)
    assert len(states(items)[ItemState.LATE]) == sum(len(one.late) for one in found.behind)
