"""Texts a person names on the command line; errors name the file, never what is in it."""

import sys
from pathlib import Path

from search.errors import InputError

_MOST_BYTES = 1_000_000
_LONGEST_NAME, _MOST_WORDS = 200, 6  # of a file name, in characters and words
_OTHER_FORMATS = {".pdf", ".docx", ".doc", ".odt", ".rtf", ".html", ".htm"}


def read_text_file(name: str) -> str:
    """The text of a file, or of standard input for `-`; raises InputError with the remedy."""
    if name == "-":
        return _decode(sys.stdin.buffer.read(_MOST_BYTES + 1), "standard input")
    path = Path(name)
    if path.suffix.lower() in _OTHER_FORMATS:
        raise InputError(
            f"{path.name} is a {path.suffix[1:].upper()} file; adverts and CVs are read as plain text. "
            "Save it as .txt (UTF-8) first."
        )
    try:
        with path.open("rb") as file:
            return _decode(file.read(_MOST_BYTES + 1), path.name)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        if len(name) > _LONGEST_NAME or len(name.split()) > _MOST_WORDS:  # a pasted text, not a name: never repeated
            raise InputError("FILE is a text, not a file. Give the text on standard input as: padan match -") from error
        reason = getattr(error, "strerror", None) or "no file name"
        raise InputError(
            f"File '{name}' cannot be read ({reason}). Check the path, or give - for standard input."
        ) from error


def _decode(data: bytes, name: str) -> str:
    if len(data) > _MOST_BYTES:
        raise InputError(f"{name} is larger than {_MOST_BYTES // 1_000_000} MB. Give one advert or CV at a time.")
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name} is not UTF-8 text (byte {error.start}). Save it as plain text with UTF-8 encoding."
        ) from error
    if "\0" in text:
        raise InputError(f"{name} is a binary file, not text. Save it as plain text with UTF-8 encoding.")
    if not text.strip():
        raise InputError(f"{name} is empty. Give an advert or CV as text.")
    return text
