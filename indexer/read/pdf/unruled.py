"""Element tables without rules: the header's two words open one, the criteria's numbers tell their column."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.read.pdf.lines import lines_of
from indexer.read.pdf.marks import Line
from indexer.read.pdf.paragraphs import paragraphs
from indexer.read.pdf.rows import Row, split_row

_CRITERION = re.compile(r"\d{1,2}\.\d{1,2}\.?(?=$|[A-Z])")
_ENDS = re.compile(r"(?:BATASAN|PANDUAN|KODE|JUDUL)\s+(?:VARIAB|PENILAI|UNIT)|BAB\s+[IVX]+\b", re.IGNORECASE)
_HEADER = re.compile(r"(?:elemen|kompetensi|kriteria|unjuk|kerja|unit|no\.?|\(?KUK\)?)", re.IGNORECASE)
_LEFT_OF = 3.0  # points between the column's edge and its numbers
_NEAR = 4.0


@dataclass(frozen=True, slots=True)
class Opened:
    """An element table that may go on: the left edge of its criteria, None until a criterion was met."""

    edge: float | None = None


def is_header(text: str) -> bool:
    """Whether a line heads an element table."""
    words = text.lower()
    return len(words) < 80 and "elemen" in words and "kriteria" in words and words.index("elemen") < words.index("krit")


def header_at(lines: Sequence[Line], index: int) -> int:
    """How many lines from `index` on are the header of an element table, which may wrap and number its columns."""
    if not any(_HEADER.fullmatch(word.text) for word in lines[index].words):
        return 0
    count = 1
    while index + count < len(lines) and _goes_on(lines[index + count - 1], lines[index + count]):
        count += 1
    if not is_header(" ".join(line.text for line in lines[index : index + count])):
        return 0
    below = lines[index + count].words if index + count < len(lines) else ()
    return count + (
        len(below) > 1 and [word.text.strip("().") for word in below] == [str(n + 1) for n in range(len(below))]
    )


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line goes on with a header: it is near and has no other words than those of headers."""
    near = line.y - above.y < 2 * line.size
    return near and all(_HEADER.fullmatch(word.text) for word in line.words)


def edge_of(rows: Sequence[Row]) -> Opened | None:
    """The state behind a ruled table: where the criteria stand on the next page if its lines are missing there."""
    lines = [line for row in rows if len(row.cells) > 1 for paragraph in row.cells[-1] for line in paragraph]
    return Opened(min(line.x0 for line in lines) - _LEFT_OF) if lines else None


def take_rows(lines: Sequence[Line], opened: Opened) -> tuple[list[Row], int, Opened | None]:
    """Rows at the beginning of `lines`, how many lines they took, and whether the table may go on behind them."""
    edge = opened.edge if opened.edge is not None else _edge(lines)
    if edge is None:
        return [], 0, None
    count = 0
    while count < len(lines) and _fits(lines[count], edge):
        count += 1
    taken = lines[:count]
    if not any(word.x0 >= edge for line in taken for word in line.words):
        return [], 0, None
    going_on = Opened(edge) if count == len(lines) else None
    return _rows(taken, edge), count, going_on


def _edge(lines: Sequence[Line]) -> float | None:
    """Left edge of the criteria: where most of their numbers stand, up to the end of the table."""
    places: Counter[int] = Counter()
    for line in lines:
        if _ENDS.match(line.text):
            break
        places.update(round(word.x0 / _NEAR) for word in line.words if _CRITERION.match(word.text))
        numbered = next((word for word in line.words if _CRITERION.match(word.text)), None)
        if numbered is None and not places and len(line.words) > 12:
            break
    if not places:
        return None
    place = places.most_common(1)[0][0]
    starts = [
        word.x0
        for line in lines
        for word in line.words
        if _CRITERION.match(word.text) and abs(word.x0 / _NEAR - place) <= 1
    ]
    return min(starts) - _LEFT_OF


def _fits(line: Line, edge: float) -> bool:
    """Whether no word of a line crosses the column's edge, nor runs over it as running text does."""
    if _ENDS.match(line.text):
        return False
    for before, after in zip(line.words, line.words[1:], strict=False):
        if before.x1 <= edge + _LEFT_OF <= after.x0 + _NEAR and after.x0 - before.x1 < 0.4 * before.size:
            return bool(_CRITERION.match(after.text))
    return not any(word.x0 < edge - _NEAR and word.x1 > edge + 2 * _NEAR for word in line.words)


def _rows(lines: Sequence[Line], edge: float) -> list[Row]:
    words = [word for line in lines for word in line.words]
    left = lines_of(word for word in words if word.x0 < edge)
    right = lines_of(word for word in words if word.x0 >= edge)
    cells = (paragraphs(left, edge - _LEFT_OF), paragraphs(right, max(line.x1 for line in right)))
    return split_row(Row(cells, lines[0].y - lines[0].size, float("inf")))
