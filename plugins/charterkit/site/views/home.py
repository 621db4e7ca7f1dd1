"""The home page: what do you need, what we promise, how we are doing, what changed, where to complain."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, zip_longest
from typing import Final

from charterkit.model.charter import Charter
from charterkit.rules.standing import PromiseStanding
from charterkit.rules.status import PromiseStatus
from charterkit.site.bodies import gathered
from charterkit.site.changes import Change, changes
from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.parts import Entry, promise_entry, promise_of_charter
from charterkit.site.portfolio import (
    FEW,
    Shelf,
    about_charters,
    besides_sentence,
    kept_sentence,
    own_address,
    shelves,
)
from charterkit.site.quality.hub import improving_link
from charterkit.site.records import takes_complaints
from charterkit.site.releases.having_say import consultation_links
from charterkit.site.results.tallies import Tally, tally
from charterkit.site.ways import WayRow, way_rows
from charterkit.text import sentences

# As many publishing bodies as the home page names; the list of charters has all.
_SHELVES: Final = 8
# As many broken promises as the home page names; the results board has all.
_BROKEN: Final = 5
# As many changes as the home page tells; a page of their own has more.
_CHANGES: Final = 4


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    lead: str
    """One sentence about how many promises there are."""
    find: str
    """Where the search form leads."""
    find_label: str
    """What can be looked for in it."""
    needs: tuple[WayRow, ...]
    """The ways to what one came for."""
    consultations: tuple[Link, ...]
    """The ways to drafts on which people can comment now."""
    charters: tuple[Entry, ...]
    """The charters; where there is only one, its groups; where there are many, the bodies that publish them."""
    many: str
    """What a charter is, where neither charters nor bodies are named; else blank."""
    all_charters: Link | None
    """The way to all charters; None where all are named."""
    tally: Tally | None
    """How many promises are in which state; None where there is none."""
    broken: tuple[Entry, ...]
    """Promises that are not kept or only partly kept, at most five."""
    results: Link
    """The way to all results."""
    improving: Link | None
    """The way to what is done about it; None where nothing is recorded."""
    changes: tuple[Change, ...]
    """What changed last, the newest first."""
    all_changes: Link
    """The way to more of it."""
    complain: Link
    """The way to the page on complaints."""
    complain_text: str
    """How soon an answer comes."""


def view(context: Context, page: Page) -> HomeView:
    """The home page."""
    name = context.reader.bare(context.publication.publisher.name)
    counts = context.directory.total
    lead = context.reader.words.count(
        "{n} promise to the people who use our services, with what came of it.",
        "{n} promises to the people who use our services, with what came of them.",
        counts.all,
    )
    charters = _charters(context)
    return HomeView(
        page=PageHead(name, sentences(name, lead)),
        lead=lead,
        find=context.links.to("find/"),
        find_label=context.find_label(),
        needs=way_rows(context),
        consultations=consultation_links(context, context.publication.charters),
        charters=charters,
        many="" if charters else about_charters(context),
        all_charters=_all_charters(context),
        tally=tally(context, counts) if counts.all else None,
        broken=_broken(context),
        results=context.section_link(context.say("All results"), "results/"),
        improving=improving_link(context),
        changes=changes(context, context.directory.news[:_CHANGES]),
        all_changes=context.section_link(context.say("Everything that changed"), "changes/"),
        complain=context.section_link(context.say("How to complain"), "complain/"),
        complain_text=_complain_text(context),
    )


def _charters(context: Context) -> tuple[Entry, ...]:
    charters = tuple(context.publication.charters.values())
    if len(charters) == 1:
        return tuple(_group_entries(context, charters[0]))
    if len(charters) > FEW:
        return _publishers(context)
    return tuple(
        Entry(
            "", context.charter_link(charter), context.reader.brief(charter.purpose), _kept(context, charter)
        )
        for charter in charters
    )


def _kept(context: Context, charter: Charter) -> str:
    sentences = (
        kept_sentence(context, context.directory.counts[charter.id]),
        besides_sentence(context, charter.id),
    )
    return " ".join(filter(None, sentences))


def _publishers(context: Context) -> tuple[Entry, ...]:
    """The bodies that publish charters; nobody where it is only one, or more than the home page names."""
    found = shelves(context, context.publication.charters.values(), own_address)
    if not 1 < len(found) <= _SHELVES:
        return ()
    all_charters = context.links.to("charters/")
    return tuple(
        Entry("", Link(one.publisher.text, f"{all_charters}#{one.id}"), _shelf_text(context, one))
        for one in found
    )


def _shelf_text(context: Context, shelf: Shelf) -> str:
    number = context.reader.words.count("{n} charter", "{n} charters", len(shelf.rows))
    return f"{number} · {shelf.sentence}"


def _all_charters(context: Context) -> Link | None:
    number = len(context.publication.charters)
    if number <= FEW:
        return None
    words = context.reader.words.count("All {n} charter", "All {n} charters", number)
    return Link(words, context.links.to("charters/"))


def _group_entries(context: Context, charter: Charter) -> list[Entry]:
    entries = []
    for group in charter.groups:
        promises = context.directory.promises.get((charter.id, group.id), ())
        href = f"{context.links.to(f'charters/{charter.id}/')}#group-{group.id}"
        counted = context.reader.words.count("{n} promise", "{n} promises", len(promises))
        entries.append(
            Entry("", Link(context.line(group.title), href), context.reader.brief(group.text), counted)
        )
    return entries


def _broken(context: Context) -> tuple[Entry, ...]:
    broken = (PromiseStatus.NOT_MET, PromiseStatus.PARTLY_MET)
    promises, today = context.standing.promises.values(), context.standing.today
    missed = (one for one in promises if one.status in broken and not one.has_ended(today))
    by_charter = gathered(missed, lambda one: (one.commitment.charter,)).values()
    # The first of each charter, then the second of each: no charter stands for all.
    in_turn = (one for round in zip_longest(*by_charter) for one in round if one is not None)
    return tuple(_missed(context, one) for one in islice(in_turn, _BROKEN))


def _missed(context: Context, one: PromiseStanding) -> Entry:
    """A promise that is told apart by its charter where others have the same title."""
    same = context.directory.titles[one.commitment.title] > 1
    return promise_of_charter(context, one) if same else promise_entry(context, one)


def _complain_text(context: Context) -> str:
    for charter in context.publication.charters.values():
        if charter.complaints and charter.complaints.answer_within:
            time = context.figures.duration(charter.complaints.answer_within)
            return context.say("Tell us. Time limit for our answer: {time}.", time=time)
    if not takes_complaints(context):
        return context.say("It is not stated here how to complain.")
    return context.say("Tell us.")
