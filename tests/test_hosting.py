"""The headers that a host should send: strict, the same for every sort of host, and complete."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from charterkit.commands import charter
from charterkit.exports.hosting import HEADERS, POLICY, Host, header_file


@pytest.mark.parametrize("host", Host)
def test_every_host_is_told_every_header(host: Host) -> None:
    _, text = header_file(host, "https://girios.example.org/")
    unescaped = text.replace("&quot;", '"')

    for name, value in HEADERS.items():
        assert name in unescaped
        assert value in unescaped


def test_the_policy_allows_the_site_itself_and_nothing_else() -> None:
    parts = dict(part.strip().split(" ", 1) for part in POLICY.split(";"))

    assert parts["default-src"] == parts["base-uri"] == parts["frame-ancestors"] == "'none'"
    assert set(parts.values()) == {"'none'", "'self'"}
    assert "unsafe" not in POLICY


@pytest.mark.parametrize(
    ("site_url", "path"),
    [("", "/"), ("https://a.example/", "/"), ("https://a.example/charter/", "/charter/")],
)
def test_files_know_below_which_path_the_site_stands(site_url: str, path: str) -> None:
    assert header_file(Host.NETLIFY, site_url)[1].startswith(f"{path}*\n")
    for host in (Host.APACHE, Host.NGINX, Host.IIS):
        assert f"{path}404.html" in header_file(host, site_url)[1]


def test_a_path_cannot_end_a_line_or_an_attribute() -> None:
    evil = 'https://a.example/x"><y/'

    assert ElementTree.fromstring(header_file(Host.IIS, evil)[1].split("\n", 1)[1]) is not None


def test_apache_and_nginx_get_quoted_values_without_quotes_inside() -> None:
    for host in (Host.APACHE, Host.NGINX):
        for line in header_file(host, "")[1].splitlines():
            assert line.count('"') in (0, 2), line


def test_the_build_writes_what_is_asked_for_and_nothing_else(hong_kong: Path) -> None:
    done = CliRunner().invoke(
        charter, ["build", str(hong_kong), "--headers", "netlify", "--headers", "apache"]
    )

    assert done.exit_code == 0, done.output
    names = {path.name for path in (hong_kong / "site").iterdir()}
    assert {"_headers", ".htaccess"} <= names
    assert not names & {"headers.nginx.conf", "web.config"}


def test_an_unknown_host_is_refused_with_the_known_ones(hong_kong: Path) -> None:
    done = CliRunner().invoke(charter, ["build", str(hong_kong), "--headers", "geocities"])

    assert done.exit_code == 2
    assert re.search("netlify.*apache.*nginx.*iis", done.output, re.S)
