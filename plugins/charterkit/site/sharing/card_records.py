"""Which records get a picture for a shared link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from charterkit.model.publication import Publication
from charterkit.model.publisher import SocialCards
from charterkit.text import Text

# The scripts whose letters the fonts of a card hold: Latin, Greek and Cyrillic, with signs and punctuation. A word in
# another one would be a row of empty boxes, which is worse than no picture.
_DRAWN: Final = re.compile(
    "[\t\n -~\xa0-\u02ff\u0300-\u036f\u0370-\u052f\u1e00-\u1eff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2116\u2122]*"
)


def card_records(publication: Publication) -> frozenset[str]:
    """The charters and promises (`charter/promise`) that get a card, and blank for the card of the whole site."""
    wanted = publication.publisher.site.social_cards
    if wanted is SocialCards.NONE or not _drawn((publication.publisher.name, publication.publisher.notice)):
        return frozenset()
    return frozenset(id for id, texts in _records(publication, wanted) if _drawn(texts))


def _records(publication: Publication, wanted: SocialCards) -> Iterator[tuple[str, tuple[Text, ...]]]:
    yield "", ()
    yield from ((id, (charter.title,)) for id, charter in publication.charters.items())
    if wanted is SocialCards.PROMISES:
        yield from ((id, (one.title, one.promise)) for id, one in publication.commitments.items())


def _drawn(texts: Iterable[Text]) -> bool:
    return all(_DRAWN.fullmatch(words) for text in texts for words in text.values())
