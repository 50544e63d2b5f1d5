"""A folder only this user can read, for files that may be personal: it goes when it is no longer needed.

What a process that was killed left behind goes when the next one looks (`sweep`): a folder in use is locked.
"""

import shutil
import time
from pathlib import Path
from tempfile import mkdtemp

from filelock import FileLock, Timeout

_LOCK = ".in-use"
_YOUNG = 60.0  # seconds in which a new folder may not be locked yet


class PrivateFolder:
    """A new folder below another one, until `remove`."""

    def __init__(self, under: Path) -> None:
        under.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path = Path(mkdtemp(dir=under))  # made with mode 0700
        self._lock = FileLock(self.path / _LOCK, thread_local=False)
        self._lock.acquire()

    def __enter__(self) -> Path:
        """Its path."""
        return self.path

    def __exit__(self, *_: object) -> None:
        """Remove it, whatever happened."""
        self.remove()

    def remove(self) -> None:
        """Remove it with everything in it; again is nothing."""
        self._lock.release()
        shutil.rmtree(self.path, ignore_errors=True)


def sweep(under: Path) -> None:
    """Remove folders that nobody uses any more."""
    for path in under.glob("*/"):
        if time.time() - path.stat().st_mtime < _YOUNG:
            continue
        lock = FileLock(path / _LOCK, timeout=0)
        try:
            lock.acquire()
        except Timeout:
            continue
        lock.release()
        shutil.rmtree(path, ignore_errors=True)
