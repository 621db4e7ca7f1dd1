"""What mkdocs.yml says that concerns the records: the day, the languages, the folder of hand-written pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from charterkit.data.source import Document, read_foreign
from charterkit.model.publisher import Publisher
from charterkit.problems import Problem, Spot, problem

# The first part of every address that belongs to the records.
RESERVED_ADDRESSES = frozenset(
    {
        "accessibility", "assets", "bodies", "calendars", "changes", "charters", "complain", "contact", "find",
        "methodology", "open-data", "privacy", "procedures", "quality", "results", "services", "standards", "ways",
        "words",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """The site's settings as far as records depend on them; defaults where there is no mkdocs.yml."""

    document: Document
    today: str = ""
    docs: str = "docs"
    languages: tuple[str, ...] | None = None
    languages_path: tuple[str | int, ...] = ()
    names_plugin: bool = True
    site_url: str = ""


def read_config(root: Path, name: str = "mkdocs.yml") -> SiteConfig:
    """The settings in a folder's mkdocs.yml; what cannot be read there is left to MkDocs to complain about."""
    try:
        document = read_foreign(name, (root / name).read_bytes())
    except OSError:
        return SiteConfig(Document(name, ""))
    data = document.data if isinstance(document.data, dict) else {}
    languages, path = _languages(data)
    named = any(name == "charterkit" for _, name, _ in _plugins(data))
    docs, url = (one if isinstance(one, str) else "" for one in (data.get("docs_dir"), data.get("site_url")))
    return SiteConfig(document, _today(data), docs or "docs", languages, path, named, url)


def _plugins(data: dict[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str, Any]]:
    """The plugins with their settings, in either of the two forms that MkDocs knows."""
    plugins = data.get("plugins")
    if isinstance(plugins, dict):
        yield from ((("plugins", name), name, settings) for name, settings in plugins.items())
    for index, item in enumerate(plugins if isinstance(plugins, list) else ()):
        if isinstance(item, dict):
            yield from ((("plugins", index, name), name, settings) for name, settings in item.items())
        elif isinstance(item, str):
            yield ("plugins", index), item, {}


def _today(data: dict[str, Any]) -> str:
    for _, name, settings in _plugins(data):
        if name == "charterkit" and isinstance(settings, dict) and settings.get("today"):
            return str(settings["today"])
    return ""


def _languages(data: dict[str, Any]) -> tuple[tuple[str, ...] | None, tuple[str | int, ...]]:
    """The languages that static-i18n builds, the default first; None without that plugin."""
    for path, name, settings in _plugins(data):
        if name == "i18n" and isinstance(settings, dict):
            entries = [one for one in settings.get("languages") or () if isinstance(one, dict)]
            built = [one for one in entries if one.get("build", True) is not False]
            ordered = sorted(built, key=lambda one: one.get("default") is not True)
            return tuple(str(one.get("locale", "")) for one in ordered), (*path, "languages")
    return None, ()


def site_problems(root: Path, config: SiteConfig, publisher: Publisher) -> Iterator[Problem]:
    """Where mkdocs.yml and docs/ contradict the records."""
    yield from _language_problems(config, publisher)
    yield from _address_problems(root, config, publisher)


def _language_problems(config: SiteConfig, publisher: Publisher) -> Iterator[Problem]:
    found = config.languages if config.languages is not None else publisher.languages[:1]
    if not config.document.text or found == publisher.languages:
        return
    yield problem(
        "site-languages",
        Spot(config.document.file, config.languages_path),
        found=", ".join(found),
        wanted=", ".join(publisher.languages),
        lines=language_lines(publisher.languages),
    )


def language_lines(languages: tuple[str, ...]) -> str:
    """The lines of mkdocs.yml that let static-i18n build these languages, the first one at the root."""
    lines = [
        "  - i18n:",
        "      docs_structure: suffix",
        "      reconfigure_search: false",
        "      languages:",
    ]
    for index, lang in enumerate(languages):
        default = ", default: true" if index == 0 else ""
        lines.append(f"        - {{locale: {lang}, name: {lang}, build: true{default}}}")
    return "\n".join(lines)


def _address_problems(root: Path, config: SiteConfig, publisher: Publisher) -> Iterator[Problem]:
    folder = root / config.docs
    reserved = RESERVED_ADDRESSES | frozenset(publisher.languages)
    for path in sorted(folder.rglob("*.md")):
        first = PurePosixPath(path.relative_to(folder).as_posix()).parts[0].split(".")[0]
        if first in reserved:
            file = path.relative_to(root).as_posix()
            yield problem("page-reserved", Spot(file, line=1), found=f"/{first}/")
