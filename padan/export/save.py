"""Exports as files a person names: all of them or none, and never over one that is there."""

import os
from collections.abc import Sequence
from pathlib import Path

from padan.export.formats import Format, export
from padan.export.review import Review
from padan.export.words import Words
from search.errors import InputError


def check_targets(paths: Sequence[Path]) -> None:
    """Refuse names that cannot be written to, before any work is done; raises InputError with the remedy."""
    for path in paths:
        if path.suffix.lower().removeprefix(".") not in {*Format}:
            raise InputError(f"'{path}' cannot be exported to. Name a file that ends with .docx, .xlsx, .csv or .html.")
        if path.exists():  # a form that somebody has filled in must not be lost
            raise InputError(f"'{path}' is there already and is left as it is. Name a new file, or move that one away.")
        if not path.parent.is_dir():
            raise InputError(f"Folder '{path.parent}' is not there. Make it first, or name another.")


def save(review: Review, paths: Sequence[Path], words: Words) -> None:
    """Write every file, each in the format of its suffix; a file that cannot be written whole is not left behind."""
    if not review.units:
        raise InputError("There are no units to export. Name units with --unit.")
    made = [(path, export(review, Format(path.suffix.lower().removeprefix(".")), words)) for path in paths]
    for path, data in made:
        _write(path, data)


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            path.unlink()
            raise
