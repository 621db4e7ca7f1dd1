"""Asks the real search of a built site, in a browser, what people would ask: tests/search/.

`queries.<lang>.tsv` is about what a body promises and does, `improving.<lang>.tsv` about how it checks and improves.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LANGUAGES = ("lt", "en", "sl", "bg", "hu")
LISTS = Path(__file__).parent / "search"
# The right page must be among so many.
FIRST = 3
# The list of what was found, once it is there.
ANSWERED = "#results:not([aria-busy]) a"
# Fills the form in, sends it off, and waits for what is shown.
ASK = """async query => {
    const input = document.getElementById("q"), list = document.getElementById("results");
    input.value = query;
    input.form.requestSubmit();
    while (list.hasAttribute("aria-busy")) { await new Promise(done => setTimeout(done, 5)); }
    return Array.from(list.querySelectorAll("a"), link => link.href);
}"""


@dataclass(frozen=True)
class Query:
    """What somebody types, how it differs from the words of the page, and the pages that would be right."""

    kind: str
    words: str
    pages: tuple[str, ...]


def queries(lang: str) -> tuple[Query, ...]:
    """The sixty of a language about promises and services."""
    return _read("queries", lang)


def improving(lang: str) -> tuple[Query, ...]:
    """The twelve of a language about surveys, self-assessment, actions, strategy and versions."""
    return _read("improving", lang)


def _read(name: str, lang: str) -> tuple[Query, ...]:
    with (LISTS / f"{name}.{lang}.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))[1:]
    return tuple(Query(kind, words, tuple(pages.split())) for kind, words, pages in rows)


def addresses(page: Any, query: str, root: str) -> list[str]:
    """The addresses that the search page shows for a query, below `root`, in their order."""
    found = page.evaluate(ASK, query)
    return [one.removeprefix(root).removesuffix("index.html") for one in found]


def right(query: Query, first: list[str]) -> bool:
    """Whether a right page is among the first."""
    return bool(set(first[:FIRST]) & set(query.pages))


def misses(page: Any, asked: Iterable[Query], root: str) -> list[str]:
    """The queries of which no right page is among the first, with what was there instead."""
    wrong = []
    for query in asked:
        first = addresses(page, query.words, root)
        if not right(query, first):
            wrong.append(missed(query, first))
    return wrong


def missed(query: Query, first: list[str]) -> str:
    """What was asked, and what came instead."""
    return f"{query.kind}: {query.words} → {' '.join(first[:FIRST]) or 'nothing'}"
