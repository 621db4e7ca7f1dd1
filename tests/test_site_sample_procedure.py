"""A procedure with every field, for the sample publication."""

from __future__ import annotations

from datetime import date

from charterkit.model.calendar import Weekday
from charterkit.model.common import Contact, Lineage, MonthDay, Source
from charterkit.model.procedure import (
    Annex,
    Approval,
    Procedure,
    Route,
    Season,
    Stop,
    Timetable,
    TimetableException,
)
from test_site_sample_body import text


def procedure() -> Procedure:
    """A library bus with a stop, a season and days off."""
    stop = Stop(
        "oak-village",
        text("Ąžuolynė", "Oak Village"),
        Weekday.WED,
        "10:00",
        "10:45",
        date(2025, 1, 8),
        "north",
        text("Prie mokyklos", "At the school"),
        2,
        Season(MonthDay(9, 1), MonthDay(6, 15)),
        text("Keltuvas", "Lift"),
    )
    off = TimetableException(
        date(2025, 12, 24), text("Šventės", "Holidays"), date(2026, 1, 4), ("oak-village",), date(2026, 1, 5)
    )
    return Procedure(
        "library-bus",
        text("Bibliotekos autobusas", "Library bus"),
        text("Kaip atvyksta.", "How it comes."),
        ("town",),
        "2",
        standards=("requests",),
        edition="3",
        approval=Approval(
            text("Direktorius", "Director"),
            date(2024, 1, 4),
            text("Įsakymas", "Order"),
            "A-112",
            date(2024, 2, 1),
            "https://example.org/a-112",
        ),
        legal_basis=(Source(text("Įstatymas", "Act")),),
        annexes=(Annex(text("Forma", "Form"), text("Vardas.", "Name.")),),
        timetable=Timetable(
            (stop,),
            "",
            text("Laukia.", "It waits."),
            (Route("north", text("Šiaurė", "North"), text("Žalias", "The green bus")),),
            (off,),
        ),
        contact=Contact(phone="+370 000 00 001"),
        sources=(Source(text("Leidinys", "Paper"), "https://example.org/paper"),),
        lineage=Lineage(("older",), "replaced"),
        text=text(
            "## Kam\n\nVisiems.", "## For whom\n\nFor everybody.\n\n## What\n\nBooks.\n\n## When\n\nOften."
        ),
        file="standards/procedures/library-bus.yml",
    )
