"""List and bodies of units: sections however they are headed, and findings for what contradicts."""

from collections.abc import Callable

import pytest

from indexer.decree import parse_decree
from indexer.decree.codes import find_code, whole_code
from indexer.read.markdown import blocks_of_text
from search.catalogue import code_key
from search.types import Decree, Finding, Place

Parse = Callable[[str], Decree]

LIST = "NO\tKode Unit\tJudul Unit Kompetensi\n1.\tA.11BCD00.001.1\tMenata Kamar\n2.\tA.11BCD00.002.1\tMenyapu Lantai\n"
BODY = """KODE UNIT : A.11BCD00.001.1
JUDUL UNIT : Menata Kamar
DESKRIPSI UNIT : Unit ini tentang kamar.
ELEMEN KOMPETENSI\tKRITERIA UNJUK KERJA
1. Menata kasur\t1.1 Kasur ditata.
BATASAN VARIABEL
"""


def finding(decree: Decree, kind: str) -> Finding:
    return next(finding for finding in decree.findings if finding.kind == kind)


def test_codes() -> None:
    assert find_code("2.1 M.70.MKT00.005.2 : Mengidentifikasi") == "M.70.MKT00.005.2"
    assert find_code("J.591200.001.01") == "J.591200.001.01"
    assert find_code("M74DKV13.015.3, versi 2.0.1") == "M74DKV13.015.3"
    assert find_code("Nomor KEP.123 dan situs www.kemnaker.go.id") is None
    assert whole_code("M.70MKT00. 025.2") == "M.70MKT00.025.2"
    assert whole_code("M.70MKT00.025.2 Judul") is None
    assert code_key("m.70.mkt00.025.2") == code_key("M.70MKT00.025.2") == "M70MKT000252"


def test_a_title_that_never_ends_is_cut_and_told_of_in_few_words(parse: Parse) -> None:
    decree = parse(LIST + "\t\tdan lagi\n" * 2_000)
    assert decree.units[1].title == "Menyapu Lantai" + " dan lagi" * 109
    cut = [found.message for found in decree.findings if found.kind == "list-row-unread"]
    assert len(cut) == 1_001
    assert cut[-1] == "891 more findings of this kind."
    assert cut[0] == "A row goes on with a title beyond 1,000 characters; it is left out."


def test_the_lists_own_oddities(parse: Parse) -> None:
    decree = parse(
        LIST + "\t\tyang Luas\n4.\tA.11BCD00.004.1\tMenyetrika\n5.\tA11BCD00.004.1\tMencuci\n6.\t\tTanpa kode\n"
    )
    assert [(unit.code, unit.title) for unit in decree.units] == [
        ("A.11BCD00.001.1", "Menata Kamar"),
        ("A.11BCD00.002.1", "Menyapu Lantai yang Luas"),
        ("A.11BCD00.004.1", "Menyetrika"),
    ]
    assert finding(decree, "list-gap").message == "The unit list goes from no. 2 to no. 4."
    assert "'Menyetrika' and 'Mencuci'" in finding(decree, "duplicate-code").message
    assert finding(decree, "list-row-unread").where == Place("line", 7)


def test_a_list_without_tabs(parse: Parse) -> None:
    text = "NO\tKode Unit\tJudul Unit Kompetensi\n1. A.11BCD00.001.1 Menata Kamar\n12\n2. A.11BCD00.002.1 Menyapu\n"
    assert [unit.title for unit in parse(text).units] == ["Menata Kamar", "Menyapu"]


