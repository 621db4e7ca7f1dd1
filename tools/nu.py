"""Sees to the Nu HTML checker for its test: takes the one that is there, else fetches it where that is possible.

Never fails: where Java or npm cannot be had, the test says that it was skipped. Which version is asked for stands here,
so that a new one brings new findings on the day when we want them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

VERSION = "26.9.27"
FOLDER = Path(sys.prefix) / "nu"
JAR = FOLDER / "node_modules/vnu-jar/build/dist/vnu.jar"
_QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": False}


def main() -> None:
    """Fetch the checker, and Java to run it, if they are missing and if this machine lets us."""
    if not shutil.which("java") and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("Installing Java for the HTML checker …")
        subprocess.run(["apt-get", "update", "-qq"], **_QUIET)
        subprocess.run(["apt-get", "install", "-y", "-qq", "default-jre-headless"], **_QUIET)
    if not JAR.is_file() and (npm := shutil.which("npm")):
        print("Fetching the HTML checker …")
        FOLDER.mkdir(parents=True, exist_ok=True)
        fetch = [npm, "install", "--prefix", str(FOLDER), "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run([*fetch, f"vnu-jar@{VERSION}"], **_QUIET)
    if not JAR.is_file() or not shutil.which("java"):
        print("There is no Nu HTML checker here: its test will be skipped.")


if __name__ == "__main__":
    main()
