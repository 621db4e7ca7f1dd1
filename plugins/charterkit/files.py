"""Writing to disk: whole files and whole sites, so that a reader never meets a half-written one.

Nothing else in the package writes. A folder is replaced or removed only if it holds the marker, a file that
every site built by this package carries: a folder of the user's own is never touched.
"""

import errno
import os
import re
import secrets
import shutil
import stat
import time
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum
from glob import escape
from pathlib import Path

_NEW_FILE_MODE = 0o644
# Windows refuses to rename what a virus scanner or a browser has open; a moment later it usually agrees.
_PAUSES: tuple[float, ...] = (0.05, 0.1, 0.2, 0.4, 0.8) if os.name == "nt" else ()
_DEVICE = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])", re.IGNORECASE)
_MAX_NAME_BYTES = 255


class Refusal(StrEnum):
    """Why a site was not published.

    NOT_BUILT: the new folder is missing or has no marker. NESTED: one of the two folders lies in the other.
    NOT_A_FOLDER: a file stands at the target. FOREIGN_FOLDER: a folder that this package did not make stands
    there, or one with a `.git` of its own.
    """

    NOT_BUILT = "not_built"
    NESTED = "nested"
    NOT_A_FOLDER = "not_a_folder"
    FOREIGN_FOLDER = "foreign_folder"


class PublishRefused(Exception):
    """A site cannot be published at `path`, for `reason`; nothing on disk was changed."""

    def __init__(self, reason: Refusal, path: Path) -> None:
        super().__init__(f"{reason}: {path}")
        self.reason = reason
        self.path = path


def write_atomic(path: Path, data: bytes) -> None:
    """Put `data` at `path`: at every moment the file there is the old one or the new one, whole.

    Missing folders are made. A file that exists keeps its permissions; a symbolic link is replaced, not
    followed. Raises OSError, and then leaves the old file and no litter.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.parent / f".{secrets.token_hex(8)}.tmp"
    try:
        _write_new(temporary, data)
        if path.is_file():
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        _move(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _write_new(path: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, _NEW_FILE_MODE), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _move(source: Path, target: Path) -> None:
    for pause in _PAUSES:
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    source.replace(target)


def write_new_files(root: Path, files: Mapping[str, bytes]) -> None:
    """Put new files below `root`, all of them or none; `files` gives the bytes by path, with `/` between its parts.

    Raises FileExistsError (its `filename` says which) where a file stands in the way, and OSError where the disk
    does not obey; what was written until then, folders too, is gone again.
    """
    for name in files:
        if os.path.lexists(root / name):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), name)
    made: list[Path] = []
    try:
        for name, data in files.items():
            path = root / name
            made += [folder for folder in reversed(path.parents) if not folder.exists()]
            write_atomic(path, data)
            made.append(path)
    except BaseException:
        _unmake(made)
        raise


def write_new_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder `target` with these files, whole or not at all: it is written beside and then moved there.

    A folder that is there already keeps what it holds; nothing in it is ever replaced. Raises like
    `write_new_files`.
    """
    target = target.resolve()
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")
    try:
        write_new_files(beside, files)
        if target.is_dir():
            _move_into(beside, target)
        else:
            _move(beside, target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _move_into(source: Path, target: Path) -> None:
    """Every entry of one folder to the other; what has been moved goes away again where one cannot be."""
    entries = sorted(entry.name for entry in source.iterdir())
    for name in entries:
        if os.path.lexists(target / name):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), name)
    moved: list[str] = []
    try:
        for name in entries:
            _move(source / name, target / name)
            moved.append(name)
    except BaseException:
        for name in moved:
            _move(target / name, source / name)
        raise


def _unmake(made: list[Path]) -> None:
    """Remove files and folders that were just made, the last one first."""
    for path in reversed(made):
        if path.is_dir():
            with suppress(OSError):
                path.rmdir()
        else:
            path.unlink(missing_ok=True)


def write_into_own(folder: Path, files: Mapping[str, bytes], *, marker: str) -> None:
    """Put files into a folder of our own, each whole; those of that name are replaced, the others stay.

    A folder is ours if it is new, empty, or carries the marker, which is one of the files. Raises PublishRefused
    before anything is changed where it is not, and OSError where the disk does not obey.
    """
    folder = folder.resolve()
    _refuse_foreign(folder, marker)
    for name in sorted(files, key=lambda name: name != marker):
        write_atomic(folder / name, files[name])


