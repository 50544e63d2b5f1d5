"""A table's file as text."""

from pathlib import Path

from indexer.read.content import file_content
from indexer.read.encoding import decode_text
from indexer.read.limits import MEGABYTE
from search.errors import DecreeError, InputError

_MOST_BYTES = 128 * MEGABYTE  # ESCO's skills with all their labels are some 20 MB


def text_of(path: Path) -> str:
    """The text of a UTF-8 file, or of a UTF-16 one that says so; raises `DecreeError` with the remedy."""
    try:
        return decode_text(file_content(path, _MOST_BYTES), path.name, "Save it as CSV (UTF-8) or JSON.")
    except InputError as error:
        raise DecreeError(str(error)) from None
