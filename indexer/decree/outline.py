"""Blocks → the parts of a decree: head, function map, list of units, bodies of units."""

import re
from itertools import zip_longest

from rapidfuzz import fuzz

from indexer.decree.codes import find_code, whole_code
from indexer.decree.drafts import Outline
from indexer.decree.words import fold
from indexer.read import Block, TableRow

_MAP_HEADINGS = frozenset({"tujuan utama", "fungsi kunci", "fungsi utama", "fungsi dasar"})
_TITLE_HEADINGS = ("judul unit", "unit kompetensi", "nama unit", "judul kompetensi")
_CODE_LINE = re.compile(
    r"(?:\d{1,3}[.)]?\s+)?KODE(\s+UNIT(?:\s+KOMPETENSI)?)?\s*([:;.]?)\s*(.*)", re.IGNORECASE | re.DOTALL
)
_LIST_LINE = re.compile(
    r"(?:\w{1,3} )?daftar unit kompetensi|(?:no |nomor )?kode unit(?: kompetensi)? judul unit(?: kompetensi)?"
)
_LONGEST_CODE = 40  # characters; after the label comes a code, not an explanation of codes
_PAGE_NUMBER = re.compile(r"[-–—\s]*\d{1,4}[-–—\s]*")
_LIKE = 85  # rapidfuzz ratio: a heading with a slip


def outline(blocks: tuple[Block, ...]) -> Outline:
    """Sort the blocks of a decree by part; a part that is not there comes out empty."""
    parts: dict[str, list[Block]] = {"head": [], "map": [], "list": [], "other": []}
    bodies: list[list[Block]] = []
    part = "head"
    for block, below in zip_longest(blocks, blocks[1:]):
        if is_page_number(block):
            continue
        if unit_code_line(block) is not None or _is_label_above_code(block, below):
            bodies.append([block])
            part = "body"
        elif is_map_header(block):
            part = "map"
        elif is_list_header(block):
            part = "list"
        elif part == "body":
            bodies[-1].append(block)
        elif part != "head" and is_other_header(block):
            part = "other"
        else:
            parts[part].append(block)
    return Outline(tuple(parts["head"]), _rows(parts["map"]), _rows(parts["list"]), tuple(map(tuple, bodies)))


def _is_label_above_code(block: Block, below: Block | None) -> bool:
    """Whether a line is the bare label `KODE UNIT` with its code in the next line."""
    if isinstance(block, TableRow) or below is None or isinstance(below, TableRow):
        return False
    return fold(block.text) in ("kode unit", "kode unit kompetensi") and whole_code(below.text.lstrip(": ")) is not None


def line_of(block: Block) -> str:
    """A block as one line of text, the cells of a row joined."""
    return block.text if not isinstance(block, TableRow) else " ".join(" ".join(block.cells).split())


def unit_code_line(block: Block) -> str | None:
    """What stands after `KODE UNIT :`, or None when the block is another line; the list's header is no such line."""
    found = _CODE_LINE.fullmatch(line_of(block))
    if found is None:
        return None
    if not found.group(1) and (not found.group(2) or whole_code(found.group(3)) is None):
        return None  # the bare label `KODE :` stands for anything else too
    if len(found.group(3)) > _LONGEST_CODE and find_code(found.group(3)[:_LONGEST_CODE]) is None:
        return None
    if not found.group(2) and find_code(found.group(3)) is None:
        return None  # a column's heading
    return found.group(3)


def is_map_header(block: Block) -> bool:
    """Whether a row names at least two columns of the function map."""
    return isinstance(block, TableRow) and sum(map(_is_map_heading, block.cells)) >= 2


def is_list_header(block: Block) -> bool:
    """Whether a row heads the list of units."""
    if not isinstance(block, TableRow):
        return _LIST_LINE.fullmatch(fold(block.text)) is not None
    names = [fold(cell) for cell in block.cells]
    coded = any(_begins(name, "kode unit") or name == "kode" for name in names)
    return coded and any(_begins(name, *_TITLE_HEADINGS) for name in names)


def is_other_header(block: Block) -> bool:
    """Whether a row heads a table that is neither map nor list, such as that of a committee."""
    if not isinstance(block, TableRow) or fold(block.cells[0]) not in ("no", "nomor", "no urut"):
        return False
    return not any(find_code(cell) for cell in block.cells) and sum(bool(cell) for cell in block.cells) > 1


def is_page_number(block: Block) -> bool:
    """Whether a paragraph is only a page number: `16`, `- 36 -`."""
    return not isinstance(block, TableRow) and _PAGE_NUMBER.fullmatch(block.text) is not None


def _is_map_heading(cell: str) -> bool:
    name = fold(cell)
    return name in _MAP_HEADINGS or any(_begins(name, known) for known in _MAP_HEADINGS)


def _begins(name: str, *known: str) -> bool:
    """Whether a heading is one of those known, but for a slip or more words after it."""
    return any(name.startswith(one) or (name[:2] == one[:2] and fuzz.ratio(name, one) >= _LIKE) for one in known)


def _rows(blocks: list[Block]) -> tuple[TableRow, ...]:
    # A list whose tabs were lost still has one code a line.
    return tuple(_row(block) for block in blocks if isinstance(block, TableRow) or find_code(block.text))


def _row(block: Block) -> TableRow:
    if isinstance(block, TableRow):
        return block
    code = find_code(block.text) or ""
    number, _, title = block.text.partition(code)
    return TableRow((number.strip(), code, title.strip()), block.place)
