"""A public consultation about the draft of a charter's next release: how to comment, and what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from charterkit.model.common import NO_CONTACT, Contact
from charterkit.text import NO_TEXT, Text


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody said about the draft. `sender` is a role, never the name of a person; `about` the record as a
    release names it, or blank; `changed` says that the draft was changed because of it."""

    sender: Text
    comment: Text
    answer: Text = NO_TEXT
    changed: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class OpenConsultation:
    """The consultation of one charter, from its first to its last day, both included.

    Nothing of it or of the draft is shown on the site unless it is `published`.
    """

    charter: str
    since: date
    until: date
    how: Text = NO_TEXT
    contact: Contact = NO_CONTACT
    url: str = ""
    published: bool = False
    comments: tuple[Comment, ...] = ()
    file: str = ""
