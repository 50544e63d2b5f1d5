"""Bytes → text for files that say nothing about their encoding: UTF-8, or UTF-16 with its mark."""

from search.errors import InputError

_CUT = ("unexpected end of data", "truncated data")  # what the decoders call it


def decode_text(data: bytes, name: str, remedy: str = "Save it as plain text with UTF-8 encoding.") -> str:
    """The text of a Markdown or text file, or of a table; raises `InputError` for bytes that are no text."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not wide and b"\0" in data:
        raise InputError(f"{name} is a binary file, not text. {remedy}")
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        if error.start > 0 and error.reason in _CUT:
            return decode_text(data[: error.start], name, remedy)  # the file was cut inside its last character
        raise InputError(f"{name} is not UTF-8 text (byte {error.start}). {remedy}") from None
    if "\0" in text:
        raise InputError(f"{name} is a binary file, not text. {remedy}")
    return text
