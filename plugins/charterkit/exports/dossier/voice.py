"""The words of one document: its language, its figures, and the names that the release gives to what it reaches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from charterkit.day_endings import day_before_name, day_inside, span_inside
from charterkit.exports.dossier.authored import blocks, runs
from charterkit.exports.dossier.sealed import Sealed
from charterkit.exports.dossier.tree import Block, Items, Look, Paragraph, Run, Runs, para, plain
from charterkit.model.commitment import Measure
from charterkit.model.common import Duration, Lineage, Source
from charterkit.model.requirement import Norm, Target
from charterkit.site.context import Context, Fact, Link
from charterkit.site.pieces import Piece, words_of
from charterkit.site.records import norm_sentence, source_links
from charterkit.site.results.figures import Figures, own_units, target_unit, unbroken
from charterkit.site.results.figures import Unit as FigureUnit
from charterkit.text import Text, numbers_held


@dataclass(frozen=True, eq=False)
class Voice:
    """Says what a release holds in the language of the document."""

    context: Context
    sealed: Sealed

    @classmethod
    def of(cls, context: Context, sealed: Sealed) -> Voice:
        """The voice for a release: it counts in the units that the release itself defines."""
        own = context.figures
        units = own_units(sealed.methodology, context.reader.lang, context.reader.order)
        return cls(replace(context, figures=Figures(own.reader, units, own.year_starts, own.today)), sealed)

    def say(self, message: str, /, **named: object) -> str:
        """A sentence in the language of the document."""
        return self.context.say(message, **named)

    def in_context(self, context: str, message: str, /, **named: object) -> str:
        """Words of which the same English ones mean something else elsewhere."""
        return self.context.reader.words.in_context(context, message, **named)

    def day(self, day: date) -> str:
        """A date in full."""
        return unbroken(self.context.reader.words.day(day))

    def day_inside(self, day: date) -> str:
        """A date in full behind "from" or "until"."""
        return unbroken(day_inside(self.context.reader.words, day))

    def day_before_name(self, day: date) -> str:
        """A date in full by which an act is named."""
        return unbroken(day_before_name(self.context.reader.words, day))

    def days(self, first: date, last: date) -> str:
        """Days from one to another, in full."""
        return unbroken(span_inside(self.context.reader.words, first, last))

    def bare(self, text: Text) -> str:
        """A short authored text."""
        return numbers_held(self.context.reader.bare(text))

    def block(self, text: Text, level: int | None = None) -> tuple[Block, ...]:
        """A long authored text."""
        return blocks(self.context.block(text), level)

    def duration(self, duration: Duration) -> str:
        """A length of time as promised."""
        return self.context.figures.duration(duration)

    def body(self, id: str) -> str:
        """The name of a body as the release has it."""
        return self.bare(self.sealed.bodies.get(id, Text.of({}))) or id

    def standard(self, id: str) -> str:
        """The title of a standard as the release has it."""
        found = self.sealed.standards.get(id)
        return self.bare(found.title) if found else id

    def indicator(self, id: str) -> str:
        """The title of an indicator as the release has it."""
        found = self.sealed.indicators.get(id)
        return self.bare(found.title) if found else id

    def sources(self, sources: Iterable[Source]) -> tuple[Block, ...]:
        """Laws and documents, one a line."""
        found = tuple(source_links(self.context, sources))
        if len(found) == 1:
            return (Paragraph(_link(found[0])),)
        return (Items(tuple((Paragraph(_link(one)),) for one in found)),) if found else ()

    def facts(self, facts: Iterable[Fact]) -> tuple[tuple[str, tuple[Block, ...]], ...]:
        """Facts as the site's pages have them: the term and what stands under it."""
        return tuple((one.term, tuple(part for link in one.values for part in _value(link))) for one in facts)

    def norms(self, norms: Sequence[Norm]) -> tuple[Block, ...]:
        """What a standard demands, from which day on; the oldest first, as a law is read."""
        return _listed(tuple(self._norm(one) for one in sorted(norms, key=lambda one: one.since)))

    def _norm(self, one: Norm) -> Runs:
        parts = [self._since(one.since, one.until), words_of(norm_sentence(self.context, one))]
        if one.extension:
            unit = FigureUnit(one.unit or "count")
            amount = self.context.figures.amount(one.extension.at_most, unit)
            parts.append(self.say("May be extended by at most {time}.", time=amount))
            condition = words_of(self.context.line(one.extension.when))
            parts.append(self.say("Condition: {condition}", condition=condition) if condition else "")
            parts.append(words_of(self.context.line(one.extension.notice)))
        return _sentence(parts)

    def targets(self, measure: Measure) -> tuple[Block, ...]:
        """What is promised of an indicator, from which day on."""
        return _listed(tuple(self._target(one, measure) for one in sorted(measure.targets, key=_since)))

    def _target(self, one: Target, measure: Measure) -> Runs:
        indicator = self.sealed.indicators.get(measure.indicator)
        unit = target_unit(indicator) if indicator else FigureUnit("count")
        parts = [self._since(one.since, one.until), self.context.figures.target(one, unit)]
        if one.aim is not None:
            amount = self.context.figures.amount(one.aim, unit)
            # An amount may end with the point of an abbreviation; a language may leave the other one to that.
            aim = self.say("We aim for {amount}.", amount=amount)
            parts.append(aim if aim.endswith(".") else f"{aim}.")
        return _sentence(parts)

    def _since(self, since: date, until: date | None) -> str:
        if until is None:
            return self.in_context("begins a line", "From {day}", day=self.day_inside(since))
        days = self.days(since, until)
        return days[:1].upper() + days[1:]

    def lineage(self, lineage: Lineage, names: Iterable[str]) -> tuple[str, tuple[Block, ...]]:
        """Where a record comes from: the term and the names."""
        listed = tuple(names)
        if lineage.how == "turned_round":
            term = self.say("Predecessor (counted the other way round)")
        else:
            term = self.say("Predecessor") if len(listed) == 1 else self.say("Predecessors")
        return term, (para(", ".join(listed)),)


def _since(one: Target) -> date:
    return one.since


def _sentence(parts: Iterable[str]) -> Runs:
    """The day, then what holds from it on."""
    first, second, *rest = (part for part in parts if part)
    ending = "" if second.endswith(".") else "."
    return (
        *plain(f"{first}: "),
        Run(second, Look.STRONG),
        *plain(ending + "".join(f" {one}" for one in rest)),
    )


def _listed(rows: tuple[Runs, ...]) -> tuple[Block, ...]:
    return (Items(tuple((Paragraph(one),) for one in rows)),) if rows else ()


def _link(link: Link) -> Runs:
    found = runs(link.text) if isinstance(link.text, Piece) else plain(link.text)
    return tuple(replace(run, href=link.href) if link.href.startswith("http") else run for run in found)


def _value(link: Link) -> tuple[Block, ...]:
    return blocks(link.text) if isinstance(link.text, Piece) else (para(link.text),)
