"""Tables of documents → rows on one grid: merged cells printed once, tables inside cells kept in their place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from indexer.read.blocks import Block, TableRow
from indexer.read.checks import refuse_beyond
from indexer.read.limits import LIMITS
from search.types import Place

_MOST_COLUMNS = 64  # that a merged cell may cover; Word knows no more


@dataclass(slots=True)
class Cell:
    """What a cell holds, and how many columns and rows of the grid it covers."""

    blocks: list[Block] = field(default_factory=list)
    across: int = 1
    down: int = 1


@dataclass(slots=True)
class Row:
    """The cells a row of the source begins, with the row's place."""

    place: Place
    cells: list[Cell] = field(default_factory=list)


def table_blocks(rows: Sequence[Row], name: str) -> list[Block]:
    """The rows of a table that have text; a table that only lays out others gives what is inside it.

    Raises `InputError` when merged cells blow the grid up beyond the limit of cells.
    """
    if _is_layout(rows):
        return [block for row in rows for cell in row.cells for block in cell.blocks]
    found: list[Block] = []
    grid = 0
    for row, cells in _on_grid(rows):
        grid += len(cells)
        refuse_beyond(grid, LIMITS.cells, f"{name} has a table of at least {grid:,} cells")
        texts = tuple("\n".join(_lines(cell.blocks)) if cell else "" for cell in cells)
        if any(texts):
            found.append(TableRow(texts, row.place))
    return found


def _is_layout(rows: Sequence[Row]) -> bool:
    """Whether a table has tables inside and never two filled cells side by side: a frame, not data."""
    nested = any(isinstance(block, TableRow) for row in rows for cell in row.cells for block in cell.blocks)
    return nested and all(sum(bool(cell.blocks) for cell in row.cells) <= 1 for row in rows)


def _on_grid(rows: Sequence[Row]) -> Iterator[tuple[Row, list[Cell | None]]]:
    """Each row with one entry a column; None where a cell from the left or from above goes on."""
    covered: dict[int, int] = {}  # column → rows that a cell from above still covers
    for row in rows:
        line: list[Cell | None] = []
        begun: dict[int, int] = {}
        for cell in row.cells:
            while len(line) in covered:
                line.append(None)
            columns = range(len(line), len(line) + min(cell.across, _MOST_COLUMNS))
            line += [cell, *(None for _ in columns[1:])]
            begun.update((column, cell.down) for column in columns if cell.down > 1 and column < _MOST_COLUMNS)
        line += [None] * (max(covered, default=-1) + 1 - len(line))
        yield row, line
        covered = {column: left - 1 for column, left in {**covered, **begun}.items() if left > 1}


def _lines(blocks: Sequence[Block]) -> list[str]:
    """A cell's text, one line a paragraph; a row of a table inside it is one line."""
    return [" ".join(" ".join(block.cells).split()) if isinstance(block, TableRow) else block.text for block in blocks]
