"""What a decree's decision says of earlier decrees."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.decree.revokes import parse_revokes
from indexer.read.markdown import blocks_of_text
from search.types import Decree, Finding, Place

HEAD = """KEPUTUSAN MENTERI KETENAGAKERJAAN REPUBLIK INDONESIA
NOMOR 7 TAHUN 2031
TENTANG
PENETAPAN STANDAR KOMPETENSI KERJA NASIONAL INDONESIA BIDANG TATA BOGA
Menimbang : bahwa Keputusan Menteri Nomor 1 Tahun 2001 sudah dicabut;
MEMUTUSKAN:
KESATU : Standar sebagaimana tercantum dalam Keputusan Menteri Nomor 7 Tahun 2031.
KEDUA : {}
KETIGA : Keputusan Menteri ini mulai berlaku pada tanggal ditetapkan.
Ditetapkan di Jakarta
Keputusan Menteri Nomor 2 Tahun 2002 dicabut.
"""
BODY = """
B. Daftar Unit Kompetensi

NO\tKode Unit\tJudul Unit Kompetensi
1.\tI.55COK00.001.1\tMemasak Nasi
"""


def read(dictum: str) -> tuple[tuple[str, ...], list[Finding]]:
    found: list[Finding] = []
    return parse_revokes(blocks_of_text(HEAD.format(dictum)), "7/2031", found), found


@pytest.mark.parametrize(
    ("dictum", "revoked"),
    [
        ("Pada saat ini Keputusan Menteri Nomor 389 Tahun 2013 dicabut dan dinyatakan tidak berlaku.", ("389/2013",)),
        ("Keputusan Menteri Nomor KEP.141/MEN/V/2008 tentang Boga, dinyatakan tidak berlaku.", ("141/2008",)),
        ("Keputusan Menteri Nomor : KEP. 069 / MEN / V / 2004 dicabut.", ("69/2004",)),
        (
            "a. Keputusan Menteri Nomor 1 Tahun 2011 tentang Boga; b. Keputusan Menteri Nomor 2 Tahun 2012; "
            "c. Keputusan Menteri Nomor 1 Tahun 2011, dicabut dan dinyatakan tidak berlaku.",
            ("1/2011", "2/2012"),
        ),
        (
            "Keputusan Menteri Nomor 3 Tahun 2013 menurut Peraturan Menteri Nomor 8 Tahun 2012 dicabut.",
            ("3/2013",),
        ),
        ("Dengan ini mencabut Keputusan Menteri\nNomor 4\nTahun 2014.", ("4/2014",)),
        ("Keputusan Menteri Nomor 5 Tahun 2015 tetap berlaku.", ()),
        ("Keputusan Menteri Nomor 7 Tahun 2031 menyatakan tidak berlaku Keputusan Nomor 6 Tahun 2016.", ("6/2016",)),
    ],
)
def test_numbers_of_the_dictum_alone(dictum: str, revoked: tuple[str, ...]) -> None:
    assert read(dictum) == (revoked, [])


def test_in_part_is_not_revoked() -> None:
    revoked, found = read("Keputusan Menteri Nomor 3 Tahun 2013 sepanjang mengatur unit kasir dicabut.")
    assert revoked == ()
    assert found == [
        Finding(
            "revoked-in-part", "Decree 3/2013 is revoked in part only; it is taken to be in force.", Place("line", 8)
        )
    ]


def test_a_number_that_cannot_be_read_is_a_finding() -> None:
    revoked, found = read("Keputusan Menteri Nomor ... Tahun 2013 dicabut.")
    assert (revoked, [(one.kind, one.where) for one in found]) == ((), [("revokes-unread", Place("line", 8))])


def test_a_decree_carries_what_it_revokes(parse: Callable[[str], Decree], marketing: Decree) -> None:
    dictum = "Keputusan Menteri Nomor 3 Tahun 2013 dicabut."
    assert parse(HEAD.format(dictum) + BODY).revokes == ("3/2013",)
    assert parse(HEAD.format("Selesai.") + BODY).revokes == ()
    assert (marketing.revokes, marketing.name) == (("389/2013",), "124/2022")


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="KEPNomr .:/dicabut\n0129IVXMTahung", max_size=300))
def test_any_text_is_read(text: str) -> None:
    revoked, _ = read(text + " dicabut")
    assert all(number.count("/") == 1 for number in revoked)


def test_a_long_decision_is_read_in_time() -> None:
    started = time.perf_counter()
    revoked, _ = read("Keputusan Nomor 1 Tahun 2000 / A " * 6_000 + "dicabut " + "Nomor 1 / / " * 2_000)
    assert (revoked, time.perf_counter() - started < 2) == (("1/2000",), True)
