"""The explanatory note, with the report on the consultation and on what was checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from charterkit.exports.dossier.brief import brief
from charterkit.exports.dossier.differences import Difference, record_name
from charterkit.exports.dossier.draft import Draft
from charterkit.exports.dossier.facts import Sitting
from charterkit.exports.dossier.gaps import gap
from charterkit.exports.dossier.legal import PORTIONS
from charterkit.exports.dossier.tables import tried_sentences
from charterkit.exports.dossier.tree import (
    Block,
    Grid,
    Heading,
    Items,
    Look,
    Paragraph,
    Run,
    Style,
    para,
    plain,
    strong,
)
from charterkit.exports.dossier.voice import Voice
from charterkit.model.charter import Consultation
from charterkit.model.consultation import Comment
from charterkit.site.releases.act_words import APPROVERS
from charterkit.strings import mark
from charterkit.text import beginning

# By the systems of those who try: the words before a command are whole in every language.
_COMMANDS: Final = (
    (mark("Linux and macOS:"), "shasum -a 256 content.json"),
    (mark("Windows:"), "certutil -hashfile content.json SHA256"),
)


def note(
    voice: Voice, sitting: Sitting, found: Sequence[Difference], draft: Draft | None
) -> tuple[Block, ...]:
    """What is proposed, what changes, why, what it does, what it costs, what people said, and what was checked.

    `draft` is the first of the decisions that it explains: to whom it goes and what it is about.
    """
    above = tuple(_addressed(draft)) if draft else ()
    parts = (_what, _changes, _why, _results, _costs, _consultation, _checked, _digest)
    return (*above, *(block for part in parts for block in part(voice, sitting, found)))


def _addressed(draft: Draft) -> Iterator[Block]:
    """To whom, from whom, and about what, as a report to a council begins."""
    voice = draft.voice
    if draft.is_together:
        yield Paragraph((*strong(f"{voice.in_context('a report', 'To')}: "), *draft.addressee()))
    office = gap(voice.in_context("to fill in", "office of the proposer"))
    yield Paragraph((*strong(f"{voice.in_context('a report', 'Submitted by')}: "), *office))
    yield Paragraph(strong(draft.subject()))


def _what(voice: Voice, sitting: Sitting, _: Sequence[Difference]) -> Iterator[Block]:
    title = voice.bare(voice.sealed.charter.title)
    yield Heading(1, plain(voice.say("What is proposed")))
    if sitting.base is None:
        yield para(voice.say("The charter “{title}” is put to the vote for the first time.", title=title))
    else:
        yield para(
            voice.say(
                "A revised text of the charter “{title}” is put to the vote: version {new} replaces version {old}.",
                title=title,
                new=sitting.version,
                old=sitting.base.version,
            )
        )
    rows = tuple(
        (
            (para(beginning(voice.say(APPROVERS[who.value]))),),
            tuple(para(voice.say(PORTIONS[part])) for part in parts),
        )
        for who, parts in sitting.approvers.items()
    )
    if rows:
        heads = (plain(voice.say("Who decides")), plain(voice.say("On what")))
        yield Grid(heads, rows, (1, 2))


def _changes(voice: Voice, _: Sitting, found: Sequence[Difference]) -> Iterator[Block]:
    return brief(voice, found)


def _why(voice: Voice, sitting: Sitting, found: Sequence[Difference]) -> Iterator[Block]:
    """The reasons in the order of the text, each once with all that changes for it."""
    yield Heading(1, plain(voice.in_context("heading of a note", "Why")))
    told: dict[str, dict[str, None]] = {}
    for one in found:
        if one.why:
            told.setdefault(one.why, {})[one.name] = None
    if not told:
        yield para(f"[{voice.in_context('to fill in', 'why this is proposed')}]", Style.NOTE)
        return
    lines = ((*strong(f"{'; '.join(names)}: "), *plain(why)) for why, names in told.items())
    yield Items(tuple((Paragraph(line),) for line in lines))
    yield para(voice.say("The table of changes lists every change with its reason."))


def _results(voice: Voice, sitting: Sitting, _: Sequence[Difference]) -> Iterator[Block]:
    """What changed targets mean for results; a first version changes none."""
    if sitting.base is None:
        return
    yield Heading(1, plain(voice.say("Effect on results")))
    lines = [
        (record_name(voice, sitting, subject), " ".join(tried_sentences(voice, tried)))
        for subject, several in sitting.tried.items()
        for tried in several
    ]
    if lines:
        yield Items(tuple((Paragraph((*strong(f"{name}: "), *plain(words))),) for name, words in lines))
    else:
        yield para(voice.say("No changed target can be held against figures of earlier periods."))
    yield para(
        voice.say("Results of past periods are not judged anew: the target in force at the time counts.")
    )


def _costs(voice: Voice, _: Sitting, __: Sequence[Difference]) -> Iterator[Block]:
    yield Heading(1, plain(voice.say("Financial and legal implications")))
    yield para(f"[{voice.in_context('to fill in', 'costs, staff, legal advice')}]", Style.NOTE)


def _consultation(voice: Voice, sitting: Sitting, _: Sequence[Difference]) -> Iterator[Block]:
    """What people said about this text first, then in short what they said about those before it."""
    yield Heading(1, plain(voice.say("Report on the consultation")))
    earlier = tuple(one for one in sitting.steps if _is_earlier(sitting, one))
    own = tuple(one for one in sitting.steps if one not in earlier)
    if not own and sitting.consultation is None:
        yield para(voice.say("No consultation on this text is recorded."))
    for step in own:
        yield from _step(voice, step)
    yield from _comments(voice, sitting)
    if earlier:
        yield Heading(2, plain(voice.say("Earlier consultations")))
        yield Items(tuple((_in_short(voice, step),) for step in earlier))


def _is_earlier(sitting: Sitting, step: Consultation) -> bool:
    """Whether a step led to the text in force, and not to the proposal."""
    days = [act.day for act in sitting.base.acts if isinstance(act.day, date)] if sitting.base else []
    return bool(days) and step.date <= min(days)


def _step(voice: Voice, step: Consultation) -> Iterator[Block]:
    yield Heading(2, plain(f"{voice.day(step.date)} – {voice.bare(step.topic)}"))
    facts = (
        (voice.say("Place"), step.place),
        (voice.say("Who took part"), step.participants),
        (voice.say("What came of it"), step.outcome),
    )
    for term, text in facts:
        if text:
            yield Paragraph((*strong(f"{term}: "), *plain(voice.context.reader.plain(text))))


def _in_short(voice: Voice, step: Consultation) -> Paragraph:
    outcome = f" {voice.context.reader.plain(step.outcome)}" if step.outcome else ""
    return Paragraph((*strong(f"{voice.day(step.date)} – {voice.bare(step.topic)}"), *plain(f".{outcome}")))


def _comments(voice: Voice, sitting: Sitting) -> Iterator[Block]:
    one = sitting.consultation
    if one is None:
        return
    days = voice.days(one.since, one.until)
    yield Heading(2, plain(voice.say("Consultation on this text: {days}", days=days)))
    if one.how:
        yield para(voice.say("Text of the announcement"), Style.LABEL)
        yield from voice.block(one.how)
    if one.until >= sitting.today:
        day = voice.day_inside(sitting.today)
        yield para(
            voice.say(
                "The consultation is still open. Comments that come in after {day} are missing here.", day=day
            ),
            Style.NOTE,
        )
    if not one.comments:
        yield para(voice.say("No comments were received."))
        return
    in_context = voice.in_context
    heads = (
        voice.say("Commented by"),
        in_context("at a consultation", "Comment"),
        in_context("at a consultation", "Answer"),
        voice.say("Text changed?"),
    )
    rows = tuple(_comment(voice, sitting, each) for each in one.comments)
    yield Grid(tuple(plain(head) for head in heads), rows, (4, 6, 6, 3))


def _comment(voice: Voice, sitting: Sitting, one: Comment) -> tuple[tuple[Block, ...], ...]:
    about = (para(record_name(voice, sitting, one.about)),) if one.about else ()
    return (
        (para(voice.bare(one.sender)), *about),
        voice.block(one.comment) or (para("–"),),
        voice.block(one.answer) or (para(voice.say("Not answered yet.")),),
        (para(beginning(voice.say("yes") if one.changed else voice.say("no"))),),
    )


def _checked(voice: Voice, sitting: Sitting, _: Sequence[Difference]) -> Iterator[Block]:
    count = voice.context.reader.words.count
    yield Heading(1, plain(voice.say("What was checked")))
    files = count("{n} file was checked.", "{n} files were checked.", sitting.files)
    sealed = count("{n} record is put to the vote.", "{n} records are put to the vote.", len(sitting.records))
    looked_at = voice.say(
        "The check covers fields, references between records, figures, deadlines and the texts in every "
        "language of the vote."
    )
    lines = [
        voice.say(
            "Checked with charterkit {version} on {day}.",
            version=sitting.program,
            day=voice.day_inside(sitting.today),
        ),
        f"{files} {sealed}",
        f"{looked_at} {voice.say('No problems were found.')}",
    ]
    if sitting.base is not None:
        lines.append(voice.say("Every change against the version in force has a reason."))
    if sitting.acknowledged:
        lines.append(
            count(
                "{n} recommendation of the check was considered and not followed; the reason is recorded.",
                "{n} recommendations of the check were considered and not followed; the reasons are recorded.",
                sitting.acknowledged,
            )
        )
    yield Items(tuple((para(line),) for line in lines))


def _digest(voice: Voice, sitting: Sitting, _: Sequence[Difference]) -> Iterator[Block]:
    yield Heading(1, plain(voice.say("How to check that this text is the one that was voted on")))
    yield para(
        voice.say(
            "Everything that is put to the vote stands in the file content.json. Its SHA-256 checksum is:"
        )
    )
    yield Paragraph((Run(sitting.digest, Look.CODE),))
    yield para(voice.say("Work out its checksum with a command of your computer."))
    # Lines of their own: broken in two, a command would be typed wrongly.
    lines = (((*plain(f"{voice.say(system)} "), Run(command, Look.CODE)),) for system, command in _COMMANDS)
    yield Items(tuple((Paragraph(*line),) for line in lines))
    yield para(
        voice.say(
            "If a single word is changed at the sitting, the checksum changes too: the text is proposed again and a "
            "new decision printed."
        )
    )
