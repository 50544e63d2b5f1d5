"""Numbers, bullets and colons that a source sets as lines of their own: joined to the text they belong to."""

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer.read import Block, Paragraph

_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)]|[a-z][.)]")
_MOST_LABEL_WORDS = 4


def with_marks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with each lone number before its text, and each lone colon between a label and its text."""
    joined: list[Block] = []
    for block in blocks:
        above = joined[-1] if joined else None
        if isinstance(above, Paragraph) and isinstance(block, Paragraph) and _belong_together(above.text, block.text):
            remarks = (*above.remarks, *block.remarks)
            joined[-1] = replace(above, text=f"{above.text} {block.text}", remarks=remarks)
        else:
            joined.append(block)
    return tuple(joined)


def _belong_together(above: str, below: str) -> bool:
    if _NUMBER.fullmatch(above):
        return not _NUMBER.fullmatch(below)
    if above.endswith(" :") and above.isupper():
        return True  # the colon was joined just now
    return below.startswith(":") and above.isupper() and len(above.split()) <= _MOST_LABEL_WORDS and ":" not in above
