"""Keep the translation catalogues in step with the sentences in the code and the templates.

    python tools/catalogues.py update [LANG ...]    writes the .po files; a LANG without one gets it
    python tools/catalogues.py check                exits 1 and says what is missing or wrong

Translations are kept where their sentence still stands word for word; a sentence that is gone leaves with its
translation. The files hold no dates and no line numbers, so that they change only when a sentence does.
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from gettext import c2py
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from charterkit.strings import placeholders

PACKAGE = Path(__file__).resolve().parents[1] / "plugins" / "charterkit"
CONTEXT_THEN_MESSAGE = ((1, "c"), 2)
KEYWORDS = {
    "say": (1,),
    "mark": (1,),
    "count": (1, 2),
    "mark_count": (1, 2),
    "in_context": CONTEXT_THEN_MESSAGE,
    "mark_in_context": CONTEXT_THEN_MESSAGE,
}
HEADER = """\
# {language} sentences of charterkit.
msgid ""
msgstr ""
"Language: {code}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms};\\n"

"""


class BuiltSentence(Exception):
    """A sentence that is put together in the code, so that nobody can translate it whole."""


def main(arguments: Sequence[str]) -> int:
    """The command line; returns the exit code."""
    parser = argparse.ArgumentParser(description="Keep the catalogues in step with the sentences.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("update").add_argument("languages", nargs="*", metavar="LANG")
    commands.add_parser("check")
    options = parser.parse_args(arguments)
    if options.command == "update":
        update(PACKAGE, options.languages)
        return 0
    faults = check(PACKAGE)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def update(package: Path, languages: Iterable[str] = ()) -> None:
    """Write the catalogues of these languages, new ones among them; of all that there are if none is named."""
    template = sentences(package)
    for lang in sorted(languages) or catalogue_languages(package):
        path = catalogue_path(package, lang)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(rewritten(template, read_catalogue(package, lang)), encoding="utf-8", newline="\n")


def check(package: Path) -> list[str]:
    """What is wrong with the catalogues, a line each; empty if they are complete and up to date."""
    template = sentences(package)
    return [line for lang in catalogue_languages(package) for line in check_language(package, lang, template)]


def check_language(package: Path, lang: str, template: Catalog) -> Iterator[str]:
    """What is wrong with one catalogue, a line each."""
    catalogue = read_catalogue(package, lang)
    if catalogue_path(package, lang).read_text(encoding="utf-8") != rewritten(template, catalogue):
        yield f"{lang}: not up to date: run `python tools/catalogues.py update`"
    for message in catalogue:
        if message.id:
            yield from (f"{lang}: {why}: {_texts(message.id)[0]}" for why in faults_of(message, catalogue))


def faults_of(message: Message, catalogue: Catalog) -> Iterator[str]:
    """Why one translation cannot be shipped."""
    forms = _texts(message.string)
    if message.fuzzy:
        yield "fuzzy"
    if not all(form.strip() for form in forms):
        yield "untranslated"
    elif len(forms) != (catalogue.num_plurals if message.pluralizable else 1):
        yield "wrong number of plural forms"
    elif any(placeholders(form) not in _allowed(message, n, catalogue) for n, form in enumerate(forms)):
        yield "other placeholders than the English sentence"


def catalogue_languages(package: Path) -> list[str]:
    """The languages that have a catalogue, in alphabetical order."""
    return sorted(path.parents[1].name for path in package.glob("locale/*/LC_MESSAGES/charterkit.po"))


def catalogue_path(package: Path, lang: str) -> Path:
    """Where the catalogue of a language stands."""
    return package / "locale" / lang / "LC_MESSAGES" / "charterkit.po"


def read_catalogue(package: Path, lang: str) -> Catalog:
    """The catalogue of a language as it stands; without one an empty one with CLDR's plural forms."""
    path = catalogue_path(package, lang)
    if not path.exists():
        return Catalog(locale=lang.replace("-", "_"))
    return read_po(BytesIO(path.read_bytes()), locale=lang.replace("-", "_"))


def rewritten(template: Catalog, old: Catalog) -> str:
    """The text of a catalogue with exactly the sentences of the template and the translations it had."""
    new = Catalog(locale=old.locale_identifier)
    new.mime_headers = [("Plural-Forms", old.plural_forms)]
    for message in template:
        if message.id:
            known = old.get(message.id, message.context)
            kept = known if known is not None and known.id == message.id else Message(message.id)
            added = new.add(message.id, kept.string, message.locations, context=message.context)
            added.flags = {"fuzzy"} if kept.fuzzy else set()  # Babel's guesses about formats do not fit ours
    body = BytesIO()
    write_po(body, new, width=100, omit_header=True, sort_output=True, include_lineno=False)
    return _header(old) + body.getvalue().decode("utf-8").rstrip("\n") + "\n"


def sentences(package: Path) -> Catalog:
    """Every sentence of the package's code and templates, with the files it stands in."""
    template = Catalog()
    for path in sorted(package.rglob("*.py")):
        _collect(template, path, package, sentences_in_python)
    for path in sorted(package.glob("templates/**/*.j2")):
        _collect(template, path, package, babel_extract)
    return template


def sentences_in_python(
    file: IO[bytes], keywords: Mapping[str, Any], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[tuple[int, str, tuple[str | None, ...], list[str]]]:
    """An extraction method for Babel that reads the syntax tree: its own one joins unrelated literals."""
    for node in ast.walk(ast.parse(file.read())):
        if not isinstance(node, ast.Call):
            continue
        name = _called(node.func)
        # str.count and list.count take one thing to count; a sentence has two forms and a number.
        if name in keywords and not (name == "count" and len(node.args) < 3):
            yield node.lineno, name, tuple(_literal(argument) for argument in node.args), []


def _collect(template: Catalog, path: Path, package: Path, method: Any) -> None:
    name = path.relative_to(package.parent).as_posix()
    try:
        found = list(extract(method, BytesIO(path.read_bytes()), KEYWORDS, options={"silent": "false"}))
    except BuiltSentence as error:
        raise BuiltSentence(f"{name}: {error}") from error
    for line, message, _comments, context in found:
        template.add(message, locations=[(name, line)], context=context)


def _called(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _literal(argument: ast.expr) -> str | None:
    """The string an argument is; None if it is a name, whose sentence is marked elsewhere."""
    match argument:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr() | ast.BinOp(left=ast.Constant(value=str())):
            raise BuiltSentence(f"line {argument.lineno}: write the sentence whole, with named placeholders")
        case _:
            return None


def _texts(one_or_more: str | Sequence[str] | None) -> list[str]:
    """A message's text, or its forms."""
    return [one_or_more] if isinstance(one_or_more, str) else list(one_or_more or ("",))


def _allowed(message: Message, index: int, catalogue: Catalog) -> list[frozenset[str]]:
    """The sets of placeholders that a form of a translation may have.

    A form for the number 1 alone may leave out what the English singular leaves out ("one case"); a form that
    also says 21 or 101 may not.
    """
    sets = [placeholders(text) for text in _texts(message.id)]
    form_of = c2py(catalogue.plural_expr)
    says_one_alone = [n for n in range(201) if form_of(n) == index] == [1]
    return sets if says_one_alone else sets[-1:]


def _header(catalogue: Catalog) -> str:
    code = str(catalogue.locale_identifier).replace("_", "-")
    language = (catalogue.locale and catalogue.locale.get_display_name("en")) or code
    return HEADER.format(language=language, code=code, plural_forms=catalogue.plural_forms.rstrip(";"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
