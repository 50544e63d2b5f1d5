"""Labels too long for their column, such as `DESKRIPSI` above `UNIT :`, beside a text that starts in the first line."""

from collections.abc import Sequence
from dataclasses import replace

from indexer.read.pdf.list_marks import mark_of
from indexer.read.pdf.marks import Line, Word

_NEAR = 0.5  # of the font size: words that far apart stand at the same place
_GAP = 0.6  # of the font size, before the text
_APART = 2.4  # of the font size, between two lines

_Words = tuple[Word, ...]


def whole_labels(lines: Sequence[Line]) -> list[Line]:
    """The lines with every label in one piece, in the line it begins in."""
    whole: list[Line] = []
    for line in lines:
        parts = _label_parts(whole[-1], line) if whole else None
        if parts is None:
            whole.append(line)
            continue
        above, left, right = parts
        label = (replace(word, text=word.text.rstrip(":"), y=whole[-1].y) for word in (*above, *left))
        named = [word for word in label if word.text]
        colon = replace(named[-1], text=":", spaced=True)
        whole[-1] = Line((*named, colon, *whole[-1].words[len(above) :]))
        if right:
            whole.append(Line(right))
    return whole


def _label_parts(above: Line, line: Line) -> tuple[_Words, _Words, _Words] | None:
    """The label in the line above, what of it stands in this line, and this line's text; None where no label wraps."""
    marks = mark_of(above), mark_of(line)
    if all(mark and mark.label for mark in marks):
        return None
    for one, other, mark in ((above, line, marks[0]), (line, above, marks[1])):
        if mark is None or not mark.label or mark.text_x >= one.x1 or not mark.text.isupper():
            continue
        split = _split(other, mark.x, mark.text_x)
        own = tuple(word for word in one.words if word.x0 < mark.text_x)
        if split is None or line.y - above.y > _APART * line.size or (one is line and not split[1]):
            continue
        return (own, *split) if one is above else (split[0], own, line.words[len(own) :])
    return None


def _split(line: Line, x: float, text_x: float) -> tuple[_Words, _Words] | None:
    """Capitals from `x` on, and the text that begins at `text_x` behind a gap, if that is all there is."""
    near = _NEAR * line.size
    left = tuple(word for word in line.words if word.x0 < text_x - near)
    right = line.words[len(left) :]
    if not left or abs(left[0].x0 - x) > near or (right and abs(right[0].x0 - text_x) > near):
        return None
    clear = left[-1].x1 < text_x - _GAP * line.size
    plain = all(word.text.isupper() and word.text.isalpha() for word in left)
    return (left, right) if clear and plain else None
