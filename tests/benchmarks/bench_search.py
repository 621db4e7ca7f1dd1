"""What a visitor's first question costs at 5,000 pages a language: all files that the script asks for, in Chromium.

    python tests/benchmarks/bench_search.py [LANGUAGE …]

The pages are as long as those of the demonstration. Their words are drawn as often as they stand in it and in the
charters of tests/examples in that language. Beside them stands the invented municipality, whose words are fewer and
each on more pages. What the page of the search itself weighs is apart.
"""

from __future__ import annotations

import json
import random
import shutil
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import municipality
from spent import VENV, spent
from table import Line, show

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from browsing import CHROMIUM, chromium, served
from charterkit.data.load import load
from charterkit.model.publication import Publication
from charterkit.rules.check import check
from charterkit.site.context import Site
from charterkit.site.pages import Kind
from charterkit.site.render import Renderer
from charterkit.site.search.chunks import files
from charterkit.site.search.entries import entries, texts_of
from charterkit.site.search.index import Paper, index
from charterkit.site.search.words import words_of
from searching import ASK, LANGUAGES, improving, queries

ROOT: Final = Path(__file__).resolve().parents[2]
PAGES: Final = 5000
# Of these promises the municipality has 5,100 pages that can be found, with their results and standards.
PROMISES: Final = 3000
MOST: Final = 250.0
MANY: Final = 12
# Each file packed, with its header, also one that the browser has kept since an earlier question.
_LOADED: Final = """() => performance.getEntriesByType("resource")
    .filter(one => one.name.includes("/find/")).map(one => one.encodedBodySize + 300)"""


@dataclass(frozen=True, slots=True)
class Asked:
    """Questions of one sort; `slowly`: letter by letter, so that every beginning is asked too."""

    what: str
    words: Sequence[str]
    slowly: bool = False


def lines(folder: Path, languages: Sequence[str] = LANGUAGES) -> Iterator[Line]:
    """Ask in these languages, then the municipality; nothing where there is no browser."""
    if CHROMIUM is None:
        return
    site = folder / "search"
    spent((VENV / "charter", "build", ROOT, "--site-dir", site), folder)
    with chromium() as browser, served(site) as address:
        for lang in languages:
            root = "" if lang == LANGUAGES[0] else f"{lang}/"
            words = _words(lang)
            content = _drawn(site / root / "find", words, lang)
            _put(site / root, content)
            yield from _costs(browser, f"{address}{root}find/", lang, asked(lang, words, content))
        yield from _municipality(browser, folder, site, address)


def _municipality(browser: Any, folder: Path, site: Path, address: str) -> Iterator[Line]:
    source = folder / "municipality"
    municipality.write(source, PROMISES)
    renderer = _renderer(source, date.fromisoformat(municipality.TODAY), "lt")
    found = next(page for page in renderer.directory.pages if page.kind is Kind.FIND)
    words = [word for text in _texts(renderer, "lt") for word in words_of(text)]
    content = renderer.search_files("lt")
    _put(site, {**content, "find/index.html": renderer.page(found, "lt").encode()})
    yield from _costs(browser, f"{address}find/", "municipality", asked("lt", words, content))
    before = [f"{address}results/", f"{address}find/"]
    yield Line("municipality: the page of the search, later visit", _page(browser, before), "kB", 10.0)


def asked(lang: str, words: Iterable[str], content: Mapping[str, bytes]) -> tuple[Asked, ...]:
    """What is asked: our lists, then what is likely to cost most."""
    lists = (*queries(lang), *improving(lang))
    often = [word for word, _ in Counter(words).most_common(400)]
    starts = data(content, "index")["words"]
    slow = [one.words for one in lists if one.kind == "several"][:4]
    return (
        Asked("the questions of tests/search", [one.words for one in lists if one.kind != "typo"]),
        Asked("misspelt", [one.words for one in lists if one.kind == "typo"]),
        Asked("two letters", list(dict.fromkeys(word[:2] for word in often if len(word) > 3))[:MANY]),
        Asked("very common words", [word for word in often if len(word) > 3][:MANY]),
        Asked("like no other word", [f"{start}xqzwk" for start in starts if start]),
        Asked("letter by letter", slow, slowly=True),
    )


