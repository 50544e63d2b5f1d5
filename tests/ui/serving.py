"""A running page for tests in a real browser: its home, caches and temporary files all lie in one folder."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest
from visitor import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
IN_A_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium, chromium-browser or google-chrome on the PATH"),
]
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@dataclass(frozen=True)
class Server:
    """A running `padan serve`."""

    address: str
    folder: Path
    log: Path

    def holds(self, text: str) -> list[Path]:
        """The log and the files of the server's machine that hold a text."""
        files = [self.log, *(path for path in self.folder.rglob("*") if path.is_file())]
        return [path for path in files if text.encode() in path.read_bytes()]


def serve(folder: Path, index: Path) -> Iterator[Server]:
    """Run the page over an index until the test is done."""
    machine, log, port = folder / "machine", folder / "serve.log", free_port()
    (machine / "tmp").mkdir(parents=True)
    places = {
        "HOME": "",
        "TMPDIR": "tmp",
        "XDG_CACHE_HOME": "cache",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
    }
    environment = {
        **os.environ,
        **{name: str(machine / place) for name, place in places.items()},
        "PADAN_INDEX": str(index),
    }
    with log.open("wb") as output:
        command = [sys.executable, "-m", "padan", "serve", "--port", str(port)]
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", process, log)
            yield Server(f"http://127.0.0.1:{port}", machine, log)
        finally:
            process.terminate()
            process.wait(30)


def plain_file(name: str, text: str) -> "FilePayload":
    return {"name": name, "mimeType": "application/octet-stream", "buffer": text.encode()}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(300):
        assert process.poll() is None, log.read_text("utf-8")
        try:
            with urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"the page did not start: {log.read_text('utf-8')}")
