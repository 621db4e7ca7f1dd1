"""Turns the plain values of a valid record into its typed form.

The schema has already said yes; what is left is spelling: `from` is called `since` in Python, a target's form
becomes one requirement, texts become `Text`, dates become dates and numbers exact decimals.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar, get_args

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from charterkit.model import requirement as forms
from charterkit.model.action import Action, Move, ProgressNote
from charterkit.model.assessment import Assessment
from charterkit.model.calendar import Calendar
from charterkit.model.charter import Charter
from charterkit.model.commitment import Commitment, Measure
from charterkit.model.common import Ended, Keywords, Lineage, MonthDay
from charterkit.model.consultation import Comment, OpenConsultation
from charterkit.model.indicator import Break, Disaggregation, Indicator, MethodVersion, Tolerance
from charterkit.model.methodology import Methodology, Unit
from charterkit.model.procedure import Approval, Procedure, Season, TimetableException
from charterkit.model.programme import Invitation, Programme, Wave, WaveDue, Workshop
from charterkit.model.publisher import Publisher, SpecialHours
from charterkit.model.reasons import Reasons
from charterkit.model.release import Act, Gazette, KnownDay
from charterkit.model.requirement import Norm, Target
from charterkit.model.service import Service, Suspension
from charterkit.model.standard import Standard
from charterkit.model.strategy import Strategy
from charterkit.model.survey import Survey
from charterkit.periods import CALENDAR_YEAR, Length, Period, YearStart, parse_period
from charterkit.text import Text

Plain = Mapping[str, Any]
Hook = Callable[[Any, Any], Any]
Record = TypeVar("Record")

_AS_IT_IS = override(struct_hook=lambda data, _: data)

RECORDS: Mapping[str, type] = {
    "publisher": Publisher,
    "charter": Charter,
    "commitment": Commitment,
    "standard": Standard,
    "indicator": Indicator,
    "methodology": Methodology,
    "service": Service,
    "procedure": Procedure,
    "calendar": Calendar,
    "reasons": Reasons,
    "consultation": OpenConsultation,
    "act": Act,
    "programme": Programme,
    "assessment": Assessment,
    "action": Action,
    "strategy": Strategy,
    "survey": Survey,
}

# Where a file's word is a keyword of Python, or says less than a name in code should.
RENAMED: Mapping[type, Mapping[str, str]] = {
    Lineage: {"origins": "from"},
    Ended: {"since": "from"},
    MethodVersion: {"since": "from"},
    Break: {"since": "from"},
    Target: {"since": "from"},
    Norm: {"since": "from"},
    Suspension: {"since": "from"},
    Season: {"since": "from"},
    TimetableException: {"since": "from"},
    SpecialHours: {"since": "from"},
    Approval: {"day": "date"},
    OpenConsultation: {"since": "from"},
    Comment: {"sender": "from"},
    Act: {"day": "date", "kind": "does"},
    Assessment: {"since": "from"},
    Gazette: {"day": "date"},
    Invitation: {"day": "date"},
    Wave: {"since": "from"},
    WaveDue: {"day": "date"},
    Workshop: {"day": "date"},
    Move: {"origin": "from"},
    ProgressNote: {"day": "date"},
    Strategy: {"since": "from"},
    Survey: {"since": "from"},
}


def build(kind: type[Record], data: Plain, **given: str) -> Record:
    """The typed record in valid plain data; `given` are fields that the place of the file decides."""
    return _converter().structure({**data, **given}, kind)


@lru_cache(maxsize=1)
def _converter() -> Converter:
    converter = Converter(detailed_validation=False)
    converter.register_structure_hook(Text, lambda data, _: Text.of(data))
    converter.register_structure_hook(Keywords, lambda data, _: Keywords.of(data))
    converter.register_structure_hook(Decimal, lambda data, _: Decimal(data))
    converter.register_structure_hook(date, lambda data, _: date.fromisoformat(data))
    converter.register_structure_hook_func(_is_known_day, lambda data, _: _known_day(data))
    converter.register_structure_hook(MonthDay, lambda data, _: _month_day(data))
    converter.register_structure_hook(YearStart, lambda data, _: _year_start(data))
    converter.register_structure_hook(Tolerance, lambda data, _: _tolerance(data))
    converter.register_structure_hook_factory(is_dataclass, lambda kind: _mapping_hook(converter, kind))
    for kind in (Target, Norm):
        converter.register_structure_hook(kind, _demand_hook(converter, kind))
    for with_pairs in (Charter, Disaggregation, Measure, Methodology, Move):
        converter.register_structure_hook(with_pairs, _pairs_hook(converter, with_pairs))
    return converter


def _is_known_day(kind: Any) -> bool:
    return Period in get_args(kind)


def _known_day(data: str | None) -> KnownDay | None:
    """A day as a day, a month or a year as the span of its days."""
    found = parse_period(data, CALENDAR_YEAR) if data is not None else None
    return found.start if found is not None and found.length is Length.DAY else found


def _mapping_hook(converter: Converter, kind: type) -> Hook:
    return _hook(
        converter, kind, {name: override(rename=word) for name, word in RENAMED.get(kind, {}).items()}
    )


def _hook(converter: Converter, kind: type, overrides: Mapping[str, Any]) -> Hook:
    hook: Hook = make_dict_structure_fn(kind, converter, **overrides)
    return hook


def _demand_hook(converter: Converter, kind: type) -> Hook:
    """Targets and norms say their demand in one of several fields, which become one `requirement`."""
    renamed = {name: override(rename=word) for name, word in RENAMED[kind].items()}
    plain = _hook(converter, kind, {**renamed, "requirement": _AS_IT_IS})
    return lambda data, _: plain({**data, "requirement": requirement(data)}, kind)


_OPERATORS = frozenset(operator.value for operator in forms.Operator)


def requirement(data: Plain) -> forms.Requirement:
    """The one demand that a target or norm makes. Where a file makes none or several, the first counts."""
    name = next((form for form in forms.FORMS if form in data), "words")
    value = data.get(name, {})
    if name in _OPERATORS:
        if value in ("yes", "no"):
            return forms.Answer(value == "yes")
        return forms.Limit(forms.Operator(name), Decimal(value))
    return _OTHER_FORMS[name](value)


_OTHER_FORMS: Mapping[str, Callable[[Any], forms.Requirement]] = {
    "between": lambda value: forms.Span(Decimal(value[0]), Decimal(value[1])),
    "better_than": lambda value: forms.BetterThan("" if value == "previous" else value),
    "by": lambda value: forms.ByDay(_month_day(value)),
    "at_once": lambda value: forms.AtOnce(),
    "words": lambda value: forms.InWords(Text.of(value)),
}


def _pairs_hook(converter: Converter, kind: type) -> Hook:
    """Free mappings (approvers, slices, their names, units) become sorted pairs, so that records stay hashable."""
    free = {field.name for field in fields(kind)} & {"approvers", "names", "only", "units"}
    renamed = {name: override(rename=word) for name, word in RENAMED.get(kind, {}).items()}
    plain = _hook(converter, kind, {**renamed, **dict.fromkeys(free, _AS_IT_IS)})
    return lambda data, _: plain({key: _pairs(key, value) for key, value in data.items()}, kind)


def _pairs(key: str, value: Any) -> Any:
    if key == "units":
        return tuple(
            Unit(id, tuple((lang, tuple(sorted(plurals.items()))) for lang, plurals in sorted(langs.items())))
            for id, langs in sorted(value.items())
        )
    if key == "names":
        return tuple((id, Text.of(name)) for id, name in sorted(value.items()))
    return tuple(sorted(value.items())) if key in ("approvers", "only") else value


def _month_day(data: str) -> MonthDay:
    month, day = data.split("-")
    return MonthDay(int(month), int(day))


def _year_start(data: str) -> YearStart:
    return YearStart.parse(data) or YearStart(1, 1)


def _tolerance(data: Any) -> Tolerance:
    return (
        Tolerance(Decimal(data["percent"]), percent=True)
        if isinstance(data, dict)
        else Tolerance(Decimal(data))
    )
