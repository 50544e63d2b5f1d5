"""Text set in columns → its columns one after the other; a list or a form with a gap in each line stays in lines."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.read.pdf.lines import lines_of
from indexer.read.pdf.list_marks import mark_of
from indexer.read.pdf.marks import Line, Word

_GUTTER = 1.0  # of the font size: the least white space between two columns
_FEWEST = 4  # lines of a column
_NARROWEST = 0.18  # of the width of the text
_PAIRED = 0.5  # share of lines with a neighbour on the same baseline from which they may be rows
_FULL = 0.5  # share of lines that reach their column's edge in running text
_EDGE = 3.0  # of the font size
_NEXT = 2.5  # of the font size: a line this near goes on below
_SAME = 1.0  # points: baselines of one row are equal but for rounding
_WORDS = 4.0  # a line of running text has on average
_DEEPEST = 3
_MOST_GUTTERS = 40


@dataclass(frozen=True, slots=True)
class Column:
    """Lines of one column, and how far right they may reach."""

    lines: list[Line]
    right: float


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines `start` to `end` that leave a gutter at `x` free, and the words on either side of it."""

    start: int
    end: int
    left: tuple[Word, ...]
    right: tuple[Word, ...]


def columns_of(lines: Sequence[Line], limit: float, depth: int = 0) -> list[Column]:
    """Stretches of text in reading order, each set in one column; none reaches beyond `limit` but by its own lines."""
    if not lines:
        return []
    stretch = _best_stretch(lines) if depth < _DEEPEST else None
    if stretch is None:
        return [_column(lines, limit, whole=depth == 0)]
    gutter = min(word.x0 for word in stretch.right) - _GUTTER * stretch.right[0].size
    parts = (
        (lines[: stretch.start], limit),
        (lines_of(stretch.left), gutter),
        (lines_of(stretch.right), limit),
        (lines[stretch.end :], limit),
    )
    return [column for part, right in parts for column in columns_of(part, right, depth + 1)]


def _column(lines: Sequence[Line], limit: float, whole: bool) -> Column:
    """A column of running text ends where its lines do; one of short lines might have gone on up to the limit."""
    own = max(line.x1 for line in lines)
    return Column(list(lines), own if _is_prose(lines) and not whole else max(own, limit))


def _best_stretch(lines: Sequence[Line]) -> _Stretch | None:
    best: _Stretch | None = None
    for x in _gutters(lines):
        for start, end in _free_runs(lines, x):
            stretch = _stretch(lines, start, end, x)
            longer = best is None or end - start > best.end - best.start
            if longer and _are_columns(stretch, lines):
                best = stretch
    return best


def _gutters(lines: Sequence[Line]) -> list[float]:
    """Middles of wide gaps, those met most often first."""
    places: dict[int, int] = {}
    for line in lines:
        for before, after in zip(line.words, line.words[1:], strict=False):
            if after.x0 - before.x1 > _GUTTER * max(before.size, after.size):
                # A gap ends where the right column begins, which is the same in all lines.
                place = round(after.x0) - 3
                places[place] = places.get(place, 0) + 1
    for line in lines:  # where baselines never meet, a column's lines stand alone
        places[round(line.x0) - 3] = places.get(round(line.x0) - 3, 0) + 1
    return [float(place) for place in sorted(places, key=lambda place: (-places[place], place))[:_MOST_GUTTERS]]


def _free_runs(lines: Sequence[Line], x: float) -> list[tuple[int, int]]:
    runs, start = [], 0
    for index, line in enumerate(lines):
        if any(word.x0 < x < word.x1 for word in line.words) or _tight(line, x):
            runs.append((start, index))
            start = index + 1
    runs.append((start, len(lines)))
    return [(start, end) for start, end in runs if end - start >= _FEWEST]


def _tight(line: Line, x: float) -> bool:
    """Whether the words around x stand as near as in running text."""
    for before, after in zip(line.words, line.words[1:], strict=False):
        if before.x1 <= x <= after.x0:
            return after.x0 - before.x1 < _GUTTER * before.size
    return False


def _stretch(lines: Sequence[Line], start: int, end: int, x: float) -> _Stretch:
    """The run without the lines at its ends that have nothing on one side for long."""
    run = lines[start:end]
    right = [index for index, line in enumerate(run) if line.words[-1].x0 > x]
    left = [index for index, line in enumerate(run) if line.words[0].x0 < x]
    if not right or not left:
        return _Stretch(start, end, (), ())
    first, last = min(max(right[0], left[0]), right[0]), right[-1]
    while last + 1 < len(run) and run[last + 1].y - run[last].y <= _NEXT * run[last].size:
        last += 1  # one column is longer
    words = [word for line in run[first : last + 1] for word in line.words]
    return _Stretch(
        start + first,
        start + last + 1,
        tuple(word for word in words if word.x0 < x),
        tuple(word for word in words if word.x0 >= x),
    )


def _are_columns(stretch: _Stretch, lines: Sequence[Line]) -> bool:
    left, right = lines_of(stretch.left), lines_of(stretch.right)
    if min(len(left), len(right)) < _FEWEST:
        return False
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    if any(_width(side) < _NARROWEST * width for side in (left, right)):
        return False
    if sum(mark is not None and mark.label for mark in map(mark_of, left)) * 2 > len(left):
        return False
    baselines = sorted(line.y for line in right)
    paired = sum(_nearest(baselines, line.y) <= _SAME for line in left) / min(len(left), len(right))
    return paired < _PAIRED or (_is_prose(left) and _is_prose(right))


def _nearest(baselines: list[float], y: float) -> float:
    place = bisect_left(baselines, y)
    return min(abs(other - y) for other in baselines[max(place - 1, 0) : place + 1])


def _width(lines: Sequence[Line]) -> float:
    return max(line.x1 for line in lines) - min(line.x0 for line in lines)


def _is_prose(lines: Sequence[Line]) -> bool:
    edge = max(line.x1 for line in lines)
    full = sum(line.x1 > edge - _EDGE * line.size for line in lines)
    words = sum(len(line.words) for line in lines)
    return full >= _FULL * len(lines) and words >= _WORDS * len(lines)
