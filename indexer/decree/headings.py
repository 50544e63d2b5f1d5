"""The headings of a unit's body, and which section may follow under which part."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from indexer.decree.words import fold

_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,5})\s?[.)]?(?=\s|[^\W\d_]|[(\"“']|$)\s*(.*)", re.DOTALL)
_LEADING_NUMBER = re.compile(r"(?:[\d.]+|[A-Za-z][.)]|[IVX]+\.)\s*(?=\D)")
_ENDS = re.compile(
    r"(?:BAB\s+[IVX]+\b|LAMPIRAN\b|PENUTUP$|[A-Z\d]\.\s*PENUTUP$|(?:Ditetapkan|DITETAPKAN)\s+di\b"
    r"|MENTERI\s+(?:KETENAGAKERJAAN|TENAGA\s+KERJA)\b|a\.?n\.?\s+MENTERI\b)"
)
_LETTERED = re.compile(r"[a-d][.)]\s+(?=[A-Z])")
_TOLERANCE = 85  # rapidfuzz ratio: `Aspek kritiis` yes, `Norma` v `Normal` in a longer text no
_LONGEST = 60
_LONGEST_TABLE_HEAD = 100


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered section: its name folded, the part it belongs to, its depth, the section above ("" for none)."""

    name: str
    section: str
    part: str
    depth: int
    under: str = ""


PARTS = {"batasan variabel": "limits", "panduan penilaian": "guide"}

HEADINGS = (
    Heading("konteks variabel", "context", "limits", 1),
    Heading("peralatan dan perlengkapan", "tools", "limits", 1),
    Heading("peralatan", "equipment", "limits", 2, "tools"),
    Heading("perlengkapan", "supplies", "limits", 2, "tools"),
    Heading("peraturan yang diperlukan", "rules", "limits", 1),
    Heading("norma dan standar", "norms and standards", "limits", 1),
    Heading("norma", "norms", "limits", 2, "norms and standards"),
    Heading("standar", "standards", "limits", 2, "norms and standards"),
    Heading("konteks penilaian", "assessment", "guide", 1),
    Heading("persyaratan kompetensi", "prerequisites", "guide", 1),
    Heading("pengetahuan dan keterampilan yang diperlukan", "knowledge and skills", "guide", 1),
    Heading("pengetahuan", "knowledge", "guide", 2, "knowledge and skills"),
    Heading("keterampilan", "skills", "guide", 2, "knowledge and skills"),
    Heading("sikap kerja yang diperlukan", "attitudes", "guide", 1),
    Heading("aspek kritis", "critical_aspects", "guide", 1),
)

# Other wordings of decrees since 2012, folded; anything else that is not the name itself is a slip and told.
_ALSO = {
    "konteks": "konteks variabel",
    "kontek variabel": "konteks variabel",
    "batasan konteks": "konteks variabel",
    "peralatan dan perlengkapan yang diperlukan": "peralatan dan perlengkapan",
    "peralatan dan perlengkapan yang dibutuhkan": "peralatan dan perlengkapan",
    "perlengkapan dan peralatan": "peralatan dan perlengkapan",
    "peralatan yang diperlukan": "peralatan",
    "perlengkapan yang diperlukan": "perlengkapan",
    "peraturan": "peraturan yang diperlukan",
    "peraturan peraturan yang diperlukan": "peraturan yang diperlukan",
    "peraturan perundangan yang diperlukan": "peraturan yang diperlukan",
    "peraturan perundang undangan yang diperlukan": "peraturan yang diperlukan",
    "peraturan yang dibutuhkan": "peraturan yang diperlukan",
    "peraturan yang digunakan": "peraturan yang diperlukan",
    "norma dan standar yang diperlukan": "norma dan standar",
    "norma dan standar yang digunakan": "norma dan standar",
    "standar dan norma": "norma dan standar",
    "norma yang diperlukan": "norma",
    "standar yang diperlukan": "standar",
    "persyaratan": "persyaratan kompetensi",
    "persyaratan kompetensi yang diperlukan": "persyaratan kompetensi",
    "prasyarat kompetensi": "persyaratan kompetensi",
    "pengetahuan dan keterampilan": "pengetahuan dan keterampilan yang diperlukan",
    "pengetahuan dan keterampilan yang dibutuhkan": "pengetahuan dan keterampilan yang diperlukan",
    "pengetahuan yang diperlukan": "pengetahuan",
    "pengetahuan yang dibutuhkan": "pengetahuan",
    "pengetahuan pendukung": "pengetahuan",
    "pengetahuan dan keterampilan pendukung": "pengetahuan dan keterampilan yang diperlukan",
    "penjelasan prosedur penilaian": "konteks penilaian",
    "prosedur penilaian": "konteks penilaian",
    "keterampilan yang diperlukan": "keterampilan",
    "keterampilan yang dibutuhkan": "keterampilan",
    "ketrampilan": "keterampilan",
    "sikap kerja": "sikap kerja yang diperlukan",
    "sikap kerja yang dibutuhkan": "sikap kerja yang diperlukan",
    "sikap yang diperlukan": "sikap kerja yang diperlukan",
    "aspek kritis penilaian": "aspek kritis",
    "aspek kritis yang diperlukan": "aspek kritis",
    "aspek kritis yang harus diperhatikan": "aspek kritis",
}
_MISSPELT = frozenset({"kontek variabel", "ketrampilan"})


