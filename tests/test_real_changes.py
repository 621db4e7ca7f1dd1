"""Real changes of real charters, each entered as two releases, come out with the right effect.

The texts are those of tests/examples (their sources stand in each SOURCE.md): the later release holds the records as
they are, the earlier one those that the body's older list held, before what came later was written into them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from charterkit.data.load import load
from charterkit.model.release import Content
from charterkit.model.requirement import Target
from charterkit.rules.demands import in_force
from charterkit.rules.releases.change import Change
from charterkit.rules.releases.changes import changes
from charterkit.rules.releases.effects import Effect
from factory import day, period

EXAMPLES = Path(__file__).resolve().parent / "examples"
Records = Mapping[str, Content]
# The lists of Majlis Daerah Hulu Selangor as they were read: what was in the one of a year and in no later one.
ONLY_2017 = {
    *(
        "answer-complaints",
        "development-plans",
        "licences",
        "public-cleaning",
        "tax-remissions",
        "waste-collection",
    ),
}
ONLY_2019 = {"acknowledge-complaints", "community-programmes", "server-uptime", "waste-and-cleaning"}
SINCE_2020 = {
    *(
        "acknowledge-complete-complaints",
        "bulky-waste",
        "commercial-waste",
        "drain-cleaning",
        "grass-cutting",
    ),
    *("residential-waste", "server-downtime"),
}
COMPLAINTS, COMPLETE = "acknowledge-complaints", "acknowledge-complete-complaints"


@cache
def records_of(example: str, lang: str = "en") -> Records:
    """Everything that would be sealed of an example."""
    sources = load(EXAMPLES / example).sources
    return {key: sources.content(key, (lang,)) for key in sources.plain if not key.startswith("publisher")}


def hulu_selangor(year: int) -> Records:
    """The list of 2017, 2019 or 2020: without what came later and what was over, and nothing of it ended yet."""
    away = {2017: ONLY_2019 | SINCE_2020, 2019: ONLY_2017 | SINCE_2020, 2020: ONLY_2017 | ONLY_2019}[year]
    last = f"{year}-12-31"
    return {
        key: {name: _begun(value, last) for name, value in record.items() if name != "ended"}
        for key, record in records_of("hulu-selangor").items()
        if key.rpartition("/")[2] not in away
    }


def _begun(value: Any, last: str) -> Any:
    dated = isinstance(value, list) and value and isinstance(value[0], dict) and "from" in value[0]
    return [one for one in value if one["from"] <= last] if dated else value


def between(older: int, newer: int, since: str) -> dict[tuple[str, str], Change]:
    found = changes(hulu_selangor(older), hulu_selangor(newer), day(since))
    return {(one.subject, one.field): one for one in found}


def effects(found: Mapping[tuple[str, str], Change], subject: str) -> dict[str, str]:
    return {field: one.effect.value for (key, field), one in found.items() if key == subject}


def test_hulu_selangor_108_days_became_99() -> None:
    found = between(2019, 2020, "2020-04-01")["standard/simultaneous-applications", "norms"]

    assert found.effect is Effect.TIGHTENED
    assert found.number == "1"
    assert [(str(one.since), one.effect) for one in found.stretches] == [("2020-04-01", Effect.TIGHTENED)]


def test_hulu_selangor_servers_are_down_at_most_5_per_cent_where_they_were_up_at_least_90() -> None:
    found = between(2019, 2020, "2020-04-01")["commitment/clients/server-downtime", ""]

    assert (found.effect, found.then) == (Effect.TURNED_ROUND, Effect.TIGHTENED)
    assert found.related == ("commitment/clients/server-uptime",)


def test_hulu_selangor_complaints_are_acknowledged_where_they_were_answered() -> None:
    """Wording and meaning changed: one working day on both sides, and yet nobody may call it the same."""
    found = between(2017, 2019, "2019-03-01")
    promise, standard = f"commitment/clients/{COMPLAINTS}", f"standard/{COMPLAINTS}"

    assert found[promise, ""].related == ("commitment/clients/answer-complaints",)
    assert effects(found, promise)["promise"] == "reworded"
    assert effects(found, promise)[f"measures/{COMPLAINTS}"] == "measure_changed"
    assert effects(found, f"indicator/{COMPLAINTS}")["definition"] == "measure_changed"
    assert effects(found, standard)["statement"] == "reworded"


def test_hulu_selangor_only_complete_complaints_count_from_2020() -> None:
    found = between(2019, 2020, "2020-04-01")

    assert found[f"indicator/{COMPLETE}", "denominator/definition"].effect is Effect.MEASURE_CHANGED
    assert found[f"commitment/clients/{COMPLETE}", f"measures/{COMPLETE}"].effect is Effect.MEASURE_CHANGED


def test_hulu_selangor_remissions_and_community_programmes_were_dropped() -> None:
    first, second = between(2017, 2019, "2019-03-01"), between(2019, 2020, "2020-04-01")

    assert first["commitment/clients/tax-remissions", ""].effect is Effect.REMOVED
    assert second["commitment/clients/community-programmes", ""].effect is Effect.REMOVED


def test_hulu_selangor_a_promise_that_ends_stays_and_is_dropped_all_the_same() -> None:
    older = hulu_selangor(2019)
    key = "commitment/clients/community-programmes"
    ended = {"from": "2020-04-01", "reason": {"en": "It is not in the list."}}
    found = changes(older, {**older, key: {**older[key], "ended": ended}}, day("2020-04-01"))

    assert [(one.subject, one.field, one.effect) for one in found] == [(key, "ended", Effect.REMOVED)]


def test_hulu_selangor_waste_and_cleaning_was_split_and_bulky_waste_is_new() -> None:
    found = between(2019, 2020, "2020-04-01")
    split = found["commitment/clients/waste-and-cleaning", ""]
    parts = {"commercial-waste", "drain-cleaning", "grass-cutting", "residential-waste"}

    assert split.effect is Effect.SPLIT
    assert {key.rpartition("/")[2] for key in split.related} == parts
    # By number: 4.1a, 4.1b, 4.2, 4.3.
    assert split.related[0] == "commitment/clients/residential-waste"
    assert found["commitment/clients/bulky-waste", ""].effect is Effect.NEW
    assert not any(("commitment/clients/" + part, "") in found for part in parts)


def test_hulu_selangor_waste_and_cleaning_had_been_merged_before() -> None:
    found = between(2017, 2019, "2019-03-01")["commitment/clients/waste-and-cleaning", ""]

    assert found.effect is Effect.MERGED
    assert {key.rpartition("/")[2] for key in found.related} == {"public-cleaning", "waste-collection"}


def winchester(keep: Callable[[Mapping[str, Any]], bool]) -> Records:
    """The promises of Winchester with those of their targets that one year's table holds."""
    return {
        key: {
            **record,
            "measures": [
                {**one, "targets": [it for it in one.get("targets", ()) if keep(it)]}
                for one in record["measures"]
            ],
        }
        if "measures" in record
        else record
        for key, record in records_of("winchester").items()
    }


