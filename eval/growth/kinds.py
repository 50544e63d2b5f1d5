"""Ways to keep vectors: exact, shorter numbers, and two passes, the first of them rough."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from time import perf_counter, process_time

import faiss
import numpy as np

from search.rank.dense import POOL
from search.store import CodedVectors, Table
from search.types import Vectors

_TRAINED_ON = 80_000  # rows
_SAME = 1e-6


def _faiss(key: str, looks: tuple[str, int] | None, rows: Vectors) -> faiss.Index:
    """FAISS's index of a name; looks: how far it looks."""
    index = faiss.index_factory(rows.shape[1], key, faiss.METRIC_INNER_PRODUCT)
    if not index.is_trained:
        index.train(rows[:: max(len(rows) // _TRAINED_ON, 1)])
    index.add(rows)
    if looks:
        faiss.ParameterSpace().set_index_parameter(index, *looks)
    return index


@dataclass(frozen=True, slots=True)
class Kind:
    """One way; `asked` is how many it is asked for: as many as Padan scores, or the ten that are counted."""

    name: str
    make: Callable[[Vectors], Table]
    asked: int = POOL


# No PCA: FAISS takes the mean away first, after which inner products rank another way.
KINDS = (
    Kind("exact", partial(_faiss, "Flat", None)),
    Kind("fp16", partial(_faiss, "SQfp16", None)),
    Kind("int8, rotated", partial(_faiss, "RR,SQ8", None)),
    Kind("int8, rotated, after 4 bits of 8", partial(_faiss, "RR,PQ64x4fs,Refine(SQ8)", None)),
    Kind("int8, rotated, after 1 bit", partial(_faiss, "RR,RaBitQfs,Refine(SQ8)", None)),
    Kind("IVF, rotated int8, 256 of 2048", partial(_faiss, "RR,IVF2048,SQ8", ("nprobe", 256))),
    Kind("HNSW, int8, 128 looked at", partial(_faiss, "HNSW16_SQ8", ("efSearch", 128)), asked=10),
    Kind("Padan's two tables", CodedVectors.pack),
)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a way costs, and what share of the ten nearest it finds."""

    kind: Kind
    build: float  # seconds of processor time
    size: int  # bytes
    p50: float  # seconds by the clock, on all cores
    p95: float
    work: float  # seconds of processor time, the median
    recall: float


def measure(kind: Kind, rows: Vectors, queries: Vectors, tenth: Vectors) -> Measured:
    """Build one way and ask it query by query; tenth: the exact score of each query's tenth nearest [n_queries]."""
    begun = process_time()
    table = kind.make(rows)
    build = process_time() - begun
    table.search(queries[:1], kind.asked)
    clock, work, found = [], [], []
    for query in queries:
        begun, worked = perf_counter(), process_time()
        found.append(_ten(*table.search(query[None], kind.asked)))
        clock.append(perf_counter() - begun)
        work.append(process_time() - worked)
    p50, p95 = np.quantile(clock, [0.5, 0.95])
    recall = hits(rows, queries, found, tenth)
    return Measured(kind, build, size_of(table), float(p50), float(p95), float(np.median(work)), recall)


def hits(rows: Vectors, queries: Vectors, found: list[list[int]], tenth: Vectors) -> float:
    """Share of the ten nearest that is found: what scores as high by the exact rows, whichever of equal passages."""
    each = [
        (rows[got] @ query >= least - _SAME).sum() / 10 for got, query, least in zip(found, queries, tenth, strict=True)
    ]
    return float(np.mean(each))


def tenth_best(rows: Vectors, queries: Vectors) -> Vectors:
    """The exact score of each query's tenth nearest [n_queries]."""
    index = faiss.IndexFlatIP(rows.shape[1])
    index.add(rows)
    scores: Vectors = index.search(queries, 10)[0][:, -1]
    return scores


def size_of(table: Table) -> int:
    """Bytes on a disk."""
    if isinstance(table, CodedVectors):
        return sum(map(len, table.to_parts().values()))
    return len(faiss.serialize_index(table))


def _ten(scores: Vectors, rows: Vectors) -> list[int]:
    order = np.argsort(-scores[0], kind="stable")[:10]
    return [int(row) for row in rows[0, order] if row >= 0]
