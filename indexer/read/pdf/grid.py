"""Drawn lines → tables: connected lines form a grid, and a missing line between two fields makes them one cell."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.read.pdf.marks import Rule, Word

_NEAR = 3.5  # points: lines nearer than this are one (double borders, rounding)
_JOIN = 4.0  # gap in a line that is bridged (dotted and dashed borders)
_SHORTEST = 6.0
_TOUCH = 2.5  # how far a line may stop short of the one it meets
_COVERED = 0.5  # share of a field's side that must be drawn
_MOSTLY = 0.5  # share of a column's edge that must be drawn for the rest to be meant
_MOST_FIELDS = 6_000
_MOST_RULES = 300  # of each direction on a page; more is a drawing


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: edges of its columns and rows, and for every field the cell it belongs to."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[tuple[int, ...], ...]  # [row][column] → cell number

    @property
    def top(self) -> float:
        """Upper edge."""
        return self.ys[0]

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.ys[-1]

    @property
    def columns(self) -> int:
        """Most cells side by side in one row."""
        return max(len(set(row)) for row in self.cells)

    def field(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column in which a point lies; None outside."""
        if not (self.xs[0] - _NEAR <= x <= self.xs[-1] + _NEAR and self.ys[0] - _NEAR <= y <= self.ys[-1] + _NEAR):
            return None
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        return row, column


def grids(rules: Iterable[Rule], words: Sequence[Word] = ()) -> list[Grid]:
    """Tables of a page with at least two columns, from the top; `words` tell where a missing line is meant."""
    merged = merge_rules(rules)
    level = [rule for rule in merged if rule.horizontal][:_MOST_RULES]
    upright = [rule for rule in merged if not rule.horizontal][:_MOST_RULES]
    found = [_grid(*part, words) for part in _connected(level, upright)]
    return sorted((grid for grid in found if grid is not None), key=lambda grid: grid.top)


def merge_rules(rules: Iterable[Rule]) -> list[Rule]:
    """Pieces of one line joined; what stays shorter than a letter is dropped."""
    merged: list[Rule] = []
    for horizontal in (True, False):
        for band in _bands(sorted((r for r in rules if r.horizontal is horizontal), key=lambda rule: rule.at)):
            merged += _joined(band)
    return [rule for rule in merged if rule.end - rule.start >= _SHORTEST]


def _bands(rules: list[Rule]) -> Iterable[list[Rule]]:
    band: list[Rule] = []
    for rule in rules:
        if band and rule.at - band[0].at > _NEAR:
            yield band
            band = []
        band.append(rule)
    if band:
        yield band


def _joined(band: list[Rule]) -> list[Rule]:
    at = sum(rule.at * (rule.end - rule.start + 0.01) for rule in band) / sum(r.end - r.start + 0.01 for r in band)
    joined: list[Rule] = []
    for rule in sorted(band, key=lambda rule: rule.start):
        if joined and rule.start - joined[-1].end <= _JOIN:
            last = joined.pop()
            rule = Rule(rule.horizontal, at, last.start, max(last.end, rule.end))
        joined.append(Rule(rule.horizontal, at, rule.start, rule.end))
    return joined


