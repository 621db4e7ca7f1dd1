"""Writing: whole or not at all, and never over what is not ours."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from charterkit import files
from charterkit.files import (
    PublishRefused,
    Refusal,
    inside,
    is_safe_name,
    remove_leftovers,
    swap_folder,
    write_atomic,
    write_into_own,
    write_new_files,
    write_new_folder,
)

MARKER = ".built"
on_posix = pytest.mark.skipif(os.name == "nt", reason="permissions and links as on POSIX")


def make_site(folder: Path, words: str) -> Path:
    (folder / "en" / "deep").mkdir(parents=True)
    (folder / MARKER).write_text("", encoding="utf-8")
    (folder / "en" / "deep" / "index.html").write_text(words, encoding="utf-8")
    return folder


def words_of(folder: Path) -> str:
    return (folder / "en" / "deep" / "index.html").read_text(encoding="utf-8")


def names_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def fail_at(monkeypatch: pytest.MonkeyPatch, *calls: int, error: type[BaseException] = OSError) -> None:
    """Let the calls of os.replace with these numbers (from 1) fail, as if disk or user had stopped them."""
    real, count = os.replace, 0

    def replace(source: Path, target: Path) -> None:
        nonlocal count
        count += 1
        if count in calls:
            raise error("stopped")
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    target = tmp_path / "a" / "b" / "c.txt"

    write_atomic(target, b"one\r\n\x00")

    assert target.read_bytes() == b"one\r\n\x00"
    assert names_in(target.parent) == ["c.txt"]


@on_posix
def test_a_new_file_follows_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomic(tmp_path / "a", b"")
    finally:
        os.umask(before)

    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


@on_posix
def test_an_old_file_keeps_its_permissions(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(0o664)

    write_atomic(tmp_path / "a", b"new")

    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o664


@on_posix
def test_a_symbolic_link_is_replaced_and_its_file_left_alone(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"old")
    (tmp_path / "a").symlink_to(tmp_path / "elsewhere")

    write_atomic(tmp_path / "a", b"new")

    assert (tmp_path / "elsewhere").read_bytes() == b"old"
    assert (tmp_path / "a").read_bytes() == b"new"


@pytest.mark.parametrize("step", ["replace", "fsync"])
@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_a_write_that_fails_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: type[BaseException]
) -> None:
    (tmp_path / "a").write_bytes(b"old")

    def stop(*_: object) -> None:
        raise error("stopped")

    monkeypatch.setattr(os, step, stop)

    with pytest.raises(error):
        write_atomic(tmp_path / "a", b"new")

    assert names_in(tmp_path) == ["a"]
    assert (tmp_path / "a").read_bytes() == b"old"


def test_a_locked_file_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_PAUSES", (0.0, 0.0))
    fail_at(monkeypatch, 1, 2, error=PermissionError)

    write_atomic(tmp_path / "a", b"new")

    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_file_that_stays_locked_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_PAUSES", (0.0, 0.0))
    fail_at(monkeypatch, 1, 2, 3, error=PermissionError)

    with pytest.raises(PermissionError):
        write_atomic(tmp_path / "a", b"new")

    assert names_in(tmp_path) == []


def no_target(target: Path) -> None:
    target.parent.mkdir(exist_ok=True)


def empty_target(target: Path) -> None:
    target.mkdir()


def built_target(target: Path) -> None:
    make_site(target, "old")


def built_target_and_leftover(target: Path) -> None:
    make_site(target, "old")
    make_site(target.with_name("site.old"), "older")


@pytest.mark.parametrize("prepare", [no_target, empty_target, built_target, built_target_and_leftover])
def test_a_site_is_published(tmp_path: Path, prepare: Callable[[Path], None]) -> None:
    prepare(tmp_path / "site")
    make_site(tmp_path / "site.next", "new")

    swap_folder(tmp_path / "site.next", tmp_path / "site", marker=MARKER)

    assert words_of(tmp_path / "site") == "new"
    assert names_in(tmp_path) == ["site"]


@pytest.mark.parametrize("step", [1, 2])
@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_a_swap_that_fails_at_any_step_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int, error: type[BaseException]
) -> None:
    make_site(tmp_path / "site", "old")
    make_site(tmp_path / "site.next", "new")
    fail_at(monkeypatch, step, error=error)

    with pytest.raises(error):
        swap_folder(tmp_path / "site.next", tmp_path / "site", marker=MARKER)

    assert words_of(tmp_path / "site") == "old"
    assert names_in(tmp_path) == ["site", "site.next"]


def test_a_swap_killed_between_its_steps_is_mended_by_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_site(tmp_path / "site", "old")
    make_site(tmp_path / "site.next", "new")
    with monkeypatch.context() as patch:
        fail_at(patch, 2, 3, error=KeyboardInterrupt)
        with pytest.raises(KeyboardInterrupt):
            swap_folder(tmp_path / "site.next", tmp_path / "site", marker=MARKER)
    assert names_in(tmp_path) == ["site.next", "site.old"]

    fail_at(monkeypatch, 3)
    with pytest.raises(OSError, match="stopped"):
        swap_folder(tmp_path / "site.next", tmp_path / "site", marker=MARKER)

    assert words_of(tmp_path / "site") == "old"
    assert names_in(tmp_path) == ["site", "site.next"]


def own_folder(target: Path) -> None:
    target.mkdir()
    (target / "thesis.doc").write_bytes(b"mine")


def own_file(target: Path) -> None:
    target.write_bytes(b"mine")


def repository(target: Path) -> None:
    make_site(target, "old")
    (target / ".git").mkdir()


def own_backup(target: Path) -> None:
    make_site(target, "old")
    own_folder(target.with_name("site.old"))


@pytest.mark.parametrize(
    ("prepare", "reason", "name"),
    [
        (own_folder, Refusal.FOREIGN_FOLDER, "site"),
        (own_file, Refusal.NOT_A_FOLDER, "site"),
        (repository, Refusal.FOREIGN_FOLDER, "site"),
        (own_backup, Refusal.FOREIGN_FOLDER, "site.old"),
    ],
)
def test_what_is_not_ours_is_never_replaced(
    tmp_path: Path, prepare: Callable[[Path], None], reason: Refusal, name: str
) -> None:
    prepare(tmp_path / "site")
    make_site(tmp_path / "site.next", "new")
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(PublishRefused) as refused:
        swap_folder(tmp_path / "site.next", tmp_path / "site", marker=MARKER)

    assert (refused.value.reason, refused.value.path.name) == (reason, name)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(("new", "target"), [("a", "a"), ("a/b", "a"), ("a", "a/b"), ("a", "a/../a/c/d")])
def test_a_site_is_not_published_into_itself(tmp_path: Path, new: str, target: str) -> None:
    make_site(tmp_path / new, "new")

    with pytest.raises(PublishRefused) as refused:
        swap_folder(tmp_path / new, tmp_path / target, marker=MARKER)

    assert refused.value.reason is Refusal.NESTED
    assert words_of(tmp_path / new) == "new"


def test_a_folder_without_the_marker_is_not_published(tmp_path: Path) -> None:
    (tmp_path / "site.next").mkdir()

    with pytest.raises(PublishRefused) as refused:
        swap_folder(tmp_path / "site.next", tmp_path / "site", marker=MARKER)

    assert refused.value.reason is Refusal.NOT_BUILT


@on_posix
def test_a_target_behind_a_link_is_published_where_the_link_leads(tmp_path: Path) -> None:
    make_site(tmp_path / "www", "old")
    (tmp_path / "site").symlink_to(tmp_path / "www", target_is_directory=True)
    make_site(tmp_path / "site.next", "new")

    swap_folder(tmp_path / "site.next", tmp_path / "site", marker=MARKER)

    assert words_of(tmp_path / "www") == "new"
    assert (tmp_path / "site").is_symlink()


@on_posix
def test_removing_the_old_site_does_not_follow_its_links(tmp_path: Path) -> None:
    own_folder(tmp_path / "mine")
    make_site(tmp_path / "site", "old")
    (tmp_path / "site" / "link").symlink_to(tmp_path / "mine", target_is_directory=True)
    make_site(tmp_path / "site.next", "new")

    swap_folder(tmp_path / "site.next", tmp_path / "site", marker=MARKER)

    assert names_in(tmp_path / "mine") == ["thesis.doc"]
    assert names_in(tmp_path) == ["mine", "site"]


def test_an_old_site_in_use_stays_recognisable_and_goes_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_site(tmp_path / "site", "old")
    make_site(tmp_path / "site.next", "new")
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)
        swap_folder(tmp_path / "site.next", tmp_path / "site", marker=MARKER)
    assert names_in(tmp_path / "site.old") == [MARKER, "en"]

    remove_leftovers(tmp_path / "site", marker=MARKER)

    assert words_of(tmp_path / "site") == "new"
    assert names_in(tmp_path) == ["site"]


def test_leftovers_of_a_build_are_cleared_away(tmp_path: Path) -> None:
    make_site(tmp_path / "site", "good")
    make_site(tmp_path / "site.next", "half")
    (tmp_path / "site.old").mkdir()

    remove_leftovers(tmp_path / "site", marker=MARKER)

    assert names_in(tmp_path) == ["site"]
    assert words_of(tmp_path / "site") == "good"


def test_the_last_good_site_is_put_back(tmp_path: Path) -> None:
    make_site(tmp_path / "site.old", "good")

    remove_leftovers(tmp_path / "site", marker=MARKER)

    assert names_in(tmp_path) == ["site"]
    assert words_of(tmp_path / "site") == "good"


@pytest.mark.parametrize("ending", [".next", ".old"])
@pytest.mark.parametrize("prepare", [own_folder, own_file, repository])
def test_leftovers_that_are_not_ours_stay(
    tmp_path: Path, ending: str, prepare: Callable[[Path], None]
) -> None:
    prepare(tmp_path / f"site{ending}")
    before = sorted(tmp_path.rglob("*"))

    remove_leftovers(tmp_path / "site", marker=MARKER)

    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    "name",
    [
        "index.html",
        "answer-letters.yml",
        ".gitignore",
        "raštai.csv",
        "писма",
        "console",
        "com10",
        "auxiliary.txt",
    ],
)
def test_a_common_name_is_safe(name: str) -> None:
    assert is_safe_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "", ".", "..", "CON", "con", "Prn.txt", "aux.tar.gz", "NUL", "COM1", "com9.yml",
        "LPT1", "lpt9", "CON .txt", "COM¹", "conin$", "a.", "a ", "a/b", "a\\b", "a:b", "C:", "a*",
        "a?", 'a"', "a<", "a>",
        "a|", "a\nb", "a\x00", "a\x7f", "a\u202eb", "a\u200bb", "\ud800", "a" * 256, "ą" * 128,
    ],
)  # fmt: skip
def test_a_name_that_some_system_refuses_or_disguises_is_not_safe(name: str) -> None:
    assert not is_safe_name(name)


@pytest.mark.parametrize(
    ("path", "expected"),
    [("root", True), ("root/a/b", True), ("root/../root/a", True), ("root/..", False), ("rooted/a", False)],
)
def test_inside_follows_dots(tmp_path: Path, path: str, expected: bool) -> None:
    assert inside(tmp_path / "root", tmp_path / path) is expected


@on_posix
def test_inside_follows_links(tmp_path: Path) -> None:
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "out").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "in").symlink_to(tmp_path / "root", target_is_directory=True)

    assert not inside(tmp_path / "root", tmp_path / "root" / "out" / "x")
    assert inside(tmp_path / "root", tmp_path / "in" / "x")


@on_posix
def test_nothing_is_inside_a_circle_of_links(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")

    assert not inside(tmp_path / "root", tmp_path / "a" / "x")
    assert not inside(tmp_path, Path("a\x00b"))


def test_new_files_are_written_all_or_none(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/there.yml").write_bytes(b"old")
    (tmp_path / "b").write_bytes(b"a file where a folder should be")

    with pytest.raises(FileExistsError, match=r"there\.yml"):
        write_new_files(tmp_path, {"a/new.yml": b"1", "a/there.yml": b"2"})
    with pytest.raises(OSError, match="b"):
        write_new_files(tmp_path, {"a/new.yml": b"1", "c/d/new.yml": b"2", "b/new.yml": b"3"})

    assert names_in(tmp_path) == ["a", "b"]
    assert names_in(tmp_path / "a") == ["there.yml"]
    assert (tmp_path / "a/there.yml").read_bytes() == b"old"


def test_a_new_folder_is_there_whole(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/mine").write_bytes(b"mine")

    write_new_folder(tmp_path / "x/new", {"a.txt": b"1", "b/c.txt": b"2"})
    write_new_folder(tmp_path / "kept", {"a.txt": b"1", "b/c.txt": b"2"})

    assert names_in(tmp_path / "x/new") == ["a.txt", "b"]
    assert names_in(tmp_path / "kept") == ["a.txt", "b", "mine"]
    assert (tmp_path / "kept/b/c.txt").read_bytes() == b"2"
    assert names_in(tmp_path) == ["kept", "x"]


@pytest.mark.parametrize("call", [1, 2, 3, 4])
def test_a_new_folder_that_fails_leaves_nothing_of_itself(
    call: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/mine").write_bytes(b"mine")
    fail_at(monkeypatch, call)

    with pytest.raises(OSError, match="stopped"):
        write_new_folder(tmp_path / "kept", {"a.txt": b"1", "b/c.txt": b"2"})

    assert names_in(tmp_path) == ["kept"]
    assert names_in(tmp_path / "kept") == ["mine"]


def test_a_new_folder_never_takes_the_place_of_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/there.yml").write_bytes(b"old")

    with pytest.raises(FileExistsError, match=r"there\.yml"):
        write_new_folder(tmp_path / "a", {"new.yml": b"1", "there.yml": b"2"})

    assert names_in(tmp_path) == ["a"]
    assert names_in(tmp_path / "a") == ["there.yml"]
    assert (tmp_path / "a/there.yml").read_bytes() == b"old"


def test_files_go_into_a_folder_of_our_own_and_leave_the_others_there(tmp_path: Path) -> None:
    folder = tmp_path / "sheets"
    write_into_own(folder, {MARKER: b"ours", "en/one.pdf": b"1", "en/two.pdf": b"2"}, marker=MARKER)
    write_into_own(folder, {MARKER: b"ours", "en/one.pdf": b"new"}, marker=MARKER)

    assert (folder / "en/one.pdf").read_bytes() == b"new"
    assert (folder / "en/two.pdf").read_bytes() == b"2"
    assert names_in(folder) == [MARKER, "en"]


def test_a_folder_without_our_mark_and_a_file_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")

    for place, reason in ((tmp_path, Refusal.FOREIGN_FOLDER), (tmp_path / "mine.txt", Refusal.NOT_A_FOLDER)):
        with pytest.raises(PublishRefused) as caught:
            write_into_own(place, {MARKER: b"ours"}, marker=MARKER)
        assert caught.value.reason is reason
    assert names_in(tmp_path) == ["mine.txt"]
