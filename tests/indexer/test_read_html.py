"""HTML pages become blocks as a browser shows them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.read.blocks import TableRow
from indexer.read.html import read_html
from indexer.read.limits import Limits
from search.errors import InputError


def texts(page: str | bytes) -> list[str | tuple[str, ...]]:
    blocks = read_html(page if isinstance(page, bytes) else page.encode(), "x.html")
    return [block.cells if isinstance(block, TableRow) else block.text for block in blocks]


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<h1>Judul</h1><p>satu <b>dua</b>\n tiga</p>empat", ["Judul", "satu dua tiga", "empat"]),
        ("a<br>b<hr>c<div>d</div>e", ["a", "b", "c", "d", "e"]),
        ("<ul><li>satu<li><p>dua</p></ul>", ["satu", "dua"]),
        ("<ol start=3><li>a<li value=7>b<li>c</ol><ol type=a><li>d</ol>", ["3. a", "7. b", "8. c", "a. d"]),
        ("<ol><li>a<ol type=i><li>b</ol><li>c</ol>", ["1. a", "i. b", "2. c"]),
        ("<pre>satu\n\n  dua\n</pre>", ["satu", "dua"]),
        ("A &amp; B &lt;p&gt; &eacute;&nbsp;&#8226;", ["A & B <p> é •"]),
        ("<head><title>t</title><style>s</style></head><script>x</script><noscript>n</noscript>isi", ["isi"]),
        ("<p hidden>a</p><p style='color:red; display : none'>b</p><span style='visibility:hidden'>c</span>d", ["d"]),
        ("<p style='display:block'>tampak<!-- catatan --><?pi x?></p>", ["tampak"]),
        ("<select><option>a</select><textarea>b</textarea><template>c</template><svg><text>d</text></svg>e", ["e"]),
        ("<a href='http://127.0.0.1:9/'>tautan</a><img src='http://127.0.0.1:9/x.png' alt=gambar>", ["tautan"]),
        ("<table><tr><th>NO<th>Kode<tr><td><td> satu<br>dua </table>", [("NO", "Kode"), ("", "satu\ndua")]),
        ("<table><caption>Daftar</caption><tbody><tr><td>a</td></tr></tbody></table>", ["Daftar", ("a",)]),
        ("<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>", [("a", "b", ""), ("", "c", "d")]),
        ("<table><tr><td>a<td rowspan=3>b<tr><tr><td>c</table>", [("a", "b"), ("c", "")]),
        ("<table><tr><td>a<td><table><tr><td>b<td>c</table>d</table>", [("a", "b c\nd")]),
        ("<table><tr><td>x<table><tr><td>a<td>b</table></table>y", ["x", ("a", "b"), "y"]),
        ("</td></table><tr>a<td>b", ["a", "b"]),
    ],
)  # fmt: skip
def test_what_a_page_shows(page: str, shown: list[str]) -> None:
    assert texts(page) == shown


def test_places_are_lines_of_the_source_and_items_are_listed() -> None:
    blocks = read_html(b"<p>a\n<ul>\n<li>b\n<li><div>c</div></ul>\n<table>\n<tr><td>d</table>", "x.html")
    assert [(block.place.number, getattr(block, "listed", None)) for block in blocks] == [
        (1, False),
        (3, True),
        (4, True),
        (6, None),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "é".encode(),
        b"\xef\xbb\xbf" + "<meta charset=latin1>é".encode(),
        "\ufeffé".encode("utf-16-le"),
        "\ufeffé".encode("utf-16-be"),
        b"<meta charset='iso-8859-1'>\xe9",
        b"<META http-equiv=Content-Type content='text/html; charset=windows-1252'>\xe9",
        b"<?xml version='1.0' encoding='iso-8859-15'?><html>\xe9",
        "<meta charset=utf-16>é".encode(),
        b"<meta charset=rot13>\xe9",
        b"<meta charset=idna>\xe9",
        b"<meta charset=undefined>\xe9",
        b"<meta charset=unknown>\xe9",
        b"\xe9",
    ],
)
def test_encodings(page: bytes) -> None:
    assert texts(page) == ["é"]


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (b"<p>a\0b", "x.html is a binary file, not HTML."),
        (b"<div>" * 5_000 + b"CANARY", "x.html nests its elements deeper than any page."),
        (b"<table><tr><td>" * 5_000, "x.html nests its elements deeper than any page."),
        (b"<p>x" * 101, "x.html has 103 elements, more than the 102 allowed."),
        (b"<table>" + b"<tr><td>x" * 21, "x.html has 21 table cells, more than the 20 allowed."),
        (b"<table><tr>" + b"<td rowspan=9>x" * 9 + b"<tr>" * 9, "x.html has a table of at least 27 cells, more than"),
    ],
)
def test_pages_beyond_the_limits_are_one_line(monkeypatch: pytest.MonkeyPatch, page: bytes, message: str) -> None:
    limits = Limits(cells=20, elements=102 if len(page) < 5_000 else 10**6)
    monkeypatch.setattr("indexer.read.checks.LIMITS", limits)
    monkeypatch.setattr("indexer.read.tables.LIMITS", limits)
    with pytest.raises(InputError) as error:
        read_html(page, "x.html")
    assert str(error.value).startswith(message)
    assert "CANARY" not in str(error.value)


def test_a_page_of_a_thousand_levels_is_read() -> None:
    assert texts("<font>" * 1_000 + "dalam") == ["dalam"]


TAGS = st.sampled_from(
    "<table> </table> <tr> </tr> <td> <td~rowspan=3> </td> <ol> </ol> <li> </li> <p> <div> </div> <pre> </pre> <br> "
    "<b> </b> <script> </script> <p~hidden> &amp; &#0; <!-- --> <![CDATA[ ]]> kata".split()
)


@settings(max_examples=200, deadline=None)
@given(st.lists(TAGS | st.text(max_size=5), max_size=40))
def test_any_soup_gives_blocks_in_order_of_their_lines(parts: list[str]) -> None:
    blocks = read_html("\n".join(parts).replace("~", " ").replace("\0", "").encode("utf-8", "replace"), "x.html")
    assert all(block.place.number >= 1 for block in blocks)
    assert all(any(block.cells) if isinstance(block, TableRow) else block.text for block in blocks)
