"""The two decrees in PDF at hand, against figures counted on their pages."""

from collections import Counter
from pathlib import Path

import pytest

from indexer.decree import parse_decree
from indexer.read.pdf import read_pdf
from search.types import Decree, Place, Unit

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "skkni" / "pdf"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the decrees in PDF are not in ../shared/skkni/pdf")


def read(name: str) -> Decree:
    return parse_decree(read_pdf((FOLDER / name).read_bytes(), name), name)


@pytest.fixture(scope="module")
def science() -> Decree:
    return read("kepmen-299-2020-data-science.pdf")


@pytest.fixture(scope="module")
def computer() -> Decree:
    return read("kepmen-56-2018-pengoperasian-komputer.pdf")


def unit(decree: Decree, code: str) -> Unit:
    return next(unit for unit in decree.units if unit.code == code)


def kinds(decree: Decree) -> Counter[str]:
    return Counter(finding.kind for finding in decree.findings)


def test_data_science(science: Decree) -> None:
    assert (science.number, science.year) == (299, 2020)
    assert science.title.endswith("BIDANG KEAHLIAN ARTIFICIAL INTELLIGENCE SUBBIDANG DATA SCIENCE")
    assert [unit.code for unit in science.units] == [f"J.62DMI00.{n:03}.1" for n in range(1, 22)]
    assert all(unit.detailed and unit.description and unit.context and unit.critical_aspects for unit in science.units)
    assert sum(len(unit.elements) for unit in science.units) == 49
    assert sum(len(unit.criteria) for unit in science.units) == 121
    assert kinds(science) == {
        "title-differs": 6,  # the map words six titles otherwise
        "page-scanned": 1,
        "criteria-prefix": 1,  # element 3 of unit 9 goes on with 2.3
        "word-glued": 1,
    }


def test_a_criterion_over_several_lines(science: Decree) -> None:
    first = unit(science, "J.62DMI00.001.1")
    assert first.source == Place("page", 13)
    assert first.title == "Menentukan Objektif Bisnis"
    assert [element.no for element in first.elements] == ["1", "2", "3", "4"]
    assert first.elements[3].criteria[2].text == (
        "Biaya dan keuntungan pelaksanaan proyek dikomunikasikan dan disetujui oleh pengguna."
    )
    assert first.standards[1] == "The Open Group Architecture Framework (TOGAF)"
    assert first.attitudes == ("Teliti", "Wawasan luas", "Cara berpikir sistematis dan terstruktur")


def test_numbers_stay_as_printed(science: Decree) -> None:
    assert [criterion.no for criterion in unit(science, "J.62DMI00.009.1").criteria] == [
        *("1.1", "1.2", "2.1", "2.2"),
        *("2.3", "2.4"),
    ]


def test_the_function_map(science: Decree) -> None:
    assert len(science.function_map) == 21
    assert science.function_map[20].path == (
        "Menemukan pengetahuan, insight atau pola yang bermanfaat dari data untuk berbagai keperluan",
        "Menggunakan model yang dihasilkan",
        "Evaluation",
        "Membuat laporan akhir proyek data science",  # cut by the page
    )


def test_operating_computers(computer: Decree) -> None:
    assert (computer.number, computer.year, computer.field) == (56, 2018, "PENGOPERASIAN KOMPUTER")
    assert [unit.code for unit in computer.units] == [f"J.63OPR00.{n:03}.2" for n in range(1, 18)]
    assert sum(len(unit.criteria) for unit in computer.units) == 246
    assert len(computer.function_map) == 17
    assert kinds(computer) == {
        "title-differs": 3,
        "page-scanned": 1,
        "heading-misspelt": 1,  # Aspek kritiis
        "word-glued": 1,
        "code-differs": 1,  # the body of unit 17 prints version 1
        "code-variant": 1,
    }


def test_a_body_with_another_version_is_the_listed_unit(computer: Decree) -> None:
    last = unit(computer, "J.63OPR00.017.2")
    assert last.printed_codes == ("J.63OPR00.017.2", "J.63OPR00.017.1")
    assert last.source == Place("page", 71)
    assert last.prerequisites == ("J.63OPR00.002.2", "J.63OPR00.016.2")


def test_a_code_with_a_blank_is_a_prerequisite(computer: Decree) -> None:
    assert unit(computer, "J.63OPR00.008.2").prerequisites == ("J.63OPR00.001.2",)


def test_a_criterion_on_the_next_page(computer: Decree) -> None:
    last = unit(computer, "J.63OPR00.008.2").elements[3]
    assert (last.title, last.criteria[3].no) == ("Melakukan pengorganisasian surel", "4.4")
    assert last.criteria[2].text == "Surel dikelompokkan ke dalam folder-folder berdasarkan pengelompokan yang sesuai."
