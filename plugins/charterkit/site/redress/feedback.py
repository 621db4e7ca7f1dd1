"""The ways back from a page: that a promise was not kept, that a text is not clear, that a text has a mistake.

A link opens the publisher's form or the reader's own e-mail program, with the facts of the page filled in. The site
itself keeps nothing and sends nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import quote, urlsplit

from charterkit.model.charter import ChannelKind, Complaints
from charterkit.model.common import NO_CONTACT, Contact
from charterkit.model.publisher import Concern, Feedback
from charterkit.site.addresses import absolute, prefix_of
from charterkit.site.context import Context, Fact, Link
from charterkit.site.pages import Page
from charterkit.site.pieces import GAP, Piece, around
from charterkit.site.records import answer_time_fact, channel_facts, contact_facts, phone_address
from charterkit.site.releases.approval import versions_shown
from charterkit.strings import mark
from charterkit.text import NO_TEXT, Text

# What the link says, the subject of the message, and the line below which the reader writes.
_WORDS: Final[Mapping[Concern, tuple[str, str, str]]] = {
    Concern.NOT_KEPT: (
        mark("This was not kept"),
        mark("Not kept: {name}"),
        mark("What happened, when and where:"),
    ),
    Concern.UNCLEAR: (
        mark("I do not understand this"),
        mark("Not clear: {name}"),
        mark("What I do not understand:"),
    ),
    Concern.MISTAKE: (
        mark("There is a mistake in this text"),
        mark("Mistake in the text: {name}"),
        mark("What is wrong:"),
    ),
}
_ABOUT_TEXTS: Final = (Concern.UNCLEAR, Concern.MISTAKE)
# Some e-mail programs take no longer link than 2,000 characters, and a letter of another script counts for six.
_NAME: Final = 60
_WITHOUT_NET: Final = frozenset({ChannelKind.PHONE, ChannelKind.POST, ChannelKind.IN_PERSON})
_FORM_WORD: Final = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to tell: the words of the link, the way (blank where it is told by telephone or letter).

    `where` is the address in letters, for paper too, `note` what is said beside it; `told` says who reads it and how
    soon an answer comes.
    """

    words: str
    href: str
    where: Piece | str
    note: Piece
    told: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class TellPart:
    """How to tell the publisher something about a page.

    `naming` says how to call it on the telephone, `texts` what the publisher says of the messages, `after` leads to what
    becomes of a message, `offline` are the ways without a computer, `words` leads to the explained words.
    """

    asks: tuple[Ask, ...]
    naming: Piece | str
    texts: tuple[Piece, ...]
    after: Link
    offline: tuple[Fact, ...]
    words: Link


@dataclass(frozen=True, slots=True)
class Topic:
    """What a message is about: a page, the record on it, its title, and for a promise the route of its charter."""

    page: Page
    id: str
    name: str
    complaints: Complaints | None = None
    title: Text = NO_TEXT


def tell_part(context: Context, topic: Topic, concerns: Iterable[Concern]) -> TellPart | None:
    """How to tell something about a page; None where nobody can be told."""
    routes = {concern: _route(context, concern, topic) for concern in concerns}
    known = {concern: route for concern, route in routes.items() if route is not None}
    if not known:
        return None
    found = {concern: _ask(context, topic, concern, route) for concern, route in known.items()}
    return TellPart(
        asks=tuple(found.values()),
        naming=_naming(context, topic),
        texts=tuple(dict.fromkeys(context.block(one.text) for one in known.values() if one.text)),
        after=_after(context),
        offline=_offline(context, topic.complaints),
        words=context.section_link(context.say("Words explained"), "words/"),
    )


def _after(context: Context) -> Link:
    return Link(context.say("What happens with my message?"), f"{context.links.to('privacy/')}#messages")


def _naming(context: Context, topic: Topic) -> Piece | str:
    """How to call the page on the telephone; a title in another language says in which."""
    title = context.line(topic.title)
    if not title.fallback:
        return context.say("Say or write what it is about: {name}.", name=topic.name.rstrip("."))
    name = topic.name.replace(context.reader.bare(topic.title), GAP)
    return around(context.say("Say or write what it is about: {name}.", name=name), title)


def about_text(context: Context, page: Page, title: Text) -> TellPart | None:
    """How to tell that a page is not clear or has a mistake; None where nobody can be told."""
    return tell_part(
        context, Topic(page, page.address.rstrip("/"), context.reader.bare(title), title=title), _ABOUT_TEXTS
    )


def _route(context: Context, concern: Concern, topic: Topic) -> Feedback | None:
    """Where a message goes: as the publisher says; what was not kept as the charter says; else to the publisher."""
    publisher = context.publication.publisher
    own = next((one for one in publisher.feedback if concern in one.about), None)
    if own is not None:
        found = replace(own, contact=own.contact if own.contact != NO_CONTACT else publisher.contact)
        return found if found.form or found.contact != NO_CONTACT else None
    if concern is Concern.NOT_KEPT and topic.complaints is not None:
        return _as_complaint(topic.complaints)
    return Feedback((concern,), contact=publisher.contact) if publisher.contact != NO_CONTACT else None


