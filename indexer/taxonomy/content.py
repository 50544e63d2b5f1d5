"""A table's bytes as text."""

from pathlib import Path

from search.errors import DecreeError

MAX_BYTES = 128 * 1024 * 1024  # ESCO's skills with all their labels are some 20 MB


def text_of(path: Path) -> str:
    """The text of a UTF-8 file, or of a UTF-16 one that says so; raises `DecreeError` with the remedy."""
    try:
        if (size := path.stat().st_size) > MAX_BYTES:
            limit = MAX_BYTES // 1024**2
            raise DecreeError(f"{path.name} has {size:,} bytes, more than the {limit} MB that are read. Split it.")
        data = path.read_bytes()
    except OSError as error:
        raise DecreeError(f"{path} cannot be read ({error.strerror}). Check the path and its permissions.") from None
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not wide and b"\0" in data:
        raise DecreeError(f"{path.name} holds binary data, not a table. Save it as CSV (UTF-8) or JSON.")
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise DecreeError(f"{path.name} is not UTF-8 text (byte {error.start}). Save it as 'CSV UTF-8'.") from None
