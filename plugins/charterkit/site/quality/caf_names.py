"""Our own short names for the parts of the Common Assessment Framework; its official wording is EIPA's."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from charterkit.model.caf import Edition, Panel, Part, Scoring
from charterkit.strings import mark

CRITERION: Final[Mapping[str, str]] = MappingProxyType(
    {
        "1": mark("Leadership"),
        "2": mark("Strategy and planning"),
        "3": mark("People who work here"),
        "4": mark("Partnerships and resources"),
        "5": mark("Processes"),
        "6": mark("Results for citizens"),
        "7": mark("Results for staff"),
        "8": mark("Results for society"),
        "9": mark("Key results of our work"),
    }
)
SUB: Final[Mapping[str, str]] = MappingProxyType(
    {
        "1.1": mark("Mission, vision and values"),
        "1.2": mark("Running the organisation and making it better"),
        "1.3": mark("Encouraging staff and setting an example"),
        "1.4": mark("Relations with politicians and other partners"),
        "2.1": mark("Knowing needs and the world around"),
        "2.2": mark("Making strategies and plans"),
        "2.3": mark("Carrying out plans and reviewing them"),
        "2.4": mark("Change and innovation"),
        "3.1": mark("Planning and managing staff"),
        "3.2": mark("Skills and knowledge of staff"),
        "3.3": mark("A say for staff, and their well-being"),
        "4.1": mark("Partnerships with other organisations"),
        "4.2": mark("Working with citizens and their associations"),
        "4.3": mark("Finances"),
        "4.4": mark("Information and knowledge"),
        "4.5": mark("Technology"),
        "4.6": mark("Buildings and equipment"),
        "5.1": mark("Shaping and improving processes"),
        "5.2": mark("Services for citizens"),
        "5.3": mark("Working across departments and organisations"),
        "6.1": mark("What citizens say"),
        "6.2": mark("What our figures on services show"),
        "7.1": mark("What staff say"),
        "7.2": mark("What our figures on staff show"),
        "8.1": mark("What society says of us"),
        "8.2": mark("What our figures on society and the environment show"),
        "9.1": mark("Outside: what we achieve"),
        "9.2": mark("Inside: how efficiently we work"),
    }
)
PANEL: Final[Mapping[Panel, str]] = MappingProxyType(
    {Panel.ENABLERS: mark("What we do"), Panel.RESULTS: mark("What comes of it")}
)
PART: Final[Mapping[Part, str]] = MappingProxyType(
    {
        Part.CONSENSUS: mark("Points"),
        Part.PLAN: mark("Planned"),
        Part.DO: mark("Done"),
        Part.CHECK: mark("Checked"),
        Part.ACT: mark("Adjusted"),
        Part.TRENDS: mark("Trends"),
        Part.TARGETS: mark("Targets"),
    }
)
EDITION: Final[Mapping[Edition, str]] = MappingProxyType(
    {Edition.CAF_2013: "CAF 2013", Edition.CAF_2020: "CAF 2020"}
)
SCORING: Final[Mapping[Scoring, str]] = MappingProxyType(
    {
        Scoring.CLASSICAL: mark("Classical scoring: one number for each sub-criterion"),
        Scoring.FINE_TUNED: mark(
            "Fine-tuned scoring: a number for each part of plan, do, check, act, or for trends and targets"
        ),
    }
)
PHASE: Final[Mapping[int, str]] = MappingProxyType(
    {1: mark("Getting started"), 2: mark("Self-assessment"), 3: mark("Improvement")}
)
STEP: Final[Mapping[int, str]] = MappingProxyType(
    {
        1: mark("Decide and plan"),
        2: mark("Tell everybody about it"),
        3: mark("Form the groups"),
        4: mark("Train the groups"),
        5: mark("Assess"),
        6: mark("Write the report"),
        7: mark("Draft the improvement plan"),
        8: mark("Tell everybody about the plan"),
        9: mark("Carry out the plan"),
        10: mark("Plan the next self-assessment"),
    }
)

# What the six bands say: of one number for all, and of the mean of several; each from the lowest to the highest.
_DONE: Final = (
    mark("Nothing is done, or hardly anything."),
    mark("It is planned."),
    mark("It is being done."),
    mark("It is done and checked."),
    mark("It is checked and then adjusted."),
    mark("It is planned, done, checked and adjusted all the time, and we learn from others."),
)
_SHOWN: Final = (
    mark("There is nothing to show for it."),
    mark("There is a little to show for it."),
    mark("There is good evidence in some areas."),
    mark("There is strong evidence in most areas."),
    mark("There is very strong evidence in all areas."),
    mark("There is excellent evidence in all areas, compared with others."),
)
_ACHIEVED: Final = (
    mark("Nothing is measured."),
    mark("Results are getting worse, or targets are missed."),
    mark("Results stay the same, or some targets are met."),
    mark("Results are getting better, or most targets are met."),
    mark("Results are much better, or all targets are met."),
    mark("Results have been excellent for years and stand comparison with others."),
)
_MOVED: Final = (
    mark("Hardly anything is measured."),
    mark("Results are getting worse and targets are missed."),
    mark("There is little progress, and few targets are met."),
    mark("There is steady progress, and some important targets are met."),
    mark("There is much progress, and most important targets are met."),
    mark("Results are better than those of others, and all targets are met."),
)
_BANDS: Final[Mapping[tuple[Scoring, Panel], tuple[str, ...]]] = MappingProxyType(
    {
        (Scoring.CLASSICAL, Panel.ENABLERS): _DONE,
        (Scoring.CLASSICAL, Panel.RESULTS): _ACHIEVED,
        (Scoring.FINE_TUNED, Panel.ENABLERS): _SHOWN,
        (Scoring.FINE_TUNED, Panel.RESULTS): _MOVED,
    }
)


def band_words(scoring: Scoring, panel: Panel) -> tuple[str, ...]:
    """What the bands mean, from the lowest to the highest."""
    return _BANDS[scoring, panel]
