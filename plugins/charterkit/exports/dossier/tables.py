"""The document of changes: how many of which kind, the changed targets and what they do to results, every change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from charterkit.exports.dossier.compare import whole
from charterkit.exports.dossier.differences import Difference
from charterkit.exports.dossier.facts import Sitting, Tried
from charterkit.exports.dossier.tree import Block, Grid, Heading, Look, Paragraph, para, plain
from charterkit.exports.dossier.voice import Voice
from charterkit.rules.releases.effects import Effect
from charterkit.rules.releases.noise import needed
from charterkit.site.releases.field_names import EFFECTS, effect_name
from charterkit.site.releases.look_back import looking_back
from charterkit.site.results.figures import target_unit, unit_of


def changes_document(voice: Voice, sitting: Sitting, found: Sequence[Difference]) -> tuple[Block, ...]:
    """The tables that a council reads before it votes."""
    return (
        *_counted(voice, sitting),
        *targets_table(voice, sitting, found),
        *changes_table(voice, found),
    )


def _counted(voice: Voice, sitting: Sitting) -> Iterator[Block]:
    words = voice.context.reader.words
    counts = Counter(one.effect for one in needed(sitting.changes, sitting.records).told)
    rows = tuple(
        ((para(effect_name(effect, words)),), (para(str(counts[effect])),))
        for effect in EFFECTS
        if counts[effect]
    )
    if not rows:
        return
    yield Heading(1, plain(voice.say("In brief")))
    yield para(voice.say("Compared with the version in force: version {version}.", version=_version(sitting)))
    yield Grid((plain(voice.say("Effect")), plain(voice.say("Changes"))), rows, (3, 1), part=50, right=(1,))


def _version(sitting: Sitting) -> str:
    return sitting.base.version if sitting.base else "–"


def targets_table(voice: Voice, sitting: Sitting, found: Sequence[Difference]) -> tuple[Block, ...]:
    """Changed commitments and targets, with what the latest figures would have meant under the new target."""
    rows = tuple(_target_row(voice, sitting, one) for one in changed_promises(found))
    if not rows:
        return ()
    heads = (
        voice.say("Promise"),
        voice.say("In force"),
        voice.say("Proposed"),
        voice.say("Effect"),
        voice.say("With the latest figures"),
    )
    title = Heading(1, plain(voice.say("Changed promises and targets")))
    return title, _legend(voice), Grid(tuple(plain(one) for one in heads), rows, (4, 6, 6, 3, 5))


def changed_promises(found: Sequence[Difference]) -> tuple[Difference, ...]:
    """Promises that come or go, and targets that change."""
    own = (one for one in found if one.subject.startswith("commitment/"))
    return tuple(one for one in own if one.path in ("", "measures", "ended"))


def _target_row(voice: Voice, sitting: Sitting, one: Difference) -> tuple[tuple[Block, ...], ...]:
    label = (para(one.label),) if one.label else ()
    return (
        (Paragraph(plain(one.name)), *label),
        one.old or (para("–"),),
        _proposed(one),
        effect_words(voice, one.effects),
        tuple(para(sentence) for sentence in _with_figures(voice, sitting, one)) or (para("–"),),
    )


def _legend(voice: Voice) -> Paragraph:
    return para(voice.say("Deleted words are struck through; added words are bold and underlined."))


def _proposed(one: Difference) -> tuple[Block, ...]:
    """The proposed text; where nothing stood before, all of it is marked as new."""
    return (one.new if one.old else tuple(whole(new, Look.INSERTED) for new in one.new)) or (para("–"),)


def _with_figures(voice: Voice, sitting: Sitting, one: Difference) -> Iterator[str]:
    for tried in sitting.tried.get(one.subject, ()):
        if one.label and voice.indicator(tried.indicator) not in one.label:
            continue
        yield from tried_sentences(voice, tried)


def tried_sentences(voice: Voice, tried: Tried) -> tuple[str, ...]:
    """What the figure of the latest period says about both targets."""
    indicator = voice.sealed.indicators[tried.indicator]
    return looking_back(tried.told, voice.context.figures, unit_of(indicator), target_unit(indicator))


def effect_words(voice: Voice, effects: Sequence[Effect]) -> tuple[Block, ...]:
    """The effects of one change, a word each."""
    words = voice.context.reader.words
    return tuple(para(effect_name(effect, words)) for effect in effects) or (para("–"),)


def changes_table(voice: Voice, found: Sequence[Difference]) -> tuple[Block, ...]:
    """Every change: what stands there now, what is proposed, why, and what it does."""
    if not found:
        return ()
    heads = (
        voice.say("Item"),
        voice.say("In force"),
        voice.say("Proposed"),
        voice.in_context("of a change", "Why"),
        voice.say("Effect"),
    )
    rows = tuple(_row(voice, one) for one in found)
    title = Heading(1, plain(voice.say("Every change")))
    return title, _legend(voice), Grid(tuple(plain(one) for one in heads), rows, (4, 6, 6, 5, 3))


def _row(voice: Voice, one: Difference) -> tuple[tuple[Block, ...], ...]:
    label = (para(one.label),) if one.label else ()
    return (
        (Paragraph(plain(one.name)), *label),
        one.old or (para("–"),),
        _proposed(one),
        (para(one.why or "–"),),
        effect_words(voice, one.effects),
    )
