"""Services and bodies as data of schema.org."""

from __future__ import annotations

from collections.abc import Iterator

from charterkit.model.charter import Channel, ChannelKind
from charterkit.model.publisher import Body, GovernmentLevel, ServicePlace
from charterkit.model.service import Service
from charterkit.rules.offered import ONLINE
from charterkit.site.bodies import BodyRecord
from charterkit.site.context import Context
from charterkit.site.services.in_brief import for_whom
from charterkit.site.sharing.linked_nodes import Node, hours, organisation, place, pruned


def government_service(context: Context, one: Service) -> Node:
    """A service that can be asked for; nothing about one that is no longer there or not offered on the day."""
    if not one.is_offered(context.standing.today):
        return {}
    url, bodies = context.absolute(f"services/{one.id}/"), context.directory.bodies
    places = [context.directory.places[id] for id in one.places if id in context.directory.places]
    known = [bodies[id] for id in one.bodies if id in bodies]
    first = known[0] if known else None
    return pruned(
        {
            "@type": "GovernmentService",
            "@id": f"{url}#service",
            "url": url,
            "name": context.reader.bare(one.title),
            "description": context.reader.plain(one.summary),
            "provider": organisation(context, first) if first else None,
            "serviceOperator": [organisation(context, body) for body in known[1:]],
            "areaServed": _area(context, first) if first else None,
            "audience": _audience(context, one),
            "availableChannel": list(_channels(context, one, places)),
            "hoursAvailable": [hour for at in places for hour in hours(at.hours)]
            if len(places) == 1
            else None,
            "termsOfService": context.absolute(f"standards/{one.standard}/") if one.standard else "",
            "serviceOutput": _output(context, one),
        }
    )


def government_body(context: Context, record: BodyRecord) -> Node:
    """A body with its contacts, its hours and what it is part of."""
    body, bare = record.body, context.reader.bare
    above = context.directory.bodies.get(body.part_of)
    return pruned(
        {
            **organisation(context, body),
            "alternateName": bare(body.short_name),
            "description": context.reader.plain(body.description),
            "telephone": body.contact.phone,
            "email": body.contact.email,
            "sameAs": body.contact.url,
            "address": context.reader.plain(body.contact.address),
            "parentOrganization": organisation(context, above) if above else None,
            "location": [place(context, one) for one in record.places],
        }
    )


def _area(context: Context, body: Body) -> Node | None:
    """A country where a national body serves it. How far the area of another body reaches no record says."""
    country = context.publication.publisher.country
    if body.level is not GovernmentLevel.NATIONAL or not country:
        return None
    return {"@type": "Country", "name": context.reader.words.country_name(country)}


def _audience(context: Context, one: Service) -> Node | None:
    whom = for_whom(context, one)
    return {"@type": "Audience", "audienceType": whom} if whom else None


def _output(context: Context, one: Service) -> Node | None:
    return {"@type": "Thing", "name": context.reader.plain(one.output, 160)} if one.output else None


def _channels(context: Context, one: Service, places: list[ServicePlace]) -> Iterator[Node]:
    """The ways to ask for it: online, by telephone, by post, at a counter."""
    languages = list(one.languages)
    if one.online is not None and one.online.url and one.online.level in ONLINE:
        yield _channel({"serviceUrl": one.online.url}, languages)
    for channel in one.channels:
        found = _way(channel)
        if found:
            yield _channel(found, languages)
    for at in places:
        yield _channel({"serviceLocation": place(context, at)}, languages)


def _way(channel: Channel) -> Node:
    """A way that schema.org can tell: it has no word for one by e-mail."""
    if not channel.at:
        return {}
    if channel.kind is ChannelKind.PHONE:
        return {"servicePhone": {"@type": "ContactPoint", "telephone": channel.at}}
    if channel.kind is ChannelKind.WEB:
        return {"serviceUrl": channel.at}
    return {}


def _channel(found: Node, languages: list[str]) -> Node:
    return pruned({"@type": "ServiceChannel", **found, "availableLanguage": languages})
