"""Reading an untrusted document in a child process: whatever the file does, its cost is bounded and the answer is one.

The child is started anew for every document, so that nothing of one reaches the next. The document goes through a pipe,
never through a file, the environment or the command line; blocks come back as JSON.
"""

import json
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO

from indexer.read import child
from indexer.read.blocks import Block
from indexer.read.formats import Format
from indexer.read.limits import LIMITS, MEGABYTE, Limits
from indexer.read.wire import unpack
from search.errors import InputError

_PLACES = threading.BoundedSemaphore(LIMITS.at_once)
_LONGEST_ANSWER = 16 * LIMITS.characters  # bytes; JSON writes a character with up to six
_ANEW = "Open it, save it anew, or give it as plain text."
_SMALLER = "Split it, or give it as plain text."
_ABORTS = (signal.SIGABRT, signal.SIGILL, getattr(signal, "SIGTRAP", None))  # how PDFium ends when memory does


def read_guarded(data: bytes, name: str, form: Format, limits: Limits = LIMITS) -> tuple[Block, ...]:
    """Blocks of a document, read in a child process; raises `InputError` with one line for whatever goes wrong."""
    if not _PLACES.acquire(timeout=limits.wall_seconds):
        raise InputError(f"{name} cannot be read now: other documents are being read. Try again in a minute.")
    try:
        answer, code, late = _ask(data, _task(name, form, limits), name, limits.wall_seconds)
    finally:
        _PLACES.release()
    mark, body = answer[:1], answer[1:]
    if len(answer) >= _LONGEST_ANSWER:
        raise InputError(f"{name} gives more than the {_LONGEST_ANSWER // MEGABYTE:,} MB of text allowed. {_SMALLER}")
    with suppress(ValueError, RecursionError):
        if mark == child.OK and code == 0:  # before `late`: the clock may strike when the answer is there already
            return unpack(body)
    if late or -code == getattr(signal, "SIGXCPU", None):
        spent = f"{limits.wall_seconds} seconds" if late else f"{limits.processor_seconds} seconds of processor time"
        raise InputError(f"{name} takes more than the {spent} allowed for reading it. {_SMALLER}")
    memory = f"{limits.memory_bytes // MEGABYTE:,} MB of memory allowed"
    if mark == child.OUT_OF_MEMORY:
        raise InputError(f"{name} takes more than the {memory} for reading it. {_SMALLER}")
    if mark == child.REFUSED:
        raise InputError(body.decode("utf-8", "replace"))
    if mark == child.FAILED:
        reason = body.decode("ascii", "replace")
        raise InputError(f"{name} is damaged or not what its name says ({reason}). {_ANEW}")
    want = f", as it does beyond the {memory}" if -code in _ABORTS else ""
    raise InputError(f"{name} cannot be read: its reader stopped {_how(code)}{want}. {_ANEW}")


def _task(name: str, form: Format, limits: Limits) -> bytes:
    task = {
        "reader": form.reader,
        "name": name,
        "path": [entry or str(Path.cwd()) for entry in sys.path],
        "processor_seconds": limits.processor_seconds,
        "wall_seconds": limits.wall_seconds,
        "memory_bytes": limits.memory_bytes,
    }
    return json.dumps(task).encode("ascii") + b"\n"


def _ask(data: bytes, task: bytes, name: str, seconds: int) -> tuple[bytes, int, bool]:
    """The child's answer, its exit code, and whether it had to be stopped because it was late."""
    process = _start(name)
    late = threading.Event()

    def stop() -> None:
        late.set()
        process.kill()

    clock = threading.Timer(seconds, stop)
    feeder = threading.Thread(target=_feed, args=(process.stdin, task, data), daemon=True)
    try:
        clock.start()
        feeder.start()
        answer = _drain(process.stdout)
        if len(answer) < _LONGEST_ANSWER:
            process.wait()
    finally:
        clock.cancel()
        process.kill()  # nothing if it has ended by itself
        code = process.wait()
    return answer, code, late.is_set()


def _feed(pipe: IO[bytes] | None, task: bytes, data: bytes) -> None:
    with suppress(OSError):  # a child that stops early does not read to the end
        if pipe:
            with pipe:
                pipe.write(task)
                pipe.write(data)


def _drain(pipe: IO[bytes] | None) -> bytes:
    if not pipe:
        return b""
    with pipe:
        return pipe.read(_LONGEST_ANSWER)


def _start(name: str) -> "subprocess.Popen[bytes]":
    # -I and -S: the child imports what its parent would and runs no one's start-up code; -B: it writes nothing.
    command = [sys.executable, "-I", "-S", "-B", child.__file__]
    try:
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, close_fds=True
        )
    except OSError as error:
        raise InputError(f"{name} cannot be read: no reader can be started ({error.strerror}).") from None


def _how(code: int) -> str:
    with suppress(ValueError):
        if code < 0:
            return f"with {signal.Signals(-code).name}"
    return "without an answer"
