"""The home page: what we promise, how we are doing, where to complain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from charterkit.model.charter import Charter
from charterkit.rules.status import PromiseStatus
from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.parts import Entry, Tally, promise_entries, tally
from charterkit.site.pieces import Piece
from charterkit.site.records import takes_complaints

# As many broken promises as the home page names; the results board has all.
_BROKEN: Final = 5


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
    tally: Tally | None
    """How many promises are in which state; None where there is none."""
    results: Link
    """The way to all results."""
    charters: tuple[Entry, ...]
    """The charters; where there is only one, its groups."""
    broken: tuple[Entry, ...]
    """Promises that are not kept or only partly kept, at most five."""
    complain: Link
    """The way to the page on complaints."""
    complain_text: str
    """How soon an answer comes."""


def view(context: Context, page: Page) -> HomeView:
    """The home page."""
    name = context.reader.bare(context.publication.publisher.name)
    counts = context.standing.counts()
    lead = context.reader.words.count(
        "{n} promise to the people who use our services, with what came of it.",
        "{n} promises to the people who use our services, with what came of them.",
        counts.all,
    )
    return HomeView(
        page=PageHead(name, f"{name}. {lead}"),
        lead=lead,
        find=context.links.to("find/"),
        find_label=context.find_label(),
        tally=tally(context, counts) if counts.all else None,
        results=context.section_link(context.say("All results"), "results/"),
        charters=_charters(context),
        broken=_broken(context),
        complain=context.section_link(context.say("How to complain"), "complain/"),
        complain_text=_complain_text(context),
    )


def _charters(context: Context) -> tuple[Entry, ...]:
    charters = tuple(context.publication.charters.values())
    if len(charters) == 1:
        return tuple(_group_entries(context, charters[0]))
    return tuple(
        Entry("", context.charter_link(charter), context.reader.brief(charter.purpose))
        for charter in charters
    )


def _group_entries(context: Context, charter: Charter) -> list[Entry]:
    entries = []
    for group in charter.groups:
        promises = context.directory.promises.get((charter.id, group.id), ())
        href = f"{context.links.to(f'charters/{charter.id}/')}#group-{group.id}"
        text: Piece | str = context.reader.brief(group.text) or context.reader.words.count(
            "{n} promise", "{n} promises", len(promises)
        )
        entries.append(Entry("", Link(context.line(group.title), href), text))
    return entries


def _broken(context: Context) -> tuple[Entry, ...]:
    broken = (PromiseStatus.NOT_MET, PromiseStatus.PARTLY_MET)
    promises, today = context.standing.promises.values(), context.standing.today
    missed = [one for one in promises if one.status in broken and not one.has_ended(today)]
    return promise_entries(context, missed[:_BROKEN])


def _complain_text(context: Context) -> str:
    for charter in context.publication.charters.values():
        if charter.complaints and charter.complaints.answer_within:
            time = context.figures.duration(charter.complaints.answer_within)
            return context.say("Tell us. Time limit for our answer: {time}.", time=time)
    if not takes_complaints(context):
        return context.say("It is not stated here how to complain.")
    return context.say("Tell us.")
