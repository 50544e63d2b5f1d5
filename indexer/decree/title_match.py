"""Which unit a cell of the function map speaks of, tolerant of wording: `tim penjualan` v `Tim Penjual`."""

from collections.abc import Sequence
from heapq import nlargest

from indexer.decree.words import fold, similarity

_LEAST = 0.6  # by trial: real variants of one title are above 0.75, neighbouring titles mostly below 0.7
_MOST = 10  # candidates kept per cell
_LONGEST = 400  # characters; no title is longer
_BUDGET = 400_000  # comparisons in one decree, a few tenths of a second; beyond them only equal titles match


class TitleMatcher:
    """The unit titles of one decree, ready to be compared with the cells of its map."""

    def __init__(self, titles: Sequence[str]) -> None:
        """Take the titles in list order; units are their indexes."""
        self._titles = [fold(title) for title in titles]
        self._equal: dict[str, list[int]] = {}
        for index, title in enumerate(self._titles):
            self._equal.setdefault(title, []).append(index)
        self._memory: dict[str, list[tuple[int, float]]] = {}
        self._budget = _BUDGET

    @property
    def count(self) -> int:
        """How many units there are."""
        return len(self._titles)

    def candidates(self, text: str) -> list[tuple[int, float]]:
        """Units whose title the text may be: (index, likeness in 0 … 1]."""
        folded = fold(text)
        if folded not in self._memory:
            self._memory[folded] = self._compare(folded)
        return self._memory[folded]

    def best(self, text: str) -> float:
        """Likeness to the best of all titles, 0 when it is like none."""
        return max((score for _, score in self.candidates(text)), default=0.0)

    def _compare(self, folded: str) -> list[tuple[int, float]]:
        if not folded or len(folded) > _LONGEST:
            return []
        if self._budget < len(self._titles):
            return [(index, 1.0) for index in self._equal.get(folded, ())[:_MOST]]
        self._budget -= len(self._titles)
        scores = ((index, similarity(folded, title)) for index, title in enumerate(self._titles))
        return nlargest(_MOST, ((i, score) for i, score in scores if score >= _LEAST), key=lambda pair: pair[1])
