"""Ruled tables as PDF, each drawn line by line: their rows as the reader gives them."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from indexer.read.blocks import TableRow
from indexer.read.pdf import read_pdf

Text = tuple[float, float, str]  # from the left, from the bottom
Stroke = tuple[float, float, float, float]


def rows_of(texts: Sequence[Text], strokes: Sequence[Stroke]) -> list[tuple[str, ...]]:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(600, 800), invariant=1)
    for stroke in strokes:
        canvas.line(*stroke)
    for text in texts:
        canvas.drawString(*text)
    canvas.save()
    return [block.cells for block in read_pdf(out.getvalue(), "a.pdf") if isinstance(block, TableRow)]


def box(xs: Sequence[float], ys: Sequence[float]) -> list[Stroke]:
    """All lines of a table with these edges."""
    return [(xs[0], y, xs[-1], y) for y in ys] + [(x, ys[0], x, ys[-1]) for x in xs]


def test_elements_in_the_middle_of_rows_without_a_line_between() -> None:
    first = ("1.1 Kasur ditata.", "1.2 Linen diganti.", "1.3 Bantal disusun.")
    second = ("2.1 Lantai disapu.", "2.2 Debu dilap.", "2.3 Lampu dicek.", "2.4 Pintu dikunci.")
    criteria = [(265, 700 - 20 * n, text) for n, text in enumerate((*first, *second))]
    elements = [(65, 690, "1. Menata tempat tidur tamu hotel"), (65, 670, "berbintang"), (65, 610, "2. Menutup kamar")]
    assert rows_of([*elements, *criteria], box((60, 260, 540), (720, 560))) == [
        ("1. Menata tempat tidur tamu hotel berbintang", "\n".join(first)),
        ("2. Menutup kamar", "\n".join(second)),
    ]


def test_a_number_in_the_middle_of_its_row_stands_before_the_text() -> None:
    texts = [
        (65, 705, "ELEMEN"),
        (205, 705, "NO"),
        (245, 705, "KRITERIA"),
        (65, 670, "1. Menata kamar"),
        (205, 670, "1.1"),
    ]
    texts += [(245, 685, "Kasur ditata sesuai"), (245, 671, "prosedur hotel yang"), (245, 657, "berlaku.")]
    assert rows_of(texts, box((60, 200, 240, 400), (720, 700, 650)))[1:] == [
        ("1. Menata kamar", "1.1 Kasur ditata sesuai prosedur hotel yang berlaku.")
    ]


def test_the_row_that_numbers_columns_hides_no_number_column() -> None:
    texts = [(x, 705, name) for x, name in zip((65, 205, 245), ("ELEMEN", "NO", "KRITERIA"), strict=True)]
    texts += [(x, 685, str(n)) for n, x in enumerate((65, 205, 245), start=1)]
    texts += [(65, 665, "1. Menata kamar"), (205, 665, "1.1"), (245, 665, "Kasur ditata.")]
    rows = rows_of(texts, box((60, 200, 240, 400), (720, 700, 680, 660)))
    assert rows[-1] == ("1. Menata kamar", "1.1 Kasur ditata.")


def test_elements_without_lines_beside_criteria_with_lines() -> None:
    criteria = ["1.2 Bantal ditata.", "2.1 Lantai disapu.", "2.2 Debu dilap.", "3.1 Pintu dikunci."]
    texts = [(245, 705 - 20 * n, text) for n, text in enumerate(criteria)]
    texts += [(65, 685, "2 Membersihkan kamar mandi"), (65, 671, "tamu"), (65, 645, "3 Menutup kamar")]
    level = [(240, 720 - 20 * n, 400, 720 - 20 * n) for n in range(5)]
    upright = [(x, 720, x, 640) for x in (60, 240, 400)]  # the left border meets no other line
    assert rows_of(texts, [*level, *upright]) == [
        ("", "1.2 Bantal ditata."),
        ("2 Membersihkan kamar mandi tamu", "2.1 Lantai disapu.\n2.2 Debu dilap."),
        ("3 Menutup kamar", "3.1 Pintu dikunci."),
    ]


def test_an_open_table_with_a_wrapped_header_that_numbers_its_columns() -> None:
    texts = [(65, 700, "ELEMEN"), (205, 700, "KRITERIA"), (65, 686, "KOMPETENSI"), (205, 686, "UNJUK KERJA")]
    texts += [(65, 670, "1"), (205, 670, "2"), (65, 654, "1 Menata kamar"), (205, 654, "1.1 Kasur ditata.")]
    assert rows_of([*texts, (65, 638, "2 Menutup kamar"), (205, 638, "2.1 Pintu dikunci.")], []) == [
        ("ELEMEN KOMPETENSI", "KRITERIA UNJUK KERJA"),
        ("1 Menata kamar", "1.1 Kasur ditata."),
        ("2 Menutup kamar", "2.1 Pintu dikunci."),
    ]


def test_a_table_goes_on_without_lines_on_the_next_page() -> None:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(600, 800), invariant=1)
    for stroke in box((60, 200, 400), (720, 700, 640)):
        canvas.line(*stroke)
    for x, y, text in (
        (65, 705, "ELEMEN"),
        (205, 705, "KRITERIA"),
        (65, 680, "1. Menata"),
        (205, 680, "1.1 Kasur ditata."),
    ):
        canvas.drawString(x, y, text)
    canvas.showPage()
    for x, y, text in ((65, 740, "2. Menutup"), (205, 740, "2.1 Pintu dikunci."), (60, 700, "BATASAN VARIABEL")):
        canvas.drawString(x, y, text)
    canvas.save()
    blocks = read_pdf(out.getvalue(), "a.pdf")
    assert [block.cells if isinstance(block, TableRow) else block.text for block in blocks[1:]] == [
        ("1. Menata", "1.1 Kasur ditata."),
        ("2. Menutup", "2.1 Pintu dikunci."),
        "BATASAN VARIABEL",
    ]
