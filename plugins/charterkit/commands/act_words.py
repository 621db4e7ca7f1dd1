"""Why an act cannot be written, in the words of whoever wants to write it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from charterkit.periods import Period
from charterkit.rules.releases.enacting import Objection, Why
from charterkit.strings import Words, mark

_SENTENCES: Final[Mapping[Why, str]] = {
    Why.TREE: mark(
        "These files no longer hold the text that was put to the vote: {files}. Restore that text, or propose "
        "the changed one as another version. For an act that is older than its entry here, add --recorded."
    ),
    Why.DIGEST: mark(
        "The decision prints the checksum {actual}, but this version has {expected}. Compare every digit. "
        "If the decision is right, it approved another text: find that one, or propose it again."
    ),
    Why.OVERTAKEN: mark(
        "Version {version} was approved after this one was proposed, so this one compares with an older "
        "text. Propose it again."
    ),
    Why.NOT_APPROVED: mark("Nobody has approved this version yet. Enter its approval first."),
    Why.MISSING: mark("This version still needs the approval of: {missing}. Enter it first."),
    Why.ENDED: mark("This version was rejected or withdrawn. What comes after that is a new proposal."),
    Why.DECIDED: mark("This version has been approved. It can be repealed or replaced by a new one."),
    Why.NOT_IN_FORCE: mark("This version does not hold any longer, so there is nothing to repeal."),
    Why.TWICE: mark(
        "The approval by this approver was entered before: {by}. Name the other parts with --covers, if "
        "it decided on more."
    ),
    Why.NOT_APPROVER: mark("The charter names others as its approvers: {allowed}. Found: {by}."),
    Why.COVERS: mark("By the charter, these parts are decided on by somebody else: {parts}. Found: {by}."),
    Why.FUTURE: mark("The act is of {day}, which is still to come. Enter it once it has been done."),
    Why.EARLIER: mark(
        "The act is older than the first act of version {version}, of {day}. Versions are entered in the "
        "order of their days."
    ),
    Why.BACKWARDS: mark(
        "The release would hold from {since}, before it was decided on: {day}. Look at the year in --in-force."
    ),
    Why.NO_DAY: mark("An entry into force needs its day. Name it with --in-force."),
}


def sentence(objection: Objection, words: Words, file_of: Callable[[str], str]) -> str:
    """One objection as a sentence with its cure; `file_of` finds the file of a record by its key."""
    named = {name: _shown(value, words) for name, value in objection.named}
    keys = dict(objection.named).get("keys", ())
    if isinstance(keys, tuple):
        named["files"] = ", ".join(dict.fromkeys(map(file_of, keys)))
    return words.say(_SENTENCES[objection.why], **named)


def _shown(value: object, words: Words) -> str:
    if isinstance(value, Period):
        return value.label
    if isinstance(value, date):
        return words.day(value)
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
