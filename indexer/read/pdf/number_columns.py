"""Tables that set list numbers in columns of their own: such a column is one with the text right of it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.read.pdf.grid import Grid
from indexer.read.pdf.marks import Word

_CRITERION = re.compile(r"\d{1,2}\.\d{1,2}\.?")
_HEADING = re.compile(r"NO(?:\.|MOR)?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?[.)]?")
_SAME = 3.5  # points: edges of one table on two pages

_Field = tuple[int, int]  # row and column


@dataclass(frozen=True, slots=True)
class NumberColumns:
    """Which columns of a table hold numbers only; the table goes on, on the next page, where its edges are the same."""

    columns: tuple[int, ...]
    xs: tuple[float, ...]

    def go_on_in(self, grid: Grid) -> bool:
        """Whether a table has the columns of this one."""
        pairs = zip(self.xs, grid.xs, strict=False)
        return len(self.xs) == len(grid.xs) and all(abs(one - other) <= _SAME for one, other in pairs)


def number_columns(grid: Grid, words: Sequence[Word]) -> NumberColumns:
    """The number columns of a table that numbers its criteria that way; none for any other table."""
    fields = _by_field(grid, words)
    columns = [_texts(grid, fields, column) for column in range(len(grid.xs) - 2)]
    if not any(_all_match(_CRITERION, texts) for texts in columns):
        return NumberColumns((), grid.xs)
    return NumberColumns(tuple(n for n, texts in enumerate(columns) if _all_match(_NUMBER, texts)), grid.xs)


def without_number_columns(grid: Grid, words: Sequence[Word], numbers: NumberColumns) -> tuple[Grid, list[Word]]:
    """The grid with its number columns joined to their text, and each number at the head of the text beside it."""
    fields = _by_field(grid, words)
    raised: dict[Word, Word] = {}
    cells = [list(row) for row in grid.cells]
    for column in numbers.columns:
        for index, row in enumerate(cells):
            own, text = fields[index, column], fields[index, column + 1]
            if len(own) == 1 and text:
                raised[own[0]] = replace(own[0], y=min(word.y for word in text))
            row[column + 1 :] = [row[column] if cell == row[column + 1] else cell for cell in row[column + 1 :]]
    return replace(grid, cells=tuple(map(tuple, cells))), [raised.get(word, word) for word in words]


def _by_field(grid: Grid, words: Sequence[Word]) -> dict[_Field, list[Word]]:
    """The words of every field; those of a cell that reaches over several are in its uppermost."""
    upper: dict[tuple[int, int], int] = {}
    fields: dict[_Field, list[Word]] = defaultdict(list)
    for row, numbers in enumerate(grid.cells):
        for column, number in enumerate(numbers):
            upper.setdefault((number, column), row)
    for word in words:
        field = grid.field(*word.middle)
        if field is not None:
            row, column = field
            fields[upper[grid.cells[row][column], column], column].append(word)
    return fields


def _texts(grid: Grid, fields: dict[_Field, list[Word]], column: int) -> list[str]:
    """Words that stand in a column by itself: those of cells that reach over it into the next are left out."""
    texts: list[str] = []
    for index, row in enumerate(grid.cells):
        alone = row[column] != row[column + 1] and (column == 0 or row[column] != row[column - 1])
        if alone and not _counts(fields, index, len(row)):
            texts += [word.text for word in fields[index, column]]
    return [text for text in texts if not _HEADING.fullmatch(text)]


def _counts(fields: dict[_Field, list[Word]], row: int, columns: int) -> bool:
    """Whether a row only numbers the columns: `1 | 2 | 3`."""
    return [[word.text for word in fields[row, column]] for column in range(columns)] == [
        [str(column + 1)] for column in range(columns)
    ]


def _all_match(pattern: re.Pattern[str], texts: Sequence[str]) -> bool:
    return bool(texts) and all(pattern.fullmatch(text) for text in texts)
