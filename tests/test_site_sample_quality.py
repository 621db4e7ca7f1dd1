"""An action and a strategy with every field, for the sample publication."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from charterkit.model.action import Action, ActionState, Cause, Move, ProgressNote
from charterkit.model.common import Contact, Source, Titled
from charterkit.model.indicator import Owner
from charterkit.model.strategy import Goal, ServiceChannel, Strategy, WorkLine
from test_site_sample_body import text

OWNER = Owner("town", text("Vedėjas", "Head"), Contact("+370 000 00 009"))
CAUSES = (
    Cause(commitment="citizens/strict", period="2024"),
    Cause(survey="clients", item="speed"),
    Cause(assessment="caf", criterion="3.2"),
    Cause(complaints=text("Skundai", "Complaints")),
    Cause(other=text("Kita")),
)
MOVES = (Move("in-time", "2024", "2025", to=Decimal(95)),)


def action() -> Action:
    """An action that was done late."""
    return Action(
        "window",
        text("Langelis", "A window"),
        text("Atidarome langelį.", "We open a window."),
        CAUSES,
        OWNER,
        date(2025, 1, 2),
        date(2025, 3, 1),
        4,
        5,
        MOVES,
        ActionState.DONE,
        date(2025, 3, 2),
        text("Vėlavo.", "It was late."),
        text("Atidaryta.", "It is open."),
        (Source(text("Ataskaita", "Report"), "https://example.org/report"),),
        (ProgressNote(date(2025, 2, 1), text("Pradėta.", "Begun.")),),
        "short-waits",
        "counter",
        text("Ilgai laukiame.", "We wait long."),
        text("Atidarėme langelį.", "We opened a window."),
        file="charters/quality/actions/window.yml",
    )


def strategy() -> Strategy:
    """A strategy with one goal, measured again by a survey and a figure."""
    line = WorkLine("counter", text("Langelis", "Counter"), text("Greičiau."), ("desk",), date(2025, 6, 1))
    goal = Goal(
        "short-waits",
        text("Niekas nelaukia", "Nobody waits"),
        CAUSES,
        text("Greitai.", "Fast."),
        (line,),
        date(2025, 12, 31),
        MOVES,
        "clients",
    )
    return Strategy(
        text("Strategija", "Strategy"),
        date(2025, 1, 1),
        date(2026, 12, 31),
        (goal,),
        text("Santrauka.", "Summary."),
        OWNER,
        (Titled(text("Viešumas", "Openness"), text("Rodome.", "We show.")),),
        (ServiceChannel("desk", text("Vietoje", "On site"), text("Ateikite.", "Come.")),),
        (Source(text("Sprendimas", "Decision")),),
        file="charters/quality/strategy.yml",
    )
