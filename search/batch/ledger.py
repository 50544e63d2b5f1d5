"""What of a run is done, in an SQLite file: a part counts once it stands here, which is after it is on the disk."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from search.batch.tally import Tally
from search.errors import InputError

VERSION = 1
_TABLES = (
    "CREATE TABLE run (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE part (number INTEGER PRIMARY KEY, size INTEGER NOT NULL, digest TEXT NOT NULL, tally TEXT NOT NULL)",
    "CREATE TABLE fault (row INTEGER PRIMARY KEY, reason TEXT NOT NULL)",
)
_FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Entry:
    """A part that is done: the size and the hash of its file."""

    number: int
    size: int
    digest: str


class Ledger:
    """The ledger of one output; every change is on the disk when its call returns. Holds no text of any row."""

    def __init__(self, file: Path, identity: Mapping[str, str]) -> None:
        """Open a ledger, or begin one of a run with this identity."""
        try:
            self._base = sqlite3.connect(file, isolation_level=None)
            self._base.execute("PRAGMA synchronous = FULL")
            if not self._base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                self._begin(identity)
            self.identity: dict[str, str] = dict(self._base.execute("SELECT key, value FROM run"))
        except sqlite3.DatabaseError as error:
            raise InputError(f"{file} is no ledger of a run ({error}). Start anew with: --fresh") from error
        self.finished = bool(self.identity.pop(_FINISHED, ""))

    def entries(self) -> list[Entry]:
        """The parts that are done, in order."""
        return [Entry(*row) for row in self._base.execute("SELECT number, size, digest FROM part ORDER BY number")]

    def enter(self, entry: Entry, tally: Tally, faults: tuple[tuple[int, str], ...]) -> None:
        """Note a part whose file is on the disk."""
        with self._base:
            self._base.execute("BEGIN IMMEDIATE")
            row = (entry.number, entry.size, entry.digest, json.dumps(tally.to_dict()))
            self._base.execute("INSERT OR REPLACE INTO part VALUES (?, ?, ?, ?)", row)
            self._base.executemany("INSERT OR REPLACE INTO fault VALUES (?, ?)", faults)

    def tally(self) -> Tally:
        """The counts of all parts that are done."""
        whole = Tally()
        for (counts,) in self._base.execute("SELECT tally FROM part ORDER BY number"):
            whole.add(Tally.from_dict(json.loads(counts)))
        return whole

    def faults(self) -> Iterator[tuple[int, str]]:
        """Rows left out, with the reason."""
        yield from self._base.execute("SELECT row, reason FROM fault ORDER BY row")

    def finish(self) -> None:
        """Note that the output is on the disk."""
        self._base.execute("INSERT OR REPLACE INTO run VALUES (?, 'yes')", (_FINISHED,))
        self.finished = True

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    def _begin(self, identity: Mapping[str, str]) -> None:
        with self._base:
            self._base.execute("BEGIN IMMEDIATE")
            for table in _TABLES:
                self._base.execute(table)
            self._base.executemany("INSERT INTO run VALUES (?, ?)", list(identity.items()))
