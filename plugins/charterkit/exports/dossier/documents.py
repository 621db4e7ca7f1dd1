"""All documents of a sitting in one language, and the files that they become."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from charterkit.exports.dossier.acts import annex_head
from charterkit.exports.dossier.amendment import amendment
from charterkit.exports.dossier.articles import Chapter
from charterkit.exports.dossier.brackets import bracketed, signs
from charterkit.exports.dossier.chapters import chapters
from charterkit.exports.dossier.decision import decision
from charterkit.exports.dossier.differences import Difference, differences
from charterkit.exports.dossier.draft import Draft
from charterkit.exports.dossier.facts import Sitting
from charterkit.exports.dossier.note import note
from charterkit.exports.dossier.sealed import Sealed
from charterkit.exports.dossier.tables import changes_document
from charterkit.exports.dossier.text import clean, marked_up
from charterkit.exports.dossier.tree import Block, Leaflet, Look, Style, para, without_gaps
from charterkit.exports.dossier.voice import Voice
from charterkit.model.release import Approver, Portion
from charterkit.site.context import Context
from charterkit.site.releases.act_words import APPROVERS
from charterkit.text import inside

# The part of a release to which an annex belongs.
_PORTIONS: Final = {
    "standards": Portion.STANDARDS,
    "indicators": Portion.METHODOLOGY,
    "procedures": Portion.PROCEDURES,
    "methodology": Portion.METHODOLOGY,
}


@dataclass(frozen=True)
class _Desk:
    """What all documents of one language are made from."""

    voice: Voice
    sitting: Sitting
    old: tuple[Chapter, ...]
    new: tuple[Chapter, ...]


def leaflets(sitting: Sitting, context: Context) -> tuple[Leaflet, ...]:
    """The documents in the order in which they lie on the desk, in the language of the context.

    Of an old version only its text, to be held against the paper: nobody votes on it any more.
    """
    voice = Voice.of(context, Sealed(sitting.charter, sitting.records))
    base = sitting.base
    old = chapters(Voice.of(context, Sealed(sitting.charter, base.records))) if base else ()
    desk = _Desk(voice, sitting, old, chapters(voice))
    if sitting.recorded:
        return (_leaflet(desk, "charter", voice.say("Text as recorded"), clean(desk.new)),)
    found = (*_decisions(desk), _charter(desk), *(_against(desk) if base else ()), _note(desk))
    return tuple(found)


def _leaflet(
    desk: _Desk,
    name: str,
    kicker: str,
    blocks: Sequence[Block],
    *,
    above: tuple[Block, ...] = (),
    landscape: bool = False,
    titled: bool = True,
    listed: bool = False,
) -> Leaflet:
    voice, sitting = desk.voice, desk.sitting
    title = voice.bare(voice.sealed.charter.title)
    head = voice.say(
        "{title} · version {version} · checksum {digest}…",
        title=title,
        version=sitting.version,
        digest=sitting.short,
    )
    body = voice.body(voice.sealed.charter.publisher)
    lang = voice.context.reader.lang
    shown = title if titled else f"{kicker}: {title}"
    return Leaflet(
        name,
        lang,
        shown,
        "" if not titled else kicker,
        body,
        head,
        kicker,
        without_gaps(blocks),
        above,
        landscape,
        titled,
        voice.say("Contents") if listed else "",
    )


def _drafts(desk: _Desk) -> tuple[Draft, ...]:
    return tuple(Draft(desk.voice, desk.sitting, who, parts) for who, parts in desk.sitting.approvers.items())


def _decisions(desk: _Desk) -> Iterator[Leaflet]:
    several = len(desk.sitting.approvers) > 1
    for draft in _drafts(desk):
        name = f"1-decision-{draft.approver.value}" if several else "1-decision"
        kicker = desk.voice.say("Draft {form}", form=inside(draft.form))
        shown = f"{kicker} ({desk.voice.say(APPROVERS[draft.approver.value])})" if several else kicker
        yield _leaflet(desk, name, shown, decision(draft), titled=False)


def _charter(desk: _Desk) -> Leaflet:
    head = annex_head(desk.voice, desk.sitting, Portion.CHARTER)
    own = tuple(_under_its_act(desk, one) for one in desk.new)
    return _leaflet(
        desk, "2-charter", desk.voice.say("Text as proposed"), clean(own), above=head, listed=True
    )


def _under_its_act(desk: _Desk, one: Chapter) -> Chapter:
    """An annex on which somebody else decides than on the charter says so at its head."""
    portion = _PORTIONS.get(one.id)
    of = {part: who for who, parts in desk.sitting.approvers.items() for part in parts}
    if portion not in of or of[portion] is of.get(Portion.CHARTER):
        return one
    own = [other for other in desk.new if _decides(other, of) is of[portion]]
    return replace(one, above=annex_head(desk.voice, desk.sitting, portion, own.index(one) + 1))


def _decides(one: Chapter, of: Mapping[Portion, Approver]) -> Approver | None:
    portion = _PORTIONS.get(one.id)
    return of.get(portion) if portion is not None else None


def _against(desk: _Desk) -> Iterator[Leaflet]:
    say = desk.voice.say
    found = differences(desk.voice, desk.sitting, desk.old, desk.new)
    tables = changes_document(desk.voice, desk.sitting, found)
    yield _leaflet(desk, "3-changes", say("Table of changes"), tables, landscape=True)
    legend = para(
        say(
            "Deleted words are struck through and stand in {out}. "
            "Added words are bold and underlined and stand in {put}.",
            out=signs(Look.DELETED),
            put=signs(Look.INSERTED),
        ),
        Style.NOTE,
    )
    yield _leaflet(
        desk,
        "4-marked-up",
        say("Text with marked changes"),
        (legend, *_listed(desk, found), *bracketed(marked_up(desk.old, desk.new))),
        listed=True,
    )
    yield from _amendments(desk)


def _listed(desk: _Desk, found: Sequence[Difference]) -> Iterator[Block]:
    """Where in the long text to look."""
    names = "; ".join(dict.fromkeys(one.name for one in found if one.old or one.new))
    if names:
        yield para(desk.voice.say("Something changes here: {items}.", items=names))


def _amendments(desk: _Desk) -> Iterator[Leaflet]:
    """The amending form, for each approver the part on which they decide: nobody can amend what another approved."""
    drafts = _drafts(desk)
    for draft in drafts:
        old, new = (
            tuple(one for one in side if _amends(one, drafts) is draft) for side in (desk.old, desk.new)
        )
        blocks = amendment(draft, old, new)
        if blocks:
            name = f"5-amendment-{draft.approver.value}" if len(drafts) > 1 else "5-amendment"
            yield _leaflet(desk, name, _kicker(draft, len(drafts) > 1), blocks)


def _kicker(draft: Draft, is_one_of_several: bool) -> str:
    form = draft.voice.say("Amending form")
    return f"{form}: {draft.voice.say(APPROVERS[draft.approver.value])}" if is_one_of_several else form


def _amends(one: Chapter, drafts: Sequence[Draft]) -> Draft | None:
    """By which decision a chapter is amended; None where only a name in it changed, that of a record elsewhere."""
    portion = _PORTIONS.get(one.id, Portion.CHARTER)
    return next((draft for draft in drafts if portion in draft.portions), None)


def _note(desk: _Desk) -> Leaflet:
    found = differences(desk.voice, desk.sitting, desk.old, desk.new) if desk.sitting.base else ()
    return _leaflet(
        desk,
        "6-note",
        desk.voice.say("Explanatory note"),
        note(desk.voice, desk.sitting, found, next(iter(_drafts(desk)), None)),
    )


def checksums(files: dict[str, bytes]) -> bytes:
    """The list that `sha256sum -c` reads."""
    return "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())).encode()
