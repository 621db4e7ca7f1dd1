"""The components of the public site, each with an example that is cut out of the demonstration as it is built today.

`page()` is docs/handbook/looks.md; `files()` are the examples that it shows, made whenever the handbook is built.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from charterkit.data.load import load
from charterkit.rules.standing import standing
from charterkit.site.context import Site
from charterkit.site.render import Renderer

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2025, 11, 21)
FOLDER = "assets/looks"
_LINK = re.compile(r' href="[^"]*"')


@dataclass(frozen=True)
class Component:
    """A component: what it is for, when not to use it, where it is made, and how its example is cut out of a page."""

    id: str
    name: str
    use: str
    not_for: str
    made: str
    address: str
    begins: str
    ends: str
    height: int


def _section(id: str) -> str:
    return rf'<section class="[^"]*" aria-labelledby="{id}">'


_PROMISE, _BENEFIT = "charters/citizens/answer-letters/", "services/building-permit/"
COMPONENTS = (
    Component(
        "status",
        "Status mark",
        "Says whether a promise is kept or a target is met: a shape, the word, and only then a colour. Full disc: yes. "
        "Half disc: nearly, or in part. Ring: no. Dash: nothing can be said.",
        "Anything that is not a status, and never without its word, except in a chart whose sentence and table say it.",
        "`parts/status.html.j2`, rendered once for each status in `site/results/verdicts.py`",
        "methodology/",
        _section("verdicts"),
        "</section>",
        900,
    ),
    Component(
        "promise",
        "The promise",
        "The words of the body, set like a quotation, once, at the top of the page of a promise.",
        "Lists of promises: use the promise card there.",
        "`.promise` in `pages/commitment.html.j2`",
        _PROMISE,
        '<figure class="promise">',
        "</figure>",
        300,
    ),
    Component(
        "card",
        "Promise card",
        "A promise in a list: number, title as the link, one sentence, status.",
        "Lists of more than about 40: use a table or a board with a line each.",
        "macro `entries` in `parts/macros.html.j2`",
        "charters/citizens/",
        _section("group-general"),
        "</section>",
        900,
    ),
    Component(
        "figure",
        "Key figure",
        "The one number of a page, set large, with the sentences that say what it means beside it.",
        "A second number on the same page: it goes into a table.",
        "macro `outcome` in `parts/results.html.j2`",
        _PROMISE,
        _section("kept"),
        "</section>",
        430,
    ),
    Component(
        "timeline",
        "Timeline",
        "How a promise went, period by period: the same marks in a row, and always the table below.",
        "Figures whose size matters: use a chart.",
        "`site/charts/`, `parts/chart.html.j2`, macro `history`",
        _PROMISE,
        _section("history"),
        "</section>",
        860,
    ),
    Component(
        "chart",
        "Chart",
        "Figures over time beside their target, with a sentence above, a legend below and the same figures in a table.",
        "Fewer than three figures: say them in a sentence.",
        "`site/charts/`, macro `figure` in `parts/chart.html.j2`",
        "results/letters-answered-in-time/",
        '<figure class="chart">',
        "</figure>",
        690,
    ),
    Component(
        "tally",
        "Tally",
        "How many promises are in which state: the number kept set large, then every state with its count.",
        "Ranking bodies against each other.",
        "macro `tallied` in `parts/results.html.j2`",
        "results/",
        _section("sum"),
        "</section>",
        630,
    ),
    Component(
        "approval",
        "Approval box",
        "Who stands behind a charter: who approves it, since when it holds, when it is looked at again.",
        "Anything but the approval: it is the only box of the site.",
        "`.seal` in `pages/charter.html.j2`",
        "charters/citizens/",
        _section("approved"),
        "</section>",
        1090,
    ),
    Component(
        "glance",
        "In short",
        "The three things that most people come for, at the top of a service: time, cost, way.",
        "More than four facts: use the list of facts.",
        "macro `glance` in `parts/services.html.j2`",
        _BENEFIT,
        _section("short").replace('[^"]*', "short"),
        "</section>",
        620,
    ),
    Component(
        "steps",
        "Steps",
        "How a service goes: a number for each step, what you do, what we do, how long it takes and what it costs.",
        "Lists without an order.",
        "macro `steps` in `parts/services.html.j2`",
        _BENEFIT,
        _section("steps"),
        "</section>",
        900,
    ),
    Component(
        "fees",
        "Fees",
        "What is paid, set large, for what, and by which law.",
        "Compensation: it stands among the facts of the promise.",
        "macro `fees` in `parts/services.html.j2`",
        _BENEFIT,
        _section("cost"),
        "</section>",
        440,
    ),
    Component(
        "ways",
        "Ways in",
        "Links of one sort side by side, behind a word that says what sort they are.",
        "Links that need a sentence each: use entries.",
        "macro `way_rows` in `parts/ways.html.j2`",
        "",
        _section("need"),
        "</section>",
        770,
    ),
    Component(
        "changes",
        "Changes",
        "What changed, with its day, the newest first.",
        "Older figures: they stand on the page of each result.",
        "macro `changed` in `parts/changes.html.j2`",
        "",
        _section("changed"),
        "</section>",
        820,
    ),
)

_RULES = """\
The public site has one calm look: black on paper white, one colour of the publisher, hairlines instead of boxes. A
page has one column of at most 66 characters, one number at 48 px or more, and space in steps of 8 px. What is shown
below is cut out of the demonstration, with the style sheet of the product, whenever the handbook is built; so it
cannot go stale.

