"""The script that checks a page in a browser, with its words in one language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from charterkit.site.context import Context
from charterkit.site.sharing.linked_data import as_script
from charterkit.strings import mark

# By the names under which the script looks for them; {n} and {m} are numbers that it puts in.
_WORDS: Final[Mapping[str, str]] = {
    "working": mark("The approved text is being loaded and checked."),
    "same": mark(
        "The approved text has this checksum. Compare it with the one that is printed in the decision:"
    ),
    "recorded": mark(
        "The file with the approved text has the checksum that this page names. The decision prints none:"
    ),
    "other": mark(
        "The file with the approved text has another checksum than this page names. "
        "Do not rely on this page. The checksum of the file:"
    ),
    "equal": mark(
        "Every text of this page that was compared with the approved text is the same. Texts compared: {n}."
    ),
    "unlike": mark(
        "Some texts of this page are not as they were approved; they are marked. "
        "Texts compared: {n}. Texts that differ: {m}."
    ),
    "translated": mark(
        "This page is a translation. Its words were not compared: the approved text is in another language."
    ),
    "here": mark("Differs from the approved text"),
}


def verify_asset(script: bytes, context: Context) -> bytes:
    """The script with its words in front, as data that no text can leave."""
    words = as_script({name: context.say(message, n="{n}", m="{m}") for name, message in _WORDS.items()})
    return f"const charterkit_words = {words};\n".encode() + script
