"""Blocks → the parts of a decree: head, function map, list of units, bodies of units."""

import re

from indexer.decree.codes import find_code
from indexer.decree.drafts import Outline
from indexer.decree.words import fold
from indexer.read import Block, TableRow

_MAP_HEADINGS = frozenset({"tujuan utama", "fungsi kunci", "fungsi utama", "fungsi dasar"})
_CODE_LINE = re.compile(r"KODE\s+UNIT(?:\s+KOMPETENSI)?\s*:\s*(.*)", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"[-–—\s]*\d{1,4}[-–—\s]*")


def outline(blocks: tuple[Block, ...]) -> Outline:
    """Sort the blocks of a decree by part; a part that is not there comes out empty."""
    parts: dict[str, list[Block]] = {"head": [], "map": [], "list": []}
    bodies: list[list[Block]] = []
    part = "head"
    for block in blocks:
        if is_page_number(block):
            continue
        if unit_code_line(block) is not None:
            bodies.append([block])
        elif bodies:
            bodies[-1].append(block)
        elif is_map_header(block):
            part = "map"
        elif is_list_header(block):
            part = "list"
        else:
            parts[part].append(block)
    return Outline(tuple(parts["head"]), _rows(parts["map"]), _rows(parts["list"]), tuple(map(tuple, bodies)))


def line_of(block: Block) -> str:
    """A block as one line of text, the cells of a row joined."""
    return block.text if not isinstance(block, TableRow) else " ".join(" ".join(block.cells).split())


def unit_code_line(block: Block) -> str | None:
    """What stands after `KODE UNIT :`, or None when the block is another line; the list's header is no such line."""
    found = _CODE_LINE.fullmatch(line_of(block))
    return found.group(1) if found else None


def is_map_header(block: Block) -> bool:
    """Whether a row names at least two columns of the function map."""
    return isinstance(block, TableRow) and sum(fold(cell) in _MAP_HEADINGS for cell in block.cells) >= 2


def is_list_header(block: Block) -> bool:
    """Whether a row heads the list of units."""
    if not isinstance(block, TableRow):
        return False
    names = [fold(cell) for cell in block.cells]
    return any(n.startswith("kode unit") for n in names) and any(n.startswith("judul unit") for n in names)


def is_page_number(block: Block) -> bool:
    """Whether a paragraph is only a page number: `16`, `- 36 -`."""
    return not isinstance(block, TableRow) and _PAGE_NUMBER.fullmatch(block.text) is not None


def _rows(blocks: list[Block]) -> tuple[TableRow, ...]:
    # A list whose tabs were lost still has one code a line.
    return tuple(_row(block) for block in blocks if isinstance(block, TableRow) or find_code(block.text))


def _row(block: Block) -> TableRow:
    if isinstance(block, TableRow):
        return block
    code = find_code(block.text) or ""
    number, _, title = block.text.partition(code)
    return TableRow((number.strip(), code, title.strip()), block.place)
