"""Where a body usually is: the country of a language, and the time zone of a country."""

from __future__ import annotations

from collections.abc import Mapping

_COUNTRIES: Mapping[str, str] = {
    "bg": "BG", "bs": "BA", "ca": "ES", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "IE", "es": "ES",
    "et": "EE", "eu": "ES", "fi": "FI", "fr": "FR", "ga": "IE", "gl": "ES", "hr": "HR", "hu": "HU", "is": "IS",
    "it": "IT", "lb": "LU", "lt": "LT", "lv": "LV", "mk": "MK", "mt": "MT", "nb": "NO", "nl": "NL", "nn": "NO",
    "no": "NO", "pl": "PL", "pt": "PT", "ro": "RO", "sk": "SK", "sl": "SI", "sq": "AL", "sr": "RS", "sv": "SE",
    "uk": "UA",
}  # fmt: skip
_ZONES: Mapping[str, str] = {
    "AL": "Europe/Tirane", "AT": "Europe/Vienna", "BA": "Europe/Sarajevo", "BE": "Europe/Brussels",
    "BG": "Europe/Sofia", "CH": "Europe/Zurich", "CY": "Asia/Nicosia", "CZ": "Europe/Prague",
    "DE": "Europe/Berlin", "DK": "Europe/Copenhagen", "EE": "Europe/Tallinn", "ES": "Europe/Madrid",
    "FI": "Europe/Helsinki", "FR": "Europe/Paris", "GB": "Europe/London", "GR": "Europe/Athens",
    "HR": "Europe/Zagreb", "HU": "Europe/Budapest", "IE": "Europe/Dublin", "IS": "Atlantic/Reykjavik",
    "IT": "Europe/Rome", "LT": "Europe/Vilnius", "LU": "Europe/Luxembourg", "LV": "Europe/Riga",
    "MD": "Europe/Chisinau", "ME": "Europe/Podgorica", "MK": "Europe/Skopje", "MT": "Europe/Malta",
    "NL": "Europe/Amsterdam", "NO": "Europe/Oslo", "PL": "Europe/Warsaw", "PT": "Europe/Lisbon",
    "RO": "Europe/Bucharest", "RS": "Europe/Belgrade", "SE": "Europe/Stockholm", "SI": "Europe/Ljubljana",
    "SK": "Europe/Bratislava", "UA": "Europe/Kyiv", "XK": "Europe/Belgrade",
}  # fmt: skip


def usual_country(lang: str) -> str:
    """The country where most bodies that write this language are; blank where it cannot be guessed."""
    parts = lang.split("-")
    return parts[-1] if len(parts) > 1 and len(parts[-1]) == 2 else _COUNTRIES.get(parts[0], "")


def usual_zone(country: str) -> str:
    """The time zone of a country's capital; blank where it is not known here."""
    return _ZONES.get(country, "")
