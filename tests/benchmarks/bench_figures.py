"""What published figures cost: indicators in five languages, with their charts, tables, records and downloads.

To every indicator belong two promises. What a larger site costs above the smallest one is divided by the pages that
it has more, with the files to take along counted in: a site of 1,000 indicators must not cost more for each.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import municipality
from bench_growth import GROWTH, Tool, above, build
from spent import VENV
from table import Line

SIZES: Final = (100, 300, 1000)
MORE_LANGUAGES: Final = {"bg": "Български", "hu": "Magyar"}


def lines(folder: Path) -> Iterator[Line]:
    """Build every size, small ones first, and compare."""
    tool = Tool("figures", _write, (VENV / "charter", "build"), "site")
    first = build(tool, folder, 2)
    yield Line(
        f"start (1 indicator × 5, {first.pages} pages, {first.downloads} downloads)", first.cost.cpu, "s"
    )
    per_page = []
    for size in SIZES:
        built = build(tool, folder, size * municipality.PER_INDICATOR)
        per_page.append(above(built, first, by_clock=False))
        yield Line(f"{size} × 5, {built.pages} pages, {built.downloads} downloads, CPU", built.cost.cpu, "s")
        yield Line(f"{size} × 5, CPU a page, downloads counted in", per_page[-1], "ms")
        yield Line(f"{size} × 5, memory", built.cost.memory, "MB")
    growth = per_page[-1] / per_page[0]
    yield Line(f"growth of a page's cost, {SIZES[0]} to {SIZES[-1]}", growth, "×", GROWTH, "a tenth")


def _write(root: Path, promises: int) -> int:
    return municipality.write(root, promises, MORE_LANGUAGES)
