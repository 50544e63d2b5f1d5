"""Two arms, one score: dense and lexical fused per passage, weighed by field; the best passage speaks for its unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from search.types import Field, Passage, Rows, Scores


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each arm and each field counts."""

    dense: float = 0.65
    lexical: float = 0.35
    fields: Mapping[Field, float] = field(
        default_factory=lambda: {
            Field.TITLE: 1.0,
            Field.ALIAS: 1.0,
            Field.ELEMENT: 0.95,
            Field.DESCRIPTION: 0.95,
            Field.CRITERION: 0.9,  # a unit has up to eighteen: the best of many is high by chance
        }
    )


DEFAULT_WEIGHTS = Weights()


def fuse(dense: Scores, lexical: Scores, passages: Sequence[Passage], weights: Weights = DEFAULT_WEIGHTS) -> Scores:
    """Scores of both arms [n, n_passages] → fused scores of the same shape, in [0, 1]."""
    per_field = np.array([weights.fields[passage.field] for passage in passages], dtype=np.float32)
    return np.clip((weights.dense * dense + weights.lexical * lexical) * per_field, 0.0, 1.0)


def best_per_unit(scores: Scores, starts: Rows) -> tuple[Scores, Rows]:
    """Passage scores [n, n_passages] → each unit's best score [n, n_units] and the passage row it comes from."""
    if not len(starts):
        return np.zeros((len(scores), 0), np.float32), np.zeros((len(scores), 0), np.int64)
    best = np.maximum.reduceat(scores, starts, axis=1)
    ends = np.append(starts[1:], scores.shape[1])
    rows = np.stack(
        [start + scores[:, start:end].argmax(axis=1) for start, end in zip(starts, ends, strict=True)], axis=1
    )
    return best, rows.astype(np.int64)
