"""One page's words and drawn lines → its tables and its text, in reading order."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from indexer.read.pdf.columns import columns_of
from indexer.read.pdf.grid import Grid, grids
from indexer.read.pdf.lines import lines_of
from indexer.read.pdf.marks import Line, Sheet, Word
from indexer.read.pdf.number_columns import NumberColumns, number_columns, without_number_columns
from indexer.read.pdf.paragraphs import paragraphs
from indexer.read.pdf.rows import Row
from indexer.read.pdf.tables import table_rows
from indexer.read.pdf.unruled import Opened, edge_of, header_at, is_header, take_rows
from indexer.read.pdf.words import words_of
from indexer.read.pdf.wrapped_labels import whole_labels

_FILLED = 0.65  # of the page's width: text that never reaches it is no running text
_MIGHT_FILL = 0.85
_FULL_LINES = 0.9  # share of all lines that end left of the text's right edge

Piece: TypeAlias = Row | list[Line]  # a row of a table, or a paragraph


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its words told apart: those in ruled tables, and lines of text."""

    sheet_number: int
    width: float
    height: float
    tables: tuple[tuple[Grid, tuple[Word, ...]], ...]
    lines: tuple[Line, ...]


def page_of(sheet: Sheet) -> Page:
    """Find the tables of a page and which words stand in them."""
    words = words_of(sheet.glyphs, sheet.rules)
    tables = []
    for grid in grids(sheet.rules, words):
        inside = tuple(word for word in words if grid.field(*word.middle) is not None)
        if inside:
            tables.append((grid, inside))
            words = [word for word in words if grid.field(*word.middle) is None]
    return Page(sheet.number, sheet.width, sheet.height, tuple(tables), tuple(lines_of(words)))


@dataclass(slots=True)
class Layout:
    """Reads page after page; a table may go on from one to the next."""

    edges: Mapping[int, float]  # right edge of the text on pages of one width: a page may hold short lines only
    _opened: Opened | None = field(default=None)
    _numbers: NumberColumns = field(default=NumberColumns((), ()))
    _elements: bool = False  # the last table is one of elements

    def pieces(self, page: Page, furniture: set[int]) -> list[Piece]:
        """Rows and paragraphs of a page in reading order, page furniture left out."""
        lines = [line for index, line in enumerate(page.lines) if index not in furniture]
        pieces: list[Piece] = []
        right = self.edges[round(page.width)]
        for grid, words in page.tables:
            above = [line for line in lines if line.y <= grid.top]
            lines = [line for line in lines if line.y > grid.top]
            pieces += self._text(above, right)
            rows = self._rows(grid, words)
            pieces += rows
            # A ruled header over criteria without rules
            self._opened = Opened() if rows and _is_header_row(rows[-1]) else None
        if page.tables and not lines and self._elements and self._opened is None:
            self._opened = edge_of(rows)  # its lines may be missing on the next page
        return pieces + self._text(lines, right)

    def _rows(self, grid: Grid, words: Sequence[Word]) -> list[Row]:
        numbers, goes_on = number_columns(grid, words), self._numbers.go_on_in(grid)
        if numbers.columns or not goes_on:
            self._numbers = numbers
        rows = table_rows(*without_number_columns(grid, words, self._numbers))
        self._elements = any(map(_is_header_row, rows)) or (self._elements and goes_on)
        return rows

    def _text(self, lines: Sequence[Line], right: float) -> list[Piece]:
        pieces: list[Piece] = []
        begin = 0
        while begin < len(lines):
            if self._opened is not None:
                begin += self._header_lines(lines, begin)
                rows, count, self._opened = take_rows(lines[begin:], self._opened)
                pieces += rows
                begin += count
                continue
            end = begin
            while end < len(lines) and not header_at(lines, end):
                end += 1
            pieces += _paragraphs(lines[begin:end], right)
            begin = end
            if end < len(lines):
                begin += header_at(lines, end)
                pieces.append(_header_row(lines[end:begin]))
                self._opened = Opened()
        return pieces

    def _header_lines(self, lines: Sequence[Line], begin: int) -> int:
        return header_at(lines, begin) if begin < len(lines) else 0


def right_edges(pages: Sequence[Page]) -> dict[int, float]:
    """Page width → where full lines end on such pages: few reach farther; with short ones only, where they might."""
    ends: dict[int, list[float]] = defaultdict(list)
    for page in pages:
        ends[round(page.width)] += [line.x1 for line in page.lines]
    return {width: _right_edge(width, sorted(found)) for width, found in ends.items()}


def _right_edge(width: int, ends: Sequence[float]) -> float:
    edge = ends[int(len(ends) * _FULL_LINES)] if ends else 0.0
    return edge if edge > _FILLED * width else _MIGHT_FILL * width


def _paragraphs(lines: Sequence[Line], right: float) -> list[Piece]:
    pieces: list[Piece] = []
    for column in columns_of(whole_labels(lines), right):
        pieces += paragraphs(column.lines, column.right)
    return pieces


def _header_row(lines: Sequence[Line]) -> Row:
    """The header of an element table: the words before `KRITERIA` and those from it on."""
    words = [word for line in lines for word in line.words if not word.text.strip("().").isdigit()]
    edge = next(word.x0 for word in words if word.text.lower().startswith("krit")) - 1
    sides = ([word for word in words if word.x0 < edge], [word for word in words if word.x0 >= edge])
    return Row(tuple([lines_of(side)] for side in sides), lines[0].y, lines[-1].y)


def _is_header_row(row: Row) -> bool:
    return is_header(" ".join(line.text for cell in row.cells for paragraph in cell for line in paragraph))
