"""A title, a course or a word names the work; only a sentence that tells it can show a criterion."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.match.deeds import tells_a_deed
from search.types import Statement, StatementKind


def said(text: str, kind: StatementKind = StatementKind.EXPERIENCE) -> Statement:
    return Statement(0, text, 0, len(text), kind)


@pytest.mark.parametrize(
    "text",
    [
        "Menyusun standar layanan pelanggan daring",
        "Harga pesaing saya catat tiap minggu",
        "bikin jadwal cek medsos tiga kali sehari",
        "Wrote the guidelines for agents and partners",
        "Handling complaints of guests",
        "Mengikuti rapat pelanggan setiap pekan",
        "PT Maju, 2016–2020: menyusun laporan penjualan",
    ],
)
def test_a_deed(text: str) -> None:
    assert tells_a_deed(said(text), "cv")


@pytest.mark.parametrize(
    "text",
    [
        "Kepala Regu Layanan Pelanggan Daring",
        "Head of Marketing Planning",
        "Toko Bayi Kinasih, Kepala Regu, 2020–sekarang",
        "SKILLS: crisis management, negotiating",
        "Kelas daring tentang tujuan strategis, 4 jam",
        "Certified digital marketer",
        "Mengolah Keluhan Menjadi Perbaikan (3 jam)",
        "Ruang layanan",
    ],
)
def test_only_its_name(text: str) -> None:
    assert not tells_a_deed(said(text), "cv")


def test_a_section_of_skills_tells_no_deed() -> None:
    assert not tells_a_deed(said("Menyusun strategi", StatementKind.REQUIREMENT), "cv")
    assert tells_a_deed(said("Menyusun strategi", StatementKind.REQUIREMENT), "job")


def test_the_title_of_an_advert_tells_no_deed() -> None:
    assert not tells_a_deed(said("Juru masak", StatementKind.TITLE), "job")


@given(st.text())
def test_is_total(text: str) -> None:
    assert tells_a_deed(said(text), "cv") in (True, False)
