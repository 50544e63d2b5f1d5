"""Ways to keep vectors: exact, shorter numbers, fewer numbers, and indexes that look at some of the rows only."""

from dataclasses import dataclass
from time import process_time

import faiss
import numpy as np

from search.types import Vectors

_TRAINED_ON = 80_000  # rows
_SAME = 1e-6


@dataclass(frozen=True, slots=True)
class Kind:
    """One way; `key` is FAISS's name of it, `dims` how many numbers of a row are kept, `looks` how far it looks."""

    name: str
    key: str
    dims: int | None = None
    looks: tuple[str, int] | None = None


# No PCA: FAISS takes the mean away first, after which inner products rank another way.
KINDS = (
    Kind("exact", "Flat"),
    Kind("fp16", "SQfp16"),
    Kind("int8", "SQ8"),
    Kind("int8, rotated", "RR,SQ8"),
    Kind("int8, first 256 numbers", "SQ8", dims=256),
    Kind("IVF, rotated int8, 64 of 2048", "RR,IVF2048,SQ8", looks=("nprobe", 64)),
    Kind("IVF, rotated int8, 256 of 2048", "RR,IVF2048,SQ8", looks=("nprobe", 256)),
    Kind("HNSW, int8, 128 looked at", "HNSW16_SQ8", looks=("efSearch", 128)),
)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a way costs in processor time of one core, and what share of the ten nearest it finds."""

    kind: Kind
    build: float  # seconds
    size: int  # bytes
    p50: float  # seconds
    p95: float
    recall: float


def measure(kind: Kind, rows: Vectors, queries: Vectors, tenth: Vectors) -> Measured:
    """Build one way and ask it query by query; tenth: the exact score of each query's tenth nearest [n_queries].

    Found is what scores at least as high by the exact vectors, whichever of several equal passages it is.
    """
    faiss.omp_set_num_threads(1)
    cut, asked = (np.ascontiguousarray(given[:, : kind.dims]) for given in (rows, queries))
    begun = process_time()
    index = faiss.index_factory(cut.shape[1], kind.key, faiss.METRIC_INNER_PRODUCT)
    if not index.is_trained:
        index.train(cut[:: max(len(cut) // _TRAINED_ON, 1)])
    index.add(cut)
    build = process_time() - begun
    if kind.looks:
        faiss.ParameterSpace().set_index_parameter(index, *kind.looks)
    index.search(asked[:1], 10)
    times, found = [], []
    for query in asked:
        begun = process_time()
        found.append(index.search(query[None], 10)[1][0])
        times.append(process_time() - begun)
    hits = [
        (rows[got[got >= 0]] @ query >= least - _SAME).sum() / 10
        for got, query, least in zip(found, queries, tenth, strict=True)
    ]
    p50, p95 = np.quantile(times, [0.5, 0.95])
    return Measured(kind, build, len(faiss.serialize_index(index)), float(p50), float(p95), float(np.mean(hits)))


def tenth_best(rows: Vectors, queries: Vectors) -> Vectors:
    """The exact score of each query's tenth nearest [n_queries]."""
    index = faiss.IndexFlatIP(rows.shape[1])
    index.add(rows)
    scores: Vectors = index.search(queries, 10)[0][:, -1]
    return scores
