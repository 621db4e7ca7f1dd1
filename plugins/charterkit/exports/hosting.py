"""What the host of the site should send along with every file, written in the words of usual hosts.

The site needs nothing from elsewhere, so it may allow nothing: even a text that got past every wall could load or run
nothing. All of it is public and the same for everybody, so other sites may show its badges and read its figures.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit
from xml.sax.saxutils import quoteattr


class Host(StrEnum):
    """A sort of host that reads its headers from a file: Netlify and Cloudflare Pages, Apache, nginx, IIS."""

    NETLIFY = "netlify"
    APACHE = "apache"
    NGINX = "nginx"
    IIS = "iis"


# Scripts, styles, pictures and data from the site itself, and nothing else: no script in a page, no style attribute,
# no frame, no plug-in, no form that leads elsewhere.
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Whoever follows a link to another site need not tell it what they read here.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
    # Names of files stay when what is in them changes, so no file may be kept for long.
    "Cache-Control": "public, max-age=600",
}
_TYPES: Final[Mapping[str, str]] = {
    "csv": "text/csv",
    "ics": "text/calendar",
    "json": "application/json",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
}
# What is text: sent in UTF-8, and compressed.
_TEXTS: Final = (
    "text/html",
    "text/css",
    "text/javascript",
    "application/javascript",
    *(type for ending, type in _TYPES.items() if ending != "xlsx"),
)


def header_file(host: Host, site_url: str) -> tuple[str, str]:
    """The name of the file for a host, and its text; `site_url` says below which path the site stands."""
    name, write = _FILES[host]
    return name, write("/" + urlsplit(site_url).path.strip("/"))


def _netlify(path: str) -> str:
    lines = [f"  {name}: {value}" for name, value in HEADERS.items()]
    return "\n".join([f"{path.rstrip('/')}/*", *lines, ""])


def _apache(path: str) -> str:
    lines = [
        f"ErrorDocument 404 {path.rstrip('/')}/404.html",
        "AddDefaultCharset utf-8",
        f"AddCharset utf-8 .css .js .{' .'.join(ending for ending in _TYPES if ending != 'xlsx')}",
        *(f"AddType {type} .{ending}" for ending, type in _TYPES.items()),
        "<IfModule mod_headers.c>",
        *(f'  Header always set {name} "{value}"' for name, value in HEADERS.items()),
        "</IfModule>",
        "<IfModule mod_deflate.c>",
        f"  AddOutputFilterByType DEFLATE {' '.join(_TEXTS)}",
        "</IfModule>",
    ]
    return "\n".join([*lines, ""])


def _nginx(path: str) -> str:
    # nginx knows no calendars and tables; other types stand in its own list. It compresses pages by itself.
    unknown = {ending: _TYPES[ending] for ending in ("csv", "ics")}
    lines = [
        "# Put this line into the server block of the site: include /the/folder/of/the/site/headers.nginx.conf;",
        f"error_page 404 {path.rstrip('/')}/404.html;",
        "charset utf-8;",
        f"charset_types {' '.join(_TEXTS[1:])};",
        "gzip on;",
        "gzip_vary on;",
        f"gzip_types {' '.join(_TEXTS[1:])};",
        *(f'add_header {name} "{value}" always;' for name, value in HEADERS.items()),
        *(
            f"location ~ \\.{ending}$ {{ types {{ }} default_type {type}; }}"
            for ending, type in unknown.items()
        ),
    ]
    return "\n".join([*lines, ""])


def _iis(path: str) -> str:
    headers = (f"<add name={quoteattr(name)} value={quoteattr(value)} />" for name, value in HEADERS.items())
    types = (
        f'<remove fileExtension=".{ending}" /><mimeMap fileExtension=".{ending}" mimeType="{type}" />'
        for ending, type in _TYPES.items()
    )
    error = quoteattr(f"{path.rstrip('/')}/404.html")
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<configuration><system.webServer>",
        "<httpProtocol><customHeaders>",
        *headers,
        "</customHeaders></httpProtocol>",
        "<staticContent>",
        *types,
        "</staticContent>",
        '<httpErrors errorMode="Custom"><remove statusCode="404" />'
        f'<error statusCode="404" path={error} responseMode="ExecuteURL" /></httpErrors>',
        '<urlCompression doStaticCompression="true" />',
        "</system.webServer></configuration>",
    ]
    return "\n".join([*lines, ""])


_FILES: Final[Mapping[Host, tuple[str, Callable[[str], str]]]] = {
    Host.NETLIFY: ("_headers", _netlify),
    Host.APACHE: (".htaccess", _apache),
    Host.NGINX: ("headers.nginx.conf", _nginx),
    Host.IIS: ("web.config", _iis),
}
