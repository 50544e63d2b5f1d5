"""Whether what a reader made of a document is within the limits."""

from collections.abc import Sequence

from indexer.read.blocks import Block, TableRow
from indexer.read.limits import LIMITS
from search.errors import InputError


def check_size(blocks: Sequence[Block], name: str) -> None:
    """Raise `InputError` when blocks hold more cells, paragraphs or text than any decree."""
    check_cells(sum(len(block.cells) for block in blocks if isinstance(block, TableRow)), name)
    check_paragraphs(len(blocks), name)
    remarks = [remark for block in blocks for remark in block.remarks]
    refuse_beyond(len(remarks), LIMITS.paragraphs, f"{name} has {len(remarks):,} doubtful places")
    text = sum(map(_characters, blocks)) + sum(len(remark.message) for remark in remarks)
    refuse_beyond(text, LIMITS.characters, f"{name} has {text:,} characters")


def check_cells(cells: int, name: str) -> None:
    """Raise `InputError` for more table cells than any decree has; readers ask before they go through them all."""
    refuse_beyond(cells, LIMITS.cells, f"{name} has {cells:,} table cells")


def check_paragraphs(paragraphs: int, name: str) -> None:
    """Raise `InputError` for more paragraphs than any decree has."""
    refuse_beyond(paragraphs, LIMITS.paragraphs, f"{name} has {paragraphs:,} paragraphs")


def check_elements(elements: int, name: str) -> None:
    """Raise `InputError` for more elements than any page has."""
    refuse_beyond(elements, LIMITS.elements, f"{name} has {elements:,} elements")


def refuse_beyond(value: int, limit: int, said: str) -> None:
    """Raise `InputError` when a value exceeds its limit, in the words given."""
    if value > limit:
        raise InputError(f"{said}, more than the {limit:,} allowed. Split it, or give only the part that matters.")


def _characters(block: Block) -> int:
    return sum(map(len, block.cells)) if isinstance(block, TableRow) else len(block.text)
