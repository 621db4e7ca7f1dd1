"""What a proposal changes, in a few lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from charterkit.model.publication import Publication
from charterkit.rules.releases.proposing import Proposal
from charterkit.site.pieces import reader
from charterkit.site.releases.change_words import ChangeWords
from charterkit.site.results.figures import Figures, own_units


def summary(proposal: Proposal, publication: Publication, today: date, lang: str) -> Iterator[str]:
    """Each change: the record, what changed in it, what that does, and the sentences about it."""
    if proposal.base is None:
        return
    order = publication.publisher.reading_order
    figures = Figures(
        reader(lang, order),
        own_units(publication.methodology, lang, order),
        publication.publisher.year_starts,
        today,
    )
    words = ChangeWords(figures, proposal.base.records, proposal.records)
    for change in proposal.changes:
        told = words.told(change)
        yield " – ".join(
            part for part in (words.names.name(change.subject), told.place, *told.effects) if part
        )
        yield from (f"    {sentence}" for sentence in told.sentences)
