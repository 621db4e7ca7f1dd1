"""What changed with a release: against the one before it, or against the first one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from charterkit.rules.releases.changes import changes
from charterkit.rules.releases.public import Working
from charterkit.rules.releases.states import Dated, ReleaseState
from charterkit.site.addresses import version_address
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.releases.act_words import act_facts
from charterkit.site.releases.approval import version_link
from charterkit.site.releases.change_words import ChangeWords
from charterkit.site.releases.changed import ChangesPart, changes_part
from charterkit.site.releases.day_words import in_force_from
from charterkit.site.releases.sealed_text import way_in
from charterkit.site.releases.state_words import print_mark
from charterkit.site.views.version import found
from charterkit.site.views.versions import trail
from charterkit.text import sentences


@dataclass(frozen=True, slots=True)
class VersionChangesView:
    """What the page of changes shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    charter: Piece
    """The title of the charter."""
    title: str
    """Between which versions."""
    lead: str
    """Since when the later one holds."""
    print_mark: str
    """What stands on every printed sheet where the later text does not hold."""
    acts: tuple[Fact, ...]
    """Who decided on it."""
    ways: tuple[Link, ...]
    """The ways to both texts, and to the changes before and after."""
    changes: ChangesPart
    """The changes."""


def view(context: Context, page: Page) -> VersionChangesView:
    """The page of what changed with a release."""
    key, first = page.key.removesuffix("/first"), page.key.endswith("/first")
    after, versions = found(context, key), context.directory.versions
    charter = context.publication.charters[after.release.charter]
    before = versions.first(charter.id) if first else versions.before(after)
    assert before is not None, "the first release has no such page"
    old, new = before.release.version, after.release.version
    title = context.say("What changed from version {before} to version {after}", before=old, after=new)
    bare = context.reader.bare(charter.title)
    up = context.section_link(context.say("Versions"), f"charters/{charter.id}/versions/")
    return VersionChangesView(
        page=PageHead(
            f"{title} – {bare}",
            sentences(bare, title),
            (*trail(context, charter), up, version_link(context, after)),
            hidden=after.state is not ReleaseState.IN_FORCE,
        ),
        charter=context.line(charter.title),
        title=title,
        lead=_lead(context, after),
        print_mark=print_mark(context, after),
        acts=act_facts(context, after),
        ways=tuple(_ways(context, before, after, first=first)),
        changes=_changes(context, before, after),
    )


def _lead(context: Context, after: Dated) -> str:
    known = in_force_from(context.reader.words, after)
    return known or context.say("The day on which it takes effect is not known yet.")


def _changes(context: Context, before: Dated, after: Dated) -> ChangesPart:
    old, new = before.release.records, after.release.records
    year_starts = context.publication.publisher.year_starts
    working = context.site.working or Working(context.publication)
    names = [context.directory.versions.in_all_languages(one, working) for one in (before, after)]
    past = after.since is not None and after.since <= context.standing.today
    told = ChangeWords(context.figures, names[0], names[1], past=past)
    made = changes(old, new, after.since, year_starts=year_starts)
    return changes_part(context, told, made, _places(context, before, after))


def _places(context: Context, before: Dated, after: Dated) -> Callable[[str], str]:
    """Where a record stands: in the later text, else in the older one."""

    later, earlier = way_in(context, after), way_in(context, before)

    def place(key: str) -> str:
        return (later if key in after.release.records else earlier)(key)

    return place


def _ways(context: Context, before: Dated, after: Dated, *, first: bool) -> Iterator[Link]:
    versions, charter = context.directory.versions, after.release.charter
    yield version_link(context, before)
    yield version_link(context, after)
    earlier = versions.before(after)
    if first and earlier is not None:
        text = context.say("What changed since version {version}", version=earlier.release.version)
        address = version_address(charter, after.release.version)
        yield context.section_link(text, f"{address}changes/")
        return
    origin = versions.first(charter)
    if origin is not None and origin.release.version != before.release.version:
        text = context.say("What changed since the first version ({version})", version=origin.release.version)
        yield context.section_link(text, f"{version_address(charter, after.release.version)}changes/first/")
    if versions.before(before) is not None:
        text = context.say("The changes before these: version {version}", version=before.release.version)
        yield context.section_link(text, f"{version_address(charter, before.release.version)}changes/")
    later = versions.after(after)
    if later is not None:
        text = context.say("The changes after these: version {version}", version=later.release.version)
        yield context.section_link(text, f"{version_address(charter, later.release.version)}changes/")