def split_number(line: str) -> tuple[str, str]:
    """The dotted number a line begins with ("" for none) and the rest: `2.1.3 Alat` → `("2.1.3", "Alat")`."""
    found = _NUMBERED.match(line)
    return (found.group(1), found.group(2)) if found else ("", line)


def heading(line: str, part: str, section: str) -> Heading | None:
    """The heading a line is in this part of a body, below this section; None when it is an item or running text.

    A numbered main heading counts in any part: the line that opens its part may be missing.
    """
    number, rest = split_number(line)
    if len(rest) > _LONGEST:
        return None
    letter = None if number else _LETTERED.match(line)
    text = fold(line[letter.end() :] if letter else rest)
    text = _ALSO.get(text, text)
    for candidate in HEADINGS:
        if not _same(text, candidate.name) or (number and not _fits(number, candidate, part)):
            continue
        if candidate.part != part and not (number and candidate.depth == 1):
            continue
        upper = not candidate.under or (number and "." not in number)
        if upper or section in (candidate.under, *_siblings(candidate)):
            return candidate
    return None


def _fits(number: str, candidate: Heading, part: str) -> bool:
    """Whether a number has the heading's depth; decrees until 2012 number `Pengetahuan` like its main heading."""
    depth = number.count(".") + 1
    return depth == candidate.depth or (depth == 1 and candidate.part == part == "guide")


def expected(part: str) -> tuple[Heading, ...]:
    """The headings a whole body has in a part."""
    return tuple(candidate for candidate in HEADINGS if candidate.part == part)


def has_subsections(section: Heading) -> bool:
    """Whether a section is there for its subsections' sake."""
    return any(other.under == section.section for other in HEADINGS)


def part_heading(line: str) -> str | None:
    """`"limits"` for BATASAN VARIABEL, `"guide"` for PANDUAN PENILAIAN, else None."""
    if len(line) > _LONGEST:
        return None
    text = fold(_LEADING_NUMBER.sub("", line))
    return next((part for name, part in PARTS.items() if _same(text, name)), None)


def misspelt(line: str, name: str) -> bool:
    """Whether a heading's wording is neither its name nor another usual one."""
    text = fold(_LEADING_NUMBER.sub("", line))
    return text != name and (_ALSO.get(text) != name or text in _MISSPELT)


def ends_body(line: str) -> bool:
    """Whether a line begins what follows the last unit: another chapter, an appendix."""
    return _ENDS.match(line) is not None


def ends_section(line: str) -> bool:
    """Whether a line begins the table of key competences that closes the units of decrees until 2012."""
    if len(line) > _LONGEST_TABLE_HEAD:
        return False
    text = fold(_LEADING_NUMBER.sub("", line))
    return text == "kompetensi kunci" or (line.isupper() and "kompetensi kunci" in text)


def _siblings(candidate: Heading) -> tuple[str, ...]:
    return tuple(other.section for other in HEADINGS if other.under == candidate.under)


def _same(text: str, name: str) -> bool:
    return text == name or (
        text[:3] == name[:3] and abs(len(text) - len(name)) <= 3 and fuzz.ratio(text, name) >= _TOLERANCE
    )
