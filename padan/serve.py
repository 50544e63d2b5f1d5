"""Start the page with Streamlit, bound to this machine, with the project's own settings wherever it was installed."""

import tomllib
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from search.errors import InputError, MissingExtraError

_HERE = Path(__file__).resolve().parent


def serve_page(port: int) -> None:
    """Run Streamlit until it is stopped; raises MissingExtraError without it, InputError for a port in use."""
    if find_spec("streamlit") is None:
        raise MissingExtraError("streamlit", "app")
    _check_free(port)
    import_module("padan.ui.page")  # now, while nobody waits for a first page
    from streamlit.web.cli import main

    main(page_arguments(port), prog_name="streamlit")


def page_arguments(port: int) -> list[str]:
    """What Streamlit is told: every setting spelt out, so that no other configuration can loosen it."""
    entry, config = page_files()
    settings = tomllib.loads(config.read_text("utf-8"))
    return ["run", str(entry), *_flags(settings), f"--server.port={port}"]


def page_files() -> tuple[Path, Path]:
    """`app.py` and its settings: inside the package of an installed wheel, else at the top of a checkout."""
    installed = _HERE / "ui" / "app.py"
    if installed.is_file():
        return installed, _HERE / "ui" / "config.toml"
    return _HERE.parent / "app.py", _HERE.parent / ".streamlit" / "config.toml"


def _flags(settings: Mapping[str, object], prefix: str = "") -> Iterator[str]:
    """Nested tables → `--section.key=value`, one flag for each value of a list."""
    for key, value in settings.items():
        if isinstance(value, Mapping):
            yield from _flags(value, f"{prefix}{key}.")
        else:
            for one in value if isinstance(value, list) else [value]:
                yield f"--{prefix}{key}={str(one).lower() if isinstance(one, bool) else one}"


def _check_free(port: int) -> None:
    import socket

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise InputError(
                f"Port {port} cannot be used ({error.strerror}). Choose another with: padan serve --port {port + 1}"
            ) from error
