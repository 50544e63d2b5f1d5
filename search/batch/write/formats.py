"""Suffix → writer."""

from collections.abc import Callable
from pathlib import Path

from search.batch.write.json_lines import JsonLinesWriter
from search.batch.write.parquet import ParquetWriter
from search.batch.write.separated import SeparatedWriter
from search.batch.write.sheet import SheetWriter
from search.batch.write.writer import Shape, Writer
from search.errors import InputError

OUTPUTS: dict[str, Callable[[Shape], Writer]] = {
    ".jsonl": lambda _: JsonLinesWriter(),
    ".csv": SeparatedWriter,
    ".xlsx": SheetWriter,
    ".parquet": ParquetWriter,
}
_FLAT = (".csv", ".xlsx")


def open_format(output: Path, shape: Shape) -> Writer:
    """The writer for a file's name; raises InputError for a format not known, or one that cannot hold the shape."""
    suffix = output.suffix.lower()
    if suffix not in OUTPUTS:
        raise InputError(f"{output.name} has suffix '{suffix}'; matches are written as {', '.join(OUTPUTS)}.")
    if shape.nested and suffix in _FLAT:
        raise InputError(f"{output.name}: a {suffix} table has no room for nested units. Write .jsonl or .parquet.")
    return OUTPUTS[suffix](shape)
