"""A process that dies at a step of its own on the disk, without a chance to tidy up."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

_CHANGES = frozenset({
    "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.chmod", "os.truncate", "os.symlink"
})  # fmt: skip
_CALLS = ("fsync", "write", "close")


def killed_at(step: int, work: Callable[[], bool]) -> bool:
    """Whether a process of its own that does the work died at its n-th step (from 1) that may change something.

    Where it has fewer steps, it must end well: the work says whether it did.
    """
    child = os.fork()
    if not child:
        die_at(step)
        os._exit(0 if work() else 3)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, 9), code
    return code == 9


def die_at(step: int) -> None:
    """From now on this process dies right before its n-th step on the disk."""
    seen = 0

    def hook(event: str, args: tuple[object, ...]) -> None:
        nonlocal seen
        writes = event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_CREAT)
        if writes or event in _CHANGES:
            seen += 1
            if seen == step:
                os._exit(9)

    sys.addaudithook(hook)
    for name in _CALLS:
        real = getattr(os, name)

        def dying(*args: object, real: Callable[..., object] = real) -> object:
            hook("os.remove", args)
            return real(*args)

        setattr(os, name, dying)
