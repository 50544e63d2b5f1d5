"""Words → printed lines."""

from collections.abc import Iterable

from indexer.read.pdf.marks import Line, Word

_SAME_LINE = 0.4  # of the font size


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Lines from the top, each with its words from the left."""
    rows: list[list[Word]] = []
    base = size = 0.0
    for word in sorted(words, key=lambda word: (word.y, word.x0)):
        if rows and word.y - base <= _SAME_LINE * max(size, word.size):
            rows[-1].append(word)
            if word.size > size:
                base, size = word.y, word.size
        else:
            rows.append([word])
            base, size = word.y, word.size
    return [Line(tuple(sorted(row, key=lambda word: word.x0))) for row in rows]
