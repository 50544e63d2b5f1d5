"""BM25 weights of every (stem, passage) pair, computed once by bm25s and kept as a sparse matrix."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load, save

from search.types import Rows

K1, B = 1.2, 0.5  # Lucene's saturation; titles of three words and criteria of thirty call for a mild length norm
_SETTINGS = {"method": "lucene", "k1": K1, "b": B}


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """Column t holds the passages with term t: `rows[starts[t]:starts[t + 1]]` with `weights` alike."""

    terms: tuple[str, ...]  # sorted
    starts: NDArray[np.int64]  # [n_terms + 1]
    rows: Rows  # [n_pairs]
    weights: NDArray[np.float32]  # [n_pairs]
    passages: int

    def column(self, term: int) -> tuple[Rows, NDArray[np.float32]]:
        """The passages that hold a term, and its BM25 weight in each."""
        span = slice(self.starts[term], self.starts[term + 1])
        return self.rows[span], self.weights[span]

    def to_bytes(self) -> bytes:
        """Safetensors bytes of the numbers; `terms` are stored beside them. No catalogue has 2³¹ passages."""
        return save({"starts": self.starts, "rows": self.rows.astype(np.int32), "weights": self.weights})

    @classmethod
    def from_bytes(cls, data: bytes, terms: Sequence[str], passages: int) -> "LexicalIndex":
        """Inverse of `to_bytes`."""
        tensors = load(data)
        return cls(tuple(terms), tensors["starts"], tensors["rows"].astype(np.int64), tensors["weights"], passages)


def build_lexical(documents: Sequence[Sequence[str]]) -> LexicalIndex:
    """Index the stems of each passage; the same documents give the same bytes."""
    import bm25s

    terms = tuple(sorted({term for document in documents for term in document}))
    if not terms:
        return LexicalIndex((), np.zeros(1, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32), len(documents))
    number = {term: place for place, term in enumerate(terms)}
    model = bm25s.BM25(**_SETTINGS)
    model.index(
        ([[number[term] for term in document] for document in documents], dict(number)),
        create_empty_token=False,
        show_progress=False,
    )
    starts = model.scores["indptr"].astype(np.int64)
    rows, weights = model.scores["indices"].astype(np.int64), model.scores["data"].astype(np.float32)
    return LexicalIndex(terms, starts, rows, weights, len(documents))
