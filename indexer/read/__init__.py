"""Files → blocks: the only place that knows file formats."""

from indexer.read.blocks import Block, Paragraph, TableRow
from indexer.read.registry import READERS, is_readable, read_blocks

__all__ = ["READERS", "Block", "Paragraph", "TableRow", "is_readable", "read_blocks"]
