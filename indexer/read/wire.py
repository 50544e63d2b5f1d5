"""Blocks ⇄ JSON, for the pipe between the reading child and its parent; what comes in is checked, never trusted."""

import json
from collections.abc import Iterable
from typing import Any

from indexer.read.blocks import Block, Paragraph, TableRow
from search.types import Finding, Place


def pack(blocks: Iterable[Block]) -> bytes:
    """Blocks as one JSON list; ASCII, so that no character of a damaged file can break it."""
    return json.dumps([_packed(block) for block in blocks], separators=(",", ":")).encode("ascii")


def unpack(data: bytes) -> tuple[Block, ...]:
    """The blocks of a JSON list; raises ValueError for anything else."""
    found = json.loads(data)
    if not isinstance(found, list):
        raise ValueError("no list of blocks")
    return tuple(map(_block, found))


def _packed(block: Block) -> list[Any]:
    remarks = [[_clean(found.kind), _clean(found.message), _packed_place(found.where)] for found in block.remarks]
    if isinstance(block, TableRow):
        return [_packed_place(block.place), remarks, [_clean(cell) for cell in block.cells]]
    return [_packed_place(block.place), remarks, _clean(block.text), block.listed]


def _packed_place(place: Place | None) -> list[Any] | None:
    return [place.unit, place.number] if place else None


def _block(entry: object) -> Block:
    match entry:
        case [[str(unit), int(number)], list(remarks), str(text), bool(listed)]:
            return Paragraph(text, _place(unit, number), listed, tuple(map(_remark, remarks)))
        case [[str(unit), int(number)], list(remarks), list(cells)] if all(isinstance(cell, str) for cell in cells):
            return TableRow(tuple(cells), _place(unit, number), tuple(map(_remark, remarks)))
        case _:
            raise ValueError("no block")


def _remark(entry: object) -> Finding:
    match entry:
        case [str(kind), str(message), None]:
            return Finding(kind, message)
        case [str(kind), str(message), [str(unit), int(number)]]:
            return Finding(kind, message, _place(unit, number))
        case _:
            raise ValueError("no remark")


def _place(unit: str, number: int) -> Place:
    if unit == "page":
        return Place("page", number)
    if unit == "line":
        return Place("line", number)
    raise ValueError("no unit of a place")


def _clean(text: str) -> str:
    """Text without NULs and halves of characters, which damaged files hold and no later step expects."""
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
