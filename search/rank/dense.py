"""Meaning in common: inner products with the passage vectors, exact up to a pool."""

import faiss
import numpy as np
from numpy.typing import NDArray

from search.types import Scores, Vectors

POOL = 4096  # passages scored per query; the rest are too far to matter and count as 0
_STEP = float(1 << 20)  # numbers of a row are taken as multiples of one millionth, far below what a score shows


class DenseRanker:
    """Scores queries against the passage vectors of an index.

    Where every passage is scored, numbers are whole multiples of one step, so that no sum of their products is rounded:
    a score is the same bit for bit however many queries are asked together, on any number of threads.
    """

    def __init__(self, index: faiss.Index) -> None:
        self._index = index
        whole = 0 < index.ntotal <= POOL
        self._table = in_steps(index.reconstruct_n(0, index.ntotal)).T if whole else None  # [dim, n_passages]

    def scores(self, queries: Vectors) -> Scores:
        """Queries [n, dim] → cosines float32 [n, n_passages], negative ones raised to 0."""
        found = np.zeros((len(queries), self._index.ntotal), dtype=np.float32)
        if not found.size:
            return found
        if self._table is not None:
            return np.maximum(in_steps(queries) @ self._table, 0.0).astype(np.float32)
        cosines, rows = self._index.search(np.ascontiguousarray(queries), POOL)
        np.put_along_axis(found, rows, np.maximum(cosines, 0.0), axis=1)
        return found


def in_steps(rows: Vectors) -> NDArray[np.float64]:
    """Rows as whole multiples of one step, whose products with others of the kind add up without rounding."""
    return np.rint(rows.astype(np.float64) * _STEP) / _STEP
