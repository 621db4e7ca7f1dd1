"""What stands where a text is approved: its state, who decided, since when it holds, and how anybody can check it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from charterkit.model.charter import Charter
from charterkit.model.release import ActKind, Release
from charterkit.rules.releases.states import Dated, ReleaseState
from charterkit.site.addresses import chapter_address, prefix_of, release_file, version_address
from charterkit.site.context import Context, Fact, Link
from charterkit.site.kinds import Kind, Page
from charterkit.site.releases.act_words import act_facts, acts_of, conditions, short_act, who_decided
from charterkit.site.releases.day_words import first_day_words, last_day_words
from charterkit.site.releases.state_words import state_badge
from charterkit.site.results.verdicts import Badge
from charterkit.text import beginning

# What a page that can be checked loads with it: it waits for the click on which it loads the rest.
CHECK_SCRIPT: Final = "assets/check.js"
# As many signs of a checksum as people compare by eye.
_SHORT: Final = 12


@dataclass(frozen=True, slots=True)
class Verify:
    """How to check that a text is the approved one: by a click where the browser can, by hand anywhere.

    `script` is what checks the page, `content` the script with the approved text, `file` the same as the file that has the
    checksum; `original` leads from a translation to the page in the language of the decision, None where the page is in
    it. `recorded` says that the decision is older than its entry, and printed no checksum.
    """

    digest: str
    short: str
    script: str
    content: str
    file: str
    original: Link | None
    recorded: bool


@dataclass(frozen=True, slots=True)
class Approval:
    """The box: state, acts, days; `notes` are what somebody must know who relies on it."""

    state: Badge
    version: Link
    facts: tuple[Fact, ...]
    notes: tuple[str, ...]
    verify: Verify | None


def release_read(context: Context, charter: str) -> Dated | None:
    """The release whose text the pages of a charter show; None where they show the working text."""
    working = context.site.working
    shown = working is not None and working.shown
    return None if shown else context.directory.versions.in_force(charter)


def versions_shown(context: Context, page: Page) -> str:
    """The versions by which a page is shown, for a message about it; blank where it shows a working text.

    A promise and a charter are shown by their own release, what several charters share by all of them.
    """
    own = page.kind in (Kind.CHARTER, Kind.COMMITMENT)
    return versions_of(context, page.key.partition("/")[0] if own else "")


def versions_of(context: Context, charter: str) -> str:
    """The version of a charter that is shown, or (blank) those of all with their names; blank where none is."""
    charters = (charter,) if charter else tuple(context.publication.charters)
    found = {id: one.release.version for id in charters if (one := release_read(context, id)) is not None}
    if len(charters) == 1:
        return next(iter(found.values()), "")
    return ", ".join(f"{id} {version}" for id, version in found.items())


def seal_key(context: Context, charter: str, key: str) -> str:
    """The record as the release in force names it, for comparing what is shown; blank where it cannot be compared.

    Translations are not what was decided on: only a page in a language of the decision says where its texts stand.
    """
    one = release_read(context, charter)
    if one is None or context.reader.lang not in one.release.languages or key not in one.release.records:
        return ""
    return key


def approval(context: Context, charter: Charter) -> Approval | None:
    """The box on the page of a charter; None where no release of it was ever decided on."""
    versions = context.directory.versions
    known = versions.texts(charter.id)
    one = versions.in_force(charter.id) or (known[-1] if known else None)
    return approval_of(context, one, charter) if one is not None else None


def approval_of(context: Context, one: Dated, charter: Charter | None = None) -> Approval:
    """The box about a release; the one on the page of its charter also says when the charter is looked at again."""
    return Approval(
        state=state_badge(context, one.state),
        version=version_link(context, one),
        facts=(*act_facts(context, one), *_days(context, one, charter)),
        notes=tuple(_notes(context, one, of_charter=charter is not None)),
        verify=verify(context, one)
        if charter is None or release_read(context, charter.id) is not None
        else None,
    )


def version_link(context: Context, one: Dated) -> Link:
    """The name of a release, leading to its text."""
    release = one.release
    name = context.say("Version {version}", version=release.version)
    return Link(name, context.links.to(version_address(release.charter, release.version)))


def decision_facts(context: Context, charter: str) -> tuple[Fact, ...]:
    """The short form on the page of a promise: state, version, act, since when."""
    one = context.directory.versions.in_force(charter)
    say = context.say
    if one is None:
        return (Fact(say("Status"), (Link(say("Not yet approved and sealed")),)),)
    acts = [act for act in acts_of(context, one) if act.kind is ActKind.APPROVAL]
    facts = [Fact(say("Status"), (Link(state_badge(context, one.state).word), version_link(context, one)))]
    if _shows_working(context):
        facts.append(Fact(say("Preview"), (Link(working_note(context, one)),)))
    told = (link for act in acts for link in (Link(who_decided(context, act)), short_act(context, act)))
    if acts:
        facts.append(Fact(say("Decision"), tuple(told)))
    if one.since is not None:
        facts.append(
            Fact(say("In force since"), (Link(beginning(first_day_words(context.reader.words, one))),))
        )
    return tuple(facts)


def working_note(context: Context, one: Dated) -> str:
    """That a preview shows the working text."""
    return context.say(
        "This preview shows the working text. Citizens read version {version}.", version=one.release.version
    )


def verify_script(context: Context) -> str:
    """The address of the script that checks a page, in the reader's language."""
    return f"assets/verify.{context.reader.lang}.js"


