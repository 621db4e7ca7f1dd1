"""What the pages are for that the product makes itself: the sentence below the title of each, by which it is found too.

By which other names people look for a kind of page stands in `synonyms/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from charterkit.site.context import Context
from charterkit.site.pages import Kind
from charterkit.strings import mark

_LEADS: Final[Mapping[Kind, str]] = {
    Kind.QUALITY: mark("What we found, what we do about it, and whether it helped."),
    Kind.ACTIONS: mark("What we do so that promises are kept and services become better."),
    Kind.SAID: mark("What people told us, what we did about it, and whether it helped."),
    Kind.SURVEYS: mark("What people expect of us, and how they found it."),
    Kind.VERSIONS: mark(
        "Every version that was ever approved stays here, word for word, with the days on which it was in force."
    ),
    Kind.STANDARDS: mark(
        "Our standards say how services are delivered and how staff behave. The promises rest on them."
    ),
    Kind.PROCEDURES: mark("Approved documents that say how we do our work, step by step."),
    Kind.SERVICES: mark(
        "What you can get from us, what you need for it, how long it takes and what it costs."
    ),
    Kind.WAYS: mark(
        "Find a service by what happened to you, by topic, by who you turn to, or by how you reach us."
    ),
    Kind.METHODOLOGY: mark("How results are collected and judged, with the record of every indicator."),
    Kind.BODIES: mark("Which bodies there are, how to reach them, and how well each keeps its promises."),
    Kind.CHANGES: mark(
        "New versions of charters, new and corrected figures, new targets, and what has ended. The newest comes first."
    ),
    Kind.WORDS: mark("What the words on this website mean, in plain sentences."),
}


def lead_of(context: Context, kind: Kind | None) -> str:
    """What a page of a kind is for, as it says itself below its title; blank where a record says it."""
    return context.say(_LEADS[kind]) if kind is not None and kind in _LEADS else ""
