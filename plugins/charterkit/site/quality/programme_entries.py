"""The programmes of a body, for its own page: those that it runs, and those to which it was invited."""

from __future__ import annotations

from collections.abc import Iterator

from charterkit.rules.quality.progress import ItemState, Member, Said
from charterkit.site.context import Context
from charterkit.site.parts import Entry
from charterkit.site.quality.programme_pages import member_address
from charterkit.site.quality.programme_words import programme_link


def programme_entries(context: Context, body: str) -> tuple[Entry, ...]:
    """The programmes in which a body has a part, each with what its part is."""
    return tuple(_entries(context, body))


def _entries(context: Context, body: str) -> Iterator[Entry]:
    for progress in context.standing.programmes.values():
        programme = progress.programme
        if programme.organiser == body:
            yield Entry("", programme_link(context, programme), context.line(programme.summary))
        member = progress.by_body.get(body)
        if member is not None:
            address = member_address(programme.id, body)
            yield Entry("", context.link(programme.title, address), told(context, member))


def told(context: Context, member: Member) -> str:
    """In a sentence whether a body takes part, and how much it has delivered."""
    if member.wave is None:
        if member.choice.said is Said.SILENT:
            return context.say("It has not answered yet. That is not a no.")
        return context.say("It has answered and takes no part in a wave.")
    wave = context.reader.bare(member.wave.title)
    if not member.items:
        return context.say("It takes part: {wave}", wave=wave)
    done = sum(one.state is ItemState.DELIVERED for one in member.items)
    return context.say(
        "It takes part: {wave}. Delivered: {done} of {all}.", wave=wave, done=done, all=len(member.items)
    )
