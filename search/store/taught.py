"""What an index learnt from worked examples: linear discriminants over the rows of its encoders."""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load, save

from search.types import Rows, Vectors


@dataclass(frozen=True, slots=True)
class Taught:
    """Weights and biases of two discriminants, of units and of criteria, over rows of `dim` numbers.

    Classes of `units`: the units that have examples, in order, then those that have none, and last what is none of
    them. Classes of `criteria`:
    the criteria of each such unit one after another, then each of those units as a whole, then the near misses of
    each, and last what is none of them.
    """

    digest: str  # of all it was learnt from
    units: Vectors  # [n_taught + n_others + 1, dim]
    units_bias: NDArray[np.float64]  # [n_taught + n_others + 1]
    places: Rows  # [n_taught]: where in the index's `unit_codes` those units stand
    criteria: Vectors  # [n_criteria + 2 · n_detailed + 1, dim]
    criteria_bias: NDArray[np.float64]
    rows: Rows  # [n_criteria]: the passages that are those criteria
    starts: Rows  # [n_detailed]: the first criterion of each unit

    def to_bytes(self) -> bytes:
        """Safetensors bytes of the numbers."""
        names = [one.name for one in fields(self) if one.name != "digest"]
        return save({name: np.ascontiguousarray(getattr(self, name)) for name in names})

    def fits(self, dim: int, units: int, passages: int) -> bool:
        """Whether it belongs to an index of rows of `dim` numbers, so many units and so many passages."""
        classes = len(self.rows) + 2 * len(self.starts) + 1
        return (
            self.units.shape == (len(self.units_bias), dim)
            and len(self.places) < len(self.units) <= units + 1
            and self.criteria.shape == (len(self.criteria_bias), dim)
            and len(self.criteria) == classes
            and all(0 <= place < units for place in self.places)
            and all(0 <= row < passages for row in self.rows)
        )

    @classmethod
    def from_bytes(cls, data: bytes, digest: str) -> "Taught":
        """Inverse of `to_bytes`, with the digest that the manifest keeps."""
        return cls(digest, **load(data))
