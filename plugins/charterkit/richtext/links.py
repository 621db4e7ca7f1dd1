"""Where a link may lead, judged with every disguise taken off."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from urllib.parse import unquote

SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def is_safe_link(target: str) -> bool:
    """Whether a reader may be sent there: http, https, mailto, tel, or an address within this site.

    Judged as written and with every disguise taken off (entities, percent signs, spaces, invisible
    characters). An address that leaves the site without naming a scheme (`//host`) is refused, an empty one
    too.
    """
    bare = _undisguised(target)
    return bare != "" and {_scheme(target.strip()), _scheme(bare)} <= SCHEMES | {""}


def _scheme(address: str) -> str:
    """What stands before the colon; nothing for an address within the site; "//" for another host's."""
    if re.match(r"[/\\]{2}", address):
        return "//"
    head, colon, _ = re.split("[/?#]", address, maxsplit=1)[0].partition(":")
    return head.lower() or ":" if colon else ""


def _undisguised(target: str) -> str:
    """The address that a careless reader could see in `target`; nothing if it is wrapped too often."""
    bare = target
    for _ in range(5):
        before, bare = bare, unquote(unescape(bare))
        if bare == before:
            return "".join(char for char in bare if unicodedata.category(char)[0] not in "CZ")
    return ""


def is_within_site(target: str) -> bool:
    """Whether the address names a place of this site, for what may not come from elsewhere (pictures)."""
    return is_safe_link(target) and _scheme(_undisguised(target)) == ""
