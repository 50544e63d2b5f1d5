"""Adverts and CVs as PDF: sensible paragraphs in reading order; and the small parts the reader is made of."""

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from indexer.read.blocks import Paragraph, TableRow
from indexer.read.pdf import read_pdf
from indexer.read.pdf.furniture import Leaf, furniture, is_page_number
from indexer.read.pdf.glyph_text import UNMAPPED, glyph_text
from indexer.read.pdf.grid import grids
from indexer.read.pdf.marks import Glyph, Line, Rule, Word
from indexer.read.pdf.page_breaks import join_pages
from indexer.read.pdf.vocabulary import Vocabulary
from indexer.read.pdf.words import words_of
from search.types import Place

LEFT = (
    "Kontak",
    "Jakarta Selatan",
    "0812 0000 0000",
    "Keahlian",
    "Excel tingkat lanjut",
    "Bahasa Inggris",
    "Negosiasi",
)
RIGHT = (
    "Pengalaman kerja sebagai supervisor penjualan di dua",
    "kota besar dengan tim berisi dua belas orang, memimpin",
    "rapat mingguan dan menyusun laporan bulanan untuk",
    "direksi perusahaan.",
    "Pendidikan terakhir sarjana manajemen dari perguruan",
    "tinggi negeri di Bandung, lulus dengan predikat baik",
    "sekali.",
)


