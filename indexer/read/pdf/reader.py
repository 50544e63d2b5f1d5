"""PDF bytes → blocks, in two passes: what repeats on many pages and which words there are, then the text."""

from collections.abc import Iterable, Sequence

from indexer.read.blocks import Block, Paragraph, TableRow
from indexer.read.markup import one_line
from indexer.read.pdf.furniture import Leaf, furniture
from indexer.read.pdf.glyph_text import BULLET
from indexer.read.pdf.joining import Joiner
from indexer.read.pdf.layout import Layout, Page, page_of, right_edges
from indexer.read.pdf.lines import lines_of
from indexer.read.pdf.list_marks import mark_of
from indexer.read.pdf.marks import Line, Sheet
from indexer.read.pdf.page_breaks import join_pages
from indexer.read.pdf.rows import Cell, Row
from indexer.read.pdf.sheets import read_sheets
from indexer.read.pdf.vocabulary import Vocabulary
from search.errors import DecreeError
from search.types import Finding, Place

_SCANNED = 0.3  # of a page covered by pictures
_FEW = 40  # glyphs: a page number and a stamp
_MANY_UNMAPPED = 10
_LONGEST_SHOWN = 60


def read_pdf(data: bytes, name: str) -> tuple[Block, ...]:
    """Paragraphs and table rows of a PDF in reading order; raises `DecreeError` with one line when there is no text."""
    pages: list[Page] = []
    doubts: list[Finding] = []
    scanned: list[int] = []
    damaged: list[int] = []
    for sheet in read_sheets(data, name):
        if _is_scanned(sheet):
            scanned.append(sheet.number)
        if sheet.damaged:
            damaged.append(sheet.number)
        doubts += _doubts(sheet)
        pages.append(page_of(sheet))
    if not any(page.lines or page.tables for page in pages) or len(scanned) == len(pages):
        raise DecreeError(_without_text(name, scanned, damaged))
    if scanned:
        doubts.insert(0, _pictures(scanned))
    if damaged:
        doubts.insert(0, _damaged(damaged))
    return _with_doubts(_blocks(pages), doubts)


def _without_text(name: str, scanned: Sequence[int], damaged: Sequence[int]) -> str:
    if scanned:
        return (
            f"{name} has no text, only pictures of pages. Recognise the text first, for example with: "
            "ocrmypdf -l ind in.pdf out.pdf"
        )
    if damaged:
        return f"{name} is damaged: its pages cannot be read. Download it again."
    return f"{name} is empty: its pages hold neither text nor pictures. Give another file."


def _blocks(pages: Sequence[Page]) -> list[Block]:
    left_out = furniture([Leaf(page.height, page.lines, _tabled(page)) for page in pages])
    vocabulary = Vocabulary(_lines(pages))
    layout = Layout(right_edges(pages))
    blocks: list[Block] = []
    for page, furnished in zip(pages, left_out, strict=True):
        joiner = Joiner(vocabulary, Place("page", page.sheet_number))
        for piece in layout.pieces(page, furnished):
            block = _row(piece, joiner) if isinstance(piece, Row) else _paragraph(piece, joiner)
            if block is not None:
                blocks.append(block)
    return join_pages(blocks, vocabulary)


def _lines(pages: Iterable[Page]) -> Iterable[Line]:
    for page in pages:
        yield from page.lines
        for _, words in page.tables:
            for word in words:
                yield Line((word,))


def _tabled(page: Page) -> list[Line]:
    return [line for _, words in page.tables for line in lines_of(words)]


def _row(row: Row, joiner: Joiner) -> TableRow | None:
    cells = tuple(_cell(cell, joiner) for cell in row.cells)
    return TableRow(cells, joiner.place, joiner.take_remarks()) if any(cells) else None


def _cell(cell: Cell, joiner: Joiner) -> str:
    return "\n".join(filter(None, (one_line(joiner.text(lines)) for lines in cell)))


def _paragraph(lines: list[Line], joiner: Joiner) -> Paragraph | None:
    text = one_line(joiner.text(lines))
    mark = mark_of(lines[0])
    listed = mark is not None and not mark.label and not mark.number
    if mark is not None and (mark.text.startswith(BULLET) or not mark.text[-1].isalnum()) and len(mark.text) == 1:
        text = text.removeprefix(mark.text).lstrip()
    return Paragraph(text, joiner.place, listed, joiner.take_remarks()) if text else None


def _is_scanned(sheet: Sheet) -> bool:
    return sheet.pictured > _SCANNED and sum(glyph.text != " " for glyph in sheet.glyphs) < _FEW


def _doubts(sheet: Sheet) -> Iterable[Finding]:
    place = Place("page", sheet.number)
    if sheet.turned:
        shown = sheet.turned[:_LONGEST_SHOWN]
        yield Finding("text-turned", f"Text in another direction than the page's is not read: '{shown}'.", place)
    if sheet.unmapped >= _MANY_UNMAPPED:
        message = f"{sheet.unmapped} characters have no readable code and are left out; see the page."
        yield Finding("text-unreadable", message, place)


def _pictures(scanned: Sequence[int]) -> Finding:
    numbers = ", ".join(map(str, scanned))
    message = (
        f"Pages without text, only pictures: {numbers}. They are not read; recognise their text first, for example "
        "with: ocrmypdf -l ind --skip-text in.pdf out.pdf"
    )
    return Finding("page-scanned", message, Place("page", scanned[0]))


def _damaged(damaged: Sequence[int]) -> Finding:
    message = f"Damaged pages that cannot be read: {', '.join(map(str, damaged))}. Download the file again."
    return Finding("page-damaged", message, Place("page", damaged[0]))


def _with_doubts(blocks: list[Block], doubts: Sequence[Finding]) -> tuple[Block, ...]:
    """The blocks, the first of them carrying what is doubtful in the file as a whole."""
    if blocks and doubts:
        first = blocks[0]
        remarks = (*doubts, *first.remarks)
        if isinstance(first, TableRow):
            blocks[0] = TableRow(first.cells, first.place, remarks)
        else:
            blocks[0] = Paragraph(first.text, first.place, first.listed, remarks)
    return tuple(blocks)
