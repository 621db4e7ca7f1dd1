"""Templates and views agree: a template uses what its view offers, and everything that it offers."""

from __future__ import annotations

import re
from dataclasses import fields
from importlib.resources import files
from typing import get_type_hints

import pytest
from jinja2 import meta, nodes

from charterkit.site.context import FactList
from charterkit.site.pages import Kind
from charterkit.site.render import BUILDERS, environment
from charterkit.site.results.verdicts import Badge
from charterkit.site.sharing.heads import Sharing
from charterkit.site.shell import Document, Foot, Masthead
from charterkit.site.views.handwritten import HandwrittenView
from charterkit.site.views.not_found import NotFoundView

TEMPLATES = files("charterkit") / "templates"
# What templates get beside their view: the voice, on the home page the hand-written introduction, and on pages of which
# there is a PDF the way to it.
GIVEN = {
    "pages/home": {"say", "intro"},
    **{
        f"pages/{kind}": {"say", "to_print"}
        for kind in (
            "actions",
            "assessment",
            "body",
            "charter",
            "methodology",
            "procedure",
            "programme",
            "service",
            "standards",
            "strategy",
            "survey",
            "year",
        )
    },
}
# What only the shell uses.
FOR_THE_SHELL = {"page"}
# What only the printed methodology shows; on the site it stands once, among the words explained.
FOR_PAPER = {"pages/methodology": {"rules", "promise_rules"}}
VIEWS: dict[str, type] = {
    **{f"pages/{kind}": get_type_hints(builder)["return"] for kind, builder in BUILDERS.items()},
    "pages/handwritten": HandwrittenView,
    "pages/not_found": NotFoundView,
    "document": Document,
    "parts/masthead": Masthead,
    "parts/sharing": Sharing,
    "parts/foot": Foot,
    "parts/status": Badge,
    "parts/facts": FactList,
}
# The panel of problems: one record, in English or whatever language it says.
TROUBLE = {"trouble", "parts/trouble"}
MACROS = {
    f"parts/{name}"
    for name in (
        "approval",
        "assessment",
        "changed",
        "changes",
        "chart",
        "charters",
        "counts",
        "deadlines",
        "embed",
        "find",
        "formula",
        "history",
        "layout",
        "macros",
        "overdue",
        "parts_table",
        "passages",
        "programme",
        "quality",
        "results",
        "sealed",
        "services",
        "take_along",
        "to_print",
        "tell",
        "timetable",
        "ways",
        "wording",
    )
}


def source(name: str) -> str:
    """The text of a template."""
    return (TEMPLATES / f"{name}.html.j2").read_text(encoding="utf-8")


def used(name: str) -> set[str]:
    """The names that a template expects from outside."""
    return meta.find_undeclared_variables(environment().parse(source(name)))


def all_templates() -> set[str]:
    """The names of all templates."""
    found = set()
    for folder in ("", "pages", "parts"):
        base = TEMPLATES / folder if folder else TEMPLATES
        names = (entry.name for entry in base.iterdir() if entry.name.endswith(".html.j2"))
        found |= {f"{folder}/{name}".lstrip("/").removesuffix(".html.j2") for name in names}
    return found


def test_every_template_has_a_view_and_every_view_a_template() -> None:
    assert all_templates() == set(VIEWS) | MACROS | TROUBLE


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_template_uses_its_view_and_nothing_else(name: str) -> None:
    offered = {field.name for field in fields(VIEWS[name])}

    assert used(name) <= offered | GIVEN.get(name, {"say"})


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_every_field_of_a_view_is_shown(name: str) -> None:
    offered = {field.name for field in fields(VIEWS[name])} - FOR_THE_SHELL

    assert offered - FOR_PAPER.get(name, set()) <= used(name)


@pytest.mark.parametrize("name", sorted(TROUBLE))
def test_panel_of_problems_shows_its_one_record(name: str) -> None:
    assert used(name) == {"trouble"}


@pytest.mark.parametrize("name", sorted(MACROS))
def test_macros_know_only_what_they_are_given(name: str) -> None:
    assert used(name) <= {"caller"}


@pytest.mark.parametrize("name", sorted(all_templates()))
def test_no_template_switches_escaping_off_or_formats_by_itself(name: str) -> None:
    tree = environment().parse(source(name))
    filters = {one.name for one in tree.find_all(nodes.Filter)}

    assert filters <= {"join", "length"}
    assert "autoescape" not in source(name)
    assert not re.search(r"\bstyle=|<style|<script(?! src| type=.application/ld)|\son[a-z]+=", source(name))


@pytest.mark.parametrize("kind", list(Kind))
def test_every_field_of_a_view_is_explained(kind: Kind) -> None:
    view = VIEWS[f"pages/{kind}"]
    module = (files("charterkit") / "site" / "views" / f"{kind}.py").read_text(encoding="utf-8")
    for field in fields(view):
        assert re.search(rf'\n    {field.name}: [^\n]+\n    """', module), field.name
