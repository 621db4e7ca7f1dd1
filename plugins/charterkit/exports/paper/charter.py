"""A charter, or one group of it, on paper: every promise in full, with its latest verdict and figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charterkit.exports.paper.frame import Heading, Press, paper
from charterkit.exports.paper.typeset import Paper
from charterkit.model.charter import Charter, Group
from charterkit.site.addresses import about_address
from charterkit.site.context import Context, Fact, Link
from charterkit.site.pages import Kind, Page
from charterkit.site.pieces import Piece
from charterkit.site.printed import Sort
from charterkit.site.releases.having_say import consultation_steps
from charterkit.site.results.told import OutcomePart
from charterkit.site.views import charter as charter_view
from charterkit.site.views import charter_about as about_view
from charterkit.site.views import commitment as commitment_view


@dataclass(frozen=True, slots=True)
class MeasureOnPaper:
    """A measure of a promise: its name where there are several, and the result that is due."""

    title: Piece | str
    current: OutcomePart | None
    waiting: str


@dataclass(frozen=True, slots=True)
class PromiseOnPaper:
    """A promise in full, in the order of a reader's questions."""

    number: str
    title: Piece
    promise: Piece
    ended: Piece | str
    bodies: tuple[Link, ...]
    badge: Piece
    meaning: str
    measures: tuple[MeasureOnPaper, ...]
    conditions: Piece
    remedy: Piece
    how: Piece
    redress: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class GroupOnPaper:
    """A chapter of the charter."""

    title: Piece
    text: Piece
    promises: tuple[PromiseOnPaper, ...]


def charter_paper(press: Press, context: Context, charter: Charter) -> Paper:
    """The whole charter."""
    view = _view(context, charter)
    groups = tuple(_group(context, charter, group) for group in charter.groups)
    heading = Heading(
        context.reader.bare(charter.title),
        view.title,
        Sort.CHARTER,
        f"charters/{charter.id}/",
        context.say("Charter"),
        approved=True,
        charter=charter.id,
    )
    steps = consultation_steps(context, charter)
    about = about_view.view(context, Page(Kind.CHARTER_ABOUT, about_address(charter.id), charter.id))
    parts = {"charter": view, "about": about, "groups": groups, "consultation": steps, "whole": True}
    return paper(press, context, f"charter-{charter.id}", "charter", heading, parts)


def group_papers(press: Press, context: Context, charter: Charter) -> Iterator[Paper]:
    """Each group of a charter that has promises, as a paper of its own."""
    view = _view(context, charter)
    for group in charter.groups:
        if context.directory.promises.get((charter.id, group.id)):
            heading = Heading(
                context.reader.bare(group.title),
                context.line(group.title),
                Sort.GROUP,
                f"charters/{charter.id}/",
                context.reader.bare(charter.title),
                approved=True,
                charter=charter.id,
            )
            parts = {"charter": view, "groups": (_group(context, charter, group),), "whole": False}
            yield paper(press, context, f"group-{charter.id}-{group.id}", "charter", heading, parts)


def _view(context: Context, charter: Charter) -> charter_view.CharterView:
    return charter_view.view(context, Page(Kind.CHARTER, f"charters/{charter.id}/", charter.id))


def _group(context: Context, charter: Charter, group: Group) -> GroupOnPaper:
    promises = context.directory.promises.get((charter.id, group.id), ())
    return GroupOnPaper(
        context.line(group.title),
        context.block(group.text),
        tuple(_promise(context, one.commitment.full_id, one.commitment.number) for one in promises),
    )


def _promise(context: Context, id: str, number: str) -> PromiseOnPaper:
    view = commitment_view.view(context, Page(Kind.COMMITMENT, f"charters/{id}/", id))
    several = len(view.measures) > 1
    return PromiseOnPaper(
        number,
        view.title,
        view.promise,
        view.ended,
        tuple(Link(one.text, "" if one.href.startswith("#") else one.href) for one in view.bodies),
        view.badge,
        view.meaning,
        tuple(
            MeasureOnPaper(one.title if several else "", one.current, one.waiting) for one in view.measures
        ),
        view.conditions,
        view.remedy,
        view.how,
        view.redress,
    )
