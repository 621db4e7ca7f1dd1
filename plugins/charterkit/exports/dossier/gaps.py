"""Sentences with places to fill in by hand."""

from __future__ import annotations

from collections.abc import Mapping

from charterkit.exports.dossier.tree import Look, Run, Runs
from charterkit.exports.dossier.voice import Voice

# A sign that no text can hold: authored ones lose it, and no translation has it.
_SIGN = "\x01"


def gapped(voice: Voice, message: str, gaps: Mapping[str, str], **named: object) -> Runs:
    """A sentence whose placeholders of `gaps` become gaps; each says in small letters what belongs there."""
    hints = tuple(gaps)
    signs = {name: f"{_SIGN}{place}{_SIGN}" for place, name in enumerate(hints)}
    filled = voice.context.reader.words.say(message, **signs, **named)
    found = []
    for place, part in enumerate(filled.split(_SIGN)):
        if place % 2:
            found.append(Run(gaps[hints[int(part)]], Look.GAP))
        elif part:
            found.append(Run(part))
    return tuple(found)


def gap(hint: str) -> Runs:
    """A gap alone."""
    return (Run(hint, Look.GAP),)
