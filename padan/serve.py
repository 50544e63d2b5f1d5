"""Start the page with Streamlit, bound to this machine, with the project's own settings wherever it was installed."""

import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

from search.errors import InputError, MissingExtraError

_HERE = Path(__file__).resolve().parent


def serve_page(port: int) -> None:
    """Run Streamlit until it is stopped; raises MissingExtraError without it, InputError for a port in use."""
    if find_spec("streamlit") is None:
        raise MissingExtraError("streamlit", "app")
    _check_free(port)
    try:
        subprocess.run(page_command(port), check=False)
    except KeyboardInterrupt:
        sys.exit(0)


def page_command(port: int) -> list[str]:
    """The command line that serves the page, every setting spelt out so that no other configuration can loosen it."""
    entry, settings = _entry()
    flags = [f"--{section}.{key}={_plain(value)}" for section, keys in settings.items() for key, value in keys.items()]
    return [sys.executable, "-m", "streamlit", "run", str(entry), *flags, f"--server.port={port}"]


def _entry() -> tuple[Path, dict[str, dict[str, object]]]:
    """`app.py` and its settings: at the top of a checkout, inside the package of an installed wheel."""
    installed = _HERE / "ui" / "app.py"
    entry, config = (installed, _HERE / "ui" / "config.toml") if installed.is_file() else (_HERE.parent / "app.py", _HERE.parent / ".streamlit" / "config.toml")
    return entry, tomllib.loads(config.read_text("utf-8"))


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _check_free(port: int) -> None:
    import socket

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise InputError(f"Port {port} cannot be used ({error.strerror}). Choose another with: padan serve --port {port + 1}") from error
