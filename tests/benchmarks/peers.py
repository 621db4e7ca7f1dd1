"""The same texts for the tools that charterkit is measured against: a plain Material site, and a bare Hugo site."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from municipality import Promise, markdown
from texts import LANGUAGES

_MATERIAL: Final = """\
site_name: Giriai
site_url: https://charter.example.org/
theme:
  name: material
plugins:
  - search
nav:
  - index.md
not_in_nav: |
  /*/
"""
_HUGO: Final = """\
baseURL = "https://charter.example.org/"
title = "Giriai"
defaultContentLanguage = "lt"
disableKinds = ["taxonomy", "term", "RSS", "section"]
[languages]
[languages.lt]
weight = 1
[languages.en]
weight = 2
[languages.sl]
weight = 3
"""
_LAYOUT: Final = """\
<!doctype html>
<html lang="{{ .Site.Language }}">
<head>
<meta charset="utf-8">
<title>{{ .Title }} – {{ .Site.Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language }}" href="{{ .Permalink }}">{{ end }}
</head>
<body>
<header><a href="{{ .Site.BaseURL }}">{{ .Site.Title }}</a></header>
<main>{{ .Content }}</main>
<footer>Giriai</footer>
</body>
</html>
"""


def write_material(root: Path, promises: int) -> None:
    """A site as somebody would write it by hand: one Markdown page a promise and language, found by the search."""
    _put(root / "mkdocs.yml", _MATERIAL)
    _put(root / "docs" / "index.md", "# Giriai\n")
    for n in range(1, promises + 1):
        one = Promise(n)
        for lang in LANGUAGES:
            _put(root / "docs" / lang / f"{one.id}.md", markdown(one, lang))


def write_hugo(root: Path, promises: int) -> None:
    """The same pages for Hugo, with a theme that has nothing but the page itself: no list, no search, no menu."""
    _put(root / "config.toml", _HUGO)
    for name in ("_default/single.html", "index.html"):
        _put(root / "layouts" / name, _LAYOUT)
    for n in range(1, promises + 1):
        one = Promise(n)
        for at, lang in enumerate(LANGUAGES):
            front = f'+++\ntitle = "{one.title[at]}"\n+++\n'
            _put(root / "content" / f"{one.id}.{lang}.md", front + markdown(one, lang))


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
