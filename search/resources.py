"""Where the bundled data lies: `data/` of a checkout, `padan_data/` beside the packages of an installed wheel."""

from functools import cache
from pathlib import Path

_PACKAGES = Path(__file__).resolve().parent.parent


@cache
def data_dir() -> Path:
    """The folder with `decrees/`, `models/` and `samples/`."""
    installed = _PACKAGES / "padan_data"
    return installed if installed.is_dir() else _PACKAGES / "data"
