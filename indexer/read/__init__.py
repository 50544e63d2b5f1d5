"""Files → blocks: the only place that knows file formats."""

from indexer.read.blocks import Block, Paragraph, TableRow
from indexer.read.formats import READERS
from indexer.read.registry import is_readable, read_blocks
from indexer.read.text import text_of

__all__ = ["READERS", "Block", "Paragraph", "TableRow", "is_readable", "read_blocks", "text_of"]
