"""Whether the fields of a record fit together, and records fit each other: units, types, directions, dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from zoneinfo import available_timezones

from charterkit.data.load import Known
from charterkit.model.charter import Charter
from charterkit.model.commitment import Commitment, Measure
from charterkit.model.indicator import SURVEYS, Direction, Indicator, IndicatorType
from charterkit.model.publication import Publication
from charterkit.model.publisher import Publisher
from charterkit.model.requirement import (
    Answer,
    AtOnce,
    BetterThan,
    ByDay,
    InWords,
    Limit,
    Norm,
    Operator,
    Span,
    Target,
)
from charterkit.model.standard import NormType, Standard
from charterkit.numbers import is_currency_code
from charterkit.periods import Frequency, parse_period
from charterkit.problems import Problem, Spot, problem
from charterkit.rules.channels import channel_problems
from charterkit.text import nearest

UNITS = (
    "percent", "points", "minutes", "hours", "days", "working_days", "calendar_days", "weeks", "months", "years",
    "times", "count", "score", "date",
)  # fmt: skip
_NEVER_DUE = "indicator-never-due"
# More than so many indicators without a due date are told in one sentence.
_MANY = 3
_UPWARD = frozenset({Operator.AT_LEAST, Operator.MORE_THAN})
_DOWNWARD = frozenset({Operator.AT_MOST, Operator.LESS_THAN})
_SHARES = frozenset({IndicatorType.SHARE, IndicatorType.SURVEY_SHARE})


def consistency(publication: Publication, known: Known) -> Iterator[Problem]:
    """Everything in valid records that cannot be meant as it stands."""
    yield from _publisher(publication.publisher)
    units = _units(publication, known)
    for indicator in publication.indicators.values():
        yield from _indicator(indicator, publication, units)
    yield from _never_due(publication)
    for standard in publication.standards.values():
        yield from _standard(standard, units)
    for charter in publication.charters.values():
        yield from _channels(charter)
    for commitment in publication.commitments.values():
        yield from _commitment(commitment, publication)


def _publisher(publisher: Publisher) -> Iterator[Problem]:
    spot = Spot("charters/publisher.yml")
    for index, lang in enumerate(publisher.authoritative):
        if lang not in publisher.languages:
            yield problem("language-not-published", spot.at("authoritative", index), found=lang)
    zones = _zones()
    if publisher.time_zone not in zones:
        best = nearest(publisher.time_zone, sorted(zones)) or ""
        yield problem(
            "time-zone-unknown",
            spot.at("time_zone"),
            found=publisher.time_zone,
            nearest=best,
            example="Europe/Vilnius",
        )


@cache
def _zones() -> frozenset[str]:
    """The time zones that the machine knows: to find them, hundreds of its files are looked at."""
    return frozenset(available_timezones())


def _indicator(indicator: Indicator, publication: Publication, units: Sequence[str]) -> Iterator[Problem]:
    spot = Spot(indicator.file)
    yield from _unit(spot.at("unit"), indicator.unit, units)
    for name, part in (("numerator", indicator.numerator), ("denominator", indicator.denominator)):
        if part is not None:
            yield from _unit(spot.at(name, "unit"), part.unit, units)
    if indicator.type in _SHARES and not (indicator.numerator and indicator.denominator):
        yield problem("share-without-counts", spot.at("type"))
    if indicator.type in SURVEYS:
        missing = [name for name in ("sample", "scale") if getattr(indicator, name) is None]
        missing = [name for name in missing if name != "scale" or indicator.type is IndicatorType.SURVEY_MEAN]
        if missing:
            yield problem("survey-incomplete", spot.at("type"), missing=", ".join(missing))
    if indicator.ends is not None and indicator.ends < indicator.starts:
        yield _until(spot.at("ends"), indicator.ends, indicator.starts)
    if indicator.id not in publication.series:
        wanted = f"charters/results/{indicator.id}.csv"
        yield problem("results-missing", spot.at("id"), since=indicator.starts, wanted=wanted)


def _never_due(publication: Publication) -> Iterator[Problem]:
    """Indicators that do not say when a figure is due: each of them, or where there are many all in one sentence."""
    found = [
        one
        for one in publication.indicators.values()
        if one.due_days is None and one.frequency is not Frequency.IRREGULAR
    ]
    own = [one for one in found if any(entry.problem == _NEVER_DUE for entry in one.acknowledged)]
    rest = [one for one in found if one not in own]
    single = own if len(rest) > _MANY else found
    yield from (problem(_NEVER_DUE, Spot(one.file, ("frequency",))) for one in single)
    if len(rest) > _MANY:
        methodology = publication.methodology
        spot = Spot(methodology.file if methodology is not None else "charters/publisher.yml")
        names = ", ".join(one.id for one in rest)
        yield problem("indicators-never-due", spot, count=len(rest), list=names)


def _units(publication: Publication, known: Known) -> Sequence[str]:
    """The units that can be named; none where the file that describes the body's own cannot be read."""
    if publication.methodology is not None:
        return (*UNITS, *(unit.id for unit in publication.methodology.units))
    return () if known.of_kind("methodology") else UNITS


def _unit(spot: Spot, unit: str, units: Sequence[str]) -> Iterator[Problem]:
    if units and unit and unit not in units and not is_currency_code(unit):
        best = nearest(unit, units) or ""
        yield problem("unit-unknown", spot, field=spot.field_name, found=unit, nearest=best)


def _until(spot: Spot, until: date, since: date) -> Problem:
    return problem("until-before-from", spot, field=spot.field_name, found=until, since=since)


