"""Tables of other taxonomies (ESCO, O*NET, a company's own) → the same `Decree` that a decree file gives.

A new kind of table is one new file beside these and one line in `_TABLES`.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from indexer.taxonomy.content import text_of
from indexer.taxonomy.json_list import rows_of_json
from indexer.taxonomy.rows import Found, Row, clean
from indexer.taxonomy.separated import rows_of_csv
from indexer.taxonomy.units import units_of
from search.errors import DecreeError
from search.types import Decree

__all__ = ["SUFFIXES", "is_taxonomy", "read_taxonomy"]

_Table: TypeAlias = Callable[[str, str, Found], Iterator[Row]]  # (text, file name for messages, findings) → rows
_TABLES: dict[str, _Table] = {".csv": rows_of_csv, ".tsv": rows_of_csv, ".json": rows_of_json}
SUFFIXES = tuple(_TABLES)


def is_taxonomy(path: Path) -> bool:
    """Whether a file's suffix is one of a table."""
    return path.suffix.lower() in _TABLES


def read_taxonomy(path: Path) -> Decree:
    """The taxonomy in a table; rows that cannot be used are findings. Raises `DecreeError` when no row can be used."""
    found: Found = []
    rows = _TABLES[path.suffix.lower()](text_of(path), path.name, found)
    units = units_of(rows, path.name, found)
    if not units:
        first = f" The first: line {found[0].where.number}: {found[0].message}" if found and found[0].where else ""
        raise DecreeError(f"{path.name} has no row with a code and a title.{first}")
    title = clean(path.stem)
    return Decree(0, 0, title, title, units, findings=tuple(found), source=path.name, kind="taxonomy")