def test_winchester_lowered_two_targets() -> None:
    before = winchester(lambda one: one["from"] == "2014-04-01")
    after = winchester(lambda one: one["from"] <= "2015-04-01")
    found = {one.subject.rpartition("/")[2]: one for one in changes(before, after, day("2015-04-01"))}

    for id, old, new in (
        ("business-rates-collected", "99.44", "98.58"),
        ("council-tax-collected", "98.65", "98.63"),
    ):
        stretch = found[id].stretches[-1]
        assert found[id].effect is Effect.LOOSENED, id
        assert isinstance(stretch.before, Target)
        assert (f"{stretch.before.requirement.value}", f"{stretch.after.requirement.value}") == (old, new)  # type: ignore[union-attr]


def test_winchester_the_way_back_is_stricter() -> None:
    before = winchester(lambda one: one["from"] == "2014-04-01")
    after = winchester(lambda one: one["from"] <= "2015-04-01")
    back = {one.subject.rpartition("/")[2]: one.effect for one in changes(after, before, day("2015-04-01"))}

    assert back["business-rates-collected"] is Effect.TIGHTENED


def test_santa_coloma_went_from_168_commitments_to_312_and_345() -> None:
    """Only the numbers of the catalogues are printed, so the promises have no words here."""

    def catalogue(size: int) -> Records:
        return {f"commitment/catalogue/c-{n}": {"id": f"c-{n}", "number": str(n)} for n in range(size)}

    for older, newer, added in ((168, 312, 144), (312, 345, 33)):
        found = changes(catalogue(older), catalogue(newer), None)
        assert [one.effect for one in found] == [Effect.NEW] * added


def test_hong_kong_shortened_a_time_in_the_middle_of_a_reporting_year() -> None:
    """Neither time is in the text that was read, so nobody can say by how much; the day is known."""
    key = "standard/identity-card-registration"
    after = records_of("hong-kong-immigration")
    before = {**after, key: {**after[key], "norms": after[key]["norms"][:1]}}
    (found,) = changes(before, after, day("2014-01-02"))

    assert (found.subject, found.field, found.effect) == (key, "norms", Effect.CHANGED)
    assert [str(one.since) for one in found.stretches] == ["2014-01-02"]
    # The year that had begun the day before is governed by what is in force on its last day.
    older, newer = found.stretches[0].before, found.stretches[0].after
    assert older is not None
    assert newer is not None
    assert in_force([older, newer], period("2014").end) is newer
    assert in_force([older, newer], period("2013").end) is older
