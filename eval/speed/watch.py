"""The memory of a process and all it starts, as Linux tells it."""

import threading
from pathlib import Path

_EVERY = 0.25  # seconds
_PROC = Path("/proc")


class Memory:
    """Watches a process while it runs; `peak` is the most that it and its children held together, in bytes.

    Pages that several of them share count several times, so the true peak is lower. None where /proc is missing.
    """

    def __init__(self, pid: int) -> None:
        self.peak: int | None = None
        self._pid, self._over = pid, threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(_EVERY):
            held = sum(_resident(pid) for pid in _family(self._pid))
            if held:
                self.peak = max(self.peak or 0, held)


def _family(pid: int) -> list[int]:
    try:
        tasks = [task / "children" for task in (_PROC / str(pid) / "task").iterdir()]
        children = [int(child) for task in tasks for child in task.read_text().split()]
    except OSError:
        return [pid]
    return [pid, *(member for child in children for member in _family(child))]


def _resident(pid: int) -> int:
    try:
        lines = (_PROC / str(pid) / "status").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS:"))
