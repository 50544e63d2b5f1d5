"""Criteria are split at their own numbers and at nothing else."""

import pytest

from indexer.decree.body import parse_body
from indexer.decree.criterion_numbers import split_criteria
from indexer.read.markdown import blocks_of_text
from search.types import Criterion, Finding


@pytest.mark.parametrize(
    ("lines", "element", "expected"),
    [
        (["1.1 Satu. 1.2 Dua."], 1, {1: "Satu.", 2: "Dua."}),
        (["1.1 Satu.1.2 Dua."], 1, {1: "Satu.", 2: "Dua."}),
        (["1.1 Satu tanpa titik 1.2 Dua"], 1, {1: "Satu tanpa titik", 2: "Dua"}),
        (["1.1 Satu. 1.2 kecil."], 1, {1: "Satu.", 2: "kecil."}),
        (["1.1 Satu", "1.2 kecil"], 1, {1: "Satu", 2: "kecil"}),
        (["2.1 Aplikasi 2.0 dipakai. 2.2 Data disimpan."], 2, {1: "Aplikasi 2.0 dipakai.", 2: "Data disimpan."}),
        (["2.1 Versi 2.2 dipakai. 2.2 Data disimpan."], 2, {1: "Versi 2.2 dipakai.", 2: "Data disimpan."}),
        (["2.1 Panjang 2.5 meter diukur."], 2, {1: "Panjang 2.5 meter diukur."}),
        (["2.1 Panjang 2.5 Meter. 2.2 Lebar."], 2, {1: "Panjang 2.5 Meter.", 2: "Lebar."}),
        (["2.1 Pasal 2.1.1 dibaca. 2.2 Pasal 12.2 dibaca."], 2, {1: "Pasal 2.1.1 dibaca.", 2: "Pasal 12.2 dibaca."}),
        (["1.9 Sembilan. 1.10 Sepuluh. 1.11 Sebelas."], 1, {9: "Sembilan.", 10: "Sepuluh.", 11: "Sebelas."}),
        (["1.1. Satu.", "1.2. Dua."], 1, {1: "Satu.", 2: "Dua."}),
        (["1.1Satu.", "1.2Dua."], 1, {1: "Satu.", 2: "Dua."}),
        (["1.1) Satu.", "1.2) dua (pasal 1.3) itu."], 1, {1: "Satu.", 2: "dua (pasal 1.3) itu."}),
        (["2.1 Satu.", "dan seterusnya 2.2 Dua"], 2, {1: "Satu. dan seterusnya", 2: "Dua"}),
    ],
)  # fmt: skip
def test_split(lines: list[str], element: int, expected: dict[int, str]) -> None:
    split = split_criteria(lines, element)
    assert dict(zip(split.numbers, split.texts, strict=True)) == expected
    assert (split.prefix, split.lead) == (element, "")


def test_a_first_element_numbered_zero_is_an_element() -> None:
    found: list[Finding] = []
    text = "KODE UNIT : A.1\nELEMEN KOMPETENSI\tKRITERIA UNJUK KERJA\n0. Elemen\t0.1 kriteria\n"
    (element,) = parse_body(blocks_of_text(text), found).elements
    assert (element.no, element.title, element.criteria) == ("0", "Elemen", (Criterion("0.1", "kriteria"),))


def test_a_misnumbered_element_keeps_the_printed_numbers() -> None:
    split = split_criteria(["3.1 Satu. 3.2 Dua."], 4)
    assert (split.prefix, split.numbers, split.texts) == (3, (1, 2), ("Satu.", "Dua."))


def test_text_before_the_first_number_is_told() -> None:
    assert split_criteria(["Tanpa nomor."], 1).lead == "Tanpa nomor."
    assert split_criteria([], 1).lead == ""


