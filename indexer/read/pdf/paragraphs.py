"""Printed lines → paragraphs, by what a typesetter does: a line goes on where the one above it was full."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from indexer.read.pdf.list_marks import Mark, mark_of
from indexer.read.pdf.marks import Line

_ROOM = 0.5  # of the font size: right margins of ragged and justified text vary by this
_BLANK = 0.25
_FAR = 1.45  # of the usual distance between two lines
_FARTHEST = 2.4  # of the font size, where there is no usual distance
_OTHER_SIZE = 0.15
_INDENT = 4.0  # of the font size: the first line of a paragraph may be set in
_ALIGNED = 1.0
_WIDE = 0.6


@dataclass(slots=True)
class _Open:
    """The paragraph being gathered."""

    lines: list[Line]
    mark: Mark | None


def paragraphs(lines: Sequence[Line], right: float) -> list[list[Line]]:
    """Lines grouped into paragraphs; `right` is the right edge of the column they stand in."""
    if not lines:
        return []
    usual = _usual_distance(lines)
    current = _Open([lines[0]], mark_of(lines[0]))
    groups = [current.lines]
    for line in lines[1:]:
        mark = mark_of(line)
        if _goes_on(current, line, mark, right, usual):
            current.lines.append(line)
        else:
            current = _Open([line], mark)
            groups.append(current.lines)
    return groups


def _usual_distance(lines: Sequence[Line]) -> float:
    distances = [below.y - above.y for above, below in pairwise(lines)]
    near = [distance for distance in distances if distance <= _FARTHEST * 12]
    return median(near) if len(near) > 2 else _FARTHEST * lines[0].size / _FAR


def _goes_on(current: _Open, line: Line, mark: Mark | None, right: float, usual: float) -> bool:
    last = current.lines[-1]
    if line.y - last.y > _FAR * max(usual, 1.15 * line.size) or line.y < last.y:
        return False
    if abs(line.size - last.size) > _OTHER_SIZE * max(line.size, last.size):
        return False
    if mark is None and (_deep(current, line) or _hyphened(last, line)):
        return True
    if last.x1 + _BLANK * line.size + line.words[0].x1 - line.x0 <= right - _ROOM * line.size:
        return False  # the first word of this line would have found room above
    if mark is not None:
        return mark.number and _wrapped_figure(current, line)
    return _aligned(current, line)


def _wrapped_figure(current: _Open, line: Line) -> bool:
    """Whether a line that opens with a figure goes on: it stands where wrapped lines of its paragraph stand."""
    if current.mark is None or current.lines[-1].text[-1] in ".:;":
        return False
    hanging = current.mark.text_x - current.mark.x > _BLANK * line.size
    inside = abs(line.x0 - current.mark.text_x) < 0.3 * line.size
    return hanging and inside and not line.words[0].text.startswith(current.mark.text.rstrip(".)") + ".")


def _deep(current: _Open, line: Line) -> bool:
    """Whether a line stands under a later part of a line set with tabs, such as the title in a row of a list."""
    first, size = current.lines[0], line.size
    if current.mark is None or not current.mark.number or line.x0 < current.mark.text_x + _INDENT * size:
        return False
    return any(abs(line.x0 - start) < 0.3 * size for start in _after_gaps(first))


def _hyphened(last: Line, line: Line) -> bool:
    """Whether a word was cut at the line's end."""
    before, after = last.words[-1].text, line.words[0].text
    return len(before) > 1 and before[-1] in "-\u00ad" and before[-2].isalpha() and after[0].isalpha()


def _after_gaps(line: Line) -> list[float]:
    """Where words stand behind a wide gap: a line set with tabs goes on under any of them."""
    return [word.x0 for before, word in pairwise(line.words) if word.x0 - before.x1 > _WIDE * word.size]


def _aligned(current: _Open, line: Line) -> bool:
    first, last = current.lines[0], current.lines[-1]
    if abs(line.x0 + line.x1 - last.x0 - last.x1) < _ALIGNED * line.size:
        return True  # centred
    if current.mark is not None:
        low = current.mark.text_x if current.mark.label else current.mark.x
        if low - _ALIGNED * line.size <= line.x0 <= current.mark.text_x + 2 * line.size:
            return True
        return any(abs(line.x0 - start) < 0.3 * line.size for start in _after_gaps(first))
    if len(current.lines) == 1:
        return first.x0 - _INDENT * line.size <= line.x0 <= first.x0 + _ALIGNED * line.size
    return abs(line.x0 - last.x0) <= _ALIGNED * line.size
