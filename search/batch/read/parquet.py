"""Parquet: a few hundred rows at a time, however large its row groups are."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from search.batch.columns import Columns
from search.batch.rows import Row, row_of
from search.errors import InputError

_ROWS = 256
_TEXTS = (pa.types.is_string, pa.types.is_large_string, pa.types.is_binary, pa.types.is_large_binary)
_BUFFER = 1 << 20  # bytes read at a time; without it a whole column of a row group is held


class ParquetSource:
    """A Parquet file; columns of any flat type are read as text."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._open() as file:
            schema = file.schema_arrow
        self.names = tuple(field.name for field in schema if not pa.types.is_nested(field.type))

    def rows(self, columns: Columns) -> Iterator[tuple[Row, float]]:
        """Yield the rows."""
        wanted = [name for name in (columns.id, columns.title, columns.text) if name]
        number = 0
        with self._open() as file:
            total = max(file.metadata.num_rows, 1)
            for batch in file.iter_batches(_ROWS, columns=wanted):
                cells = {name: _texts(batch.column(name)) for name in wanted}
                for at in range(batch.num_rows):
                    number += 1
                    taken = (cells[name][at] if name else "" for name in (columns.id, columns.title, columns.text))
                    yield row_of(number, *taken), number / total

    @contextmanager
    def _open(self) -> Iterator[pq.ParquetFile]:
        try:
            with pq.ParquetFile(self._path, buffer_size=_BUFFER, pre_buffer=False) as file:
                yield file
        except pa.ArrowException as error:  # of its end when it is opened, of its middle when it is read
            raise InputError(
                f"{self._path.name} cannot be read as Parquet ({type(error).__name__}). Write it anew."
            ) from error


def _texts(column: Any) -> list[str]:
    """A column's cells as text, undecodable bytes as lone surrogates, missing ones empty."""
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if not any(is_text(column.type) for is_text in _TEXTS):
        column = column.cast(pa.string())
    cells = column.cast(pa.large_binary()).to_pylist()
    return [(cell or b"").decode("utf-8", "surrogateescape") for cell in cells]
