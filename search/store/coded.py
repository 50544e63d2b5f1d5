"""Passage vectors of a large catalogue in a third of their bytes: found in a rough table, scored from a fine one.

A search reads 64 bytes of every row, and all of the few thousand rows that are nearest by them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import faiss
import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load, save

from search.store.steps import in_steps
from search.types import Rows, Scores, Vectors

_ROUGH = 128  # numbers of a turned row that the rough table holds, in four bits each
_FEW, _TWO_BYTES, _BYTE = 16, 32767, 127  # so many numbers of the fine table have two bytes, the others one
_SAMPLE = 60_000  # rows from which the turn and the rough table are learnt
_BLOCK = 256  # rows unpacked at a time, so that they stay near the processor
_LOT = 20_000  # rows packed at a time
_LEAST = 1e-9  # keeps a row of zeros from being divided by zero


@dataclass(frozen=True, slots=True)
class CodedVectors:
    """Rows turned so that their first numbers say most; asked as a FAISS index of inner products is.

    The rough numbers are turned again among themselves, and so are those of one byte: where all say equally much, few
    bits hold them best. A byte counts in steps of its own row.
    """

    turn: NDArray[np.float64]  # [dim, dim + rough], in steps: to the numbers of the fine table and those of the rough
    rough: faiss.Index
    few: NDArray[np.int16]  # [n, _FEW]
    rest: NDArray[np.int8]  # [n, the others]
    scale: NDArray[np.float32]  # [n], of `rest`

    @classmethod
    def pack(cls, rows: Vectors) -> Self:
        """Rows [n, dim] of norm 1 or 0, sixteen at least → the two tables."""
        sample = rows[:: -(-len(rows) // _SAMPLE)]
        turn = in_steps(_turn(sample))
        dim, rough_dim = rows.shape[1], turn.shape[1] - rows.shape[1]
        rough = faiss.index_factory(rough_dim, f"PQ{rough_dim}x4fs", faiss.METRIC_INNER_PRODUCT)
        rough.train((in_steps(sample) @ turn[:, dim:]).astype(np.float32))
        first = min(_FEW, dim)
        few, rest = np.empty((len(rows), first), np.int16), np.empty((len(rows), dim - first), np.int8)
        scale = np.empty(len(rows), np.float32)
        for start in range(0, len(rows), _LOT):
            lot = slice(start, start + _LOT)
            turned = in_steps(rows[lot]) @ turn
            rough.add(turned[:, dim:].astype(np.float32))
            few[lot] = np.rint(turned[:, :first] * _TWO_BYTES)
            scale[lot] = np.maximum(np.abs(turned[:, first:dim]).max(axis=1, initial=0.0) / _BYTE, _LEAST)
            rest[lot] = np.rint(turned[:, first:dim] / scale[lot, None])
        return cls(turn, rough, few, rest, scale)

    @property
    def d(self) -> int:
        """Numbers of a row."""
        return len(self.turn)

    @property
    def ntotal(self) -> int:
        """Rows."""
        return len(self.few)

    def search(self, queries: Vectors, k: int) -> tuple[Scores, Rows]:
        """Queries [n, dim] → the k rows nearest in the rough table [n, k] and their scores by the fine one.

        Each query is asked alone, and the fine scores are sums that are not rounded: so neither the queries beside it
        nor the number of threads change an answer.
        """
        turned = in_steps(queries) @ self.turn
        found = [self._nearest(query, min(k, self.ntotal)) for query in turned]
        return np.array([scores for scores, _ in found]), np.array([rows for _, rows in found])

    def reconstruct(self, row: int) -> NDArray[np.float32]:
        """One row, nearly as it was [dim]."""
        one: NDArray[np.float32] = self.reconstruct_n(row, 1)[0]
        return one

    def reconstruct_n(self, start: int, count: int) -> Vectors:
        """Rows, nearly as they were."""
        lot = slice(start, start + count)
        turned = np.hstack([self.few[lot] / _TWO_BYTES, self.rest[lot] * self.scale[lot, None].astype(np.float64)])
        rows: Vectors = (turned @ self.turn[:, : self.d].T).astype(np.float32)
        return rows

    def to_parts(self) -> dict[str, bytes]:
        """What it is on a disk, by the ending of the file."""
        numbers: dict[str, NDArray[Any]] = {"turn": self.turn, "few": self.few, "rest": self.rest, "scale": self.scale}
        return {".faiss": faiss.serialize_index(self.rough).tobytes(), ".safetensors": save(numbers)}

    @classmethod
    def from_parts(cls, parts: Mapping[str, bytes]) -> Self:
        """Inverse of `to_parts`; raises ValueError where they do not belong together."""
        rough, numbers = faiss.deserialize_index(np.frombuffer(parts[".faiss"], np.uint8)), load(parts[".safetensors"])
        coded = cls(rough=rough, **numbers)
        dim, whole = coded.turn.shape
        counts = {rough.ntotal, len(coded.few), len(coded.rest), len(coded.scale)}
        if len(counts) > 1 or (rough.d, coded.few.shape[1] + coded.rest.shape[1]) != (whole - dim, dim):
            raise ValueError("tables of different sizes")
        return coded

    def _nearest(self, query: NDArray[np.float64], k: int) -> tuple[NDArray[np.float32], Rows]:
        _, found = self.rough.search(query[None, self.d :].astype(np.float32), k)
        rows = np.sort(found[0])
        fine, first = in_steps(query[: self.d]), self.few.shape[1]
        scores = self.few[rows].astype(np.float64) @ fine[:first] / _TWO_BYTES
        for start in range(0, k, _BLOCK):
            lot = rows[start : start + _BLOCK]
            scores[start : start + _BLOCK] += (self.rest[lot].astype(np.float64) @ fine[first:]) * self.scale[lot]
        return scores.astype(np.float32), rows


def _turn(sample: Vectors) -> NDArray[np.float64]:
    """[dim, dim + rough]: the directions that say most come first, by how a sample of rows lies."""
    rows = sample.astype(np.float64)
    directions = np.linalg.eigh(rows.T @ rows)[1][:, ::-1]
    dim = len(directions)
    few, rough = min(_FEW, dim), min(_ROUGH, dim)
    fine = [directions[:, :few], directions[:, few:] @ _any_turn(dim - few)]
    return np.hstack([*fine, directions[:, :rough] @ _any_turn(rough)])


def _any_turn(dim: int) -> NDArray[np.float64]:
    """A turn [dim, dim] that prefers no direction, always the same."""
    turn: NDArray[np.float64] = np.linalg.qr(np.random.default_rng(dim).standard_normal((dim, dim)))[0]
    return turn
