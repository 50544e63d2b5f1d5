"""Rows of an element table → element cell and criteria cell, whatever number of columns the table has."""

import re
from dataclasses import dataclass

from indexer.decree.words import fold
from indexer.read import Block, TableRow
from indexer.read.markup import one_line
from search.types import Place

_NUMBERED = re.compile(r"(\d{1,2})(?:\s*[.)]\s*|\s+|(?=[A-Z][a-z]))(?=[^\d\s.])(.*)", re.DOTALL)

_NUMBER_COLUMN = re.compile(r"(?:nomor|no)(?: urut)?(?: |$)")
_CONTINUED = re.compile(r"\s*\(\s*lanj(?:utan|\.)?\s*\)", re.IGNORECASE)
_ABOVE_ITS_CRITERIA = re.compile(r"(\d{1,2})[.)]?\s+(?=[A-Z])(?:(?!\d\.\d).)*?(?=(?<![\d.])\1\.1\b)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ElementRow:
    """One row: element cell on one line, criteria cell with its lines kept; `stray`: a line outside the table."""

    element: str
    criteria: str
    place: Place
    stray: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the criteria begin in an element table, counted from the right: number columns may be joined to text."""

    behind: int = 1  # columns from the criteria's first to the last

    def split(self, row: TableRow) -> int:
        """How many of a row's cells are the element's."""
        return max(len(row.cells) - self.behind, 1) if len(row.cells) > 1 else 1


def element_columns(block: Block) -> Columns | None:
    """The columns of an element table when the row is its header, else None."""
    if not isinstance(block, TableRow):
        return None
    names = [_NUMBER_COLUMN.sub("", fold(cell)) for cell in block.cells]
    if not any(name.startswith("elemen") for name in names):
        return None
    column = next((column for column, name in enumerate(names) if name.startswith("kriteria")), None)
    if column is None:
        return None
    if column > 1 and not names[column - 1]:
        column -= 1  # their numbers stand in a column before them
    return Columns(len(names) - column)


def numbers_columns(row: TableRow) -> bool:
    """Whether a row only numbers the columns: `1 | 2`, `(1) | (2) | (3)`."""
    numbers = [number.strip("(). ") for cell in row.cells for number in cell.split()]
    return len(row.cells) > 1 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def element_row(row: TableRow, columns: Columns) -> ElementRow:
    """The element's cells on one line, and the criteria's."""
    column = columns.split(row)
    left = one_line(_CONTINUED.sub("", " ".join(row.cells[:column])))
    return _row(left, "\n".join(row.cells[column:]), row.place)


def _row(element: str, criteria: str, place: Place) -> ElementRow:
    """The row; an element printed above its criteria in their own cell is taken out of it."""
    inside = None if element else _ABOVE_ITS_CRITERIA.match(criteria)
    if inside:
        return ElementRow(one_line(inside.group()), criteria[inside.end() :], place)
    return ElementRow(element, criteria, place)


def stray_row(line: str, place: Place) -> ElementRow:
    """A line that fell out of the table: an element whose criteria were lost, or else the last criterion going on."""
    begins = re.match(r"\d{1,2}\.\s*[A-Z]", line)
    return ElementRow(line, "", place, stray=True) if begins else ElementRow("", line, place, stray=True)


def split_element(cell: str, last: int) -> tuple[int, str] | None:
    """Number and title of an element cell; None when the cell goes on from the row above.

    `2 (dua) orang` goes on after element 4; `5 Melaksanakan` begins element 5 although its dot is missing.
    """
    found = _NUMBERED.match(cell)
    if found is None:
        return None
    number, title = int(found.group(1)), found.group(2)
    dotted = not cell[found.end(1) :].startswith(" ") or cell[found.end(1) :].lstrip()[:1] in (".", ")")
    return (number, title) if dotted or (number == last + 1 and title[0].isupper()) else None
