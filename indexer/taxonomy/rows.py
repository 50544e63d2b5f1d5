"""One row of a table with clean cells."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from search.types import Finding

Found: TypeAlias = list[Finding]

_SEPARATORS = re.compile(r"[|\n\r\u2028]")


@dataclass(frozen=True, slots=True)
class Row:
    """What a table says of one entry; `codes` are all it goes by, the one that counts first."""

    line: int
    codes: tuple[str, ...]
    title: str
    description: str
    aliases: tuple[str, ...]


def row_of(
    line: int, codes: Iterable[str], titles: Iterable[str], descriptions: Iterable[str], aliases: Iterable[str]
) -> Row:
    """A row from the cells of each part, in the order in which they count."""
    return Row(
        line,
        tuple(dict.fromkeys(filter(None, map(clean, codes)))),
        next(filter(None, map(clean, titles)), ""),
        next(filter(None, map(clean, descriptions)), ""),
        tuple(label for cell in aliases for label in map(clean, _SEPARATORS.split(cell)) if label),
    )


def clean(cell: str) -> str:
    """A cell on one line, without control characters and halves of characters, which no file could hold."""
    if not cell.isprintable():
        cell = "".join(" " if unicodedata.category(char) in ("Cc", "Cs") else char for char in cell)
    return " ".join(cell.split())
