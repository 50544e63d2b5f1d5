"""Rows that no line parts: each number in the first cell begins one, wherever in its row's height it is set."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import inf

from indexer.read.pdf.list_marks import mark_of
from indexer.read.pdf.marks import Line

_FIGURES = re.compile(r"\d+(?:\.\d+)*")
_FIRST = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.1\b")
_BESIDE = 0.5  # of the font size: lines whose heights differ less stand side by side
_HIGHER = 1.5  # of the font size: how much higher a cell's text may begin than the number of its row

Cell = list[list[Line]]  # its paragraphs


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells from the left, and where it stands."""

    cells: tuple[Cell, ...]
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class _Head:
    """The line of the first cell that begins a row, and its number."""

    line: Line
    number: str


def split_rows(rows: list[Row]) -> list[Row]:
    """Rows that share their first cell: parted by its numbers where several stand in it, else by their lines."""
    if len({len(row.cells) for row in rows}) == 1:
        cells = tuple(
            [lines for cell in column for lines in cell] for column in zip(*(row.cells for row in rows), strict=True)
        )
        parts = split_row(Row(cells, rows[0].top, rows[-1].bottom))
        if len(parts) > 1:
            return parts
    return rows


def split_row(row: Row) -> list[Row]:
    """The rows that a row without lines inside consists of; itself where it is only one."""
    first, *others = row.cells
    firsts = [_first_items(cell) for cell in others]
    heads = _heads(first, {number for found in firsts for number in found})
    if not heads or not any(len(lines) > 1 or len(cell) > 1 for cell in others for lines in cell):
        return [row]
    first = _broken(first, [head.line for head in heads])
    places: list[list[float | None]] = [[head.line.y for head in heads]]
    places += [_places(heads, found) for found in firsts]
    starts = [_starts(cell, heads, found) for cell, found in zip((first, *others), places, strict=True)]
    if not any(_stands_above(cell, found[0]) for cell, found in zip((first, *others), places, strict=True)):
        starts = [places[1:] for places in starts]  # nothing of another row stands above the first
    edges = [(-inf, *tops, inf) for tops in starts]
    rows = []
    for tops, bottoms in pairwise(zip(*edges, strict=True)):
        own = [lines for lines in first if tops[0] <= lines[0].y < bottoms[0]]
        cells = (own, *map(_between, others, tops[1:], bottoms[1:]))
        rows.append(Row(cells, max(tops[0], row.top), min(bottoms[0], row.bottom)))
    return rows


def _first_items(cell: Cell) -> dict[str, float]:
    """Number → the height at which its first item stands in a cell: `2.1` for 2, however high 2 itself is set."""
    firsts: dict[str, float] = {}
    for lines in cell:
        mark = mark_of(lines[0])
        first = _FIRST.match(mark.text) if mark else None
        if first:
            firsts.setdefault(first[1], lines[0].y)
    return firsts


def _heads(cell: Cell, known: set[str]) -> list[_Head]:
    """Lines with a number; one without a dot or gap behind it counts where criteria of that number are `known`."""
    heads: list[_Head] = []
    for lines in cell:
        for line in lines:
            mark, bare = mark_of(line), line.words[0].text
            figures = _FIGURES.search(mark.text) if mark and mark.number and line is lines[0] else None
            if figures:
                heads.append(_Head(line, figures.group()))
            elif bare in known and (len(line.words) == 1 or line.words[1].text[0].isupper()):
                heads.append(_Head(line, bare))
    return heads


def _broken(cell: Cell, begins: Sequence[Line]) -> Cell:
    """The cell with its paragraphs cut before these lines."""
    cuts = {id(line) for line in begins}
    parts: Cell = []
    for lines in cell:
        for index, line in enumerate(lines):
            if index == 0 or id(line) in cuts:
                parts.append([])
            parts[-1].append(line)
    return parts


def _places(heads: Sequence[_Head], firsts: dict[str, float]) -> list[float | None]:
    """Where the first item of each number stands, as long as they go downwards."""
    places: list[float | None] = []
    low = -inf
    for head in heads:
        place = firsts.get(head.number, low)
        places.append(place if place > low else None)
        low = max(low, place)
    return places


def _starts(cell: Cell, heads: Sequence[_Head], found: Sequence[float | None]) -> list[float]:
    """Where each row begins in a cell: at its first item, else beside its number, kept between its neighbours."""
    lows = accumulate((-inf if place is None else place for place in found), max)
    highs = list(accumulate((inf if place is None else place for place in reversed(found)), min))[::-1]
    ys = sorted(line.y for lines in cell for line in lines)
    heights = (_beside(ys, head.line) for head in heads)
    return [min(max(height, low), high) for height, low, high in zip(heights, lows, highs, strict=True)]


def _beside(ys: Sequence[float], head: Line) -> float:
    """Height of the line of a cell that stands beside a number, or the least that could belong to it."""
    place = bisect_left(ys, head.y - _BESIDE * head.size)
    beside = place < len(ys) and ys[place] <= head.y + _BESIDE * head.size
    return ys[place] if beside else head.y - _HIGHER * head.size


def _stands_above(cell: Cell, place: float | None) -> bool:
    return place is not None and bool(cell) and cell[0][0].y < place


def _between(cell: Cell, top: float, bottom: float) -> Cell:
    """What of a cell belongs to a row: whole items where it is numbered, else the lines at the row's height."""
    if any(mark_of(lines[0]) is not None for lines in cell):
        return [lines for lines in cell if top <= _head_height(cell, lines) < bottom]
    parts = ([line for line in lines if top <= line.y < bottom] for lines in cell)
    return [part for part in parts if part]


def _head_height(cell: Cell, lines: list[Line]) -> float:
    """Height of the first line of a paragraph's item: paragraphs without a mark go with the one above."""
    height = cell[0][0].y
    for other in cell:
        if mark_of(other[0]) is not None:
            height = other[0].y
        if other is lines:
            break
    return height
