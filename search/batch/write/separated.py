"""CSV: a header and one line for each record, in which no cell runs as a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from search.batch.records import Record
from search.batch.write.flat import Cell, cells, header
from search.batch.write.json_lines import append
from search.batch.write.writer import Shape
from search.text.cells import harmless


class SeparatedWriter:
    """UTF-8 with a byte order mark, without which Excel reads another encoding; texts are quoted."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape

    def part(self, records: Iterable[Record]) -> bytes:
        """Lines without a header."""
        return _lines(cells(record, self._shape) for record in records)

    def join(self, parts: Sequence[Path], output: Path) -> None:
        """The header, then one part after the other."""
        with output.open("wb") as whole:
            whole.write("\ufeff".encode() + _lines([header(self._shape)]))
            append(parts, whole)


def _lines(rows: Iterable[Sequence[Cell]]) -> bytes:
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return written.getvalue().encode()


def _safe(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return str(cell).lower()
    return harmless(cell) if isinstance(cell, str) else cell
