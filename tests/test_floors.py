"""The floors of the package: who may import whom, and how large files and functions may grow.

A module imports from lower floors and from its own package; the outer world of each library is known in one place.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from statistics import median

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "plugins" / "charterkit"

FLOORS = {
    **dict.fromkeys(
        (
            "problems",
            "text",
            "periods",
            "numbers",
            "typed",
            "strings",
            "marks",
            "period_words",
            "filling",
            "day_endings",
            "units",
            "freedays",
            "richtext",
            "files",
            "together",
        ),
        0,
    ),
    "model": 1,
    "data": 2,
    "rules": 3,
    **dict.fromkeys(("exports", "site", "starter", "report"), 4),
    "engine": 5,
    "commands": 6,
    "__main__": 7,
    # What `import charterkit` offers to developers: everything below the engine.
    "": 4.5,
}
# Who may look sideways on a floor: the downloads and the command `status` write figures as the pages do, and the
# page that stands where a site could not be built shows the report of its problems.
SIDEWAYS = frozenset({("exports", "site"), ("site", "report")})
# Each library with the only places that know it.
LIBRARIES = {
    "mkdocs": ("engine",),
    "material": ("engine",),
    "click": ("commands",),
    "jinja2": ("site.render",),
    "yaml": ("data.source",),
    "babel": ("strings", "numbers"),
    "simplemma": ("site.search.lemmas",),
    "markdown_it": ("richtext",),
    "nh3": ("richtext",),
    "cattrs": ("data.build",),
    "rfc8785": ("data.content",),
    "holidays": ("freedays",),
    "jsonschema": ("data.schema",),
    "jsonschema_rs": ("data.schema",),
    "typst": ("exports",),
    "segno": ("exports",),
    "docx": ("exports",),
    "openpyxl": ("exports",),
    "xlsxwriter": ("exports",),
    "icalendar": ("exports",),
}
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40
MEDIAN_LINES_OF_A_FUNCTION = 12

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """A module of the package: its name without `charterkit.` and its tree."""

    name: str
    path: Path
    lines: int
    tree: ast.Module

    @property
    def part(self) -> str:
        """The package or module on which it stands."""
        return self.name.split(".")[0]

    def imports(self) -> Iterator[tuple[str, int]]:
        """The full name of everything imported, anywhere in the module, with its line."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((alias.name, node.lineno) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{self.path}:{node.lineno} imports from a place relative to it"
                yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)

    def functions(self) -> Iterator[Function]:
        """Every function and method, inner ones too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))


@cache
def modules() -> tuple[Module, ...]:
    """Every module that is there now."""
    return tuple(_module(path) for path in sorted(PACKAGE.rglob("*.py")))


def _module(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").strip(".")
    return Module(name or "", path, len(text.splitlines()), ast.parse(text))


def ours(module: Module) -> Iterator[tuple[str, int]]:
    """The modules of the package that a module imports, without `charterkit.`; the package itself is blank."""
    names = {one.name for one in modules()}
    for imported, line in module.imports():
        if imported.split(".")[0] == "charterkit" and imported != "charterkit.__version__":
            inner = imported.split(".")[1:]
            yield next(name for name in _outward(inner) if name in names), line


def _outward(parts: list[str]) -> Iterator[str]:
    return (".".join(parts[:length]) for length in range(len(parts), -1, -1))


def lines_of(function: Function) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


def shown(found: Iterable[tuple[Module, int, str]]) -> list[str]:
    return [f"{module.path.relative_to(PACKAGE).as_posix()}:{line} {what}" for module, line, what in found]


def test_every_module_stands_on_a_floor() -> None:
    assert len(modules()) > 30
    assert {module.part for module in modules()} <= set(FLOORS)


def test_a_module_imports_only_from_lower_floors_and_from_its_own_package() -> None:
    wrong = [
        (module, line, f"(floor {FLOORS[module.part]}) imports {name or 'charterkit'}")
        for module in modules()
        for name, line in ours(module)
        if not may_import(module.part, name.split(".")[0])
    ]

    assert shown(wrong) == []


def may_import(importer: str, imported: str) -> bool:
    """Those of the lowest floor know nothing of the domain, so they may know each other."""
    same = importer == imported or FLOORS[importer] == FLOORS[imported] == 0
    return same or (importer, imported) in SIDEWAYS or FLOORS[imported] < FLOORS[importer]


def test_nobody_may_look_sideways_who_does_not() -> None:
    looked = {(module.part, name.split(".")[0]) for module in modules() for name, _ in ours(module)}

    assert looked >= SIDEWAYS


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {module.name: {name for name, _ in ours(module)} - {module.name} for module in modules()}
    circle: list[str] = []
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = error.args[1]

    assert circle == []


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_is_known_in_one_place_only(library: str) -> None:
    wrong = [
        (module, line, f"imports {name}")
        for module in modules()
        for name, line in module.imports()
        if name.split(".")[0] == library and not _within(module.name, LIBRARIES[library])
    ]

    assert shown(wrong) == []


def _within(name: str, places: tuple[str, ...]) -> bool:
    return any(name == place or name.startswith(f"{place}.") for place in places)


def test_no_other_library_is_used() -> None:
    known = {*LIBRARIES, "charterkit", "markupsafe", "watchdog", *sys.stdlib_module_names}
    wrong = [
        (module, line, f"imports {name}")
        for module in modules()
        for name, line in module.imports()
        if name.split(".")[0] not in known
    ]

    assert shown(wrong) == []


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name or "charterkit")
def test_a_file_can_be_read_at_one_sitting(module: Module) -> None:
    assert module.lines <= MOST_LINES


def test_no_function_is_long() -> None:
    wrong = [
        (module, function.lineno, f"{function.name} has {lines_of(function)} lines")
        for module in modules()
        for function in module.functions()
        if lines_of(function) > MOST_LINES_OF_A_FUNCTION
    ]

    assert shown(wrong) == []


def test_most_functions_are_short() -> None:
    lengths = [lines_of(function) for module in modules() for function in module.functions()]

    assert median(lengths) < MEDIAN_LINES_OF_A_FUNCTION


def test_every_function_says_what_it_returns() -> None:
    wrong = [
        (module, function.lineno, function.name)
        for module in modules()
        for function in module.functions()
        if function.returns is None
    ]

    assert shown(wrong) == []


def test_every_file_says_what_it_is_for() -> None:
    wrong = [(module, 1, "has no docstring") for module in modules() if not ast.get_docstring(module.tree)]

    assert shown(wrong) == []


CLOCKS = frozenset({"today", "now", "utcnow", "time", "getlocale", "getdefaultlocale", "getenv", "environ"})
# The day and the environment come in at the doors only; everything inside gets them as parameters.
DOORS = ("commands", "engine")


def test_nothing_inside_reads_the_clock_the_locale_or_the_environment() -> None:
    modules_of = {"datetime", "date", "time", "locale", "os", "dt"}
    wrong = [
        (module, node.lineno, f"reads {ast.unparse(node)}")
        for module in modules()
        if not _within(module.name, DOORS)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute)
        and node.attr in CLOCKS
        and isinstance(node.value, ast.Name)
        and node.value.id in modules_of
    ]

    assert shown(wrong) == []
