"""XLSX: one row for each record; what is longer than a sheet goes on in the next one."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from search.batch.records import Record
from search.batch.write.flat import Cell, cells, header
from search.batch.write.json_lines import JsonLinesWriter
from search.batch.write.writer import Shape
from search.text.cells import printable

_MOST_ROWS = 1_048_576  # of a sheet, by the format
_LONGEST = 32_767  # characters of a cell, by the format
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)  # not the time of writing: the same records give the same bytes


class SheetWriter:
    """A workbook whose texts are texts: nothing in it is a formula or a link."""

    def __init__(self, shape: Shape, most_rows: int = _MOST_ROWS) -> None:
        self._shape, self._most = shape, most_rows

    def part(self, records: Iterable[Record]) -> bytes:
        """Lines of JSON, since a workbook cannot be put together of workbooks."""
        return JsonLinesWriter().part(records)

    def join(self, parts: Sequence[Path], output: Path) -> None:
        """Write a workbook; it is packed by way of a folder of its own beside it, which is gone afterwards."""
        from xlsxwriter import Workbook

        options = {"constant_memory": True, "tmpdir": str(output.parent), "strings_to_urls": False}
        with Workbook(str(output), options | {"strings_to_formulas": False, "strings_to_numbers": False}) as book:
            book.set_properties({"created": _NEVER})
            sheet, at = None, self._most
            for record in _records(parts):
                if at >= self._most:
                    sheet, at = self._sheet(book), 1
                _write(sheet, at, cells(record, self._shape))
                at += 1
            if sheet is None:
                self._sheet(book)

    def _sheet(self, book: Any) -> Any:
        sheet = book.add_worksheet()
        _write(sheet, 0, header(self._shape))
        sheet.freeze_panes(1, 0)
        return sheet


def _records(parts: Sequence[Path]) -> Iterator[Record]:
    for path in parts:
        with path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def _write(sheet: Any, row: int, values: Sequence[Cell]) -> None:
    for column, value in enumerate(values):
        if isinstance(value, str):
            sheet.write_string(row, column, printable(value)[:_LONGEST])
        elif isinstance(value, bool):
            sheet.write_boolean(row, column, value)
        elif value is not None:
            sheet.write_number(row, column, value)
