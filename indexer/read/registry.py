"""Files → blocks: Markdown and text in this process, every other format in a child process with limits."""

from collections.abc import Sequence
from pathlib import Path

from indexer.read.blocks import Block, has_text, without_controls
from indexer.read.checks import check_size
from indexer.read.content import file_content
from indexer.read.formats import PDF, READERS, TEXT, Format, format_of
from indexer.read.guard import read_guarded
from indexer.read.limits import LIMITS, MEGABYTE
from indexer.read.markdown import read_markdown
from search.errors import DecreeError, InputError


def is_readable(path: Path) -> bool:
    """Whether a reader is registered for the file's suffix."""
    return path.suffix.lower() in READERS


def read_blocks(path: Path, besides: Sequence[str] = ()) -> tuple[Block, ...]:
    """Paragraphs and table rows of a decree's file; raises `DecreeError` with one line when it cannot be read.

    besides: suffixes of files that are read by others, for the message.
    """
    try:
        data = file_content(path, LIMITS.file_bytes)
        return blocks_of(data, path.name, format_of(data, path.name, besides=besides))
    except InputError as error:
        raise DecreeError(str(error)) from None


def blocks_of(data: bytes, name: str, form: Format) -> tuple[Block, ...]:
    """Paragraphs and table rows of a document of a known format; raises `InputError` with one line."""
    if form is not TEXT:
        blocks = read_guarded(data, name, form)
    elif len(data) > LIMITS.text_bytes:
        limit = LIMITS.text_bytes // MEGABYTE
        raise InputError(f"{name} has {len(data):,} bytes of text, more than the {limit} MB allowed. Split it.")
    else:
        blocks = read_markdown(data, name)
        check_size(blocks, name)
    blocks = tuple(filter(has_text, map(without_controls, blocks)))
    if not blocks:
        remedy = "If its pages are pictures, turn them into text first (OCR)." if form is PDF else "Give another file."
        raise InputError(f"{name} holds no text. {remedy}")
    return blocks
