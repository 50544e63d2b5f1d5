"""Tables of adverts → rows, one at a time, whatever the format and however long the table."""

from search.batch.read.formats import INPUTS, open_source
from search.batch.read.source import Source

__all__ = ["INPUTS", "Source", "open_source"]
