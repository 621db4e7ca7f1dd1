"""The cover of the dossier: a plain text that says what lies in the folder, and how to check it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from charterkit.exports.dossier.facts import Sitting
from charterkit.exports.dossier.tree import Leaflet
from charterkit.site.context import Context
from charterkit.text import Text

_RULE = "=" * 72


def cover(
    sitting: Sitting, contexts: Mapping[str, Context], documents: Mapping[str, Sequence[Leaflet]]
) -> bytes:
    """The same in each language of the vote, one below the other."""
    parts = ("\n".join(_part(sitting, contexts[lang], documents[lang])) for lang in contexts)
    return (f"\n\n{_RULE}\n\n".join(parts) + "\n").encode()


def _part(sitting: Sitting, context: Context, documents: Sequence[Leaflet]) -> Iterator[str]:
    say = context.say
    title = context.reader.bare(Text.of(sitting.records[f"charter/{sitting.charter}"]["title"]))
    yield title
    if sitting.recorded:
        yield context.say("An old version, recorded later. Version: {version}", version=sitting.version)
    else:
        yield context.say("Files for the sitting. Version: {version}", version=sitting.version)
    yield ""
    for one in documents:
        yield f"  {one.lang}/{one.name}.pdf, .docx"
        yield f"      {one.foot}"
    yield "  content.json"
    if sitting.recorded:
        yield f"      {say('The text as data. The old decision did not print its checksum.')}"
    else:
        yield f"      {say('What is put to the vote, as data. The decision prints its checksum.')}"
    yield ""
    yield say("SHA-256 checksum of content.json:")
    yield f"  {sitting.digest}"
    yield ""
    yield say("To check it, open a terminal in this folder:")
    yield "  sha256sum content.json"
    yield say("On Windows, in PowerShell:")
    yield "  Get-FileHash content.json"
    yield say("To check all files of this folder:")
    yield "  sha256sum -c SHA256SUMS"
    yield ""
    if sitting.recorded:
        yield say(
            "Compare this text with the old document, word for word, before its act is entered: afterwards nothing in "
            "it can be changed. If a word differs, change the record and propose the version again."
        )
        return
    yield say(
        "The PDF files are for reading, the DOCX files for filling in. Words that the council changes in them change "
        "nothing in content.json: change the records and propose the text again."
    )
