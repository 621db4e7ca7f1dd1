"""What the tests in a real browser share: the browser, a host that serves the demonstration, and what axe says."""

from __future__ import annotations

import gzip
import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from charterkit.data.load import load
from charterkit.exports.hosting import HEADERS
from charterkit.rules.standing import standing
from charterkit.rules.years import years
from charterkit.site.pages import Kind, pages

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
NO_CHROMIUM = "no Chromium on this machine: apt-get install chromium"
# Each asks for the colours and places of every text, which takes axe far longer than all its other rules.
OF_LOOKS = ("color-contrast", "target-size", "link-in-text-block")
# One text of each look: what has the same colours, size and surroundings is judged alike.
EACH_LOOK = """() => {
    const seen = new Set();
    return [...document.body.querySelectorAll('*')].filter(one => {
        if (![...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())) return false;
        const style = getComputedStyle(one), look = [style.color, style.fontSize, style.fontWeight];
        for (let at = one; at; at = at.parentElement) look.push(at.tagName + '.' + at.className);
        return !seen.has(look.join()) && seen.add(look.join());
    });
}"""


def one_of_each_kind() -> list[str]:
    """The address of the first page of each kind in the demonstration, and of pages that no record makes."""
    publication = load(Path(__file__).resolve().parents[1]).publication
    assert publication is not None
    first: dict[Kind, str] = {}
    told = years(standing(publication, date(2025, 11, 21)))
    for page in pages(publication, told):
        first.setdefault(page.kind, page.address)
    # A charter that adopts, a body for which something was adopted, a figure on which two promises rest.
    adopting = ["charters/library/", "bodies/library/", "results/stops-kept/"]
    return [
        *first.values(),
        *adopting,
        "charters/citizens/welcome-everyone/",
        "find/s/",
        "about/",
        "404.html",
    ]


class _Site(SimpleHTTPRequestHandler):
    """Serves a folder as a good host would: compressed, and with the headers that the build writes for it."""

    keep = False

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            if name != "Cache-Control" or self.keep:
                self.send_header(name, value)
        super().end_headers()

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        body = gzip.compress(file.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path, *, keep: bool = False) -> Iterator[str]:
    """The address of a server of the folder; `keep` lets browsers keep what they have fetched."""
    handler = type("Handler", (_Site,), {"keep": keep})
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), lambda *arguments: handler(*arguments, directory=str(site))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@contextmanager
def chromium() -> Iterator[Any]:
    """A headless Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield opened
        opened.close()


def barriers(page: Any) -> list[Any]:
    """What axe finds on a page by all rules but those of looks."""
    return _found(page, "document", {"rules": {rule: {"enabled": False} for rule in OF_LOOKS}})


def barriers_of_looks(page: Any) -> list[Any]:
    """What axe finds by the rules of looks, in one text of each look."""
    return _found(page, f"{{include: ({EACH_LOOK})()}}", {"runOnly": {"type": "rule", "values": OF_LOOKS}})


def _found(page: Any, where: str, options: dict[str, Any]) -> list[Any]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    options |= {"resultTypes": ["violations"]}
    violations = page.evaluate(f"axe.run({where}, {json.dumps(options)}).then(found => found.violations)")
    return [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in violations]


@cache
def _axe() -> str:
    import axe_playwright_python

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
