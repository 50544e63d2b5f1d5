import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text.stem import EXCEPTIONS, Stemmer, _sastrawi


@pytest.mark.parametrize(
    ("active", "passive"),
    [
        ("menganalisis", "dianalisis"),
        ("mengidentifikasi", "diidentifikasi"),
        ("menyusun", "disusun"),
        ("memetakan", "dipetakan"),
        ("mengelola", "dikelola"),
    ],
)
def test_titles_and_criteria_meet(active: str, passive: str) -> None:
    stemmer = Stemmer()
    assert stemmer(active) == stemmer(passive)


def test_exceptions_are_kept_apart_from_their_false_roots() -> None:
    stemmer = Stemmer()
    assert stemmer("kerusakan") == "rusak" != stemmer("rusa")
    assert stemmer("pengalaman") != stemmer("alam")
    assert stemmer("kinerja") != stemmer("pekerjaan") == "kerja"


def test_every_exception_corrects_sastrawi() -> None:
    assert [word for word, stem in EXCEPTIONS.items() if _sastrawi()(word) == stem] == []


def test_each_word_type_is_stemmed_once() -> None:
    asked: list[str] = []

    def stem(word: str) -> str:
        asked.append(word)
        return word[:3]

    stemmer = Stemmer({"tahu": "tahu"}, stem)
    assert stemmer.learn(["makanan", "makanan", "tahu", "4g", "makanan"]) == ["mak", "mak", "tahu", "4g", "mak"]
    assert asked == ["makanan"]
    assert stemmer.table == {"tahu": "tahu", "makanan": "mak", "4g": "4g"}


@given(st.text(max_size=60))
def test_is_total(word: str) -> None:
    assert Stemmer()(word) or not word
