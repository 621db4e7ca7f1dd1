"""The two charts of a programme: what the bodies answered, as bars; and its waves, in time."""

from __future__ import annotations

from datetime import date
from typing import Final

from charterkit.rules.quality.progress import Progress, Said
from charterkit.site.charts.parts import Panel, PartsChart
from charterkit.site.charts.shapes import Drawing, Group, across, box, down, line
from charterkit.site.charts.words import Key
from charterkit.site.context import Context
from charterkit.site.pieces import Piece, bare_word
from charterkit.site.quality.programme_words import choice_name, number, of_wave

_HEIGHT: Final = 22
_TOP: Final = 4
_THICK: Final = 14


def answer_bars(context: Context, progress: Progress) -> PartsChart | None:
    """What the invited bodies answered, each answer as a part of all of them; None where nobody was invited."""
    if not progress.members:
        return None
    everybody = len(progress.members)
    panels = tuple(
        Panel(
            _piece(choice_name(context, progress.programme, choice)),
            "",
            number(context, len(members)),
            _bar(0, len(members) / everybody, silent=choice.said is Said.SILENT),
        )
        for choice, members in progress.choices.items()
    )
    caption = context.reader.words.count(
        "What the body that was invited answered (all: {n}).",
        "What the {n} bodies that were invited answered.",
        everybody,
    )
    return PartsChart(caption, panels, ())


def wave_lines(context: Context, progress: Progress) -> PartsChart | None:
    """The waves from the first day of the first to the last day of the last, with the day of the page."""
    waves = progress.programme.waves
    if not waves:
        return None
    first, last = min(one.since for one in waves), max(one.until for one in waves)
    days = (last - first).days + 1

    def share(day: date) -> float:
        return min(1.0, max(0.0, (day - first).days / days))

    inside = first <= progress.today <= last
    today = share(progress.today) if inside else None
    panels = tuple(
        Panel(
            context.line(wave.title),
            of_wave(context, wave),
            number(context, len(progress.of_wave(wave.id))),
            _bar(share(wave.since), ((wave.until - wave.since).days + 1) / days, today=today),
        )
        for wave in waves
    )
    span = context.reader.words.days(first, last)
    said = context.say(
        "The line marks the day of this page: {day}", day=context.reader.words.day(progress.today)
    )
    keys = (Key("target-bar", said),) if inside else ()
    return PartsChart(context.say("The waves in time, from left to right: {days}", days=span), panels, keys)


def _bar(left: float, width: float, today: float | None = None, silent: bool = False) -> Drawing:
    look = "chart-column chart-open" if silent else "chart-column"
    groups = [
        Group("chart-track", (box(0, _TOP, 1, _THICK),)),
        Group(look, (box(left, _TOP + 2, width, _THICK - 4),)),
    ]
    if today is not None:
        x = across(today)
        groups.append(Group("chart-target", (line(x, down(0), x, down(_HEIGHT)),)))
    return Drawing(_HEIGHT, "", tuple(groups))


def _piece(name: Piece | str) -> Piece:
    return name if isinstance(name, Piece) else bare_word(name)
