"""Page numbers, running heads and feet: what stands at the edge of many pages in the same place and says the same."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from indexer.read.pdf.marks import Line

_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:hal(?:aman|\.)?|page)?[-–—|\s.:]*(?:\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7})"
    r"(?:\s*(?:dari|of|/)\s*\d{1,4})?[-–—|\s.]*",
    re.IGNORECASE,
)
_EDGE = 3  # lines from the top and the bottom of a page that may be furniture
_ZONE = 0.13  # of the page's height, from either end, where a bare number is a page number
_LEAST_ZONE = 60.0  # points
_BAND = 5.0  # points: lines whose heights differ less stand in the same place
_FEWEST = 4  # pages on which a text must stand in one place
_FEWEST_AT_EDGE = 2  # in a short document, for what stands in the outermost zone
_SHORT = 8  # pages
_DISTINCT = 3  # different texts in one place, beside page numbers: heads of odd and even pages, of two parts
_SHARE = 0.8  # of the lines in that place that must be such repeated texts

_UNIT_HEAD = re.compile(  # what a unit opens with is printed once for each unit, often at the top of a new page
    r"(?:\d{1,2}\.?\s*)?(?:(?:kode|judul|deskripsi|uraian)\s+unit|kode(?=\s*:)|elemen\s+kompetensi|kriteria\s+unjuk"
    r"|batasan\s+variabel|panduan\s+penilaian|konteks\s+(?:variabel|penilaian))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page's height and its lines; those `tabled` are no furniture but stand between it and the page's edge."""

    height: float
    lines: Sequence[Line]
    tabled: Sequence[Line] = ()


def furniture(pages: Sequence[Leaf]) -> list[set[int]]:
    """For every page, the indexes of its lines that are furniture."""
    found: list[set[int]] = [set() for _ in pages]
    for from_top in (True, False):
        _repeated(pages, from_top, found)
    for page, leaf in enumerate(pages):
        _numbers(leaf.height, leaf.lines, found[page])
    return found


def is_page_number(text: str) -> bool:
    """Whether a line is only a page number: `16`, `- 36 -`, `xii`, `Halaman 3 dari 10`."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def _numbers(height: float, lines: Sequence[Line], found: set[int]) -> None:
    """The outermost lines of a page that are bare numbers near its edge."""
    order = sorted(range(len(lines)), key=lambda index: lines[index].y)
    for sequence in (order, order[::-1]):
        for index in (index for index in sequence if index not in found):
            line = lines[index]
            outside = min(line.y, height - line.y) < _zone(height)
            if not (outside and is_page_number(line.text)):
                break
            found.add(index)


def _repeated(pages: Sequence[Leaf], from_top: bool, found: list[set[int]]) -> None:
    """Lines that repeat in one place, where hardly anything else ever stands."""
    bands: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for page, leaf in enumerate(pages):
        for index, line in _outermost(leaf, from_top):
            place = line.y if from_top else leaf.height - line.y
            bands[round(place / _BAND)].append((page, index, _shape(line.text, page)))
    for band in sorted(bands):
        near = [entry for other in (band - 1, band, band + 1) for entry in bands.get(other, [])]
        counts = Counter(text for _, _, text in near)
        outside = band * _BAND < _zone(max(leaf.height for leaf in pages))
        fewest = _FEWEST_AT_EDGE if outside and len(pages) < _SHORT else _FEWEST
        repeated = {text for text, count in counts.items() if count >= fewest}
        share = sum(counts[text] for text in repeated) / len(near)
        if not repeated or len(repeated) > _DISTINCT or share < _SHARE:
            continue
        for page, index, text in bands[band]:
            if text in repeated and index < len(pages[page].lines):
                found[page].add(index)


def _outermost(leaf: Leaf, from_top: bool) -> list[tuple[int, Line]]:
    """The lines nearest to an edge of the page as far as the first line of a unit's head, those in tables last."""
    lines = [*leaf.lines, *leaf.tabled]
    order = sorted(range(len(lines)), key=lambda index: lines[index].y, reverse=not from_top)
    outside = takewhile(lambda index: not _UNIT_HEAD.match(lines[index].text), order[:_EDGE])
    return [(index, lines[index]) for index in outside]


def _zone(height: float) -> float:
    return max(_ZONE * height, _LEAST_ZONE)


def _shape(text: str, page: int) -> str:
    """The text with its page number masked: a number that differs from the page's index by little."""
    words = [("#" if _near_page(word, page) else word) for word in text.lower().split()]
    return " ".join(words)


def _near_page(word: str, page: int) -> bool:
    bare = word.strip("-–—|.")
    return bare.isdigit() and len(bare) <= 4 and abs(int(bare) - page) <= 30
