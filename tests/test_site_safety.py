"""Whatever people write in records or in docs/, none of it comes alive in a page."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from typing import Any

from charterkit.model.publication import Publication
from charterkit.site.context import HandWritten, Settings
from charterkit.site.render import Renderer
from charterkit.text import Text
from test_site_sample import publication, site

VECTORS = (
    '<script>alert(1)</script> "><img src=x onerror=alert(1)> {{ 1111*7 }} [x](javascript:alert(1)) '
    "' onmouseover='x"
)
VOID = {"meta", "link", "img", "input", "br", "hr"}


class Reading(HTMLParser):
    """What a browser would find in a page: tags, attributes, nesting, headings."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def attributes(self, name: str) -> list[str]:
        """The values of an attribute, wherever it stands."""
        return [value or "" for _, attrs in self.tags for key, value in attrs.items() if key == name]


def poisoned(value: Any) -> Any:
    """The value with the vectors in every authored text, name and word of it."""
    if isinstance(value, Text):
        return Text.of({lang: f"{words} {VECTORS}" for lang, words in value.items()})
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: poisoned(getattr(value, field.name)) for field in fields(value)})
    if isinstance(value, tuple):
        return tuple(poisoned(one) for one in value)
    if isinstance(value, dict):
        return {key: poisoned(one) for key, one in value.items()}
    return value


def poisoned_renderer() -> Renderer:
    """A site in which every authored text holds the vectors."""
    sample: Publication = poisoned(publication())
    settings = Settings(
        "https://charter.example.org/",
        "https://git.example.org/repo",
        "edit/main/",
        extra_pages=(HandWritten("about/", {"lt": VECTORS}),),
    )
    return Renderer(site(sample, settings))


def alive(reading: Reading) -> list[str]:
    """What could run in a page although nobody of this package wrote it."""
    # Data for search engines never runs; a text that broke out of it would show as another tag.
    known = ({"type": "application/ld+json"},)
    scripts = [
        str(attrs)
        for tag, attrs in reading.tags
        if tag == "script" and "src" not in attrs and attrs not in known
    ]
    handlers = [name for _, attrs in reading.tags for name in attrs if name.startswith("on")]
    links = [link for link in reading.attributes("href") if link.startswith("javascript")]
    return [*scripts, *handlers, *links, *(["7777"] if "7777" in reading.text else [])]


def test_nothing_that_people_write_in_records_becomes_script_or_template() -> None:
    renderer = poisoned_renderer()
    pages = [renderer.page(page, "lt") for page in renderer.directory.pages]
    for html in (*pages, renderer.not_found()):
        reading = Reading(html)

        assert "alert(1)" in reading.text
        assert alive(reading) == []
        assert all("class" in attrs for tag, attrs in reading.tags if tag == "img")


def test_nothing_that_people_write_in_docs_becomes_script_or_template() -> None:
    renderer = poisoned_renderer()
    for html in (
        renderer.handwritten("about/", "lt", VECTORS, VECTORS, "lt"),
        renderer.home("lt", VECTORS, "lt"),
    ):
        assert alive(Reading(html)) == []
