"""What the tests in a real browser share: the browser, a host that serves the demonstration, and what axe says."""

from __future__ import annotations

import gzip
import json
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
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
    const seen = new Set(), ways = new Map([[null, '']]);
    const way = one => {
        if (!ways.has(one)) ways.set(one, `${way(one.parentElement)},${one.tagName}.${one.className}`);
        return ways.get(one);
    };
    return [...document.body.querySelectorAll('*')].filter(one => {
        if (![...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())) return false;
        const style = getComputedStyle(one), look = [style.color, style.fontSize, style.fontWeight, way(one)].join();
        return !seen.has(look) && seen.add(look);
    });
}"""
# Reads a page in the window of the one before it, where axe is loaded and warm already: half as much work as a new
# window. A page that brings a script gets one, since scripts may leave something behind.
IN_PLACE = """async path => {
    const answer = await fetch(path), html = await answer.text();
    if (!answer.ok || /<script[^>]*\\ssrc/.test(html)) return false;
    history.replaceState(null, '', path);
    document.open();
    const loaded = new Promise(done => addEventListener('load', done, {once: true}));
    document.write(html);
    document.close();
    await loaded;
    return true;
}"""
WIDTHS = (1280, 320)
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@cache
def one_of_each_kind() -> tuple[str, ...]:
    """The address of the first page of each kind in the demonstration, and of pages that no record makes."""
    publication = load(Path(__file__).resolve().parents[1]).publication
    assert publication is not None
    first: dict[Kind, str] = {}
    told = years(standing(publication, date(2025, 11, 21)))
    for page in pages(publication, told):
        first.setdefault(page.kind, page.address)
    # A charter that adopts, a body for which something was adopted, a figure on which two promises rest.
    adopting = ["charters/library/", "bodies/library/", "results/stops-kept/"]
    return (
        *first.values(),
        *adopting,
        "charters/citizens/welcome-everyone/",
        "find/s/",
        "about/",
        "404.html",
    )


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


@dataclass
class Visit:
    """What happened while a page was loaded."""

    requests: list[str] = field(default_factory=list)
    bytes: int = 0
    said: list[str] = field(default_factory=list)


class Watched:
    """A tab that tells what happens in it; it keeps nothing of what it has fetched, so each visit is a first one."""

    def __init__(self, context: Any) -> None:
        self.page, self.visit = context.new_page(), Visit()
        context.new_cdp_session(self.page).send("Network.setCacheDisabled", {"cacheDisabled": True})
        self.page.on("request", lambda request: self.visit.requests.append(request.url))
        self.page.on("requestfinished", self._weigh)
        self.page.on("console", lambda message: self.visit.said.append(message.text))
        self.page.on("pageerror", lambda error: self.visit.said.append(str(error)))

    def open(self, url: str) -> Visit:
        """Load a page; what happens until the next one is opened is added to the visit."""
        # The page before may still be fetching: what it asks for is not this visit's.
        self.page.goto("about:blank")
        self.visit = Visit()
        self.page.goto(url, wait_until="load")
        return self.visit

    def settle(self) -> None:
        """Wait until nothing more is fetched."""
        self.page.wait_for_load_state("networkidle")

    def _weigh(self, request: Any) -> None:
        visit, sizes = self.visit, request.sizes()
        visit.bytes += sizes["responseBodySize"] + sizes["responseHeadersSize"]


def as_new(page: Any) -> Any:
    """A tab without the width, the colours and the wishes that somebody gave it; a new one costs seven times a page."""
    page.emulate_media(media="null", color_scheme="null", reduced_motion="null", forced_colors="null")
    page.set_viewport_size({"width": WIDTHS[0], "height": 720})
    return page


@contextmanager
def one_tab(browser: Any, site: Path) -> Iterator[Callable[[str], Any]]:
    """A function that shows a page of a folder, in one and the same tab, for axe to look at."""
    with served(site) as address:
        # axe itself is a script that the policy of the host forbids.
        tab = browser.new_context(bypass_csp=True, viewport={"width": WIDTHS[0], "height": 900}).new_page()
        tab.goto(address)

        def show(path: str) -> Any:
            if not tab.evaluate(IN_PLACE, f"/{path}"):
                tab.goto(address + path, wait_until="load")
            return tab

        yield show


def at_each_width(page: Any) -> Iterator[int]:
    """Shows a page at each width; first at that of the page before it, since a new one is a layout more."""
    for width in sorted(WIDTHS, key=lambda one: one != page.viewport_size["width"]):
        if width != page.viewport_size["width"]:
            page.set_viewport_size({"width": width, "height": 900})
        yield width


def all_barriers(page: Any) -> list[Any]:
    """What axe finds on a page by all its rules, in every text."""
    return _found(page, "document", {})


def barriers(page: Any) -> list[Any]:
    """What axe finds on a page by all rules but those of looks."""
    return _found(page, "document", {"rules": {rule: {"enabled": False} for rule in OF_LOOKS}})


def barriers_of_looks(page: Any) -> list[Any]:
    """What axe finds by the rules of looks, in one text of each look."""
    return _found(page, f"{{include: ({EACH_LOOK})()}}", {"runOnly": {"type": "rule", "values": OF_LOOKS}})


def looks_at_each_width(page: Any) -> dict[tuple[int, str], list[Any]]:
    """What axe finds by the rules of looks, by width and colour scheme; leaves the page in light colours."""
    found = {}
    for width in at_each_width(page):
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme)
            found[width, scheme] = barriers_of_looks(page)
    return found


def sideways(page: Any) -> list[str]:
    """Says that a page is wider than the window."""
    return [SIDEWAYS] if page.evaluate(SIDEWAYS) else []


def _found(page: Any, where: str, options: dict[str, Any]) -> list[Any]:
    options |= {"resultTypes": ["violations"]}
    run = f"""'axe' in window && axe.run({where}, {json.dumps(options)}).then(found => found.violations.map(
        one => [one.id, one.nodes.map(node => node.html).slice(0, 3)]))"""
    found = page.evaluate(run)
    if found is False:
        page.evaluate(_axe())
        found = page.evaluate(run)
    return [(rule, texts) for rule, texts in found]


@cache
def _axe() -> str:
    import axe_playwright_python

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
