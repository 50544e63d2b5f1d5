"""The arm of examples: the chance that a text is of a unit, or shows a criterion, by what worked examples taught.

Linear discriminant analysis: examples of one class scatter about its middle as those of every other class do, so what
tells two classes apart is a plane. A text is near a class not for being near some passage of it, but for lying on its
side of all those planes; sentences that say a thing in particulars and never in its words are told apart so.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from search.store import Taught, in_steps
from search.types import Depth, Scores, Vectors

SHARES: Mapping[Depth, tuple[float, ...]] = MappingProxyType({"fast": (1.0,), "deep": (0.4, 0.6)})
_Odds = NDArray[np.float64]


def joined(vectors: Sequence[Vectors], depth: Depth) -> Vectors:
    """The rows [n, dim] of each encoder of a depth, side by side, so that their products add up by their shares."""
    return np.concatenate(
        [rows * np.float32(share**0.5) for share, rows in zip(SHARES[depth], vectors, strict=True)], axis=1
    )


class ExampleRanker:
    """Joined rows → chances, the same bit for bit however many rows are asked together."""

    def __init__(self, taught: Taught, units: int) -> None:
        self._taught, self._count = taught, units
        self._units, self._criteria = in_steps(taught.units).T, in_steps(taught.criteria).T
        ends = [*taught.starts.tolist(), len(taught.rows)]
        self._spans = [slice(start, end) for start, end in pairwise(ends)]  # of each unit's criteria

    def units(self, rows: Vectors) -> Scores:
        """[n, n_units]: the chance that a text is of each unit, 0 for a unit without examples."""
        found = np.zeros((len(rows), self._count), dtype=np.float32)
        if len(self._taught.places):
            odds = in_steps(rows) @ self._units + self._taught.units_bias
            found[:, self._taught.places] = np.exp(odds - _log_sum(odds))[:, : len(self._taught.places)]
        return np.round(found, 4)

    def criteria(self, rows: Vectors) -> Scores:
        """[n, n_criteria]: the chance that a text shows each criterion that was taught, rather than another of its
        unit, a near miss, another unit, or nothing of all that."""
        count, detailed = len(self._taught.rows), len(self._spans)
        found = np.zeros((len(rows), count), dtype=np.float32)
        if not count:
            return found
        odds = in_steps(rows) @ self._criteria + self._taught.criteria_bias
        wholes, misses, none = odds[:, count : count + detailed], odds[:, count + detailed : -1], odds[:, -1:]
        for number, span in enumerate(self._spans):
            rivals = np.delete(wholes, number, axis=1)
            own = odds[:, span]
            found[:, span] = np.exp(own - _log_sum(np.hstack([own, rivals, misses[:, number : number + 1], none])))
        return np.round(found, 4)


def _log_sum(odds: _Odds) -> _Odds:
    most = odds.max(axis=1, keepdims=True)
    summed: _Odds = most + np.log(np.exp(odds - most).sum(axis=1, keepdims=True))
    return summed
