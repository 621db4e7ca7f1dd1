"""Earlier acts by name, and the head of an annex that says by which acts it holds."""

from __future__ import annotations

from datetime import date

from charterkit.exports.dossier.facts import Sitting
from charterkit.exports.dossier.gaps import gapped
from charterkit.exports.dossier.legal import ANNEX_HEADS, NEW_WORDINGS, NUMBERED_ANNEXES, form, worded
from charterkit.exports.dossier.tree import Block, Paragraph, Style, para
from charterkit.exports.dossier.voice import Voice
from charterkit.model.release import Act, Approver, Portion
from charterkit.site.releases.day_words import known_day
from charterkit.site.results.figures import unbroken


def act_name(voice: Voice, act: Act) -> str:
    """An act as other acts cite it: what it is, its day, its number, its title."""
    name = act_name_inside(voice, act)
    return name[:1].upper() + name[1:]


def act_name_inside(voice: Voice, act: Act) -> str:
    """The same inside a sentence."""
    words = voice.context.reader.words
    kind = voice.bare(act.form) or form(words, act.by or Approver.COUNCIL).lower()
    if not isinstance(act.day, date):
        name = _undated(voice, act, kind)
    elif act.number:
        name = voice.say(
            "{form} of {day}, No {number}", form=kind, day=voice.day_before_name(act.day), number=act.number
        )
    else:
        name = voice.say("{form} of {day}", form=kind, day=voice.day_before_name(act.day))
    title = voice.bare(act.title)
    return voice.say("{act} “{title}”", act=name, title=title) if title else name


def _undated(voice: Voice, act: Act, kind: str) -> str:
    """An old act of which no source tells the day."""
    name = voice.say("{act} No {number}", act=kind, number=act.number) if act.number else kind
    return voice.say("{act}, {day}", act=name, day=known_day(voice.context.reader.words, act.day))


def date_and_number(voice: Voice) -> dict[str, str]:
    """The two gaps of every act that has not been done yet."""
    return {
        "date": voice.in_context("to fill in", "day, month, year"),
        "number": voice.in_context("to fill in", "number of the act"),
    }


def annex_head(voice: Voice, sitting: Sitting, portion: Portion, place: int = 1) -> tuple[Block, ...]:
    """By which act a part of the text holds: the one that founded it and the one that words it anew.

    `place` is its number among the annexes of that act, which some countries put above it.
    """
    approver = next((who for who, parts in sitting.approvers.items() if portion in parts), None)
    if approver is None:
        return ()
    founding = founding_act(sitting, approver, portion)
    number = voice.say("Annex No {number}", number=place)
    above = (para(number, Style.ANNEX),) if _is_numbered(voice, sitting) else ()
    if founding is None:
        return (
            *above,
            Paragraph(
                gapped(voice, worded(sitting.country, ANNEX_HEADS[approver]), date_and_number(voice)),
                Style.ANNEX,
            ),
        )
    head = gapped(
        voice,
        worded(sitting.country, ANNEX_HEADS[approver]),
        {},
        date=_day_of(voice, founding),
        number=founding.number or "–",
    )
    wording = gapped(voice, worded(sitting.country, NEW_WORDINGS[approver]), date_and_number(voice))
    return (*above, Paragraph(head, Style.ANNEX), Paragraph(wording, Style.ANNEX))


def _is_numbered(voice: Voice, sitting: Sitting) -> bool:
    """Hungarian names an annex by its number and the act to which it belongs, in whatever country."""
    return sitting.country in NUMBERED_ANNEXES or voice.context.reader.lang == "hu"


def _day_of(voice: Voice, act: Act) -> str:
    if isinstance(act.day, date):
        return voice.day_inside(act.day)
    return unbroken(known_day(voice.context.reader.words, act.day))


def founding_act(sitting: Sitting, approver: Approver, portion: Portion) -> Act | None:
    """The first approval of a part of the text by this approver: by it the part holds, however it was worded since."""
    acts = sitting.base.founding if sitting.base else ()
    return next(
        (act for act in acts if act.by is approver and (not act.covers or portion in act.covers)), None
    )
