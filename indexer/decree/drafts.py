"""What the pages of this room hand each other before `parse.py` makes a `Decree` of it."""

from dataclasses import dataclass, field
from typing import TypeAlias

from indexer.read import Block, TableRow
from search.types import Element, Finding, Place

Found: TypeAlias = list[Finding]  # findings in the making; every page appends its own


@dataclass(frozen=True, slots=True)
class Outline:
    """A decree's blocks sorted by the part they belong to; header rows of tables are left out."""

    head: tuple[Block, ...]
    map_rows: tuple[TableRow, ...]
    list_rows: tuple[TableRow, ...]
    bodies: tuple[tuple[Block, ...], ...]  # each begins with its KODE UNIT


@dataclass(frozen=True, slots=True)
class ListedUnit:
    """One row of the list of units."""

    code: str  # as printed
    title: str
    place: Place


@dataclass(frozen=True, slots=True)
class Item:
    """One numbered line of a unit's body, without its number."""

    text: str
    place: Place


@dataclass(slots=True)
class Body:
    """A unit's body as it is being read; `missing` says what a whole body has and this one has not."""

    place: Place
    last_place: Place
    code: str = ""  # as printed, empty when unreadable
    title: str = ""
    description: str = ""
    elements: tuple[Element, ...] = ()
    sections: dict[str, list[Item]] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
