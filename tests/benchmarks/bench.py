"""Runs every benchmark and prints what came of it: `make bench`, or `python tests/benchmarks/bench.py --strict`.

Figures are for people: the exit code is 0 whatever they are, unless `--strict` asks for 1 where one is over its limit.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import bench_check
import bench_edit
import bench_figures
import bench_growth
import bench_weight
from table import show

_PACKAGES = ("charterkit", "mkdocs", "mkdocs-material", "check-jsonschema")


def main() -> int:
    """Run what was asked for; small sites first."""
    asked = _asked()
    print(
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    )
    print(", ".join(f"{name} {version(name)}" for name in _PACKAGES))
    with tempfile.TemporaryDirectory(prefix="charterkit-bench-") as name:
        folder = Path(name)
        over = show("Checking", bench_check.lines(folder))
        over |= show("Building", bench_growth.lines(folder, asked.sizes))
        over |= show("Figures", bench_figures.lines(folder))
        over |= show("Weight", bench_weight.lines(folder))
        over |= show("Editing", bench_edit.lines(folder, max(asked.sizes[-1], 1000)))
    return int(over and asked.strict)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--strict", action="store_true", help="exit with 1 where a figure is over its limit")
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=bench_growth.SIZES, help="promises of each site"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
