"""What no line ends within: a number and what is counted, the groups of a large number, a span; and where none begins.

Only blanks become ones at which no line ends, so that the words stay the same; a span gets a sign without width on
request, where the program that breaks the lines does not know better.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from charterkit.exports.dossier.tree import Look, Run, Runs, words_of
from charterkit.numbers import NO_BREAK_SPACE

JOINER: Final = "\u2060"
"""A sign without width at which no line ends."""

# A number and the next word or the rest of the number, and the word that tells which days or points are counted; so and
# so many of so and so many; a year and its month; the word for "number" and the number or the place for it; the number
# of a promise and its name; a dash between words, which begins no line.
_BLANKS: Final = re.compile(
    r"(?<=\d) (?=[^\W\d_]|\d{3}(?!\d))"
    r"|(?:(?<=\d[ \u00a0]darbo)|(?<=procentinis)|(?<=procentiniai)|(?<=procentinių)) "
    r"|(?:(?<=\d[ \u00a0]iš)|(?<=\d[ \u00a0]of)|(?<=\d[ \u00a0]od)|(?<=\d[ \u00a0]от)) (?=\d)"
    r"|(?<=\d[ \u00a0]m\.) (?=\w)"
    r"|(?:(?<=\b[Nn]r\.)|(?<=\bšt\.)|(?<=№)) "
    r"|(?<=\bNo) (?=\d|$)"
    r"|(?:(?<=\d\.\d\.)|(?<=\.\d\d\.)) (?=[^\W\d_])"
    r"| (?=[–—] )"
)
_SPANS: Final = re.compile(r"(?<=\d)–(?=\d)")
# Nobody breaks these: what is typed as it stands, and the words below a line to fill in.
_AS_IT_IS: Final = frozenset({Look.CODE, Look.GAP})


def unparted(runs: Runs, *, joiner: str = "") -> Runs:
    """The runs of a paragraph with blanks at which no line ends; `joiner` is put behind the dash of every span."""
    whole = words_of(runs)
    blanks = frozenset(found.start() for found in _BLANKS.finditer(whole))
    spans = frozenset(found.start() for found in _SPANS.finditer(whole)) if joiner else frozenset()
    return tuple(_bound(runs, blanks, spans, joiner)) if blanks or spans else runs


def _bound(runs: Runs, blanks: frozenset[int], spans: frozenset[int], joiner: str) -> Iterator[Run]:
    start = 0
    for run in runs:
        end = start + len(run.text)
        if run.look in _AS_IT_IS or not any(start <= place < end for place in blanks | spans):
            yield run
        else:
            signs = enumerate(run.text, start)
            yield replace(
                run,
                text="".join(
                    NO_BREAK_SPACE if place in blanks else sign + joiner * (place in spans)
                    for place, sign in signs
                ),
            )
        start = end
