"""What can be wrong with the files of a release. They are sealed: none of them is mended, only put back."""

from __future__ import annotations

from charterkit.problems.sentence import Sentence, advice, error
from charterkit.strings import mark

PUT_BACK = mark(
    "Put the file back as it was written, from your archive or from the history of the folder. Nothing in a version is mended by hand."
)

RELEASES: dict[str, Sentence] = {
    "release-json": error(
        mark("The file cannot be understood: it is not a whole file of a version."), PUT_BACK
    ),
    "release-key-twice": error(mark("The field {found} stands twice in this file of a version."), PUT_BACK),
    "release-value": error(
        mark("A file of a version holds only texts, lists and groups of texts, but here stands {found}."),
        PUT_BACK,
    ),
    "release-field": error(
        mark("In this file of a version, {found} is missing or is not what it should be."), PUT_BACK
    ),
    "release-not-canonical": error(
        mark(
            "The file says the same in other signs: spaces, the order of fields or the spelling were changed, so its checksum is another."
        ),
        PUT_BACK,
    ),
    "release-record": error(
        mark(
            "The record {found} is not as it was sealed: its checksum should be {expected} and is {actual}."
        ),
        PUT_BACK,
    ),
    "release-format": error(
        mark("The text of this version is written in the format {found}; the program reads {known}."),
        mark(
            "Install a newer charterkit. If the version of the charter is an old one, put its file back as it was written."
        ),
    ),
    "release-elsewhere": error(
        mark("This is the content of version {found}, but it stands in the folder of {wanted}."),
        mark("Move the folder back to its place. The name of a version is never changed."),
    ),
    "release-content-missing": error(
        mark("The folder of this version holds no content.json."),
        mark("Put the file back as it was written. If nothing was ever proposed here, remove the folder."),
    ),
    "act-unnamed": error(
        mark("The act does not say this: {title}. Only an act that is recorded later may leave it out."),
        mark(
            "Add {example}. If the act is older than its entry here and no source tells it, write recorded: true and say in note what is not known."
        ),
    ),
    "act-day-vague": error(
        mark(
            "{field}: {found} is no exact day. Only an act that is recorded later may name a month or a year."
        ),
        mark(
            "Write the day as year-month-day. If the act is older than its entry here and no source says more, write recorded: true."
        ),
    ),
    "release-act-missing": error(
        mark("The acts of a version are numbered without a gap, but {wanted} is missing."),
        PUT_BACK,
    ),
    "release-file-unused": error(
        mark("Nothing in a version is called {found}."),
        mark("Move it elsewhere: only charter release writes into this folder."),
    ),
    "release-version": error(
        mark("The name {found} cannot be the name of a version."),
        mark(
            "Use small letters from a to z, digits, and single dots or hyphens between them, at most 40 signs, such as 2025 or 2025-1."
        ),
    ),
    "release-without-charter": error(
        mark("There are versions of the charter {found}, but it has no file charter.yml."),
        mark("Put charter.yml back. A charter that was once approved is never removed; it can be repealed."),
    ),
    "sealed-dropped": error(
        mark("{found} was approved with version {version}, but its file is gone."),
        mark(
            "Put the file back. If it holds no longer, write under ended from when and why; if it has a new name, keep the old file, end it, and name it in the new one under lineage."
        ),
    ),
    "sealed-target": error(
        mark(
            "Version {version} promised {wanted} for {period}, which is over, and the working text promises something else for it."
        ),
        mark(
            "Put the approved target back as it was, and write the new one below it, with a from after the last period that is over."
        ),
    ),
    "target-too-early": advice(
        mark(
            "This target begins too early to count: {period} is over and stays judged by version {version}, whatever is voted on later."
        ),
        mark("Write {day} or a later day in from."),
    ),
    "release-digest": error(
        mark(
            "The act {act} is about the text with the checksum {expected}, but content.json has the checksum {actual}: one of the two was changed."
        ),
        PUT_BACK,
    ),
    "release-chain": error(
        mark(
            "The act {after} says that the act before it has the checksum {expected}, but {found} has the checksum {actual}: it was changed, or an act between them is missing."
        ),
        PUT_BACK,
    ),
    "release-chain-missing": error(
        mark("The act before {found} is missing: no file has the checksum {expected}."),
        PUT_BACK,
    ),
    "release-chain-fork": error(
        mark("The acts {found} and {other} both say that they follow the same act."),
        mark(
            "Find out in your archive which of the two was written first, and remove the other. An act that belongs after it is written again with charter release enact."
        ),
    ),
    "release-previous": error(
        mark(
            "The version says that the newest act at its proposal had the checksum {found}, but there is no such act before it."
        ),
        mark(
            "Put the files back as they were written. If nobody has voted on this proposal yet, propose it again."
        ),
    ),
    "release-overtaken": error(
        mark(
            "Version {found} was approved after this one was proposed, so this one compares with an older text."
        ),
        mark("Propose it again under a new name, and withdraw this one with charter release enact."),
    ),
    "release-correction-act": error(
        mark("Corrections belong to acts that do nothing but correct, and such an act names at least one."),
        PUT_BACK,
    ),
    "release-correction-place": error(
        mark("There are no words in the version at {found}, so nothing can be corrected there."),
        mark(
            "Name the record and the place of the text in it, such as commitment/citizens/answer-letters and promise/en. Anything but words is changed by a new version."
        ),
    ),
    "release-correction-words": error(
        mark("The correction replaces “{actual}”, but in the version stands “{expected}”."),
        mark("Copy the words exactly as they stand in the version."),
    ),
    "release-correction-none": error(
        mark("This correction changes nothing, or leaves blanks around the words."),
        mark("Write the words as they should have been."),
    ),
    "release-correction-figures": error(
        mark("The correction changes the figures or signs of a text, from {expected} to {actual}."),
        mark(
            "A correction changes wording only. Another number, day or unit is a new version, which needs a vote."
        ),
    ),
}
