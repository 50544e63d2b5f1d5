"""Several arms, one score: fused per passage; the best passage, weighed by field, speaks for its unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from search.types import Depth, Field, Passage, Rows, Scores

Arm = Literal["dense", "deep", "lexical"]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each arm counts for a passage, and how much each field says of its unit; chosen on the dev split."""

    dense: float = 0.7  # meaning, as the first encoder sees it
    deep: float = 0.0  # and as the deep one does
    lexical: float = 0.3
    examples: float = 0.5  # what a unit of which they are sure gains of all that its best passage leaves open
    fields: Mapping[Field, float] = field(
        default_factory=lambda: {
            Field.TITLE: 1.0,
            Field.ALIAS: 1.0,
            Field.DESCRIPTION: 0.9,
            Field.ELEMENT: 0.85,
            Field.CRITERION: 0.7,  # a unit has up to eighteen: the best of many is high by chance
        }
    )

    def alone(self, arm: Arm) -> "Weights":
        """One arm without the others."""
        dense, deep, lexical = (float(arm == name) for name in ("dense", "deep", "lexical"))
        return replace(self, dense=dense, deep=deep, lexical=lexical, examples=0.0)

    def of(self, passages: Sequence[Passage]) -> NDArray[np.float32]:
        """The field weight of each passage [n_passages]."""
        return np.array([self.fields[passage.field] for passage in passages], dtype=np.float32)


WEIGHTS: Mapping[Depth, Weights] = MappingProxyType(
    {"fast": Weights(dense=0.75, lexical=0.25), "deep": Weights(dense=0.3, deep=0.55, lexical=0.15)}
)


def fuse(arms: Sequence[tuple[float, Scores]]) -> Scores:
    """Shares and scores of some arms [n, n_passages] → fused scores of the same shape, in [0, 1]."""
    fused: Scores = np.clip(sum(share * scores for share, scores in arms), 0.0, 1.0)
    return fused


def best_per_unit(scores: Scores, starts: Rows) -> tuple[Scores, Rows]:
    """Passage scores [n, n_passages] → each unit's best score [n, n_units] and the passage row it comes from."""
    if not len(starts):
        return np.zeros((len(scores), 0), np.float32), np.zeros((len(scores), 0), np.int64)
    best: Scores = np.maximum.reduceat(scores, starts, axis=1)
    sizes = np.diff(starts, append=scores.shape[1])
    behind = np.where(scores == np.repeat(best, sizes, axis=1), np.arange(scores.shape[1]), scores.shape[1])
    return best, np.minimum.reduceat(behind, starts, axis=1).astype(np.int64)  # of equals the first
