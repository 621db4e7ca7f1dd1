"""Which promises a charter adopts, for whom they hold, and what cannot be adopted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from charterkit.model.charter import Adoption, Charter, Group
from charterkit.model.publication import Publication
from charterkit.rules.adoption import adopted_groups, adoptions, bound
from factory import WORDS, publication


def charter(id: str, *adopts: Adoption, covers: tuple[str, ...] = ()) -> Charter:
    """A charter of the town with two groups."""
    groups = (Group("general", WORDS), Group("others", WORDS))
    return Charter(id, WORDS, "town", groups, covers=covers, adopts=adopts, file=f"charters/{id}/charter.yml")


def records(*charters: Charter) -> Publication:
    """A publication of these charters."""
    return replace(publication((), ()), charters={one.id: one for one in charters})


def found(*charters: Charter) -> list[tuple[str, str, tuple[str | int, ...]]]:
    """What is wrong: the problem, the charter, and the place in it."""
    problems = adoptions(records(*charters))
    return [(one.id, one.spot.file.split("/")[1], one.spot.path) for one in problems]


CITY = charter("city")


@pytest.mark.parametrize(
    ("adoption", "expected"),
    [
        (Adoption("city"), (("city", "general"), ("city", "others"))),
        (Adoption("city", ("others",)), (("city", "others"),)),
        (Adoption("city", ("lost",)), ()),
        (Adoption("lost"), ()),
        (Adoption("library"), ()),
    ],
)
def test_a_charter_adopts_the_groups_it_names_or_all(
    adoption: Adoption, expected: tuple[tuple[str, str], ...]
) -> None:
    library = charter("library", adoption)

    assert adopted_groups(library, records(CITY, library).charters) == expected


def test_what_was_adopted_is_not_handed_on() -> None:
    library, branch = charter("library", Adoption("city")), charter("branch", Adoption("library"))
    found = adopted_groups(branch, records(CITY, library, branch).charters)

    assert found == (("library", "general"), ("library", "others"))


def test_a_group_is_adopted_once_however_often_it_is_named() -> None:
    library = charter("library", Adoption("city", ("others",)), Adoption("city"))

    assert adopted_groups(library, records(CITY, library).charters) == (
        ("city", "others"),
        ("city", "general"),
    )


def test_adopted_promises_bind_the_bodies_covered_or_else_the_publisher() -> None:
    assert bound(charter("library", covers=("library", "branch"))) == ("library", "branch")
    assert bound(charter("library")) == ("town",)


def test_honest_adoptions_are_no_problem() -> None:
    library = charter("library", Adoption("city", ("general",)), Adoption("city", ("others",)))

    assert found(CITY, library, charter("branch", Adoption("library"), Adoption("city"))) == []


def test_nobody_adopts_himself() -> None:
    assert found(charter("city", Adoption("city"))) == [("adoption-itself", "city", ("adopts", 0, "charter"))]


def test_a_circle_is_found_in_every_charter_of_it_and_in_no_other() -> None:
    circle = (charter("a", Adoption("b")), charter("b", Adoption("c")), charter("c", Adoption("a")))
    outside = charter("outside", Adoption("city"), Adoption("a"))

    assert found(CITY, *circle, outside) == [
        ("adoption-circle", id, ("adopts", 0, "charter")) for id in ("a", "b", "c")
    ]


@pytest.mark.parametrize(
    ("second", "places"),
    [
        (Adoption("city"), [("adopts", 1, "charter")]),
        (Adoption("city", ("others",)), []),
        (Adoption("city", ("others", "general")), [("adopts", 1, "groups", 1)]),
        (Adoption("lost"), []),
    ],
)
def test_a_group_that_is_adopted_twice_is_named_where_it_comes_again(
    second: Adoption, places: list[tuple[str | int, ...]]
) -> None:
    library = charter("library", Adoption("city", ("general",)), second)

    assert [(id, path) for id, _, path in found(CITY, library)] == [
        ("adoption-twice", path) for path in places
    ]


def test_adopting_everything_again_is_one_mistake_and_not_one_a_group() -> None:
    library = charter("library", Adoption("city"), Adoption("city"))

    assert found(CITY, library) == [("adoption-twice", "library", ("adopts", 1, "charter"))]
