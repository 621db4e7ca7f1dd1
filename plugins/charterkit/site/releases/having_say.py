"""The ways to open consultations, from the pages on which people are told of them."""

from __future__ import annotations

from collections.abc import Mapping

from charterkit.model.charter import Charter
from charterkit.rules.releases.consulting import is_open, public_consultation
from charterkit.site.addresses import consultation_address
from charterkit.site.context import Context, Link


def consultation_links(context: Context, charters: Mapping[str, Charter]) -> tuple[Link, ...]:
    """The ways to the consultations that are open on the day."""
    today = context.standing.today
    found = {id: public_consultation(context.publication, id, today) for id in charters}
    return tuple(
        context.section_link(
            context.say("Have your say: {charter}", charter=context.reader.bare(charters[id].title)),
            consultation_address(id),
        )
        for id, one in found.items()
        if one is not None and is_open(one, today)
    )
