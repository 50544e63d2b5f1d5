"""The one face of every table, and the way to its bytes."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from search.batch.columns import Columns
from search.batch.rows import Row
from search.errors import InputError


class Source(Protocol):
    """A table that can be read from its beginning as often as one likes, holding few rows at a time."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""

    def rows(self, columns: Columns) -> Iterator[tuple[Row, float]]:
        """Yield the rows in order, each with the share of the table read so far, in [0, 1]."""


class Bytes:
    """The bytes of a file, unpacked where its name ends in .gz."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._size = max(path.stat().st_size, 1)

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Open for reading; raises InputError where the packed bytes are damaged."""
        with self.path.open("rb") as raw:
            self._raw = raw
            packed = self.path.suffix.lower() == ".gz"
            try:
                yield cast(BinaryIO, gzip.GzipFile(fileobj=raw)) if packed else raw
            except (gzip.BadGzipFile, EOFError) as error:
                raise InputError(f"{self.path.name} is a damaged .gz file. Pack it anew.") from error

    @property
    def share(self) -> float:
        """How much of the file has been read."""
        return min(self._raw.tell() / self._size, 1.0)
