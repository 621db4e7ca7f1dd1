"""The files of a release's translations: the words as they are now, and beside them what was changed when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from charterkit.data.content import canonical
from charterkit.exports.act_file import list_lines
from charterkit.model.release import Translations
from charterkit.rules.releases.translating import Changed


def texts_file(translations: Translations) -> bytes:
    """The bytes of `texts.<lang>.json`."""
    texts: dict[str, dict[str, dict[str, str]]] = {}
    for (key, place), (words, of) in translations.texts.items():
        texts.setdefault(key, {})[place] = {"text": words, "of": of}
    return canonical({"lang": translations.lang, "texts": texts})


def log_lines(changes: Iterable[Changed], day: date) -> bytes:
    """What is appended to `texts.<lang>.log.yml`: each translation that was added or mended on a day."""
    return list_lines(
        {
            "date": day,
            "subject": one.subject,
            "field": one.field,
            **({"before": one.before} if one.before else {}),
            "after": one.after,
        }
        for one in changes
    )
