"""Where things lie when the user does not say: bundled decrees and figures, and the index in the user's cache."""

import os
from pathlib import Path

from platformdirs import user_cache_path

from search.resources import data_dir


def default_decrees() -> Path:
    """The folder of bundled decrees."""
    return data_dir() / "decrees"


def figures_file() -> Path:
    """The figures of the dev split, as `padan eval --write-figures` keeps them and the page shows them."""
    return data_dir() / "eval" / "figures.json"


def default_index() -> Path:
    """The index folder used when none is named; PADAN_INDEX overrides it."""
    named = os.environ.get("PADAN_INDEX")
    return Path(named) if named else user_cache_path("padan", appauthor=False) / "index"


def runs_folder() -> Path:
    """Where tables that the page is matching lie while their runs go on."""
    return user_cache_path("padan", appauthor=False) / "runs"
