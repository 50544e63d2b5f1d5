"""What every reader gives: the paragraphs and table rows of a file in reading order, each with its place."""

from dataclasses import dataclass
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
