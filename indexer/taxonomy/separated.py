"""CSV by comma, semicolon or tab → rows; the header tells which of them it is."""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice

from indexer.taxonomy.columns import NEEDED, WANTED, Part, columns_of
from indexer.taxonomy.rows import Found, Row, row_of
from search.errors import DecreeError
from search.types import Finding, Place

_DELIMITERS = ",;\t"


def rows_of_csv(text: str, name: str, found: Found) -> Iterator[Row]:
    """The rows below the header; a row that cannot be read is a finding. Raises `DecreeError` without a header."""
    start = text.find("\n") + 1 if text.startswith("sep=") else 0  # a line that Excel writes
    delimiter, columns, width = _dialect(text[start:], name)
    reader = csv.reader(io.StringIO(text[start:], newline=""), delimiter=delimiter)
    above = text.count("\n", 0, start)
    next(reader)
    line = 1
    while True:
        last, line = line, above + reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            if _is_open(text, last, delimiter):
                message = "A quotation mark of this row is not closed: the lines below it were read as part of it."
                found.append(Finding("row-unread", message, Place("line", last)))
            return
        except csv.Error:
            message = "A cell is too long to be one: a quotation mark is not closed. The lines it took up are left out."
            found.append(Finding("row-unread", message, Place("line", line)))
            continue
        if any(cell.strip() for cell in cells[width:]):  # empty cells at the end are a spreadsheet's habit
            message = f"The row has {len(cells)} cells below {width} columns: a cell with a separator needs quotes."
            found.append(Finding("row-too-wide", message, Place("line", line)))
        yield row_of(line, *(_cells(cells, columns, part) for part in ("code", "title", "description", "aliases")))


def _dialect(text: str, name: str) -> tuple[str, dict[Part, tuple[int, ...]], int]:
    """The delimiter whose header names most parts, where those parts stand, and how many columns there are."""
    headers = {delimiter: _header(text, delimiter) for delimiter in _DELIMITERS}
    delimiter = max(headers, key=lambda one: (len(columns_of(headers[one])), len(headers[one])))
    columns = columns_of(headers[delimiter])
    missing = [part for part in NEEDED if part not in columns]
    if missing:
        raise DecreeError(f"{name} names no column for {' and '.join(missing)} in its first line. {WANTED}.")
    return delimiter, columns, len(headers[delimiter])


def _header(text: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
    except csv.Error:
        return []


def _is_open(text: str, line: int, delimiter: str) -> bool:
    """Whether a row that begins in this line ends inside quotation marks: only a strict reader says so."""
    try:
        list(csv.reader(islice(io.StringIO(text, newline=""), line - 1, None), delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False


def _cells(cells: Sequence[str], columns: dict[Part, tuple[int, ...]], part: Part) -> list[str]:
    return [cells[place] for place in columns.get(part, ()) if place < len(cells)]
