"""The tables of a programme: each of its numbers is that of the bodies, or of their deliverables, in a list."""

from __future__ import annotations

from collections.abc import Iterator

from charterkit.rules.quality.progress import Item, Progress, items_of, levels
from charterkit.site.context import Context, Link
from charterkit.site.pieces import Piece
from charterkit.site.quality import programme_words as words_of
from charterkit.site.results.tallies import CountRow, CountTable


def answer_tables(context: Context, progress: Progress) -> Iterator[CountTable]:
    """The answers to each option, and who answered and takes part by level of government."""
    if not progress.members:
        return
    if progress.programme.options:
        yield _option_table(context, progress)
    yield _level_table(context, progress)


def _option_table(context: Context, progress: Progress) -> CountTable:
    rows = []
    heads: tuple[Piece | str, ...] = ()
    for option in progress.programme.options:
        answers = progress.answers_to(option.id)
        cells = tuple((words_of.answer_word(context, one), len(found)) for one, found in answers.items())
        rows.append(words_of.count_cells(context, Link(context.line(option.title)), cells))
        heads = tuple(head for head, _ in cells)
    return CountTable("by-option", context.say("The answers to each offer"), heads, tuple(rows))


def _level_table(context: Context, progress: Progress) -> CountTable:
    say = context.say
    heads = (say("Invited"), say("Answered"), say("No answer"), say("Take part"))
    rows = []
    parts = levels(context.publication, progress.members)
    named = [(say("All"), progress.members)]
    named += [(words_of.level_name(context, level), members) for level, members in parts.items()]
    for index, (name, members) in enumerate(named):
        inside = frozenset(one.body for one in members)
        counts = [
            sum(one.body in inside for one in some)
            for some in (progress.members, progress.answered, progress.silent, progress.joined)
        ]
        cells = zip(heads, counts, strict=True)
        rows.append(words_of.count_cells(context, Link(name), cells, within=index > 0))
    return CountTable("by-level", say("By level of government"), heads, tuple(rows))


def deliverable_table(context: Context, progress: Progress) -> CountTable | None:
    """How many of each deliverable are in each state; None where nobody owes any."""
    programme = progress.programme
    if not (programme.deliverables and progress.joined):
        return None
    everything = items_of(progress.joined)
    rows = [_row(context, Link(context.say("All")), everything)]
    rows += [
        _row(context, Link(context.line(one.title)), items_of(progress.joined, one.id), within=True)
        for one in programme.deliverables
    ]
    return CountTable("by-deliverable", context.say("By deliverable"), _heads(context), tuple(rows))


def _row(context: Context, title: Link, items: tuple[Item, ...], within: bool = False) -> CountRow:
    return words_of.count_cells(context, title, words_of.item_cells(context, items), within)


def _heads(context: Context) -> tuple[Piece | str, ...]:
    return tuple(head for head, _ in words_of.item_cells(context, ()))


def wave_table(context: Context, progress: Progress) -> CountTable | None:
    """The bodies of each wave and what they delivered; None where there are no waves."""
    programme = progress.programme
    if not programme.waves:
        return None
    bodies = context.say("Bodies")
    heads = (bodies, *_heads(context))
    rows = []
    for wave in programme.waves:
        members = progress.of_wave(wave.id)
        cells = ((bodies, len(members)), *words_of.item_cells(context, items_of(members)))
        link = words_of.wave_link(context, programme.id, wave)
        rows.append(words_of.count_cells(context, link, cells))
    return CountTable("by-wave", context.say("What the bodies of each wave delivered"), heads, tuple(rows))
