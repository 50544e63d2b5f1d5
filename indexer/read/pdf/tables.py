"""Words in a ruled table → its rows, every cell with its text, one line per paragraph."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby

from indexer.read.pdf.grid import Grid
from indexer.read.pdf.lines import lines_of
from indexer.read.pdf.marks import Word
from indexer.read.pdf.paragraphs import paragraphs
from indexer.read.pdf.rows import Cell, Row, split_rows

_PADDING = (2.0, 9.0)  # points between a cell's text and its border: least and most


def table_rows(grid: Grid, words: Iterable[Word]) -> list[Row]:
    """Rows of a grid; a cell that reaches over several rows has its text in the first of them."""
    inside: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        field = grid.field(*word.middle)
        if field is not None:
            inside[grid.cells[field[0]][field[1]]].append(word)
    texts = {cell: _paragraphs(grid, cell, found) for cell, found in inside.items()}
    rows: list[tuple[int, Row]] = []  # with the number of the first cell
    seen: set[int] = set()
    for index, fields in enumerate(grid.cells):
        numbers = list(dict.fromkeys(fields))
        cells = tuple([] if number in seen else texts.get(number, []) for number in numbers)
        if any(cells):
            rows.append((numbers[0], Row(cells, grid.ys[index], grid.ys[index + 1])))
        seen.update(numbers)
    groups = groupby(rows, lambda pair: pair[0])
    return [part for _, group in groups for part in split_rows([row for _, row in group]) if any(part.cells)]


def _paragraphs(grid: Grid, cell: int, words: Sequence[Word]) -> Cell:
    lines = lines_of(words)
    columns = [column for row in grid.cells for column, number in enumerate(row) if number == cell]
    left, right = grid.xs[min(columns)], grid.xs[max(columns) + 1]
    padding = min(max(min(line.x0 for line in lines) - left, _PADDING[0]), _PADDING[1])
    return paragraphs(lines, max(right - padding, max(line.x1 for line in lines)))
