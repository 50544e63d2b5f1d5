"""The printable page: everything on it, and nothing of it markup."""

import re

import pytest
from hostile import hostile_review
from hypothesis import example, given
from hypothesis import strategies as some
from lxml import html

from padan.export.html_page import to_html
from padan.export.review import Review
from padan.export.words import Language, Words

ID, EN = Words(Language.INDONESIAN), Words(Language.ENGLISH)
OURS = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "section", "table", "tbody", "tr", "td"),
    *("blockquote", "b", "strong", "ul", "ol", "li"),
}


def said_on(page: bytes) -> str:
    body = html.document_fromstring(page.decode()).body
    return re.sub(r"\s+", " ", " ".join(text for text in body.itertext() if text.strip()))


def test_what_the_page_says(said: Review) -> None:
    shown = said_on(to_html(said, ID))
    for text in (
        "Kesenjangan per kriteria 2 terbukti · 1 lemah · 0 belum terlihat 3 di antaranya menurut pengisi.",
        "K dan BK hanya diisi oleh yang bersangkutan; Padan tidak menilai kompetensi siapa pun.",
        "Unit berikutnya, menurut urutan prasyarat I.55COK00.002.1 Membersihkan Dapur : Belum terlihat "
        "(prasyarat untuk I.55COK00.001.1)",
        "Elemen 1: Menyiapkan bahan Jawaban pengisi atas “Dapatkah Saya …?”: K",
        "1.1 Beras dicuci. “Beras dicuci” → Perjelas: tulis apa yang dikerjakan, seberapa sering, dan hasilnya. "
        "Lemah diubah oleh pengisi; temuan Padan: Terbukti",
        "Bukti dari pengisi: =1+1 mengulek bumbu rendang → Bawa bukti ini ke asesmen; asesor yang menilainya.",
        "Katalog hanya memuat judul unit ini",
        "Unit prasyarat I.55COK00.002.1 Membersihkan Dapur: Belum terlihat",
        "Ada di teks, di luar unit-unit ini “Merawat kucing”",
    ):
        assert text in shown
    assert "set by the person; Padan found: Evidenced" in said_on(to_html(said, EN))
    assert to_html(said, ID) == to_html(said, ID)


@given(some.text(), some.text())
@example("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>')
@example("</style><b onload=1>", "&lt;script&gt; \ud800\x00")
def test_other_peoples_text_is_never_markup(first: str, second: str) -> None:
    tree = html.document_fromstring(to_html(hostile_review(first, second), ID).decode())
    assert {element.tag for element in tree.iter()} <= OURS
    assert {name for element in tree.body.iter() for name in element.attrib} <= {"class"}


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "&amp; &lt;b&gt;", "a\n\nb"])
def test_and_shows_as_it_was_written(text: str) -> None:
    tree = html.document_fromstring(to_html(hostile_review("x", text), ID).decode())
    assert {quote.text for quote in tree.iter("blockquote")} == {f"“{text}”"}


def test_nothing_on_the_page_may_run_or_be_loaded(said: Review) -> None:
    page = to_html(said, ID).decode()
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert not re.search(r"https?:|src=|href=|url\(|@import|<script", page)
