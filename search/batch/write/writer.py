"""The one face of every output format."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from search.batch.records import Record


@dataclass(frozen=True, slots=True)
class Shape:
    """What records look like: `nested` with units inside, `gaps` with states of criteria."""

    nested: bool = False
    gaps: bool = False


class Writer(Protocol):
    """Makes parts of records, each by itself, and a whole of parts; the same records give the same bytes."""

    def part(self, records: Iterable[Record]) -> bytes:
        """The records of one part."""

    def join(self, parts: Sequence[Path], output: Path) -> None:
        """Write the parts, in order, to a file, holding one at a time."""
