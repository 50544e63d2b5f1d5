"""`padan serve`: every setting is told to Streamlit, and Streamlit understands each of them."""

import socket
import tomllib

import pytest
from streamlit import config
from visitor import ROOT

from padan.serve import page_arguments, page_files, serve_page
from search.errors import InputError

SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))


def test_every_setting_is_spelt_out() -> None:
    assert page_arguments(8765) == [
        "run",
        str(ROOT / "app.py"),
        "--server.address=127.0.0.1",
        "--server.allowedHosts=127.0.0.1",
        "--server.allowedHosts=localhost",
        "--server.headless=true",
        "--server.maxUploadSize=20",
        "--server.enableXsrfProtection=true",
        "--server.fileWatcherType=none",
        "--browser.gatherUsageStats=false",
        "--client.showErrorDetails=none",
        "--client.showErrorLinks=false",
        "--client.disableDataExport=true",
        "--client.toolbarMode=minimal",
        "--logger.level=info",
        "--theme.font=sans-serif",
        "--theme.light.primaryColor=#0f766e",
        "--theme.dark.primaryColor=#0d9488",
        "--server.port=8765",
    ]


def test_streamlit_knows_every_setting() -> None:
    known = config.get_config_options()
    for argument in page_arguments(8765)[2:]:
        assert argument[2:].split("=")[0] in known


def test_a_checkout_serves_its_own_entry() -> None:
    assert page_files() == (ROOT / "app.py", ROOT / ".streamlit" / "config.toml")


def test_a_port_in_use_is_one_line_with_the_remedy() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(InputError, match=f"Port {port} cannot be used .* padan serve --port {port + 1}"):
            serve_page(port)
