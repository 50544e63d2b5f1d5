"""Both arms and their fusion against a numpy oracle: ids and scores."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from search.encode.static import StaticEncoder
from search.errors import IndexMismatchError
from search.rank import DenseRanker, LexicalRanker, Scorer, TextScores, Weights, best_per_unit, best_places, dense, fuse
from search.rank.spelling import Speller
from search.store import CodedVectors, StoredIndex, Table, build_lexical, pack_vectors
from search.text.stem import Stemmer
from search.types import Field, Passage, Vectors


def test_dense_is_the_inner_product() -> None:
    rng = np.random.default_rng(0)
    vectors, queries = (rng.standard_normal((n, 8)).astype(np.float32) for n in (50, 3))
    expected = np.maximum(queries @ vectors.T, 0)
    np.testing.assert_allclose(DenseRanker(pack_vectors(vectors)).scores(queries), expected, atol=1e-5)


@pytest.mark.parametrize("table", [pack_vectors, CodedVectors.pack])
def test_a_dense_score_does_not_depend_on_what_is_asked_beside_it(table: Callable[[Vectors], Table]) -> None:
    rng = np.random.default_rng(0)
    vectors, queries = (rng.standard_normal((n, 512)).astype(np.float32) / 23 for n in (5000, 66))
    ranker = DenseRanker(table(vectors))
    together = ranker.scores(queries)
    for size in (1, 19, 20, 64):
        parts = [ranker.scores(queries[start : start + size]) for start in range(0, len(queries), size)]
        assert np.concatenate(parts).tobytes() == together.tobytes()


def test_in_a_large_catalogue_only_the_pool_is_scored(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dense, "POOL", 30)
    rng = np.random.default_rng(0)
    vectors, queries = (rng.standard_normal((n, 64)).astype(np.float32) for n in (1000, 5))
    vectors, queries = (rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (vectors, queries))
    scores, exact = DenseRanker(CodedVectors.pack(vectors)).scores(queries), queries @ vectors.T
    assert (scores > 0).sum(axis=1).tolist() == [30] * 5
    np.testing.assert_allclose(scores[scores > 0], exact[scores > 0], atol=2e-3)
    assert scores.argmax(axis=1).tolist() == exact.argmax(axis=1).tolist()


def test_dense_of_nothing_is_nothing() -> None:
    index = pack_vectors(np.zeros((2, 4), np.float32))
    assert DenseRanker(index).scores(np.zeros((0, 4), np.float32)).shape == (0, 2)


def test_lexical_is_the_share_of_what_could_be_had() -> None:
    stemmer = Stemmer(stem=lambda word: word)
    index = build_lexical([["nasi", "goreng"], ["nasi"], ["tamu"]])
    scores = LexicalRanker(index, stemmer).scores(["nasi goreng", "tamu", "dan yang"])
    rows, weights = index.column(index.terms.index("nasi"))
    goreng = index.column(index.terms.index("goreng"))[1][0]
    nasi = dict(zip(rows.tolist(), weights.tolist(), strict=True))
    most = max(nasi.values()) + goreng
    np.testing.assert_allclose(scores[0], [(nasi[0] + goreng) / most, nasi[1] / most, 0], rtol=1e-5)
    np.testing.assert_allclose(scores[1], [0, 0, 1], rtol=1e-6)
    assert scores[2].tolist() == [0, 0, 0]


def test_an_unknown_word_lowers_the_share() -> None:
    index = build_lexical([["nasi", "goreng"], ["tamu"]])
    ranker = LexicalRanker(index, Stemmer(stem=lambda word: word))
    (known,), (diluted,) = ranker.scores(["tamu"])[:, 1:], ranker.scores(["tamu zzz"])[:, 1:]
    assert 0 < diluted[0] < known[0] == pytest.approx(1)


@pytest.mark.parametrize(
    ("typed", "weight"), [("pelanggann", 0.8), ("palanggan", 0.8), ("pelagngan", 0.8), ("pelangan", 0.4)]
)
def test_one_slip_still_finds_the_word(typed: str, weight: float) -> None:
    assert Speller(["pelanggan", "penjualan"], Stemmer()).near(typed) == {"langgan": weight}


@pytest.mark.parametrize("word", ["masak", "ibu", "xyzxyzxyz"])
def test_real_short_and_foreign_words_are_not_bent(word: str) -> None:
    assert Speller(["pasak", "ubi", "pelanggan"], Stemmer()).near(word) == {}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("palanggan", "pelanggan"),
        ("pelanggan", None),
        ("masakan", None),
        ("pelangan", None),
        ("plnggn", None),
        ("ibu", None),
    ],
)
def test_only_sure_slips_are_corrected(typed: str, meant: str | None) -> None:
    assert Speller(["pelanggan", "penjualan"], Stemmer()).correct(typed) == meant


def test_a_scorer_that_remembers_words_scores_as_one_that_forgets(
    tiny_index: StoredIndex, tiny_encoder: StaticEncoder
) -> None:
    scorer = Scorer(tiny_index, tiny_encoder)
    texts = ["masak nasi goreng", "Piring dihiass", "nasi goreng dibersihkan di dapurr", "", "melayani tamu"] * 9
    expected = TextScores.together([scorer.scores([text]) for text in texts])
    remembering = scorer.remembering()
    for _ in range(2):
        again = remembering.scores(texts)
        for name in TextScores.__slots__:
            assert getattr(again, name).tobytes() == getattr(expected, name).tobytes()


def test_a_text_is_read_as_it_was_meant() -> None:
    stemmer = Stemmer()
    index = build_lexical([stemmer.learn(["menangani", "keluhan", "pelanggan"])])
    assert LexicalRanker(index, stemmer).meant(["Komplain palanggan, yg marah2!"]) == ["keluhan pelanggan, yang marah!"]


def test_fusion_weighs_arms_and_fields() -> None:
    passages = [Passage("A", Field.TITLE, "", "a"), Passage("A", Field.CRITERION, "1.1", "b")]
    weights = Weights(dense=0.5, lexical=0.5, fields={Field.TITLE: 1.0, Field.CRITERION: 0.5})
    fused = fuse([(0.5, np.array([[0.8, 0.8]], np.float32)), (0.5, np.array([[0.2, 0.4]], np.float32))])
    np.testing.assert_allclose(fused, [[0.5, 0.6]])
    assert weights.of(passages).tolist() == [1.0, 0.5]


def test_the_best_passage_speaks_for_its_unit() -> None:
    scores = np.array([[0.1, 0.9, 0.3], [0.4, 0.2, 0.3]], np.float32)
    best, rows = best_per_unit(scores, np.array([0, 2]))
    np.testing.assert_allclose(best, [[0.9, 0.3], [0.4, 0.3]])
    assert rows.tolist() == [[1, 2], [0, 2]]


def test_many_criteria_give_no_head_start() -> None:
    """A unit known by its title and a unit with eighteen criteria score by their best passage alone."""
    scores = np.array([[0.6] + [0.5] * 18], np.float32)
    best, _ = best_per_unit(scores, np.array([0, 1]))
    assert best[0, 0] > best[0, 1]


def test_a_scorer_refuses_another_model(tiny_index: StoredIndex, tmp_path: Path) -> None:
    from world import word_model

    other = StaticEncoder("other", word_model(tmp_path / "other", ["kata lain"], dim=8))
    with pytest.raises(IndexMismatchError, match="64 dims"):
        Scorer(tiny_index, other)


@given(st.lists(st.integers(0, 4), max_size=30), st.integers(1, 12))
def test_the_best_few_are_the_first_of_all_sorted(numbers: list[int], k: int) -> None:
    scores, codes = np.array(numbers, dtype=np.float32), [f"U{-number % 7}" for number in range(len(numbers))]
    order = sorted(range(len(scores)), key=lambda place: (-scores[place], codes[place], place))
    expected = [place for place in order if scores[place] > 0][:k]
    assert best_places(scores, k, lambda place: (codes[place], place)) == expected


@given(st.text("abkmnr", min_size=4, max_size=9), st.lists(st.text("abkmnr", min_size=3, max_size=11), max_size=40))
def test_words_of_other_lengths_need_not_be_looked_at(typed: str, vocabulary: list[str]) -> None:
    speller = Speller(vocabulary, lambda word: word)
    for slips in (1, 2):
        all_of_them = extract(typed, speller._words, scorer=OSA.distance, score_cutoff=slips, limit=4)
        nearest = [(word, int(far)) for word, far, _ in all_of_them if far == all_of_them[0][1]]
        assert speller._nearest(typed, slips) == nearest
