"""The options of `charter release enact` that say what an act says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from charterkit.model.release import ActKind, Approver, Portion, Verb

Command = Callable[..., Any]

_DAY = "YYYY-MM-DD"
_TEXTS: dict[str, str] = {
    "--body": "Official name of the body that decided.",
    "--form": "What such an act is called: Decision, Order.",
    "--title": "Title of the act.",
    "--place": "Where it was decided.",
    "--signatory": "Office of the person who signed, without a name.",
    "--condition": "On what it depends that the version takes effect.",
    "--appeal": "How the act can be contested.",
    "--note": "What else readers should know.",
    "--gazette": "Name of the official gazette.",
}
_FACTS: dict[str, tuple[str, dict[str, Any]]] = {
    "--does": ("What the act does with the version.", {"type": click.Choice([one.value for one in ActKind])}),
    "--by": ("Who decided.", {"type": click.Choice([one.value for one in Approver])}),
    "--verb": (
        "Operative word of an approval; else approve.",
        {"type": click.Choice([one.value for one in Verb])},
    ),
    "--number": ("Number of the act, as it is written.", {}),
    "--date": ("Day of the act.", {"metavar": _DAY}),
    "--in-force": ("Day from which the version holds, if it is known.", {"metavar": _DAY}),
    "--digest": ("The digest that the decision prints.", {"metavar": "SHA256"}),
    "--covers": (
        "Part that it decides on; else all that its approver decides on.",
        {"type": click.Choice([one.value for one in Portion]), "multiple": True},
    ),
    "--votes": ("Votes in favour, against, abstained.", {"metavar": "N/N/N"}),
    "--gazette-date": ("Day of official publication.", {"metavar": _DAY}),
    "--gazette-number": ("Number of the issue or entry.", {}),
    "--gazette-url": ("Where the publication can be read.", {}),
    "--url": ("Where the act can be read.", {}),
    "--correct": (
        "Words that a correction puts right: in which record, where in it, from what, to what.",
        {"nargs": 4, "multiple": True, "metavar": "RECORD PLACE OLD NEW"},
    ),
    "--recorded": ("The act is older than its entry here, and printed no digest.", {"is_flag": True}),
}


def act_texts(command: Command) -> Command:
    """The options that take words, each as often as there are languages."""
    for name, about in reversed(_TEXTS.items()):
        command = click.option(name, multiple=True, metavar="TEXT", help=about)(command)
    return command


def act_facts(command: Command) -> Command:
    """The options that take a word, a number or a day."""
    for name, (about, kind) in reversed(_FACTS.items()):
        command = click.option(name, help=about, **kind)(command)
    return command
