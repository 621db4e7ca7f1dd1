"""What can be wrong with files and with YAML before any field is looked at."""

from __future__ import annotations

from charterkit.problems.sentence import Sentence, error, warning
from charterkit.strings import mark

FILES: dict[str, Sentence] = {
    "publisher-missing": error(
        mark("There is no file charters/publisher.yml."),
        mark(
            "Make this file, and say in it who publishes the charter, in which languages, and which bodies it is about."
        ),
    ),
    "charter-missing": error(
        mark("There is no charter: a file charter.yml is missing here."),
        mark("Make a folder such as charters/citizens and a file charter.yml in it."),
    ),
    "file-unused": warning(
        mark("Nothing uses this file; the name or the folder is not one that is read."),
        mark("Move it to its place or remove it."),
    ),
    "file-extension": error(
        mark("The name ends in {found}, so the file is not read."),
        mark("Rename it so that it ends in {wanted}."),
    ),
    "file-name": error(
        mark("The file name {found} cannot be used on every computer."),
        mark(
            "Use small letters from a to z, digits and hyphens, and no name that Windows keeps for itself, such as aux or con."
        ),
    ),
    "file-unreadable": error(
        mark("The file cannot be read."),
        mark(
            "Check that it is neither a folder nor a link to a file that is gone, and that you are allowed to open it."
        ),
    ),
    "file-outside": error(
        mark("This is a link to a place outside the folder of the charter."),
        mark("Put a copy of the file here instead of the link."),
    ),
    "file-encoding": error(
        mark("The file is not saved as UTF-8, so letters such as ė, č or ж would be lost."),
        mark("Open it in your editor and save it with the encoding UTF-8."),
    ),
    "file-too-large": error(
        mark("The file is larger than {limit} MB."),
        mark("Check that it is the right file; a record or a results file is far smaller."),
    ),
    "prose-missing": error(
        mark("The text of the procedure is missing: there is no file {wanted}."),
        mark("Write it beside the record; what is approved must be complete in this language."),
    ),
    "prose-translation-missing": warning(
        mark("The text of the procedure is not there in every language: {wanted}."),
        mark("Add it. Until then readers see the text in another language, marked as such."),
    ),
    "prose-empty": error(
        mark("The file holds no text."),
        mark("Write the text of the procedure, or remove the file."),
    ),
    "prose-without-procedure": error(
        mark("There is no procedure {found} to which this text could belong."),
        mark("Name the file after the record of a procedure, with the language, like mobile-library.en.md."),
    ),
    "id-not-file-name": error(
        mark("The id is {found}, but the file is called {wanted}."),
        mark("Write id: {wanted}, or rename the file. An id that was published is never changed."),
    ),
    "id-twice": error(
        mark("The id {found} is also used in {other}."),
        mark("Give one of the two records another id."),
    ),
    "id-reserved": error(
        mark("The name {found} is kept for pages of the site."),
        mark("Choose another id."),
    ),
    "id-device": error(
        mark("The name {found} cannot be part of an address on every computer."),
        mark("Choose another id: Windows keeps names such as aux, con or com1 for itself."),
    ),
    "kind-other": error(
        mark("The kind is {found}, but this folder holds records of the kind {wanted}."),
        mark("Write kind: {wanted}, or move the file."),
    ),
    "yaml-syntax": error(
        mark("The file cannot be understood from here on."),
        mark(
            "Look at this line and those above it: is each field followed by a colon and a space, are fields of one group indented alike, is every quotation mark and bracket closed?"
        ),
    ),
    "yaml-sign": error(
        mark("There is an invisible sign here ({found}) that cannot stand in a file."),
        mark(
            "Delete it, or type the line again; such signs come along when text is copied from other programs."
        ),
    ),
    "yaml-tab": error(
        mark("There is a tab at the beginning of the line."),
        mark("Replace it with spaces, two for each step."),
    ),
    "yaml-colon": error(
        mark("There is a colon inside a text that stands on one line, which breaks the file."),
        mark("Write >- after the language and put the text on the next line, two spaces further in."),
    ),
    "yaml-quote": error(
        mark("A text cannot begin with the sign {found}."),
        mark("Write >- after the language and put the text on the next line, two spaces further in."),
    ),
    "yaml-anchor": error(
        mark(
            "The sign {found} has a meaning of its own in YAML, so the text would be changed without a word."
        ),
        mark("Write >- after the language and put the text on the next line, two spaces further in."),
    ),
    "yaml-comment": error(
        mark("The sign # cuts the text off: everything after it would be lost."),
        mark(
            "Write >- after the language and put the text on the next line; put comments on a line of their own."
        ),
    ),
    "yaml-key-twice": error(
        mark("The field {found} stands here twice; the first time in line {line}."),
        mark("Keep one of the two, and remove the other with all that belongs to it."),
    ),
    "yaml-key-form": error(
        mark("The name of a field must be a plain word."),
        mark("Write the name of the field, a colon and a space."),
    ),
    "yaml-too-deep": error(
        mark("More levels stand inside each other here than any record has."),
        mark("Check for brackets or hyphens that are repeated by mistake."),
    ),
    "yaml-not-a-record": error(
        mark("The file does not hold a record: it should be a list of fields such as “kind: {wanted}”."),
        mark("Begin the file with kind: {wanted}."),
    ),
    "yaml-several": error(
        mark("The file holds more than one record."),
        mark("Remove the line --- and put each record into a file of its own."),
    ),
}
