"""The real versions of the examples: whole as they were sealed, modest about what is not known, and rightly compared.

What is expected of each comparison was read off the reports that each SOURCE.md names, not off the program.
"""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner, Result

from charterkit.commands import charter
from charterkit.data.load import load
from charterkit.model.publication import Publication
from charterkit.model.release import Act
from charterkit.periods import Period
from charterkit.rules.check import check
from charterkit.rules.releases.states import dated
from charterkit.rules.standing import standing
from conftest import REPOSITORY, copy_site

EXAMPLES = REPOSITORY / "tests/examples"
HULU, HONG_KONG = "hulu-selangor", "hong-kong-immigration"
CHARTERS = {HULU: "clients", HONG_KONG: "pledges"}
LANGUAGES = ("en", "lt", "sl", "bg", "hu")
# Words of the program itself, which nobody should have to read.
RAW = re.compile(
    r"\b[a-z]+_[a-z_]+\b|\bNone\b|\{\w+\}|\bnorms\b|\bat_most\b|commitment/|standard/|indicator/"
)
# The day of the site, and that from which results are judged by a version of which only the year is known.
SHOWN = {"21 November 2025", "31 December 2013"}
of_each = pytest.mark.parametrize("example", CHARTERS)


def call(*arguments: str) -> Result:
    return CliRunner().invoke(charter, arguments)


@cache
def published(example: str) -> Publication:
    found = check(load(EXAMPLES / example)).publication
    assert found is not None
    return found


@cache
def compared(example: str, older: str, newer: str) -> dict[tuple[str, str], dict[str, Any]]:
    """The changes between two versions, by record and field."""
    asked = ("diff", older, newer, "--folder", str(EXAMPLES / example), "--json", "--lang", "en")
    done = call(*asked)
    assert done.exit_code == 0, done.output
    return {(one["subject"], one["field"]): one for one in json.loads(done.stdout)["changes"]}


def acts(example: str) -> list[Act]:
    return [act for one in published(example).releases[CHARTERS[example]] for act in one.acts]


def known(act: Act) -> str:
    """The day from which it holds as its file has it: as exactly as it is known."""
    return act.in_force.label if isinstance(act.in_force, Period) else str(act.in_force)


@of_each
def test_the_versions_are_whole_and_the_working_text_is_the_newest(example: str) -> None:
    folder = str(EXAMPLES / example)
    newest = published(example).releases[CHARTERS[example]][-1].version

    assert call("verify", "--folder", folder, "--lang", "en").exit_code == 0
    working = call("diff", newest, "working", "--folder", folder, "--lang", "en")
    assert "Nothing changed." in working.output


@of_each
def test_a_folder_is_verified_where_a_charter_is_named_as_well(example: str) -> None:
    done = call("verify", str(EXAMPLES / example), "--lang", "en")

    assert done.exit_code == 0, done.output
    assert f"Charter {CHARTERS[example]}:" in done.output


def test_the_acts_say_of_the_days_no_more_than_the_sources() -> None:
    """The reports are of months, and one page tells a day: that from which a shorter time held."""
    assert [known(act) for act in acts(HULU)] == ["2017-05", "2019-03", "2020-04"]
    assert [known(act) for act in acts(HONG_KONG)] == ["2013", "2014-01-02"]


def test_a_version_holds_for_certain_from_the_last_day_of_its_month_or_year() -> None:
    def days(example: str) -> dict[str, tuple[str, str]]:
        found = dated(published(example).releases[CHARTERS[example]], date(2025, 11, 21))
        return {one.release.version: (str(one.since), str(one.until)) for one in found}

    assert days(HULU) == {
        "2017": ("2017-05-31", "2019-03-30"),
        "2019": ("2019-03-31", "2020-04-29"),
        "2020": ("2020-04-30", "None"),
    }
    assert days(HONG_KONG) == {"2013": ("2013-12-31", "2014-01-01"), "2014": ("2014-01-02", "None")}


@of_each
def test_no_act_claims_what_no_source_says(example: str) -> None:
    """Neither who decided nor when: every field is blank but the kind of act, what it holds for, and the note."""
    blank = {field.name: field.default for field in fields(Act)}
    for act in acts(example):
        said = {name for name, default in blank.items() if getattr(act, name) != default}
        assert said - {"previous"} == {"kind", "digest", "in_force", "note", "recorded", "seal", "file"}
        assert "says who decided" in act.note["en"] or "nor who decided" in act.note["en"]


def test_pages_say_that_nobody_knows_who_decided_and_name_no_day_of_it(hong_kong_site: Path) -> None:
    for version, days in (("2013", "First day in force 2013 (day not known)"), ("2014", "2 January 2014")):
        page = hong_kong_site / "charters/pledges/versions" / version / "index.html"
        told = " ".join(BeautifulSoup(page.read_bytes(), "html.parser").get_text(" ").split())
        assert "Approved by Not named in the sources Day not known" in told
        assert days in told
        # That on which the shorter time began, the last one of the longer time, and none that was made up.
        assert set(re.findall(r"\d+ \w+ \d{4}", told)) <= {"1 January 2014", "2 January 2014", *SHOWN}


