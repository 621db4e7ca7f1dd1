"""The acts about a release in words: who decided what, by which act, when, and where it was published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from charterkit.data.release_files import SIGNATURE
from charterkit.model.release import Act, ActKind, Gazette, Portion, Verb, Votes
from charterkit.rules.releases.states import Dated, known_acts
from charterkit.site.context import Context, Fact, Link
from charterkit.site.pieces import Piece
from charterkit.site.records import source_links
from charterkit.site.releases.day_words import known_day
from charterkit.strings import mark, mark_in_context
from charterkit.text import beginning

_VERBS: Final[Mapping[Verb, str]] = {
    Verb.APPROVE: mark_in_context("who decided", "Approved by"),
    Verb.ENDORSE: mark_in_context("who decided", "Endorsed by"),
    Verb.AMEND: mark_in_context("who decided", "Amendment by"),
    Verb.REPEAL: mark_in_context("who decided", "Repealed by"),
    Verb.TAKE_NOTE: mark_in_context("who decided", "Taken note of by"),
}
_KINDS: Final[Mapping[ActKind, str]] = {
    ActKind.APPROVAL: mark_in_context("who decided", "Approved by"),
    ActKind.ENTRY_INTO_FORCE: mark_in_context("who decided", "Put into force by"),
    ActKind.CORRECTION: mark_in_context("who decided", "Slip of the pen corrected by"),
    ActKind.REJECTION: mark_in_context("who decided", "Rejected by"),
    ActKind.WITHDRAWAL: mark_in_context("who decided", "Withdrawn by"),
    ActKind.REPEAL: mark_in_context("who decided", "Repealed by"),
}
PARTS: Final[Mapping[str, str]] = {
    "charter": mark("This charter is approved by"),
    "standards": mark("Standards are approved by"),
    "procedures": mark("Procedures are approved by"),
    "methodology": mark("The methodology is approved by"),
    "services": mark("Services are approved by"),
}
APPROVERS: Final[Mapping[str, str]] = {
    "council": mark("the council"),
    "board": mark("the board"),
    "mayor": mark("the mayor"),
    "minister": mark("the minister"),
    "director": mark("the director"),
}
PORTIONS: Final[Mapping[Portion, str]] = {
    Portion.CHARTER: mark("The charter and its promises"),
    Portion.STANDARDS: mark("Service standards"),
    Portion.PROCEDURES: mark("Procedures"),
    Portion.METHODOLOGY: mark("Indicators and methodology"),
    Portion.SERVICES: mark("Services"),
}


def acts_of(context: Context, one: Dated) -> tuple[Act, ...]:
    """The acts about a release that had been done by the day of the site."""
    return known_acts(one.release, context.standing.today)


def act_facts(context: Context, one: Dated) -> tuple[Fact, ...]:
    """Who decided, by which act and on which day: every act in the order in which it was done."""
    return tuple(_fact(context, act) for act in acts_of(context, one))


def short_act(context: Context, act: Act) -> Link:
    """An act by its form, its number and its day, leading to where it can be read."""
    day = known_day(context.reader.words, act.day)
    name = beginning(act_name(context, act))
    return Link(context.say("{act}, {day}", act=name, day=day) if name else beginning(day), act.url)


def who_decided(context: Context, act: Act) -> Piece | str:
    """The body by its name, by what sort of body it is, or that no source names it."""
    if act.body:
        return context.line(act.body)
    if act.by is not None:
        return beginning(context.say(APPROVERS[act.by]))
    return context.say("Not named in the sources")


def act_name(context: Context, act: Act) -> str:
    """An act by its form and its number, as far as they are known."""
    form = context.reader.bare(act.form) or context.reader.bare(act.title)
    if form and act.number:
        return context.say("{act} No {number}", act=form, number=act.number)
    return form or (context.say("No {number}", number=act.number) if act.number else "")


def _fact(context: Context, act: Act) -> Fact:
    term = _VERBS[act.verb] if act.kind is ActKind.APPROVAL and act.verb else _KINDS[act.kind]
    values = [Link(who_decided(context, act)), short_act(context, act)]
    if act.covers:
        parts = "; ".join(context.say(PORTIONS[part]) for part in act.covers)
        values.append(Link(context.say("Parts decided on: {parts}", parts=parts)))
    values += (
        Link(context.say("Corrected: “{before}” became “{after}”.", before=slip.before, after=slip.after))
        for slip in act.corrections
    )
    return Fact(context.reader.words.in_context("who decided", term), tuple(values))


def details_of_acts(context: Context, one: Dated) -> tuple[Fact, ...]:
    """What else the acts say: gazette, votes, legal basis, annexes, appeal."""
    waits = one.since is None
    return tuple(
        fact
        for act in acts_of(context, one)
        for fact in (*_details(context, act, waits=waits), *_signatures(context, one, act))
    )


def conditions(context: Context, one: Dated) -> Iterator[Fact]:
    """On what it depends that a release takes effect."""
    for act in acts_of(context, one):
        if act.condition:
            yield Fact(context.say("Condition for taking effect"), (Link(context.line(act.condition)),))


def _details(context: Context, act: Act, *, waits: bool) -> Iterator[Fact]:
    """`waits`: the release waits for its condition, which stands with its days then."""
    say, line = context.say, context.line
    if act.form and act.title:
        yield Fact(say("Title of the act"), (Link(line(act.title), act.url),))
    if act.signatory or act.place:
        yield Fact(say("Signed by"), tuple(Link(line(text)) for text in (act.signatory, act.place) if text))
    if act.votes:
        yield Fact(say("Votes"), _votes(context, act.votes))
    if act.gazette:
        yield Fact(say("Published in"), _gazette(context, act.gazette))
    if act.condition and not waits:
        yield Fact(say("Condition for taking effect"), (Link(line(act.condition)),))
    if act.legal_basis:
        yield Fact(say("Legal basis"), source_links(context, act.legal_basis))
    if act.repeals:
        yield Fact(say("Acts repealed by it"), source_links(context, act.repeals))
    if act.annexes:
        yield Fact(say("Annexes"), tuple(Link(line(text)) for text in act.annexes))
    if act.appeal:
        yield Fact(say("How it can be contested"), (Link(context.block(act.appeal)),))
    if act.note:
        yield Fact(say("Note"), (Link(context.block(act.note)),))


def _signatures(context: Context, one: Dated, act: Act) -> Iterator[Fact]:
    """Who has signed the file of an act; whether the keys are theirs only a list of keys can tell."""
    name = act.file.rpartition("/")[2]
    found = (SIGNATURE.fullmatch(file) for file in sorted(one.release.files) if file.startswith(f"{name}."))
    names = [match[2] for match in found if match]
    if names:
        hint = context.say("{command} checks the signatures.", command="charter verify --signers")
        who = context.say("{act}: {names}", act=name, names=", ".join(names))
        yield Fact(context.say("Signature files"), (Link(who), Link(hint)))


def _votes(context: Context, votes: Votes) -> tuple[Link, ...]:
    return (
        Link(context.say("In favour: {number}", number=votes.in_favour)),
        Link(context.say("Against: {number}", number=votes.against)),
        Link(context.say("Abstained: {number}", number=votes.abstained)),
    )


def _gazette(context: Context, gazette: Gazette) -> tuple[Link, ...]:
    found = [Link(context.line(gazette.title), gazette.url)]
    if gazette.number:
        found.append(Link(context.say("No {number}", number=gazette.number)))
    if gazette.day:
        found.append(Link(context.reader.words.day(gazette.day)))
    return tuple(found)
