"""Criteria printed without the numbers of their element: lettered, bulleted or plain lines, in their order."""

import re
from collections.abc import Sequence

from indexer.decree.element_rows import ElementRow, split_element
from indexer.decree.words import starts_lower
from indexer.read.markup import one_line

_MARK = re.compile(r"(?:\(?[a-z][.)]|\(?\d{1,2}[.)]|[-–•*])\s+(?=\S)")
_NUMBERED = re.compile(r"\d{1,2}[.,]\s?\d{1,2}\b", re.MULTILINE)


def unnumbered_criteria(lines: Sequence[str]) -> list[str]:
    """The criteria that lines without numbers hold: each begins with a mark, or with a capital where there is none."""
    lines = [line for line in lines if line]
    marked = any(map(_MARK.match, lines))
    texts: list[list[str]] = []
    for line in lines:
        mark = _MARK.match(line)
        if not texts or (mark if marked else not starts_lower(line)):
            texts.append([])
        texts[-1].append(line[mark.end() :] if mark else line)
    return [one_line(" ".join(parts)) for parts in texts]


def are_unnumbered(rows: Sequence[ElementRow]) -> bool:
    """Whether a table numbers neither its elements nor its criteria, so that each row begins an element."""
    return not any(split_element(row.element, 0) or _NUMBERED.match(row.criteria) for row in rows)


def begins(row: ElementRow) -> bool:
    """Whether a row of such a table begins an element; one that a page break cut goes on small."""
    return bool(row.element) and not row.stray and not starts_lower(row.element)
