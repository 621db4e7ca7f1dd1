"""Two services of the sample publication: one with every field, one with nothing but what it must have."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from decimal import Decimal

from charterkit.model.calendar import Opening, Weekday
from charterkit.model.charter import Appeal, Channel, ChannelKind
from charterkit.model.common import Area, Contact, Duration, Ended, Lineage, Source, TimeLimit
from charterkit.model.methodology import ServiceClass
from charterkit.model.publisher import ServicePlace, SpecialHours
from charterkit.model.service import (
    Client,
    Fee,
    Fetched,
    Form,
    LifeEvent,
    Need,
    Online,
    OnlineLevel,
    Scope,
    Service,
    ServiceVariant,
    Step,
    Suspension,
    TimeTaken,
    VariantBasis,
)
from charterkit.model.standard import Clock
from test_site_sample_body import text

_LAW = Source(text("Rinkliavų įstatymas", "Law on Fees"), "https://example.org/fees", "4")
_WORKDAYS = tuple(Weekday)[:5]

CLASS = ServiceClass("simple", text("Paprasta", "Simple"), Duration(Decimal(5), "working_days"), (_LAW,))
PLACE = ServicePlace(
    "hall",
    "town",
    text("Savivaldybės priimamasis", "Town hall, front desk"),
    text("Girių g. 1"),
    (
        Opening(_WORKDAYS[:4], "8:00", "12:00"),
        Opening(_WORKDAYS[:4], "13:00", "17:00", text("su talonu", "with a ticket")),
        Opening((Weekday.FRI,), "8:00", "15:45"),
    ),
    (
        SpecialHours(date(2025, 12, 24), None, "08:00", "12:00", text("Kūčios", "Christmas Eve")),
        SpecialHours(date(2025, 12, 25), date(2025, 12, 26)),
        SpecialHours(date(2025, 11, 1), None, "", "", text("Visų šventųjų diena", "All Saints")),
    ),
    text("Nuovaža prie šoninio įėjimo.", "A ramp at the side entrance."),
    Contact(phone="+370 000 00 003"),
)


def services() -> tuple[Service, ...]:
    """The services, in reading order."""
    return (_birth(), _bare(), _ended(), _internal())


def _birth() -> Service:
    urgent, abroad = ("urgent",), ("abroad",)
    minutes = (TimeTaken(Decimal(5), "minutes", Decimal(10)),)
    copy = Fee(
        amount=Decimal("2.50"), up_to=Decimal(10), currency="EUR", per=text("lapas", "page"),
        when=text("Už antrą egzempliorių.", "For a second copy."), surcharge=True, legal_basis=(_LAW,),
        title=text("Nuorašo mokestis", "Copy fee"),
    )  # fmt: skip
    return Service(
        id="birth",
        title=text("Gimimo registravimas", "Registration of a birth"),
        life_events=(LifeEvent.BIRTH,),
        areas=(Area.REGISTRY,),
        summary=text("Įregistruojame vaiką ir išduodame įrašą.", "We register your child."),
        bodies=("town", "library"),
        number="3.1",
        description=text("Vaiką reikia įregistruoti per **3 mėnesius**.", "Within **three months**."),
        role=text("Skyriaus vedėjas", "Head of the registry"),
        audience=text("Tėvai arba giminaičiai.", "Parents or relatives."),
        clients=(Client.CITIZENS, Client.GOVERNMENT),
        complexity="simple",
        requirements=(
            Need(
                text("Asmens dokumentas", "Identity card"), 2, True, text("Policija", "Police"),
                "https://example.org/police", text("Kad žinotume, kas esate.", "So that we know you."),
            ),
            Need(text("Prašymas", "Application"), url="https://example.org/form"),
            Need(text("Tėvystės pripažinimas", "Acknowledgement"), when=text("Jei tėvai nesusituokę.")),
            Need(text("Vertimas", "Translation"), variants=abroad),
        ),
        fetched=(
            Fetched(text("Santuokos įrašas", "Marriage certificate"), text("Gyventojų registras", "Register")),
            Fetched(text("Deklaruota vieta", "Address")),
        ),
        steps=(
            Step(
                text("Ateikite prie **4 langelio**.", "Come to **counter 4**."),
                text("Patikriname duomenis.", "We check your papers."),
                (Fee(free=True),), minutes, "library", text("Registratorius", "Registrar"),
            ),
            Step(agency=text("Įrašome į registrą."), takes=(TimeTaken(Decimal(3), "working_days"),),
                takes_note=text("Be eilės.", "No queue.")),
            Step(client=text("Pasiimkite įrašą.", "Fetch it."), fees=(copy,), variants=urgent),
        ),
        variants=(
            ServiceVariant(
                "urgent", text("Skubiai", "Urgent"), VariantBasis.URGENCY,
                text("Jei išvykstate.", "If you travel."), (TimeTaken(Decimal(1), "working_days"),),
                (Fee(amount=Decimal(30), currency="EUR"),),
            ),
            ServiceVariant("abroad", text("Gimė užsienyje")),
        ),
        fees=(Fee(free=True), copy, Fee(rule=text("1 % vertės.", "1 % of the value."), when=text("Kitais atvejais"))),
        fees_note=text("Kortele arba grynaisiais.", "By card or in cash."),
        takes=(TimeTaken(Decimal(3), "working_days"), TimeTaken(Decimal(9), "minutes")),
        takes_note=text("Ilgiau, jei trūksta dokumentų.", "Longer if papers are missing."),
        standard="requests",
        clock=Clock(text("Gavus prašymą", "When we get it"), text("Išdavus"), text("Laukiant"), "next_day", "16:00"),
        output=text("Gimimo įrašas.", "A birth certificate."),
        channels=(
            Channel(ChannelKind.PHONE, "+370 000 00 004", text("I–V 8–12", "Mornings")),
            Channel(ChannelKind.EMAIL, "gimimai@example.org"),
            Channel(ChannelKind.WEB, "https://example.org/births", text("Savitarna", "Self-service")),
            Channel(ChannelKind.POST, "", text("Girių g. 1, Giriai")),
        ),
        places=("hall",),
        forms=(Form(text("Prašymo forma", "Application form"), "https://example.org/form.pdf"), Form(text("Kita"))),
        online=Online(OnlineLevel.APPLY, "https://example.org/online", text("Su parašu.", "With a signature.")),
        languages=("lt", "en"),
        contact=Contact("+370 000 00 005", "registras@example.org"),
        if_refused=text("Galite prašyti **peržiūrėti**.", "You can ask for a **review**."),
        appeal=Appeal(text("Komisija", "Commission"), "https://example.org/a", TimeLimit(Decimal(1), "months")),
        legal_basis=(Source(text("Civilinės būklės įstatymas", "Civil status act"), "https://example.org/c", "12"),),
        suspended=Suspension(date(2025, 11, 1), text("Remontas.", "Rebuilding."), date(2025, 12, 1)),
        reviewed=date(2025, 10, 1),
        editor=text("Kokybės pareigūnas", "Quality officer"),
        sources=(Source(text("Chartija 2022", "Charter 2022"), "https://example.org/2022"),),
        lineage=Lineage(("old",), "replaced"),
        file="standards/services/birth.yml",
    )  # fmt: skip


def _bare() -> Service:
    title, summary = (
        text("Archyvo pažyma", "Certificate"),
        text("Išduodame pažymą.", "We issue a certificate."),
    )
    return Service("archive", title, summary, ("library",), file="standards/services/archive.yml")


def _ended() -> Service:
    return Service(
        "old", text("Metrikai", "Old registry"), text("Registravome.", "We registered."), ("town",),
        ended=Ended(date(2024, 1, 1), text("Pakeista.", "Replaced.")), file="standards/services/old.yml",
    )  # fmt: skip


def _internal() -> Service:
    return Service(
        "leave", text("Atostogos", "Leave"), text("Tvarkome atostogas.", "We record leave."), ("town",),
        scope=Scope.INTERNAL, no_requirements=True, takes_note=text("Pagal poreikį.", "As needed."),
        online=Online(OnlineLevel.PROACTIVE), file="standards/services/leave.yml",
    )  # fmt: skip


def test_one_of_the_services_says_everything() -> None:
    birth, bare = _birth(), _bare()
    left_out = {
        field.name for field in fields(Service) if getattr(birth, field.name) == getattr(bare, field.name)
    }

    # A service cannot have ended and be offered, nor need papers and nothing: those have services of their own.
    # Acknowledged advice is for those who write the records.
    assert left_out == {"scope", "ended", "no_requirements", "acknowledged", "keywords"}
