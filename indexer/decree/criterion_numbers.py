"""Running text of an element's criteria → its criteria, split at `3.1 … 3.2 …` but never at a figure in a sentence.

A number of the element is a mark of a criterion by where it stands: at the head of a line, after the end of a sentence,
before a capital. Among all marks the rising series with the best standing wins, so that in `2.1 … versi 2.2. 2.2 Alat`
the second `2.2` is the criterion.
"""

import re
from collections import Counter
from dataclasses import dataclass

from indexer.decree.alignment import Pair, heaviest_chain
from indexer.read.markup import one_line

_MARK = re.compile(
    r"(?<![\d])(?<!\d[.,])(\d{1,2})(?:\.|(?:(?<=^\d)|(?<=\n\d))[., ]\s?)(\d{1,2})(?![\d%])(?!\.\d)\.?[ \n]*"
)
_BRACKET = re.compile(r"\)[ \n]*")
_HEAD_OF_LINE, _AFTER_SENTENCE, _BEFORE_CAPITAL = 3.0, 2.0, 1.0
_FIRM = 2.0
_SURE = 3.0
_PRINTED = 4.0  # head of a line and a capital: set as a criterion, whatever its number
_MOST_DOUBTS = 5  # per element; more means that the table is no table of criteria
_SHOWN = 40  # characters of a doubtful place in a message


@dataclass(frozen=True, slots=True)
class Split:
    """Criteria of one element: `prefix.numbers[i]` has `texts[i]`; `lead` stands before the first number."""

    prefix: int
    numbers: tuple[int, ...]
    texts: tuple[str, ...]
    prefixes: tuple[int, ...] = ()  # the first part of each number; all `prefix` but for misprints
    lead: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mark:
    prefix: int
    number: int
    start: int
    end: int
    standing: float


def split_criteria(lines: list[str], element: int) -> Split:
    """Split the criteria cells of an element, all their lines in order, at the numbers of its criteria."""
    text = "\n".join(line for line in lines if line)
    marks = [mark for mark in _marks(text) if mark.standing > 0]
    prefix = _prefix(marks, element)
    chosen = _with_misprints(_series([mark for mark in marks if mark.prefix == prefix]), marks, prefix)
    ends = [*(mark.start for mark in chosen), len(text)][1:] if chosen else []
    others = [mark for mark in marks if mark.standing >= _SURE and mark not in chosen]
    return Split(
        prefix=prefix,
        numbers=tuple(mark.number for mark in chosen),
        prefixes=tuple(mark.prefix for mark in chosen),
        texts=tuple(one_line(text[mark.end : end]) for mark, end in zip(chosen, ends, strict=True)),
        lead=one_line(text[: chosen[0].start] if chosen else text),
        doubts=tuple(_shown(text, mark) for mark in others[:_MOST_DOUBTS]),
    )


def _marks(text: str) -> list[_Mark]:
    return [
        _Mark(int(found[1]), int(found[2]), found.start(), end, _standing(text, found.start(), end))
        for found in _MARK.finditer(text)
        for end in (_end(text, found),)
    ]


def _end(text: str, found: re.Match[str]) -> int:
    """Where the text after a number begins; `1.1)` is a mark where a criterion may begin, else it closes a bracket."""
    bracket = _BRACKET.match(text, found.end()) if _standing(text, found.start(), found.start()) >= _FIRM else None
    return bracket.end() if bracket else found.end()


def _standing(text: str, start: int, end: int) -> float:
    before = text[max(0, start - 3) : start]
    standing = 0.0
    if start == 0 or before.endswith("\n"):
        standing += _HEAD_OF_LINE
    elif before.rstrip().endswith((".", ";", ":")):
        standing += _AFTER_SENTENCE
    if text[end : end + 1].isupper():
        standing += _BEFORE_CAPITAL
    return standing


def _prefix(marks: list[_Mark], element: int) -> int:
    """The element's own number, unless none of its marks has it: decrees misnumber elements."""
    firm = [mark.prefix for mark in marks if mark.standing >= _FIRM]
    if element in firm or not firm:
        return element
    return Counter(firm).most_common(1)[0][0]


def _series(marks: list[_Mark]) -> list[_Mark]:
    pairs = [Pair(row, mark.number, mark.standing) for row, mark in enumerate(marks) if mark.number > 0]
    series: list[_Mark] = []
    for pair in heaviest_chain(pairs):
        mark = marks[pair.row]
        expected = series[-1].number + 1 if series else 1
        if mark.standing >= _FIRM or mark.number == expected:
            series.append(mark)
    return series


def _with_misprints(chosen: list[_Mark], marks: list[_Mark], prefix: int) -> list[_Mark]:
    """The series with the marks that are set as criteria but break it: a number twice, or `2.3` between 3.2 and 3.4."""
    for mark in marks:
        if mark.standing < _PRINTED or mark in chosen:
            continue
        before = next((other for other in reversed(chosen) if other.start < mark.start), None)
        fits = mark.number == (before.number + 1 if before else 1)
        if fits or (mark.prefix == prefix and before is not None and mark.number == before.number):
            chosen = sorted([*chosen, mark], key=lambda other: other.start)
    return chosen


def _shown(text: str, mark: _Mark) -> str:
    return one_line(text[mark.start : mark.start + _SHOWN])