@pytest.mark.parametrize(
    ("sections", "name", "items"),
    [
        ("1. Konteks variabel\n1.1 Satu\n1.2 Dua", "context", ("Satu", "Dua")),
        ("1 Konteks  variabel :\n- 1.1 Satu\n- 1.2 Dua", "context", ("Satu", "Dua")),
        ("1.Konteks variabel\n1.1 Satu yang\nberlanjut\n1.3 Tiga", "context", ("Satu yang berlanjut", "Tiga")),
        ("1. Konteks variabel\n1.1 Satu:\na. Dua\nb) Tiga", "context", ("Satu:", "Dua", "Tiga")),
        ("1. Konteks variabel\n1.1 Satu dari\n20 orang\n2.0 GHz", "context", ("Satu dari 20 orang 2.0 GHz",)),
        ("1. Konteks variabel\nTanpa nomor", "context", ("Tanpa nomor",)),
        ("1.\tKonteks variabel\n1.1\tSatu", "context", ("Satu",)),
        ("2. Peralatan dan perlengkapan\n2.1 Peralatan\n2.1.1 Sapu", "equipment", ("Sapu",)),
        ("2. Peralatan dan perlengkapan\n2.1 Sapu\n2.2 Pel", "equipment", ("Sapu", "Pel")),
        ("2. Peralatan dan perlengkapan\n2.1 Peralatan\n2.2 Perlengkapan\n2.2.1 Kain", "supplies", ("Kain",)),
        ("3. Peraturan yang diperlukan\n3.1 (Tidak ada.)", "rules", ()),
        ("PANDUAN PENILAIAN\n5. Aspek kritiis\n5.1 Teliti", "critical_aspects", ("Teliti",)),
        ("4. Sikap kerja yang diperlukan\n4.1 Teliti", "attitudes", ("Teliti",)),
        ("3. Pengetahuan dan keterampilan yang diperlukan\n3.1 Pengetahuan\n3.1.1 Keterampilan",
         "knowledge", ("Keterampilan",)),
        ("5. Aspek kritis\n5.1 Teliti\nKOMPETENSI KUNCI\nNO\tKOMPETENSI KUNCI\n1.\tInformasi",
         "critical_aspects", ("Teliti",)),
        ("PANDUAN PENILAIAN\n1. Penjelasan prosedur penilaian\n1.1 Tes\n3. Pengetahuan yang dibutuhkan\n3.1 Satu",
         "knowledge", ("Satu",)),
        ("PANDUAN PENILAIAN\n5. Aspek kritis\n5.1 Teliti\nBAB III\nPENUTUP", "critical_aspects", ("Teliti",)),
    ],
)  # fmt: skip
def test_sections(parse: Parse, sections: str, name: str, items: tuple[str, ...]) -> None:
    assert getattr(parse(LIST + BODY + sections).units[0], name) == items


def test_prerequisites(parse: Parse) -> None:
    decree = parse(
        LIST + BODY + "PANDUAN PENILAIAN\n2. Persyaratan kompetensi\n"
        "2.1 A.11.BCD00.002.1 : Menyapu Lantai\n2.2 Z.99XYZ00.009.1 Lain\n2.3 Sertifikat"
    )
    assert decree.units[0].prerequisites == ("A.11BCD00.002.1", "Z.99XYZ00.009.1")
    assert decree.units[1].printed_codes == ("A.11BCD00.002.1", "A.11.BCD00.002.1")
    assert finding(decree, "prerequisite-unknown").where == Place("line", 13)
    assert "'Sertifikat' names no code" in finding(decree, "prerequisite-without-code").message


def test_a_prerequisite_is_spelt_as_its_unit_is(parse: Parse) -> None:
    text = LIST + BODY + "PANDUAN PENILAIAN\n2. Persyaratan kompetensi\n2.1 A.11BCD00.002.1 Menyapu Lantai"
    decree = parse(text.replace("BCD", "bcd", 4))
    assert decree.units[0].prerequisites == (decree.units[1].code,) == ("A.11bcd00.002.1",)


@pytest.mark.parametrize("labels", [("KODE", "JUDUL", "DESKRIPSI"), ("Kode Unit", "Judul Unit", "Uraian Unit")])
def test_other_labels_of_a_units_head(parse: Parse, labels: tuple[str, str, str]) -> None:
    body = BODY
    for usual, label in zip(("KODE UNIT", "JUDUL UNIT", "DESKRIPSI UNIT"), labels, strict=True):
        body = body.replace(usual, label)
    unit = parse(LIST + body).units[0]
    assert (unit.title, unit.description, unit.detailed) == ("Menata Kamar", "Unit ini tentang kamar.", True)


def test_bodies_that_the_list_does_not_expect(parse: Parse) -> None:
    decree = parse(LIST + BODY + BODY + BODY.replace("001", "009") + "KODE UNIT : ?\nJUDUL UNIT : Lain\n")
    assert [unit.code for unit in decree.units] == ["A.11BCD00.001.1", "A.11BCD00.002.1", "A.11BCD00.009.1"]
    kinds = {finding.kind for finding in decree.findings}
    assert {"duplicate-body", "unit-not-listed", "body-without-code", "section-missing", "no-body"} <= kinds


def test_a_body_whose_code_is_unreadable_is_known_by_its_title(parse: Parse) -> None:
    decree = parse(LIST + BODY.replace("KODE UNIT : A.11BCD00.001.1", "KODE UNIT : A.II"))
    assert [unit.detailed for unit in decree.units] == [True, False]
    assert finding(decree, "body-without-code").where == Place("line", 4)


def test_title_and_description_over_several_lines(parse: Parse) -> None:
    body = BODY.replace("Menata Kamar", "Menata\nKamar").replace("tentang kamar", "tentang\n\n36\nkamar")
    unit = parse(LIST + body).units[0]
    assert (unit.title, unit.description) == ("Menata Kamar", "Unit ini tentang kamar.")


