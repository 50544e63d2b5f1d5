"""XLSX: the first sheet of a workbook, its header in the first row that is not empty."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from search.batch.columns import Columns
from search.batch.rows import Row, row_of
from search.errors import InputError

_MOST_STRINGS = 400_000_000  # bytes unpacked; a workbook's texts are all held at once, so that memory has a bound
_STRINGS = "xl/sharedStrings.xml"


class SheetSource:
    """A workbook's first sheet, read row by row; formulas count as what they were last computed to."""

    def __init__(self, path: Path) -> None:
        self._path = path
        _check_size(path)
        with self._cells() as (cells, _):
            self.names = tuple(_cell(value).strip() for value in next(cells, ()))
        if not any(self.names):
            raise InputError(f"{path.name} is empty. Give a sheet with a header and a row for each advert.")

    def rows(self, columns: Columns) -> Iterator[tuple[Row, float]]:
        """Yield the rows below the header; empty rows are none."""
        places = [self.names.index(name) if name else -1 for name in (columns.id, columns.title, columns.text)]
        with self._cells() as (cells, total):
            next(cells)
            for number, row in enumerate(cells, start=1):
                taken = (_cell(row[place]) if 0 <= place < len(row) else "" for place in places)
                yield row_of(number, *taken), min(number / total, 1.0) if total else 0.0

    @contextmanager
    def _cells(self) -> Iterator[tuple[Iterator[Sequence[object]], int]]:
        """The rows of the first sheet that are not empty, and how many the workbook says there are."""
        from openpyxl import load_workbook

        try:
            book = load_workbook(self._path, read_only=True, data_only=True)
        except Exception as error:  # openpyxl raises whatever its parsers raise
            raise _unreadable(self._path, error) from error
        with closing(book):
            sheet = book.worksheets[0]
            filled = (row for row in sheet.iter_rows(values_only=True) if any(value is not None for value in row))
            try:
                yield filled, sheet.max_row or 0
            except SyntaxError as error:  # of its parser, in the middle of the sheet
                raise _unreadable(self._path, error) from error


def _check_size(path: Path) -> None:
    try:
        with ZipFile(path) as packed:
            size = sum(part.file_size for part in packed.infolist() if part.filename == _STRINGS)
    except (BadZipFile, OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if size > _MOST_STRINGS:
        raise InputError(
            f"{path.name} holds {size // 1_000_000:,} MB of text, more than the {_MOST_STRINGS // 1_000_000} MB that "
            "are read of a workbook. Save the sheet as CSV."
        )


def _unreadable(path: Path, error: Exception) -> InputError:
    return InputError(
        f"{path.name} cannot be read as a workbook ({type(error).__name__}). Save it anew as XLSX or CSV."
    )


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
