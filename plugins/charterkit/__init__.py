"""charterkit: publish a citizen charter from checked YAML records.

`check(load(folder))` gives the publication and every problem in it; `standing(publication, day)` says how every
promise stands on that day. The typed records are in `charterkit.model`.
"""

from __future__ import annotations

__version__ = "0.1.0"

from charterkit.data.load import Loaded, load
from charterkit.model.publication import Publication
from charterkit.problems import Level, Place, Problem
from charterkit.rules.check import Checked, check
from charterkit.rules.standing import Standing, standing

__all__ = [
    "Checked",
    "Level",
    "Loaded",
    "Place",
    "Problem",
    "Publication",
    "Standing",
    "__version__",
    "check",
    "load",
    "standing",
]
