"""Markdown and plain text as exported from the ministry's documents: one paragraph a line, tables by tabs or pipes."""

import re

from indexer.read.blocks import Block, Paragraph, TableRow
from indexer.read.encoding import decode_text
from indexer.read.markup import one_line, plain_lines
from search.types import Place

_LINE_END = re.compile(r"\r\n|\r|\n")  # not str.splitlines: a form feed inside a line must not shift the line numbers
_BULLET = re.compile(r"[-*+•]\s+")
_HEADING = re.compile(r"#{1,6}\s+")
_PIPE_RULE = re.compile(r"[|:\s-]+")


def read_markdown(data: bytes, name: str) -> tuple[Block, ...]:
    """Blocks of a Markdown or text file; raises `InputError` for bytes that are no text."""
    return blocks_of_text(decode_text(data, name))


def blocks_of_text(text: str) -> tuple[Block, ...]:
    """Blocks of a text, in order, with the line each stands on."""
    lines = enumerate(_LINE_END.split(text), start=1)
    blocks = (_block(line, Place("line", number)) for number, line in lines)
    return tuple(block for block in blocks if block is not None)


def _block(line: str, place: Place) -> Block | None:
    stripped = line.strip()
    cells = _cells(line, stripped)
    if cells is not None:
        row = TableRow(tuple(plain_lines(cell) for cell in cells), place)
        return row if any(row.cells) else None
    bullet = _BULLET.match(stripped)
    marker = bullet or _HEADING.match(stripped)
    text = one_line(plain_lines(stripped[marker.end() :] if marker else stripped))
    return Paragraph(text, place, listed=bullet is not None) if text else None


def _cells(line: str, stripped: str) -> list[str] | None:
    if "\t" in stripped:
        return line.strip(" \r").split("\t")
    if "\t" in line.rstrip(" ") and not _BULLET.match(stripped) and stripped:
        return line.strip(" ").split("\t")  # one filled cell between empty ones
    if len(stripped) > 2 and stripped[0] == stripped[-1] == "|":
        return [] if _PIPE_RULE.fullmatch(stripped) else stripped[1:-1].split("|")
    return None
