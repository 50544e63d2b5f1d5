"""Meaning in common: inner products with the passage vectors, in a large catalogue with a pool of the nearest."""

import numpy as np

from search.store import Table, in_steps, is_exact
from search.types import Scores, Vectors

POOL = 4096  # passages scored per query where not all are; the rest are too far to matter and count as 0


class DenseRanker:
    """Scores queries against the passage vectors of an index.

    Numbers are whole multiples of one step, so that no sum of their products is rounded: a score is the same bit for
    bit however many queries are asked together, on any number of threads.
    """

    def __init__(self, index: Table) -> None:
        self._index = index
        whole = is_exact(index) and index.ntotal
        self._table = in_steps(index.reconstruct_n(0, index.ntotal)).T if whole else None  # [dim, n_passages]

    def scores(self, queries: Vectors) -> Scores:
        """Queries [n, dim] → cosines float32 [n, n_passages], negative ones raised to 0."""
        found = np.zeros((len(queries), self._index.ntotal), dtype=np.float32)
        if not found.size:
            return found
        if self._table is not None:
            return np.maximum(in_steps(queries) @ self._table, 0.0).astype(np.float32)
        cosines, rows = self._index.search(queries, POOL)
        np.put_along_axis(found, rows, np.maximum(cosines, 0.0), axis=1)
        return found
