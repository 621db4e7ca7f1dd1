"""The sample publication with a version in every situation in which one can be: what its pages say is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from charterkit.data.content import digest
from charterkit.data.sources import Sources
from charterkit.model.common import Source
from charterkit.model.publication import Publication
from charterkit.model.release import (
    Act,
    ActKind,
    Approver,
    Content,
    Correction,
    Gazette,
    KnownDay,
    Portion,
    Release,
    Verb,
    Votes,
)
from charterkit.periods import CALENDAR_YEAR, parse_period
from charterkit.rules.releases.public import Working
from charterkit.rules.releases.sealing import content_file
from charterkit.rules.standing import standing
from charterkit.site.context import Settings, Site
from charterkit.text import NO_TEXT
from test_site_sample import TODAY, publication
from test_site_sample_body import text
from test_site_sample_release import as_is, contents

COUNCIL = text("Girių rajono savivaldybės taryba", "Council of Giriai District")
DIRECTOR = text("Administracijos direktorė", "Director of the Administration")
DECISION, ORDER = text("Sprendimas", "Decision"), text("Įsakymas", "Order")
APPROVAL, COVERED = ActKind.APPROVAL, (Portion.CHARTER, Portion.PROCEDURES, Portion.SERVICES)
REGISTER = text("Teisės aktų registras", "Register of Legal Acts")


def known(day: str) -> KnownDay | None:
    """A day, a month, a year, or nothing."""
    found = parse_period(day, CALENDAR_YEAR)
    return found.start if found is not None and len(day) == 10 else found


def council(day: str, holds: str = "", kind: ActKind = APPROVAL, **fields: Any) -> Act:
    """An act of the council."""
    said = {"form": DECISION, "in_force": known(holds), "body": COUNCIL, **fields}
    return Act(kind, "", Approver.COUNCIL, day=known(day), **said)


def director(day: str, holds: str = "", **fields: Any) -> Act:
    """The approval of the standards and the methodology by the director."""
    parts = (Portion.STANDARDS, Portion.METHODOLOGY)
    said = {"form": ORDER, "in_force": known(holds), "covers": parts, **fields}
    return Act(APPROVAL, "", Approver.DIRECTOR, DIRECTOR, known(day), **said)


def made(version: str, target: str, promise: str, *acts: Act, two: bool = False) -> Release:
    """A release of the sample; `two`: the director approves standards and methodology."""
    records: dict[str, Content] = contents(as_is, target, promise)
    if two:
        who = {"charter": "council", "standards": "director", "methodology": "director"}
        records["charter/citizens"] = {**records["charter/citizens"], "approvers": who}
        statement = {"lt": f"Atsakome pagal {version} tvarką."}
        records["standard/requests"] = {**records["standard/requests"], "statement": statement}
    raw = content_file("citizens", version, "", ("lt",), records)
    names = [f"act-{number}.yml" for number, _ in enumerate(acts, start=1)]
    sealed = tuple(
        replace(one, digest=digest(raw), file=f"charters/citizens/releases/{version}/{name}")
        for one, name in zip(acts, names, strict=True)
    )
    files = {"content.json": raw, **dict.fromkeys(names, b"kind: act\n")}
    if version == "2019":
        files |= {
            f"act-3.yml.{who}.sig": b"-----BEGIN SSH SIGNATURE-----\n" for who in ("mayor", "secretary")
        }
    return Release("citizens", version, digest(raw), records, ("lt",), acts=sealed, files=files)


def old_versions() -> tuple[Release, ...]:
    """Of which sources tell little, and one that two had to approve."""
    nobody = Act(
        APPROVAL,
        "",
        day=known("2009"),
        in_force=known("2009"),
        recorded=True,
        note=text("Žinoma tik iš pranešimo spaudai.", "Known from a press release only."),
    )
    month = council("", "2014-06", body=NO_TEXT, number="38", recorded=True)
    slip = (Correction("standard/requests", "title/lt", "Prasymai", "Prašymai"),)
    return (
        made("2009", "80", "Atsakysime.", nobody),
        made("2014", "82", "Atsakysime.", month),
        made(
            "2019",
            "85",
            "Atsakysime laiku.",
            council("2019-06-25", number="T-160", covers=COVERED, votes=Votes(21, 2, 1)),
            director("2019-06-28", number="A-77"),
            council(
                "2019-07-08",
                "2019-08-01",
                ActKind.ENTRY_INTO_FORCE,
                gazette=Gazette(REGISTER, date(2019, 7, 12), "2019-11562", "https://gazette.example.org/"),
            ),
            council("2019-09-03", kind=ActKind.CORRECTION, number="T-201", corrections=slip),
            two=True,
        ),
    )


def later_versions() -> tuple[Release, ...]:
    """Rejected, withdrawn, endorsed, taken note of and repealed, amended at the sitting and in force."""
    rejected = council("2020-05-05", kind=ActKind.REJECTION, number="T-90", votes=Votes(4, 19), covers=())
    withdrawn = council("2021-03-01", kind=ActKind.WITHDRAWAL)
    endorsed = council("2021-12-16", "2022-01-01", number="T-8", verb=Verb.ENDORSE)
    noted = council("2023-02-10", "2023-03-01", number="T-31", verb=Verb.TAKE_NOTE)
    over = council("2024-05-28", "2024-07-01", ActKind.REPEAL, number="T-112")
    amended = council(
        "2024-11-26",
        "2025-01-01",
        number="T-214",
        verb=Verb.AMEND,
        note=text("Posėdyje pakeistas 1.1 punktas.", "Item 1.1 was amended at the sitting."),
        appeal=text("Galima skųsti per mėnesį.", "It can be contested within a month."),
        repeals=(Source(text("Sprendimas Nr. T-8", "Decision No T-8")),),
    )
    return (
        made("2020", "99", "Slaptas atmestas pažadas.", rejected),
        made("2021", "98", "Slaptas atsiimtas pažadas.", withdrawn),
        made("2022", "88", "Atsakysime per 20 darbo dienų.", endorsed),
        made("2023", "90", "Atsakysime per 18 darbo dienų.", noted, over),
        made("2025", "92", "Atsakysime per 17 darbo dienų.", amended),
    )


def versions_to_come() -> tuple[Release, ...]:
    """Approved with a day to come, one point with another day, one with a condition, one that waits for an approver."""
    both = {"number": "T-300"}
    condition = text("Kai patvirtinamas biudžetas.", "Once the budget has been approved.")
    return (
        made("2026", "93", "Atsakysime per 16 darbo dienų.", council("2025-10-28", "2026-01-01", **both)),
        made("2026-7", "95", "Atsakysime per 16 darbo dienų.", council("2025-10-28", "2026-07-01", **both)),
        made(
            "2027",
            "96",
            "Atsakysime per 15 darbo dienų.",
            council("2025-11-04", number="T-305", condition=condition),
        ),
        made(
            "2028",
            "97",
            "Slaptas dar nepatvirtintas pažadas.",
            council("2025-11-18", number="T-320", covers=COVERED),
            two=True,
        ),
    )


def all_cases() -> tuple[Release, ...]:
    """A version in every situation."""
    return (*old_versions(), *later_versions(), *versions_to_come())


def cases(releases: tuple[Release, ...] | None = None) -> Publication:
    """The sample publication with these versions, else with one in every situation."""
    return replace(publication(), releases={"citizens": all_cases() if releases is None else releases})


def cases_site(releases: tuple[Release, ...] | None = None) -> Site:
    """The site of them."""
    records = cases(releases)
    plain: Mapping[str, Content] = contents(as_is, "92", "Atsakysime per 17 darbo dienų.")
    working = Working(records, Sources(dict(plain), {}, {}))
    settings = Settings("https://charter.example.org/")
    return Site(records, standing(records, TODAY), ("lt", "en"), settings, working)
