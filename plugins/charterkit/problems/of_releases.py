"""What can be wrong with the files of a release. They are sealed: none of them is mended, only put back."""

from __future__ import annotations

from charterkit.problems.sentence import Sentence, error
from charterkit.strings import mark

_PUT_BACK = mark(
    "Put the file back as it was written, from your archive or from the history of the folder. Nothing in a release is mended by hand."
)

RELEASES: dict[str, Sentence] = {
    "release-json": error(
        mark("The file cannot be understood: it is not a whole file of a release."), _PUT_BACK
    ),
    "release-key-twice": error(mark("The field {found} stands twice in this file of a release."), _PUT_BACK),
    "release-value": error(
        mark("A file of a release holds only texts, lists and groups of texts, but here stands {found}."),
        _PUT_BACK,
    ),
    "release-field": error(
        mark("In this file of a release, {found} is missing or is not what it should be."), _PUT_BACK
    ),
    "release-not-canonical": error(
        mark(
            "The file says the same in other signs: spaces, the order of fields or the spelling were changed, so its digest is another."
        ),
        _PUT_BACK,
    ),
    "release-record": error(
        mark("The record {found} is not as it was sealed: its digest should be {expected} and is {actual}."),
        _PUT_BACK,
    ),
    "release-format": error(
        mark("The release is written in the format {found}; this version of the program reads {known}."),
        mark(
            "Install a newer version of charterkit. If the release is an old one, put its file back as it was written."
        ),
    ),
    "release-elsewhere": error(
        mark("This is the content of release {found}, but it stands in the folder of {wanted}."),
        mark("Move the folder back to its place. The name of a release is never changed."),
    ),
    "release-content-missing": error(
        mark("The folder of this release holds no content.json."),
        mark("Put the file back as it was written. If nothing was ever proposed here, remove the folder."),
    ),
    "release-act-missing": error(
        mark("The acts of a release are numbered without a gap, but {wanted} is missing."),
        _PUT_BACK,
    ),
    "release-file-unused": error(
        mark("Nothing in a release is called {found}."),
        mark("Move it elsewhere: only charter release writes into this folder."),
    ),
    "release-version": error(
        mark("The name {found} cannot be the name of a release."),
        mark(
            "Use small letters from a to z, digits, and single dots or hyphens between them, at most 40 signs, such as 2025 or 2025-1."
        ),
    ),
    "release-without-charter": error(
        mark("There are releases of the charter {found}, but it has no file charter.yml."),
        mark("Put charter.yml back. A charter that was once approved is never removed; it can be repealed."),
    ),
    "sealed-dropped": error(
        mark("{found} was approved with release {version}, but its file is gone."),
        mark(
            "Put the file back. If it holds no longer, write under ended from when and why; if it has a new name, keep the old file, end it, and name it in the new one under lineage."
        ),
    ),
    "sealed-target": error(
        mark(
            "Release {version} promised {wanted} for {period}, which is over, and the working text promises something else for it."
        ),
        mark(
            "Leave the approved target as it is and write the new one below it, with a from that no finished period reaches."
        ),
    ),
}
