"""Texts a person names on the command line or uploads; errors name the file, never what is in it."""

import sys
from pathlib import Path

from indexer.read import decode_text, text_of
from search.errors import InputError

_MOST_BYTES = 20_000_000  # of a document with pictures
_MOST_TEXT = 1_000_000  # characters; what is longer is no advert or CV
_LONGEST_NAME, _MOST_WORDS = 200, 6  # of a file name, in characters and words


def read_text_file(name: str) -> str:
    """The text of a document, or of standard input (plain text) for `-`; raises InputError with the remedy."""
    if name == "-":
        return _standard_input()
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
    return text_of_upload(data, path.name)


def text_of_upload(data: bytes, name: str) -> str:
    """The text of a document given as its bytes and its file name; nothing is written anywhere on the way."""
    if len(data) > _MOST_BYTES:
        raise InputError(f"{name} is larger than {_MOST_BYTES // 1_000_000} MB. Give one advert or CV at a time.")
    return _one_text(text_of(data, name), name)


def _standard_input() -> str:
    name = "standard input"
    data = sys.stdin.buffer.read(_MOST_TEXT * 4 + 1)  # a character has up to four bytes
    if data.startswith((b"%PDF-", b"PK\x03\x04")):
        raise InputError("Standard input is a document, not text. Give the name of its file in place of -.")
    return _one_text(decode_text(data, name), name)


def _one_text(text: str, name: str) -> str:
    if len(text) > _MOST_TEXT:
        raise InputError(f"{name} is larger than {_MOST_TEXT // 1_000_000} MB. Give one advert or CV at a time.")
    if not text.strip():
        raise InputError(f"{name} is empty. Give an advert or CV as text.")
    return text
