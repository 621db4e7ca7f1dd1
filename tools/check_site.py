"""Looks at built sites from outside: links and anchors, one heading of the first level, languages, nothing foreign.

`python tools/check_site.py SITE …` prints what is wrong and exits 1 if anything is. It knows nothing of charterkit.
"""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

# A term that its group ends behind, or an answer that says nothing.
_UNANSWERED = re.compile(r"<dt>((?:(?!</dt>).)*)</dt>\s*(?:</div>|<dd>\s*</dd>)", re.DOTALL)
# What names a region of a page, and the regions that are named by it.
_NAMES = re.compile(r"<(h[1-6]|caption) id=\"([^\"]+)\">(.*?)</\1>", re.DOTALL)
_REGIONS = re.compile(r"<(?:section|div)\b[^>]* aria-labelledby=\"([^\" ]+)\"")


@dataclass
class Page(HTMLParser):
    """What matters of one HTML file."""

    file: Path
    links: list[tuple[str, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    headings: int = 0
    lang: str = ""
    title: str = ""
    alternates: dict[str, str] = field(default_factory=dict)
    unanswered: list[str] = field(default_factory=list)
    regions: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)
        self._in_title = False
        text = self.file.read_text(encoding="utf-8")
        self.unanswered = _UNANSWERED.findall(text)
        names = {id: " ".join(re.sub("<[^>]+>", " ", name).split()) for _, id, name in _NAMES.findall(text)}
        self.regions = [names[id] for id in _REGIONS.findall(text) if id in names]
        self.feed(text)
        self.anchors = frozenset(self.ids)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note links, anchors, headings and languages."""
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "html":
            self.lang = found.get("lang", "")
        self.headings += tag == "h1"
        self._in_title = tag == "title"
        if tag == "link" and (found.get("rel") == "canonical" or "hreflang" in found):
            self.alternates[found.get("hreflang", "canonical")] = found["href"]
        elif tag != "form":
            self.links += [(tag, found[name]) for name in ("href", "src") if found.get(name)]

    def updatepos(self, i: int, j: int) -> int:
        """Lines and columns are told of nothing here, and to count them takes a tenth of the time."""
        return j

    def handle_data(self, data: str) -> None:
        """Note the title."""
        if self._in_title:
            self.title += data
            self._in_title = False


def read(site: Path) -> dict[Path, Page]:
    """All pages of a site, by their file."""
    return {file: Page(file) for file in sorted(site.resolve().rglob("*.html"))}


def faults(site: Path) -> Iterator[str]:
    """Everything that is wrong with a site, a line each."""
    return faults_of(read(site), site)


def faults_of(pages: dict[Path, Page], site: Path) -> Iterator[str]:
    """The same for pages that were read."""
    for looked_up in (target_of, _file_at):
        looked_up.cache_clear()  # what stands in a folder may have changed since
    if not pages:
        yield f"{site}: no page"
    for page in pages.values():
        yield from (f"{page.file}: {fault}" for fault in _faults(page, pages, site.resolve()))


def _faults(page: Page, pages: dict[Path, Page], site: Path) -> Iterator[str]:
    if page.headings != 1:
        yield f"{page.headings} headings of the first level"
    if not page.lang or not page.title.strip():
        yield "no language or no title"
    for id in _twice(page.ids):
        yield f"the id {id} stands there twice"
    for name in _twice(page.regions):
        yield f"two regions are called “{name}”"
    for term in page.unanswered:
        yield f"{term}: a question without an answer"
    for tag, link in page.links:
        fault = _about_link(tag, link, page, pages, site)
        if fault:
            yield f"{link}: {fault}"
    if len(page.alternates) > 1 and not all(link.startswith("https://") for link in page.alternates.values()):
        yield "an alternate address is not absolute"


def _twice(names: Iterable[str]) -> list[str]:
    return sorted(name for name, times in Counter(names).items() if times > 1)


def _about_link(tag: str, link: str, page: Page, pages: dict[Path, Page], site: Path) -> str:
    parts = urlsplit(link)
    if parts.scheme in ("mailto", "tel"):
        return ""
    if parts.scheme in ("http", "https") or parts.netloc:
        return "" if tag == "a" else "loaded from another host"
    if parts.scheme:
        return "an address that is none"
    path, anchor = urldefrag(link)
    base = site if path.startswith("/") else page.file.parent
    target = target_of(base, unquote(urlsplit(path).path)) if path else page.file
    if target is None:
        return "leads nowhere"
    found = pages.get(target)
    return "no such anchor" if anchor and found is not None and anchor not in found.anchors else ""


@cache  # the pages of a folder have most of their links in common
def target_of(folder: Path, path: str) -> Path | None:
    """The file to which a path leads that stands on a page of a folder; None where there is none."""
    return _file_at(os.path.normpath(folder / path.lstrip("/")))


@cache
def _file_at(path: str) -> Path | None:
    target = Path(path)
    target = target / "index.html" if target.is_dir() else target
    return target if target.is_file() else None


def main() -> int:
    """Check the sites named on the command line."""
    wrong = [fault for name in sys.argv[1:] for fault in faults(Path(name))]
    print("\n".join(wrong) or f"{len(sys.argv) - 1} sites: nothing wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
