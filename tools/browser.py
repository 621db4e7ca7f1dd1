"""Sees to a browser for the browser tests: takes the one that is there, else installs Debian's where that is possible.

Never fails: where no browser can be had, the browser tests say that they were skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    """Install Chromium if it is missing and if this machine lets us."""
    if any(shutil.which(name) for name in NAMES) and shutil.which("chromedriver"):
        return
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("Installing chromium for the browser tests …")
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": False}
        subprocess.run(["apt-get", "update", "-qq"], **quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium", "chromium-driver"], **quiet)
    if not any(shutil.which(name) for name in NAMES):
        print("There is no Chromium here: the browser tests will be skipped.")


if __name__ == "__main__":
    main()