@pytest.mark.parametrize(
    ("title", "printed", "field"),
    [
        ("PENETAPAN SKKNI BIDANG PERHOTELAN", "PENETAPAN SKKNI BIDANG PERHOTELAN", "PERHOTELAN"),
        ("Penetapan SKKNI Bidang Keahlian AI Subbidang Data", "Penetapan SKKNI Bidang Keahlian AI Subbidang Data",
         "Keahlian AI Subbidang Data"),
        ("PENETAPAN SKKNI PADA JABATAN KERJA MANDOR", "PENETAPAN SKKNI PADA JABATAN KERJA MANDOR", "MANDOR"),
    ],
)  # fmt: skip
def test_header(parse: Parse, title: str, printed: str, field: str) -> None:
    decree = parse(f"**KEPUTUSAN\nNOMOR 56 TAHUN 2018\nTENTANG**\n\n**{title}**\n\nMENTERI KETENAGAKERJAAN,\n{LIST}")
    assert (decree.number, decree.year, decree.title, decree.field) == (56, 2018, printed, field)


def test_capitals_of_the_heading_are_read_in_the_running_text(parse: Parse) -> None:
    text = "NOMOR 1 TAHUN 2020\nTENTANG\nSTANDAR\nBIDANG TATA BOGA\nMenimbang: Standar Bidang Tata Boga;\n"
    decree = parse(text + LIST)
    assert (decree.title, decree.field) == ("Standar Bidang Tata Boga", "Tata Boga")


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("J. 63OPR00.001.2 Menggunakan", "J.63OPR00.001.2"),
        ("J.63OPR00 .001. 2", "J.63OPR00.001.2"),
        ("M74DKV13.015.3", "M74DKV13.015.3"),
        ("M74DKV13015.3", "M74DKV13015.3"),
        ("J.591200.001.01", "J.591200.001.01"),
        ("Pasal 12 ayat 3", None),
    ],
)
def test_codes_with_blanks_or_missing_dots(printed: str, code: str | None) -> None:
    assert find_code(printed) == code


def test_a_code_in_pieces_is_whole() -> None:
    assert whole_code("J.62DMI0\n0.001.1") == "J.62DMI00.001.1"
    assert whole_code("J.62DMI00.001.1 Menata") is None


def test_a_body_that_prints_another_units_code_is_known_by_its_title(parse: Parse) -> None:
    second = BODY.replace("Menata Kamar", "Menyapu Lantai")
    decree = parse(LIST + BODY + second)
    assert [(unit.code, unit.detailed) for unit in decree.units] == [
        ("A.11BCD00.001.1", True),
        ("A.11BCD00.002.1", True),
    ]
    assert decree.units[1].printed_codes == ("A.11BCD00.002.1", "A.11BCD00.001.1")
    assert "read as A.11BCD00.002.1" in finding(decree, "code-differs").message


def test_a_body_whose_code_has_a_letter_for_a_figure(parse: Parse) -> None:
    decree = parse(LIST + BODY.replace("A.11BCD00.001.1", "A.11BCDO0.001.1"))
    assert [unit.code for unit in decree.units] == ["A.11BCD00.001.1", "A.11BCD00.002.1"]
    assert finding(decree, "code-differs").where == Place("line", 4)


def test_a_list_printed_twice_adds_nothing(parse: Parse) -> None:
    decree = parse(LIST + LIST + BODY)
    assert [unit.title for unit in decree.units] == ["Menata Kamar", "Menyapu Lantai"]
    assert finding(decree, "list-repeated").where == Place("line", 5)


def test_a_misspelt_heading_is_read_and_told(parse: Parse) -> None:
    decree = parse(LIST + BODY + "PANDUAN PENILAIAN\n5 Aspek kritiis\n5.1 Teliti")
    assert decree.units[0].critical_aspects == ("Teliti",)
    assert "'5 Aspek kritiis' is read as 'Aspek kritis'" in finding(decree, "heading-misspelt").message


def test_an_unknown_prerequisite_comes_with_the_closest_code(parse: Parse) -> None:
    decree = parse(LIST + BODY + "PANDUAN PENILAIAN\n2. Persyaratan kompetensi\n2.1 A.11BCD00.092.1 Menyapu Lantai")
    assert decree.units[0].prerequisites == ("A.11BCD00.092.1",)
    assert "Meant may be A.11BCD00.002.1." in finding(decree, "prerequisite-unknown").message


def test_a_number_missing_on_the_page_is_read_from_the_file_name() -> None:
    text = f"NOMOR TAHUN 2020\nTENTANG\nSTANDAR\n{LIST}"
    decree = parse_decree(blocks_of_text(text), "kepmen-299-2020-data.md")
    assert (decree.number, decree.year) == (299, 2020)
    assert "from the file name" in finding(decree, "no-number").message
    undated = parse_decree(blocks_of_text(text), "data.md")
    assert (undated.number, undated.year) == (0, 2020)


def test_a_code_in_the_line_below_its_label(parse: Parse) -> None:
    decree = parse(LIST + BODY.replace("KODE UNIT : A", "KODE UNIT\nA"))
    assert (decree.units[0].code, decree.units[0].detailed) == ("A.11BCD00.001.1", True)
