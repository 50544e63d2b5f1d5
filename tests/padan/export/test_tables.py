"""CSV and XLSX: the right cells, and none that is a formula, whatever a person writes."""

import csv
import io

import pytest
from hostile import hostile_review
from hypothesis import example, given, settings
from hypothesis import strategies as some
from openpyxl import load_workbook

from padan.export.csv_file import to_csv
from padan.export.review import Review
from padan.export.words import Language, Words
from padan.export.xlsx_file import to_xlsx
from search.text.cells import harmless, printable

ID, EN = Words(Language.INDONESIAN), Words(Language.ENGLISH)
SIGNS = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
HEADER = [
    *("Kode unit", "Judul unit", "No. elemen", "Elemen", "No. KUK", "Kriteria unjuk kerja (KUK)", "Status"),
    *("Status menurut", "Temuan Padan", "Kutipan dari teks", "Bukti dari pengisi", "K/BK menurut pengisi"),
    "Langkah berikutnya",
]


def rows(data: bytes, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_one_row_a_criterion(said: Review) -> None:
    header, *found = rows(to_csv(said, ID))
    assert header == HEADER
    assert [row[4:9] for row in found] == [
        ["1.1", "Beras dicuci.", "Lemah", "pengisi", "Terbukti"],
        ["1.2", "Bumbu diulek.", "Terbukti", "pengisi", "Belum terlihat"],
        ["2.1", "Piring dihias.", "Terbukti", "Padan", "Terbukti"],
        ["", "", "Terbukti", "pengisi", "Belum terlihat"],
    ]
    assert [row[9:12] for row in found] == [
        ["Beras dicuci", "", "K"],
        ["", "'=1+1 mengulek bumbu rendang", "K"],
        ["Piring dihias", "", "BK"],
        ["", "Pelayan, 2019", ""],
    ]
    assert [row[12] for row in found] == [
        "Perjelas: tulis apa yang dikerjakan, seberapa sering, dan hasilnya.",
        "Bawa bukti ini ke asesmen; asesor yang menilainya.",
        "Siapkan dokumen yang menguatkannya, misalnya laporan atau contoh hasil kerja.",
        "Bawa bukti ini ke asesmen; asesor yang menilainya.",
    ]
    assert rows(to_csv(said, EN))[0][6] == "State"


def test_a_workbook_of_three_sheets(said: Review, found: Review) -> None:
    book = load_workbook(io.BytesIO(to_xlsx(said, ID)))
    assert book.sheetnames == ["KUK", "Unit", "Unit berikutnya"]
    first = [[cell.value for cell in row] for row in book["KUK"].iter_rows()]
    assert first[0] == HEADER
    assert first[2][4:12] == [
        *("1.2", "Bumbu diulek.", "Terbukti", "pengisi", "Belum terlihat", None),
        *("=1+1 mengulek bumbu rendang", "K"),
    ]
    assert [[cell.value for cell in row] for row in book["Unit"].iter_rows(min_row=2)] == [
        ["I.55COK00.001.1", "Memasak Nasi Goreng", "Lemah", 2, 1, 0],
        ["I.55COK00.003.1", "Melayani Tamu", "Terbukti", None, None, None],
    ]
    assert [[cell.value for cell in row] for row in book["Unit berikutnya"].iter_rows(min_row=2)] == [
        ["I.55COK00.002.1", "Membersihkan Dapur", "Belum terlihat", "prasyarat untuk I.55COK00.001.1", None],
        ["I.55COK00.001.1", "Memasak Nasi Goreng", "Lemah", "diminta lowongan", "1.2"],
    ]
    assert load_workbook(io.BytesIO(to_xlsx(found, ID))).sheetnames == ["KUK", "Unit"]


@pytest.mark.parametrize("make", [to_csv, to_xlsx])
def test_the_same_review_gives_the_same_bytes(said: Review, make: type) -> None:
    assert make(said, ID) == make(said, ID)


@given(some.text(some.sampled_from(" \t\r\n;,|'\"=+-@\uff1dab\ud800\x07")), some.text())
@example('x;"=1+1', "-2")
@example("\r=cmd", '"\t@SUM(A1)')
def test_no_cell_begins_like_a_formula_however_the_file_is_split(first: str, second: str) -> None:
    data = to_csv(hostile_review(first, second), ID)
    for delimiter in ",;\t|":
        cells = [cell for row in rows(data, delimiter) for cell in row]
        assert not [cell for cell in cells if cell.lstrip(' "').startswith(SIGNS)]
    assert len(rows(data)) == 2


@settings(max_examples=30, deadline=None)
@given(some.text(), some.text())
@example("=1+1", "{=SUM(A1)}")
@example("http://example.com", "mailto:a@b")
@example("x" * 40_000, "_x0041_\ud800\x00")
def test_a_workbook_holds_text_only(first: str, second: str) -> None:
    book = load_workbook(io.BytesIO(to_xlsx(hostile_review(first, second), ID)))
    cells = [cell for row in book["KUK"].iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not [cell for cell in cells if cell.hyperlink]
    assert all(cell.quotePrefix for cell in cells)


@given(some.text())
def test_harmless_text_is_one_line_and_stays_as_it_is(text: str) -> None:
    once = harmless(text)
    assert once == harmless(once)
    assert once.split("\n") == [once]
    assert once.replace("'", "") == " ".join(printable(text).split()).replace("'", "")


def test_text_that_is_no_formula_is_left_alone() -> None:
    for text in ("Omzet naik 20%, dari 5 ke 6", "1.1", "e-mail a@b.id", "C++; Java", "“-5” derajat"):
        assert harmless(text) == text
    assert harmless("- Beras dicuci\n- Piring dihias") == "'- Beras dicuci - Piring dihias"