def data(content: Mapping[str, bytes], name: str) -> Any:
    """What a file of the index says."""
    text = content[f"find/{name}.js"].decode()
    return json.loads(text.partition(",")[2].removesuffix(");\n"))


def _costs(browser: Any, address: str, name: str, groups: Iterable[Asked]) -> Iterator[Line]:
    page = browser.new_page()
    for group in groups:
        costs = [_cost(page, address, words, slowly=group.slowly) for words in group.words]
        sizes = [sum(cost) / 1000 for cost in costs]
        worst = max(range(len(sizes)), key=sizes.__getitem__)
        told = f"{name}: {group.what}"
        yield Line(f"{told}: middle of {len(sizes)}", statistics.median(sizes), "kB")
        why = f"“{group.words[worst]}”, {len(costs[worst])} files"
        # Whoever pauses after each letter asks a row of questions.
        yield Line(f"{told}: worst", sizes[worst], "kB", None if group.slowly else MOST, why)
    page.close()


def _cost(page: Any, address: str, words: str, *, slowly: bool) -> list[int]:
    """The bytes of each file of the index that a question asks for, from a page that has just been opened."""
    page.goto(address)
    if slowly:
        page.locator("#q").press_sequentially(words, delay=450)
        page.wait_for_timeout(500)
    page.evaluate(ASK, words)
    sizes: list[int] = page.evaluate(_LOADED)
    return sizes


def _page(browser: Any, visits: Sequence[str]) -> float:
    context = browser.new_context()
    page = context.new_page()
    for visit in visits:
        page.goto(visit)
    size: int = page.evaluate("performance.getEntriesByType('navigation')[0].transferSize")
    context.close()
    return size / 1000


def _drawn(find: Path, words: Sequence[str], lang: str) -> Mapping[str, bytes]:
    """The files of so many pages of drawn words, with what the script has to know as the demonstration says it."""
    draw = random.Random(5)

    def some(number: int) -> str:
        return " ".join(draw.choices(words, k=number))

    papers = [Paper(some(4), some(18), (some(120),)) for _ in range(PAGES)]
    pages = [
        [f"charters/citizens/p-{n}/", one.title, f"{one.lead} · {one.texts[0]}"[:400]]
        for n, one in enumerate(papers)
    ]
    about = data({"find/index.js": (find / "index.js").read_bytes()}, "index")
    about["sorts"] = [[*about["sorts"][0][:1], PAGES, 10]]
    return dict(files(index(papers, lang), pages, about))


def _put(root: Path, content: Mapping[str, bytes]) -> None:
    for old in ("index.js", "words", "pages"):
        shutil.rmtree(root / "find" / old, ignore_errors=True)
    for name, body in content.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(body)


def _words(lang: str) -> list[str]:
    """All words of the demonstration and of the examples that are in a language, each as often as it stands there."""
    found: list[str] = []
    for root in (ROOT, *sorted((ROOT / "tests/examples").iterdir())):
        renderer = _renderer(root, date(2025, 11, 21), lang)
        if lang in renderer.site.publication.publisher.languages:
            found.extend(word for text in _texts(renderer, lang) for word in words_of(text))
    return found


def _texts(renderer: Renderer, lang: str) -> Iterator[str]:
    context = renderer.context(lang, 1)
    for one in entries(context):
        for text in texts_of(one.record):
            yield context.reader.bare(text)


def _renderer(root: Path, today: date, lang: str) -> Renderer:
    checked = check(load(root), today)
    assert isinstance(checked.publication, Publication), root
    assert checked.standing is not None, root
    return Renderer(Site(checked.publication, checked.standing, (lang,)))


def main() -> int:
    """Print what every sort of question costs; 1 where one costs too much."""
    with tempfile.TemporaryDirectory(prefix="charterkit-search-") as name:
        return int(show("The first question", lines(Path(name), sys.argv[1:] or LANGUAGES)))


if __name__ == "__main__":
    sys.exit(main())
