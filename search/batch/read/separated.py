"""CSV and TSV: the header tells the separator; a row that cannot be read has a fault, and the rest goes on."""

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from search.batch.columns import Columns
from search.batch.read.source import Bytes
from search.batch.rows import Row, bad_row, row_of
from search.errors import InputError
from search.text.statements import LONGEST_TEXT

_SEPARATORS = ",;\t|"
_LONGEST_CELL = 4 * LONGEST_TEXT  # beyond that no row is looked for the end of an open quotation mark
_OPEN_QUOTE = "a cell is too long to be one: a quotation mark is not closed"
_TOO_WIDE = "the row has more cells than the header has columns: a cell with a separator in it needs quotes"
_HEADER = 1 << 20  # characters within which the header ends


class SeparatedSource:
    """A table of text cells, its header in the first line."""

    def __init__(self, path: Path) -> None:
        self._bytes = Bytes(path)
        with self._open() as (text, _):
            start = text.read(_HEADER)
        self._above, self._separator = _separator(start)
        with self._open() as (text, _):
            self.names = tuple(name.strip() for name in next(self._reader(text), []))
        if not any(self.names):
            raise InputError(f"{path.name} is empty. Give a table with a header and a row for each advert.")

    def rows(self, columns: Columns) -> Iterator[tuple[Row, float]]:
        """Yield the rows below the header; blank lines are no rows."""
        places = [self.names.index(name) if name else -1 for name in (columns.id, columns.title, columns.text)]
        with _wide_cells(), self._open() as (text, raw):
            reader = self._reader(text)
            next(reader)
            number = 0
            while True:
                try:
                    cells = next(reader)
                except StopIteration:
                    return
                except csv.Error:
                    cells = None
                if cells != []:
                    number += 1
                    yield self._row(number, cells, places), raw.share

    def _row(self, number: int, cells: Sequence[str] | None, places: Sequence[int]) -> Row:
        if cells is None:
            return bad_row(number, _OPEN_QUOTE)
        if any(cells[len(self.names) :]):  # empty cells at the end are a spreadsheet's habit
            return bad_row(number, _TOO_WIDE)
        return row_of(number, *(cells[place] if 0 <= place < len(cells) else "" for place in places))

    def _reader(self, text: io.TextIOWrapper) -> Iterator[list[str]]:
        for _ in range(self._above):
            text.readline()
        return csv.reader(text, delimiter=self._separator)

    @contextmanager
    def _open(self) -> Iterator[tuple[io.TextIOWrapper, Bytes]]:
        with self._bytes.open() as raw:
            encoding, errors = _encoding(raw)
            yield io.TextIOWrapper(raw, encoding, errors, newline=""), self._bytes


def _encoding(raw: BinaryIO) -> tuple[str, str]:
    """UTF-8, or UTF-16 with its mark; bytes that are none of it come through as what `row_of` tells apart."""
    wide = raw.read(2) in (b"\xff\xfe", b"\xfe\xff")
    raw.seek(0)
    return ("utf-16", "replace") if wide else ("utf-8-sig", "surrogateescape")


def _separator(start: str) -> tuple[int, str]:
    """Lines above the header (`sep=;`, which Excel writes), and the separator that makes most columns of it."""
    if start.startswith("sep=") and start[4:5] in _SEPARATORS:
        return 1, start[4]
    return 0, max(_SEPARATORS, key=lambda one: len(_cells(start, one)))


def _cells(start: str, separator: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(start, newline=""), delimiter=separator), [])
    except csv.Error:
        return []


@contextmanager
def _wide_cells() -> Iterator[None]:
    """Let cells be as long as adverts, as long as this table is read."""
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)
