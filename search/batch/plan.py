"""What a run is going to do, checked before anything is written, and what makes two runs the same."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from search.batch.bulk import Questions
from search.batch.columns import Columns, Wanted, choose_columns
from search.batch.ledger import VERSION
from search.batch.parts import ROWS, Order
from search.batch.read import Source, open_source
from search.batch.write import Shape, open_format
from search.errors import IndexMissingError, InputError
from search.match.calibration import FILE as CALIBRATION
from search.store import build_in_force

# What a person has changed when a part of the identity differs.
CHANGES = {
    "input": "the input file",
    "columns": "which columns are read",
    "index": "the index",
    "questions": "the options (kind, -k, gaps, nested)",
    "padan": "the version of Padan",
}


@dataclass(frozen=True, slots=True)
class BatchPlan:
    """A run before it begins; equal identities give equal outputs, byte by byte."""

    source: Path
    output: Path
    columns: Columns
    order: Order
    identity: Mapping[str, str]
    rows: int  # of a part
    stamp: tuple[int, int] = field(repr=False, default=(0, 0))  # size and time of the input when it was hashed

    def open(self) -> Source:
        """The input from its beginning."""
        return open_source(self.source)

    @property
    def folder(self) -> Path:
        """Where the ledger is, and the parts until they are one output."""
        return self.output.with_name(f"{self.output.name}.batch")

    @property
    def errors(self) -> Path:
        """The table of the rows that were left out."""
        return self.output.with_name(f"{self.output.name}.errors.csv")


def plan_batch(
    source: Path,
    output: Path,
    index: Path,
    wanted: Wanted | None = None,
    questions: Questions | None = None,
    shape: Shape | None = None,
    remember: bool = True,
    rows: int = ROWS,
) -> BatchPlan:
    """Read the header and hash the input; raises InputError or IndexMissingError with the remedy, writes nothing.

    wanted: columns by name; what it leaves empty is guessed. remember: whether equal adverts and statements are
    computed once, which changes no answer. rows: of a part.
    """
    questions = questions or Questions()
    shape = Shape((shape or Shape()).nested, questions.gaps)
    open_format(output, shape)
    if not output.parent.is_dir():
        raise InputError(f"Folder '{output.parent}' does not exist. Make it, or write elsewhere.")
    table = open_source(source)
    columns = choose_columns(table.names, wanted or Wanted(), source.name)
    if output.exists() and output.samefile(source):
        raise InputError(f"{output.name} is the input. Write to another file.")
    build = build_in_force(index)
    if build is None:
        raise IndexMissingError(f"There is no index in {index}. Build one with: padan index -o {index}")
    stamp = stamp_of(source)
    identity = {
        "input": _file_hash(source),
        "columns": f"{columns.id}\0{columns.title}\0{columns.text}",
        "index": build,
        "questions": f"{questions} {shape} {output.suffix.lower()}",
        "padan": f"{_version()} {_file_hash(CALIBRATION)} {VERSION} {rows}",
    }
    order = Order(index, build, output.name, questions, shape, remember)
    return BatchPlan(source, output, columns, order, identity, rows, stamp)


def stamp_of(path: Path) -> tuple[int, int]:
    """Size and time of change of a file, which change with its content."""
    found = path.stat()
    return found.st_size, found.st_mtime_ns


def _file_hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()


def _version() -> str:
    try:
        return version("padan")
    except PackageNotFoundError:
        return "unknown"
