"""What a visitor's browser fetches: bytes and requests of eight kinds of page, beside a page of plain Material.

Measured in Chromium over a server that compresses and lets the browser keep files, as good hosts do. "First" is a
visit with nothing kept; "later" comes from another page, so what all pages share is there already.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import peers
from spent import VENV, spent
from table import Line

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from browsing import CHROMIUM, chromium, served

ROOT: Final = Path(__file__).resolve().parents[2]
PAGES: Final = {
    "home": "",
    "charter": "charters/citizens/",
    "promise": "charters/citizens/answer-letters/",
    "service": "services/written-request/",
    "standard": "standards/counter-wait/",
    "results": "results/",
    "one result": "results/letters-answered-in-time/",
    "methodology": "methodology/",
}
FIRST, LATER, REQUESTS = 30.0, 10.0, 6


def lines(folder: Path) -> Iterator[Line]:
    """Visit every page twice; nothing where there is no browser."""
    if CHROMIUM is None:
        return
    spent((VENV / "charter", "build", ROOT, "--site-dir", folder / "weight"), ROOT)
    material = folder / "material-weight"
    peers.write_material(material, 3)
    spent((VENV / "mkdocs", "build", "-q"), material)
    page = next((material / "site/lt").iterdir()).name
    with chromium() as browser:
        with served(folder / "weight", keep=True) as address:
            for name, path in PAGES.items():
                yield from _visits(browser, name, address, path, FIRST, LATER, REQUESTS)
        with served(material / "site", keep=True) as address:
            yield from _visits(browser, "plain Material", address, f"lt/{page}/", None, None, None)


def _visits(
    browser: Any,
    name: str,
    address: str,
    path: str,
    first: float | None,
    later: float | None,
    requests: int | None,
) -> Iterator[Line]:
    fetched = _fetched(browser, [address + path])
    before = address if path else address + PAGES["results"]
    yield Line(f"{name}: first visit", sum(fetched) / 1000, "kB", first)
    yield Line(f"{name}: first visit, requests", len(fetched), "", requests)
    yield Line(f"{name}: later visit", sum(_fetched(browser, [before, address + path])) / 1000, "kB", later)


def _fetched(browser: Any, visits: list[str]) -> list[int]:
    """The bytes of each answer that came over the network for the last of these visits."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    for url in visits:
        sizes.clear()
        page.goto(url, wait_until="networkidle")
    context.close()
    return [size for size in sizes if size]
