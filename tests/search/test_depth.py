"""Fast and deep answers of one index: what each is made of, when deep ones are to be had, and what refuses them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from world import DECREE, word_model

from indexer.assemble import with_deep
from indexer.passages import all_passages
from search import Searcher
from search.codec import answer_to_dict
from search.encode.static import StaticEncoder
from search.errors import IndexDamagedError, IndexMismatchError
from search.rank import WEIGHTS, DenseRanker, LexicalRanker
from search.store import StoredIndex, open_index, save_index
from search.text.stem import Stemmer
from search.types import TextKind, Vectors

ADVERT = "Dicari juru masak.\nMemasak nasi goreng setiap hari.\nMembersihkan dapur sesudahnya."
PASSAGES = all_passages(DECREE.units)


@pytest.fixture(scope="module")
def deep(tmp_path_factory: pytest.TempPathFactory) -> StaticEncoder:
    texts = [passage.text for passage in PASSAGES]
    return StaticEncoder("thorough", word_model(tmp_path_factory.mktemp("deep"), texts, dim=16))


@pytest.fixture(scope="module")
def both(tiny_index: StoredIndex, tiny_encoder: StaticEncoder, deep: StaticEncoder) -> StoredIndex:
    return with_deep(tiny_index, tiny_encoder, deep)


def test_deep_scores_are_of_both_encoders_and_of_words(
    both: StoredIndex, tiny_encoder: StaticEncoder, deep: StaticEncoder
) -> None:
    texts, weights = ["memasak nasi", "tamu"], WEIGHTS["deep"]
    parts = (
        (weights.dense, DenseRanker(both.vectors).scores(tiny_encoder.encode(texts))),
        (weights.deep, DenseRanker(both.deep).scores(deep.encode(texts))),
        (weights.lexical, LexicalRanker(both.lexical, Stemmer(both.stems)).scores(texts)),
    )
    assert all(share > 0 and scores.max() > 0.5 for share, scores in parts)
    found = Searcher(both, tiny_encoder, deep).scorer("deep").scores(texts).passages
    np.testing.assert_allclose(found, sum(share * scores for share, scores in parts), atol=6e-5)


def test_the_deepest_answer_is_given_unless_another_is_asked_for(
    both: StoredIndex, tiny_index: StoredIndex, tiny_encoder: StaticEncoder, deep: StaticEncoder
) -> None:
    searcher, fast = Searcher(both, tiny_encoder, deep), Searcher(tiny_index, tiny_encoder)
    assert (searcher.deepest, fast.deepest) == ("deep", "fast")
    answers = (searcher.search("nasi"), searcher.match(ADVERT), searcher.gaps(ADVERT))
    assert [answer_to_dict(answer)["depth"] for answer in answers] == ["deep"] * 3
    for ask in (Searcher.search, Searcher.match, Searcher.gaps):
        assert ask(searcher, ADVERT, depth="fast") == ask(fast, ADVERT)
        assert ask(searcher, ADVERT, depth="deep") == ask(searcher, ADVERT)


def test_a_fast_answer_does_not_wait_for_the_deep_encoder(both: StoredIndex, tiny_encoder: StaticEncoder) -> None:
    class Absent:
        name, dim, fingerprint = "absent", 0, ""

        def encode(self, texts: Sequence[str], kind: TextKind = "passage") -> Vectors:
            raise AssertionError(f"the deep encoder was asked for a {kind} of {len(texts)}")

    searcher = Searcher(both, tiny_encoder, Absent())
    assert searcher.match(ADVERT, depth="fast").depth == "fast"
    with pytest.raises(IndexMismatchError, match="the model 'absent' gives 0"):
        searcher.match(ADVERT)


def test_without_its_encoder_an_index_answers_fast(both: StoredIndex, tiny_encoder: StaticEncoder) -> None:
    searcher = Searcher(both, tiny_encoder)  # no folder is named "thorough"
    assert (searcher.deepest, searcher.search("nasi").depth) == ("fast", "fast")


def test_an_index_without_deep_vectors_says_how_to_get_them(
    tiny_index: StoredIndex, tiny_encoder: StaticEncoder, deep: StaticEncoder
) -> None:
    searcher = Searcher(tiny_index, tiny_encoder, deep)
    assert searcher.search("nasi").depth == "fast"
    with pytest.raises(IndexMismatchError, match="Make them with: padan index --deep; or look with: --depth fast"):
        searcher.search("nasi", depth="deep")


def test_another_deep_model_is_refused(both: StoredIndex, tiny_encoder: StaticEncoder, tmp_path: Path) -> None:
    other = StaticEncoder("thorough", word_model(tmp_path, ["nasi"], dim=16))
    with pytest.raises(IndexMismatchError, match="built with 'thorough'"):
        Searcher(both, tiny_encoder, other).match(ADVERT)


def test_both_sets_of_vectors_are_kept(both: StoredIndex, deep: StaticEncoder, tmp_path: Path) -> None:
    save_index(tmp_path, both)
    found = open_index(tmp_path)
    assert found.manifest.deep == both.manifest.deep
    rows = found.deep.reconstruct_n(0, len(PASSAGES))
    np.testing.assert_array_equal(rows, deep.encode([passage.text for passage in PASSAGES]))


@pytest.mark.parametrize("wrong", ["none", "first"])
def test_deep_vectors_that_do_not_belong_are_refused(both: StoredIndex, tmp_path: Path, wrong: str) -> None:
    save_index(tmp_path, replace(both, deep=None if wrong == "none" else both.vectors))
    with pytest.raises(IndexDamagedError):
        open_index(tmp_path)
