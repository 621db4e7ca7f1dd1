"""A crest that could not be seen on the page gets a plate; any other stands on the page as it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from charterkit.data.crest import crest_colours, drawn_colours
from charterkit.engine.edition import Edition, Place
from charterkit.rules.check import Checked
from charterkit.rules.standing import standing
from charterkit.site.colours import DARK_GROUNDS, LIGHT_GROUNDS, SEEN, contrast, crest_plate
from charterkit.site.context import Settings, Site
from charterkit.site.render import Renderer
from test_site_sample import publication
from test_site_sample import site as sample

REPOSITORY = Path(__file__).resolve().parents[1]
DARK_ONLY = "@media screen and (prefers-color-scheme: dark) { .crest { padding: 4px;"


def colours(inside: str, attributes: str = "") -> tuple[str, ...]:
    """The colours of a drawing with this inside."""
    return drawn_colours(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode())


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('<path d="M0 0h9v9z"/>', ("#000000",)),
        ('<g fill="#1D5C4D"><path d="M0 0"/><circle r="2" fill="#fff"/></g>', ("#1d5c4d", "#ffffff")),
        ('<path fill="none" stroke="rgb(16, 32, 48)" d="M0 0"/>', ("#102030",)),
        ('<path style="fill:#c00;fill-rule:evenodd;stroke:gold" d="M0 0"/>', ("#ffd700", "#cc0000")),
        ('<style>.a{fill:#ABCDEF} .b { stroke : navy; }</style><path class="a" d="M0 0"/>', ("#abcdef", "#000080")),
        (
            '<defs><linearGradient id="g"><stop stop-color="#123456"/></linearGradient></defs><rect fill="url(#g)"/>',
            ("#123456",),
        ),
        # What cuts out is not painted, and neither is what only may be used.
        ('<clipPath><path d="M0 0"/></clipPath><defs><path id="p"/></defs><rect fill="#ffffff80"/>', ("#ffffff",)),
        ('<path fill="currentColor" d="M0 0"/>', ("#000000",)),
        ("<g/>", ()),
    ],
)  # fmt: skip
def test_colours_are_those_with_which_a_drawing_paints(inside: str, expected: tuple[str, ...]) -> None:
    assert colours(inside) == expected


@pytest.mark.parametrize(
    "inside",
    [
        '<path fill="rebeccapurple" d="M0 0"/>',
        '<path fill="var(--x)" d="M0 0"/>',
        '<image href="crest.png"/><path d="M0 0"/>',
        "<style>@media (prefers-color-scheme: dark) { path { fill: #fff } }</style><path/>",
        "<path",
    ],
)
def test_what_cannot_be_told_is_not_guessed(inside: str) -> None:
    assert colours(inside) == ()


def test_odd_drawings_do_no_harm() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><svg><path fill="&b;"/></svg>'

    assert drawn_colours(bomb.encode()) == ()
    assert drawn_colours(b"\x89PNG\r\n") == ()
    assert colours("<g>" * 5000 + "<path/>" + "</g>" * 5000) == ("#000000",)


def test_only_drawings_that_are_there_and_not_too_large_are_looked_into(tmp_path: Path) -> None:
    black = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
    for name, raw in {"crest.svg": black, "crest.png": black, "large.svg": black + b" " * 1_000_001}.items():
        (tmp_path / name).write_bytes(raw)

    assert crest_colours(tmp_path / "crest.svg") == ("#000000",)
    assert [crest_colours(tmp_path / name) for name in ("crest.png", "large.svg", "none.svg")] == [()] * 3


def test_a_dark_crest_gets_a_light_plate_on_a_dark_screen_and_a_light_one_a_dark_plate() -> None:
    dark, light = crest_plate(("#000000", "#1d5c4d")), crest_plate(("#ffffff", "#f6f1e3"))

    assert dark.startswith(DARK_ONLY)
    assert f"background: {LIGHT_GROUNDS[0]}" in dark
    assert light.startswith(".crest { padding: 4px;")
    assert f"background: {DARK_GROUNDS[0]}" in light


@pytest.mark.parametrize("crest", [(), ("#000000", "#ffd700"), ("#ffffff", "#000080"), ("#808080",)])
def test_a_crest_that_can_be_seen_stands_on_the_page_as_it_is(crest: tuple[str, ...]) -> None:
    assert crest_plate(crest) == ""


def test_what_is_faint_on_one_ground_is_seen_on_the_other() -> None:
    for level in range(256):
        grey = f"#{level:02x}{level:02x}{level:02x}"
        assert max(contrast(grey, LIGHT_GROUNDS[0]), contrast(grey, DARK_GROUNDS[0])) >= SEEN


def test_the_stylesheet_of_a_site_holds_the_plate() -> None:
    plain = sample(publication())
    seen = Renderer(plain).static_assets()["assets/charter.css"].decode()
    settings = Settings(crest_colours=("#000000",))
    faint = Site(plain.publication, plain.standing, plain.languages, settings)

    assert DARK_ONLY not in seen
    assert DARK_ONLY in Renderer(faint).static_assets()["assets/charter.css"].decode()


def test_who_builds_a_site_looks_into_the_crest_of_its_folder(tmp_path: Path) -> None:
    records = publication()
    (tmp_path / "assets").mkdir()
    (tmp_path / records.publisher.site.crest).write_text("<svg><path/></svg>", encoding="utf-8")
    checked = Checked(records, (), 0, standing(records, date(2025, 11, 21)))
    here, nowhere = Edition(checked, Place(docs=tmp_path)).renderer, Edition(checked, Place()).renderer

    assert here is not None
    assert nowhere is not None
    assert here.site.settings.crest_colours == ("#000000",)
    assert nowhere.site.settings.crest_colours == ()


def test_the_crest_of_the_demonstration_can_be_seen_on_both_grounds() -> None:
    found = crest_colours(REPOSITORY / "docs/assets/crest.svg")

    assert set(found) == {"#f6f1e3", "#1d5c4d", "#b98a1e"}
    assert crest_plate(found) == ""
