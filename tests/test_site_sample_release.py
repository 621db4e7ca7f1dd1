"""The sample publication with releases: one superseded, one in force, one to come, one rejected, and a consultation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from charterkit.data.content import canonical, digest
from charterkit.data.sources import Sources
from charterkit.model.common import Contact, Source
from charterkit.model.consultation import Comment, OpenConsultation
from charterkit.model.publication import Publication
from charterkit.model.reasons import Reason, Reasons
from charterkit.model.release import (
    Act,
    ActKind,
    Approver,
    Content,
    Correction,
    Gazette,
    Portion,
    Release,
    Verb,
    Votes,
)
from charterkit.rules.releases.public import Working
from charterkit.rules.releases.sealing import content_file
from charterkit.rules.standing import standing
from charterkit.site.context import Settings, Site
from charterkit.text import Text
from test_site_sample import TODAY, publication
from test_site_sample_body import text

Words = Callable[[str], str]


def contents(words: Words, target: str, promise: str) -> dict[str, Content]:
    """What a release of the sample holds; `words` changes every text for people."""

    def said(lt: str) -> dict[str, str]:
        return {"lt": words(lt)}

    law = [{"title": said("Įstatymas"), "url": "https://law.example.org/", "article": "4"}]
    return {
        "body/town": {"id": "town", "name": said("Miestas")},
        "charter/citizens": {
            "id": "citizens",
            "title": said("Piliečių chartija"),
            "purpose": said("Kad žinotumėte, **ko** tikėtis."),
            "publisher": "town",
            "covers": ["town"],
            "scope": said("Visiems."),
            "groups": [{"id": "general", "title": said("Bendra"), "text": said("Visoms paslaugoms.")}],
            "approvers": {"charter": "council"},
            "principles": [{"id": "open", "title": said("Atvirumas"), "text": said("Esame atviri.")}],
            "rights": [{"title": said("Teisė skųstis"), "text": said("Galite skųstis.")}],
            "complaints": {
                "answer_within": {"value": "20", "unit": "working_days"},
                "appeal": {
                    "body": said("Ginčų komisija"),
                    "within": {"value": "30", "unit": "days"},
                    "law": law[0],
                },
            },
            "legal_force": said("Vieša pažada."),
            "legal_basis": law,
            "reports": {"to": said("Tarybai"), "every": "year", "by": "03-31"},
        },
        "commitment/citizens/letters": {
            "id": "letters",
            "number": "1.1",
            "group": "general",
            "title": said("Atsakymai į laiškus"),
            "promise": said(promise),
            "conditions": said("- ne anonimams\n- ne reklamai"),
            "bodies": ["town"],
            "standards": ["requests"],
            "measures": [
                {"indicator": "in-time", "targets": [{"from": "2019-01-01", "at_least": target}]},
            ],
            "redress": {"remedy": said("Atsiprašysime."), "how": said("Parašykite.")},
        },
        "standard/requests": {
            "id": "requests",
            "type": "time",
            "title": said("Prašymai"),
            "statement": said("Atsakome per 20 darbo dienų."),
            "norms": [{"from": "2019-01-01", "at_most": "20", "unit": "working_days"}],
            "legal_basis": law,
        },
        "indicator/in-time": {
            "id": "in-time",
            "type": "share",
            "title": said("Laiku atsakyti laiškai"),
            "definition": said("Kiek laiškų atsakyta laiku."),
            "unit": "percent",
            "direction": "higher",
            "frequency": "quarterly",
            "starts": "2019-01-01",
            "numerator": {"definition": said("Atsakyti laiku"), "includes": said("El. laiškai")},
            "denominator": {"definition": said("Visi laiškai")},
            "near": {"value": "2"},
        },
        "methodology": {
            "title": said("Kaip matuojame"),
            "sections": [{"title": said("Duomenys"), "text": said("Iš registro.")}],
            "k": "5",
            "complaints": said("Rašykite tarybai."),
        },
        "procedure/bus": {
            "id": "bus",
            "title": said("Autobuso tvarka"),
            "summary": said("Kaip važiuoja."),
            "bodies": ["town"],
            "standards": ["requests"],
            "prose": said("## Maršrutas\n\nVažiuoja kas dvi savaites."),
        },
    }


def act(kind: ActKind, release_digest: str, day: date, words: Words, **fields: Any) -> Act:
    """An act of the council about a release."""
    name = Text.of({"lt": words("Taryba"), "en": words("Council")})
    form = Text.of({"lt": words("Sprendimas"), "en": words("Decision")})
    return Act(kind, release_digest, Approver.COUNCIL, name, day, form=form, file="x/act-1.yml", **fields)


def release(
    version: str, records: dict[str, Content], *acts: tuple[ActKind, date, dict[str, Any]], words: Words
) -> Release:
    """A release of the sample with these acts."""
    raw = content_file("citizens", version, "", ("lt",), records)
    made = tuple(act(kind, digest(raw), day, words, **fields) for kind, day, fields in acts)
    files = {"content.json": raw, "act-1.yml": canonical({"kind": "act"})}
    return Release("citizens", version, digest(raw), records, ("lt",), acts=made, files=files)


def releases(words: Words) -> tuple[Release, ...]:
    """The releases: every field of an act is said once."""
    approved = ActKind.APPROVAL
    full = {
        "verb": Verb.APPROVE,
        "title": text(words("Dėl chartijos"), words("On the charter")),
        "number": words("T-1"),
        "place": text(words("Miestas"), words("Town")),
        "signatory": text(words("Meras"), words("Mayor")),
        "covers": (Portion.CHARTER, Portion.STANDARDS),
        "gazette": Gazette(
            text(words("Registras"), words("Register")),
            date(2021, 12, 20),
            words("7"),
            "https://gazette.example.org/",
        ),
        "legal_basis": (Source(text(words("Įstatymas"), words("Law")), "https://law.example.org/", "15"),),
        "repeals": (Source(text(words("Senas sprendimas"), words("Old decision"))),),
        "annexes": (text(words("Chartija"), words("Charter")),),
        "votes": Votes(21, 2, 1),
        "appeal": text(words("Galima skųsti."), words("It can be contested.")),
        "note": text(words("Susipažinta."), words("Noted.")),
        "condition": text(words("Kai bus biudžetas."), words("Once there is a budget.")),
        "url": "https://act.example.org/",
    }
    slip = (Correction("standard/requests", "title/lt", words("Prasymai"), words("Prašymai")),)
    return (
        release(
            "2019",
            contents(words, "85", "Atsakysime."),
            (approved, date(2019, 6, 1), {"in_force": date(2019, 7, 1), "recorded": True}),
            words=words,
        ),
        release(
            "2022",
            contents(words, "90", "Atsakysime per 20 darbo dienų."),
            (approved, date(2021, 12, 16), {**full, "in_force": date(2022, 1, 1)}),
            (ActKind.CORRECTION, date(2022, 2, 1), {"corrections": slip}),
            words=words,
        ),
        release(
            "2026",
            contents(words, "95", "Atsakysime per 16 darbo dienų."),
            (approved, date(2025, 10, 1), {"in_force": date(2026, 1, 1)}),
            words=words,
        ),
        release(
            "2024-no",
            contents(words, "99", words("Slaptas atmestas pažadas.")),
            (ActKind.REJECTION, date(2024, 5, 1), {}),
            words=words,
        ),
    )


def as_is(words: str) -> str:
    """The words themselves."""
    return words


def released(words: Words = as_is) -> Publication:
    """The sample publication with its releases and an open consultation."""
    comment = Comment(
        text(words("Gyventojas"), words("A resident")),
        text(words("Greičiau!"), words("Faster!")),
        text(words("Gerai."), words("Yes.")),
        True,
        "commitment/citizens/letters",
    )
    asked = OpenConsultation(
        "citizens",
        date(2025, 11, 1),
        date(2025, 12, 1),
        text(words("Rašykite."), words("Write.")),
        Contact(email="a@example.org"),
        "https://comment.example.org/",
        True,
        (comment,),
    )
    reasons = Reasons(
        "citizens", (Reason("commitment/citizens/letters", text(words("Nes galime."), words("We can."))),)
    )
    return replace(
        publication(),
        releases={"citizens": releases(words)},
        consultations={"citizens": asked},
        reasons={"citizens": reasons},
    )


def released_site(words: Words = as_is, settings: Settings | None = None, *, draft: bool = False) -> Site:
    """The site of it; the draft of the next release asks for more letters in time."""
    records = released(words)
    plain = contents(words, "97", "Atsakysime per 10 darbo dienų.")
    prose = {"bus": Text.of(plain["procedure/bus"]["prose"])}
    working = Working(records, Sources(plain, {}, prose), shown=draft)
    return Site(
        records,
        standing(records, TODAY),
        ("lt", "en"),
        settings or Settings("https://charter.example.org/"),
        working,
    )
