"""The pages of services: one order of questions, honest about what is not stated, and read at a glance."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from charterkit.model.calendar import Opening, Weekday
from charterkit.model.charter import Channel, ChannelKind
from charterkit.model.common import Ended, Source
from charterkit.model.service import (
    Fee,
    Online,
    OnlineLevel,
    Service,
    ServiceVariant,
    Step,
    Suspension,
    TimeTaken,
)
from charterkit.site.render import Renderer
from charterkit.text import Text
from test_site_sample import publication, site
from test_site_sample_body import text

QUESTIONS = [
    "short",
    "about",
    "who",
    "need",
    "steps",
    "time",
    "cost",
    "get",
    "where",
    "refused",
    "promises",
    "answers",
    "law",
    "sources",
    "tell-us",
]


@cache
def page(address: str, lang: str = "en") -> str:
    """A page of the sample."""
    return rendered(Renderer(site()), address, lang)


def rendered(renderer: Renderer, address: str, lang: str = "en") -> str:
    found = next(one for one in renderer.directory.pages if one.address == address)
    return renderer.page(found, lang).replace("\u00a0", " ")


def with_service(service: Service, lang: str = "en") -> str:
    """The page of a service that takes the place of one in the sample."""
    records = publication()
    changed = replace(records, services={**records.services, service.id: service})
    return rendered(Renderer(site(changed)), f"services/{service.id}/", lang)


def bare(**fields: object) -> str:
    """The page of a service with nothing but what it must have, and these fields."""
    return with_service(replace(publication().services["archive"], **fields))  # type: ignore[arg-type]


def section(html: str, id: str) -> str:
    """A part of a page, as bare words."""
    found = re.search(rf'<section class="[a-z -]+" aria-labelledby="{id}">.*?</section>', html, re.DOTALL)
    if not found:
        return ""
    # A unit is set smaller than its number, but both are one word or two as they are written.
    spaced = re.sub("<[^>]+>", " ", re.sub("</?small>", "", found[0]))
    return re.sub(r" ([.,])", r"\1", re.sub(r"\s+", " ", spaced))


def sections(html: str) -> list[str]:
    return re.findall(r'<section class="[a-z -]+" aria-labelledby="([a-z-]+)"', html)


def test_a_whole_service_answers_every_question_in_the_one_order() -> None:
    assert sections(page("services/birth/")) == QUESTIONS


def test_questions_without_an_answer_are_left_out_and_the_rest_keeps_its_order() -> None:
    found = sections(page("services/archive/"))

    # The commitment on letters holds for this service too.
    assert found == ["short", "time", "cost", "promises", "answers", "tell-us"]
    assert found == [id for id in QUESTIONS if id in found]


def test_what_is_not_stated_is_said_to_be_not_stated() -> None:
    html = page("services/archive/")

    assert section(html, "short").count("Not stated") == 2
    assert "It is not stated how long this takes." in section(html, "time")
    assert "It is not stated what this costs." in section(html, "cost")
    assert "free" not in section(html, "cost").lower()


def test_how_one_pays_does_not_hide_that_the_cost_is_not_stated() -> None:
    cost = section(bare(fees_note=text("Kortele.", "By card.")), "cost")

    assert "It is not stated what this costs." in cost
    assert "By card." in cost


def test_what_is_free_is_called_free() -> None:
    html = bare(fees=(Fee(free=True),))

    assert "It is free." in section(html, "cost")
    assert "Free of charge" in section(html, "short")
    assert "not stated" not in section(html, "cost")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"fees": (Fee(amount=Decimal("12.5"), currency="EUR"),)}, "Cost €12.50"),
        ({"fees": (Fee(amount=Decimal(75), currency="EUR", per=text("lapas", "page")),)}, "Cost €75 per page"),
        ({"fees": (Fee(free=True), Fee(amount=Decimal(5), currency="EUR", when=text("a", "b")))}, "Free of charge"),
        ({"fees": (Fee(rule=text("pagal vertę", "by value")),)}, "Depends on the case"),
        ({"fees": (Fee(free=True), Fee(amount=Decimal(5), currency="EUR"))}, "Depends on the case"),
        ({"steps": (Step(fees=(Fee(free=True),)), Step(fees=(Fee(free=True),)))}, "Free of charge"),
        ({"steps": (Step(fees=(Fee(amount=Decimal(5), currency="EUR"),)),)}, "Cost €5"),
        (
            {"steps": (Step(fees=(Fee(amount=Decimal(5), currency="EUR"),)), Step(fees=(Fee(free=True),)))},
            "Paid at several steps",
        ),
    ],
)  # fmt: skip
def test_the_cost_in_short_is_a_number_only_where_one_number_says_it(
    fields: dict[str, object], said: str
) -> None:
    assert said in section(bare(**fields), "short")


def test_fees_of_single_steps_are_listed_with_their_step() -> None:
    html = bare(steps=(Step(client=text("Ateikite.", "Come.")), Step(fees=(fee(5),))))

    assert "€5 At step 2" in section(html, "cost")


@pytest.mark.parametrize(
    ("takes", "short", "sentence"),
    [
        ([(3, None, "working_days")], "Longest time 3 working days", "At most 3 working days"),
        ([(5, 10, "minutes")], "Time 5–10 minutes", "5–10 minutes"),
        ([(3, None, "days"), (9, None, "minutes")], "Longest time 3 days and 9 minutes", "At most 3 days and 9"),
    ],
)  # fmt: skip
def test_the_time_is_told_as_printed(
    takes: list[tuple[int, int | None, str]], short: str, sentence: str
) -> None:
    times = tuple(TimeTaken(Decimal(low), unit, Decimal(up) if up else None) for low, up, unit in takes)
    html = bare(takes=times)

    assert short in section(html, "short")
    assert sentence in section(html, "time")


def test_a_service_without_a_time_of_its_own_has_that_of_its_standard() -> None:
    html = bare(standard="requests")

    assert "At most 20 working days" in section(html, "short")
    assert "At most 20 working days" in section(html, "time")
    assert "Counting starts" in section(html, "time")
    assert '<a href="../../../en/standards/requests/">Requests</a>' in html


def test_the_own_clock_of_a_service_wins_over_that_of_its_standard() -> None:
    assert "What arrives after 16:00" in section(page("services/birth/"), "time")


@pytest.mark.parametrize(("unit", "day"), [("working_days", "next working day"), ("hours", "next day")])
def test_what_comes_too_late_counts_from_the_next_day_that_is_counted(unit: str, day: str) -> None:
    """No calendar is named here: the norm of the standard says which days are counted."""
    records = publication()
    standard = records.standards[records.services["birth"].standard]
    assert standard.norms
    norms = tuple(replace(norm, unit=unit) for norm in standard.norms)
    other = replace(standard, norms=norms, variants=())
    changed = replace(records, standards={**records.standards, standard.id: other})
    renderer = Renderer(site(changed))
    found = next(one for one in renderer.directory.pages if one.address == "services/birth/")

    assert f"counts as received on the {day}." in renderer.page(found, "en")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"online": Online(OnlineLevel.FULL, "https://e.org/")}, "How Online"),
        ({"online": Online(OnlineLevel.APPLY), "places": ("hall",)}, "How Online or in person"),
        ({"online": Online(OnlineLevel.INFORMATION), "places": ("hall",)}, "How In person"),
        ({"online": Online(OnlineLevel.PROACTIVE)}, "How You need not ask for it"),
        ({"channels": (Channel(ChannelKind.POST), Channel(ChannelKind.PHONE, "+370 1"))}, "By telephone or by post"),
    ],
)  # fmt: skip
def test_ways_are_named_only_where_one_can_ask_by_them(fields: dict[str, object], said: str) -> None:
    assert said in section(bare(**fields), "short")


def test_one_starts_online_only_where_one_can_ask_there() -> None:
    asking = bare(online=Online(OnlineLevel.APPLY, "https://example.org/start"))
    reading = bare(online=Online(OnlineLevel.INFORMATION, "https://example.org/start"))

    assert '<a class="button" href="https://example.org/start">' in asking
    assert 'class="button" href="https://example.org/start"' not in reading
    assert '<a href="https://example.org/start">' in reading


def test_what_is_needed_always_stands_before_what_is_needed_sometimes() -> None:
    need = section(page("services/birth/"), "need")
    order = ["Always", "Identity card", "Application", "In some cases", "Acknowledgement", "Translation"]

    assert [need.index(word) for word in order] == sorted(need.index(word) for word in order)
    assert "The original and 2 copies" in need
    assert "Marriage certificate (Register)" in need.partition("You need not bring these")[2]


def test_a_step_says_who_does_what_in_which_time_and_for_what_fee() -> None:
    steps = section(page("services/birth/"), "steps")

    assert "What you do Come to counter 4. What we do We check your papers." in steps
    assert "5–10 minutes · Free of charge · Registrar · Library" in steps
    assert "Only for: Urgent" in steps
    assert "€2.50–10.00 per page · For a second copy. · This is paid on top of the other fees." in steps


def test_hours_of_a_week_are_grouped_by_equal_days() -> None:
    where = section(page("services/birth/"), "where")

    assert "Monday to Thursday 8:00–12:00 13:00–17:00 with a ticket Friday 8:00–15:45" in where
    assert "Saturday and Sunday Closed" in where


def test_hours_written_in_two_entries_count_as_equal() -> None:
    records = publication()
    day = (Opening((Weekday.MON,), "08:00", "12:00"), Opening((Weekday.TUE,), "08:00", "12:00"))
    places = (replace(records.publisher.places[0], hours=day),)
    changed = replace(records, publisher=replace(records.publisher, places=places))
    html = rendered(Renderer(site(changed)), "services/birth/")

    assert ">Monday and Tuesday</th>" in html
    assert ">Wednesday to Sunday</th>" in html


def test_special_hours_that_are_over_are_not_shown() -> None:
    html = page("services/birth/")

    assert "24 December 2025" in html
    assert "25–26 December 2025" in html
    assert "All Saints" not in html


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ("2025-11-01", "2025-12-01", "This service is not offered from 1 November 2025 to 1 December 2025."),
        ("2025-12-01", "2025-12-02", "This service is not offered from 1 December 2025 to 2 December 2025."),
        ("2025-11-01", "2025-11-21", "This service is not offered from 1 November 2025 to 21 November 2025."),
        ("2025-11-01", "", "This service is not offered from 1 November 2025 on."),
        ("2025-11-01", "2025-11-20", ""),
    ],
)
def test_a_suspension_is_told_until_it_is_over(since: str, until: str, said: str) -> None:
    gap = Suspension(
        date.fromisoformat(since),
        text("Remontas.", "Rebuilding."),
        date.fromisoformat(until) if until else None,
    )
    html = bare(suspended=gap)

    assert ("Rebuilding." in html) is bool(said)
    assert said in html


def test_a_service_that_has_ended_says_so_and_not_that_it_is_suspended() -> None:
    ended = Ended(date(2024, 1, 1), text("Pakeista.", "Replaced."))
    html = bare(ended=ended, suspended=Suspension(date(2025, 1, 1), text("Remontas.", "Rebuilding.")))

    assert "This service is no longer offered as of 1 January 2024." in html
    assert "Rebuilding" not in html


def test_a_service_that_has_ended_has_no_time_and_no_cost_and_starts_nowhere() -> None:
    html = bare(
        ended=Ended(date(2024, 1, 1), text("Pakeista.", "Replaced.")),
        online=Online(OnlineLevel.FULL, "https://example.org/start"),
        fees=(Fee(free=True),),
    )

    assert not {"short", "time", "cost"} & set(sections(html))
    assert "Start online" not in html


@pytest.mark.parametrize(
    ("since", "until", "starts"),
    [
        ("2025-11-01", "2025-11-21", False),
        ("2025-11-21", "", False),
        ("2025-11-01", "2025-11-20", True),
        ("2025-11-22", "2025-12-31", True),
    ],
)
def test_one_cannot_start_a_service_online_while_it_is_suspended(
    since: str, until: str, starts: bool
) -> None:
    gap = Suspension(
        date.fromisoformat(since),
        text("Remontas.", "Rebuilding."),
        date.fromisoformat(until) if until else None,
    )
    html = bare(suspended=gap, online=Online(OnlineLevel.FULL, "https://example.org/start"))

    assert ('<a class="button" href="https://example.org/start">' in html) is starts
    assert ("Start online" in html) is starts
    assert ("Go to the page" in section(html, "where")) is not starts


def test_no_deadlines_are_worked_out_for_a_service_that_is_suspended() -> None:
    takes = (TimeTaken(Decimal(3), "working_days"),)
    birth = publication().services["birth"]
    assert birth.clock
    clock = replace(birth.clock, calendar="any")
    service = replace(birth, takes=takes, clock=clock, suspended=None)
    gap = Suspension(date(2025, 11, 1), text("Remontas.", "Rebuilding."))

    assert "Worked examples" in with_service(service)
    assert "Worked examples" not in with_service(replace(service, suspended=gap))


def test_promises_for_a_service_are_those_that_name_it_and_those_of_its_standard_each_once() -> None:
    birth = section(page("services/birth/"), "promises")

    assert birth.count("Answers to letters") == 1
    assert "Kept" in birth
    assert "Answers to letters" in section(page("services/archive/"), "promises")


def test_a_promise_that_has_ended_promises_nothing_for_a_service() -> None:
    records = publication()
    letters = replace(records.commitments["citizens/letters"], ended=Ended(date(2025, 1, 1), text("x")))
    changed = replace(records, commitments={**records.commitments, letters.full_id: letters})

    assert "promises" not in sections(rendered(Renderer(site(changed)), "services/archive/"))


def test_variants_have_their_own_time_and_cost_in_a_table() -> None:
    html = page("services/birth/")
    row = re.search(r'<tr><th scope="row">Urgent.*?</tr>', html, re.DOTALL)

    assert row
    assert "1 working day" in row[0]
    assert "€30" in row[0]


def test_fees_of_other_ways_are_said_to_stand_there() -> None:
    other = ServiceVariant(
        "urgent", text("Skubiai", "Urgent"), fees=(Fee(amount=Decimal(30), currency="EUR"),)
    )
    html = bare(variants=(other,))

    assert "In special cases of this service the cost is different." in section(html, "cost")
    assert "It is not stated what this costs." not in html


def fee(amount: int, **fields: object) -> Fee:
    return Fee(amount=Decimal(amount), currency="EUR", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("usual", "special", "differs"),
    [
        ((Fee(free=True),), (Fee(free=True),), False),
        ((Fee(free=True), fee(6, when=text("Vėl", "Again"))), (Fee(free=True),), False),
        ((fee(70),), (fee(70, legal_basis=(Source(text("Įstatymas", "Law")),)),), False),
        ((fee(70),), (fee(150),), True),
        ((fee(70),), (Fee(free=True),), True),
        ((fee(5, per=text("diena", "day")),), (fee(5, per=text("mėnuo", "month")),), True),
        ((), (Fee(free=True),), False),
        ((Fee(rule=text("Pagal pajamas", "By income"), when=text("a", "b")),), (Fee(free=True),), True),
    ],
)
def test_a_special_case_costs_otherwise_only_where_its_sum_is_another(
    usual: tuple[Fee, ...], special: tuple[Fee, ...], differs: bool
) -> None:
    html = bare(fees=usual, variants=(ServiceVariant("special", text("Kitas", "Other"), fees=special),))

    assert ("In special cases of this service the cost is different." in section(html, "cost")) is differs


def test_where_no_price_is_usual_no_other_is_said_to_differ_from_it() -> None:
    short = section(bare(fees=(Fee(rule=text("pagal vertę", "by value")),)), "short")

    assert "Depends on the case See what it costs" in short
    assert "Different in some cases" not in short


def test_what_is_free_in_every_case_is_not_said_to_differ_in_some() -> None:
    other = ServiceVariant("urgent", text("Skubiai", "Urgent"), fees=(Fee(free=True),))

    assert "Different in some cases" not in bare(fees=(Fee(free=True),), variants=(other,))


@pytest.mark.parametrize(("days", "differs"), [(20, False), (5, True)])
@pytest.mark.parametrize("own", [True, False])
def test_a_special_case_takes_otherwise_only_where_its_time_is_another(
    days: int, differs: bool, own: bool
) -> None:
    times = {"takes": (TimeTaken(Decimal(20), "working_days"),)} if own else {"standard": "requests"}
    other = ServiceVariant(
        "special", text("Kitas", "Other"), takes=(TimeTaken(Decimal(days), "working_days"),)
    )
    html = bare(**times, variants=(other,))

    assert "20 working days" in section(html, "short")
    assert ("Different in some cases" in section(html, "short")) is differs


def test_a_text_in_another_language_keeps_its_language_beside_an_amount() -> None:
    html = bare(fees=(Fee(amount=Decimal(5), currency="EUR", per=Text.of({"lt": "lapas"})),))

    assert '<span lang="lt" dir="ltr">lapas</span>' in html


def test_the_list_has_every_service_once_under_the_body_that_answers_for_it() -> None:
    html = page("services/")
    links = re.findall(r'<h3 class="entry-title"><a href="[^"]*services/([a-z]+)/">', html)

    assert sorted(links) == ["archive", "birth", "leave", "old"]
    assert sections(html) == ["body-town", "body-library", "internal", "ended"]
    assert "Registration of a birth" in section(html, "body-town")
    assert "Leave" in section(html, "internal")
    assert "Old registry" in section(html, "ended")


def test_services_without_numbers_are_listed_by_their_titles_in_the_alphabet() -> None:
    records = publication()
    titles = {"a": "Žuvys", "b": "Šunys", "c": "Ąžuolai", "d": "Arkliai"}
    own = {id: Service(id, text(title), text("x"), ("town",)) for id, title in titles.items()}
    numbered = {"z": Service("z", text("Žirgai"), text("x"), ("town",), number="1")}
    html = rendered(
        Renderer(site(replace(records, services={**numbered, **own}, commitments={}))), "services/", "lt"
    )

    assert re.findall(r'services/([a-z])/">', html) == ["z", "d", "c", "b", "a"]


def test_services_are_in_the_menu_only_where_there_are_any() -> None:
    records = replace(publication(), services={}, commitments={})

    assert '<a href="../services/">Paslaugos</a>' in page("results/", "lt")
    assert "Paslaugos" not in rendered(Renderer(site(records)), "results/", "lt")


def test_the_search_form_asks_for_services_only_where_there_are_any() -> None:
    records = replace(publication(), services={}, commitments={})
    label = "Find a service, a promise or a result"

    assert label in page("")
    assert label in page("find/")
    assert label in page("results/")
    assert label not in rendered(Renderer(site(records)), "results/")


def test_a_preview_shows_a_service_whose_references_are_wrong() -> None:
    lost = replace(
        publication().services["birth"],
        places=("nowhere",),
        standard="none",
        complexity="none",
        bodies=("no-one",),
    )
    html = with_service(replace(lost, steps=(Step(body="no-one", variants=("none",)),)))

    assert "no-one" in section(html, "answers")
    assert sections(html) == QUESTIONS


def test_promise_and_standard_lead_to_their_services() -> None:
    assert "Registration of a birth" in section(page("charters/citizens/letters/"), "services")
    assert "Registration of a birth" in section(page("standards/requests/"), "services")
    assert section(page("charters/citizens/calls/"), "services") == ""


def test_services_are_found_from_a_to_z() -> None:
    html = page("find/")

    assert '<span class="soft">Service</span><h3 class="entry-title">' in html
    assert "All services, promises, standards" in html


@pytest.mark.parametrize("lang", ["lt", "en"])
def test_times_and_money_are_written_as_the_language_writes_them(lang: str) -> None:
    html = page("services/birth/", lang)

    assert {"lt": "2,50–10,00 €", "en": "€2.50–10.00"}[lang] in html
    assert {"lt": "3 darbo dienos ir 9 minutės", "en": "3 working days and 9 minutes"}[lang] in html


def test_a_price_for_each_of_something_needs_no_grammatical_case_in_lithuanian() -> None:
    changed = replace(publication().services["archive"], fees=(fee(5, per=text("diena", "day")),))

    assert "5 € / diena" in section(with_service(changed, "lt"), "cost")
    assert "€5 per day" in section(with_service(changed), "cost")


def test_coming_in_person_without_a_word_is_answered_by_the_places() -> None:
    channels = (Channel(ChannelKind.IN_PERSON), Channel(ChannelKind.POST))
    placed = replace(publication().services["birth"], channels=channels)
    nowhere = replace(placed, places=())

    assert '<dt>In person</dt><dd><a href="#place-hall">' in with_service(placed)
    assert "<dt>By post</dt><dd>You can use this way.</dd>" in with_service(placed)
    assert "<dt>In person</dt><dd>You can use this way.</dd>" in with_service(nowhere)
