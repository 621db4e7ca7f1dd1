"""All changes in a few lines: how many of each effect there are, and which promises have a new number alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from charterkit.rules.releases.change import Change
from charterkit.rules.releases.effects import Effect
from charterkit.site.releases.change_words import ChangeWords
from charterkit.site.releases.field_names import effect_name
from charterkit.strings import Words


def tally(found: Iterable[Change], words: Words) -> tuple[str, ...]:
    """How many changes there are of each effect; a measure that was turned round counts with what became of it, too."""
    counted = Counter(effect for one in found for effect in (one.effect, one.then) if effect is not None)
    return tuple(
        words.say("{name}: {number}", name=effect_name(effect, words), number=counted[effect])
        for effect in Effect
        if counted[effect]
    )


def renumbered(keys: Iterable[str], told: ChangeWords) -> str:
    """The promises of which only the number is another one, with the old one; blank where there is none."""
    words = told.figures.reader.words
    names = "; ".join(
        words.say("{name} (old number: {number})", name=told.names.name(key), number=_old(key, told))
        for key in keys
    )
    if not names:
        return ""
    if told.past:
        return words.say("Only the number was changed: {names}.", names=names)
    return words.say("Only the number changes: {names}.", names=names)


def _old(key: str, told: ChangeWords) -> str:
    return str(told.before.get(key, {}).get("number", "–"))