def _connected(level: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    leader = list(range(len(level) + len(upright)))

    def find(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    for i, across in enumerate(level):
        for j, down in enumerate(upright, start=len(level)):
            if _meet(across, down):
                leader[find(i)] = find(j)
    for (i, one), (j, other) in pairwise(sorted(enumerate(upright, start=len(level)), key=lambda pair: pair[1].start)):
        if _of_one_table(one, other):
            leader[find(i)] = find(j)
    parts: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for index, rule in enumerate((*level, *upright)):
        parts[find(index)][index >= len(level)].append(rule)
    return list(parts.values())


def _meet(across: Rule, down: Rule) -> bool:
    return (
        across.start - _TOUCH <= down.at <= across.end + _TOUCH
        and down.start - _TOUCH <= across.at <= down.end + _TOUCH
    )


def _of_one_table(one: Rule, other: Rule) -> bool:
    """Whether two upright lines reach from one height to another: a table's border may meet no line on a page."""
    return abs(one.start - other.start) <= _NEAR and abs(one.end - other.end) <= _NEAR


def _grid(level: list[Rule], upright: list[Rule], words: Sequence[Word]) -> Grid | None:
    if not level or not upright:
        return None
    # Outer borders may be missing: the lines that are there reach as far as the table does.
    xs = _edges([*(r.at for r in upright), min(r.start for r in level), max(r.end for r in level)])
    ys = _edges([*(r.at for r in level), min(r.start for r in upright), max(r.end for r in upright)])
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > _MOST_FIELDS:
        return None
    upright = [*upright, *_meant(xs, ys, upright, words)]
    cells = _cells(xs, ys, level, upright)
    grid = Grid(tuple(xs), tuple(ys), cells)
    return grid if grid.columns > 1 else None


def _meant(xs: list[float], ys: list[float], upright: list[Rule], words: Sequence[Word]) -> list[Rule]:
    """Lines between two columns that are drawn in most rows and missing in one whose words keep clear of them."""
    meant = []
    inside = _by_row(xs, ys, words)
    for x in xs[1:-1]:
        near = [rule for rule in upright if abs(rule.at - x) <= _NEAR]
        missing = [row for row, (top, bottom) in enumerate(pairwise(ys)) if not _drawn(near, x, top, bottom)]
        if sum(ys[row + 1] - ys[row] for row in missing) > (1 - _MOSTLY) * (ys[-1] - ys[0]):
            continue
        meant += [Rule(False, x, ys[row], ys[row + 1]) for row in missing if _keep_clear(inside[row], x)]
    return meant


def _by_row(xs: list[float], ys: list[float], words: Sequence[Word]) -> list[list[Word]]:
    rows: list[list[Word]] = [[] for _ in ys]
    for word in words:
        x, y = word.middle
        if xs[0] <= x <= xs[-1] and ys[0] <= y <= ys[-1]:
            rows[bisect_right(ys, y) - 1].append(word)
    return rows


def _keep_clear(words: Sequence[Word], x: float) -> bool:
    """Whether words stand on both sides of a place, none over it, and nowhere as near as in running text."""
    if any(word.x0 < x < word.x1 for word in words):
        return False
    left, right = [word for word in words if word.x1 <= x], [word for word in words if word.x0 >= x]
    return bool(left and right) and min(word.x0 for word in right) - max(word.x1 for word in left) > _NEAR


def _edges(places: list[float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _NEAR:
            edges.append(place)
    return edges


def _cells(xs: list[float], ys: list[float], level: list[Rule], upright: list[Rule]) -> tuple[tuple[int, ...], ...]:
    rows, columns = len(ys) - 1, len(xs) - 1
    leader = list(range(rows * columns))

    def find(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    beside = [[rule for rule in upright if abs(rule.at - x) <= _NEAR] for x in xs]
    below = [[rule for rule in level if abs(rule.at - y) <= _NEAR] for y in ys]
    for row in range(rows):
        for column in range(columns):
            here = row * columns + column
            if column + 1 < columns and not _drawn(beside[column + 1], xs[column + 1], ys[row], ys[row + 1]):
                leader[find(here + 1)] = find(here)
            if row + 1 < rows and not _drawn(below[row + 1], ys[row + 1], xs[column], xs[column + 1]):
                leader[find(here + columns)] = find(here)
    return tuple(tuple(find(row * columns + column) for column in range(columns)) for row in range(rows))


def _drawn(rules: Sequence[Rule], at: float, start: float, end: float) -> bool:
    covered = sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules if abs(rule.at - at) <= _NEAR)
    return covered >= _COVERED * (end - start)
