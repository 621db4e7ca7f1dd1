"""The ways back from a page: to a form, by e-mail, by telephone; complaints step by step; statements; words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html import unescape
from urllib.parse import parse_qs, unquote, urlsplit

from charterkit.model.charter import Appeal, Channel, ChannelKind, Complaints
from charterkit.model.common import NO_CONTACT, Contact, Duration, LimitStart, Source, TimeLimit
from charterkit.model.publication import Publication
from charterkit.model.publisher import (
    Accessibility,
    Concern,
    ConformanceStatus,
    Enforcement,
    Feedback,
)
from charterkit.rules.standing import standing
from charterkit.rules.statements import statement_problems
from charterkit.site.context import Settings, Site
from charterkit.site.render import Renderer
from charterkit.site.results.verdicts import LOOKS, PROMISE_LOOKS
from test_site_gaps import page as example_page
from test_site_portfolio import main_of, section, shown
from test_site_sample import TODAY, text
from test_site_sample import publication as sample

PROMISE = "charters/citizens/answers/"


def renderer(records: Publication, site_url: str | None = None) -> Renderer:
    settings = Settings(site_url=site_url)
    return Renderer(Site(records, standing(records, TODAY), ("lt", "en"), settings))


def told(
    *entries: Feedback, contact: Contact = NO_CONTACT, complaints: Complaints | None = None
) -> Publication:
    """The sample with these ways back, and with this route of its charter."""
    records = sample()
    charter = replace(records.charters["citizens"], complaints=complaints)
    publisher = replace(records.publisher, feedback=entries, contact=contact)
    return replace(records, publisher=publisher, charters={**records.charters, "citizens": charter})


def promise_of(records: Publication) -> str:
    """The address of some promise of the charter."""
    return next(f"charters/{id}/" for id in records.commitments if id.startswith("citizens/"))


def asks(html: str) -> dict[str, str]:
    """The links to tell something, by their words."""
    items = section(html, "tell-us").split('<ul class="asks">')[1].split("</ul>")[0]
    found = re.findall(r'<a href="([^"]*)">([^<]*)</a>', items)
    return {words: unescape(href) for href, words in found}


def test_a_message_begins_with_what_it_is_about_and_the_reader_can_change_all_of_it() -> None:
    records = told(Feedback((Concern.NOT_KEPT,), contact=Contact(email="a+b@example.org")))
    address = promise_of(records)
    one = records.commitments[address.removeprefix("charters/").rstrip("/")]
    href = asks(shown(renderer(records, "https://town.example.org/"), address))["This was not kept"]
    parts = urlsplit(href)
    fields = parse_qs(parts.query)

    assert parts.scheme == "mailto"
    assert unquote(parts.path) == "a+b@example.org"
    assert fields["subject"] == [f"Not kept: {one.number} {one.title['en']}"]
    assert fields["body"][0].split("\r\n") == [
        f"About: {one.full_id}",
        f"Page: https://town.example.org/en/{address}",
        "Version: draft, 21 November 2025",
        "Language: English",
        "",
        "What happened, when and where:",
        "",
    ]
    assert "%0D%0A" in href
    assert not re.search(r"[\s<>\"]|%0A(?<!%0D%0A)", href)


def test_letters_of_other_scripts_stay_in_a_link_and_signs_that_could_end_it_do_not() -> None:
    records = told(Feedback((Concern.NOT_KEPT,), contact=Contact(email="a@example.org")))
    address = promise_of(records)
    id = address.removeprefix("charters/").rstrip("/")
    name = "Žalia & „ž\u2028ж“ \u202e?#%\"'<š>"
    wicked = replace(records.commitments[id], title=text(name, name))
    wicked_records = replace(records, commitments={**records.commitments, id: wicked})
    href = asks(shown(renderer(wicked_records), address))["This was not kept"]

    assert parse_qs(urlsplit(href).query)["subject"] == [f"Not kept: {wicked.number} {name}"]
    assert "Žalia" in href
    assert re.fullmatch(r"mailto:a@example\.org\?subject=[\w%:./~-]+&body=[\w%:./~-]+", href)


def test_the_values_that_a_form_gets_cannot_leave_their_place() -> None:
    form = "https://example.org/f?p={promise}&u={page}&v={version}&l={language}&s={subject}#form"
    records = told(Feedback((Concern.UNCLEAR,), form=form))
    address = promise_of(records)
    id = address.removeprefix("charters/").rstrip("/")
    wicked = replace(records.commitments[id], title=text("A&s=x#y?z=%00 {page}", "A&s=x#y?z=%00 {page}"))
    wicked_records = replace(records, commitments={**records.commitments, id: wicked})
    href = asks(shown(renderer(wicked_records), address))["I do not understand this"]
    parts = urlsplit(href)

    assert parse_qs(parts.query) == {
        "p": [id],
        "u": [f"en/{address}"],
        "v": ["draft 2025-11-21"],
        "l": ["en"],
        "s": [f"Not clear: {wicked.number} A&s=x#y?z=%00 {{page}}"],
    }
    assert parts.fragment == "form"


def test_a_long_title_is_cut_so_that_programs_take_the_link() -> None:
    records = told(Feedback(tuple(Concern), contact=Contact(email="a@example.org")))
    address = promise_of(records)
    id = address.removeprefix("charters/").rstrip("/")
    long = replace(records.commitments[id], title=text("Ж" * 400, "Ж" * 400))
    html = shown(renderer(replace(records, commitments={**records.commitments, id: long})), address)

    assert len(asks(html)) == 3
    assert all(len(href) < 2000 for href in asks(html).values())


def test_what_was_not_kept_goes_where_the_charter_says_and_a_mistake_to_the_publisher() -> None:
    ways = (
        Channel(ChannelKind.POST, text=text("Gatvė 1", "1 Street")),
        Channel(ChannelKind.EMAIL, "ministry@example.org", text("Ministerija", "The ministry")),
        Channel(ChannelKind.EMAIL, "skundai@example.org"),
    )
    route = Complaints(ways, Duration(Decimal(7), "working_days"))
    records = told(contact=Contact(email="site@example.org"), complaints=route)
    html = section(shown(renderer(records), promise_of(records)), "tell-us")
    links = asks(shown(renderer(records), promise_of(records)))

    assert links["This was not kept"].startswith("mailto:skundai@example.org?")
    assert links["There is a mistake in this text"].startswith("mailto:site@example.org?")
    assert html.count("Time limit for our answer: 7\u00a0working days") == 1
    assert "1 Street" in html.split("Without a computer")[1]


def test_the_body_does_not_promise_the_answer_of_somebody_else() -> None:
    ways = (Channel(ChannelKind.EMAIL, "ministry@example.org", text("Ministerija", "The ministry")),)
    records = told(complaints=Complaints(ways, Duration(Decimal(7), "working_days")))
    html = section(shown(renderer(records), promise_of(records)), "tell-us")

    assert "The ministry" in html
    assert "Time limit" not in html


def test_without_e_mail_and_form_the_telephone_is_named_and_without_any_way_nothing_is_said() -> None:
    phone = told(contact=Contact(phone="+370 000 00 001"))
    post = told(contact=Contact(address=text("Gatvė 1", "1 Street")))
    nobody = told()

    assert set(asks(shown(renderer(phone), promise_of(phone))).values()) == {"tel:+37000000001"}
    assert asks(shown(renderer(post), promise_of(post))) == {}
    assert "1 Street" in section(shown(renderer(post), promise_of(post)), "tell-us")
    assert "tell-us" not in shown(renderer(nobody), promise_of(nobody))


def test_the_pages_of_services_standards_and_results_take_mistakes_but_no_complaints() -> None:
    records = told(contact=Contact(email="site@example.org"))
    built = renderer(records)
    for address in ("services/birth/", "results/in-time/", f"standards/{next(iter(records.standards))}/"):
        assert list(asks(shown(built, address))) == [
            "I do not understand this",
            "There is a mistake in this text",
        ]


def test_the_pages_of_transcribed_bodies_name_no_deadline_and_no_address_of_their_own() -> None:
    las_pinas = main_of(example_page("las-pinas", "complain/", "en"))
    winchester = main_of(example_page("winchester", "complain/", "en"))

    assert re.findall(r"\d+\u00a0days", las_pinas) == ["3\u00a0days"]
    assert "It is not stated here who reviews our answer." in las_pinas
    assert "Your time limit" not in las_pinas
    assert "It is not stated here how to complain." in winchester
    assert "<ol" not in winchester


def test_a_complaint_is_told_in_steps_with_every_deadline_of_the_record_and_no_other() -> None:
    month = TimeLimit(Decimal(1), "months", LimitStart.ANSWER)
    route = Complaints(
        (Channel(ChannelKind.PHONE, "+370 000 00 001"),),
        Duration(Decimal(10), "working_days"),
        text("Rašykite.", "Write to us."),
        Appeal(
            text("Komisija", "Commission"), within=month, law=Source(text("Įstatymas", "Act"), article="7")
        ),
        within=TimeLimit(Decimal(2), "years"),
        further=(Appeal(text("Teismas", "Court"), contact=Contact(phone="+370 000 00 009")),),
    )
    html = main_of(shown(renderer(told(complaints=route)), "complain/"))
    steps = re.findall(r"<h3>(.*?)</h3>", html)
    facts = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", html)

    assert steps[:4] == [
        "Tell us",
        "We answer",
        "If you do not agree with our answer",
        "Who else can help: Court",
    ]
    assert ("Your time limit", "2\u00a0years") in facts
    assert ("Time limit for our answer", "10\u00a0working days") in facts
    assert ("Your time limit", "1\u00a0month, counted from the day on which you get our answer") in facts
    assert ("Legal basis", "Act, article 7") in facts
    assert sum(term == "Your time limit" for term, _ in facts) == 2
    assert "words/#working-day" in html


def test_no_statement_claims_nothing() -> None:
    records = sample()
    bare = replace(records, publisher=replace(records.publisher, accessibility=None, privacy=None))
    built = renderer(bare)
    html, privacy = main_of(shown(built, "accessibility/")), main_of(shown(built, "privacy/"))

    assert "No accessibility statement has been made for this website yet." in html
    assert "compliant" not in html
    assert "committed" not in html
    assert "sets no cookies" in privacy
    assert '/en/accessibility/"' in shown(built, "complain/")


def test_a_statement_names_only_the_standard_that_the_body_names() -> None:
    records = sample()
    statement = Accessibility(
        ConformanceStatus.NONE, enforcement=Enforcement(text("Kas", "Who"), contact=Contact("112"))
    )
    html = main_of(
        shown(
            renderer(replace(records, publisher=replace(records.publisher, accessibility=statement))),
            "accessibility/",
        )
    )

    assert "not compliant with the accessibility requirements" in html
    assert "EN 301 549" not in html
    assert "tel:112" in section(html, "enforcement")


def test_a_statement_of_a_leap_day_is_old_after_a_year() -> None:
    records = sample()
    statement = Accessibility(ConformanceStatus.FULL, reviewed=date(2024, 2, 29))
    dated = replace(records, publisher=replace(records.publisher, accessibility=statement))

    assert [one.id for one in statement_problems(dated, date(2025, 3, 1))] == []
    assert [one.id for one in statement_problems(dated, date(2025, 3, 2))] == ["statement-old"]


def test_every_verdict_is_explained_and_every_page_leads_to_the_words() -> None:
    built = renderer(sample())
    html = shown(built, "words/")

    assert html.count("<dt>") == 12 + len(LOOKS) + len(PROMISE_LOOKS)
    assert 'id="working-day"' in html
    assert all('/en/words/"' in shown(built, address) for address in ("contact/", "results/"))
