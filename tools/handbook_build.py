"""Builds the handbook in all languages, one after another in one process: what they share is made once.

`python tools/handbook_build.py` writes site-handbook/; with a folder it writes there.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
from handbook_words import WORDS
from mkdocs.__main__ import cli

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str]) -> int:
    """Each language as MkDocs itself builds it when it is asked for that one; any warning, none silenced, ends it."""
    folder = arguments[0] if arguments else str(ROOT / "site-handbook")
    asked = ["--config-file", str(ROOT / "mkdocs.handbook.yml"), "--site-dir", folder]
    for language in WORDS:
        os.environ["HANDBOOK_LANGUAGE"] = language
        cli.main(["build", "--strict", *asked], standalone_mode=False)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
