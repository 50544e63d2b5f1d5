import pickle
from pathlib import Path

import numpy as np
import pytest

from search.errors import IndexDamagedError
from search.store import StoredIndex, build_lexical, open_index, save_index


def test_round_trip_without_any_pickle(
    tiny_index: StoredIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("pickle was used")

    monkeypatch.setattr(pickle, "load", refuse)
    monkeypatch.setattr(pickle, "loads", refuse)
    save_index(tmp_path, tiny_index)
    found = open_index(tmp_path)
    assert found.passages == tiny_index.passages
    assert found.unit_codes == ("I.55COK00.001.1", "I.55COK00.002.1", "I.55COK00.003.1")
    assert found.unit_starts.tolist() == [0, 7, 8]
    assert found.catalogue == tiny_index.catalogue
    assert found.stems == dict(tiny_index.stems)
    np.testing.assert_array_equal(found.vectors.reconstruct_n(0, 9), tiny_index.vectors.reconstruct_n(0, 9))
    np.testing.assert_array_equal(found.lexical.weights, tiny_index.lexical.weights)


def test_equal_indexes_are_equal_bytes(tiny_index: StoredIndex, tmp_path: Path) -> None:
    save_index(tmp_path / "a", tiny_index)
    save_index(tmp_path / "b", tiny_index)
    assert (tmp_path / "a" / "CURRENT").read_bytes() == (tmp_path / "b" / "CURRENT").read_bytes()


def test_parts_that_do_not_belong_together_are_refused(tiny_index: StoredIndex, tmp_path: Path) -> None:
    short = StoredIndex(tiny_index.manifest, tiny_index.passages[:-1], tiny_index.vectors, tiny_index.lexical, {}, {})
    save_index(tmp_path, short)
    with pytest.raises(IndexDamagedError, match="do not belong together"):
        open_index(tmp_path)


def test_bm25_weights_are_lucenes() -> None:
    """idf = ln(1 + (N - n + .5)/(n + .5)), weight = idf · tf / (tf + k1 · (1 - b + b · len/mean)): k1 1.2, b 0.5."""
    index = build_lexical([["nasi", "goreng"], ["nasi", "nasi"], ["tamu"]])
    assert index.terms == ("goreng", "nasi", "tamu")
    rows, weights = index.column(1)
    mean, idf = 5 / 3, np.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    expected = [idf * tf / (tf + 1.2 * (0.5 + 0.5 * 2 / mean)) for tf in (1, 2)]
    assert rows.tolist() == [0, 1]
    np.testing.assert_allclose(weights, expected, rtol=1e-6)


def test_nothing_to_index_is_an_empty_lexicon() -> None:
    index = build_lexical([[], []])
    assert (index.terms, index.passages, index.weights.size) == ((), 2, 0)
