"""Which reader reads which suffix: a new format is one new file beside this one and one line in `READERS`."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from indexer.read.blocks import Block
from indexer.read.markdown import read_markdown
from search.errors import DecreeError

Reader: TypeAlias = Callable[[bytes, str], tuple[Block, ...]]  # (content, file name for messages) → blocks

READERS: dict[str, Reader] = {
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".txt": read_markdown,
}

MAX_BYTES = 32 * 1024 * 1024  # the longest known decrees are under 2 MB as text

_CONVERTIBLE = {".pdf": "PDF", ".docx": "Word", ".doc": "Word", ".html": "HTML", ".htm": "HTML"}


def is_readable(path: Path) -> bool:
    """Whether a reader is registered for the file's suffix."""
    return path.suffix.lower() in READERS


def read_blocks(path: Path) -> tuple[Block, ...]:
    """Paragraphs and table rows of a file; raises `DecreeError` with one line when it cannot be read."""
    reader = _reader(path)
    blocks = reader(_content(path), path.name)
    if not blocks:
        raise DecreeError(f"{path.name} is empty. Give a file that holds the text of an SKKNI decree.")
    return blocks


def _reader(path: Path) -> Reader:
    suffix = path.suffix.lower()
    if suffix in READERS:
        return READERS[suffix]
    known = ", ".join(READERS)
    if suffix in _CONVERTIBLE:
        kind = _CONVERTIBLE[suffix]
        raise DecreeError(
            f"{path.name} is a {kind} file; this version reads Markdown and plain text ({known}). "
            "Save the decree as text, tables tab-separated, and give that file."
        )
    shown = f"suffix '{suffix}'" if suffix else "no suffix"
    raise DecreeError(f"{path.name} has {shown}; Padan reads {known}. Save the decree under one of these.")


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            limit = MAX_BYTES // 1024**2
            raise DecreeError(f"{path.name} has {size:,} bytes, more than the {limit} MB of a decree. Split it.")
        return path.read_bytes()
    except FileNotFoundError:
        raise DecreeError(f"{path} does not exist. Check the path.") from None
    except IsADirectoryError:
        raise DecreeError(f"{path} is a folder, not a file. Name a file in it.") from None
    except OSError as error:
        raise DecreeError(f"{path} cannot be read ({error.strerror}). Check its permissions.") from None
