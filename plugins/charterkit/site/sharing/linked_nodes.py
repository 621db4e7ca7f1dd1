"""Parts that several kinds of page have in common, as data of schema.org."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from charterkit.model.calendar import Opening, Weekday
from charterkit.model.common import Contact
from charterkit.model.publisher import Body, BodyType, ServicePlace, SpecialHours
from charterkit.site.context import Context

# A thing in words of schema.org: its `@type`, and what is known of it.
Node: TypeAlias = dict[str, Any]

# An institution may be a company or a foundation: only of the others is it sure that they are part of the government.
_NOT_SURELY_GOVERNMENT: Final = frozenset({BodyType.INSTITUTION, BodyType.OTHER})
_DAYS: Final[Mapping[Weekday, str]] = {
    Weekday.MON: "Monday",
    Weekday.TUE: "Tuesday",
    Weekday.WED: "Wednesday",
    Weekday.THU: "Thursday",
    Weekday.FRI: "Friday",
    Weekday.SAT: "Saturday",
    Weekday.SUN: "Sunday",
}


def pruned(node: Mapping[str, Any]) -> Node:
    """A thing without what is not known of it."""
    return {name: value for name, value in node.items() if value not in ("", None, [], {})}


def organisation(context: Context, body: Body) -> Node:
    """A body by its name and the address of its page."""
    url = context.absolute(f"bodies/{body.id}/")
    return {"@type": type_of(body), "@id": f"{url}#body", "name": context.reader.bare(body.name), "url": url}


def site_publisher(context: Context) -> Node | None:
    """Who publishes the site; not said where a notice stands on every page, for then it may be somebody else."""
    publisher = context.publication.publisher
    return None if publisher.notice else organisation(context, publisher.bodies[0])


def type_of(body: Body) -> str:
    """What a body is in the words of schema.org."""
    return "Organization" if body.type in _NOT_SURELY_GOVERNMENT else "GovernmentOrganization"


def contact_point(context: Context, contact: Contact) -> Node | None:
    """Telephone, e-mail and form of a body; None where none is known."""
    known = pruned({"telephone": contact.phone, "email": contact.email, "url": contact.url})
    return {"@type": "ContactPoint", **known} if known else None


def place(context: Context, one: ServicePlace) -> Node:
    """A place where people are served, with its hours."""
    return pruned(
        {
            "@type": "Place",
            "name": context.reader.bare(one.title),
            "address": context.reader.plain(one.address),
            "telephone": one.contact.phone,
            "openingHoursSpecification": list(hours(one.hours)),
            "specialOpeningHoursSpecification": list(special_hours(one.special)),
        }
    )


def hours(openings: Iterable[Opening]) -> Iterator[Node]:
    """Hours of the week. Hours with a note hold under a condition that schema.org has no word for: they are left out."""
    for one in openings:
        if not one.note:
            days = [_DAYS[day] for day in one.days]
            yield {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": days[0] if len(days) == 1 else days,
                "opens": one.opens,
                "closes": one.closes,
            }


def special_hours(special: Iterable[SpecialHours]) -> Iterator[Node]:
    """Days that are otherwise; a closed day opens and closes at midnight, as schema.org wants it."""
    for one in special:
        yield {
            "@type": "OpeningHoursSpecification",
            "validFrom": one.since.isoformat(),
            "validThrough": (one.until or one.since).isoformat(),
            "opens": one.opens or "00:00",
            "closes": one.closes or "00:00",
        }
