"""Records → parts of a table, and the parts → the table."""

from search.batch.write.formats import OUTPUTS, open_format
from search.batch.write.writer import Shape, Writer

__all__ = ["OUTPUTS", "Shape", "Writer", "open_format"]
