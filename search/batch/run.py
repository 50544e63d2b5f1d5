"""A plan → one output, exactly once: parts written aside, flushed, renamed, entered in the ledger, joined at the end.

    OUT.batch/ledger.sqlite      what is done
    OUT.batch/parts/000007       a part that is done or about to be entered
    OUT.batch/.lock              held while a run goes on

A part is the same bytes whoever makes it and whenever, so a run that was killed at any moment goes on with what the
ledger has and ends in the same output.
"""

import csv
import hashlib
import io
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from filelock import FileLock, Timeout

from search.batch.engine import Engine, ThisProcess
from search.batch.ledger import Entry, Ledger
from search.batch.parts import Job, Made, jobs_of
from search.batch.plan import CHANGES, BatchPlan, stamp_of
from search.batch.tally import Tally
from search.batch.write import open_format
from search.errors import InputError
from search.store.folder import Disk

_PARTS, _LEDGER, _LOCK = "parts", "ledger.sqlite", ".lock"


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run is: rows done, those of an earlier run among them, and the share of the table they are."""

    rows: int
    faults: int
    share: float  # of the table, in [0, 1]
    rate: float  # rows a second of this run
    left: float | None  # seconds to go at this pace; None before anything is done


@dataclass(frozen=True, slots=True)
class BatchSummary:
    """What a run came to; `known` rows had been done by an earlier one."""

    plan: BatchPlan
    tally: Tally
    seconds: float
    known: int = 0

    @property
    def rate(self) -> float:
        """Rows a second of this run."""
        return (self.tally.rows - self.known) / self.seconds if self.seconds else 0.0


Tell = Callable[[Progress], None]


def run_batch(
    plan: BatchPlan,
    engine: Engine | None = None,
    resume: bool = False,
    fresh: bool = False,
    progress: Tell | None = None,
    disk: Disk | None = None,
) -> BatchSummary:
    """Do what was planned.

    resume: go on with what an earlier run left, or begin where there is none. fresh: forget it, and replace an output.
    progress: is told after every part. Raises InputError where the output or an unfinished run is in the way, where
    another run is at work, or where what is to be resumed was another run: then nothing has changed.
    """
    begun = monotonic()
    disk = disk or Disk()
    with _alone(plan, disk):
        if fresh:
            _forget(plan, disk)
        with closing(_ledger(plan, resume, fresh)) as ledger:
            known = ledger.tally().rows
            if not ledger.finished:
                _make_parts(plan, engine or ThisProcess(), ledger, disk, progress)
                _join(plan, ledger, disk)
            disk.remove(plan.folder / _PARTS)
            return BatchSummary(plan, ledger.tally(), monotonic() - begun, known)


@contextmanager
def _alone(plan: BatchPlan, disk: Disk) -> Iterator[None]:
    made = not plan.folder.exists()
    disk.make(plan.folder)
    lock = FileLock(plan.folder / _LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise InputError(
            f"Another run is writing {plan.output.name}. Wait for it to end, or write to another file."
        ) from error
    try:
        yield
    except InputError:
        if made and not (plan.folder / _LEDGER).exists():
            disk.remove(plan.folder)  # refused before it began: nothing stays
        raise
    finally:
        lock.release()


def _forget(plan: BatchPlan, disk: Disk) -> None:
    (plan.folder / _LEDGER).unlink(missing_ok=True)
    (plan.folder / f"{_LEDGER}-journal").unlink(missing_ok=True)
    disk.remove(plan.folder / _PARTS)


def _ledger(plan: BatchPlan, resume: bool, fresh: bool) -> Ledger:
    """The ledger to go by; raises InputError where something is in the way."""
    there = (plan.folder / _LEDGER).exists()
    if not there and plan.output.exists() and not fresh:
        raise InputError(f"{plan.output} exists. Write to another file, or replace it with: --fresh")
    if there and not resume:
        raise InputError(
            f"A run that wrote {plan.output.name} is there. Go on with it with --resume, or replace it with --fresh."
        )
    ledger = Ledger(plan.folder / _LEDGER, plan.identity)
    changed = [what for key, what in CHANGES.items() if ledger.identity.get(key) != plan.identity[key]]
    if changed:
        ledger.close()
        raise InputError(
            f"{plan.output.name} cannot be resumed: {' and '.join(changed)} changed since that run began. "
            "Restore what it was, or start anew with: --fresh"
        )
    if ledger.finished and not plan.output.exists():
        ledger.close()
        raise InputError(f"The run that wrote {plan.output} was finished, but the file is gone. Start anew: --fresh")
    return ledger


@dataclass(slots=True)
class _Watch:
    """Counts what is done for whoever wants to be told."""

    tell: Tell | None
    rows: int = 0
    faults: int = 0
    share: float = 0.0
    new: int = 0
    new_share: float = 0.0
    begun: float = field(default_factory=monotonic)

    def known(self, job: Job) -> None:
        self.rows += len(job.rows)
        self.faults += sum(bool(row.fault) for row in job.rows)
        self.share += job.span

    def made(self, part: Made) -> None:
        self.rows += part.tally.rows
        self.faults += len(part.faults)
        self.share += part.span
        self.new += part.tally.rows
        self.new_share += part.span
        if self.tell:
            seconds = max(monotonic() - self.begun, 1e-9)
            left = seconds * max(1 - self.share, 0.0) / self.new_share if self.new_share else None
            self.tell(Progress(self.rows, self.faults, min(self.share, 1.0), self.new / seconds, left))


def _make_parts(plan: BatchPlan, engine: Engine, ledger: Ledger, disk: Disk, tell: Tell | None) -> None:
    disk.make(plan.folder / _PARTS)
    done = {entry.number for entry in ledger.entries() if _is_whole(plan, entry)}
    watch = _Watch(tell)
    for made in engine.make(plan.order, _to_do(plan, done, watch)):
        path = _part(plan, made.number)
        aside = path.with_suffix(".new")
        disk.write(aside, made.data)
        disk.move(aside, path)
        ledger.enter(Entry(made.number, len(made.data), _digest(made.data)), made.tally, made.faults)
        watch.made(made)
    if stamp_of(plan.source) != plan.stamp:
        raise InputError(f"{plan.source.name} was changed while it was read. Start anew with: --fresh")


def _to_do(plan: BatchPlan, done: set[int], watch: _Watch) -> Iterator[Job]:
    for job in jobs_of(plan.open().rows(plan.columns), plan.rows):
        if job.number in done:
            watch.known(job)
        else:
            yield job


def _is_whole(plan: BatchPlan, entry: Entry) -> bool:
    """Whether a part's file is what was entered: a disk may lose or damage it meanwhile."""
    try:
        data = _part(plan, entry.number).read_bytes()
    except OSError:
        return False
    return (len(data), _digest(data)) == (entry.size, entry.digest)


def _join(plan: BatchPlan, ledger: Ledger, disk: Disk) -> None:
    """Write the output and the table of errors aside, and rename them; the output comes last."""
    parts = [_part(plan, entry.number) for entry in ledger.entries()]
    aside = plan.folder / f"whole{plan.output.suffix}"
    open_format(plan.output, plan.order.shape).join(parts, aside)
    disk.sync(aside)
    faults = list(ledger.faults())
    if faults:
        disk.write(plan.folder / "errors.new", _errors(faults))
        disk.move(plan.folder / "errors.new", plan.errors)
    else:
        plan.errors.unlink(missing_ok=True)
    disk.move(aside, plan.output)
    ledger.finish()


def _errors(faults: list[tuple[int, str]]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows([("row", "reason"), *faults])
    return written.getvalue().encode()


def _part(plan: BatchPlan, number: int) -> Path:
    return plan.folder / _PARTS / f"{number:06}"


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()