def _standard(standard: Standard, units: Sequence[str]) -> Iterator[Problem]:
    spot = Spot(standard.file)
    lists = [(spot.at("norms"), standard.norms)]
    lists += [(spot.at("variants", index, "norms"), one.norms) for index, one in enumerate(standard.variants)]
    for here, norms in lists:
        yield from _dated(here, norms)
        for index, norm in enumerate(norms):
            yield from _norm(here.at(index), norm, standard.type, units)
    for index, variant in enumerate(standard.variants):
        if any(other.id == variant.id for other in standard.variants[:index]):
            yield problem("entry-twice", spot.at("variants", index, "id"), field="variants", found=variant.id)


def _norm(spot: Spot, norm: Norm, type: NormType, units: Sequence[str]) -> Iterator[Problem]:
    yield from _unit(spot.at("unit"), norm.unit, units)
    if isinstance(norm.requirement, (Limit, Span)) and not norm.unit and type is not NormType.FREQUENCY:
        yield problem("norm-without-unit", spot, field=spot.field_name)
    yield from _range(spot, norm.requirement)


def _dated(spot: Spot, entries: Sequence[Target | Norm]) -> Iterator[Problem]:
    """Entries that begin on the same day, or end before they begin."""
    for index, entry in enumerate(entries):
        if any(other.since == entry.since for other in entries[:index]):
            here = spot.at(index, "from")
            yield problem("target-same-day", here, field=here.field_name, found=entry.since)
        if entry.until is not None and entry.until < entry.since:
            yield _until(spot.at(index, "until"), entry.until, entry.since)


def _range(spot: Spot, requirement: object) -> Iterator[Problem]:
    if isinstance(requirement, Span) and requirement.low >= requirement.high:
        here = spot.at("between")
        yield problem("range-empty", here, field=here.field_name, low=requirement.low, high=requirement.high)


def _channels(charter: Charter) -> Iterator[Problem]:
    """Addresses and numbers to complain to that are none."""
    if charter.complaints is not None:
        spot = Spot(charter.file, ("complaints", "channels"))
        yield from channel_problems(spot, charter.complaints.channels)


def _commitment(commitment: Commitment, publication: Publication) -> Iterator[Problem]:
    if not commitment.measures and commitment.ended is None:
        yield problem("commitment-unmeasured", Spot(commitment.file, ("promise",)))
    for index, measure in enumerate(commitment.measures):
        spot = Spot(commitment.file, ("measures", index))
        yield from _dated(spot.at("targets"), measure.targets)
        indicator = publication.indicators.get(measure.indicator)
        if indicator is not None:
            yield from _judged(spot.at("judged"), measure, indicator)
            for number, target in enumerate(measure.targets):
                yield from _Target(spot.at("targets", number), target, indicator, publication).problems()


def _judged(spot: Spot, measure: Measure, indicator: Indicator) -> Iterator[Problem]:
    own = indicator.frequency.length
    judged = measure.judged.length if measure.judged is not None else None
    if own is not None and judged is not None and judged.shorter_than(own):
        yield problem("judged-too-short", spot, field=spot.field_name, frequency=indicator.frequency.value)


class _Target:
    """One target held against the indicator that it is set for."""

    def __init__(self, spot: Spot, target: Target, indicator: Indicator, publication: Publication) -> None:
        self.spot = spot
        self.demand = target.requirement
        self.indicator = indicator
        self.publication = publication

    def problems(self) -> Iterator[Problem]:
        if self.indicator.direction is Direction.NONE:
            yield problem(
                "target-on-context", self.spot, field=self.spot.field_name, indicator=self.indicator.id
            )
            return
        yield from _range(self.spot, self.demand)
        if not self._fits_type():
            yield problem(
                "target-not-for-type", self._form_spot(),
                field=self.spot.field_name, form=self._form(),
                type=self.indicator.type.value, unit=self.indicator.unit,
            )  # fmt: skip
        elif not self._fits_direction():
            yield problem(
                "target-against-direction", self._form_spot(),
                field=self.spot.field_name, form=self._form(), direction=self.indicator.direction.value,
            )  # fmt: skip
        yield from self._share()
        yield from self._period()

    def _form(self) -> str:
        match self.demand:
            case Limit(operator, _):
                return operator.value
            case Span():
                return "between"
            case Answer():
                return "equals"
            case BetterThan():
                return "better_than"
            case ByDay():
                return "by"
            case AtOnce():
                return "at_once"
        return "words"

    def _form_spot(self) -> Spot:
        return self.spot.at(self._form())

    def _fits_type(self) -> bool:
        if isinstance(self.demand, InWords):
            return True
        if self.indicator.type is IndicatorType.YES_NO:
            return isinstance(self.demand, Answer)
        if self.indicator.unit == "date":
            return isinstance(self.demand, ByDay)
        return not isinstance(self.demand, (Answer, ByDay))

    def _fits_direction(self) -> bool:
        direction = self.indicator.direction
        if isinstance(self.demand, Limit):
            against = {Direction.HIGHER: _DOWNWARD, Direction.LOWER: _UPWARD}.get(direction, frozenset())
            return self.demand.operator not in against
        if isinstance(self.demand, BetterThan):
            return direction is not Direction.IN_RANGE
        return not isinstance(self.demand, AtOnce) or direction is Direction.LOWER

    def _share(self) -> Iterator[Problem]:
        if (
            self.indicator.type in _SHARES
            and isinstance(self.demand, Limit)
            and not 0 <= self.demand.value <= 100
        ):
            spot = self._form_spot()
            yield problem("target-over-hundred", spot, field=spot.field_name, found=self.demand.value)

    def _period(self) -> Iterator[Problem]:
        if isinstance(self.demand, BetterThan) and self.demand.period:
            spot = self._form_spot()
            if parse_period(self.demand.period, self.publication.publisher.year_starts) is None:
                yield problem("target-period-form", spot, field=spot.field_name, found=self.demand.period)
