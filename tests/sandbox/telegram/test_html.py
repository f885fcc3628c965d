"""The HTML parse mode, row by row, then by whatever hypothesis thinks of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.telegram.entities import Entity, find_commands, utf16_length
from sandbox.telegram.html import parse
from sandbox.telegram.tags import TAGS, MarkupError
from sandbox.telegram.tidy import tidied

REFUSED = (
    ("<br>", 'Unsupported start tag "br" at byte offset 0'),
    ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
    ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
    ("жж<UL>", 'Unsupported start tag "ul" at byte offset 4'),
    ("a < b", 'Unsupported start tag "" at byte offset 2'),
    ("x <3", "Unclosed start tag at byte offset 2"),
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b><i>x</i>", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("</b>", "Unexpected end tag at byte offset 0"),
    ("<b></b></", "Unexpected end tag at byte offset 7"),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ("🏟<i>a</i   ", "Unclosed end tag at byte offset 8"),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ('<span class="red">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("<a href=http://x>y</a>", "Unexpected end of name token at byte offset 8"),
    ("<i =x>y</i>", 'Empty attribute name in the tag "i" at byte offset 0'),
    ("<b/ >x</b>", 'Unsupported start tag "b/" at byte offset 0'),
    ("<b />x</b>", 'Empty attribute name in the tag "b" at byte offset 0'),
    ("<i a  =  ", 'Unclosed start tag "i" at byte offset 0'),
    ('<i a="&lt;>', "Unclosed start tag at byte offset 0"),
    ("<tg-emoji>👍</tg-emoji>", "Invalid custom emoji identifier specified"),
    ('<tg-emoji emoji-id="x">👍</tg-emoji>', "Invalid custom emoji identifier specified"),
    ('<tg-time unix="1" format="q">x</tg-time>', "Invalid date format used"),
    ('<tg-time unix="1" format="rt">x</tg-time>', "Invalid date format used"),
    ("&#xD83D;", "Text contains invalid Unicode characters after decoding HTML entities, "
     "check for unmatched surrogate code units"),
)  # fmt: skip

STYLED = (
    *((f"<{tag}>x</{tag}>", "bold") for tag in ("b", "strong", "B")),
    *((f"<{tag}>x</{tag}>", "italic") for tag in ("i", "em")),
    *((f"<{tag}>x</{tag}>", "underline") for tag in ("u", "ins")),
    *((f"<{tag}>x</{tag}>", "strikethrough") for tag in ("s", "strike", "del")),
    ("<tg-spoiler>x</tg-spoiler>", "spoiler"),
    ('<span class="tg-spoiler">x</span>', "spoiler"),
    ("<code>x</code>", "code"),
    ("<pre>x</pre>", "pre"),
    ("<blockquote>x</blockquote>", "blockquote"),
    ("<blockquote expandable>x</blockquote>", "expandable_blockquote"),
    ("<b class='any' id=5>x</b>", "bold"),
    ("<b>x</>", "bold"),
)

LITERAL = (
    ("a &lt;b&gt; &amp; &quot;c&quot;", 'a <b> & "c"'),
    ("&nbsp;&apos;&euro;", "&nbsp;&apos;&euro;"),
    ("you & me", "you & me"),
    ("&#65;&#x42;&lt", "AB<"),
    ("&#0; &#99999999999;", "&#0; &#99999999999;"),
    ("&#0000065; &#00000065;", "A &#00000065;"),
    ("a > b \"c\" 'd'", "a > b \"c\" 'd'"),
    ("<b></b>x", "x"),
)


def read(markup: str) -> tuple[str, tuple[Entity, ...]]:
    return tidied(*parse(markup))


def kinds(entities: tuple[Entity, ...]) -> list[tuple[str, int, int]]:
    return [(entity.type, entity.offset, entity.length) for entity in entities]


@pytest.mark.parametrize(("markup", "error"), REFUSED)
def test_what_is_not_telegrams_html_is_refused_in_its_words(markup: str, error: str) -> None:
    with pytest.raises(MarkupError) as refused:
        parse(markup)

    assert str(refused.value) == error


@pytest.mark.parametrize(("markup", "kind"), STYLED)
def test_every_tag_becomes_its_entity(markup: str, kind: str) -> None:
    text, entities = read(markup)

    assert (text, kinds(entities)) == ("x", [(kind, 0, 1)])


@pytest.mark.parametrize(("markup", "text"), LITERAL)
def test_what_is_no_tag_is_text(markup: str, text: str) -> None:
    assert read(markup) == (text, ())


def test_offsets_count_utf16_units() -> None:
    assert kinds(read("🏟ж<b>🏟</b>x<i>y</i>")[1]) == [("bold", 3, 2), ("italic", 6, 1)]


def test_a_language_is_taken_from_the_code_within_pre_and_from_nowhere_else() -> None:
    inside = read('<pre><code class="language-python">x</code></pre>')[1]
    alone = read('<code class="language-python">x</code>')[1]
    beside = read('<pre><code class="language-python">x</code> y</pre>')[1]

    assert [(entity.type, entity.language) for entity in inside] == [("pre", "python")]
    assert [(entity.type, entity.language) for entity in alone] == [("code", None)]
    assert [(entity.type, entity.language) for entity in beside] == [("pre", None)]


def test_links_are_checked_and_a_bad_one_is_dropped_without_a_word() -> None:
    links = {
        markup: [entity.url for entity in read(f'<a href="{markup}">x</a>')[1]]
        for markup in ("https://a.example/b?c&amp;d", "a.example", "HTTP://A.example:80", "http://localhost", "x y", "")
    }

    assert links == {
        "https://a.example/b?c&amp;d": ["https://a.example/b?c&d"],
        "a.example": ["http://a.example/"],
        "HTTP://A.example:80": ["http://a.example:80/"],
        "http://localhost": [],
        "x y": [],
        "": [],
    }


def test_a_link_to_a_user_mentions_them_and_a_link_without_address_is_its_text() -> None:
    mention = read('<a href="tg://user?id=42">x</a>')[1]
    own = read("<a>telegram.org</a>")[1]

    assert [(entity.type, entity.user_id) for entity in mention] == [("text_mention", 42)]
    assert [entity.url for entity in own] == ["http://telegram.org/"]


def test_a_time_keeps_its_format_and_none_before_1970_is_one() -> None:
    time = read('<tg-time unix="1647531900" format="wDT">x</tg-time>')[1]

    assert [(entity.unix_time, entity.date_time_format) for entity in time] == [(1647531900, "wDT")]
    assert read('<tg-time unix="0">x</tg-time>') == ("x", ())


def test_code_swallows_other_styles_and_cuts_those_around_it() -> None:
    assert kinds(read("<code>a<b>b</b></code>")[1]) == [("code", 0, 2)]
    assert kinds(read("<b>a<code>b</code>c</b>")[1]) == [("bold", 0, 1), ("code", 1, 1), ("bold", 2, 1)]


def test_quotes_do_not_nest_but_hold_styles() -> None:
    nested = read("<blockquote>a<blockquote>b</blockquote><b>c</b></blockquote>")[1]

    assert kinds(nested) == [("blockquote", 0, 3), ("bold", 2, 1)]


def test_spaces_around_are_trimmed_control_characters_become_spaces_and_returns_go() -> None:
    assert read(" \n a\r\nb\tc\x07 \n") == ("a\nb c", ())


def test_space_is_trimmed_up_to_the_first_style_and_cut_off_its_end() -> None:
    text, entities = read(" <b> x </b> ")

    assert (text, kinds(entities)) == (" x", [("bold", 0, 2)])


@pytest.mark.parametrize("blank", ["", "  \n", "\u200b\u2060", "<b> </b>", "\u2800"])
def test_nothing_is_left_of_what_cannot_be_seen(blank: str) -> None:
    assert read(blank) == ("", ())


def test_the_hundred_and_first_entity_loses_its_formatting_silently() -> None:
    text, entities = read("<b>x</b> " * 101)

    assert len(entities) == 100
    assert utf16_length(text) == 201


@pytest.mark.parametrize(
    ("text", "commands"),
    [
        ("/balance", ["/balance"]),
        ("see /a and /b@some_bot.", ["/a", "/b@some_bot"]),
        ("🏟 /a", ["/a"]),
        ("http://x/a a/b //c /d/ /é /fé", []),
    ],
)
def test_commands_are_found_anywhere_in_a_text(text: str, commands: list[str]) -> None:
    units = text.encode("utf-16-le")

    found = find_commands(text)

    assert [units[2 * one.offset : 2 * one.end].decode("utf-16-le") for one in found] == commands


pieces = st.one_of(
    st.sampled_from(sorted(TAGS)).flatmap(lambda tag: st.sampled_from([f"<{tag}>", f"</{tag}>", f"<{tag} "])),
    st.sampled_from(
        ("<", ">", "</", "/>", "&", "&#", "&#x", ";", "=", '"', "'", " ", "\n", "\r", "\0", "</>", "🏟", "ж")
    ),
    st.sampled_from(
        ("<a href='http://a.b'>", "<pre><code class='language-c'>", '<span class="tg-spoiler">', "&#xDC00;")
    ),
    st.sampled_from(('<tg-time unix="5" format="d">', '<tg-emoji emoji-id="7">')),
    st.text(),
)


@given(st.lists(pieces).map("".join))
def test_any_text_is_parsed_or_refused_and_entities_lie_within(markup: str) -> None:
    try:
        text, entities = read(markup)
    except MarkupError:
        return

    assert all(0 <= one.offset < one.end <= utf16_length(text) for one in entities)


@given(st.text())
def test_text_that_was_escaped_is_what_it_was(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")

    assert parse(escaped) == (text, ())