def verify(context: Context, one: Dated, chapter: str = "") -> Verify:
    """How to check the text of a release; `chapter` names the one in which the reader is."""
    release = one.release
    return Verify(
        digest=release.digest,
        short=f"{release.digest[:_SHORT]}…",
        script=context.links.asset(verify_script(context)),
        content=context.links.asset(release_file(release.charter, release.version, "content.js")),
        file=context.links.asset(release_file(release.charter, release.version, "content.json")),
        original=_original(context, release, chapter),
        recorded=is_recorded(context, one),
    )


def is_recorded(context: Context, one: Dated) -> bool:
    """Whether a release was entered after it had been decided on, so that no decision printed its checksum."""
    return any(act.recorded for act in acts_of(context, one))


def _original(context: Context, release: Release, chapter: str) -> Link | None:
    if context.reader.lang in release.languages:
        return None
    languages = context.site.languages
    lang = next((lang for lang in release.languages if lang in languages), languages[0])
    address = chapter_address(release.charter, release.version, chapter)
    name = context.say(
        "Text in the language of the decision: {language}", language=context.reader.words.language_name(lang)
    )
    return Link(name, context.links.across(prefix_of(lang, languages), address))


def _shows_working(context: Context) -> bool:
    return context.site.working is not None and context.site.working.shown


def _days(context: Context, one: Dated, charter: Charter | None) -> Iterator[Fact]:
    say, words = context.say, context.reader.words
    if one.since is None:
        yield from conditions(context, one)
    elif one.state is ReleaseState.IN_FORCE:
        yield Fact(say("In force since"), (Link(beginning(first_day_words(words, one))),))
    else:
        yield Fact(say("First day in force"), (Link(beginning(first_day_words(words, one))),))
    if one.until is not None:
        yield Fact(say("Last day in force"), (Link(beginning(last_day_words(words, one))),))
    if charter is not None and charter.review and charter.review.next:
        yield Fact(say("Next review"), (Link(words.day(charter.review.next)),))


def entered_later(context: Context, one: Dated) -> str:
    """That a version is older than its entry here; blank for any other."""
    if not is_recorded(context, one):
        return ""
    return context.say(
        "This version was decided on before its text could be sealed here. The text was entered later, so no decision "
        "shows its checksum."
    )


def _notes(context: Context, one: Dated, *, of_charter: bool) -> Iterator[str]:
    version = one.release.version
    if of_charter and one.state is ReleaseState.APPROVED and one.since is None:
        yield context.say(
            "The day on which version {version} takes effect is not known yet.", version=version
        )
    if of_charter and one.state is not ReleaseState.IN_FORCE:
        yield context.say("This page shows the working text: no version is in force.")
    elif of_charter:
        yield from _to_come(context, one)
    if of_charter and one.state is ReleaseState.IN_FORCE and _shows_working(context):
        yield working_note(context, one)
    entered = entered_later(context, one)
    if entered:
        yield entered
    if one.since is not None and one.since_in is not None:
        yield context.say(
            "No source tells the exact day on which this version took effect. Results are judged by it from {day}: by then "
            "it was certainly in force.",
            day=context.reader.words.day(one.since),
        )


def _to_come(context: Context, one: Dated) -> Iterator[str]:
    """What will hold after the text in force."""
    later = context.directory.versions.after(one)
    if later is not None and later.since is not None and later.state is ReleaseState.APPROVED:
        day = first_day_words(context.reader.words, later)
        yield context.say(
            "Version {version} is approved as well. Its first day in force: {day}.",
            version=later.release.version,
            day=day,
        )