def remove_litter(folder: Path) -> None:
    """Remove what a killed process left of files that it was about to put into a folder."""
    for litter in folder.glob(f".{'[0-9a-f]' * 16}.tmp"):
        litter.unlink(missing_ok=True)


def write_own_folder(target: Path, files: Mapping[str, bytes], *, marker: str) -> None:
    """Make a folder of our own or replace it, whole: `marker` is one of its files. Raises like `swap_folder`."""
    target = target.resolve()
    for litter in target.parent.glob(f".{escape(target.name)}.????????.new"):
        shutil.rmtree(litter, ignore_errors=True)
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")
    try:
        write_new_files(beside, files)
        swap_folder(beside, target, marker=marker)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def swap_folder(new: Path, target: Path, *, marker: str) -> None:
    """Publish the folder `new` as `target`; the site that stood there goes only when the new one stands.

    Both must lie on one disk. `marker` is the name of the file that tells a built site. Raises
    PublishRefused where that would destroy something of the user's, and OSError where the disk does not
    obey; then the old site is back.
    """
    new, target = new.resolve(), target.resolve()
    old = _beside(target, ".old")
    _refuse_unfit(new, target, marker)
    _refuse_foreign(old, marker)
    _settle_old(target, old, marker)
    if target.exists():
        _move(target, old)
    try:
        _move(new, target)
    except BaseException:
        if old.exists():
            _move(old, target)
        raise
    _remove_tree(old, marker)


def remove_leftovers(target: Path, *, marker: str) -> None:
    """Clear away what an interrupted build left beside `target`: `<target>.next` and `<target>.old`.

    Only if they are empty or carry the marker, so a build writes its marker first. If the interruption left
    no site at `target`, the old one is put back. Raises OSError where the disk does not obey.
    """
    target = target.resolve()
    old, unfinished = _beside(target, ".old"), _beside(target, ".next")
    if _is_ours(old, marker):
        _settle_old(target, old, marker)
    if _is_ours(unfinished, marker):
        _remove_tree(unfinished, marker)


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(target.name + ending)


def _refuse_unfit(new: Path, target: Path, marker: str) -> None:
    if not (new / marker).is_file():
        raise PublishRefused(Refusal.NOT_BUILT, new)
    if new.is_relative_to(target) or target.is_relative_to(new):
        raise PublishRefused(Refusal.NESTED, target)
    _refuse_foreign(target, marker)


def _refuse_foreign(folder: Path, marker: str) -> None:
    if not os.path.lexists(folder):
        return
    if folder.is_symlink() or not folder.is_dir():
        raise PublishRefused(Refusal.NOT_A_FOLDER, folder)
    if not _is_ours(folder, marker):
        raise PublishRefused(Refusal.FOREIGN_FOLDER, folder)


def _is_ours(folder: Path, marker: str) -> bool:
    if folder.is_symlink() or not folder.is_dir():
        return False
    names = {entry.name for entry in folder.iterdir()}
    return not names or (marker in names and ".git" not in names)


def _settle_old(target: Path, old: Path, marker: str) -> None:
    """Undo or finish a swap that was cut off between its steps."""
    if target.exists():
        _remove_tree(old, marker)
    elif old.exists():
        _move(old, target)


def _remove_tree(folder: Path, marker: str) -> None:
    """Remove what can be removed, the marker last: what is still in use stays recognisable for next time."""
    if not folder.is_dir():
        return
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)
        elif entry.name != marker:
            _unlink_if_possible(entry)
    if {entry.name for entry in folder.iterdir()} <= {marker}:
        shutil.rmtree(folder, ignore_errors=True)


def _unlink_if_possible(file: Path) -> None:
    try:
        file.unlink()
    except PermissionError:
        return


def is_safe_name(name: str) -> bool:
    """Whether a file or folder can bear this name on Windows, macOS and Linux, and shows all that it holds.

    Not safe: device names (`aux`, `COM1.txt`), a dot or space at the end, any of `/ \\ : * ? " < > |`,
    control and invisible characters, more than 255 bytes.
    """
    if not name or name[-1] in ". " or re.search(r'[/\\:*?"<>|]', name):
        return False
    if not name.isprintable() and any(unicodedata.category(char)[0] == "C" for char in name):
        return False
    stem = name.partition(".")[0].rstrip(" ")
    return _DEVICE.fullmatch(stem) is None and len(name.encode()) <= _MAX_NAME_BYTES


def inside(root: Path, path: Path) -> bool:
    """Whether `path` is `root` or lies in it, all symbolic links and `..` followed; it need not exist."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):  # a circle of links, a null character
        return False
