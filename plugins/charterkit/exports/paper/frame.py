"""What every paper has around its text: who publishes it, in which language, as of which day, in which state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from charterkit.exports.paper.crest import Crest
from charterkit.exports.paper.nodes import as_data
from charterkit.exports.paper.typeset import Paper
from charterkit.site.addresses import absolute, prefix_of
from charterkit.site.colours import DEFAULT, LIGHT_GROUNDS, accent
from charterkit.site.context import Context, Directory, Site
from charterkit.site.pieces import Piece
from charterkit.site.printed import Sort
from charterkit.site.releases.approval import release_read, versions_of
from charterkit.strings import mark

_PAPER_WHITE: Final = "#ffffff"
# The fixed words of the templates, which know none of their own.
_LABELS: Final[Mapping[str, str]] = {
    "contents": mark("Contents"),
    "stands": mark("Who stands behind it"),
    "kept": mark("Are the promises kept?"),
    "adopted": mark("Adopted promises"),
    "adopted_lead": mark(
        "These promises were given in another charter. They hold here too, and are counted only there."
    ),
    "of_charter": mark("Promises of the charter:"),
    "principles": mark("Principles"),
    "covers": mark("Bodies covered"),
    "scope": mark("For whom it holds"),
    "rights": mark("Your rights"),
    "duties": mark("What we ask of you"),
    "complain": mark("If a promise is not kept"),
    "law": mark("What it means in law"),
    "legal_basis": mark("Legal basis"),
    "consultation": mark("How people had a say"),
    "follow_up": mark("Reports and reviews"),
    "sources": mark("Sources"),
    "conditions": mark("Limits and conditions"),
    "fail": mark("If we fail"),
    "clock": mark("How time is counted"),
    "behind": mark("What is behind it"),
    "from": mark("From"),
    "until": mark("Until"),
    "level": mark("Level"),
    "rest_on": mark("Promises that rest on it"),
    "cause": mark("Cause"),
    "action": mark("What we do about it"),
    "deadline": mark("Deadline"),
    "charts": mark("How the figures have developed"),
    "no_cause": mark("No cause is stated."),
    "sum": mark("All promises together"),
    "none": mark("No promise has been published here."),
    "board": mark("Promise by promise"),
    "missed": mark("What was missed, and why"),
    "late": mark("Overdue"),
    "answers": mark("Questions and complaints"),
    "promise": mark("Promise"),
    "period": mark("Period"),
    "result": mark("Result"),
    "target": mark("Target"),
    "verdict": mark("Status"),
    "responsible": mark("Who answers for it"),
    "monitor": mark("How we monitor"),
    "rules": mark("How results are judged"),
    "order": mark("The rules, in order. The first line that applies decides."),
    "known": mark("What is known"),
    "examples": mark("Worked examples"),
    "invented": mark(
        "The numbers are invented. They are judged by the same program as the real figures. "
        "The margin for shares is 2 percentage points here."
    ),
    "single": mark("One figure and one target"),
    "shows": mark("What it shows"),
    "follows": mark("What follows from it"),
    "quarters": mark("A year is judged by its quarters"),
    "gaps": mark("When a figure is missing"),
    "zero": mark(
        "A zero is a figure. A blank never means zero. These are different things, and each has its own verdict."
    ),
    "instead": mark("What can take the place of a figure"),
    "happened": mark("What happened"),
    "promises": mark("How the answer for a promise follows"),
    "promises_lead": mark(
        "A promise is kept only if every target is met. Its verdict follows from all its results in the latest "
        "period that is over and due:"
    ),
    "results": mark("Results"),
    "on_promise": mark("Status of the promise"),
    "no_indicator": mark("No indicator"),
    "verdicts": mark("What the words mean"),
    "means": mark("What it means"),
    "of_promises": mark("The words for promises"),
    "of_results": mark("The words for single results"),
    "indicators": mark("What is measured"),
    "colophon": mark("About this document"),
    "digest": mark("Fingerprint of the content (SHA-256)"),
    "digest_means": mark(
        "Whoever makes this document again from the same records and for the same day gets the same fingerprint."
    ),
    "promises_count": mark("Promises"),
    "next": mark("Next visits:"),
    "no_visit": mark("No visit is planned in the coming year."),
    "stops": mark("Stops"),
    "where": mark("Where exactly"),
    "when": mark("When"),
    "off": mark("Days with a different timetable"),
}


@dataclass(frozen=True, slots=True)
class Press:
    """Everything that papers are made from: the site, what was worked out for all of it, and the crest."""

    site: Site
    directory: Directory
    crest: Crest | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands at the head of a paper: its title as bare words and as they are set, and what sort of paper it is.

    `address` is where it can be read on the site, `approved` whether anybody has to approve it, `record` the place or
    the stop that a sheet is for, `charter` the one that it is about, blank where it shows what several share.
    """

    title: str
    shown: Piece | str
    sort: Sort
    address: str
    kicker: str = ""
    approved: bool = False
    record: str = ""
    charter: str = ""


def paper(
    press: Press, context: Context, name: str, template: str, heading: Heading, parts: Mapping[str, object]
) -> Paper:
    """A paper of these parts, views and bare words alike, within the frame that all papers have."""
    return Paper(
        name,
        template,
        heading.title,
        {"frame": _frame(press, context, heading), **{key: as_data(part) for key, part in parts.items()}},
        heading.shown,
        heading.address,
        heading.sort,
        heading.record,
    )


def _frame(press: Press, context: Context, heading: Heading) -> dict[str, Any]:
    publisher, today = context.publication.publisher, context.standing.today
    say = context.say
    return {
        "lang": context.reader.words.lang,
        "title": heading.title,
        "shown": as_data(heading.shown),
        "kicker": heading.kicker,
        "body": as_data(context.line(publisher.name)),
        "body_name": context.reader.bare(publisher.name),
        "date": [today.year, today.month, today.day],
        "day": say("As of {day}", day=context.reader.words.day(today)),
        "state": _state(context, heading) if heading.approved else "",
        "in_force": bool(versions_of(context, heading.charter)),
        "demonstration": demonstration(context),
        "notice": as_data(context.line(publisher.notice)),
        "colour": print_colour(context),
        "crest": press.crest.as_data() if press.crest is not None else None,
        "address": permanent(context, heading.address),
        "labels": {key: say(label) for key, label in _LABELS.items()},
    }


def print_colour(context: Context) -> str:
    """The publisher's colour, dark enough for paper."""
    own = context.publication.publisher.site.colour or DEFAULT
    return accent(own, (_PAPER_WHITE, *LIGHT_GROUNDS)).colour


def _state(context: Context, heading: Heading) -> str:
    """By which version the paper is set; that nobody has approved it, where nobody has."""
    versions = versions_of(context, heading.charter)
    one = release_read(context, heading.charter) if heading.charter else None
    if one is not None and one.since is not None and one.since_in is None:
        day = context.reader.words.day(one.since)
        return context.say("Version {version}, in force since {day}", version=versions, day=day)
    if versions:
        return context.say("Version: {version}", version=versions)
    return context.say("Not yet approved and sealed")


def demonstration(context: Context) -> str:
    """That the body is invented; blank where it is not."""
    if not context.publication.publisher.demonstration:
        return ""
    return f"{context.say('Demonstration.')} {context.say('The body and its figures are invented.')}"


def permanent(context: Context, address: str) -> str:
    """The whole address of a page in the paper's language; blank while nobody knows where the site stands."""
    site = context.site
    if not site.settings.site_url:
        return ""
    return absolute(site.settings.site_url, prefix_of(context.reader.lang, site.languages), address)
