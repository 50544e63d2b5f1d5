"""Runs over tables of adverts: they go on while nobody looks, and survive a reload of the page.

A table may hold personal texts. It lies in a private folder for as long as its run goes on, since runs read and write
files; then what came of it is in memory and the folder is gone. A run is found only by a secret name, which stands in
the address of who started it, and is forgotten an hour after its end.
"""

import atexit
import secrets
import threading
import time
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from padan.ui.decree_files import file_name
from padan.ui.faults import Fault, fault_of
from padan.ui.private_folder import PrivateFolder, sweep
from search.batch import (
    BatchPlan,
    Columns,
    Progress,
    Questions,
    Tally,
    Wanted,
    choose_columns,
    open_source,
    plan_batch,
    run_batch,
)
from search.batch.rows import Row
from search.errors import InputError
from search.types import DocumentChoice

_ROWS = 50  # of a part: progress is told after each
_MOST = 8  # runs kept
_KEPT = 3600.0  # seconds that what came of a run is kept
_PREVIEW = 3  # rows


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was uploaded."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Glance:
    """What a person chooses the columns by; no guess where no column looks like the advert's text."""

    names: tuple[str, ...]
    guess: Columns | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class RunWish:
    """What to read of a table, and how to write the matches: `suffix` with its dot."""

    columns: Wanted
    kind: DocumentChoice = "auto"
    suffix: str = ".xlsx"


class RunState(StrEnum):
    """Where a run stands."""

    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(slots=True)
class Run:
    """One run; its own thread writes it, sessions read it."""

    table: str  # the file's name
    suffix: str
    state: RunState = RunState.RUNNING
    progress: Progress | None = None
    tally: Tally = field(default_factory=Tally)
    matches: bytes = field(default=b"", repr=False)
    errors: bytes = field(default=b"", repr=False)  # the table of rows left out, if any
    fault: Fault | None = None
    ended: float = 0.0
    stopping: bool = False


class _StoppedError(Exception):
    pass


def glance(table: Table, folder: Path) -> Glance:
    """The columns and first rows of a table; raises InputError for one that cannot be read."""
    with PrivateFolder(folder) as private:
        source = open_source(_laid(table, private))
        try:
            guess = choose_columns(source.names, Wanted(), table.name)
        except InputError:
            return Glance(source.names, None, ())
        rows = (row for row, _ in source.rows(guess))
        return Glance(source.names, guess, tuple(row for row, _ in zip(rows, range(_PREVIEW), strict=False)))


class Runs:
    """The runs of this process by their secret names."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._runs: dict[str, Run] = {}
        self._private: set[PrivateFolder] = set()
        self._lock = threading.Lock()
        sweep(folder)
        atexit.register(self.close)

    def start(self, table: Table, wish: RunWish, index: Path) -> str:
        """Begin a run and return its name; raises InputError where the table or the columns cannot be used."""
        private = PrivateFolder(self._folder)
        try:
            (private.path / "out").mkdir()  # of its own: the table may have any name
            plan = plan_batch(
                _laid(table, private.path),
                private.path / "out" / f"matches{wish.suffix}",
                index,
                wish.columns,
                Questions(wish.kind),
                rows=_ROWS,
            )
        except BaseException:
            private.remove()
            raise
        run, name = Run(table.name, wish.suffix), secrets.token_urlsafe(16)
        with self._lock:
            self._tidy()
            self._runs[name] = run
            self._private.add(private)
        threading.Thread(target=self._work, args=(run, plan, private), daemon=True).start()
        return name

    def get(self, name: str) -> Run | None:
        """The run of a name; None where there is none any more."""
        with self._lock:
            self._tidy()
            return self._runs.get(name)

    def forget(self, name: str) -> None:
        """Stop a run, and let go of what came of it."""
        with self._lock:
            run = self._runs.pop(name, None)
        if run:
            run.stopping = True

    def stop(self, name: str) -> None:
        """Stop a run after the part it is at."""
        run = self.get(name)
        if run:
            run.stopping = True

    def close(self) -> None:
        """Remove every private folder: the process ends."""
        for private in list(self._private):
            private.remove()

    def _work(self, run: Run, plan: BatchPlan, private: PrivateFolder) -> None:
        def tell(progress: Progress) -> None:
            run.progress = progress
            if run.stopping:
                raise _StoppedError

        state = RunState.DONE
        try:
            run.tally = run_batch(plan, progress=tell).tally
            run.matches = plan.output.read_bytes()
            run.errors = plan.errors.read_bytes() if plan.errors.exists() else b""
        except _StoppedError:
            state = RunState.STOPPED
        except Exception as error:
            state, run.fault = RunState.FAILED, fault_of(error)
        private.remove()
        with self._lock:
            self._private.discard(private)
        run.ended = time.monotonic()
        run.state = state  # last: who sees the end sees everything of it

    def _tidy(self) -> None:
        """Forget what ended long ago, and of too many what ended first."""
        now = time.monotonic()
        ended = sorted((name for name, run in self._runs.items() if run.ended), key=lambda name: self._runs[name].ended)
        old = [name for name in ended if now - self._runs[name].ended > _KEPT]
        for name in dict.fromkeys([*old, *ended[: max(len(self._runs) - _MOST, 0)]]):
            del self._runs[name]


def _laid(table: Table, folder: Path) -> Path:
    path = folder / file_name(table.name)
    path.write_bytes(table.data)
    return path