def _as_complaint(complaints: Complaints) -> Feedback:
    """The charter's own way, as if the publisher had named it: its e-mail address, else its page, else its number.

    An address of which nothing is said comes first. Of others the charter says whose they are: that is often somebody
    else, who has not promised to answer within the body's own time.
    """
    ways = sorted(complaints.channels, key=lambda one: bool(one.text))
    first = {one.kind: one for one in reversed(ways) if one.at or one.kind is ChannelKind.POST}
    at = {kind: one.at for kind, one in first.items()}
    email, post = first.get(ChannelKind.EMAIL), first.get(ChannelKind.POST)
    contact = Contact(
        phone=at.get(ChannelKind.PHONE, ""),
        email=email.at if email else "",
        url=at.get(ChannelKind.WEB, ""),
        address=post.text if post else Text.of({}),
    )
    of_somebody = email is not None and bool(email.text)
    return Feedback(
        (Concern.NOT_KEPT,), contact=contact, answer_within=None if of_somebody else complaints.answer_within
    )


def _note(context: Context, concern: Concern, topic: Topic, email: str) -> Piece:
    """What a charter says beside the e-mail address to which a complaint goes: whose it is, when it is read."""
    channels = topic.complaints.channels if topic.complaints and concern is Concern.NOT_KEPT else ()
    return next((context.line(one.text) for one in channels if one.at == email and one.text), Piece())


def _ask(context: Context, topic: Topic, concern: Concern, route: Feedback) -> Ask:
    href, where = _way(context, topic, concern, route)
    email = route.contact.email
    note = _note(context, concern, topic, email) if email and where == email else Piece()
    return Ask(context.say(_WORDS[concern][0]), href, where, note, _told(context, route))


def _way(context: Context, topic: Topic, concern: Concern, route: Feedback) -> tuple[str, Piece | str]:
    """Where the link leads, and the same in letters: a form, else e-mail, else a page, a number, or only an address."""
    contact = route.contact
    if route.form:
        return _filled(context, topic, concern, route.form), _in_letters(route.form)
    if contact.email:
        return _mail(context, topic, concern, contact.email), contact.email
    if contact.url:
        return contact.url, _in_letters(contact.url)
    if contact.phone:
        return phone_address(contact.phone), contact.phone
    return "", context.line(contact.address)


def _told(context: Context, route: Feedback) -> tuple[Fact, ...]:
    reader = (Fact(context.say("Who reads it"), (Link(context.line(route.reader)),)),) if route.reader else ()
    return (*reader, answer_time_fact(context, route.answer_within)) if route.answer_within else reader


def _in_letters(address: str) -> str:
    """A web address as people copy it from paper, without what a link fills in."""
    parts = urlsplit(address)
    path = parts.path if "{" not in parts.path else parts.path.partition("{")[0]
    return f"{parts.netloc}{path}".rstrip("/")


def _filled(context: Context, topic: Topic, concern: Concern, form: str) -> str:
    """The address of a form with every word replaced; a value cannot end the part of the address that it is in."""
    values = {
        "promise": topic.id,
        "page": _address(context, topic.page),
        "version": versions_shown(context, topic.page) or f"draft {context.standing.today.isoformat()}",
        "language": context.reader.lang,
        "subject": _subject(context, topic, concern),
    }
    return _FORM_WORD.sub(lambda found: _in_query(values.get(found[1], "")), form)


def _mail(context: Context, topic: Topic, concern: Concern, email: str) -> str:
    """A link that opens a message with its subject and the facts of the page, ended by RFC 6068's line breaks."""
    say, words = context.say, context.reader.words
    lines = (
        say("About: {id}", id=topic.id),
        say("Page: {address}", address=_address(context, topic.page)),
        _version(context, topic.page),
        say("Language: {language}", language=words.language_name(context.reader.lang)),
        "",
        say(_WORDS[concern][2]),
        "",
    )
    subject, body = _in_query(_subject(context, topic, concern)), _in_query("\r\n".join(lines))
    return f"mailto:{quote(email, safe='@')}?subject={subject}&body={body}"


def _in_query(text: str) -> str:
    """Words as they can stand in the query of a link: nothing in them can end it or begin another part.

    Letters of other scripts stay: browsers write them as RFC 3986 wants them, and a page is lighter by five signs a letter.
    """
    return "".join(sign if sign.isalnum() and not sign.isascii() else quote(sign, safe=":/") for sign in text)


def _version(context: Context, page: Page) -> str:
    versions = versions_shown(context, page)
    if versions:
        return context.say("Version: {version}", version=versions)
    return context.say("Version: draft, {day}", day=context.reader.words.day(context.standing.today))


def _subject(context: Context, topic: Topic, concern: Concern) -> str:
    name = topic.name if len(topic.name) <= _NAME else topic.name[: _NAME - 1].rstrip() + "…"
    return context.say(_WORDS[concern][1], name=name)


def _address(context: Context, page: Page) -> str:
    """The full address of the page; below the site where that has none yet."""
    settings, lang = context.site.settings, context.reader.lang
    prefix = prefix_of(lang, context.site.languages)
    return absolute(settings.site_url, prefix, page.address) if settings.site_url else prefix + page.address


def _offline(context: Context, complaints: Complaints | None) -> tuple[Fact, ...]:
    """The ways for those who have neither e-mail nor a browser at hand."""
    channels = [one for one in complaints.channels if one.kind in _WITHOUT_NET] if complaints else []
    if channels:
        return channel_facts(context, channels)
    return contact_facts(context, replace(context.publication.publisher.contact, email="", url=""))
