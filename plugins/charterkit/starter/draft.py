"""The records of a new promise, service or other record: right in form, with every text still to be written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from charterkit.model.charter import Charter
from charterkit.model.publication import Publication
from charterkit.starter.calendars import clock, holidays
from charterkit.starter.fill import commented, fill, form
from charterkit.starter.words import Voices, words_of
from charterkit.text import fold

# The files of each kind, with the forms they are made of.
_FILES: Mapping[str, Mapping[str, str]] = {
    "promise": {
        "charters/«charter»/commitments/«id».yml": "draft-commitment.yml",
        "standards/quality/«id».yml": "draft-standard.yml",
        "standards/indicators/«id».yml": "draft-indicator.yml",
        "charters/results/«id».csv": "results.csv",
    },
    "standard": {"standards/quality/«id».yml": "draft-standard.yml"},
    "indicator": {
        "standards/indicators/«id».yml": "draft-indicator.yml",
        "charters/results/«id».csv": "results.csv",
    },
    "service": {"standards/services/«id».yml": "draft-service.yml"},
    "procedure": {
        "standards/procedures/«id».yml": "draft-procedure.yml",
        "standards/procedures/«id».«lang».md": "draft-procedure.md",
    },
    "calendar": {"standards/calendars/«id».yml": "calendar.yml"},
}
KINDS = tuple(_FILES)
_LAST_DIGITS = re.compile(r"(.*?)([0-9]+)")


@dataclass(frozen=True, slots=True)
class Draft:
    """A record to be written: what kind, under which id, in which languages, from which day on.

    `title` is in the first language and may be blank; charter, group and number are those of a promise, the country
    is that of a calendar, and by `calendar` the clock of a standard may count.
    """

    kind: str
    id: str
    languages: tuple[str, ...]
    body: str
    since: date
    title: str = ""
    charter: str = ""
    group: str = ""
    number: str = ""
    country: str = ""
    calendar: str = ""


def records(draft: Draft) -> dict[str, bytes]:
    """The files of a draft by their paths."""
    titles = {lang: words_of(lang)["draft.title"] for lang in draft.languages}
    if draft.title:
        titles[draft.languages[0]] = draft.title
    voices = Voices(draft.languages, {"title": titles})
    return {
        fill(place, voices, values).strip(): fill(form(name), voices, values).encode()
        for place, name in _FILES[draft.kind].items()
        for values in _values(draft, voices, place)
    }


def _values(draft: Draft, voices: Voices, place: str) -> Iterator[Mapping[str, str]]:
    """The values of a form: once, or, where its place names a language, once for each language of the site."""
    values = {
        "id": draft.id,
        "charter": draft.charter,
        "group": draft.group,
        "number": draft.number,
        "body": draft.body,
        "since": draft.since.isoformat(),
        "top": "\n".join(commented(voices.comment("draft.top"), "")),
        "clock": "\n".join(clock(draft.calendar, voices)),
        "holidays": "\n".join(holidays(draft.country, voices)),
    }
    for lang in draft.languages if "«lang»" in place else draft.languages[:1]:
        yield {**words_of(lang), **values, "lang": lang}


def taken_by(draft: Draft, files: Iterable[str]) -> str:
    """The file that already has the id of the draft; blank if the id is free. Both kinds of standards share theirs."""
    wanted = [*records(draft)]
    wanted += [place.replace("/quality/", "/conduct/") for place in wanted]
    there = set(files)
    return next((place for place in wanted if place in there), "")


def suggested_id(title: str) -> str:
    """An id made of a title: its letters and digits without their marks; blank where it has none from a to z."""
    words = re.findall(r"[a-z0-9]+", fold(title))
    id = ""
    for word in words:
        if len(id) + len(word) < 40 and (id or word[0].isalpha()):
            id = f"{id}-{word}".strip("-")
    return id


def next_number(publication: Publication, charter: Charter, group: str) -> str:
    """The number of the next promise in a group: after its last one, else the first of a series of its own."""
    promises = publication.commitments_of(charter.id)
    taken = {promise.number for promise in promises}
    counted = [_parted(promise.number) for promise in promises if promise.group == group]
    if counted:
        prefix = counted[-1][0]
        number = max(last for before, last in counted if before == prefix)
    else:
        prefix, number = _own_series([one.id for one in charter.groups].index(group) + 1, taken), 0
    while f"{prefix}{number + 1}" in taken:
        number += 1
    return f"{prefix}{number + 1}"


def _parted(number: str) -> tuple[str, int]:
    """What stands before the last digits of a number, and what they count; a number without any begins a series."""
    match = _LAST_DIGITS.fullmatch(number)
    return (match[1], int(match[2])) if match else (f"{number}.", 0)


def _own_series(position: int, taken: set[str]) -> str:
    while any(number.split(".")[0] == str(position) for number in taken):
        position += 1
    return f"{position}."
