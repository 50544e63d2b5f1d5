"""The body of one unit: title, description, elements, and the numbered sections below them."""

import re

from indexer.decree.codes import find_code, whole_code
from indexer.decree.criteria import parse_elements
from indexer.decree.drafts import Body, Found
from indexer.decree.element_rows import Columns, ElementRow, element_columns, element_row, numbers_columns, stray_row
from indexer.decree.headings import (
    PARTS,
    Heading,
    ends_body,
    ends_section,
    expected,
    has_subsections,
    heading,
    misspelt,
    part_heading,
)
from indexer.decree.items import Items
from indexer.decree.outline import line_of, unit_code_line
from indexer.read import Block, TableRow
from indexer.read.markup import one_line
from search.types import Finding

_LABELS = (("judul", "title"), ("deskripsi", "description"), ("uraian", "description"))


def parse_body(blocks: tuple[Block, ...], found: Found) -> Body:
    """Body of a unit from its `KODE UNIT` line on; what it lacks is noted in `missing`."""
    reader = _BodyReader(blocks[0])
    for block in blocks[1:]:
        if not reader.read(block):
            break
    return reader.body(found)


class _BodyReader:
    def __init__(self, first: Block) -> None:
        printed = unit_code_line(first) or ""
        self._code = whole_code(printed) or find_code(printed) or ""
        self._first = self._last = first.place
        self._part = "front"
        self._section = ""
        self._texts: dict[str, list[str]] = {"title": [], "description": []}
        self._field = ""
        self._rows: list[ElementRow] = []
        self._columns = Columns()
        self._sections: dict[str, Items] = {}
        self._misspelt: Found = []

    def read(self, block: Block) -> bool:
        """Take one block; False when it belongs to no unit any more."""
        line = line_of(block)
        if ends_body(line):
            return False
        self._last = block.place
        if self._take_code(line):
            return True
        part = part_heading(line)
        if part:
            self._note_misspelt(line, next(name for name, other in PARTS.items() if other == part), block)
            self._part, self._section = part, ""
            return True
        if ends_section(line):
            self._section = ""
            return True
        opened = heading(line, self._part, self._section)
        if opened:
            self._note_misspelt(line, opened.name, block)
        if self._part == "front" and not opened:
            self._read_front(block, line)
        else:
            self._read_section(block, line, opened)
        return True

    def body(self, found: Found) -> Body:
        found += self._misspelt
        elements = parse_elements(self._rows, self._code, found)
        sections = {name: items.all() for name, items in self._sections.items()}
        body = Body(self._first, self._last, self._code, elements=elements, sections=sections)
        body.title = one_line(" ".join(self._texts["title"]))
        body.description = one_line(" ".join(self._texts["description"]))
        body.missing = self._missing(body)
        return body

    def _take_code(self, line: str) -> bool:
        """Take a code that stands in the line below its label."""
        code = None if self._code or self._field or self._part != "front" else whole_code(line.lstrip(": "))
        self._code = code or self._code
        return code is not None

    def _note_misspelt(self, line: str, name: str, block: Block) -> None:
        if misspelt(line, name):
            message = f"Unit {self._code}: the heading '{line}' is read as '{name.capitalize()}'."
            self._misspelt.append(Finding("heading-misspelt", message, block.place))

    def _read_front(self, block: Block, line: str) -> None:
        columns = element_columns(block)
        if columns is not None:
            self._columns, self._field = columns, "elements"
            return
        for label, name in _LABELS:
            value = _labelled(line, label)
            if value is not None:
                self._texts[name], self._field = [value], name
                return
        if isinstance(block, TableRow) and self._goes_on(block):
            self._texts[self._field].append(line)
        elif isinstance(block, TableRow) and self._field != "title":  # also when the table lost its header row
            self._field = "elements"
            if not numbers_columns(block):
                self._rows.append(element_row(block, self._columns))
        elif self._field == "elements":
            self._rows.append(stray_row(line, block.place))
        elif self._field:
            self._texts[self._field].append(line)

    def _goes_on(self, row: TableRow) -> bool:
        """Whether a row goes on with the title or description of a heading that is set as a table."""
        return self._field in self._texts and not row.cells[0] and not any(char.isdigit() for char in row.cells[-1][:4])

    def _read_section(self, block: Block, line: str, opened: Heading | None) -> None:
        if opened:
            self._part, self._section = opened.part, opened.section
            self._sections.setdefault(opened.section, Items())
        elif self._section:
            listed = not isinstance(block, TableRow) and block.listed
            self._sections[self._section].add(line, block.place, listed)

    def _missing(self, body: Body) -> tuple[str, ...]:
        front = (("JUDUL UNIT", body.title), ("DESKRIPSI UNIT", body.description), ("ELEMEN KOMPETENSI", body.elements))
        missing = [name for name, value in front if not value]
        missing += [f"criteria of element {element.no}" for element in body.elements if not element.criteria]
        for name, part in PARTS.items():
            headings = expected(part)
            if any(candidate.section in self._sections for candidate in headings):
                missing += [name for name in map(self._missing_section, headings) if name]
            else:
                missing.append(name.upper())
        return tuple(missing)

    def _missing_section(self, wanted: Heading) -> str:
        """Name of a section that is absent, or broken off before its first item; "" when it is there."""
        if wanted.under:
            above = self._sections.get(wanted.under)
            if above is None or not above.is_empty:
                return ""  # the section above is missing as a whole, or says it all
        items = self._sections.get(wanted.section)
        if items is None or (items.is_empty and not has_subsections(wanted)):
            return wanted.name.capitalize()
        return ""


def _labelled(line: str, label: str) -> str | None:
    """What stands after `JUDUL UNIT :` and the like; None when the line has another label."""
    found = re.match(rf"{label}(?:\s+unit)?(?:\s+kompetensi)?\s*[:;]\s*", line, re.IGNORECASE)
    found = found or re.match(rf"{label.upper()}\s+UNIT(?:\s+KOMPETENSI)?\s+(?=[A-Z][a-z])", line)
    return line[found.end() :] if found else None