def body_findings(
    table: str, header: str = "ELEMEN KOMPETENSI\tKRITERIA UNJUK KERJA"
) -> tuple[list[tuple[str, str, list[str]]], list[Finding]]:
    found: list[Finding] = []
    text = f"KODE UNIT : A.11BCD00.001.1\n{header}\n{table}\n"
    body = parse_body(blocks_of_text(text), found)
    return [(e.no, e.title, [f"{c.no} {c.text}" for c in e.criteria]) for e in body.elements], found


def test_element_cells() -> None:
    elements, found = body_findings(
        "1. Menata\t1.1 Satu.\n"
        "ELEMEN KOMPETENSI\tKRITERIA UNJUK KERJA\n"
        "2 (dua) kamar\t1.2 Dua\n"
        "1. Menata 2 (dua) kamar\tlagi.\n"
        "2 Merapikan\t2.1 Tiga.\n"
        "kamar\t\n"
        "dan ruang\n"
    )
    assert elements[0][:2] == ("1", "Menata 2 (dua) kamar")
    assert elements[0][2] == ["1.1 Satu.", "1.2 Dua lagi."]
    assert elements[1] == ("2", "Merapikan kamar", ["2.1 Tiga. dan ruang"])
    assert [finding.kind for finding in found] == ["stray-line"]


def test_the_element_cell_repeated_on_the_next_page() -> None:
    elements, found = body_findings("1. Menata kamar\t1.1 Satu\n1. Menata kamar\tdua. 1.2 Tiga.")
    assert elements == [("1", "Menata kamar", ["1.1 Satu dua.", "1.2 Tiga."])]
    assert found == []


@pytest.mark.parametrize("cell", ["1. Menata kamar (lanjutan)", "1. Menata", "(Lanjutan)"])
def test_the_element_cell_goes_on_with_its_own_number(cell: str) -> None:
    elements, found = body_findings(f"1. Menata kamar\t1.1 Satu\n{cell}\tdua. 1.2 Tiga.")
    assert elements == [("1", "Menata kamar", ["1.1 Satu dua.", "1.2 Tiga."])]
    assert found == []


def test_a_number_printed_for_two_elements_makes_two() -> None:
    elements, _ = body_findings("1. Menata\t1.1 Satu.\n1. Menyapu\t2.1 Dua.")
    assert [element[:2] for element in elements] == [("1", "Menata"), ("1", "Menyapu")]


def test_the_row_that_numbers_the_columns_is_no_element() -> None:
    elements, found = body_findings("(1)\t(2)\n1. Menata\t1.1 Satu.\n1\t2\n2. Menyapu\t2.1 Dua.")
    assert [element[:2] for element in elements] == [("1", "Menata"), ("2", "Menyapu")]
    assert found == []


def test_an_element_below_its_first_criteria_has_them_all() -> None:
    elements, found = body_findings(
        "\t1.1 Satu.\n1. Menata\t1.2 Dua.\n\t<p>1.3 Tiga.</p><p>2.1 Empat.</p>\n2. Menyapu\t2.2 Lima."
    )
    assert elements == [
        ("1", "Menata", ["1.1 Satu.", "1.2 Dua.", "1.3 Tiga."]),
        ("2", "Menyapu", ["2.1 Empat.", "2.2 Lima."]),
    ]
    assert found == []


def test_a_header_with_number_columns_over_rows_without() -> None:
    text = "1. Menata\t1.1\tSatu.\n\t1.2\tDua.\n2. Menyapu\t2.1 Tiga."
    elements, found = body_findings(text, header="Elemen\tNo.\tKriteria Unjuk Kerja")
    assert elements == [("1", "Menata", ["1.1 Satu.", "1.2 Dua."]), ("2", "Menyapu", ["2.1 Tiga."])]
    assert found == []


