"""The components of the site in the handbook: each with an example of today, in the clothes of the product."""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

from looks import COMPONENTS, FOLDER, files, page


def test_every_example_that_the_page_shows_is_made() -> None:
    shown = re.findall(r'<iframe src="\.\./([^"]+)" title="Example: ([^"]+)"', page())

    assert [name for _, name in shown] == [one.name for one in COMPONENTS]
    assert {address for address, _ in shown} | {f"{FOLDER}/charter.css"} == set(files())


def test_an_example_is_cut_out_whole_and_leads_nowhere() -> None:
    for address, content in files().items():
        html = content.decode()
        if address.endswith(".html"):
            assert '<link rel="stylesheet" href="charter.css">' in html
            assert set(re.findall(r'<a [^>]*href="([^"]*)"', html)) <= {"#"}
            for tag in ("section", "figure", "table", "ul", "ol", "dl"):
                assert html.count(f"<{tag}") == html.count(f"</{tag}>"), (address, tag)


def test_the_page_names_templates_and_classes_that_there_are() -> None:
    package = Path(__file__).resolve().parent.parent / "plugins/charterkit"
    styles = files()[f"{FOLDER}/charter.css"].decode()
    for one in COMPONENTS:
        for path in re.findall(r"`((?:parts|pages)/[a-z_]+\.html\.j2)`", one.made):
            assert (package / "templates" / path).is_file(), path
        for name in re.findall(r"`\.([a-z-]+)`", one.made):
            assert f".{name} " in styles or f".{name}{{" in styles, name
