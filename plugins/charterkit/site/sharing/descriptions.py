"""What stands below the title of a page in a list of hits or under a shared link: how it stands, and as of which day."""

from __future__ import annotations

from html import unescape

from charterkit.richtext import to_plain
from charterkit.rules.standing import Counts, IndicatorStanding
from charterkit.site.context import Context
from charterkit.site.pieces import Piece, words_of
from charterkit.site.portfolio import kept_sentence
from charterkit.site.results.telling import told_figure, told_verdict
from charterkit.site.sharing.cards import card
from charterkit.text import sentences

# Lists of hits show about so many characters.
_SHOWN = 160


def promise_description(context: Context, full_id: str) -> str:
    """Whether a promise is kept, then the promise: lists cut the end off."""
    shown = card(context, full_id)
    return f"{shown.state.rstrip('.')} – {shown.text} {shown.day}"


def charter_description(context: Context, charter: str) -> str:
    """How many promises of a charter are kept, then what it is for."""
    record = context.publication.charters[charter]
    purpose = context.reader.plain(record.purpose, _SHOWN) or context.reader.bare(record.title)
    return f"{kept_sentence(context, context.directory.counts[charter])} {purpose}"


def group_description(context: Context, title: str, counts: Counts) -> str:
    """How many promises of a group are kept, with what the group is."""
    return sentences(title, kept_sentence(context, counts), day_shown(context))


def result_description(context: Context, standing: IndicatorStanding) -> str:
    """The latest figure of an indicator in a sentence, with its verdict where one promise rests on it."""
    indicator, measures = standing.indicator, standing.measures
    title = context.reader.bare(indicator.title)
    single = measures[0].current if len(measures) == 1 and not standing.is_context else None
    latest = next((one for one in reversed(standing.outcomes) if one.figure is not None), None)
    if single is not None:
        said = (
            *told_figure(context.figures, single, indicator),
            told_verdict(context.figures, single, indicator),
        )
    elif latest is not None:
        said = told_figure(context.figures, latest, indicator)
    else:
        said = (context.say("There is no figure yet for a period that is over and due."),)
    return f"{title} – {' '.join(said)}"


def page_description(title: str, text: Piece) -> str:
    """The beginning of a page that people wrote."""
    return " ".join(to_plain(unescape(words_of(text)), _SHOWN).split()) or title


def day_shown(context: Context) -> str:
    """As of which day the site is."""
    return context.say("Day shown: {day}.", day=context.reader.words.day(context.standing.today))