@pytest.mark.parametrize(
    ("table", "kind", "message"),
    [
        ("1. A\t1.1 Aa.\n3. B\t3.1 Bb.", "element-gap", "element 3 follows element 1."),
        ("2. A\t2.1 Aa.", "element-gap", "element 2 follows no other."),
        ("1. A\t1.1 Aa. 1.3 Bb.", "criteria-gap", "element 1: criterion 1.3 follows 1.1;"),
        ("1. A\t1.2 Aa.", "criteria-gap", "element 1: criterion 1.2 is the first;"),
        (
            "1. A\t1.1 Aa.\n2. B\t3.1 Bb.",
            "criteria-prefix",
            "element 2: its criteria are numbered 3.1; meant may be 2.1 and so on.",
        ),
        ("1. A\tAa.", "criteria-unnumbered", "element 1: its criteria have no numbers;"),
        ("1. A\tAa. 1.1 Bb.", "criteria-unnumbered", "element 1: 'Aa.' stands before the first criterion."),
        ("1. A\t1.1 Aa. 1.1 Bb.", "criteria-doubtful", "element 1: '1.1 Bb.' may begin a criterion of its own."),
        ("\t1.1 Aa.", "element-untitled", "element 1 has no title."),
    ],
)
def test_doubtful_numbers_are_findings(table: str, kind: str, message: str) -> None:
    _, found = body_findings(table)
    assert [finding.kind for finding in found] == [kind]
    assert message in found[0].message
    assert found[0].where


def test_a_misprinted_number_at_the_head_of_a_line_is_a_criterion() -> None:
    elements, found = body_findings("1. A\t1.1 Aa.\n2. B\t<p>2.1 Satu.</p><p>1.2 Dua.</p><p>2.3 Tiga.</p>")
    assert elements[1][2] == ["2.1 Satu.", "1.2 Dua.", "2.3 Tiga."]
    assert "criterion 2.2 is printed as 1.2" in next(one for one in found if one.kind == "criteria-prefix").message


def test_a_number_printed_twice_is_two_criteria() -> None:
    elements, found = body_findings("1. A\t<p>1.1 Satu.</p><p>1.1 Dua.</p><p>1.2 Tiga.</p>")
    assert elements[0][2] == ["1.1 Satu.", "1.1 Dua.", "1.2 Tiga."]
    assert [one.kind for one in found] == ["criteria-gap"]


def test_an_element_printed_in_the_cell_of_its_criteria() -> None:
    elements, _ = body_findings("\t1. Menata kamar <p>1.1 Satu.</p><p>1.2 Dua.</p>\n2. Menyapu\t2.1 Tiga.")
    assert elements[0] == ("1", "Menata kamar", ["1.1 Satu.", "1.2 Dua."])


def test_an_element_without_its_number_is_known_by_its_criteria() -> None:
    elements, _ = body_findings("1. Menata\t1.1 Satu.\nMenyapu\t2.1 Dua.\n3. Menutup\t3.1 Tiga.")
    assert [element[:2] for element in elements] == [("1", "Menata"), ("2", "Menyapu"), ("3", "Menutup")]


def test_criteria_without_numbers_are_numbered_by_their_order() -> None:
    marked = "<p>a. Satu</p><p>b. Dua</p><p>lagi.</p>"
    elements, found = body_findings(f"Menata\t{marked}\nMenyapu\t<p>Tiga.</p><p>Empat dan</p><p>lima.</p>\nlantai\t")
    assert elements == [
        ("1", "Menata", ["1.1 Satu", "1.2 Dua lagi."]),
        ("2", "Menyapu lantai", ["2.1 Tiga.", "2.2 Empat dan lima."]),
    ]
    assert [one.kind for one in found] == ["elements-unnumbered", "criteria-unnumbered", "criteria-unnumbered"]


def test_columns_of_numbers_with_a_heading_of_their_own() -> None:
    elements, found = body_findings("1. Menata\t1.1 Satu.\nNO ELEMEN\tNO KRITERIA\n2. Menyapu\t2.1 Dua.")
    assert [element[:2] for element in elements] == [("1", "Menata"), ("2", "Menyapu")]
    assert found == []
