"""The body of a Word document → blocks in reading order: paragraphs, tables, what stands in text boxes."""

from dataclasses import replace

from lxml import etree

from indexer.read.blocks import Block, Paragraph
from indexer.read.docx.names import W, child, number, value
from indexer.read.docx.numbering import Numbering
from indexer.read.docx.paragraph import Reader, shown_children
from indexer.read.docx.styles import ListUse, Styles
from indexer.read.tables import Cell, Row, table_blocks
from search.types import Place

_OFF = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "sdtPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr"))


class Body:
    """Reads the content of one document; numbers count on from block to block."""

    def __init__(self, styles: Styles, numbering: Numbering, name: str) -> None:
        """Begin before the first paragraph."""
        self._styles, self._numbering, self._name = styles, numbering, name
        self._line = 0
        self._carried: list[str] = []  # of paragraphs whose end was deleted: they run on into the next

    def read(self, content: etree._Element) -> list[Block]:
        """The blocks of a body, a cell or a text box; what runs on at its end has nothing to run on into."""
        outside, self._carried = self._carried, []
        blocks = [*self._content(content), *self._stopped()]
        self._carried = outside
        return blocks

    def _content(self, content: etree._Element) -> list[Block]:
        blocks: list[Block] = []
        for inner in shown_children(content):
            if inner.tag == f"{W}p":
                blocks += self._paragraph(inner)
            elif inner.tag == f"{W}tbl":
                blocks += [*self._stopped(), *self._table(inner)]
            elif inner.tag not in _OFF:
                blocks += self._content(inner)  # content controls, insertions
        return blocks

    def _paragraph(self, element: etree._Element) -> list[Block]:
        reader = Reader(self._styles)
        reader.read(element)
        lines = reader.lines()
        boxes = [block for box in reader.boxes for block in self.read(box)]
        if child(element, "pPr/rPr/del") is not None or child(element, "pPr/rPr/moveFrom") is not None:
            self._carried += lines
            return boxes
        if self._carried:
            lines, self._carried = [" ".join([*self._carried, *lines])], []
        use = self._list_use(element)
        label = self._numbering.label(use) if use else None
        if label:
            lines = [" ".join([label, *lines[:1]]), *lines[1:]]
        return [*(self._block(line, label is not None and row == 0) for row, line in enumerate(lines)), *boxes]

    def _stopped(self) -> list[Block]:
        """What was carried where no paragraph follows, as one of its own."""
        lines, self._carried = self._carried, []
        return [self._block(" ".join(lines), listed=False)] if lines else []

    def _block(self, text: str, listed: bool) -> Paragraph:
        self._line += 1
        return Paragraph(text, Place("line", self._line), listed)

    def _list_use(self, element: etree._Element) -> ListUse | None:
        style = value(element, "pPr/pStyle")
        own, level = value(element, "pPr/numPr/numId"), value(element, "pPr/numPr/ilvl")
        if own is not None:
            return None if number(own) == 0 else ListUse(own, number(level))
        use = self._styles.list_use(style)
        if use is None or number(use.list_id) == 0:
            return None
        return use if level is None else replace(use, level=number(level), style="")

    def _table(self, element: etree._Element) -> list[Block]:
        rows: list[Row] = []
        for row in _inside(element, f"{W}tr"):
            if child(row, "trPr/del") is None:
                rows.append(self._row(row))
        return table_blocks(rows, self._name)

    def _row(self, element: etree._Element) -> Row:
        row = Row(Place("line", self._line + 1))
        row.cells += [Cell() for _ in range(min(number(value(element, "trPr/gridBefore")), 64))]
        for cell in _inside(element, f"{W}tc"):
            if child(cell, "tcPr/cellDel") is None:
                row.cells.append(Cell(self._cell(cell), across=max(1, number(value(cell, "tcPr/gridSpan"), 1))))
        return row

    def _cell(self, element: etree._Element) -> list[Block]:
        """The blocks of a cell; none where it only goes on from the cell above or beside it."""
        merged = (child(element, f"tcPr/{name}") for name in ("vMerge", "hMerge"))
        if any(found is not None and found.get(f"{W}val", "continue") == "continue" for found in merged):
            return []
        return self.read(element)


def _inside(element: etree._Element, tag: str) -> list[etree._Element]:
    """The rows of a table or the cells of a row, those in content controls and insertions too."""
    found: list[etree._Element] = []
    for inner in shown_children(element):
        if inner.tag == tag:
            found.append(inner)
        elif inner.tag not in _OFF:
            found += _inside(inner, tag)
    return found
