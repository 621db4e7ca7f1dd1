"""An approved version of a charter as a legal text of schema.org."""

from __future__ import annotations

from typing import Final

from charterkit.model.release import ActKind
from charterkit.rules.releases.states import Dated, ReleaseState
from charterkit.site.addresses import version_address
from charterkit.site.context import Context
from charterkit.site.releases.act_words import act_name, acts_of
from charterkit.site.sharing.linked_nodes import Node, pruned, site_publisher

_FORCE: Final = {
    ReleaseState.IN_FORCE: "https://schema.org/InForce",
    ReleaseState.SUPERSEDED: "https://schema.org/NotInForce",
    ReleaseState.REPEALED: "https://schema.org/NotInForce",
    ReleaseState.APPROVED: "https://schema.org/NotInForce",
}


def legislation(context: Context, one: Dated) -> Node:
    """A release: who passed it, by which act, when, and whether it is in force."""
    release, bare = one.release, context.reader.bare
    charter = context.publication.charters[release.charter]
    url = context.absolute(version_address(release.charter, release.version))
    acts = [act for act in acts_of(context, one) if act.kind is ActKind.APPROVAL]
    return pruned({
        "@type": "Legislation",
        "@id": f"{url}#legislation",
        "url": url,
        "name": bare(charter.title),
        "version": release.version,
        "inLanguage": context.reader.lang,
        "legislationIdentifier": [name for act in acts if (name := act_name(context, act))],
        "legislationPassedBy": [{"@type": "Organization", "name": bare(act.body)} for act in acts],
        "legislationDate": one.approved.isoformat() if one.approved else "",
        "legislationDateVersion": one.since.isoformat() if one.since and not one.since_in else "",
        "legislationLegalForce": _FORCE[one.state],
        "publisher": site_publisher(context),
    })  # fmt: skip
