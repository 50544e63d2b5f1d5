"""Tables that set list numbers in columns of their own: such a column is one with the text right of it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer.read.pdf.grid import Grid
from indexer.read.pdf.marks import Word

_CRITERION = re.compile(r"\d{1,2}\.\d{1,2}\.?")
_HEADING = re.compile(r"NO(?:\.|MOR)?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?[.)]?")


def without_number_columns(grid: Grid, words: Sequence[Word]) -> Grid:
    """The grid with number columns joined to their text, in tables that number criteria that way; else as it is."""
    columns = [_column(grid, words, column) for column in range(len(grid.xs) - 2)]
    if not any(_all_match(_CRITERION, column) for column in columns):
        return grid
    cells = [list(row) for row in grid.cells]
    for index, column in enumerate(columns):
        if _all_match(_NUMBER, column):
            for row in cells:
                row[index + 1 :] = [row[index] if cell == row[index + 1] else cell for cell in row[index + 1 :]]
    return replace(grid, cells=tuple(map(tuple, cells)))


def _column(grid: Grid, words: Sequence[Word], column: int) -> list[str]:
    """Words that stand in a column by itself: those of cells that reach over it into the next are left out."""
    texts = []
    for word in words:
        field = grid.field(*word.middle)
        if field is None or field[1] != column:
            continue
        row = grid.cells[field[0]]
        if row[column] != row[column + 1] and (column == 0 or row[column] != row[column - 1]):
            texts.append(word.text)
    return [text for text in texts if not _HEADING.fullmatch(text)]


def _all_match(pattern: re.Pattern[str], texts: Sequence[str]) -> bool:
    return bool(texts) and all(pattern.fullmatch(text) for text in texts)
