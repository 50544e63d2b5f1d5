"""Words in a ruled table → its rows, every cell with its text, one line per paragraph."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import inf

from indexer.read.pdf.grid import Grid
from indexer.read.pdf.lines import lines_of
from indexer.read.pdf.list_marks import Mark, mark_of
from indexer.read.pdf.marks import Line, Word
from indexer.read.pdf.number_columns import without_number_columns
from indexer.read.pdf.paragraphs import paragraphs

_PADDING = (2.0, 9.0)  # points between a cell's text and its border: least and most
_ROOMY = 0.5  # of a line: how much higher a cell's paragraph may begin than the mark of its row

_FIGURES = re.compile(r"\d+(?:\.\d+)*")
_FIRST = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.1\b")

Cell = list[list[Line]]  # its paragraphs


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells from the left, and where it stands."""

    cells: tuple[Cell, ...]
    top: float
    bottom: float


def table_rows(grid: Grid, words: Iterable[Word]) -> list[Row]:
    """Rows of a grid; a cell that reaches over several rows has its text in the first of them."""
    words = list(words)
    grid = without_number_columns(grid, words)
    inside: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        field = grid.field(*word.middle)
        if field is not None:
            inside[grid.cells[field[0]][field[1]]].append(word)
    texts = {cell: _paragraphs(grid, cell, found) for cell, found in inside.items()}
    rows: list[Row] = []
    seen: set[int] = set()
    for index, fields in enumerate(grid.cells):
        numbers = list(dict.fromkeys(fields))
        cells = tuple([] if number in seen else texts.get(number, []) for number in numbers)
        if any(number not in seen for number in numbers):
            rows += split_row(Row(cells, grid.ys[index], grid.ys[index + 1]))
        seen.update(numbers)
    return [row for row in rows if any(row.cells)]


def split_row(row: Row) -> list[Row]:
    """Rows without a line between: each number at the head of a paragraph in the first cell begins one."""
    if len(row.cells) < 2:
        return [row]
    first, *others = row.cells
    heads = [(lines[0], mark) for lines in first if (mark := mark_of(lines[0])) and mark.number]
    if not heads or not any(len(lines) > 1 or len(cell) > 1 for cell in others for lines in cell):
        return [row]
    heights = [line.y - line.size * (1 + _ROOMY) for line, _ in heads]
    found = [_first_items(cell, [mark for _, mark in heads]) for cell in others]
    starts = [heights, *(_starts(heights, places) for places in found)]
    above = any(lines[0].y < places[0] for cell, places in zip(row.cells, starts, strict=True) for lines in cell)
    if not (above and any(places[0] is not None for places in found)):
        starts = [places[1:] for places in starts]  # nothing of another row stands above the first
    edges = [(row.top, *places, inf) for places in starts]
    rows = []
    for tops, bottoms in pairwise(zip(*edges, strict=True)):
        cells = tuple(map(_between, row.cells, tops, bottoms))
        rows.append(Row(cells, tops[0], min(bottoms[0], row.bottom)))
    return rows if len(rows) > 1 else [row]


def _first_items(cell: Cell, heads: Sequence[Mark]) -> list[float | None]:
    """For each number, the height at which its first item stands in a cell: `2.1` for 2, however high 2 is set."""
    firsts: dict[str, float] = {}
    for lines in cell:
        mark = mark_of(lines[0])
        first = _FIRST.match(mark.text) if mark else None
        if first:
            firsts.setdefault(first[1], lines[0].y)
    places: list[float | None] = []
    low = -inf
    for head in heads:
        number = _FIGURES.search(head.text)
        place = firsts.get(number.group(), low) if number else low
        places.append(place if place > low else None)
        low = max(low, place)
    return places


def _starts(heights: Sequence[float], found: Sequence[float | None]) -> list[float]:
    """Where each row begins in a cell: at its first item, else at its number's height, kept between its neighbours."""
    lows = accumulate((-inf if place is None else place for place in found), max)
    highs = list(accumulate((inf if place is None else place for place in reversed(found)), min))[::-1]
    return [min(max(height, low), high) for height, low, high in zip(heights, lows, highs, strict=True)]


def _between(cell: Cell, top: float, bottom: float) -> Cell:
    """What of a cell belongs to a row: whole items where it is numbered, else the lines at the row's height."""
    if any(mark_of(lines[0]) is not None for lines in cell):
        return [lines for lines in cell if top <= _head(cell, lines) < bottom]
    parts = ([line for line in lines if top <= line.y < bottom] for lines in cell)
    return [part for part in parts if part]


def _head(cell: Cell, lines: list[Line]) -> float:
    """Height of the first line of a paragraph's item: paragraphs without a mark go with the one above."""
    height = cell[0][0].y
    for other in cell:
        if mark_of(other[0]) is not None:
            height = other[0].y
        if other is lines:
            break
    return height


def _paragraphs(grid: Grid, cell: int, words: Sequence[Word]) -> Cell:
    lines = lines_of(words)
    columns = [column for row in grid.cells for column, number in enumerate(row) if number == cell]
    left, right = grid.xs[min(columns)], grid.xs[max(columns) + 1]
    padding = min(max(min(line.x0 for line in lines) - left, _PADDING[0]), _PADDING[1])
    return paragraphs(lines, max(right - padding, max(line.x1 for line in lines)))
