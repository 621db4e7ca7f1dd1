"""Reads one YAML record: plain values, and the place of each of them. The only module that knows YAML.

The habits are those of YAML 1.2: dates, `no`, `on`, `12:30` and `010` stay text; numbers with a fraction are
exact decimals. What would change an author's text without a word (an anchor, a tag, a comment behind a text)
is a problem, and so are duplicate fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any, ClassVar

import yaml

from charterkit.problems import Part, Place, Problem, Spot, problem

MAX_BYTES = 1_000_000
MAX_DEPTH = 40

_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
_CONSTANTS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
# Cheap signs that a file may hold what needs a closer, slower look.
_SPECIAL = re.compile(r"""(?:^|[\s\[{,:-])[&*!][^\s&|]""")
_COMMENT = re.compile(r"\S[ \t]+#")
_LANGUAGE_LINE = re.compile(r"^\s*(?:- )?[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?:\s+(?![|>'\"\[{#])\S")
# With the signs that YAML takes for the end of a line and editors do not: every place below them would be wrong.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]  # which of the two it is depends on the machine
    """Guesses no types from the look of a plain scalar: `_scalar` decides that, by the habits of YAML 1.2."""

    yaml_implicit_resolvers: ClassVar[dict[str, object]] = {}

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        """No tag: nobody asks for one, and to find it for each of 50,000 nodes takes longer than to read them."""
        return ""

    def descend_resolver(self, _parent: object, _index: object) -> None:
        """Nothing depends on where a node stands."""

    def ascend_resolver(self) -> None:
        """Nothing depends on where a node stands."""


class _Refused(Exception):
    """The file cannot be read as a record; carries the problem that says why."""

    def __init__(self, found: Problem) -> None:
        self.problem = found


@dataclass(frozen=True)
class Document:
    """A YAML file as it was read. `data` is None where it could not be understood."""

    file: str
    text: str
    data: object = None
    problems: tuple[Problem, ...] = field(default=(), compare=False)

    def place(self, spot: Spot) -> Place:
        """Where a value (or the name of its field) stands; else the nearest enclosing value that exists."""
        if self._node is None:
            return Place(self.file)
        mark = _find(self._node, spot)
        return Place(self.file, mark.line + 1, mark.column + 1)

    @cached_property
    def _node(self) -> yaml.Node | None:
        # Composed again only when a place is asked for: a file without problems never pays for its positions.
        try:
            return yaml.compose(self.text, Loader=_Loader)
        except (yaml.YAMLError, RecursionError):
            return None


def read(file: str, raw: bytes) -> Document:
    """The document in a file's bytes. Never raises: what is wrong stands in its problems."""
    if len(raw) > MAX_BYTES:
        return Document(
            file, "", None, (problem("file-too-large", Spot(file), limit=MAX_BYTES // 1_000_000),)
        )
    try:
        text = _lines(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Document(file, "", None, (misencoded(file, error),))
    return _parse(file, text)


def misencoded(file: str, error: UnicodeDecodeError) -> Problem:
    """The problem that points at the first letter that is not UTF-8."""
    before = _lines(error.object[: error.start].decode("utf-8"))
    return problem("file-encoding", _spot(file, *_line_column(before, len(before))))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_foreign(file: str, raw: bytes) -> Document:
    """A YAML file that is not ours (mkdocs.yml): its tags are allowed and mean nothing, its faults are not ours."""
    try:
        text = raw.decode("utf-8-sig")
        node = yaml.compose(text, Loader=_Loader)
        return Document(file, text, _Plain(file, []).value(node) if node is not None else None)
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError):
        return Document(file, "")


def _parse(file: str, text: str) -> Document:
    found: list[Problem] = []
    try:
        _guard(file, text, found)
        node = yaml.compose(text, Loader=_Loader)
        data = _Plain(file, found).value(node) if node is not None else None
    except _Refused as refused:
        return Document(file, text, None, (*found, refused.problem))
    except yaml.YAMLError as error:
        return Document(file, text, None, (*found, _syntax_problem(file, text, error)))
    except RecursionError:
        return Document(file, text, None, (*found, problem("yaml-too-deep", Spot(file))))
    return Document(file, text, data, tuple(found))


def _guard(file: str, text: str, found: list[Problem]) -> None:
    """Look closely at files that hold signs with a meaning of their own, before anything is composed."""
    control = _CONTROL.search(text)
    if control:
        spot = _spot(file, *_line_column(text, control.start()))
        raise _Refused(problem("yaml-sign", spot, found=f"U+{ord(control.group()):04X}"))
    if _may_be_deep(text):
        _refuse_depth(file, text)
    if any(sign in text for sign in "&*!") and _SPECIAL.search(text):
        _refuse_anchors(file, text, found)
    if "#" in text and _COMMENT.search(text):
        found.extend(_comments_behind_texts(file, text))


def _may_be_deep(text: str) -> bool:
    return text.count("[") + text.count("{") > MAX_DEPTH or "- - - -" in text or " " * (2 * MAX_DEPTH) in text


def _refuse_depth(file: str, text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise _Refused(problem("yaml-too-deep", _at(file, event.start_mark)))


def _refuse_anchors(file: str, text: str, found: list[Problem]) -> None:
    """Report every anchor, alias and tag; any of them makes the file unreadable for us."""
    lines = text.split("\n")
    signs = [
        problem(
            "yaml-anchor",
            _at(file, token.start_mark),
            found=lines[token.start_mark.line][token.start_mark.column],
        )
        for token in yaml.scan(text, Loader=_Loader)
        if isinstance(token, (yaml.AnchorToken, yaml.AliasToken, yaml.TagToken))
    ]
    if signs:
        found.extend(signs[:-1])
        raise _Refused(signs[-1])


def _comments_behind_texts(file: str, text: str) -> Iterator[Problem]:
    """A ` #` on the line of a text in some language cuts the sentence; comments elsewhere are welcome."""
    for number, line in enumerate(text.split("\n"), start=1):
        if _LANGUAGE_LINE.match(line):
            cut = _COMMENT.search(line)
            if cut and " " in line.split(":", 1)[1].strip():
                yield problem("yaml-comment", _spot(file, number, cut.end()))


class _Plain:
    """Turns nodes into plain values, collecting duplicate fields and fields without a name."""

    def __init__(self, file: str, found: list[Problem]) -> None:
        self.file = file
        self.found = found

    def value(self, node: yaml.Node) -> object:
        if isinstance(node, yaml.ScalarNode):
            return _scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item) for item in node.value]
        return self._mapping(node)

    def _mapping(self, node: yaml.Node) -> dict[str, object]:
        plain: dict[str, object] = {}
        lines: dict[str, int] = {}
        for key, item in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.value == "":
                self.found.append(problem("yaml-key-form", _at(self.file, key.start_mark)))
            elif key.value in plain:
                spot = _at(self.file, key.start_mark)
                self.found.append(problem("yaml-key-twice", spot, found=key.value, line=lines[key.value]))
            else:
                lines[key.value] = key.start_mark.line + 1
                plain[key.value] = _scalar(item) if isinstance(item, yaml.ScalarNode) else self.value(item)
        return plain


def _scalar(node: yaml.ScalarNode) -> object:
    text: str = node.value
    if node.style:
        return text.strip() if node.style in "|>" else text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text in _NULLS:
        return None
    if _INT.fullmatch(text) and len(text) < 30:
        return int(text)
    return Decimal(text) if _DECIMAL.fullmatch(text) and len(text) < 60 else text


def _find(node: yaml.Node, spot: Spot) -> Any:
    mark = node.start_mark
    for position, step in enumerate(spot.path):
        last = position == len(spot.path) - 1
        key, child = _child(node, step)
        if child is None:
            break
        mark = key.start_mark if key is not None and last and spot.part is Part.KEY else child.start_mark
        node = child
    return mark


def _child(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node | None]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if getattr(key, "value", None) == step:
                return key, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None, None


def _spot(file: str, line: int, column: int) -> Spot:
    return Spot(file, line=line, column=column)


def _at(file: str, mark: Any) -> Spot:
    return _spot(file, mark.line + 1, mark.column + 1)


def _line_column(text: str, index: int) -> tuple[int, int]:
    before = text[:index]
    return before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1


def _syntax_problem(file: str, text: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    said = str(getattr(error, "problem", "") or "")
    context, begun = str(getattr(error, "context", "") or ""), getattr(error, "context_mark", None)
    if begun is not None and context in _OF_SIGNS:
        return problem("yaml-anchor", _at(file, begun), found=_line(text, begun.line + 1)[begun.column])
    if begun is not None and context == "while scanning a quoted scalar":
        mark = begun  # where the quotation begins; that it never ends shows only at the end of the file
    last = text.count("\n") + 1
    spot = _at(file, mark) if mark is not None and mark.line < last else _spot(file, last, 1)
    return _explain(spot, _line(text, spot.line), said)


# libyaml's words for signs that are wrong even as what YAML takes them for, such as the asterisks of *free*.
_OF_SIGNS = frozenset({"while scanning an alias", "while scanning an anchor", "while scanning a tag"})


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1] if number <= len(lines) else ""


def _explain(spot: Spot, line: str, said: str) -> Problem:
    """The problem that says in our words what libyaml's message means for this line."""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return problem("yaml-tab", spot)
    if "mapping values are not allowed" in said:
        return problem("yaml-colon", spot)
    if "expected a single document" in said or "but found another document" in said:
        return problem("yaml-several", spot)
    if "cannot start any token" in said:
        value = line.split(":", 1)[-1].strip()
        return problem("yaml-quote", spot, found=value[:1] or "%")
    return problem("yaml-syntax", spot, reason=said or "?")
