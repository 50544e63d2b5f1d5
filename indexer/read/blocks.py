"""What every reader gives: the paragraphs and table rows of a file in reading order, each with its place."""

import re
from dataclasses import dataclass, replace
from typing import TypeAlias

from search.types import Finding, Place


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One printed line or paragraph, without markup or line breaks; `listed`: the source sets it as a list item."""

    text: str
    place: Place
    listed: bool = False
    remarks: tuple[Finding, ...] = ()  # what the reader doubts or mended here


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table, empty cells kept; a cell holds one line of text per paragraph inside it."""

    cells: tuple[str, ...]
    place: Place
    remarks: tuple[Finding, ...] = ()


Block: TypeAlias = Paragraph | TableRow

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # all but tab and line feed


def without_controls(block: Block) -> Block:
    """A block without control characters, which would reach the terminal where its text is shown, and steer it."""
    remarks = tuple(replace(one, message=_CONTROL.sub("", one.message)) for one in block.remarks)
    if isinstance(block, TableRow):
        return TableRow(tuple(_CONTROL.sub("", cell) for cell in block.cells), block.place, remarks)
    return replace(block, text=_CONTROL.sub("", block.text), remarks=remarks)


def has_text(block: Block) -> bool:
    """Whether anything is left of a block."""
    return any(block.cells) if isinstance(block, TableRow) else bool(block.text)
