"""Several files of one folder replaced together: all of them or none, also where the process is killed in between.

The new files are made in a folder beside them and take its place in one step. From then on they count, although they
still have to move: whoever reads looks there first, and whoever writes next finishes the move.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from charterkit.files import write_new_folder

WAITING: Final = ".next"


def replace_together(folder: Path, files: Mapping[str, bytes], belongs: Callable[[str], bool]) -> None:
    """Put these files into a folder that is there, in the place of those of the same names.

    Raises OSError where the disk does not obey: the old files count then, or, where only the move was refused, the
    new ones, and the next call finishes it.
    """
    finish(folder, belongs)
    for litter in folder.glob(f".{WAITING}.????????.new"):
        shutil.rmtree(litter, ignore_errors=True)
    write_new_folder(folder / WAITING, files)
    finish(folder, belongs)


def finish(folder: Path, belongs: Callable[[str], bool]) -> None:
    """Move the files that a killed process left waiting; what does not belong there, by its name, replaces nothing.

    Raises OSError where the disk does not obey.
    """
    waiting = folder / WAITING
    if not waiting.is_dir():
        return
    for name in filter(belongs, waiting_names(folder)):
        (waiting / name).replace(folder / name)
    shutil.rmtree(waiting)


def waiting_names(folder: Path) -> tuple[str, ...]:
    """The names of the files that count already and still have to move; sorted."""
    waiting = folder / WAITING
    return tuple(sorted(entry.name for entry in waiting.iterdir())) if waiting.is_dir() else ()


def place_of(folder: Path, name: str) -> Path:
    """Where the file of this name stands that counts; it need not exist."""
    waiting = folder / WAITING / name
    return waiting if waiting.is_file() else folder / name
