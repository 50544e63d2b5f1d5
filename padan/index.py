"""The index a face works with: the one named, or the default one, which is built on first use."""

import sys
from pathlib import Path

from indexer.build import BuildReport, build_index
from padan.places import default_decrees, default_index
from search import Searcher
from search.errors import IndexMissingError


def open_searcher(folder: Path | None) -> Searcher:
    """Open an index; the default one is built from the bundled decrees when there is none yet."""
    try:
        return Searcher.open(folder or default_index())
    except IndexMissingError:
        if folder is not None:
            raise
    report = build_default()
    print(f"padan: built the index of {report.units} units in {report.folder}", file=sys.stderr)  # noqa: T201
    return Searcher.open(default_index())


def build_default() -> BuildReport:
    """Build the default index from the bundled decrees."""
    return build_index([default_decrees()], default_index())
