"""What changed, told with its day: new versions of charters, new figures, figures that were replaced, new targets, what has ended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Final

from charterkit.model.indicator import Indicator
from charterkit.model.release import ActKind
from charterkit.model.requirement import Target
from charterkit.rules.news import (
    FigurePublished,
    FigureReplaced,
    News,
    PromiseEnded,
    ServicePaused,
    TargetsSet,
    VersionApproved,
    VersionInForce,
)
from charterkit.rules.releases.states import Dated
from charterkit.site.context import Context, Link
from charterkit.site.pieces import GAP, Piece, around, words_of
from charterkit.site.records import ended_note
from charterkit.site.releases.act_words import acts_of, short_act
from charterkit.site.releases.approval import version_link
from charterkit.site.results.figures import target_unit, unit_of
from charterkit.site.results.measured import demanded
from charterkit.site.results.revisions import replacement
from charterkit.site.results.slices import named, slice_name
from charterkit.site.services.in_brief import suspension
from charterkit.text import beginning

# More targets of a charter than this, set on one day, are told together.
_TARGETS: Final = 2


@dataclass(frozen=True, slots=True)
class Change:
    """Something that changed: its day, what sort of change it is, where it leads, the sentence and the status."""

    year: int
    day: str
    kind: str
    title: Link
    text: Piece | str
    badge: Piece | str = ""


def changes(context: Context, found: Iterable[News]) -> tuple[Change, ...]:
    """These pieces of news in words, in their order."""
    return tuple(change for one in found for change in _told(context, one))


def _told(context: Context, one: News) -> tuple[Change, ...]:
    match one.event:
        case FigurePublished():
            return (_published(context, one, one.event),)
        case FigureReplaced():
            return (_replaced(context, one, one.event),)
        case TargetsSet():
            return _targets(context, one, one.event)
        case PromiseEnded(commitment):
            link = context.commitment_link(commitment)
            return (_change(context, one, context.say("Ended"), link, ended_note(context, commitment.ended)),)
        case ServicePaused(service):
            link, text = context.service_link(service.id), suspension(context, service)
            return (_change(context, one, context.say("Service not offered"), link, text),) if text else ()
        case VersionApproved(release):
            return (_version(context, one, context.say("New version approved"), release),)
        case VersionInForce(release):
            return (_version(context, one, context.say("New version in force"), release),)


def _change(
    context: Context, one: News, kind: str, title: Link, text: Piece | str, badge: Piece | str = ""
) -> Change:
    return Change(one.day.year, context.reader.words.short_day(one.day), kind, title, text, badge)


def _version(context: Context, one: News, kind: str, release: Dated) -> Change:
    charter = context.publication.charters[release.release.charter]
    link = version_link(context, release)
    acts = [short_act(context, act).text for act in acts_of(context, release) if act.kind is ActKind.APPROVAL]
    title = Link(named(context.line(charter.title), Piece(escape(words_of(link.text)))), link.href)
    return _change(context, one, kind, title, "; ".join(map(words_of, acts)))


def _published(context: Context, one: News, event: FigurePublished) -> Change:
    indicator, row = event.standing.indicator, event.row
    figure = context.figures.figure(row.figure, unit_of(indicator)) if row.figure else "–"
    period = beginning(context.reader.words.period(row.period))
    part = slice_name(context, row.slice, indicator)
    title = context.result_link(indicator.id)
    badge = context.badges.results[event.judged.status] if event.judged else ""
    told = context.say("{period}: {figure}", period=period, figure=figure)
    link = Link(named(context.line(indicator.title), part), title.href)
    return _change(context, one, context.say("New figure"), link, told, badge)


def _replaced(context: Context, one: News, event: FigureReplaced) -> Change:
    indicator = event.standing.indicator
    link = context.result_link(indicator.id)
    period = beginning(context.reader.words.period(event.outcome.period))
    kind = context.say("Figure replaced: {period}", period=period)
    return _change(context, one, kind, link, replacement(context, event.older, event.newer, indicator))


def _targets(context: Context, one: News, event: TargetsSet) -> tuple[Change, ...]:
    say, promises = context.say, tuple(dict.fromkeys(it.commitment.full_id for it, _ in event.targets))
    if len(event.targets) > _TARGETS:
        charter = context.publication.charters[event.charter]
        told = context.reader.words.count(
            "New targets hold for {n} promise.", "New targets hold for {n} promises.", len(promises)
        )
        return (_change(context, one, say("New targets"), context.charter_link(charter), told),)
    return tuple(
        _change(
            context,
            one,
            say("New target"),
            context.commitment_link(measure.commitment),
            _new_target(context, target, measure.indicator),
        )
        for measure, target in event.targets
    )


def _new_target(context: Context, target: Target, indicator: Indicator) -> Piece | str:
    told = demanded(context, target, target_unit(indicator))
    if isinstance(told, str):
        return context.say("Target: {target}.", target=told)
    return around(context.say("Target: {target}.", target=GAP), told)
