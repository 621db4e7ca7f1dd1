"""Whether the addresses and numbers of channels are any: they become links, so nothing else may stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from charterkit.model.charter import Channel, ChannelKind
from charterkit.problems import Problem, Spot, problem

# What stands at a channel of a kind, as the schemas write it for contacts; the rest is free text.
_FORMS = {
    ChannelKind.WEB: (
        re.compile(r"https?://[^\s<>\"'`{}|\\^]+"),
        "address-form",
        "https://www.example.org/contact",
    ),
    ChannelKind.EMAIL: (
        re.compile(r"[\w.%+-]+@[\w-]+(\.[\w-]+)+", re.ASCII),
        "email-form",
        "info@example.org",
    ),
    ChannelKind.PHONE: (re.compile(r"\+?[0-9 ()/.-]{3,40}"), "phone-form", "+370 310 00 000"),
}


def channel_problems(spot: Spot, channels: Sequence[Channel]) -> Iterator[Problem]:
    """Addresses and numbers that are none."""
    for index, channel in enumerate(channels):
        form = _FORMS.get(channel.kind)
        if form is not None and channel.at and not form[0].fullmatch(channel.at):
            here = spot.at(index, "at")
            yield problem(form[1], here, field=here.field_name, found=channel.at, example=form[2])
