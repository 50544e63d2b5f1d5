"""Texts a person names on the command line or uploads; errors name the file, never what is in it."""

import sys
from collections.abc import Callable
from pathlib import Path

from indexer.read import text_of
from search.errors import InputError

_MOST_BYTES = 20_000_000  # of a document with pictures
_MOST_TEXT = 1_000_000  # characters; what is longer is no advert or CV
_LONGEST_NAME, _MOST_WORDS = 200, 6  # of a file name, in characters and words


def read_text_file(name: str, notice: Callable[[str], None] | None = None) -> str:
    """The text of a document, or of standard input for `-`; raises InputError with the remedy.

    notice: is told what could not be read of it.
    """
    if name == "-":
        return text_of_upload(sys.stdin.buffer.read(_MOST_BYTES + 1), "standard input", notice)
    path = Path(name)
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        if len(name) > _LONGEST_NAME or len(name.split()) > _MOST_WORDS:  # a pasted text, not a name: never repeated
            raise InputError("FILE is a text, not a file. Give the text on standard input as: padan match -") from error
        reason = getattr(error, "strerror", None) or "no file name"
        raise InputError(
            f"File '{name}' cannot be read ({reason}). Check the path, or give - for standard input."
        ) from error
    return text_of_upload(data, path.name, notice)


def text_of_upload(data: bytes, name: str, notice: Callable[[str], None] | None = None) -> str:
    """The text of a document given as its bytes and its file name; nothing is written anywhere on the way."""
    if len(data) > _MOST_BYTES:
        raise InputError(f"{name} is larger than {_MOST_BYTES // 1_000_000} MB. Give one advert or CV at a time.")
    text = text_of(data, name, notice)
    if len(text) > _MOST_TEXT:
        raise InputError(f"{name} has more than {_MOST_TEXT:,} characters. Give one advert or CV at a time.")
    if not text.strip():
        raise InputError(f"{name} is empty. Give an advert or CV as text.")
    return text
