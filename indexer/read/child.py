"""The child process that reads one untrusted document, started as a script by `indexer.read.guard`.

Standard input: one JSON line (limits, module path, reader, file name), then the document. Standard output: one byte
for how it went (see `OK` and the others), then the blocks or the message. Nothing else is written anywhere: libraries
that print find both streams closed off, and Python code cannot write files, start programs or open sockets. The C code
of libxml2 and PDFium is beyond that hook: of it the limits of the system hold, which let it write no byte to a file.
"""

import json
import os
import sys
from typing import IO, Any

OK, REFUSED, FAILED, OUT_OF_MEMORY = b"+", b"-", b"!", b"m"
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_DEEPEST = 10_000  # Python calls; the parsers stop at 256 levels of XML and 2,048 of HTML
_FORBIDDEN = (
    *("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile"),
    *(
        "urllib.",
        "http.",
        "ftplib.",
        "smtplib.",
        "shutil.",
        "os.rename",
        "os.remove",
        "os.link",
        "os.symlink",
        "os.mkdir",
    ),
)


def main() -> None:
    """Read one document from standard input and answer on what was standard output."""
    answer = _own_output()
    task = json.loads(sys.stdin.buffer.readline())
    sys.path[:] = task["path"]
    sys.setrecursionlimit(_DEEPEST)
    _limit(task["processor_seconds"], task["wall_seconds"], task["memory_bytes"])
    try:
        mark, body = _read(task["reader"], task["name"])
    except MemoryError:
        mark, body = OUT_OF_MEMORY, b""
    except Exception as error:
        mark, body = FAILED, type(error).__name__.encode()  # never its message, which may quote the document
    answer.write(mark + body)
    answer.close()
    os._exit(0)  # taking a large tree apart would cost as much again


def _read(reader: str, name: str) -> tuple[bytes, bytes]:
    from importlib import import_module

    from indexer.read.checks import check_size
    from indexer.read.wire import pack
    from search.errors import InputError

    module, _, function = reader.partition(":")
    try:
        read = getattr(import_module(module), function)
        sys.addaudithook(_forbid)
        blocks = read(sys.stdin.buffer.read(), name)
        check_size(blocks, name)
        return OK, pack(blocks)
    except InputError as error:
        return REFUSED, str(error).encode("utf-8", "replace")


def _own_output() -> IO[bytes]:
    """Standard output under a number of its own; what libraries print goes nowhere."""
    answer = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return answer


def _limit(processor_seconds: int, wall_seconds: int, memory_bytes: int) -> None:
    """Set the limits this system has: Linux all, macOS all but memory, Windows none but the parent's wall clock."""
    try:
        import resource
        import signal
    except ImportError:
        return
    signal.alarm(wall_seconds + 5)  # should the parent be gone by then
    for name, value, most in (
        ("RLIMIT_AS", memory_bytes, memory_bytes),
        ("RLIMIT_CPU", processor_seconds, processor_seconds + 2),  # the first ends it with a signal that tells why
        ("RLIMIT_FSIZE", 0, 0),  # no file, so no temporary file either
        ("RLIMIT_CORE", 0, 0),  # a core dump would be the document on the disk
    ):
        try:
            resource.setrlimit(getattr(resource, name), (value, most))
        except (AttributeError, ValueError, OSError):
            continue  # not known here, or already lower


def _forbid(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(_FORBIDDEN) or (event == "open" and int(arguments[2] or 0) & _WRITING):
        raise PermissionError("a reader of documents may only read")


if __name__ == "__main__":
    main()
