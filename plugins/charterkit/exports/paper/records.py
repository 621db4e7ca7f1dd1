"""The standards, the methodology and the results of a year on paper, each as one document."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.exports.paper.charts import ChartOnPaper, of_indicator, of_year
from charterkit.exports.paper.frame import Heading, Press, paper, print_colour
from charterkit.exports.paper.typeset import Paper
from charterkit.model.standard import Family
from charterkit.rules.years import YearStanding
from charterkit.site.context import Context
from charterkit.site.methods.esms import Concept
from charterkit.site.pages import Kind, Page, year_address
from charterkit.site.pieces import Piece
from charterkit.site.printed import Sort
from charterkit.site.views import indicator as indicator_view
from charterkit.site.views import methodology as methodology_view
from charterkit.site.views import standard as standard_view
from charterkit.site.views import standards as standards_view
from charterkit.site.views import year as year_view


@dataclass(frozen=True, slots=True)
class FamilyOnPaper:
    """The standards of a family under a heading of their own."""

    title: str
    standards: tuple[standard_view.StandardView, ...]


@dataclass(frozen=True, slots=True)
class IndicatorOnPaper:
    """The record of an indicator in the order of ESMS, without the concepts about which nothing is stated."""

    title: Piece
    definition: Piece
    ended: Piece | str
    concepts: tuple[Concept, ...]
    chart: ChartOnPaper | None


def standards_paper(press: Press, context: Context) -> Paper:
    """All service standards."""
    title = context.say("Standards")
    families = (
        FamilyOnPaper(context.say("How services are delivered"), _standards(context, Family.QUALITY)),
        FamilyOnPaper(context.say("How staff behave"), _standards(context, Family.CONDUCT)),
    )
    heading = Heading(title, title, Sort.STANDARDS, "standards/", approved=True)
    lead = standards_view.view(context, Page(Kind.STANDARDS, "standards/")).lead
    parts = {"lead": lead, "families": tuple(one for one in families if one.standards)}
    return paper(press, context, "standards", "standards", heading, parts)


def _standards(context: Context, family: Family) -> tuple[standard_view.StandardView, ...]:
    return tuple(
        standard_view.view(context, Page(Kind.STANDARD, f"standards/{one.id}/", one.id))
        for one in context.publication.standards.values()
        if one.family is family
    )


def methodology_paper(press: Press, context: Context) -> Paper:
    """How the body monitors and judges, with the record of every indicator."""
    view = methodology_view.view(context, Page(Kind.METHODOLOGY, "methodology/"))
    heading = Heading(view.page.title, view.title, Sort.METHODOLOGY, "methodology/", approved=True)
    indicators = tuple(_indicator(context, id) for id in context.publication.indicators)
    parts = {"method": view, "indicators": indicators}
    return paper(press, context, "methodology", "methodology", heading, parts)


def _indicator(context: Context, id: str) -> IndicatorOnPaper:
    view = indicator_view.view(context, Page(Kind.INDICATOR, f"methodology/{id}/", id))
    stated = tuple(one for one in view.concepts if one.facts)
    drawn = of_indicator(context, context.standing.indicators[id], print_colour(context))
    return IndicatorOnPaper(view.title, view.definition, view.ended, stated, drawn)


def year_paper(press: Press, context: Context, standing: YearStanding) -> Paper:
    """What came of every promise in a year."""
    address = year_address(standing.year)
    view = year_view.view(context, Page(Kind.YEAR, address, standing.year.label))
    name = f"year-{address.rstrip('/').rpartition('/')[2]}"
    heading = Heading(view.page.title, view.title, Sort.YEAR, address)
    charts = tuple(of_year(context, standing, print_colour(context)))
    return paper(press, context, name, "year", heading, {"year": view, "charts": charts})
