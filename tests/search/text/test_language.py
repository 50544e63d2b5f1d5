import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text.language import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mampu menangani keluhan pelanggan dan membuat laporan", "id"),
        ("You will handle customer complaints and write reports", "en"),
        ("Kami mencari digital marketer yang bisa handle the campaign from planning to reporting", "mixed"),
        ("", "id"),
        ("12345 !!!", "id"),
    ],
)
def test_guess(text: str, language: str) -> None:
    assert guess_language(text) == language


@given(st.text())
def test_is_total(text: str) -> None:
    assert guess_language(text) in {"id", "en", "mixed"}
