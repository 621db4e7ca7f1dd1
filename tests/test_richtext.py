"""Authored texts: what an author may write, and that nothing else ever reaches a page."""

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charterkit.richtext import (
    Chapter,
    RichFault,
    RichFaultKind,
    chapters,
    check,
    clean_page,
    links,
    reading,
    subset,
    to_html,
    to_inline,
    to_lines,
    to_plain,
)
from charterkit.richtext.lines import Line, LineKind, lines_in

TEXT_TAGS = {
    "a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "strong", "table",
    "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
TEXT_ATTRIBUTES = {
    ("a", "href"), ("a", "rel"), ("a", "title"), ("ol", "start"),
    ("td", "class"), ("th", "class"), ("th", "scope"),
}  # fmt: skip
NEVER_IN_PAGES = {
    "base", "button", "embed", "form", "frame", "iframe", "input", "link", "math", "meta", "object",
    "script", "style", "svg", "template", "textarea", "video",
}  # fmt: skip

RAW_HTML = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "text <img src='x' onerror='alert(1)'/> text",
    "<svg onload=alert(1)></svg>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext><script>alert(1)</script></mtext></math>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<body onload=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>x</details>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
    "<div style='background:url(javascript:alert(1))'>x</div>",
    "<style>@import '//evil.example/x.css';</style>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href='//evil.example/'>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<form action='javascript:alert(1)'><button>x</button></form>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<!--<img src='--><img src=x onerror=alert(1)//'>-->",
    "<?php echo 1 ?>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<!DOCTYPE html>",
    "- item\n- <b onclick=alert(1)>x</b>",
    "> <video><source onerror=alert(1)></video>",
    "| a |\n|---|\n| <b onmouseover=alert(1)>x</b> |",
    "## <marquee onstart=alert(1)>x</marquee>",
    "*<i onclick=alert(1)>x</i>*",
    "[<b onclick=alert(1)>x</b>](https://example.org)",
]  # fmt: skip
BAD_LINKS = [
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](< javascript:alert(1)>)",
    "[x](<java script:alert(1)>)",
    "[x](<\x01javascript:alert(1)>)",
    "[x](<java\tscript:alert(1)>)",
    "[x](java&#9;script:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](java&NewLine;script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](&amp;#106;avascript&amp;colon;alert(1))",
    "[x](javascript%3Aalert(1))",
    "[x](%6Aavascript:alert(1))",
    "[x](%256Aavascript%253Aalert(1))",
    "[x](java%0Ascript:alert(1))",
    "[x](java\u200bscript:alert(1))",
    "[x](\u00a0javascript:alert(1))",
    "[x](java\\script:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](data:image/png;base64,iVBORw0K)",
    "[x](file:///etc/passwd)",
    "[x](ftp://example.org/x)",
    "[x](blob:https://example.org/1)",
    "[x](view-source:javascript:alert(1))",
    "[x](feed:javascript:alert(1))",
    "[x](C:/x.txt)",
    "[x](:alert)",
    "[x](//evil.example/x)",
    "[x](<\\\\\\\\evil.example/x>)",
    "[x](</\\\\evil.example/x>)",
    "[x](/%09/evil.example)",
    "[x](%2F%2Fevil.example)",
    "[x](&sol;&sol;evil.example)",
    "[x](</ /evil.example>)",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "<vbscript:x>",
]
IMAGES = [
    "![x](https://evil.example/pixel.png)",
    "![x](local.png)",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    '![x" onerror="alert(1)](a.png)',
    '![x](a.png "t\' onerror=alert(1)")',
    "[![x](a.png)](https://example.org)",
    "![![x](a.png)](b.png)",
]
BREAKOUTS = [
    '[x](https://example.org/"onmouseover="alert(1))',
    "[x](https://example.org/'onmouseover='alert(1))",
    '[x](https://example.org "title\\" onmouseover=\\"alert(1)")',
    "[x](https://example.org/<script>)",
    "`<script>alert(1)</script>`",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<img src=x onerror=alert(1)//",
    "\\<script>alert(1)\\</script>",
    "[a]: javascript:alert(1)\n\n[a]",
    "{{ config }} {% raw %} ${x}",
    "| a |\n|:--\" onclick=alert(1)|\n| b |",
]  # fmt: skip
CORPUS = [*RAW_HTML, *BAD_LINKS, *IMAGES, *BREAKOUTS]


