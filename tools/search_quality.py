"""Asks our search and Material's stock search the same questions on the same pages: how many does each answer?

    python -m charterkit build . --offline --site-dir SITE
    python tools/search_quality.py SITE

A question counts as answered when a right page is among the first three. The questions stand in tests/search/: sixty a
language about promises and services, twelve about how a body improves. What ours missed is named.
Material gets the text of every built page as a page of its own, in a site of one language, with the search as it comes;
where that does not start (Slovenian), it is asked once more with `lang: en`. Needs Chromium.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from searching import LANGUAGES, Query, addresses, improving, missed, queries, right

# Types a question, and waits until what is shown has not changed for a while: the machine may be busy.
_MATERIAL = """async query => {
    const input = document.querySelector("[data-md-component=search-query]");
    const list = document.querySelector(".md-search-result__list");
    const wait = time => new Promise(done => setTimeout(done, time));
    const type = text => { input.value = text; input.dispatchEvent(new Event("keyup")); };
    input.focus(); type("");
    for (let n = 0; n < 40 && list.children.length; n++) { await wait(50); }
    type(query);
    let before = "", same = 0;
    for (let n = 0; n < 50 && same < (before ? 4 : 30); n++) {
        await wait(50);
        same = list.textContent === before ? same + 1 : 0;
        before = list.textContent;
    }
    return Array.from(list.querySelectorAll(".md-search-result__link"), link => new URL(link.href).pathname.slice(1));
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def pages(site: Path, lang: str) -> Iterator[tuple[str, str, str]]:
    """The address, title and text of every page of a language but home, the search and the list from A to Z."""
    root = site if lang == LANGUAGES[0] else site / lang
    for file in sorted(root.rglob("index.html")):
        address = file.relative_to(root).as_posix().removesuffix("index.html")
        if address.split("/")[0] in LANGUAGES or not address or address.startswith("find/"):
            continue
        main = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser").main
        assert main is not None, file
        title = main.h1.get_text(" ", strip=True) if main.h1 else address
        yield address, title, " ".join(main.get_text(" ", strip=True).split())


def material(site: Path, lang: str, spoken: str, folder: Path) -> Path:
    """The same pages as a site of Material in one language."""
    for address, title, text in pages(site, lang):
        file = folder / "docs" / address / "index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        plain = text.replace("<", "&lt;").replace("[", "&#91;").replace("*", "&#42;")
        file.write_text(f"# {title}\n\n{plain}\n", encoding="utf-8")
    (folder / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    search = {"search": {"lang": spoken}} if spoken else "search"
    theme = {"name": "material", "language": lang, "font": False}
    config = {"site_name": "Stock", "site_url": "", "theme": theme, "plugins": [search]}
    (folder / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, check=True, stderr=subprocess.DEVNULL
    )
    return folder / "site"


def asked(lang: str) -> tuple[Query, ...]:
    """All questions of a language, those about promises and services first."""
    return (*queries(lang), *improving(lang))


def ours(browser: Any, site: Path, lang: str) -> list[bool]:
    """Which questions our search answers; those that it does not are printed."""
    root = f"{site.as_uri()}/" + ("" if lang == LANGUAGES[0] else f"{lang}/")
    page = browser.new_page()
    page.goto(f"{root}find/index.html")
    found = [(query, addresses(page, query.words, root)) for query in asked(lang)]
    page.close()
    for query, first in found:
        if not right(query, first):
            print(f"    missed: {missed(query, first)}")
    return [right(query, first) for query, first in found]


def stock(browser: Any, site: Path, lang: str, spoken: str = "") -> list[bool]:
    """Which questions Material's search answers."""
    with tempfile.TemporaryDirectory() as folder, served(material(site, lang, spoken, Path(folder))) as root:
        page = browser.new_page()
        page.goto(root, wait_until="networkidle")
        page.evaluate("document.getElementById('__search').checked = true")
        page.locator("[data-md-component=search-query]").focus()
        page.wait_for_timeout(2500)
        answers = []
        for query in asked(lang):
            found = page.evaluate(_MATERIAL, query.words)
            first = list(dict.fromkeys(address.split("?")[0] for address in found))
            answers.append(right(query, first))
        page.close()
    return answers


def weight(site: Path, lang: str) -> str:
    """The size of a language's whole index, packed."""
    root = (site if lang == LANGUAGES[0] else site / lang) / "find"
    files = list(root.rglob("*.js"))
    return (
        f"{sum(len(gzip.compress(file.read_bytes())) for file in files) / 1000:.0f} kB in {len(files)} files"
    )


def counted(lang: str, answers: list[bool]) -> str:
    """How many answers there are to both lists, and to each kind of question."""
    kinds = Counter(query.kind for query in asked(lang))
    good = Counter(query.kind for query, answer in zip(asked(lang), answers, strict=True) if answer)
    first = len(queries(lang))
    told = ", ".join(f"{kind} {good[kind]}/{count}" for kind, count in kinds.items())
    return f"{sum(answers[:first])} of {first} and {sum(answers[first:])} of {len(answers) - first} ({told})"


def main(site: Path) -> None:
    """Print the figures of every language."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for lang in LANGUAGES:
            print(lang)
            print(f"    ours {counted(lang, ours(browser, site, lang))}; index {weight(site, lang)}")
            print(f"    Material {counted(lang, stock(browser, site, lang))}")
            if lang == "sl":
                print(f"    Material, lang: en {counted(lang, stock(browser, site, lang, 'en'))}")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