@of_each
def test_a_source_tells_of_every_version(example: str) -> None:
    told = (EXAMPLES / example / "SOURCE.md").read_text(encoding="utf-8")

    for one in published(example).releases[CHARTERS[example]]:
        assert f"| {one.version} | " in told


def test_each_list_of_hulu_selangor_has_the_promises_that_it_had() -> None:
    """Counted in the reports: 8 in 2017, 11 in 2019, 14 in 2020 (ten numbers, of which 4 has five parts)."""
    numbers = {
        one.version: sorted(
            content["number"]
            for key, content in one.records.items()
            if key.startswith("commitment/") and "ended" not in content
        )
        for one in published(HULU).releases["clients"]
    }

    assert numbers == {
        "2017": sorted(str(n) for n in range(1, 9)),
        "2019": sorted(str(n) for n in range(1, 12)),
        "2020": sorted(["1", "2", "3", "4.1a", "4.1b", "4.2", "4.3", "4.4", *(str(n) for n in range(5, 11))]),
    }


def test_108_days_became_99() -> None:
    found = compared(HULU, "2019", "2020")["standard/simultaneous-applications", "norms"]

    assert found["effect"] == "tightened"
    # The new number stands in the list of April; its last day is the first on which that holds for certain.
    assert found["stretches"][0]["from"] == "2020-04-30"
    assert found["stretches"][0]["before"]["at_most"] == "108"
    assert found["stretches"][0]["after"]["at_most"] == "99"


def test_uptime_became_downtime_and_asks_more() -> None:
    found = compared(HULU, "2019", "2020")["commitment/clients/server-downtime", ""]

    assert (found["effect"], found["then"]) == ("turned_round", "tightened")
    assert "Put the new way, the old demand is: at most 10%." in found["words"]["sentences"]


def test_only_complete_complaints_count() -> None:
    found = compared(HULU, "2019", "2020")
    key = "acknowledge-complete-complaints"

    assert found[f"indicator/{key}", "denominator/definition"]["effect"] == "measure_changed"
    assert found[f"commitment/clients/{key}", f"measures/{key}"]["effect"] == "measure_changed"


def test_waste_was_merged_and_split_and_bulky_waste_is_new() -> None:
    first, second = compared(HULU, "2017", "2019"), compared(HULU, "2019", "2020")
    promise = ("commitment/clients/waste-and-cleaning", "")

    assert first[promise]["effect"] == "merged"
    assert second[promise]["effect"] == "split"
    assert {key.rpartition("/")[2] for key in second[promise]["related"]} == {
        *("residential-waste", "commercial-waste", "grass-cutting", "drain-cleaning")
    }
    assert second["commitment/clients/bulky-waste", ""]["effect"] == "new"


def test_promises_that_were_dropped_are_dropped() -> None:
    first, second = compared(HULU, "2017", "2019"), compared(HULU, "2019", "2020")

    assert first["commitment/clients/tax-remissions", "ended"]["effect"] == "removed"
    assert second["commitment/clients/community-programmes", "ended"]["effect"] == "removed"


def test_the_time_for_an_identity_card_changed_on_the_second_day_of_a_reporting_year() -> None:
    """It was shortened; neither time was read, so no rule can say so, and nothing else may have changed."""
    found = compared(HONG_KONG, "2013", "2014")
    norms = found["standard/identity-card-registration", "norms"]

    assert {subject.rpartition("/")[2] for subject, _ in found} == {
        *("identity-card-counter", "identity-card-registration")
    }
    assert norms["effect"] == "changed"
    assert [one["from"] for one in norms["stretches"]] == ["2014-01-02"]
    assert any("Shorter than before 2 January 2014." in one for one in norms["words"]["sentences"])
    assert norms["words"]["sentences"][-1].startswith("The demand is in words")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_changes_are_told_without_raw_words(lang: str) -> None:
    for example, older, newer in (
        (HULU, "2017", "2019"),
        (HULU, "2019", "2020"),
        (HONG_KONG, "2013", "2014"),
    ):
        text = call("diff", older, newer, "--folder", str(EXAMPLES / example), "--lang", lang).output
        assert RAW.findall(text) == []
        assert len(text.splitlines()) > 15


@of_each
def test_no_verdict_changed_by_entering_the_versions(example: str, tmp_path: Path) -> None:
    without = copy_site(EXAMPLES / example, tmp_path / "without")
    shutil.rmtree(without / "charters" / CHARTERS[example] / "releases")

    assert verdicts(without) == verdicts(EXAMPLES / example)


def verdicts(folder: Path) -> dict[str, list[tuple[str, str]]]:
    loaded = load(folder)
    found = check(loaded).publication
    assert found is not None
    now = standing(found, date.fromisoformat(loaded.config.today))
    return {
        id: [
            (outcome.period.label, outcome.status.value)
            for measure in promise.measures
            for outcome in measure.outcomes
        ]
        for id, promise in now.promises.items()
    }


def test_an_indicator_without_any_figures_is_no_trouble_under_a_version_in_force(tmp_path: Path) -> None:
    folder = copy_site(EXAMPLES / HULU, tmp_path / "site")
    shutil.rmtree(folder / "charters/results")

    assert call("check", str(folder), "--lang", "en").exit_code == 0
