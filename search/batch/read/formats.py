"""Suffix → reader."""

from collections.abc import Callable
from pathlib import Path

from search.batch.read.json_lines import JsonLinesSource
from search.batch.read.parquet import ParquetSource
from search.batch.read.separated import SeparatedSource
from search.batch.read.sheet import SheetSource
from search.batch.read.source import Source
from search.errors import InputError

INPUTS: dict[str, Callable[[Path], Source]] = {
    ".csv": SeparatedSource,
    ".tsv": SeparatedSource,
    ".jsonl": JsonLinesSource,
    ".ndjson": JsonLinesSource,
    ".xlsx": SheetSource,
    ".parquet": ParquetSource,
    ".csv.gz": SeparatedSource,
    ".tsv.gz": SeparatedSource,
    ".jsonl.gz": JsonLinesSource,
}


def open_source(path: Path) -> Source:
    """The table in a file, its header read; raises InputError for a format not known or a file not to be read."""
    suffix = suffix_of(path)
    if suffix not in INPUTS:
        raise InputError(f"{path.name} has suffix '{suffix}'; tables of adverts are read as {', '.join(INPUTS)}.")
    try:
        return INPUTS[suffix](path)
    except OSError as error:
        raise InputError(f"Table '{path}' cannot be read ({error.strerror}). Check the path.") from error


def suffix_of(path: Path) -> str:
    """The ending of a file's name in small letters, with that before it where the file is packed."""
    suffix = path.suffix.lower()
    return Path(path.stem).suffix.lower() + suffix if suffix == ".gz" else suffix
