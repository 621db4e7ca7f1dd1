"""A folder goes in, a publication and every problem come out: nothing raises, and no bad file hides another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterkit.data.load import Loader, load
from charterkit.problems import Level, blocks

PUBLISHER = "charters/publisher.yml"
CHARTER = "charters/citizens/charter.yml"
LETTERS = "charters/citizens/commitments/answer-letters.yml"
CALLS = "charters/citizens/commitments/answer-calls.yml"
INDICATOR = "standards/indicators/letters-answered-in-time.yml"
RESULTS = "charters/results/letters-answered-in-time.csv"

Edit = Callable[[Path, str, str], None]


def ids(root: Path) -> list[tuple[str, str]]:
    return [(one.spot.file, one.id) for one in load(root).problems if one.level is not Level.ADVICE]


def test_the_demonstration_is_read_whole(repository: Path) -> None:
    loaded = load(repository)

    assert loaded.publication is not None
    assert not loaded.problems
    assert set(loaded.publication.series) == set(loaded.publication.indicators)
    assert loaded.files == sum(
        1 for folder in ("charters", "standards") for _ in _records(repository / folder)
    )


def _records(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*") if path.suffix in (".yml", ".csv", ".md"))
    return [path for path in found if "releases" not in path.parts]


def test_every_record_knows_its_file_and_its_place(repository: Path) -> None:
    publication = load(repository).publication
    assert publication is not None
    letters = publication.commitments["citizens/answer-letters"]

    assert (letters.charter, letters.file) == ("citizens", LETTERS)
    assert publication.indicators["letters-answered-in-time"].file == INDICATOR
    assert {one.family.value for one in publication.standards.values()} == {"quality", "conduct"}
    assert all((repository / one.file).is_file() for one in publication.standards.values())


def test_commitments_come_in_the_order_in_which_people_count(municipality: Path, edit: Edit) -> None:
    edit(municipality / LETTERS, 'number: "', 'number: "2.10.')
    publication = load(municipality).publication
    assert publication is not None
    numbers = [one.number for one in publication.commitments_of("citizens")]

    assert numbers == sorted(numbers, key=lambda number: [int(part) for part in number.split(".")])
    assert numbers.index("2.2") < next(index for index, one in enumerate(numbers) if one.startswith("2.10"))


def test_a_letter_in_a_number_comes_after_the_number_without_it(municipality: Path, edit: Edit) -> None:
    edit(municipality / CALLS, 'number: "1.2"', 'number: "1.1a"')
    publication = load(municipality).publication
    assert publication is not None
    numbers = [one.number for one in publication.commitments_of("citizens")]

    assert numbers[:3] == ["1.1", "1.1a", "1.3"]


@pytest.mark.parametrize("file", [CHARTER, LETTERS, INDICATOR, RESULTS, "standards/methodology.yml"])
@pytest.mark.parametrize(
    "raw", [b"", b"a: [", b"\xff", b"- 1\n- 2\n", b"kind: charter\n", b"\x00", b"a: &a [*a]\n"]
)
def test_a_file_that_cannot_be_read_hides_no_other(municipality: Path, file: str, raw: bytes) -> None:
    (municipality / file).write_bytes(raw)
    (municipality / CALLS).write_bytes(b"kind: commitment\n")
    loaded = load(municipality)

    assert {file, CALLS} <= {one.spot.file for one in loaded.problems}
    assert blocks(loaded.problems)
    assert loaded.publication is not None
    assert "citizens/council-online" in loaded.publication.commitments


def test_without_a_readable_publisher_there_is_nothing_to_publish(municipality: Path) -> None:
    (municipality / PUBLISHER).write_text("kind: publisher\n", encoding="utf-8")
    (municipality / LETTERS).write_text("kind: commitment\n", encoding="utf-8")
    loaded = load(municipality)

    assert loaded.publication is None
    assert {PUBLISHER, LETTERS} <= {one.spot.file for one in loaded.problems}


@pytest.mark.parametrize("exists", [False, True])
def test_an_empty_folder_lacks_a_publisher_and_a_charter(tmp_path: Path, exists: bool) -> None:
    root = tmp_path / "town"
    if exists:
        root.mkdir()

    assert load(root).publication is None
    assert {"publisher-missing", "charter-missing"} <= {id for _, id in ids(root)}


def test_an_id_that_is_not_the_name_of_the_file_is_told(municipality: Path, edit: Edit) -> None:
    edit(municipality / LETTERS, "id: answer-letters", "id: answer-all-letters")

    assert (LETTERS, "id-not-file-name") in ids(municipality)


@pytest.mark.parametrize("id", ["results", "versions"])
def test_no_charter_may_take_an_address_that_is_taken(municipality: Path, edit: Edit, id: str) -> None:
    (municipality / "charters/citizens").rename(municipality / f"charters/{id}-of-all")
    edit(municipality / f"charters/{id}-of-all/charter.yml", "id: citizens", f"id: {id}")

    assert (f"charters/{id}-of-all/charter.yml", "id-reserved") in ids(municipality)


@pytest.mark.parametrize("id", ["about", "badges", "consultation", "results", "versions"])
def test_no_promise_may_take_the_address_of_a_page_of_its_charter(
    municipality: Path, edit: Edit, id: str
) -> None:
    moved = f"charters/citizens/commitments/{id}.yml"
    (municipality / LETTERS).rename(municipality / moved)
    edit(municipality / moved, "id: answer-letters", f"id: {id}")

    assert (moved, "id-reserved") in ids(municipality)


@pytest.mark.parametrize("id", ["bodies", "charters", "fields", "periods", "years"])
def test_no_indicator_may_take_the_address_of_a_results_board(
    municipality: Path, edit: Edit, id: str
) -> None:
    moved = f"standards/indicators/{id}.yml"
    (municipality / "standards/indicators/letters-answered-in-time.yml").rename(municipality / moved)
    edit(municipality / moved, "id: letters-answered-in-time", f"id: {id}")

    assert (moved, "id-reserved") in ids(municipality)


def test_no_body_and_no_group_may_be_called_like_a_device(municipality: Path, edit: Edit) -> None:
    edit(municipality / "charters/publisher.yml", "- id: council", "- id: con")
    edit(municipality / "charters/citizens/charter.yml", "- id: general", "- id: lpt1")

    found = ids(municipality)
    assert ("charters/publisher.yml", "id-device") in found
    assert ("charters/citizens/charter.yml", "id-device") in found


def test_an_id_may_stand_in_one_of_the_folders_of_standards_only(municipality: Path, edit: Edit) -> None:
    twin = municipality / "standards/conduct/telephone.yml"
    twin.write_bytes((municipality / "standards/quality/telephone.yml").read_bytes())

    assert [id for _, id in ids(municipality)] == ["id-twice"]


def test_a_target_with_two_demands_or_none_is_a_problem(municipality: Path, edit: Edit) -> None:
    edit(municipality / LETTERS, "at_least: 90", "at_least: 90\n        at_most: 95")

    assert (LETTERS, "target-form") in ids(municipality)


def test_words_in_a_language_that_is_not_published_are_a_problem(municipality: Path) -> None:
    stray = "charters/results/letters-answered-in-time.de.csv"
    (municipality / stray).write_text("period,note\n", encoding="utf-8")

    assert (stray, "words-language") in ids(municipality)


def test_results_wait_for_an_indicator_that_cannot_be_read(municipality: Path) -> None:
    (municipality / INDICATOR).write_text("kind: indicator\n", encoding="utf-8")
    (municipality / RESULTS).write_text("nonsense\n", encoding="utf-8")
    loaded = load(municipality)

    assert {one.spot.file for one in loaded.problems} == {INDICATOR}
    assert "letters-answered-in-time" in loaded.known.of_kind("indicator")


def test_a_second_look_sees_what_changed_and_forgets_what_was_mended(municipality: Path, edit: Edit) -> None:
    loader = Loader(municipality)
    before = loader.load()
    edit(municipality / LETTERS, "number:", "nummer:")
    edit(municipality / RESULTS, "period,", "perod,")
    broken = loader.load()
    edit(municipality / LETTERS, "nummer:", "number:")
    edit(municipality / RESULTS, "perod,", "period,")
    mended = loader.load()

    assert {one.id for one in broken.problems} == {
        "field-unknown",
        "field-missing",
        "csv-column",
        "csv-column-missing",
    }
    assert mended.problems == before.problems == ()
    assert mended.publication == before.publication


def test_a_second_look_notices_new_and_removed_files(municipality: Path) -> None:
    loader = Loader(municipality)
    loader.load()
    (municipality / CALLS).unlink()
    (municipality / "charters/citizens/stray.txt").write_text("?", encoding="utf-8")
    loaded = loader.load()

    assert loaded.publication is not None
    assert "citizens/answer-calls" not in loaded.publication.commitments
    assert [one.id for one in loaded.problems] == ["file-unused"]


def test_loading_is_the_same_every_time(repository: Path) -> None:
    assert load(repository).publication == load(repository).publication
