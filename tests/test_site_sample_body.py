"""The publisher and the charter of the sample publication."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from charterkit.model.calendar import Calendar, Opening, OtherDay, Weekday
from charterkit.model.charter import (
    Appeal,
    Channel,
    ChannelKind,
    Charter,
    Complaints,
    Consultation,
    Group,
    Reports,
    Review,
)
from charterkit.model.common import Contact, Duration, MonthDay, Source, TimeLimit, Titled
from charterkit.model.publisher import (
    Accessibility,
    AccessibilityException,
    Body,
    BodyType,
    ConformanceStatus,
    Enforcement,
    ExceptionKind,
    Privacy,
    Publisher,
    SiteLook,
    StatementMethod,
)
from charterkit.text import Text

START = date(2024, 1, 1)


def text(lt: str, en: str = "") -> Text:
    """A text in both languages; without English it has to be shown in Lithuanian."""
    return Text.of({"lt": lt, "en": en})


def publisher() -> Publisher:
    contact = Contact("+370 000 00 001", "info@example.org", "https://example.org/", text("Girių g. 1"))
    return Publisher(
        name=text("Girių savivaldybė", "Giriai Municipality"),
        languages=("lt", "en"),
        authoritative=("lt",),
        bodies=(
            Body(
                "town",
                BodyType.MUNICIPALITY,
                text("Girių savivaldybė", "Giriai Municipality"),
                contact=contact,
            ),
            Body("library", BodyType.INSTITUTION, text("Biblioteka", "Library"), part_of="town"),
        ),
        time_zone="Europe/Vilnius",
        site=SiteLook("#1d5c4d", "assets/crest.svg"),
        contact=contact,
        licence="CC-BY-4.0",
        accessibility=Accessibility(
            ConformanceStatus.PARTIAL,
            text("Prieinamumo įstatymas", "Accessibility act"),
            "EN 301 549",
            (
                AccessibilityException(
                    ExceptionKind.OUTSIDE_SCOPE, text("Seni skenai.", "Old scans."), text("Klauskite.")
                ),
            ),
            date(2025, 9, 1),
            StatementMethod.SELF_ASSESSMENT,
            date(2025, 10, 1),
            contact,
            Duration(Decimal(20), "working_days"),
            Enforcement(text("Kontrolierius", "Ombudsperson"), "https://example.org/o"),
        ),
        privacy=Privacy(text("Slapukų nėra.", "No cookies."), text("Savivaldybė", "Municipality"), contact),
        demonstration=True,
        notice=text("Bandymas", "A trial"),
    )


def charter() -> Charter:
    within = Duration(Decimal(20), "working_days")
    return Charter(
        id="citizens",
        title=text("Piliečių chartija", "Citizens’ charter"),
        publisher="town",
        groups=(
            Group("general", text("Bendrieji", "General"), text("Visiems.", "For all.")),
            Group("others", text("Kiti", "Others")),
        ),
        purpose=text("Kad žinotumėte, ko **tikėtis**.", "So that you know what to **expect**."),
        covers=("town", "library"),
        scope=text("Visi gyventojai."),
        principles=(Titled(text("Atvirumas", "Openness"), text("Viskas vieša.", "All is open.")),),
        approvers=(("charter", "council"), ("standards", "director")),
        legal_force=text("Teisių nekuria.", "It creates no rights."),
        legal_basis=(Source(text("Įstatymas", "Act"), "https://example.org/act", "7"),),
        rights=(Titled(text("Teisė žinoti", "The right to know")),),
        duties=(Titled(text("Mandagumas", "Courtesy"), text("Būkite mandagūs.", "Be polite.")),),
        consultation=(
            Consultation(
                date(2018, 8, 13), text("Projektas", "The draft"), text("Giria"), outcome=text("Priimta")
            ),
        ),
        complaints=Complaints(
            (
                Channel(ChannelKind.PHONE, "+370 000 00 002"),
                Channel(ChannelKind.EMAIL, "skundai@example.org"),
                Channel(ChannelKind.WEB, "https://example.org/c"),
                Channel(ChannelKind.IN_PERSON, text=text("Priimamasis", "At the desk")),
            ),
            within,
            text("Rašykite.", "Write to us."),
            Appeal(text("Komisija", "Commission"), "https://example.org/a", TimeLimit(Decimal(1), "months")),
        ),
        reports=Reports(text("Tarybai", "The council"), "year", MonthDay(3, 31)),
        review=Review(Duration(Decimal(1), "years"), date(2026, 6, 30)),
        file="charters/citizens/charter.yml",
    )


def test_sample_lacks_some_english_texts() -> None:
    assert charter().scope.missing(("lt", "en")) == ("en",)


def calendar() -> Calendar:
    """Working days in Hungary, so that neither reader has all names of the holidays; with a body's own days."""
    week = (Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU)
    return Calendar(
        "any",
        text("Darbo dienos", "Working days"),
        "HU",
        days=(OtherDay(date(2025, 11, 27), False, text("Mokymai", "Training")),),
        hours=(
            Opening(week, "8:00", "17:00", text("Su pietumis", "Lunch included")),
            Opening((Weekday.FRI,), "8:00", "12:00"),
        ),
        cut_off="16:00",
        sources=(Source(text("Įsakymas", "Order")),),
        file="standards/calendars/any.yml",
    )
