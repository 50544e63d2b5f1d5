"""A table in parts of a fixed number of rows, and what becomes of one: the same bytes, whoever makes them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from search.batch.bulk import BulkMatcher, Questions
from search.batch.records import Record, records
from search.batch.rows import Row
from search.batch.tally import Tally
from search.batch.write import Shape, open_format
from search.errors import IndexMismatchError
from search.searcher import Searcher
from search.store import build_in_force

ROWS = 500  # of a part


@dataclass(frozen=True, slots=True)
class Order:
    """All a worker has to know, once; `build` is the index's name when the run was planned."""

    index: Path
    build: str
    output: str  # the name of the output file, whose ending says the format
    questions: Questions
    shape: Shape
    remember: bool = True


@dataclass(frozen=True, slots=True)
class Job:
    """The rows of one part, and what share of the table they are."""

    number: int
    rows: tuple[Row, ...]
    span: float


@dataclass(frozen=True, slots=True)
class Made:
    """A part made of a job: its bytes, its counts, and the rows that were left out, each with the reason."""

    number: int
    span: float
    data: bytes
    tally: Tally
    faults: tuple[tuple[int, str], ...]


def jobs_of(rows: Iterator[tuple[Row, float]], size: int) -> Iterator[Job]:
    """Cut rows, each with the share of the table read with it, into jobs."""
    lot: list[Row] = []
    number, before, share = 0, 0.0, 0.0
    for row, share in rows:
        lot.append(row)
        if len(lot) == size:
            yield Job(number, tuple(lot), share - before)
            number, before, lot = number + 1, share, []
    if lot:
        yield Job(number, tuple(lot), share - before)


class PartMaker:
    """What a worker is: an index opened once, and what was learnt of the adverts so far."""

    def __init__(self, order: Order) -> None:
        searcher = Searcher.open(order.index)
        if build_in_force(order.index) != order.build:
            raise IndexMismatchError(
                f"The index in {order.index} is not the one this run was planned with. Start anew with: --fresh"
            )
        self._order = order
        self._matcher = BulkMatcher(searcher, order.questions, order.remember)
        self._writer = open_format(Path(order.output), order.shape)

    def make(self, job: Job) -> Made:
        """The part of a job."""
        good = [row for row in job.rows if not row.fault]
        numbers = [row.number for row in good]
        answers = dict(zip(numbers, self._matcher.answers([row.advert for row in good]), strict=True))
        tally = Tally()
        found: list[Record] = []
        faults: list[tuple[int, str]] = []
        for row in job.rows:
            answer = row.fault or answers[row.number]
            tally.count(answer)
            if isinstance(answer, str):
                faults.append((row.number, answer))
            else:
                found += records(row, answer, self._order.shape.nested, self._order.shape.gaps)
        return Made(job.number, job.span, self._writer.part(found), tally, tuple(faults))
