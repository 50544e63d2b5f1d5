"""Parquet: the records with their lists and types, one row group for each part."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from search.batch.records import Record
from search.batch.write.writer import Shape

_EVIDENCE = pa.list_(
    pa.struct(
        {
            "column": pa.string(),
            "start": pa.int32(),
            "end": pa.int32(),
            "text": pa.string(),
            "field": pa.string(),
            "no": pa.string(),
            "field_text": pa.string(),
            "score": pa.float64(),
        }
    )
)
_CRITERIA = pa.list_(
    pa.struct({"element": pa.string(), "no": pa.string(), "state": pa.string(), "score": pa.float64()})
)
_HEAD = {
    "row": pa.int64(),
    "id": pa.string(),
    "kind": pa.string(),
    "language": pa.string(),
    "confident": pa.bool_(),
}
_UNIT = {
    "rank": pa.int32(),
    "code": pa.string(),
    "title": pa.string(),
    "score": pa.float64(),
    "confidence": pa.float64(),
    "revoked_by": pa.string(),
    "evidence": _EVIDENCE,
}


class ParquetWriter:
    """Columns of fixed types, so that tables of any two runs go together."""

    def __init__(self, shape: Shape) -> None:
        unit = _UNIT | ({"state": pa.string(), "criteria": _CRITERIA} if shape.gaps else {})
        self._schema = pa.schema(_HEAD | ({"units": pa.list_(pa.struct(unit))} if shape.nested else unit))

    def part(self, records: Iterable[Record]) -> bytes:
        """A Parquet file of these records alone."""
        sink = pa.BufferOutputStream()
        pq.write_table(pa.Table.from_pylist(list(records), self._schema), sink, compression="zstd")
        return bytes(sink.getvalue())

    def join(self, parts: Sequence[Path], output: Path) -> None:
        """One row group for each part."""
        with pq.ParquetWriter(output, self._schema, compression="zstd") as whole:
            for path in parts:
                whole.write_table(pq.ParquetFile(path).read())
