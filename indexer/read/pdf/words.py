"""Glyphs → words: cut at typed blanks, at gaps, and where a drawn line runs through a gap."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from indexer.read.pdf.marks import Glyph, Rule, Word

_SAME_LINE = 0.4  # of the font size: a raised or lowered figure still stands on its line
_GAP = 0.17  # of the font size: letters of a word stand nearer, also where kerning is bad
_NO_GAP = 0.04  # a blank squeezed in justified text is wider
_RULE_GAP = 0.05
_TWICE = 0.2  # the same letter this near is bold by double printing
_LEAST_OVERLAP = 0.5


def words_of(glyphs: Sequence[Glyph], rules: Iterable[Rule]) -> list[Word]:
    """Words line by line from the top, each line from the left."""
    upright = sorted((rule for rule in rules if not rule.horizontal), key=lambda rule: rule.at)
    words: list[Word] = []
    for line in baselines(glyphs):
        y = line[0].y
        words += _cut(line, [rule.at for rule in upright if rule.start <= y <= rule.end])
    return words


def baselines(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs by baseline from the top, each from the left."""
    lines: list[list[Glyph]] = []
    base = size = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.y, glyph.x0)):
        if lines and glyph.y - base <= _SAME_LINE * max(size, glyph.size):
            lines[-1].append(glyph)
            if glyph.size > size and glyph.text != " ":
                base, size = glyph.y, glyph.size
        else:
            lines.append([glyph])
            base, size = glyph.y, glyph.size
    for line in lines:
        line.sort(key=lambda glyph: (glyph.x0, glyph.x1))
    return lines


def _cut(line: list[Glyph], upright: list[float]) -> list[Word]:
    words: list[Word] = []
    run: list[Glyph] = []
    blank = closed = False
    for glyph in line:
        if glyph.text == " ":
            blank = True
        elif run and not blank and _printed_twice(run, glyph):
            continue
        elif run and blank and _touch(run[-1], glyph):
            run.append(glyph)
            blank, closed = False, True
        elif run and (blank or _is_gap(run[-1], glyph, upright)):
            words.append(_word(run, bool(words) and words[-1].trailed, blank, closed))
            run, blank, closed = [glyph], False, False
        else:
            run.append(glyph)
            blank = False
    if run:
        words.append(_word(run, bool(words) and words[-1].trailed, blank, closed))
    return words


def _word(run: list[Glyph], spaced: bool, trailed: bool, closed: bool) -> Word:
    text = "".join(glyph.text for glyph in run)
    largest = max(run, key=lambda glyph: glyph.size)
    return Word(text, run[0].x0, max(glyph.x1 for glyph in run), largest.y, largest.size, spaced, trailed, closed)


def _touch(before: Glyph, after: Glyph) -> bool:
    """Whether two letters stand as near as in one word although a blank is typed between them: bad kerning."""
    left, right = before.text[-1], after.text[0]
    letters = left.isalpha() and (right.islower() or (left.isupper() and right.isupper()))
    return letters and abs(after.x0 - before.x1) < _NO_GAP * max(before.size, after.size)


def _printed_twice(run: list[Glyph], glyph: Glyph) -> bool:
    return any(
        glyph.text == other.text and abs(glyph.x0 - other.x0) < _TWICE * glyph.size * _LEAST_OVERLAP
        for other in run[-3:]
    )


def _is_gap(before: Glyph, after: Glyph, upright: list[float]) -> bool:
    gap, size = after.x0 - before.x1, max(before.size, after.size)
    if gap > _GAP * size:
        return True
    if gap < _RULE_GAP * size:
        return False
    return bisect_left(upright, before.x1) < bisect_right(upright, after.x0)
