"""The decree's own heading: number, year, title and field."""

import re
from dataclasses import dataclass

from indexer.decree.drafts import Found
from indexer.decree.outline import line_of
from indexer.read import Block
from search.types import Finding

_NUMBER = re.compile(r"\bNOMOR\s*:?\s*(?:KEP\.?\s*)?(\d{1,5})\S{0,40}\s+TAHUN\s+(\d{4})\b", re.IGNORECASE)
_TITLE_BEGINS = re.compile(r"\bTENTANG\b\s*", re.IGNORECASE)
_TITLE_ENDS = re.compile(
    r"\s*(?:\bDENGAN\s+RAHMAT\b|\bMENTERI\s+(?:KETENAGAKERJAAN|TENAGA\s+KERJA)\b|\bMENIMBANG\b|\bBAB\s+I\b)",
    re.IGNORECASE,
)
_FIELD_MARKS = ("bidang", "area kerja", "jabatan kerja", "golongan pokok")
_HEAD_CHARACTERS = 200_000  # the heading and its considerations; keeps a file of junk cheap
_LONGEST_TITLE = 1_000


@dataclass(frozen=True, slots=True)
class Header:
    """What the first page says; number and year are 0 and the texts empty where it does not."""

    number: int
    year: int
    title: str
    field: str


def parse_header(head: tuple[Block, ...], found: Found) -> Header:
    """Header of a decree; what is missing is a finding, since the units are still worth having."""
    text = _joined(head)
    number = _NUMBER.search(text)
    title = _title(text, number.end() if number else 0)
    place = head[0].place if head else None
    if number is None:
        found.append(Finding("no-number", "The decree prints no 'NOMOR … TAHUN …'; number and year are 0.", place))
    if not title:
        found.append(Finding("no-title", "The decree prints no title after 'TENTANG'.", place))
    return Header(
        number=int(number.group(1)) if number else 0,
        year=int(number.group(2)) if number else 0,
        title=title,
        field=_field(title),
    )


def _joined(head: tuple[Block, ...]) -> str:
    lines: list[str] = []
    length = 0
    for block in head:
        lines.append(line_of(block))
        length += len(lines[-1]) + 1
        if length > _HEAD_CHARACTERS:
            break
    return " ".join(lines)[:_HEAD_CHARACTERS]


def _title(text: str, start: int) -> str:
    begins = _TITLE_BEGINS.search(text, start)
    if begins is None:
        return ""
    ends = _TITLE_ENDS.search(text, begins.end())
    title = text[begins.end() : ends.start() if ends else begins.end() + _LONGEST_TITLE].strip(" .;")
    return _with_small_letters(title, text) if title.isupper() else title


def _with_small_letters(title: str, text: str) -> str:
    """The same words as the decree prints them in running text, where it does: capitals hide proper names."""
    for match in re.finditer(re.escape(title), text, re.IGNORECASE):
        if not match.group().isupper():
            return match.group()
    return title


def _field(title: str) -> str:
    for mark in _FIELD_MARKS:
        places = list(re.finditer(rf"\b{mark}\s+", title, re.IGNORECASE))
        if places:
            return title[places[-1].end() :].strip()
    return title
