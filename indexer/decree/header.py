"""The decree's own heading: number, year, title and field."""

import re
from dataclasses import dataclass

from indexer.decree.drafts import Found
from indexer.decree.outline import line_of
from indexer.read import Block
from search.types import Finding, Place

_NUMBER = re.compile(r"\bNOMOR\s*:?\s*(?:KEP\.?\s*)?(\d{1,5})\S{0,40}\s+TAHUN\s+(\d{4})\b", re.IGNORECASE)
_YEAR = re.compile(r"\bNOMOR\b.{0,40}?\bTAHUN\s+(\d{4})\b", re.IGNORECASE)  # the number is stamped on the page
_IN_NAME = re.compile(r"(?<!\d)(\d{1,4})(?:[-_ ]+(?:th|tahun))?[-_ ]+((?:19|20)\d{2})(?!\d)", re.IGNORECASE)
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


def parse_header(head: tuple[Block, ...], source: str, found: Found) -> Header:
    """Header of a decree; what is missing is a finding, since the units are still worth having."""
    text = _joined(head)
    printed = _NUMBER.search(text)
    title = _title(text, printed.end() if printed else 0)
    place = head[0].place if head else None
    number, year = (int(printed.group(1)), int(printed.group(2))) if printed else _unprinted(text, source, place, found)
    if not title:
        found.append(Finding("no-title", "The decree prints no title after 'TENTANG'.", place))
    return Header(
        number=number,
        year=year,
        title=title,
        field=_field(title),
    )


def _unprinted(text: str, source: str, place: Place | None, found: Found) -> tuple[int, int]:
    """Number and year that the text does not print, from the name of the file where it tells them."""
    named = _IN_NAME.search(source)
    if named:
        number, year = int(named.group(1)), int(named.group(2))
        message = f"The decree prints no 'NOMOR … TAHUN …'; read as {number}/{year} from the file name."
    else:
        dated = _YEAR.search(text)
        number, year = 0, int(dated.group(1)) if dated else 0
        message = (
            f"The decree prints no 'NOMOR … TAHUN …'; number and year are {number} and {year}."
            if year
            else ("The decree prints no 'NOMOR … TAHUN …'; number and year are 0.")
        )
    found.append(Finding("no-number", message, place))
    return number, year


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
