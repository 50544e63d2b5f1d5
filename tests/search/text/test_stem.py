from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary
from Sastrawi.Stemmer.Stemmer import Stemmer as Rules

from search.text.stem import EXCEPTIONS, Stemmer, _sastrawi, roots


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


_PREFIXES = "di ke se me mem men meng meny menge mempe be ber bel te ter pe pem pen peng peny per memper ku kau".split()
_SUFFIXES = "lah kah tah pun ku mu nya i kan an is isme isasi annya kanlah inya".split()
_INFIXES = "er el em in".split()
_ROOTS = st.deferred(lambda: st.sampled_from([root for root in sorted(roots()) if root.isalpha()]))


@st.composite
def affixed_words(draw: st.DrawFn) -> str:
    """A root with affixes that may or may not go with it, or a few letters in any order."""
    root = draw(_ROOTS | st.text("abdeikmnprstuwy", min_size=1, max_size=9))
    infix = draw(st.sampled_from(["", "", *_INFIXES]))
    prefixes = draw(st.lists(st.sampled_from(_PREFIXES), max_size=2))
    suffixes = draw(st.lists(st.sampled_from(_SUFFIXES), max_size=2))
    return "".join([*prefixes, root[:1] if infix else "", infix, root[draw(st.integers(0, 1)) :] or root, *suffixes])


@settings(max_examples=1000)
@given(affixed_words())
def test_the_quick_way_through_sastrawi_finds_the_package_s_own_stems(word: str) -> None:
    assert _sastrawi()(word) == package_rules().stem(word)


@cache
def package_rules() -> Rules:
    return Rules(ArrayDictionary(sorted(roots())))
