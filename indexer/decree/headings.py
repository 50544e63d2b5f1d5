"""The headings of a unit's body, and which section may follow under which part."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from indexer.decree.words import fold

_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,5})\s?[.)]?(?=\s|[^\W\d_]|[(\"“']|$)\s*(.*)", re.DOTALL)
_ENDS = re.compile(r"(?:BAB\s+[IVX]+\b|LAMPIRAN\b|PENUTUP$)")
_TOLERANCE = 85  # rapidfuzz ratio: `Aspek kritiis` yes, `Norma` v `Normal` in a longer text no
_LONGEST = 60


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
    text = fold(rest)
    for candidate in HEADINGS:
        if not _same(text, candidate.name) or (number and number.count(".") + 1 != candidate.depth):
            continue
        if candidate.part != part and not (number and candidate.depth == 1):
            continue
        if not candidate.under or section in (candidate.under, *_siblings(candidate)):
            return candidate
    return None


def expected(part: str) -> tuple[Heading, ...]:
    """The headings a whole body has in a part."""
    return tuple(candidate for candidate in HEADINGS if candidate.part == part)


def has_subsections(section: Heading) -> bool:
    """Whether a section is there for its subsections' sake."""
    return any(other.under == section.section for other in HEADINGS)


def part_heading(line: str) -> str | None:
    """`"limits"` for BATASAN VARIABEL, `"guide"` for PANDUAN PENILAIAN, else None."""
    return PARTS.get(fold(line)) if len(line) <= _LONGEST else None


def ends_body(line: str) -> bool:
    """Whether a line begins what follows the last unit: another chapter, an appendix."""
    return _ENDS.match(line) is not None


def _siblings(candidate: Heading) -> tuple[str, ...]:
    return tuple(other.section for other in HEADINGS if other.under == candidate.under)


def _same(text: str, name: str) -> bool:
    return text == name or (
        text[:3] == name[:3] and abs(len(text) - len(name)) <= 3 and fuzz.ratio(text, name) >= _TOLERANCE
    )
