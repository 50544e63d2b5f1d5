"""Readers that do what a library might do with a harmful document; the child process imports them by name."""

# ruff: noqa: ARG001, T201

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from indexer.read.blocks import Block, Paragraph
from search.errors import DecreeError
from search.types import Finding, Place

WELL = Paragraph("é \ud800 \0.", Place("page", 2), True, (Finding("k", "m", Place("line", 3)), Finding("n", "o")))


def well(data: bytes, name: str) -> tuple[Block, ...]:
    return (WELL, Paragraph(f"{len(data)} {name}", Place("line", 1)))


def floods(data: bytes, name: str) -> tuple[Block, ...]:
    return (Paragraph("x" * 2_000_000, Place("line", 1)),)


def sleeps(data: bytes, name: str) -> tuple[Block, ...]:
    time.sleep(60)
    return ()


def spins(data: bytes, name: str) -> tuple[Block, ...]:
    while True:
        pass


def eats(data: bytes, name: str) -> tuple[Block, ...]:
    return (Paragraph("x" * len(bytearray(10**10)), Place("line", 1)),)


def crashes(data: bytes, name: str) -> tuple[Block, ...]:
    os.kill(os.getpid(), signal.SIGSEGV)
    return ()


def aborts(data: bytes, name: str) -> tuple[Block, ...]:
    os.abort()


def leaves(data: bytes, name: str) -> tuple[Block, ...]:
    os._exit(0)


def fails(data: bytes, name: str) -> tuple[Block, ...]:
    raise LookupError(data.decode())


def recurses(data: bytes, name: str) -> tuple[Block, ...]:
    return recurses(data, name)


def refuses(data: bytes, name: str) -> tuple[Block, ...]:
    raise DecreeError(f"{name} is no decree. Give another.")


def prints(data: bytes, name: str) -> tuple[Block, ...]:
    print("noise", flush=True)
    sys.stderr.write("noise")
    os.write(1, b"noise")
    os.write(2, b"noise")
    return well(data, name)


def writes(data: bytes, name: str) -> tuple[Block, ...]:
    Path("cv.tmp").write_bytes(data)
    return ()


def spools(data: bytes, name: str) -> tuple[Block, ...]:
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
    return ()


def connects(data: bytes, name: str) -> tuple[Block, ...]:
    socket.create_connection(("127.0.0.1", 9))
    return ()


def asks(data: bytes, name: str) -> tuple[Block, ...]:
    socket.getaddrinfo("localhost", 9)
    return ()


def starts(data: bytes, name: str) -> tuple[Block, ...]:
    subprocess.run(["true"], check=False)
    return ()


def forks(data: bytes, name: str) -> tuple[Block, ...]:
    os.fork()
    return ()


def peeks(data: bytes, name: str) -> tuple[Block, ...]:
    """What can be seen of the document from outside while it is read."""
    seen = Path("/proc/self/cmdline").read_bytes() + Path("/proc/self/environ").read_bytes()
    return (Paragraph(repr(data in seen or name.encode() in seen), Place("line", 1)),)
