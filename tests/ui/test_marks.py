"""Any text with any marks: nothing lost, nothing added, nothing left that a browser could take for markup."""

import html
import re
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from padan.ui.marks import Look, Mark, Piece, marked, pieces, word_marks
from padan.ui.markup import NOTHING, Html, plain, tag
from search.text.stem import Stemmer

HOSTILE = "<img src=x onerror=alert(1)> & \"quoted\" 'single' **bold** :smile: $x^2$ [link](javascript:alert(1))"
TEXTS = st.text() | st.just(HOSTILE)
MARKS = st.lists(
    st.builds(
        Mark,
        st.integers(-5, 60),
        st.integers(-5, 60),
        st.sampled_from(Look),
        st.none() | st.integers(1, 99),
        st.none() | st.integers(0, 99),
    )
)


@given(TEXTS, MARKS)
def test_the_pieces_are_the_text(text: str, marks: list[Mark]) -> None:
    assert "".join(piece.text for piece in pieces(text, marks)) == text


@given(TEXTS, MARKS)
def test_markup_without_our_tags_is_the_text_again(text: str, marks: list[Mark]) -> None:
    shown = marked(text, marks).markup
    bare = re.sub(r"</?span[^<>]*>", "", shown)
    assert "<" not in bare
    assert ">" not in bare
    assert html.unescape(bare) == html.unescape(plain(text).markup)


@given(st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs"])))
def test_plain_text_comes_back_from_its_escape(text: str) -> None:
    assert html.unescape(plain(text).markup) == text
    plain(text).markup.encode("utf-8")


@given(st.text())
def test_any_text_can_be_sent(text: str) -> None:
    plain(text).markup.encode("utf-8")


def test_what_utf8_cannot_carry_becomes_a_sign_for_it() -> None:
    assert plain("a\ud800b\0c") == Html("a\ufffdb\ufffdc")


def test_hostile_text_is_shown_as_it_was_written() -> None:
    assert marked(HOSTILE, [Mark(0, 4, Look.CHOSEN, 1)]).markup == (
        '<span class="padan-mark padan-chosen" data-number="1" id="padan-statement-1">&lt;img</span>'
        " src=x onerror=alert(1)&gt; &amp; &quot;quoted&quot; &#x27;single&#x27; **bold** :smile: $x^2$ "
        "[link](javascript:alert(1))"
    )


def test_a_statement_can_be_chosen_by_mouse_and_keyboard() -> None:
    button = 'data-choose="statement:7" role="button" tabindex="0" aria-pressed'
    number = 'data-number="3" id="padan-statement-3"'
    assert marked("ab", [Mark(0, 1, Look.NOISE, statement=7), Mark(1, 2, Look.PICKED, 3, 7)]).markup == (
        f'<span class="padan-mark padan-noise" {button}="false">a</span>'
        f'<span class="padan-mark padan-picked" {number} {button}="true">b</span>'
    )


def test_attributes_are_escaped_too() -> None:
    assert tag("a", "x", href='"><script>').markup == '<a href="&quot;&gt;&lt;script&gt;">x</a>'
    assert NOTHING + tag("p", tag("b", "1 < 2")) == Html("<p><b>1 &lt; 2</b></p>")


def test_a_text_of_many_marks_is_not_slow() -> None:
    count = 50_000
    start = process_time()
    shown = marked("ab " * count, [Mark(3 * n, 3 * n + 2, Look.EVIDENCE, n) for n in range(count)])
    assert process_time() - start < 5  # below a second; over a minute when each mark copies all before it
    assert shown.markup.count("<span") == count


def test_the_earlier_mark_keeps_what_two_claim() -> None:
    found = pieces("abcdef", [Mark(2, 5, Look.NOISE), Mark(1, 3, Look.CHOSEN, 7), Mark(4, 4, Look.HIT)])
    assert found == (
        Piece("a"),
        Piece("bc", Look.CHOSEN, 7),
        Piece("de", Look.NOISE),
        Piece("f"),
    )


def test_words_are_marked_by_stem_and_slang() -> None:
    text = "Keluhan pelanggan ditangani."
    marks = word_marks(text, "cara menangani komplen & pelanggan2", Stemmer())
    assert [text[mark.start : mark.end] for mark in marks] == ["Keluhan", "pelanggan", "ditangani"]
    assert word_marks(text, "", Stemmer()) == []
