"""What is known of some texts once they are scored, row by row."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from search.types import Scores


@dataclass(frozen=True, slots=True)
class TextScores:
    """One row for each text: how near it is to each passage, and what worked examples say of it."""

    passages: Scores  # [n, n_passages] in [0, 1]
    units: Scores  # [n, n_units]: the chance that it is of a unit; 0 for units without examples
    criteria: Scores  # [n, n_taught]: the chance that it shows a criterion that examples taught

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self.passages)

    def rows(self, which: slice) -> "TextScores":
        """Some of the texts."""
        return TextScores(self.passages[which], self.units[which], self.criteria[which])

    def copy(self) -> "TextScores":
        """The same numbers in memory of their own."""
        return TextScores(self.passages.copy(), self.units.copy(), self.criteria.copy())

    @classmethod
    def together(cls, parts: Sequence["TextScores"]) -> "TextScores":
        """The texts of several, one after another."""
        return cls(*(np.concatenate([getattr(part, name) for part in parts]) for name in cls.__slots__))
