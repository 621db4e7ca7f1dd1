"""Reads a tab-separated survey structure by the rules by which LimeSurvey 3 to 6 imports one.

The rules, as its source and its manual have them: the encoding is guessed from the first 1,000 bytes; every line end
that Unicode knows breaks a line; a cell that begins with a quotation mark goes on to the next one that no backslash
precedes; a group is known by its number, a question by its group and its code, an answer by its place. What LimeSurvey
would mend in silence or only find later is an error here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

BREAKS = re.compile("\r\n|[\n\x0b\x0c\r\x85\u2028\u2029]")
SAMPLE = 1000
LETTERS = re.compile(r"[A-Za-z][A-Za-z0-9]*")
RESERVED = frozenset({"LANG", "SID", "SAVEDID", "TOKEN", "QID", "GID", "SGQ", "self", "that", "this"})
# What each sort of row may name; every other column of a question would become one of its attributes.
KNOWN = (
    "class", "type/scale", "name", "relevance", "text", "help", "language", "validation", "mandatory", "other",
    "default", "same_default",
)  # fmt: skip
# The settings of a survey that the table of surveys has a column for.
SETTINGS = frozenset({"language", "additional_languages", "anonymized", "datestamp", "ipaddr", "format"})
# Types of questions that have answers, that have parts, and that have neither.
WITH_ANSWERS, WITH_PARTS, BARE = frozenset("L!OR"), frozenset("MP"), frozenset("STUY5N")


@dataclass
class Question:
    """A question: its type, and its words and choices by language."""

    type: str
    texts: dict[str, str] = field(default_factory=dict)
    choices: dict[str, list[tuple[str, str]]] = field(default_factory=dict)


@dataclass
class Survey:
    """What LimeSurvey would make of a file."""

    settings: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    groups: dict[str, dict[str, str]] = field(default_factory=dict)
    """Their names by number and language."""
    questions: dict[tuple[str, str], Question] = field(default_factory=dict)
    """By number of the group and code."""

    @property
    def languages(self) -> list[str]:
        """The first one, and those added."""
        return [self.settings["language"], *self.settings["additional_languages"].split()]


def rows(raw: bytes) -> list[dict[str, str]]:
    """The rows of a file, with a name for every cell."""
    raw[:SAMPLE].decode("utf-8")
    text = raw.decode("utf-8-sig")
    first, *others = [line.split("\t") for line in BREAKS.split(text)]
    heads = [one.strip() for one in first]
    assert heads == list(KNOWN)
    found = []
    for cells in others:
        assert not any('"' in cell for cell in cells), cells
        if cells != [""]:
            assert len(cells) == len(heads), cells
            found.append(dict(zip(heads, cells, strict=True)))
    return found


def read(raw: bytes) -> Survey:
    """The survey that LimeSurvey would make of a file."""
    survey, group, question, seen = Survey(), "", Question(""), set()
    for row in rows(raw):
        lang, name, code = row["language"], row["name"], row["type/scale"]
        match row["class"]:
            case "S":
                assert name in SETTINGS, name
                survey.settings[name] = row["text"]
            case "SL":
                if name == "surveyls_title":
                    survey.titles[lang] = row["text"]
            case "G":
                assert code, "without a number the groups of languages are joined by their order"
                assert row["relevance"] == "1"
                group = code
                survey.groups.setdefault(group, {})[lang] = name
            case "Q":
                _check_question(row)
                assert (lang, name) not in seen, name
                seen.add((lang, name))
                question = survey.questions.setdefault((group, name), Question(code))
                assert question.type == code
                question.texts[lang] = row["text"]
            case "A" | "SQ" as sort:
                assert question.type in (WITH_ANSWERS if sort == "A" else WITH_PARTS)
                _check_choice(row)
                question.choices.setdefault(lang, []).append((name, row["text"]))
            case other:
                raise AssertionError(other)
    return survey


def _check_question(row: dict[str, str]) -> None:
    name, type = row["name"], row["type/scale"]
    assert LETTERS.fullmatch(name), name
    assert len(name) <= 20, name
    assert name not in RESERVED
    assert type in WITH_ANSWERS | WITH_PARTS | BARE, type
    assert row["mandatory"] in ("Y", "S", "N")
    assert row["other"] in ("Y", "N")
    assert row["same_default"] in ("0", "1")
    assert row["relevance"] == "1"
    assert row["validation"] == row["default"] == ""


def _check_choice(row: dict[str, str]) -> None:
    name = row["name"]
    assert re.fullmatch(r"[A-Za-z0-9]{1,5}", name), name
    assert name != "time"
    assert row["type/scale"] in ("0", "1")
