"""The frame of a statement is taken off, never its content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text.gist import gist


@pytest.mark.parametrize(
    ("statement", "meant"),
    [
        ("Pengalaman minimal 2 tahun di bidang penjualan properti", "penjualan properti"),
        ("Wajib memiliki kemampuan yang baik dalam negosiasi harga", "negosiasi harga"),
        ("Bertanggung jawab atas penyusunan laporan bulanan", "penyusunan laporan bulanan"),
        ("Proven experience in content creation", "content creation"),
        ("At least 3-5 years of experience as a brand manager", "brand manager"),
        ("Strong negotiation skills", "Strong negotiation skills"),  # what is strong here is the skill itself
        ("mampu mengelola stok", "mengelola stok"),
        ("Mampu bernegosiasi", "Mampu bernegosiasi"),  # one word alone would say less
        ("Menangani keluhan pelanggan", "Menangani keluhan pelanggan"),
        ("", ""),
    ],
)
def test_frames(statement: str, meant: str) -> None:
    assert gist(statement) == meant


@given(
    st.text()
    | st.lists(st.sampled_from("memiliki pengalaman minimal 2 tahun di stok toko and the".split())).map(" ".join)
)
def test_the_gist_is_the_end_of_the_statement(statement: str) -> None:
    found = gist(statement)
    assert statement.endswith(found)
    assert len(found.split()) >= min(2, len(statement.split()))