def page(*lines: tuple[float, float, str], size: float = 11) -> bytes:
    """A page with texts at (x, distance from the top)."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(600, 800), invariant=1)
    canvas.setFont("Helvetica", size)
    for x, y, text in lines:
        canvas.drawString(x, 800 - y, text)
    canvas.save()
    return out.getvalue()


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_pdf(data, "cv.pdf") if isinstance(block, Paragraph)]


def words(text: str, y: float) -> Line:
    return Line(tuple(Word(word, 60.0 + 30 * n, 85.0 + 30 * n, y, 11.0) for n, word in enumerate(text.split())))


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [(40.0, 100 + 21.0 * n, text) for n, text in enumerate(LEFT)]
    right = [(230.0, 104 + 14.0 * n, text) for n, text in enumerate(RIGHT)]
    assert texts(page((40.0, 60, "Budi Santoso"), *left, *right)) == [
        "Budi Santoso",
        *LEFT,
        " ".join(RIGHT[:4]),
        " ".join(RIGHT[4:]),
    ]


def test_what_lies_beyond_the_shown_part_of_a_page_is_not_read() -> None:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(600, 800), invariant=1)
    canvas.setCropBox((0, 0, 600, 700))
    canvas.drawString(60, 750, "Catatan percetakan")
    canvas.drawString(60, 600, "Standar kompetensi")
    canvas.save()
    assert texts(out.getvalue()) == ["Standar kompetensi"]


@pytest.mark.parametrize("colon", [False, True])  # whether it stands in the label's second line
def test_a_label_that_wraps_beside_its_text(colon: bool) -> None:
    label: list[tuple[float, float, str]] = [(60, 100, "DESKRIPSI"), (60, 114, "UNIT"), (130, 100, ":")]
    if colon:
        label = [(60, 100, "DESKRIPSI"), (60, 114, "UNIT :")]
    text = (
        (145, 100, "Unit kompetensi ini berhubungan dengan sikap kerja yang dibutuhkan untuk"),
        (145, 114, "menata kamar."),
    )
    assert texts(page(*label, *text)) == [
        "DESKRIPSI UNIT : Unit kompetensi ini berhubungan dengan sikap kerja yang dibutuhkan untuk menata kamar."
    ]


def test_labels_and_dates_stay_in_their_lines() -> None:
    rows = [(f"20{n} - 20{n + 1}", f"Staf gudang PT Contoh {n}") for n in range(10, 16)]
    lines = [(x, 100 + 16.0 * n, row[c]) for n, row in enumerate(rows) for c, x in enumerate((40.0, 160.0))]
    assert texts(page(*lines)) == [f"{left} {right}" for left, right in rows]


def test_paragraphs_and_bullets() -> None:
    blocks = read_pdf(
        page(
            (60, 100, "Kami mencari seorang analis pemasaran yang bersedia bekerja di kantor pusat"),
            (60, 114, "di Surabaya."),
            (60, 142, "Tugas"),
            (60, 156, "• Menyusun laporan penjualan mingguan untuk seluruh cabang di Jawa dan Bali"),
            (70, 170, "serta Sumatra"),
            (60, 184, "• Menganalisis data pelanggan"),
        ),
        "iklan.pdf",
    )
    assert [(block.text, block.listed) for block in blocks if isinstance(block, Paragraph)] == [
        ("Kami mencari seorang analis pemasaran yang bersedia bekerja di kantor pusat di Surabaya.", False),
        ("Tugas", False),
        ("Menyusun laporan penjualan mingguan untuk seluruh cabang di Jawa dan Bali serta Sumatra", True),
        ("Menganalisis data pelanggan", True),
    ]


def test_a_ruled_table_with_a_missing_border() -> None:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(600, 800), invariant=1)
    for y in (700, 660, 620):
        canvas.line(100, y, 500, y)
    canvas.line(300, 700, 300, 620)
    for x, y, text in ((110, 680, "satu"), (310, 680, "dua"), (110, 640, "tiga"), (310, 640, "empat")):
        canvas.drawString(x, y, text)
    canvas.save()
    rows = [block.cells for block in read_pdf(out.getvalue(), "a.pdf") if isinstance(block, TableRow)]
    assert rows == [("satu", "dua"), ("tiga", "empat")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (0x41, "A"),
        (0xFB01, "fi"),
        (0xA0, " "),
        (0xF0B7, "•"),
        (0x02, "-"),
        (0x200B, ""),
        (0xFFFD, UNMAPPED),
        (0xD800, UNMAPPED),
    ],
)
def test_glyph_text(code: int, text: str) -> None:
    assert glyph_text(code) == text


@pytest.mark.parametrize("text", ["16", "- 36 -", "xii", "Halaman 3 dari 10", "12 / 40"])
def test_page_numbers(text: str) -> None:
    assert is_page_number(text)
    assert not is_page_number(f"{text} orang tamu")


def test_furniture_is_what_repeats_where_nothing_else_stands() -> None:
    pages = [
        Leaf(
            800.0,
            [words("Salinan sesuai aslinya", 30), words("BATASAN VARIABEL" if n % 2 else f"KODE UNIT : X.{n}a", 80)],
        )
        for n in range(10)
    ]
    assert furniture(pages) == [{0}] * 10


def test_text_over_a_table_at_the_foot_of_many_pages_is_no_furniture() -> None:
    tabled = [words(f"baris {letter}", 700.0 + 14 * row) for row, letter in enumerate("abc")]
    body = [words(f"teks {letter}", 90.0 + 14 * row) for row, letter in enumerate("abc")]
    lines = [words("jdih.kemnaker.go.id", 770.0), words("unit ini berlaku di tempat kerja", 686.0), *body]
    found = furniture([Leaf(800.0, lines, tabled)] * 6)
    assert [indexes & {0, 1} for indexes in found] == [{0}] * 6


def test_the_head_of_a_unit_at_the_top_of_many_pages_is_no_furniture() -> None:
    lines = [words("SALINAN", 40.0), words("BATASAN VARIABEL", 70.0), words("1. Konteks variabel", 84.0)]
    assert furniture([Leaf(800.0, lines)] * 6) == [{0}] * 6


def test_cells_without_a_line_between_are_one() -> None:
    rules = [Rule(True, y, 100, 300) for y in (100.0, 200.0)] + [Rule(True, 150.0, 200, 300)]
    rules += [Rule(False, x, 100, 200) for x in (100.0, 200.0, 300.0)]
    (grid,) = grids(rules)
    assert [len(set(row)) for row in grid.cells] == [2, 2]
    assert grid.cells[0][0] == grid.cells[1][0]
    assert grid.field(150, 170) == (1, 0)
    assert grid.field(50, 170) is None


def test_a_vocabulary_proves_only_what_the_document_prints() -> None:
    text = "kompetensi " * 6 + "kompeten si kerja sama kerjasama " + "kerjasama " * 20 + "bersama kerja pekerja"
    vocabulary = Vocabulary([words(text, 100)])
    assert vocabulary.proves_one_word("kompeten", "si", typed=True)
    assert not vocabulary.proves_one_word("kerja", "sama", typed=True)  # a word by itself, as `bersama` shows
    assert not vocabulary.proves_one_word("di", "antara", typed=True)
    assert vocabulary.has_hyphened("tamu", "tamu")


def test_numbers_in_columns_of_their_own() -> None:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(600, 800), invariant=1)
    for y in (720, 690, 640):
        canvas.line(60, y, 540, y)
    for x in (60, 260, 540):
        canvas.line(x, 720, x, 640)
    for x in (90, 300):  # below the header only
        canvas.line(x, 690, x, 640)
    cells = ((70, 700, "ELEMEN KOMPETENSI"), (270, 700, "KRITERIA UNJUK KERJA"), (65, 675, "1."), (95, 675, "Menata"))
    more = ((265, 675, "1.1"), (305, 675, "Kasur ditata."), (265, 655, "1.2"), (305, 655, "Lantai disapu."))
    for x, y, text in (*cells, *more):
        canvas.drawString(x, y, text)
    canvas.save()
    rows = [block.cells for block in read_pdf(out.getvalue(), "a.pdf") if isinstance(block, TableRow)]
    assert rows == [
        ("ELEMEN KOMPETENSI", "KRITERIA UNJUK KERJA"),
        ("1. Menata", "1.1 Kasur ditata.\n1.2 Lantai disapu."),
    ]


def test_numbers_below_the_heading_no() -> None:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(600, 800), invariant=1)
    for y in (720, 690, 640):
        canvas.line(60, y, 540, y)
    for x in (60, 90, 260, 300, 540):
        canvas.line(x, 720, x, 640)
    heads = ((65, 700, "NO"), (95, 700, "ELEMEN"), (265, 700, "NO"), (305, 700, "KRITERIA"))
    cells = ((65, 675, "1."), (95, 675, "Menata"), (265, 675, "1.1"), (305, 675, "Kasur ditata."))
    for x, y, text in (*heads, *cells):
        canvas.drawString(x, y, text)
    canvas.save()
    rows = [block.cells for block in read_pdf(out.getvalue(), "a.pdf") if isinstance(block, TableRow)]
    assert rows == [("NO ELEMEN", "NO KRITERIA"), ("1. Menata", "1.1 Kasur ditata.")]


def test_a_page_break_inside_a_word_said_twice() -> None:
    rows = [TableRow(("", "kamar masing-"), Place("page", 1)), TableRow(("", "masing tamu"), Place("page", 2))]
    assert [row.cells for row in join_pages(rows, Vocabulary([])) if isinstance(row, TableRow)] == [
        ("", "kamar masing-masing"),
        ("", "tamu"),
    ]


@pytest.mark.parametrize(("text", "expected"), [("KO", ["KO"]), ("ko", ["ko"]), ("kO", ["k", "O"])])
def test_a_blank_that_the_page_does_not_show(text: str, expected: list[str]) -> None:
    glyphs = [Glyph(text[0], 10, 17, 50, 10), Glyph(" ", 17, 17, 50, 10), Glyph(text[1], 17.1, 24, 50, 10)]
    assert [word.text for word in words_of(glyphs, ())] == expected
