"""Which earlier decrees a decree declares no longer in force, in one dictum of its decision.

The sentence is nearly always the same: "Pada saat Keputusan Menteri ini mulai berlaku, Keputusan Menteri … Nomor 389
Tahun 2013 tentang …, dicabut dan dinyatakan tidak berlaku." Older decrees have numbers such as KEP.141/MEN/V/2008.
A decree revoked in part only ("sepanjang mengatur …") stays in force and is reported instead.
"""

import re
from bisect import bisect

from indexer.decree.drafts import Found
from indexer.decree.outline import line_of
from indexer.read import Block
from search.types import Finding, Place

_BEGINS = re.compile(r"M\s?E\s?M\s?U\s?T\s?U\s?S\s?K\s?A\s?N")
_ENDS = re.compile(r"\bDitetapkan\s+di\b|\bBAB\s+I\b")
_DICTUM = re.compile(r"\bKE(?:SATU|DUA|TIGA|EMPAT|LIMA|ENAM|TUJUH|DELAPAN|SEMBILAN|SEPULUH|SEBELAS)\s*:")
_REVOKED = re.compile(
    r"\b(?:dicabut|mencabut|(?:dinyatakan|menyatakan)\s+tidak\s+(?:lagi\s+)?berlaku)\b", re.IGNORECASE
)
_IN_PART = re.compile(r"\bsepanjang\b", re.IGNORECASE)
_DOCUMENT = re.compile(r"\b(?:Keputusan|Peraturan|Undang-Undang|Surat|Instruksi)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\b(?:Nomor|No\.)\s*:?\s*(?:KEP\s*[.-]?\s*)?(\d{1,5})(?:\s*/\s*[A-Z]{2,10})*"
    r"(?:\s*/\s*[IVX]{1,4}\s*/\s*|\s*/\s*|\s+Tahun\s+)((?:19|20)\d{2})\b",
    re.IGNORECASE,
)
_LONGEST = 200_000  # characters looked through; a decision has some five thousand


def parse_revokes(head: tuple[Block, ...], own: str, found: Found) -> tuple[str, ...]:
    """The decrees that the decree named `own` revokes, as number/year in printed order."""
    revoked: list[str] = []
    text, places = _decision(head)
    for start, dictum in _dicta(text):
        if not _REVOKED.search(dictum):
            continue
        named = [name for name in _decrees(dictum) if name != own]
        place = next((place for begin, place in reversed(places) if begin <= start), None)
        if _IN_PART.search(dictum) and named:
            message = f"Decree {', '.join(named)} is revoked in part only; it is taken to be in force."
            found.append(Finding("revoked-in-part", message, place))
        elif named:
            revoked += named
        else:
            found.append(Finding("revokes-unread", "A dictum revokes a decree whose number cannot be read.", place))
    return tuple(dict.fromkeys(revoked))


def _decision(head: tuple[Block, ...]) -> tuple[str, list[tuple[int, Place]]]:
    """The text from MEMUTUSKAN to the signature, and where in it each block begins."""
    lines: list[str] = []
    places: list[tuple[int, Place]] = []
    length, inside = 0, False
    for block in head:
        line = line_of(block)
        inside = inside or _BEGINS.search(line) is not None
        if not inside:
            continue
        if _ENDS.search(line) or length > _LONGEST:
            break
        places.append((length, block.place))
        lines.append(line)
        length += len(line) + 1
    return " ".join(lines), places


def _dicta(text: str) -> list[tuple[int, str]]:
    """The decision's numbered parts, each with the offset it begins at; all of it where none is numbered."""
    starts = [dictum.start() for dictum in _DICTUM.finditer(text)] or [0]
    ends = [*starts[1:], len(text)]
    return [(start, text[start:end]) for start, end in zip(starts, ends, strict=True)]


def _decrees(dictum: str) -> list[str]:
    """Numbers of ministerial decrees, not those of the laws and regulations a dictum may name beside them."""
    documents = [(document.start(), document.group().lower()) for document in _DOCUMENT.finditer(dictum)]
    starts = [start for start, _ in documents]
    names = []
    for number in _NUMBER.finditer(dictum):
        before = bisect(starts, number.start())
        if before and documents[before - 1][1] == "keputusan":
            names.append(f"{int(number[1])}/{number[2]}")
    return names
