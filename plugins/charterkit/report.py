"""Problems as staff, programs and code forges read them: text, JSON, annotations."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from charterkit.problems import SENTENCES, Level, Problem
from charterkit.problems.of_plausibility import QUESTIONS
from charterkit.rules.acknowledged import can_acknowledge, record_of
from charterkit.strings import Words, mark

_TYPES = {
    "string": mark("a text"),
    "number": mark("a number"),
    "integer": mark("a whole number"),
    "boolean": mark("true or false"),
    "array": mark("a list"),
    "object": mark("a group of fields"),
    "number | string": mark("a number, or yes or no"),
    "number | object": mark("a number or a group of fields"),
}
_LEVELS = {Level.ERROR: mark("error"), Level.WARNING: mark("warning"), Level.ADVICE: mark("advice")}
_ORDER = (Level.ERROR, Level.WARNING, Level.ADVICE)
# What to do where advice is no help: in a line of results, in a record, in the table of a record.
_CONFIRM = mark("If it is right as it stands, write {id} in the column confirmed of this line.")
_AS_IT_IS = mark("If it should stay as it is, name {id} under acknowledged: in this file, with the reason.")
_IN_RECORD = mark("If it should stay as it is, name {id} under acknowledged: in {file}, with the reason.")
_FORGE_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.ADVICE: "notice"}


def sentence(found: Problem, words: Words) -> str:
    """What is wrong, in the reader's language."""
    return words.say(SENTENCES[found.id].wrong, **_named(found, words))


def cure(found: Problem, words: Words) -> str:
    """How to mend it, in the reader's language; first what may have been meant, where something is near enough."""
    named = _named(found, words)
    said = [words.say(SENTENCES[found.id].cure, **named)]
    if named.get("nearest"):
        said.insert(0, words.say("Did you mean {nearest}?", nearest=named["nearest"]))
    if can_acknowledge(found):
        said.append(_as_it_is(found, words))
    return " ".join(said)


def _as_it_is(found: Problem, words: Words) -> str:
    """How to leave advice as it is."""
    file = record_of(found)
    if found.id in QUESTIONS:
        return words.say(_CONFIRM, id=found.id)
    if file == found.spot.file:
        return words.say(_AS_IT_IS, id=found.id)
    return words.say(_IN_RECORD, id=found.id, file=file)


def level(found: Problem, words: Words) -> str:
    """How grave it is, in the reader's language."""
    return words.say(_LEVELS[found.level])


def _named(found: Problem, words: Words) -> dict[str, str]:
    named = {name: value if name == "lines" else _on_one_line(value) for name, value in found.named.items()}
    wanted = _TYPES.get(named.get("wanted", "")) if found.id == "value-type" else None
    return {**named, "wanted": words.say(wanted)} if wanted else named


def _on_one_line(value: str) -> str:
    """An author's value as one line without signs that would steer a terminal or a forge."""
    return "".join(sign if sign.isprintable() else " " for sign in value)


def as_text(problems: Sequence[Problem], words: Words) -> str:
    """`file:line:column: level: message [id]` with the cure below it; errors first, then warnings, then advice."""
    by_level = sorted(problems, key=lambda found: _ORDER.index(found.level))
    return "".join(_block(found, level(found, words), cure(found, words), words) for found in by_level)


def acknowledged_as_text(acknowledged: Sequence[Problem], words: Words) -> str:
    """The same of what the body has acknowledged; nothing is left to do about it."""
    said = words.say("acknowledged")
    return "".join(_block(found, said, "", words) for found in acknowledged)


def _block(found: Problem, level: str, cure: str, words: Words) -> str:
    place = _on_one_line(str(found.place))
    below = f"    {cure}\n" if cure else ""
    return f"{place}: {level}: {sentence(found, words)} [{found.id}]\n{below}"


def summary(problems: Sequence[Problem], files: int, words: Words, acknowledged: int = 0) -> str:
    """On the whole: how many files were read, how many problems of each level there are, how many acknowledged."""
    said = [words.count("{n} file was read.", "{n} files were read.", files), _counts(problems, words)]
    if acknowledged:
        said.append(words.say("Acknowledged: {count}.", count=str(acknowledged)))
    return " ".join(said)


def _counts(problems: Sequence[Problem], words: Words) -> str:
    if not problems:
        return words.say("No problem was found.")
    found = Counter(one.level for one in problems)
    counts = [
        words.count("{n} error", "{n} errors", found[Level.ERROR]),
        words.count("{n} warning", "{n} warnings", found[Level.WARNING]),
        words.count("{n} piece of advice", "{n} pieces of advice", found[Level.ADVICE]),
    ]
    return words.say("Found: {list}.", list=words.listing(counts))


def as_json(
    problems: Sequence[Problem], files: int, words: Words, acknowledged: Sequence[Problem] = ()
) -> str:
    """The same facts for programs, in reading order: `{"files": …, "problems": […], "acknowledged": […]}`.

    Each entry has `file`, `line`, `column`, `level`, `id`, `field`, `message`, `cure` and `details`.
    """
    lists = {"problems": _entries(problems, words), "acknowledged": _entries(acknowledged, words)}
    return json.dumps({"files": files, **lists}, ensure_ascii=False, indent=2) + "\n"


def _entries(problems: Sequence[Problem], words: Words) -> list[dict[str, object]]:
    return [
        {
            "file": found.place.file,
            "line": found.place.line,
            "column": found.place.column,
            "level": found.level.value,
            "id": found.id,
            "field": found.spot.field_name,
            "message": sentence(found, words),
            "cure": cure(found, words),
            "details": found.named,
        }
        for found in problems
    ]


def as_github(problems: Sequence[Problem], words: Words) -> str:
    """Annotations that GitHub and Forgejo show beside the line of a merge request."""
    return "".join(_annotation(found, words) for found in problems)


def _annotation(found: Problem, words: Words) -> str:
    place = found.place
    where = f"file={_escaped(place.file, True)},line={place.line},col={place.column},title={_escaped(found.id, True)}"
    message = _escaped(f"{sentence(found, words)} {cure(found, words)}", False)
    return f"::{_FORGE_LEVELS[found.level]} {where}::{message}\n"


def _escaped(text: str, is_property: bool) -> str:
    """The forge's own escapes: a text of an author must not begin a command of its own."""
    safe = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return safe.replace(":", "%3A").replace(",", "%2C") if is_property else safe
