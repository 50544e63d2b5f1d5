"""What a line opens with: a list number, a letter, a bullet or a label such as `KODE UNIT :`."""

import re
from dataclasses import dataclass

from indexer.read.pdf.glyph_text import BULLET
from indexer.read.pdf.marks import Line

_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})+[.)]?|\d{1,3}[.)]|\(\d{1,2}\)")
_LETTER = re.compile(r"\(?[a-z][.)]|[A-Z][.)]|[ivx]{1,5}[.)]|[IVX]{1,5}[.)]")
_DOTS = frozenset((BULLET, "-", "–", "—", "*", "o", "§", "v", "Ø"))
_GLUED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)])(?=[A-Z][a-z])")
_LABEL_WORDS = 5
_WIDE = 0.6  # of the font size: wider than a blank


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of a line: where it stands, where the text after it begins, and whether it is a plain decimal number."""

    x: float
    text_x: float
    text: str
    number: bool = False
    label: bool = False


def mark_of(line: Line) -> Mark | None:
    """The list mark or label a line opens with, None for running text."""
    first, *rest = line.words
    text_x = rest[0].x0 if rest else first.x1
    if _NUMBER.fullmatch(first.text):
        return Mark(first.x0, text_x, first.text, number=True)
    if (_LETTER.fullmatch(first.text) and rest) or _is_dot(line):
        return Mark(first.x0, text_x, first.text)
    if _GLUED.match(first.text):
        return Mark(first.x0, first.x0, first.text, number=True)
    if first.text.isdigit() and len(first.text) < 3 and rest and rest[0].x0 - first.x1 > _WIDE * first.size:
        return Mark(first.x0, text_x, first.text, number=True)
    return _label(line)


def _is_dot(line: Line) -> bool:
    """Whether the line opens with a bullet; a letter such as `o` is one only before a wide gap."""
    first, *rest = line.words
    if first.text not in _DOTS or not rest:
        return first.text.startswith(BULLET)
    return not first.text.isalpha() or rest[0].x0 - first.x1 > _WIDE * first.size


def _label(line: Line) -> Mark | None:
    words = line.words
    for index, word in enumerate(words[:_LABEL_WORDS]):
        if not word.text.endswith(":"):
            continue
        label = " ".join(other.text for other in words[: index + 1])
        if not label[0].isupper() or "," in label:
            return None
        rest = words[index + 1 :]
        before = word.x0 - words[index - 1].x1 if word.text == ":" and index else 0.0
        after = rest[0].x0 - word.x1 if rest else 0.0
        if label.isupper() or max(before, after) > _WIDE * word.size:
            return Mark(line.x0, rest[0].x0 if rest else line.x1, label, label=True)
        return None
    return None
