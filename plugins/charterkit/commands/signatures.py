"""Signatures of acts, checked by OpenSSH: who signed is for the program `ssh-keygen` to say, and nobody else."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from charterkit.data.release_files import SIGNATURE, ReleaseFiles

# What a signature is for: one made for something else with the same key is none.
NAMESPACE = "charterkit"
_SECONDS = 20
# The beginning of a line of an allowed-signers file that names somebody: `mayor`, `mayor,deputy`.
_SIGNATORIES = re.compile(r"^\s*([^#\s][^\s]*)\s+\S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature of an act by a signatory: whether it was made with a key of theirs over these very bytes."""

    act: str
    name: str
    file: str
    holds: bool


def program() -> str | None:
    """Where `ssh-keygen` is, if the machine has it."""
    return shutil.which("ssh-keygen")


def signatories(signers: Path) -> tuple[str, ...]:
    """The names in an allowed-signers file, each once."""
    found = _SIGNATORIES.findall(signers.read_text(encoding="utf-8", errors="replace"))
    return tuple(dict.fromkeys(name for line in found for name in line.strip('"').split(",")))


def signatures(
    root: Path, releases: Iterable[ReleaseFiles], signers: Path, keygen: str
) -> Iterator[Signature]:
    """Every signature that lies beside an act, with what OpenSSH says of it."""
    for files in releases:
        for name in sorted(files.files):
            match = SIGNATURE.fullmatch(name)
            act = f"act-{match[1]}.yml" if match else ""
            if match and act in files.files:
                command = [keygen, "-Y", "verify", "-f", str(signers), "-I", match[2], "-n", NAMESPACE]
                command += ["-s", str(root / files.path(name))]
                holds = _succeeds(command, files.files[act])
                yield Signature(files.path(act), match[2], files.path(name), holds)


def _succeeds(command: list[str], raw: bytes) -> bool:
    try:
        done = subprocess.run(command, input=raw, capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
