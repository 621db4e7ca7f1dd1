"""The transcribed services of Las Piñas City against figures read from the printed charter and typed in by hand."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from charterkit.data.load import load
from charterkit.model.publication import Publication
from charterkit.model.service import Fee, Service, TimeTaken
from charterkit.problems import Level
from charterkit.rules.check import check

ROOT = Path(__file__).resolve().parent / "examples/las-pinas"
ENTRIES = {
    "city-mayor": 5,
    "business-permits": 9,
    "city-assessor": 4,
    "city-engineer": 1,
    "city-planning": 3,
    "city-treasurer": 10,
    "urban-poor-affairs": 11,
    "civil-registry": 11,
    "social-welfare": 5,
    "city-health": 6,
    "human-resources": 12,
}
# Titles before the names of persons, who must not appear where the charter names who is responsible.
PERSON = re.compile(r"\b(?:Mr|Ms|Mrs|Engr|Arch|Dr|Atty|Hon)\.")


@pytest.fixture(scope="module")
def city() -> Publication:
    publication = check(load(ROOT)).publication
    assert publication is not None
    return publication


@pytest.fixture(scope="module")
def printed(city: Publication) -> dict[str, Service]:
    """The services by the number under which the charter prints them."""
    return {service.number: service for service in city.services.values()}


def minutes(service: Service) -> list[tuple[int, str]]:
    return [(int(one.value), one.unit) for one in service.takes]


def test_every_entry_has_its_office_and_a_class(city: Publication) -> None:
    offices = Counter(service.bodies[0] for service in city.services.values())
    classes = {one.id: one.at_most for one in city.methodology.service_classes} if city.methodology else {}

    assert len(city.services) == 77
    assert offices == ENTRIES
    assert {name: most.value for name, most in classes.items() if most} == {
        "simple": 3, "complex": 7, "highly-technical": 20,
    }  # fmt: skip
    assert {service.complexity for service in city.services.values()} == set(classes)


def test_nothing_to_pay_is_not_the_same_as_nothing_said(city: Publication) -> None:
    services = city.services.values()
    free = [service for service in services if service.fees == (Fee(free=True),)]
    silent = [service.number for service in services if not service.fees]
    nowhere = [one.number for one in services if not one.fees and not any(way.fees for way in one.variants)]

    assert len(free) == 41
    assert sorted(silent) == ["REGISTRY-11", "REGISTRY-2", "REGISTRY-6", "REGISTRY-8"]
    assert nowhere == ["REGISTRY-11"]


def test_times_and_fees_are_those_that_are_printed(printed: dict[str, Service]) -> None:
    assert minutes(printed["BPLO-2"]) == [(3, "hours"), (10, "minutes")]
    assert printed["BPLO-2"].fees[0].rule["en"].startswith("Tax Due is based on the Revenue Code")
    assert minutes(printed["ASSESSOR-1"]) == [(3, "days"), (9, "minutes")]
    assert [(fee.amount, fee.per["en"]) for fee in printed["ASSESSOR-1"].fees] == [
        (150, "requested copy/ies")
    ]
    assert [(fee.amount, fee.surcharge) for fee in printed["BPLO-6"].fees] == [(75, False), (15, True)]
    assert printed["REGISTRY-3"].takes == (TimeTaken(Decimal(1), "months", Decimal(3)),)
    assert minutes(printed["UPAO-1"]) == [(14, "days"), (1, "hours"), (13, "minutes")]
    assert {fee.currency for one in printed.values() for fee in one.fees if fee.amount is not None} == {"PHP"}


def test_contradictions_are_kept_as_printed(printed: dict[str, Service]) -> None:
    payment, laboratory, clinic = (printed[name] for name in ("TREASURER-1", "HEALTH-5", "HEALTH-2"))

    assert [minutes(payment), added(payment)] == [[(12, "minutes")], 22]
    assert [minutes(laboratory), added(laboratory)] == [[(50, "minutes")], 80]
    assert [minutes(clinic), added(clinic)] == [[(1, "hours"), (20, "minutes")], 75]
    assert (printed["ASSESSOR-4"].complexity, minutes(printed["ASSESSOR-4"])[0]) == ("simple", (23, "days"))


def added(service: Service) -> Decimal:
    """The longest time of all steps, all of which are told in minutes."""
    assert {one.unit for step in service.steps for one in step.takes} == {"minutes"}
    return sum((one.up_to or one.value for step in service.steps for one in step.takes), Decimal(0))


def test_a_full_entry_is_there_from_the_first_paper_to_the_last_step(printed: dict[str, Service]) -> None:
    permit = printed["BPLO-4"]
    needs = [(need.title["en"], need.copies, need.where["en"]) for need in permit.requirements]
    conference = printed["UPAO-8"]

    assert needs[0] == ("Application Form", 2, "Business Permits and Licensing Office")
    assert needs[3] == ("Medical Result: a. X-Ray Result", None, "Medical Clinic / Hospitals")
    assert permit.requirements[6].when == {"en": "For Foreign Workers"}
    assert permit.clients == ("citizens",)
    assert [step.takes[0].value for step in conference.steps] == [5, 6, 1, 5]
    assert len(printed["BPLO-9"].requirements) == 16


def test_each_promise_names_the_services_of_its_class(city: Publication) -> None:
    held = {one.id: len(one.services) for one in city.commitments.values()}

    # Three entries print “simple to highly technical”, four print two classes.
    assert held == {
        "simple-transactions": 48 + 3 + 4,
        "complex-transactions": 10 + 3 + 4,
        "highly-technical-transactions": 12 + 3,
        "city-council-approval": 1,
    }
    assert not any(one.measures for one in city.commitments.values())


def test_functions_are_named_and_persons_are_not(city: Publication) -> None:
    steps = [step for service in city.services.values() for step in service.steps]

    assert sum(bool(step.role) for step in steps) > 50
    assert [words for step in steps for words in step.role.values() if PERSON.search(words)] == []
    assert [words for step in steps for words in step.client.values() if PERSON.search(words)] == []


def test_the_contradictions_of_the_printed_charter_are_found_as_advice() -> None:
    found = [one for one in check(load(ROOT)).problems if one.id.startswith("service-")]
    files: dict[str, set[str]] = {}
    for one in found:
        files.setdefault(one.id, set()).add(Path(one.place.file).stem)

    assert {one.level for one in found} == {Level.ADVICE}
    assert {id: len(names) for id, names in files.items()} == {
        "service-time-sum": 8,
        "service-time-part": 1,
        "service-over-class": 11,
    }
    # Those that a script read from the printed figures, independently of these records. It named the laboratory too,
    # where steps of 12 to 80 minutes may well take the 50 that are printed.
    assert files["service-time-sum"] >= {"business-tax-payment", "specialty-clinic"}
    assert "laboratory" not in files["service-time-sum"]
    assert files["service-time-part"] == {"construction-permit"}
    assert files["service-over-class"] >= {
        "tax-declaration-transfer",
        "civil-documents-certified-copy",
        "marriage-license",
    }


def test_fees_have_their_names_and_nothing_needed_is_told(printed: dict[str, Service]) -> None:
    permit = printed["ENGINEER-1"]

    assert [fee.title.get("en") for fee in permit.fees] == [None, "Processing fee", "Filing fee"]
    assert [step.takes_note["en"] for step in permit.steps if step.takes_note] == [
        "Day 1", "Day 2", "Day 3", "Day 4", "Day 5",
    ]  # fmt: skip
    assert [one.number for one in printed.values() if one.no_requirements] == ["HEALTH-1"]