class Tags(HTMLParser):
    """Everything in an HTML text that is not words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.others: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_decl(self, decl: str) -> None:
        self.others.append(decl)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)

    def unknown_decl(self, data: str) -> None:
        self.others.append(data)


def is_harmless(address: str) -> bool:
    """An independent judgement: as a browser reads an address, without tabs, line breaks and outer spaces."""
    seen = re.sub("[\t\r\n]", "", address).strip(" \x00\x1f").replace("\\", "/").lower()
    scheme = seen.split("/")[0].split("?")[0].split("#")[0].partition(":")
    return not seen.startswith("//") and (not scheme[1] or scheme[0] in {"http", "https", "mailto", "tel"})


def assert_safe_text(html: str) -> None:
    found = Tags(html)

    assert found.tags <= TEXT_TAGS
    assert {(tag, name) for tag, name, _ in found.attributes} <= TEXT_ATTRIBUTES
    assert [value for _, name, value in found.attributes if name == "href" and not is_harmless(value)] == []
    assert found.others == []


def assert_safe_page(html: str) -> None:
    found = Tags(html)
    names = {name for _, name, _ in found.attributes}
    addresses = [value for _, name, value in found.attributes if name in ("href", "src")]

    assert found.tags.isdisjoint(NEVER_IN_PAGES)
    assert not any(name.startswith("on") or name in ("style", "srcset", "action") for name in names)
    assert [value for value in addresses if not is_harmless(value)] == []
    assert [
        value for _, name, value in found.attributes if name == "src" and ":" in value.split("/")[0]
    ] == []
    assert found.others == []


def kinds(text: str) -> list[RichFaultKind]:
    return [fault.kind for fault in check(text)]


@pytest.mark.parametrize("vector", CORPUS)
def test_no_attack_survives_in_any_html(vector: str) -> None:
    assert_safe_text(to_html(vector))
    assert_safe_text(to_inline(vector))
    assert_safe_page(clean_page(vector))
    assert_safe_page(clean_page(to_html(vector)))


@pytest.mark.parametrize("vector", RAW_HTML)
def test_raw_html_is_a_fault(vector: str) -> None:
    assert RichFaultKind.RAW_HTML in kinds(vector)


@pytest.mark.parametrize("vector", BAD_LINKS)
def test_a_link_to_an_unknown_scheme_or_host_is_a_fault_and_no_link(vector: str) -> None:
    faults = set(kinds(vector))

    assert faults
    assert faults <= {RichFaultKind.LINK_SCHEME, RichFaultKind.UNWRITABLE}
    assert links(vector) == ()
    assert "href" not in to_html(vector)


@pytest.mark.parametrize("vector", IMAGES)
def test_an_image_is_a_fault(vector: str) -> None:
    assert RichFaultKind.IMAGE in kinds(vector)


SOUND = [
    ("Plain words.", "<p>Plain words.</p>"),
    ("Two\n\nparagraphs", "<p>Two</p>\n<p>paragraphs</p>"),
    ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
    ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
    ("a\\\nb", "<p>a<br>\nb</p>"),
    ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
    ("## Steps", "<h2>Steps</h2>"),
    ("[x](https://e.org/a)", '<p><a href="https://e.org/a" rel="external">x</a></p>'),
    ("[x](HTTP://e.org/)", '<p><a href="HTTP://e.org/" rel="external">x</a></p>'),
    ("[x](mailto:a@b.lt)", '<p><a href="mailto:a@b.lt">x</a></p>'),
    ("[x](tel:+37052)", '<p><a href="tel:+37052">x</a></p>'),
    ("[x](/a/b/)", '<p><a href="/a/b/">x</a></p>'),
    ("[x](../a.html#b)", '<p><a href="../a.html#b">x</a></p>'),
    ("[x](#b)", '<p><a href="#b">x</a></p>'),
    ("[x](?q=a:b)", '<p><a href="?q=a:b">x</a></p>'),
    ("<30 and >9 & more", "<p>&lt;30 and &gt;9 &amp; more</p>"),
    ("    not code", "<p>not code</p>"),
    ("[1]: a note is not lost", "<p>[1]: a note is not lost</p>"),
    ("a\n===", "<p>a\n===</p>"),
]


@pytest.mark.parametrize(("text", "html"), SOUND)
def test_the_subset_is_accepted_and_rendered(text: str, html: str) -> None:
    assert check(text) == ()
    assert to_html(text) == html


def test_a_table_has_column_heads_and_classes_for_alignment() -> None:
    html = to_html("| a | b |\n|---|--:|\n| 1 | 2 |")

    assert '<th scope="col" class="align-right">b</th>' in html
    assert '<td class="align-right">2</td>' in html
    assert "style" not in html


@pytest.mark.parametrize(
    ("text", "shift", "tag"),
    [("# a", 0, "h2"), ("## a", 1, "h3"), ("#### a", 9, "h6"), ("###### a", 0, "h4"), ("## a", -5, "h2")],
)
def test_headings_keep_between_the_second_and_the_sixth_level(text: str, shift: int, tag: str) -> None:
    assert to_html(text, heading_shift=shift) == f"<{tag}>a</{tag}>"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a\n\n# b", RichFault(RichFaultKind.HEADING_LEVEL, 2, "# b")),
        ("##### b", RichFault(RichFaultKind.HEADING_LEVEL, 0, "##### b")),
        ("a\nb\n---", RichFault(RichFaultKind.UNSUPPORTED, 2, "---")),
        ("a\n\n```py\nx\n```", RichFault(RichFaultKind.UNSUPPORTED, 2, "```py")),
        ("a\r\nb <b\nc>", RichFault(RichFaultKind.RAW_HTML, 1, "<b")),
        ("a  \nb [x](ftp://y)", RichFault(RichFaultKind.LINK_SCHEME, 1, "ftp://y")),
        ("| a |\n|---|\n| [x]() |", RichFault(RichFaultKind.LINK_EMPTY, 2, "| [x]() |")),
        ("- a\n- ![b](c.png)", RichFault(RichFaultKind.IMAGE, 1, "c.png")),
        ("a\n\x07", RichFault(RichFaultKind.UNWRITABLE, 1, "U+0007")),
        ("\ud800", RichFault(RichFaultKind.UNWRITABLE, 0, "U+D800")),
        ("a" * 100_001, RichFault(RichFaultKind.TOO_LONG, 0, "100001")),
    ],
)
def test_a_fault_names_its_line_and_what_stands_there(text: str, fault: RichFault) -> None:
    assert check(text) == (fault,)


def test_faults_come_in_the_order_of_the_lines() -> None:
    faults = check("<b>\n\n![x](y)\n\x02\n\n# c")

    assert [fault.line for fault in faults] == [0, 2, 3, 5]


@pytest.mark.parametrize("depth", range(1, 45))
def test_a_text_without_faults_loses_nothing_however_deep_it_is(depth: int) -> None:
    for text in (
        ">" * depth + " deepest",
        "".join("  " * level + "- a\n" for level in range(depth)) + "  " * depth + "- deepest",
    ):
        is_shown = "deepest" in to_html(text)

        assert is_shown or RichFaultKind.TOO_DEEP in kinds(text)


@pytest.mark.parametrize(
    ("text", "inline"),
    [
        ("Plain & simple", "Plain &amp; simple"),
        ("a *b* [c](/d)", 'a <em>b</em> <a href="/d">c</a>'),
        ("a\nb\\\nc", "a b c"),
        ("## a\n\n- b\n- c", "a b c"),
        ("![words](x.png)", "words"),
    ],
)
def test_inline_html_has_no_blocks(text: str, inline: str) -> None:
    assert to_inline(text) == inline


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a *b* `c` & [d](https://e.org)", "a b c & d"),
        ("a\nb\n\nc", "a b\nc"),
        ("Street 1\\\nTown", "Street 1\nTown"),
        ("- a\n- b\n  1. c\n  1. d", "- a\n- b\n  1. c\n  2. d"),
        ("0. a\n\n   more\n1. b", "0. a\nmore\n1. b"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n1 | 2"),
        ("> ## a", "a"),
        ("![b *c*](d.png)", "b c"),
        ("&lt;b&gt;", "<b>"),
    ],
)
def test_plain_text_reads_well(text: str, plain: str) -> None:
    assert to_plain(text) == plain


@pytest.mark.parametrize(
    ("limit", "plain"),
    [
        (100, "One two, three"),
        (14, "One two, three"),
        (13, "One two…"),
        (9, "One two…"),
        (8, "One…"),
        (7, "One…"),
        (3, "On…"),
        (1, "…"),
    ],
)
def test_plain_text_is_cut_between_words(limit: int, plain: str) -> None:
    assert to_plain("One *two*, three", limit) == plain


def test_links_are_listed_in_order_and_without_the_refused_ones() -> None:
    text = "[a](/č/) [b](javascript:x) <https://e.org/>\n\n- [c](#d) [e]() `[f](g)`"

    assert links(text) == ("/%C4%8D/", "https://e.org/", "#d")


@pytest.mark.parametrize("text", ["", "\n\n", "   "])
def test_a_blank_text_gives_nothing(text: str) -> None:
    assert (to_html(text), to_inline(text), to_plain(text).strip(), links(text)) == ("", "", "", ())
    assert check(text) == ()


WORDS = st.text(st.sampled_from("ab ąЖ.,:;!?\"'/()-–…1|#+=~{}$%@^\u00a0\u2028"), max_size=30)
SIGNS = st.text(st.sampled_from("ab \n\t[](){}<>!*_`#>|-+=~&;:/\\\"'1.\r\x00\ud800\u00a0é"), max_size=60)
BITS = st.lists(
    st.sampled_from([*CORPUS, "\n", "\n\n", "- ", "> ", "*", "[", "](", ")", "`"]), max_size=6
).map("".join)


@given(WORDS)
@settings(max_examples=600, deadline=None)
def test_the_fast_path_gives_the_same_bytes_as_the_slow_one(text: str) -> None:
    source = text.strip("\n")

    assert to_html(text) == subset._html_of_markdown(source, 0)
    if subset._UNMARKED.fullmatch(source):
        assert to_html(text) == f"<p>{to_inline(text)}</p>"
        assert to_plain(text) == "\n".join(one.plain for one in lines_in(reading.RENDERER.parse(source)))
        assert reading.CHECKER.parse(source)[0].type == "paragraph_open"


@given(st.one_of(st.text(st.characters()), SIGNS, BITS))
@settings(max_examples=500, deadline=None)
def test_any_text_at_all_is_safe_and_raises_nothing(text: str) -> None:
    check(text)
    to_plain(text, 20)
    links(text)

    assert_safe_text(to_html(text))
    assert_safe_text(to_inline(text))
    assert_safe_page(clean_page(text))


@given(st.one_of(SIGNS, BITS))
@settings(max_examples=300, deadline=None)
def test_a_text_without_faults_shows_the_links_that_its_author_wrote(text: str) -> None:
    if check(text) == ():
        written = [
            child
            for token in reading.CHECKER.parse(subset.writable(text))
            for child in token.children or ()
            if child.type == "link_open"
        ]

        assert len(links(text)) == len(written)


@given(st.one_of(SIGNS, BITS))
@settings(max_examples=300, deadline=None)
def test_to_see_at_once_that_no_link_follows_changes_nothing(text: str) -> None:
    patient = type(reading.RENDERER)("commonmark", dict(reading.RENDERER.options))
    patient.enable("table").disable([*reading._NEVER, "fence", "hr", "html_block", "html_inline"])
    source = subset.writable(text)

    assert [one.as_dict() for one in reading.RENDERER.parse(source)] == [
        one.as_dict() for one in patient.parse(source)
    ]


@pytest.mark.parametrize(
    "text",
    ["## a\n\n[b](https://e.org)\\\n![c](d)", "| a | b |\n|---|--:|\n| [c](https://e.org) | ![d](e) |"],
)
def test_nobody_changes_what_the_next_one_reads(text: str) -> None:
    def seen() -> list[object]:
        return [
            subset._html_of_markdown(text, 1),
            subset._html_of_markdown(text, 0),
            to_inline(text),
            to_lines(text),
            links(text),
        ]

    first = seen()
    reading.read.cache_clear()

    assert seen() == first
    assert seen() == first


@given(st.one_of(WORDS, SIGNS), st.integers(1, 40))
@settings(deadline=None)
def test_a_limit_is_kept(text: str, limit: int) -> None:
    assert len(to_plain(text, limit)) <= limit


TABLE_BOMB = "|".join("a" * 200) + "\n" + "|".join("-" * 200) + "\n" + "a\n" * 300 + "\n"


@pytest.mark.parametrize(
    "bomb",
    [
        "[" * 1_000_000,
        "*" * 1_000_000,
        "[" * 99_000,
        "*" * 99_000,
        "![" * 16_000 + "](a)" * 16_000,
        ">" * 99_000,
        "- " * 49_000,
        "*a **a " * 14_000,
        "`" * 99_000,
        "<!--" * 24_000,
        TABLE_BOMB * 90,
    ],
    ids=lambda bomb: f"{bomb[:8]!r} x {len(bomb)}",
)
def test_a_bomb_neither_hangs_nor_crashes(bomb: str) -> None:
    started = time.process_time()
    check(bomb)
    html = to_html(bomb)
    to_inline(bomb), to_plain(bomb), links(bomb)

    assert_safe_text(html[:200_000])
    assert time.process_time() - started < 30


def test_a_text_thatis_too_long_becomes_plain_paragraphs() -> None:
    text = "<b>*a*</b>\n\n" + "b" * 100_000

    assert to_html(text) == "<p>&lt;b&gt;*a*&lt;/b&gt;</p>\n<p>" + "b" * 100_000 + "</p>"
    assert to_inline(text).startswith("&lt;b&gt;*a*&lt;/b&gt; b")
    assert links(text) == ()


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="a">A<a class="headerlink" href="#a" title="Permanent link">¶</a></h2>',
        '<table><caption>c</caption><thead><tr><th scope="col">a</th></tr></thead></table>',
        '<details class="note"><summary>s</summary><p>t</p></details>',
        '<figure><img alt="a" src="../a.png"><figcaption>c</figcaption></figure>',
        "<dl><dt>a</dt><dd>b</dd></dl>",
        '<p><abbr title="t">a</abbr> <kbd>k</kbd> <sub>1</sub></p>',
        '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>',
        '<div class="footnote"><hr><ol><li id="fn:1"><p>n</p></li></ol></div>',
        '<div class="admonition warning"><p class="admonition-title">W</p></div>',
        '<p lang="ar" dir="rtl">a</p>',
    ],
)
def test_a_hand_written_page_keeps_what_python_markdown_makes(html: str) -> None:
    assert clean_page(html) == html


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ('<p onclick="x" style="y" id="i">a</p>', '<p id="i">a</p>'),
        ("a<script>b</script><style>c</style><svg><path/></svg>d", "ad"),
        ('<form action="/x"><label>a</label><input name="b"></form>', "a"),
        ('<a href="javascript:x">a</a>', "<a>a</a>"),
        ('<a href="//evil.example">a</a>', "<a>a</a>"),
        (
            '<img src="https://evil.example/p.png" alt="A &lt;b&gt; &quot;c&quot;">',
            "A &lt;b&gt; &quot;c&quot;",
        ),
        ('<img src="//evil.example/p.png">', ""),
        ('<img src="/a.png" srcset="//evil.example/p.png 2x" alt="a">', '<img src="/a.png" alt="a">'),
        ('<img src="data:image/png;base64,AA" alt="a">', "a"),
        ('<div class="admonition takeover">a</div>', '<div class="admonition">a</div>'),
    ],
)
def test_a_hand_written_page_loses_what_it_may_not_hold(html: str, cleaned: str) -> None:
    assert clean_page(html) == cleaned


@pytest.mark.parametrize(
    "bomb",
    ["<div>" * 200_000, "<div>" * 9_000 + "</div>" * 9_000, "".join(f"<b id={i}><p>" for i in range(9_000))],
    ids=["unclosed", "closed", "formatting"],
)
def test_a_page_nested_beyond_reason_becomes_text(bomb: str) -> None:
    started = time.process_time()
    html = clean_page(bomb)

    assert Tags(html).tags == {"p"}
    assert time.process_time() - started < 10


def test_a_page_may_leave_out_closing_tags() -> None:
    assert clean_page("<ul><li>a<li>b</ul>" * 1_000).count("</li>") == 2_000


def test_document_is_cut_into_chapters_at_its_own_headings_only() -> None:
    text = "Before.\n\n## One *two*\n\nWords.\n\n### Inner\n\n> ## quoted\n\n## Three\n\n- a\n- b\n"

    assert chapters(text) == (
        Chapter("", "Before."),
        Chapter("One *two*", "Words.\n\n### Inner\n\n> ## quoted"),
        Chapter("Three", "- a\n- b"),
    )
    assert chapters("") == ()
    assert chapters("No heading.") == (Chapter("", "No heading."),)


def test_a_long_text_says_line_by_line_what_it_is() -> None:
    text = "## How\n\nWe **call** you.\n\n- by day\n  1. at once\n\n| a | b |\n| - | - |\n| 1 | 2 |"

    assert to_lines(text) == (
        Line("How", LineKind.HEADING),
        Line("We call you."),
        Line("by day", LineKind.ITEM, "-"),
        Line("at once", LineKind.ITEM, "1.", 1),
        Line("a | b", LineKind.ROW),
        Line("1 | 2", LineKind.ROW),
    )
