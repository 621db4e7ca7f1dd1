"""A DOCX whose bytes depend on its words alone: fixed times and names in its properties and in its archive."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from charterkit.exports.dossier.tree import Leaflet
from charterkit.richtext.signs import writable

if TYPE_CHECKING:
    from docx.document import Document

_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)


def frozen(document: Document, leaflet: Leaflet) -> bytes:
    """The file with fixed times and names in its properties and in its archive."""
    properties = document.core_properties
    properties.title, properties.author = writable(leaflet.title), writable(leaflet.body)
    properties.language, properties.comments = leaflet.lang, ""
    properties.last_modified_by, properties.revision = "", 1
    stamp = datetime(*_NO_TIME, tzinfo=UTC).replace(tzinfo=None)
    properties.created = properties.modified = stamp
    for name in ("created", "modified"):
        element = properties._element.find(f"{{http://purl.org/dc/terms/}}{name}")
        if element is not None:
            properties._element.remove(element)
    _without_picture(document)
    raw = BytesIO()
    document.save(raw)
    return _repacked(raw.getvalue())


def _without_picture(document: Document) -> None:
    """The small picture of the file is one of an empty page; a link to it without the picture would break the file."""
    links: Any = document.part.package.rels
    for id in [id for id, link in links.items() if link.reltype.endswith("/thumbnail")]:
        del links[id]


def _repacked(raw: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(BytesIO(raw)) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            info = ZipInfo(name, _NO_TIME)
            info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, 0, 0
            target.writestr(info, source.read(name))
    return packed.getvalue()