## Rules for all of them

- **Order.** A page says first what it is, then whether it is kept, what you can do, and who answers. All pages of a
  kind ask their questions in the same order; `tests/test_reading.py` holds it.
- **Colour.** The publisher's colour is made lighter or darker until it has a contrast of 4.5 to 1 on light and 7 to 1
  on dark ground (`site/colours.py`). A drawn crest (SVG) of which no colour has a contrast
  of 3 to 1 with the page gets a plate: a dark crest on a dark screen, a white one on a light screen. Any other stands
  on the page as it is; into a PNG file nobody looks, so give one that can be seen on white and on black.
- **Colour is never alone.** Each state has a shape and a word. With forced colours (`forced-colors: active`) shapes,
  charts, focus and buttons keep their form in the colours of the system.
- **Size.** 18 px is the smallest text. Sizes are in `rem`, so that a reader's own font size counts. Words in charts
  grow with it too, as long as the chart is wide enough that none meets another: on a telephone they stay at 15 px,
  and the sentence above and the table below the chart grow instead.
- **Touch and keyboard.** A link in a list is 44 px high, a field or a button 48 px. The focus is a line of 3 px,
  always seen.
- **Motion.** Nothing moves by itself; smooth scrolling is off where a reader asks for less motion.
- **Weight.** All styles are one file. A page stays under 10 kB compressed; long lists are split or leave their
  sentences out.
"""


def page() -> str:
    """The page of the handbook."""
    lines = [
        "# Looks",
        "",
        "<!-- Written by tools/handbook.py; change tools/looks.py instead. -->",
        "",
        _RULES,
    ]
    for one in COMPONENTS:
        source = f"../{FOLDER}/{one.id}.html"
        lines += [
            f"## {one.name}",
            "",
            one.use,
            "",
            f"**Not for:** {one.not_for[0].lower()}{one.not_for[1:]}",
            "",
            f"**Made by:** {one.made}.",
            "",
            f'<iframe src="{source}" title="Example: {one.name}" width="100%" height="{one.height}"></iframe>',
            "",
        ]
    return "\n".join(lines).rstrip() + "\n"


@cache
def files() -> Mapping[str, bytes]:
    """The examples and the style sheet that they share, by their address in the handbook."""
    assets = _renderer().static_assets()
    found = {f"{FOLDER}/{one.id}.html": _document(one).encode() for one in COMPONENTS}
    return {**found, f"{FOLDER}/charter.css": assets["assets/charter.css"]}


@cache
def _renderer() -> Renderer:
    publication = load(ROOT).publication
    assert publication is not None
    return Renderer(Site(publication, standing(publication, TODAY), publication.publisher.languages))


def _document(one: Component) -> str:
    renderer = _renderer()
    shown = next(page for page in renderer.directory.pages if page.address == one.address)
    html = renderer.page(shown, "en")
    found = re.search(f"{one.begins}.*?{one.ends}", html, re.DOTALL)
    assert found is not None, f"{one.id}: not found in {one.address}"
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{one.name}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="stylesheet" href="charter.css"></head>\n<body class="wrap"><main>{_LINK.sub(_HERE, found[0])}'
        "</main></body></html>\n"
    )


_HERE = ' href="#"'
