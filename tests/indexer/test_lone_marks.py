"""Numbers and colons that a web page sets in blocks of their own belong to the text beside them."""

from indexer.decree.lone_marks import with_marks
from indexer.decree.parse import parse_decree
from indexer.read.blocks import Paragraph
from indexer.read.html import read_html
from search.types import Place

PAGE = """
<div><div>KODE UNIT</div><div>:</div><div>I.55HDR00.001.2</div></div>
<div><div>JUDUL UNIT</div><div>: Menerima Tamu</div></div>
<table><tr><th>ELEMEN KOMPETENSI<th>KRITERIA UNJUK KERJA
<tr><td><span>1</span>Menyambut tamu<td>1.1 Salam diucapkan.</table>
<div><div>BATASAN VARIABEL</div></div>
<div><div>1.</div><div>Konteks variabel</div></div>
<div><div>1.1</div><div>Unit ini berlaku untuk petugas.</div></div>
"""


def texts(*lines: str) -> list[str]:
    blocks = with_marks([Paragraph(line, Place("line", n)) for n, line in enumerate(lines, start=1)])
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def test_lone_marks_are_joined() -> None:
    assert texts("2.", "Peralatan", "a)", "Kasur") == ["2. Peralatan", "a) Kasur"]
    assert texts("JUDUL UNIT", ":", "Menata Kamar") == ["JUDUL UNIT : Menata Kamar"]


def test_other_lines_stay_apart() -> None:
    for lines in (("16", "Kasur"), ("1.", "2."), ("Tamu terdiri dari", ": Budi"), ("KODE : A", "MENATA")):
        assert texts(*lines) == list(lines)


def test_a_page_laid_out_in_blocks_is_a_decree() -> None:
    (unit,) = parse_decree(read_html(PAGE.encode(), "a.html"), "a.html").units
    assert (unit.code, unit.title) == ("I.55HDR00.001.2", "Menerima Tamu")
    assert [(element.title, [one.no for one in element.criteria]) for element in unit.elements] == [
        ("Menyambut tamu", ["1.1"])
    ]
    assert unit.context == ("Unit ini berlaku untuk petugas.",)
