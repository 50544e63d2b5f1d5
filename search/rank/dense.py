"""Meaning in common: inner products with the passage vectors, exact up to a pool."""

import faiss
import numpy as np

from search.types import Scores, Vectors

POOL = 4096  # passages scored per query; the rest are too far to matter and count as 0


def dense_scores(index: faiss.Index, queries: Vectors) -> Scores:
    """Queries [n, dim] → cosines float32 [n, n_passages], negative ones raised to 0."""
    found = np.zeros((len(queries), index.ntotal), dtype=np.float32)
    if not len(queries) or not index.ntotal:
        return found
    cosines, rows = index.search(np.ascontiguousarray(queries), min(POOL, index.ntotal))
    np.put_along_axis(found, rows, np.maximum(cosines, 0.0), axis=1)
    return found
