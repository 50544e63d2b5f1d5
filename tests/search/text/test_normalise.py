from hypothesis import given
from hypothesis import strategies as st

from search.text.normalise import _fold, normalise


def test_folds_case_space_forms_and_marks() -> None:
    assert normalise("  Cetak–Biru\u00a0LAYANAN\t\n’ﬁnal’ ") == "cetak-biru layanan 'final'"


def test_drops_what_cannot_be_seen() -> None:
    assert normalise("pe\u00adlang\u200bgan\ufeff") == "pelanggan"


@given(st.text())
def test_is_total_and_idempotent(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert once == once.strip()


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_letters_take_a_shorter_way_to_the_same_end(text: str) -> None:
    assert normalise(text) == _fold(text)
