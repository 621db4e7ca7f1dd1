"""The whole charter, chapter by chapter: what it says itself, its promises, and as annexes all that they rest on."""

from __future__ import annotations

from dataclasses import replace

from charterkit.exports.dossier.annexes import annexes
from charterkit.exports.dossier.articles import Chapter, before_annexes
from charterkit.exports.dossier.voice import Voice


def chapters(voice: Voice) -> tuple[Chapter, ...]:
    """Every chapter that has something to say; its annexes are numbered."""
    told = (one for one in before_annexes(voice) if one.articles)
    behind = (one for one in annexes(voice) if one.articles)
    return (*told, *(_numbered(voice, one, n) for n, one in enumerate(behind, start=1)))


def _numbered(voice: Voice, one: Chapter, number: int) -> Chapter:
    return replace(one, title=voice.say("Annex {n}. {title}", n=number, title=one.title))
