"""A small publication in Lithuanian and English with every sort of result; other tests of the site build on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from charterkit.model.commitment import Commitment, Compensation, Dimension, Measure, Redress
from charterkit.model.common import Area, Contact, Duration, Ended, Lineage, MonthDay, Source, Titled
from charterkit.model.indicator import (
    Baseline,
    Break,
    Direction,
    Indicator,
    IndicatorType,
    Owner,
    Part,
    Tolerance,
)
from charterkit.model.methodology import Methodology, Unit
from charterkit.model.publication import Publication
from charterkit.model.requirement import (
    BetterThan,
    ByDay,
    Extension,
    InWords,
    Limit,
    Norm,
    Operator,
    Span,
    Target,
)
from charterkit.model.result import Count, Quantity, Row, Series, State
from charterkit.model.standard import Clock, Family, NormType, Standard, Variant
from charterkit.periods import CALENDAR_YEAR, Frequency, parse_period
from charterkit.rules.standing import standing
from charterkit.rules.status import PromiseStatus
from charterkit.site.context import HandWritten, Settings, Site
from charterkit.text import Text
from surveying import sample_answers, sample_survey
from test_site_sample_body import START, calendar, charter, publisher, text
from test_site_sample_procedure import procedure
from test_site_sample_quality import action, strategy
from test_site_sample_service import CLASS, PLACE, services

TODAY = date(2025, 11, 21)


def _promise(id: str, number: str, group: str, title: Text, *measures: Measure) -> Commitment:
    return Commitment(
        id,
        "citizens",
        number,
        group,
        title,
        title,
        measures=measures,
        file=f"charters/citizens/commitments/{id}.yml",
    )


def _commitments() -> tuple[Commitment, ...]:
    at_least = (
        Target(START, Limit(Operator.AT_LEAST, Decimal(90))),
        Target(date(2025, 1, 1), Limit(Operator.AT_LEAST, Decimal(95)), aim=Decimal(98)),
    )
    letters = Commitment(
        "letters",
        "citizens",
        "1.1",
        "general",
        text("Atsakymai į laiškus", "Answers to letters"),
        text("Atsakysime per 20 darbo dienų.", "You get our answer within 20 working days."),
        text("Ne anonimams.\n\n- nei reklamai", "Not to the anonymous.\n\n- nor to spam"),
        text("Tikimės 98."),
        Dimension.TIMELINESS,
        ("town", "library"),
        ("requests",),
        (Measure("in-time", at_least, "requests"),),
        Redress(
            text("Atsiprašysime.", "We apologise."),
            text("Paskambinkite.", "Call us."),
            Duration(Decimal(5), "working_days"),
            Compensation(Decimal(30), "EUR", True),
        ),
        ("birth", "archive"),
        Lineage(("post",), "replaced"),
        areas=(Area.CONTACT, Area.REGISTRY),
        file="charters/citizens/commitments/letters.yml",
    )
    post = Commitment(
        "post", "citizens", "1.9", "general", text("Paštas", "Post"), text("Atsakysime.", "We answer."),
        ended=Ended(date(2024, 1, 1), text("Pakeista.", "Replaced.")), file="charters/citizens/commitments/post.yml",
    )  # fmt: skip
    hall = Measure("warmth", (Target(START, Span(Decimal(18), Decimal(20))),))
    budget = Measure("budget", (Target(START, ByDay(MonthDay(3, 1))),))
    trend = Measure("trend", (Target(START, BetterThan()),))
    strict = (Target(START, Limit(Operator.AT_LEAST, Decimal(99))),)
    people = Measure("people", (Target(START, InWords(text("Kuo daugiau", "As many as possible"))),))
    return (
        letters,
        _promise(
            "calls",
            "1.2",
            "general",
            text("Skambučiai", "Calls"),
            Measure("waiting", (Target(START, Limit(Operator.LESS_THAN, Decimal(3))),)),
        ),
        _promise("courtesy", "1.3", "general", text("Mandagumas", "Courtesy")),
        post,
        _promise("hall", "2.1", "others", text("Salė", "The hall"), hall, budget),
        _promise("strict", "2.3", "others", text("Griežtai", "Strictly"), Measure("in-time", strict)),
        _promise("people", "2.2", "others", text("Jūsų balsas"), people, trend),
    )


def _indicator(
    id: str, type: IndicatorType, unit: str, direction: Direction, frequency: Frequency
) -> Indicator:
    return Indicator(
        id=id,
        type=type,
        title=text(f"Rodiklis {id}", f"Indicator {id}"),
        definition=text("Ką matuojame.", "What we measure."),
        unit=unit,
        direction=direction,
        frequency=frequency,
        starts=START,
        owner=Owner("town", text("Skyriaus vedėjas", "Head of unit"), Contact(email="unit@example.org")),
        decimals=None if unit == "date" else 1,
        due_days=30,
        file=f"standards/indicators/{id}.yml",
    )


def _indicators() -> tuple[Indicator, ...]:
    share, higher = IndicatorType.SHARE, Direction.HIGHER
    in_time = Indicator(
        id="in-time",
        type=share,
        title=text("Laiku atsakyta", "Answered in time"),
        definition=text("Kiek laiku.", "How many in time."),
        unit="percent",
        direction=higher,
        frequency=Frequency.QUARTERLY,
        starts=START,
        owner=Owner("town"),
        rationale=text("Svarbu.", "It matters."),
        decimals=1,
        numerator=Part(text("Laiku", "In time"), text("ir skubūs"), text("be anonimų")),
        denominator=Part(text("Visi", "All")),
        due_days=30,
        baseline=Baseline("2018", Decimal("81.2"), text("Ataskaita", "Report")),
        near=Tolerance(Decimal(2)),
        breaks=(Break(date(2024, 7, 1), text("Nauja sistema.", "A new system.")),),
        documents=(Source(text("Tvarka", "Procedure"), "https://example.org/d"),),
        related=("waiting",),
        file="standards/indicators/in-time.yml",
    )
    yearly, monthly = Frequency.YEARLY, Frequency.MONTHLY
    return (
        in_time,
        _indicator("waiting", IndicatorType.MEAN, "minutes", Direction.LOWER, monthly),
        _indicator("warmth", IndicatorType.MEAN, "degrees", Direction.IN_RANGE, yearly),
        _indicator("budget", IndicatorType.COUNT, "date", Direction.LOWER, yearly),
        _indicator("people", IndicatorType.COUNT, "count", Direction.HIGHER, yearly),
        _indicator("trend", IndicatorType.YES_NO, "count", Direction.HIGHER, yearly),
        _indicator("alone", IndicatorType.COUNT, "visits", Direction.NONE, Frequency.IRREGULAR),
    )


def row(label: str, value: str = "", state: State = State.NOTHING) -> Row:
    """A row of a results file with a figure as it was printed, or none."""
    period = parse_period(label, CALENDAR_YEAR)
    assert period is not None
    figure = Quantity(Fraction(value), printed=value) if value else None
    return Row(period, figure=figure, state=state, released=date(2025, 2, 1), line=2)


def shares(label: str, part: int, whole: int, released: date) -> Row:
    """A row whose figure comes from two counts."""
    period = parse_period(label, CALENDAR_YEAR)
    assert period is not None
    figure = Quantity(Fraction(part * 100, whole), decimals=1)
    return Row(period, (), figure, Count(Decimal(part)), Count(Decimal(whole)), released=released, line=2)


def _series() -> tuple[Series, ...]:
    cause, action = text("Trūko žmonių.", "Posts were empty."), text("Priėmėme.", "We hired.")
    first, second = date(2024, 4, 20), date(2024, 5, 20)
    in_time = (
        replace(shares("2024-Q1", 80, 100, first), cause=cause, action=action),
        replace(shares("2024-Q1", 85, 100, second), reason=text("Klaida", "A mistake"), cause=cause),
        shares("2024-Q2", 412, 431, date(2024, 7, 20)),
        row("2024-Q3", state=State.SUPPRESSED),
        replace(row("2024-Q4", state=State.MISSING), reason=text("Gedimas.", "A breakdown.")),
        shares("2025-Q1", 94, 100, date(2025, 4, 20)),
        row("2025-Q2", state=State.NO_CASES),
        replace(shares("2025-Q3", 765, 790, date(2025, 10, 20)), note=text("Gera žinia.", "Good news.")),
    )
    day = str(date(2024, 2, 23).toordinal())
    return (
        Series("in-time", in_time, "charters/results/in-time.csv"),
        Series(
            "waiting", (row("2024-01", "2.5"), row("2024-02", "3"), row("2025-11", "9", State.PROVISIONAL))
        ),
        Series("warmth", (row("2024", "17.5"),)),
        Series("budget", (row("2024", day),)),
        Series("people", (row("2024", "1541"),)),
        Series("trend", (row("2024", state=State.NOT_APPLICABLE),)),
        Series("alone", (row("2023", "1"), row("2024", "21"))),
    )


def _standards() -> tuple[Standard, ...]:
    longer = Extension(Decimal(10), text("Kai reikia."), text("Pranešime.", "We tell you."))
    norms = (
        Norm(START, Limit(Operator.AT_MOST, Decimal(26)), "working_days", date(2024, 12, 31)),
        Norm(date(2025, 1, 1), Limit(Operator.AT_MOST, Decimal(20)), "working_days", extension=longer),
    )
    urgent = Variant(
        "urgent",
        text("skubus", "urgent"),
        (Norm(START, Limit(Operator.AT_MOST, Decimal(5)), "working_days"),),
    )
    clock = Clock(
        text("Kitą dieną", "Next day"), text("Išsiuntus"), text("Laukiant"), "next_day", "18:00", "any"
    )
    return (
        Standard(
            "requests",
            Family.QUALITY,
            NormType.TIME,
            text("Prašymai", "Requests"),
            text("Atsakome laiku.", "We answer in time."),
            norms,
            clock,
            (urgent,),
            explanation=text("Kodėl.", "Why."),
            legal_basis=(Source(text("Įstatymas", "Act"), "https://example.org/act", "7"),),
            file="standards/quality/requests.yml",
        ),
        Standard(
            "courtesy",
            Family.CONDUCT,
            NormType.QUALITATIVE,
            text("Mandagumas", "Courtesy"),
            text("Gerbiame.", "Respect."),
            file="standards/conduct/courtesy.yml",
        ),
    )


def publication() -> Publication:
    """The sample."""
    forms = (
        ("lt", (("few", "{n} laipsniai"), ("one", "{n} laipsnis"), ("other", "{n} laipsnio"))),
        ("en", (("one", "{n} degree"), ("other", "{n} degrees"))),
    )
    method = Methodology(
        text("Stebėsenos metodika", "Monitoring methodology"),
        text("Kaip matuojame.", "How we measure."),
        (Titled(text("Duomenys", "Data"), text("Iš registrų.", "From registers.")),),
        (Unit("degrees", forms),),
        service_classes=(CLASS,),
        review_every=Duration(Decimal(1), "years"),
        legal_basis=(Source(text("Įsakymas", "Order")),),
        file="standards/methodology.yml",
    )
    return Publication(
        publisher=replace(publisher(), places=(PLACE,)),
        charters={"citizens": charter()},
        commitments={one.full_id: one for one in _commitments()},
        standards={one.id: one for one in _standards()},
        indicators={one.id: one for one in _indicators()},
        series={one.indicator: one for one in _series()},
        methodology=method,
        procedures={"library-bus": procedure()},
        services={one.id: one for one in services()},
        calendars={"any": calendar()},
        actions={"window": action()},
        strategy=strategy(),
        surveys={"clients": sample_survey()},
        answers={"clients": sample_answers()},
    )


def site(records: Publication | None = None, settings: Settings | None = None) -> Site:
    """A site of the sample, or of other records."""
    found = records or publication()
    written = (HandWritten("about/", {"lt": "Apie", "en": "About"}),)
    chosen = settings or Settings(
        "https://charter.example.org/base/",
        "https://git.example.org/repo",
        "edit/main/",
        False,
        "0.1",
        written,
    )
    return Site(found, standing(found, TODAY), found.publisher.languages, chosen)


def test_sample_has_promises_in_every_state() -> None:
    found = {one.status for one in site().standing.promises.values()}

    assert found == set(PromiseStatus)
