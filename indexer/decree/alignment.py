"""The heaviest chain: from candidate pairs (row, column, weight), the pairs that go forward in both and weigh most."""

from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Pair:
    """A candidate: this row may be that column, and how well it fits (above 0)."""

    row: int
    column: int
    weight: float


def heaviest_chain(pairs: list[Pair]) -> list[Pair]:
    """Pairs strictly rising in row and column with the greatest total weight; O(n log n) in the number of pairs."""
    columns = {column: rank for rank, column in enumerate(sorted({pair.column for pair in pairs}), start=1)}
    best = _PrefixBest(len(columns))
    before: dict[int, int] = {}
    ordered = sorted(pairs, key=lambda pair: (pair.row, pair.column))
    for _, group in groupby(enumerate(ordered), key=lambda numbered: numbered[1].row):
        reached = []  # pairs of one row cannot follow each other: ask for all of them before telling of any
        for index, pair in group:
            total, last = best.below(columns[pair.column])
            before[index] = last
            reached.append((columns[pair.column], total + pair.weight, index))
        for column, total, index in reached:
            best.tell(column, total, index)
    return _trace(ordered, before, best.below(len(columns) + 1)[1])


def _trace(ordered: list[Pair], before: dict[int, int], last: int) -> list[Pair]:
    chain = []
    while last >= 0:
        chain.append(ordered[last])
        last = before[last]
    return chain[::-1]


class _PrefixBest:
    """Fenwick tree over columns: the heaviest chain that ends left of a column."""

    def __init__(self, size: int) -> None:
        self._best: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def below(self, column: int) -> tuple[float, int]:
        answer = (0.0, -1)
        column -= 1
        while column > 0:
            if self._best[column][0] > answer[0]:
                answer = self._best[column]
            column -= column & -column
        return answer

    def tell(self, column: int, total: float, index: int) -> None:
        while column < len(self._best):
            if total > self._best[column][0]:
                self._best[column] = (total, index)
            column += column & -column
