"""Public holidays: which countries and regions are known, what their days are called, and that nothing else decides."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from charterkit import freedays
from factory import day

KNOWN = [
    ("LT", ""),
    ("SI", ""),
    ("BG", ""),
    ("HU", ""),
    ("PH", ""),
    ("MY", ""),
    ("ES", "CT"),
    ("GB", "ENG"),
    ("HK", ""),
]


@pytest.mark.parametrize(("country", "region"), KNOWN)
def test_a_country_has_its_holidays(country: str, region: str) -> None:
    assert country in freedays.countries()
    assert not region or region in freedays.regions(country)
    assert day("2025-12-25") in freedays.state_days(country, region, 2025).free
    assert set(freedays.names(country, region, 2025)) == freedays.state_days(country, region, 2025).free


def test_names_stand_in_the_language_of_the_country_and_in_others() -> None:
    christmas = freedays.names("LT", "", 2025)[day("2025-12-25")]

    assert (christmas["lt"], christmas["en"]) == ("Šv. Kalėdų pirma diena", "Christmas Day")
    assert freedays.official_language("HK") == "zh"
    assert freedays.names("HK", "", 2025)[day("2025-10-01")]["en"] == "National Day"
    assert freedays.names("GB", "ENG", 2025)[day("2025-05-05")]["en"] == "May Day"


def test_saturdays_are_worked_where_the_state_moves_days() -> None:
    assert freedays.state_days("HU", "", 2025).worked == {
        day("2025-05-17"),
        day("2025-10-18"),
        day("2025-12-13"),
    }
    assert not freedays.state_days("LT", "", 2025).worked


def test_a_holiday_on_a_weekend_gets_its_monday_in_bulgaria() -> None:
    assert {day("2025-05-26"), day("2025-09-08")} <= freedays.state_days("BG", "", 2025).free


@pytest.mark.parametrize(("country", "region"), [("", ""), ("XX", ""), ("ES", "QQ"), ("LT", "CT")])
def test_what_is_unknown_has_no_holidays(country: str, region: str) -> None:
    assert not freedays.state_days(country, region, 2025).free
    assert not freedays.names(country, region, 2025)


def test_a_nickname_of_a_country_is_no_code() -> None:
    assert "GB" in freedays.countries()
    assert "UK" not in freedays.countries()


SHOW = """
from charterkit import freedays
for country in ("HU", "BG", "HK"):
    print(sorted((str(day), sorted(name.items())) for day, name in freedays.names(country, "", 2025).items()))
    print(sorted(freedays.state_days(country, "", 2025).worked))
"""


def test_the_machine_decides_nothing() -> None:
    def shown(**settings: str) -> str:
        environment = {**os.environ, **settings, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
        return subprocess.run(
            [sys.executable, "-c", SHOW],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
            encoding="utf-8",
        ).stdout

    here = shown(LANG="C", LANGUAGE="", TZ="UTC", PYTHONHASHSEED="1")
    there = shown(LANG="de_DE.UTF-8", LANGUAGE="uk", TZ="Pacific/Auckland", PYTHONHASHSEED="2")

    assert "Karácsony" in here
    assert here == there


def test_who_has_no_calendar_does_not_pay_for_the_library() -> None:
    told = "import sys; import charterkit.rules.deadlines, charterkit.site.render; print('holidays' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", told], env=environment, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "False"
