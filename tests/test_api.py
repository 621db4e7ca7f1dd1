"""What `import charterkit` offers to other programs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import charterkit


def test_the_three_words_lead_from_a_folder_to_a_verdict(repository: Path) -> None:
    checked = charterkit.check(charterkit.load(repository))
    assert checked.publication is not None

    found = charterkit.standing(checked.publication, date(2025, 11, 21))

    assert checked.publishable
    assert found.promises["citizens/answer-letters"].status.value == "met"


def test_every_public_name_is_there_and_documented() -> None:
    for name in charterkit.__all__:
        if name != "__version__":
            assert getattr(charterkit, name).__doc__, name
