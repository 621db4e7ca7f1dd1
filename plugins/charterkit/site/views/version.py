"""The front page of a release: who decided on it, what the charter itself says, and the way to all chapters."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.model.release import Release
from charterkit.rules.releases.states import Dated, ReleaseState
from charterkit.site.addresses import release_file
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.releases.act_words import details_of_acts
from charterkit.site.releases.approval import CHECK_SCRIPT, Approval, approval_of, version_link
from charterkit.site.releases.chapter_words import ChapterEntries, table_of_contents
from charterkit.site.releases.day_words import whole_text
from charterkit.site.releases.files import public_files
from charterkit.site.releases.sealed_parts import Said, SealedPart
from charterkit.site.releases.sealed_text import front_text, whole
from charterkit.site.releases.state_words import banner, print_mark
from charterkit.site.views.versions import changes_link, trail


@dataclass(frozen=True, slots=True)
class VersionView:
    """What the page of a release shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    kicker: str
    """That it is a version of a charter, and which."""
    title: Said
    """The title of the charter as it was approved."""
    banner: str
    """That the text does not hold, and why; blank for the one in force."""
    instead: Link | None
    """The way to the text in force, from one that is not."""
    print_mark: str
    """What stands on every printed sheet of a text that does not hold."""
    translated: str
    """That the page is a translation; blank in a language of the decision."""
    approval: Approval
    """Who decided on it, since when it holds, and how it can be checked."""
    details: tuple[Fact, ...]
    """What else the acts say."""
    ways: tuple[Link, ...]
    """The ways to what changed, and to the versions before and after."""
    contents: tuple[Link, ...]
    """The sections of the page, folded."""
    parts: tuple[SealedPart, ...]
    """What the charter itself says."""
    chapters: ChapterEntries
    """The way to its promises and to all that they rest on."""
    files: tuple[Link, ...]
    """The sealed files themselves."""


def view(context: Context, page: Page) -> VersionView:
    """The page of a release."""
    one = found(context, page.key)
    text = whole(context, one)
    charter = text.records.charters[one.release.charter]
    bare, version = text.context.reader.bare(charter.title), one.release.version
    parts = front_text(text, context.directory.versions.chapters(one))
    return VersionView(
        page=PageHead(
            context.say("{charter}, version {version}", charter=bare, version=version),
            _description(context, one, bare),
            (*trail(context, context.publication.charters[charter.id]), up(context, one)),
            CHECK_SCRIPT,
            hidden=one.state is not ReleaseState.IN_FORCE,
        ),
        kicker=context.say("Charter, version {version}", version=version),
        title=Said(context.line(charter.title), f"charter/{charter.id}#title" if text.comparable else ""),
        banner=banner(context, one),
        instead=in_force_now(context, one),
        print_mark=print_mark(context, one),
        translated="" if text.comparable else translated(context, one.release),
        approval=approval_of(context, one),
        details=details_of_acts(context, one),
        ways=_ways(context, one),
        contents=tuple(Link(part.title.text, f"#{part.id}") for part in parts),
        parts=parts,
        chapters=table_of_contents(text, one),
        files=tuple(
            Link(name, context.links.asset(release_file(charter.id, version, name)))
            for name in public_files(one, context.standing.today)
        ),
    )


def found(context: Context, key: str) -> Dated:
    """The release that a page is about, by its charter and its version."""
    charter, version = key.split("/")[:2]
    one = context.directory.versions.text(charter, version)
    assert one is not None, "pages are made from the same list"
    return one


def _description(context: Context, one: Dated, title: str) -> str:
    if one.since is None:
        return banner(context, one)
    return whole_text(context.reader.words, one, title)


def up(context: Context, one: Dated) -> Link:
    """The way to all versions of a charter."""
    return context.section_link(context.say("Versions"), f"charters/{one.release.charter}/versions/")


def in_force_now(context: Context, one: Dated) -> Link | None:
    """The way to the version in force; None from itself, and where there is none."""
    now = context.directory.versions.in_force(one.release.charter)
    if now is None or now.release.version == one.release.version:
        return None
    link = version_link(context, now)
    return Link(context.say("Version in force now: {version}", version=now.release.version), link.href)


def translated(context: Context, release: Release) -> str:
    """That a page of a release is a translation."""
    names = (context.reader.words.language_name(lang) for lang in release.languages)
    return context.say(
        "This is a translation. The decision was taken on the text in this language: {languages}.",
        languages=", ".join(names),
    )


def _ways(context: Context, one: Dated) -> tuple[Link, ...]:
    versions = context.directory.versions
    before, after = versions.before(one), versions.after(one)
    steps = (
        (context.say("Version before: {version}", version=before.release.version), before)
        if before
        else None,
        (context.say("Version after: {version}", version=after.release.version), after) if after else None,
    )
    links = tuple(Link(step[0], version_link(context, step[1]).href) for step in steps if step)
    changed = changes_link(context, one)
    return (*((changed,) if changed else ()), *links)
