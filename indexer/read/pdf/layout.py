"""One page's words and drawn lines → its tables and its text, in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from indexer.read.pdf.columns import columns_of
from indexer.read.pdf.grid import Grid, grids
from indexer.read.pdf.lines import lines_of
from indexer.read.pdf.marks import Line, Sheet, Word
from indexer.read.pdf.paragraphs import paragraphs
from indexer.read.pdf.tables import Row, table_rows
from indexer.read.pdf.words import words_of


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its words told apart: those in ruled tables, and lines of text."""

    sheet_number: int
    height: float
    tables: tuple[tuple[Grid, tuple[Word, ...]], ...]
    lines: tuple[Line, ...]


Piece: TypeAlias = Row | list[Line]  # a row of a table, or a paragraph


def page_of(sheet: Sheet) -> Page:
    """Find the tables of a page and which words stand in them."""
    words = words_of(sheet.glyphs, sheet.rules)
    tables = []
    for grid in grids(sheet.rules):
        inside = tuple(word for word in words if grid.field(*word.middle) is not None)
        if inside:
            tables.append((grid, inside))
            words = [word for word in words if grid.field(*word.middle) is None]
    return Page(sheet.number, sheet.height, tuple(tables), tuple(lines_of(words)))


def pieces_of(page: Page, furniture: set[int]) -> list[Piece]:
    """Rows and paragraphs of a page in reading order, page furniture left out."""
    lines = [line for index, line in enumerate(page.lines) if index not in furniture]
    pieces: list[Piece] = []
    for grid, words in page.tables:
        above = [line for line in lines if line.y <= grid.top]
        lines = [line for line in lines if line.y > grid.top]
        pieces += _text(above)
        pieces += table_rows(grid, words)
    return pieces + _text(lines)


def _text(lines: Sequence[Line]) -> list[Piece]:
    pieces: list[Piece] = []
    for column in columns_of(lines):
        right = max(line.x1 for line in column)
        pieces += paragraphs(column, right)
    return pieces
