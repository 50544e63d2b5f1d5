"""What a page break cut: paragraphs made whole, and a word of a table's cell that goes on, on the next page."""

from collections.abc import Sequence
from dataclasses import replace

from indexer.read.blocks import Block, Paragraph, TableRow
from indexer.read.pdf.vocabulary import LETTERS, Vocabulary
from search.types import Finding

_STOPS = ".:;!?)"
_FEWEST_WORDS = 6  # of the paragraph above: a heading or a label does not go on


def join_pages(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Block]:
    """The blocks with what two pages share in one piece."""
    joined: list[Block] = []
    for block in blocks:
        above = joined[-1] if joined else None
        if isinstance(block, Paragraph) and isinstance(above, Paragraph) and _go_on(above, block):
            joined[-1] = _one(above, block, vocabulary)
        elif isinstance(block, TableRow):
            joined.append(_finish_word(joined, block, vocabulary))
        else:
            joined.append(block)
    return joined


def _go_on(above: Paragraph, below: Paragraph) -> bool:
    """Whether a paragraph is the rest of the last one on the page before: it begins small, the other has no end."""
    if below.place.number != above.place.number + 1 or below.listed or not below.text[0].islower():
        return False
    return above.text[-1] not in _STOPS and len(above.text.split()) >= _FEWEST_WORDS


def _one(above: Paragraph, below: Paragraph, vocabulary: Vocabulary) -> Paragraph:
    left, right = _ends(above.text, below.text)
    hyphened = above.text.endswith("-")
    remarks = (*above.remarks, *below.remarks)
    if hyphened and left and right and not vocabulary.has_hyphened(left, right):
        text, remarks = above.text[:-1] + below.text, (*remarks, _cut(left, right, above))
    else:
        text = above.text + ("" if hyphened else " ") + below.text
    return replace(above, text=text, remarks=remarks)


def _finish_word(joined: list[Block], row: TableRow, vocabulary: Vocabulary) -> TableRow:
    """The row without the end of a word that the table's last row on the page before began; that row gets it."""
    index = _last_row(joined, row)
    if index is None:
        return row
    above = joined[index]
    assert isinstance(above, TableRow)
    upper, lower = list(above.cells), list(row.cells)
    remarks: list[Finding] = []
    for column, (over, under) in enumerate(zip(upper, lower, strict=True)):
        left, right = _ends(over, under)
        hyphened = over.endswith("-")
        if not left or not right or not right[0].islower():
            continue
        if not hyphened and not vocabulary.proves_one_word(left, right, typed=True):
            continue
        kept = hyphened and vocabulary.has_hyphened(left, right)
        upper[column] = (over[:-1] if hyphened and not kept else over) + right
        lower[column] = under[len(right) :].lstrip()
        if not kept:
            remarks.append(_cut(left, right, above))
    if upper != list(above.cells):
        joined[index] = replace(above, cells=tuple(upper), remarks=(*above.remarks, *remarks))
        return replace(row, cells=tuple(lower))
    return row


def _last_row(joined: Sequence[Block], row: TableRow) -> int | None:
    """Index of the last row on the page before, over a repeated header, where it has as many columns."""
    for index in range(len(joined) - 1, max(-1, len(joined) - 3), -1):
        block = joined[index]
        if not isinstance(block, TableRow) or len(block.cells) != len(row.cells):
            return None
        if block.place.number == row.place.number - 1:
            return index
    return None


def _ends(above: str, below: str) -> tuple[str, str]:
    """The letters one text ends with and the other begins with, a hyphen between aside."""
    last = LETTERS.findall(above.rstrip("-"))
    first = LETTERS.match(below)
    left = last[-1] if last and above.rstrip("-").endswith(last[-1]) else ""
    return left, first.group() if first else ""


def _cut(left: str, right: str, above: Block) -> Finding:
    message = f"'{left}' and '{right}' stand on two pages; read as '{left}{right}'."
    return Finding("word-broken", message, above.place)
