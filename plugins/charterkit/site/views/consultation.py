"""A consultation about the draft of the next version of a charter: what would change, how to comment, the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from charterkit.data.reread import kind_of
from charterkit.model.consultation import Comment, OpenConsultation
from charterkit.model.release import Content, Release
from charterkit.rules.releases.change import Change
from charterkit.rules.releases.consulting import draft_of, is_open, public_consultation, would_change
from charterkit.rules.releases.public import Working
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.records import contact_facts
from charterkit.site.releases.approval import version_link
from charterkit.site.releases.change_words import ChangeWords
from charterkit.site.releases.changed import ChangesPart, changes_part
from charterkit.site.releases.field_names import kinds_name
from charterkit.site.releases.sealed_parts import SealedItem, anchor
from charterkit.site.releases.sealed_text import draft_of_itself, item_of
from charterkit.site.views.versions import trail
from charterkit.text import Text, sentences

# The kinds of records whose new wording stands on the page in full.
_IN_FULL: Final = frozenset({"commitment", "standard", "indicator", "procedure", "service"})


@dataclass(frozen=True, slots=True)
class CommentPart:
    """A comment with its answer; `about` names the record, `changed` says that the draft was changed by it."""

    sender: Piece
    comment: Piece
    answer: Piece
    about: str
    changed: bool


@dataclass(frozen=True, slots=True)
class WordingPart:
    """Records of a kind in their full new wording."""

    kind: str
    items: tuple[SealedItem, ...]


@dataclass(frozen=True, slots=True)
class ConsultationView:
    """What the page of a consultation shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    charter: Piece
    """The title of the charter as it stands."""
    print_mark: str
    """What stands on every printed sheet."""
    state: str
    """Until when people can comment, or that it is over."""
    ways: tuple[Fact, ...]
    """From when until when, and how to reach those who ask."""
    how: Piece
    """How to comment, in the body's own words."""
    form: Link | None
    """The way to comment online, while it is open."""
    in_force: Link | None
    """The text that holds."""
    changes: ChangesPart
    """What would change."""
    wording: tuple[WordingPart, ...]
    """Everything that would change, in its full new wording."""
    comments: tuple[CommentPart, ...]
    """What people said, and what was answered."""


def view(context: Context, page: Page) -> ConsultationView:
    """The page of a consultation."""
    today, charter = context.standing.today, context.publication.charters[page.key]
    one = public_consultation(context.publication, charter.id, today)
    assert one is not None, "pages are made by the same rule"
    working = context.site.working or Working(context.publication)
    draft, now = draft_of(working, charter.id), context.directory.versions.in_force(charter.id)
    before = now.release.records if now else {}
    made = would_change(before, draft, working, today) if now else ()
    bare = context.reader.bare(charter.title)
    title = context.say("Draft for comment: {charter}", charter=bare)
    state = _state(context, one)
    return ConsultationView(
        page=PageHead(title, sentences(title, state), trail(context, charter)),
        charter=context.line(charter.title),
        print_mark=context.say("Draft – not in force"),
        state=state,
        ways=tuple(_facts(context, one)),
        how=context.block(one.how) if is_open(one, today) else Piece(),
        form=_form(context, one),
        in_force=version_link(context, now) if now else context.charter_link(charter),
        changes=_changes(context, before, draft, made, working),
        wording=tuple(_wording(context, draft, made, working)),
        comments=tuple(_comment(context, draft, said, working) for said in one.comments),
    )


def _state(context: Context, one: OpenConsultation) -> str:
    until = context.reader.words.day(one.until)
    if is_open(one, context.standing.today):
        return context.say("You can comment on this draft. Last day: {day}.", day=until)
    return context.say("The consultation is over. Last day: {day}.", day=until)


def _facts(context: Context, one: OpenConsultation) -> Iterator[Fact]:
    days = context.reader.words.days(one.since, one.until)
    yield Fact(context.say("Time for comments"), (Link(days),))
    if is_open(one, context.standing.today):
        yield from contact_facts(context, one.contact)


def _form(context: Context, one: OpenConsultation) -> Link | None:
    if not one.url or not is_open(one, context.standing.today):
        return None
    return Link(context.say("Comment on the draft"), one.url)


def _changes(
    context: Context,
    before: Mapping[str, Content],
    draft: Release,
    made: tuple[Change, ...],
    working: Working,
) -> ChangesPart:
    now = context.directory.versions.in_force(draft.charter)
    old = working.translated(now.release) if now else before
    told = ChangeWords(context.figures, old, working.translated(draft), open=context.standing.today)
    return changes_part(context, told, made, _places(made, draft), _reasons(context, working, draft))


def _places(made: tuple[Change, ...], draft: Release) -> Callable[[str], str]:
    """Where the new wording of a record stands on this page."""
    shown = {one.subject for one in made if one.subject in draft.records and kind_of(one.subject) in _IN_FULL}

    def place(key: str) -> str:
        return f"#{anchor(key)}" if key in shown else ""

    return place


def _reasons(context: Context, working: Working, draft: Release) -> Callable[[str], tuple[Piece, ...]]:
    """Why a record would change, as the drafter says."""
    reasons = working.publication.reasons.get(draft.charter)
    declared = reasons.changes if reasons is not None else ()

    def why(key: str) -> tuple[Piece, ...]:
        return tuple(context.block(one.why) for one in declared if one.subject == key and one.why)

    return why


def _wording(
    context: Context, draft: Release, made: tuple[Change, ...], working: Working
) -> Iterator[WordingPart]:
    text = draft_of_itself(context, draft, working)
    keys = dict.fromkeys(one.subject for one in made if one.subject in draft.records)
    for kind, own in groupby(keys, key=kind_of):
        items = tuple(item for key in own if (item := item_of(text, key)) is not None)
        if items:
            yield WordingPart(kinds_name(kind, context.reader.words), items)


def _comment(context: Context, draft: Release, one: Comment, working: Working) -> CommentPart:
    record = working.translated(draft).get(one.about, {}) if one.about else {}
    named = record.get("title") or record.get("name") or {}
    return CommentPart(
        context.line(one.sender),
        context.block(one.comment),
        context.block(one.answer),
        context.reader.bare(Text.of(named)) if named else "",
        one.changed,
    )
