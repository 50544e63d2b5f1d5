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
