"""What a command costs: processor time, time on the clock, memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

VENV = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of processor time (user and system, all cores and child processes), seconds on the clock, megabytes."""

    cpu: float
    wall: float
    memory: float


class Failed(Exception):
    """A command that is to be measured did not do its work."""


def spent(command: Sequence[str | Path], folder: Path) -> Spent:
    """Run a command in a folder and see what it costs; nothing is added there. Raises Failed unless it exits with 0."""
    with tempfile.TemporaryFile() as said:
        began = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - began
        said.seek(0)
        text = said.read().decode("utf-8", errors="replace")[-2000:]
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(f"{' '.join(map(str, command))}: exit code {process.returncode}\n{text}")
    return Spent(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def least(runs: Sequence[Spent]) -> Spent:
    """The run that cost least processor time: what is above it, other work on the machine has added."""
    return min(runs, key=lambda run: run.cpu)
