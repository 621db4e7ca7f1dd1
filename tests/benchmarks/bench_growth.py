"""What a page costs, from a small site to a large one, beside plain Material and Hugo in the same run.

The cost of starting is that of a site with a single promise; what a larger site costs above it is divided by the
pages that it has more. Processor time is judged, of all cores: the clock also counts what else the machine does.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import municipality
import peers
from spent import VENV, Spent, least, spent
from table import Line

SIZES: Final = (100, 500, 2000)
DOWNLOADS: Final = (".csv", ".xlsx", ".json", ".ics")
GROWTH, OF_MATERIAL, TIMES_HUGO, PAGE = 1.1, 0.4, 3.0, 1.3


@dataclass(frozen=True, slots=True)
class Tool:
    """A site generator: how to write its sources for so many promises, and how to call it."""

    name: str
    write: Callable[[Path, int], object]
    command: Sequence[str | Path]
    site: str


@dataclass(frozen=True, slots=True)
class Built:
    """One build: how many pages it wrote, what it cost, and how many files that can be taken along."""

    pages: int
    cost: Spent
    downloads: int = 0


def tools() -> tuple[Tool, ...]:
    """charterkit and its peers; without Hugo where it is not installed."""
    found = [
        Tool("charterkit", municipality.write, (VENV / "charter", "build"), "site"),
        Tool("Material", peers.write_material, (VENV / "mkdocs", "build", "-q"), "site"),
    ]
    hugo = shutil.which("hugo")
    if hugo is not None:
        found.append(Tool("Hugo", peers.write_hugo, (hugo, "--quiet"), "public"))
    return tuple(found)


def lines(folder: Path, sizes: Sequence[int] = SIZES) -> Iterator[Line]:
    """Build every size with every tool, small ones first, and compare."""
    per_page: dict[tuple[str, int], float] = {}
    first = {tool.name: build(tool, folder, 1) for tool in tools()}
    for name, built in first.items():
        yield Line(f"{name}: start (1 promise, {built.pages} pages)", built.cost.cpu, "s")
    for size in sizes:
        for tool in tools():
            built = build(tool, folder, size)
            own = above(built, first[tool.name], by_clock=False)
            per_page[tool.name, size] = own
            yield Line(f"{tool.name}: {size} × 3, {built.pages} pages, CPU", built.cost.cpu, "s")
            yield Line(f"{tool.name}: {size} × 3, on the clock", built.cost.wall, "s")
            yield Line(f"{tool.name}: {size} × 3, CPU a page", own, "ms")
            yield Line(
                f"{tool.name}: {size} × 3, clock a page", above(built, first[tool.name], by_clock=True), "ms"
            )
            if tool.name == "charterkit" and size == sizes[-1]:
                whole = built.cost.cpu / built.pages * 1000
                yield Line(f"charterkit: {size} × 3, all in, CPU a page", whole, "ms", PAGE, "our own aim")
                yield Line(f"charterkit: {size} × 3, memory", built.cost.memory, "MB")
    yield from _compared(per_page, sizes)


def _compared(per_page: Mapping[tuple[str, int], float], sizes: Sequence[int]) -> Iterator[Line]:
    growth = per_page["charterkit", sizes[-1]] / per_page["charterkit", sizes[0]]
    yield Line(f"growth of a page's cost, {sizes[0]} to {sizes[-1]}", growth, "×", GROWTH, "a tenth")
    for size in sizes:
        own = per_page["charterkit", size]
        yield Line(f"{size} × 3: of plain Material", own / per_page["Material", size], "×", OF_MATERIAL)
        if ("Hugo", size) in per_page:
            yield Line(f"{size} × 3: of bare Hugo", own / per_page["Hugo", size], "×", TIMES_HUGO)


def above(built: Built, start: Built, *, by_clock: bool) -> float:
    """Milliseconds for each page that a site has more than the smallest one."""
    cost = built.cost.wall - start.cost.wall if by_clock else built.cost.cpu - start.cost.cpu
    return cost / (built.pages - start.pages) * 1000


def build(tool: Tool, folder: Path, size: int) -> Built:
    """The cheapest of several builds of a site of a size, from nothing."""
    root = folder / f"{tool.name}-{size}"
    tool.write(root, size)
    runs = [_run(tool, root) for _ in range(_repeats(size))]
    written = Counter(path.suffix for path in (root / tool.site).rglob("*.*"))
    shutil.rmtree(root)
    return Built(written[".html"], least(runs), sum(written[kind] for kind in DOWNLOADS))


def _repeats(size: int) -> int:
    """The smaller a site, the more of its cost is chance; the cheapest build of several counts."""
    return 5 if size <= 100 else 3 if size <= 500 else 2


def _run(tool: Tool, root: Path) -> Spent:
    """A first build: no tool has to clear an older site away."""
    shutil.rmtree(root / tool.site, ignore_errors=True)
    return spent(tool.command, root)
