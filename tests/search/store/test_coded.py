"""The two tables of a large catalogue beside a numpy oracle, and alone beside in company."""

from dataclasses import replace
from pathlib import Path

import faiss
import numpy as np
import pytest

from search.errors import IndexDamagedError
from search.store import CodedVectors, StoredIndex, is_exact, open_index, pack_vectors, save_index
from search.store import index as stored
from search.types import Vectors

DIM, COUNT = 160, 3000


def made(count: int, seed: int) -> Vectors:
    """Rows of norm 1 of which some directions say more than others, as encoders make them."""
    chance = np.random.default_rng(seed)
    rows = chance.standard_normal((count, DIM)) * 0.97 ** np.arange(DIM) @ np.linalg.qr(np.eye(DIM) + 0.1)[0]
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture(scope="module")
def rows() -> Vectors:
    found = made(COUNT, 0)
    found[7] = 0  # the row of an empty text
    return found


@pytest.fixture(scope="module")
def coded(rows: Vectors) -> CodedVectors:
    return CodedVectors.pack(rows)


def test_what_is_nearest_is_found_with_its_score(rows: Vectors, coded: CodedVectors) -> None:
    queries = made(40, 1)
    exact = queries @ rows.T
    scores, found = coded.search(queries, 300)
    assert (scores.shape, found.shape, scores.dtype) == ((40, 300), (40, 300), np.float32)
    np.testing.assert_allclose(scores, np.take_along_axis(exact, found, axis=1), atol=1.5e-3)
    best = np.take_along_axis(found, np.argsort(-scores, axis=1)[:, :10], axis=1)
    hits = [np.isin(np.argsort(-exact[at])[:10], best[at]).mean() for at in range(40)]
    assert np.mean(hits) > 0.98


def test_an_answer_depends_on_its_query_alone(coded: CodedVectors) -> None:
    queries = made(50, 2)
    whole = coded.search(queries, 200)
    threads = faiss.omp_get_max_threads()
    try:
        for size, given in ((1, 1), (3, 2), (50, 1)):
            faiss.omp_set_num_threads(given)
            parts = [coded.search(queries[start : start + size], 200) for start in range(0, 50, size)]
            for together, apart in zip(whole, zip(*parts, strict=True), strict=True):
                assert np.concatenate(apart).tobytes() == together.tobytes()
    finally:
        faiss.omp_set_num_threads(threads)


def test_rows_come_back_nearly_as_they_were(rows: Vectors, coded: CodedVectors) -> None:
    np.testing.assert_allclose(coded.reconstruct_n(100, 400), rows[100:500], atol=2e-3)
    np.testing.assert_array_equal(coded.reconstruct(7), np.zeros(DIM))


def test_more_are_not_found_than_there_are(rows: Vectors) -> None:
    scores, found = CodedVectors.pack(rows[:20]).search(rows[:1], 4096)
    assert found[0].tolist() == list(range(20))
    assert int(scores[0].argmax()) == 0
    assert scores[0, 0] == pytest.approx(1, abs=1e-3)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("dim", [4, 16, 17])
def test_short_rows_are_coded_too(dim: int) -> None:
    rows = np.ascontiguousarray(made(700, 3)[:, :dim])
    coded = CodedVectors.pack(rows / np.linalg.norm(rows, axis=1, keepdims=True))
    assert (coded.d, coded.ntotal) == (dim, 700)
    found = CodedVectors.from_parts(coded.to_parts())
    for one, other in zip(coded.search(rows[:5], 30), found.search(rows[:5], 30), strict=True):
        np.testing.assert_array_equal(one, other)


def test_the_store_codes_what_is_many(tiny_index: StoredIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    passages = tiny_index.passages * 3
    rows = np.tile(tiny_index.vectors.reconstruct_n(0, len(tiny_index.passages)), (3, 1))
    monkeypatch.setattr(stored, "EXACT_UP_TO", len(rows))
    assert is_exact(pack_vectors(rows))
    monkeypatch.setattr(stored, "EXACT_UP_TO", len(rows) - 1)
    manifest = replace(tiny_index.manifest, passages=len(rows))
    many = replace(tiny_index, manifest=manifest, passages=passages, vectors=pack_vectors(rows))
    assert isinstance(many.vectors, CodedVectors)
    save_index(tmp_path, many)
    found = open_index(tmp_path).vectors
    np.testing.assert_array_equal(found.reconstruct_n(0, 27), many.vectors.reconstruct_n(0, 27))
    np.testing.assert_allclose(found.reconstruct_n(0, 27), rows, atol=2e-3)
    save_index(tmp_path, replace(many, vectors=replace(many.vectors, few=many.vectors.few[:-1])))
    with pytest.raises(IndexDamagedError, match=r"cannot be read \(ValueError\)"):
        open_index(tmp_path)
