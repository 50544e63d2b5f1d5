"""JSONL: one record a line, nothing left out."""

import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from search.batch.records import Record


class JsonLinesWriter:
    """Records as they are."""

    def part(self, records: Iterable[Record]) -> bytes:
        """One line for each record."""
        lines = (json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in records)
        return "".join(lines).encode()

    def join(self, parts: Sequence[Path], output: Path) -> None:
        """One part after the other."""
        with output.open("wb") as whole:
            append(parts, whole)


def append(parts: Sequence[Path], whole: BinaryIO) -> None:
    """Copy files into one that is open."""
    for path in parts:
        with path.open("rb") as part:
            shutil.copyfileobj(part, whole)
